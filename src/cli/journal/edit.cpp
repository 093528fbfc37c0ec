#include "gradus/exchange/edit.hpp"

#include "gradus/calendar/duration.hpp"
#include "gradus/exchange/jsonl.hpp"
#include "gradus/report/views.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/track/assign_week.hpp"
#include "gradus/track/signature.hpp"
#include "gradus/track/track.hpp"

#include "cli/commit.hpp"
#include "cli/error.hpp"
#include "cli/journal/requests.hpp"
#include "cli/option_values.hpp"
#include "cli/recording.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::cli {
namespace {

// Days and times as the learner types them become those of the exchange format. A time that stays
// moves along with its day; the tier follows a new week.
exchange::Changes changes_of(const EditEntry& request, const journal::Entry& entry,
                             const curriculum::Curriculum& curriculum, const Session& session) {
  exchange::Changes changes;
  for (const auto& [field, text] : request.fields)
    if (text) changes.emplace(field, *text);
  if (changes.empty())
    throw Error("nothing was said of what to change",
                fmt::format("such as gradus edit {} --minutes 50m", request.id));

  // As the commands that record them: never a bare number, and scores of 100 as well.
  if (const auto minutes = changes.find("minutes");
      minutes != changes.end() && !minutes->second.empty())
    minutes->second = std::to_string(calendar::read_duration(minutes->second).count());
  if (const auto score = changes.find("score"); score != changes.end() &&
                                                entry.type() == curriculum::EntryType::mock_exam &&
                                                !score->second.empty())
    score->second = fmt::format("{}", read_exam_score("--score", score->second));

  calendar::Date on = entry.on;
  if (const auto day = changes.find("on"); day != changes.end() && !day->second.empty()) {
    on = read_day(day->second, session);
    day->second = on.iso();
    if (entry.at) changes.try_emplace("at", entry.at->time.text());
  }
  if (const auto at = changes.find("at"); at != changes.end() && !at->second.empty())
    at->second = read_at(at->second, on, session).iso();
  // As every command takes a topic: the reader of tables would speak of its columns.
  if (const auto topic = changes.find("topic"); topic != changes.end() && !topic->second.empty())
    topic->second = curriculum::find_topic(curriculum, topic->second).id.text();
  if (const auto week = changes.find("week"); week != changes.end() && !week->second.empty())
    changes.emplace("tier", "");
  return changes;
}

// What `artefact verify` found is not true of another artefact, or of what lies elsewhere.
void forget_verified(const journal::Entry& before, journal::Entry& now) {
  auto* artefact = std::get_if<journal::Artefact>(&now.what);
  if (artefact == nullptr) return;
  const auto& was = std::get<journal::Artefact>(before.what);
  if (artefact->artefact != was.artefact || artefact->path != was.path) artefact->verified = false;
}

// "minutes, on".
std::string named_fields(const EditEntry& request) {
  std::vector<std::string> names;
  for (const auto& [field, text] : request.fields)
    if (text) names.push_back(field);
  return fmt::format("{}", fmt::join(names, ", "));
}

// What it says now, if the change shows.
std::string as_now(const journal::Entry& entry, const journal::Entry& now) {
  const auto text = report::describe(now);
  if (text == report::describe(entry) && now.on == entry.on) return "";
  return fmt::format(": now {} on {}", text, now.on.iso());
}

}  // namespace

ExitCode run(const EditEntry& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const auto entry = store::find_entry(store, track.id, request.id);
  const auto edited = exchange::edited(entry, changes_of(request, entry, track.curriculum, session),
                                       track.curriculum.topics);
  auto now = track::assign_week({.entry = edited, .wants_week = false}, std::nullopt, track,
                                session.today);
  forget_verified(entry, now);
  const bool same = journal::same_content(now, entry);
  if (!same) now.changed = journal::changed_after(entry.changed, session.world.clock());
  if (const auto* signature = std::get_if<journal::Attestation>(&now.what))
    track::check_signature(*signature, now.tier, track.curriculum);
  const auto id = store::short_id(store, entry.id);
  if (!same) {
    store::replace_entry(store, track.id, now);
    commit(store, "edit " + report::describe(entry), session);
  }
  if (session.json)
    session.answer(exchange::to_json(now) + "\n");
  else if (same)
    session.say("The entry is like that already: nothing was changed.");
  else
    session.say(fmt::format("Changed {} of {} ({} on {}){}. Take it back: gradus undo",
                            named_fields(request), id, report::describe(entry), entry.on.iso(),
                            as_now(entry, now)));
  return ExitCode::done;
}

}  // namespace gradus::cli
