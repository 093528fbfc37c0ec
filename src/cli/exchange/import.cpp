#include "gradus/exchange/jsonl.hpp"
#include "gradus/plan/progress.hpp"
#include "gradus/report/lists.hpp"
#include "gradus/store/entries.hpp"

#include "cli/commit.hpp"
#include "cli/error.hpp"
#include "cli/exchange/requests.hpp"
#include "cli/track.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

namespace gradus::cli {
namespace {

// Fills in what the line left out: the week from the plan, the tier from the week.
void place(journal::Entry& entry, const insight::Track& track) {
  if (!entry.week) {
    const auto& week = plan::week_on(track.plan, entry.on);
    if (!entry.tier || entry.tier == week.load.tier) entry.week = week.load.carries.front();
  }
  if (!entry.tier && entry.week) entry.tier = curriculum::tier_of(track.curriculum, *entry.week).id;
}

void refuse_future(const journal::Entry& entry, calendar::Date today, const std::string& where) {
  if (entry.on <= today) return;
  throw Error(fmt::format("{}: on: {} lies in the future (today is {})", where, entry.on.iso(),
                          today.iso()),
              "nothing was stored; correct the line and import again");
}

report::Imported import_all(std::istream& in, const std::string& file, const OpenTrack& open,
                            store::Store& store, calendar::Date today) {
  report::Imported imported;
  exchange::JsonlReader reader(in, file);
  while (auto entry = reader.next()) {
    const std::string where = fmt::format("{}:{}", file, reader.line_number());
    refuse_future(*entry, today, where);
    try {
      place(*entry, open.track);
    } catch (const curriculum::Error& error) {
      throw Error(fmt::format("{}: week: {}", where, error.what()), error.hint());
    }
    if (entry->on < open.track.plan.start) ++imported.before_start;
    switch (store::put_entry(store, open.id, *entry)) {
      case store::Put::added:
        ++imported.added;
        break;
      case store::Put::changed:
        ++imported.changed;
        break;
      case store::Put::unchanged:
        ++imported.unchanged;
        break;
    }
  }
  return imported;
}

}  // namespace

ExitCode run(const ImportEntries& request, Session& session) {
  std::ifstream file(request.file, std::ios::binary);
  if (!file || std::filesystem::is_directory(request.file))
    throw Error(fmt::format("\"{}\" can't be read", request.file),
                "is the path right, and is it a file?");
  auto store = store::Store::write(session.store);
  const OpenTrack open = open_track(store, session);
  const auto imported = import_all(file, request.file, open, store, session.today);
  commit(store, fmt::format("import {}", request.file), session);

  if (imported.before_start > 0)
    session.warn(
        fmt::format("{} of the entries lie before the track's start on {}; they count all "
                    "the same",
                    imported.before_start, open.track.plan.start.iso()));
  if (session.json)
    session.answer(report::imported_json(imported));
  else if (imported.added + imported.changed == 0)
    session.say(fmt::format("Nothing new: {} entries known already. Nothing was changed.",
                            imported.unchanged));
  else
    session.say(
        fmt::format("Imported {} new, {} changed, {} known already. Take it back: gradus "
                    "undo",
                    imported.added, imported.changed, imported.unchanged));
  return ExitCode::done;
}

}  // namespace gradus::cli
