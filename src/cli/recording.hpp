#pragma once

#include "gradus/store/store.hpp"
#include "gradus/track/record.hpp"

#include "cli/command.hpp"
#include "cli/session.hpp"

#include <optional>
#include <string>

namespace gradus::cli {

// The options of every command that records something.
struct Recording {
  std::optional<calendar::Date> on{};
  std::optional<calendar::TimeOfDay> at{};
  std::optional<std::string> week{};
  std::string note{};
};

void add_recording_options(Command& command, Recording& recording);
// Single ones, for commands that take only these.
void add_on(Command& command, std::optional<calendar::Date>& on,
            const std::string& help = "The day it was done: YYYY-MM-DD, yesterday, -3d, tue");
void add_topic(Command& command, std::optional<std::string>& topic);
void add_week(Command& command, std::optional<std::string>& week,
              const std::string& help = "The week it counts for (default: the current one)");
void add_note(Command& command, std::string& note,
              const std::string& help = "Anything to remember; stays out of reports");

// A new entry with these options. Throws Error for a time that the clock skips.
// The day it was done: as given, else by its clock time, else today.
[[nodiscard]] calendar::Date day_of(const Recording& recording, const Session& session);
[[nodiscard]] track::NewEntry new_entry(const Recording& recording, journal::What what,
                                        const Session& session);

// What is odd about an entry that is stored now, on stderr.
void warn(const track::EntryWarnings& warnings, const journal::Entry& entry, const plan::Plan& plan,
          const Session& session);
// Records the entry durably, with what is odd about it on stderr.
track::Recorded keep(store::Store& store, const track::LoadedTrack& track,
                     const track::NewEntry& entry, const Session& session);
// Says what was recorded, its id and how to undo it. `remark`: one more line to say first; may be
// empty.
void say_recorded(const track::Recorded& recorded, const track::NewEntry& entry,
                  const std::string& track, const store::Store& store, const Session& session,
                  const std::string& remark);
// Both; with --json the answer is the entry.
ExitCode record(store::Store& store, const track::LoadedTrack& track, const track::NewEntry& entry,
                const Session& session, const std::string& remark = {});

}  // namespace gradus::cli
