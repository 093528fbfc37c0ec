#pragma once

#include "gradus/exchange/reader.hpp"
#include "gradus/track/track.hpp"

#include "cli/command.hpp"
#include "cli/session.hpp"

#include <functional>
#include <memory>
#include <string>

namespace gradus::cli {

// A file to take entries from.
struct Import {
  std::string file;         // "-" is the standard input
  bool dry_run = false;     // says what would be, and stores nothing
  bool bring_back = false;  // also takes entries that were removed since
  bool whole_days = false;  // the file is the truth for the days it holds
};

void add_import_words(Command& command, Import& request);

using MakeReader =
    std::function<std::unique_ptr<exchange::Reader>(exchange::Source, const track::LoadedTrack&)>;

// Takes all entries of the file into the session's track, as one step, or none of them; says what
// became of them. A dry run stores nothing, and names every entry that would be refused.
ExitCode import_entries(const Import& request, exchange::Format format,
                        const MakeReader& make_reader, Session& session);

}  // namespace gradus::cli
