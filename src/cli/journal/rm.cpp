#include "gradus/exchange/jsonl.hpp"
#include "gradus/report/views.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/track/track.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/commit.hpp"
#include "cli/exam/reviews.hpp"
#include "cli/journal/entries_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gradus::cli {
namespace {

struct RemoveEntries {
  std::vector<std::string> ids;  // or their first 4 characters and more, or "last"
};

void describe_rm(Command& rm, RemoveEntries& request) {
  rm.add_option("ID", request.ids,
                "The entries' ids, or 4 or more of their first characters; last is the one "
                "recorded last")
      .required()
      .completes(Completion::entry);
}

// Each once, however often it was named. Throws before anything is removed.
std::vector<journal::Entry> find_all(const std::vector<std::string>& ids, const store::Store& store,
                                     store::TrackId track) {
  std::vector<journal::Entry> found;
  for (const auto& id : ids) {
    auto entry = store::find_entry(store, track, id);
    if (std::ranges::find(found, entry.id, &journal::Entry::id) == found.end())
      found.push_back(std::move(entry));
  }
  return found;
}

// "1h read on 2026-12-01 (3f9c)".
std::string told(const journal::Entry& entry, const store::Store& store) {
  return fmt::format("{} on {} ({})", report::describe(entry), entry.on.iso(),
                     store::short_id(store, entry.id));
}

std::string json_of(const std::vector<journal::Entry>& entries) {
  return entries.size() == 1 ? exchange::to_json(entries.front()) + "\n" : entries_json(entries);
}

ExitCode run(const RemoveEntries& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const auto entries = find_all(request.ids, store, track.id);
  std::vector<std::string> said;
  said.reserve(entries.size());
  std::optional<insight::ExamRule> exam;
  for (const auto& entry : entries) {
    said.push_back(told(entry, store));
    if (!exam) exam = exam_of(entry, store, track);
  }
  for (const auto& entry : entries)
    store::remove_entry(store, track.id,
                        {entry.id, journal::changed_after(entry.changed, session.world.clock())});
  const auto reviews = exam ? plan_reviews(store, track, *exam, std::nullopt, session).news
                            : std::vector<std::string>{};
  const auto first = report::describe(entries.front());
  commit(store,
         entries.size() == 1 ? "rm " + first
                             : fmt::format("rm {} and {} more", first, entries.size() - 1),
         session);
  if (session.json)
    session.answer(json_of(entries));
  else
    say_with(reviews,
             last_line(fmt::format("Removed {}", fmt::join(said, ", ")), track.name, store),
             session);
  return ExitCode::done;
}

}  // namespace

void add_rm(Command& gradus) {
  gradus.add_command<RemoveEntries>("rm", "Remove entries, all of them in one step.",
                                    "  gradus rm 3f9c\n"
                                    "  gradus rm 3f9c 81ab\n"
                                    "  gradus rm last\n",
                                    describe_rm);
}

}  // namespace gradus::cli
