#include "gradus/exchange/edit.hpp"

#include "gradus/calendar/duration.hpp"
#include "gradus/curriculum/vocabulary.hpp"
#include "gradus/exchange/csv.hpp"
#include "gradus/exchange/jsonl.hpp"
#include "gradus/report/views.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/track/adopt_entry.hpp"
#include "gradus/track/signature.hpp"
#include "gradus/track/track.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/commit.hpp"
#include "cli/error.hpp"
#include "cli/exam/reviews.hpp"
#include "cli/recording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::cli {
namespace {

struct EditEntry {
  std::string id;  // or its first 4 characters and more
  // By field of the exchange format; an empty text removes the value.
  std::map<std::string, std::optional<std::string>> fields;
  std::optional<std::string> move_to;  // another track
};

// "--help-used", of "help_used"; "-t,--topic".
std::string option_of(const std::string& field) {
  std::string name = "--" + field;
  std::ranges::replace(name, '_', '-');
  const bool has_short =
      field == "topic" || field == "difficulty" || field == "minutes" || field == "note";
  return has_short ? fmt::format("-{},{}", field.front(), name) : name;
}

std::string describe_field(const std::string& field) {
  if (field == "on") return "The day it was done: YYYY-MM-DD, yesterday, -3d, tue";
  if (field == "at") return "The time it began by the clock";
  if (field == "week") return "The week it counts for";
  if (field == "note") return "Anything to remember; stays out of reports";
  std::vector<std::string_view> types;
  for (const auto type : curriculum::entry_types)
    if (curriculum::find_field(type, field) ||
        (field == "domains" && type == curriculum::EntryType::mock_exam))
      types.push_back(curriculum::name(type));
  return fmt::format("For {}", fmt::join(types, ", "));
}

bool is_switch(const std::string& field) {
  return std::ranges::any_of(curriculum::entry_types, [&](curriculum::EntryType type) {
    const auto known = curriculum::find_field(type, field);
    return known && known->type == curriculum::FieldType::flag;
  });
}

// The tier follows from the week, `changed` from the clock, `verified` from `artefact verify`.
constexpr std::array<std::string_view, 5> not_edited{"type", "id", "tier", "verified", "changed"};

void describe_edit(Command& edit, EditEntry& request) {
  edit.add_option(
          "ID", request.id,
          "The entry's id, or 4 or more of its first characters; last is the one recorded last")
      .required()
      .completes(Completion::entry);
  edit.add_option("--move-to", request.move_to,
                  "Another track, where it counts from then on, in the week that asks for it there")
      .type_name("TRACK")
      .completes(Completion::track);
  for (const auto& field : exchange::csv_fields()) {
    if (std::ranges::find(not_edited, field) != not_edited.end()) continue;
    auto option = edit.add_option(option_of(field), request.fields[field], describe_field(field));
    option.may_be_empty();
    if (is_switch(field)) option.may_be_bare();
    if (field == "on") option.type_name("DATE");
    if (field == "at") option.type_name("HH:MM");
    if (field == "week") option.completes(Completion::week);
    if (field == "topic") option.completes(Completion::topic);
  }
}

// What was typed for the field; nullptr if nothing was, or it was emptied.
std::string* typed_for(const char* field, exchange::Changes& changes) {
  const auto found = changes.find(field);
  return found == changes.end() || found->second.empty() ? nullptr : &found->second;
}

// As the commands that record them: durations, scores of 100.
void read_amounts(exchange::Changes& changes, curriculum::EntryType type, const Session& session) {
  if (auto* const minutes = typed_for("minutes", changes))
    *minutes = std::to_string(read_minutes({"--minutes", *minutes, session}).count());
  auto* const score = typed_for("score", changes);
  if (score == nullptr) return;
  const Typed typed{"--score", *score, session};
  if (type == curriculum::EntryType::mock_exam)
    *score = fmt::format("{}", read_exam_score(typed));
  else if (type == curriculum::EntryType::mock_interview)
    *score = fmt::format("{}", read_interview_score(typed));
}

// A time that stays moves along with its day. One that is typed lies within the entry's study day;
// for an entry of today it is the last one that is over.
void read_time_and_day(exchange::Changes& changes, const journal::Entry& entry,
                       const Session& session) {
  calendar::Date on = entry.on;
  if (auto* const day = typed_for("on", changes)) {
    on = read_past_day({"--on", *day, session});
    *day = on.iso();
    if (entry.at && !changes.contains("at"))
      changes.emplace("at",
                      local_moment(on + (entry.at->on - entry.on), entry.at->time, session).iso());
    else if (auto* const at = typed_for("at", changes))
      *at = moment_within(on, read_time({"--at", *at, session}), session).iso();
    return;
  }
  if (auto* const at = typed_for("at", changes)) {
    const auto time = read_time({"--at", *at, session});
    if (on == session.today) on = session.study_day(last_day_of(time, session), time);
    *at = moment_within(on, time, session).iso();
    if (on != entry.on) changes.try_emplace("on", on.iso());
  }
}

// As every command reads them: the CSV reader's messages would speak of columns. The tier follows a
// new week.
void read_names(exchange::Changes& changes, const track::LoadedTrack& track) {
  if (auto* const topic = typed_for("topic", changes))
    *topic = curriculum::find_topic(track.curriculum, *topic).id.text();
  if (auto* const week = typed_for("week", changes)) {
    *week = track::named_week(track, *week).text();
    changes.emplace("tier", "");
  }
}

// What the learner typed becomes what the exchange format has.
exchange::Changes changes_of(const EditEntry& request, const journal::Entry& entry,
                             const track::LoadedTrack& track, const Session& session) {
  exchange::Changes changes;
  for (const auto& [field, text] : request.fields)
    if (text) changes.emplace(field, *text);
  if (changes.empty() && !request.move_to)
    throw Error("no change was given",
                fmt::format("such as gradus edit {} --minutes 50m", request.id));
  read_amounts(changes, entry.type(), session);
  read_time_and_day(changes, entry, session);
  read_names(changes, track);
  return changes;
}

// What `artefact verify` found doesn't hold for another artefact or another folder.
void forget_verified(const journal::Entry& before, journal::Entry& now) {
  auto* artefact = std::get_if<journal::Artefact>(&now.what);
  if (artefact == nullptr) return;
  const auto& was = std::get<journal::Artefact>(before.what);
  if (artefact->artefact != was.artefact || artefact->path != was.path) artefact->verified = false;
}

bool typed_week(const EditEntry& request) {
  const auto& week = request.fields.at("week");
  return week && !week->empty();
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
  return fmt::format(": now {} on {}", text, now.on.with_weekday());
}

// What it had to leave behind.
std::string lost_line(const std::vector<std::string>& lost, const std::string& track) {
  if (lost.empty()) return "";
  return fmt::format("{} was left behind: the track {} has none of that name",
                     fmt::join(lost, ", "), track);
}

// Out of one track and into another, in one step, with what else is to change.
ExitCode move_entry(const EditEntry& request, store::Store& store, const Session& session) {
  const auto from = store::find_track(store, session.track);
  const auto to = track::load(store, request.move_to);
  if (to.id == from.id)
    throw Error(fmt::format("the entry is in the track {} already", to.name),
                "name the track to move it to; gradus track list shows them");
  if (store::find_track(store, request.move_to).archived)
    throw rules::Error(fmt::format("the track {} is archived; nothing was changed", to.name),
                       fmt::format("gradus track use {} brings it back", to.name));
  const auto entry = store::find_entry(store, from.id, request.id);
  const auto edited =
      exchange::edited(entry, changes_of(request, entry, to, session), to.curriculum.topics);
  auto [now, lost] = track::adopt_moved(edited, typed_week(request) ? edited.week : std::nullopt,
                                        store, to, session.known_time());
  now.changed = journal::changed_after(entry.changed, session.world.clock());
  const auto odd = track::entry_warnings(now, store, to, session.warnings);
  store::remove_entry(store, from.id, {entry.id, now.changed});
  store::add_entry(store, to.id, now);
  const auto id = store::short_id(store, entry.id);
  commit(store, fmt::format("edit {}, moved to {}", report::describe(entry), to.name), session);
  warn(odd, now, to.plan, session);
  if (const auto line = lost_line(lost, to.name); !line.empty()) session.warn(line);
  if (session.json)
    session.answer(exchange::to_json(now) + "\n");
  else
    session.say(
        fmt::format("Moved {} ({} on {}) from the track {} to {}: now {}. Undo: gradus undo", id,
                    report::describe(entry), entry.on.with_weekday(), from.name, to.name,
                    report::describe(now)));
  return ExitCode::done;
}

ExitCode run(const EditEntry& request, Session& session) {
  auto store = store::Store::write(session.store);
  if (request.move_to) return move_entry(request, store, session);
  const auto track = track::load(store, session.track);
  const auto entry = store::find_entry(store, track.id, request.id);
  const auto edited =
      exchange::edited(entry, changes_of(request, entry, track, session), track.curriculum.topics);
  auto now = track::adopt_edited(edited, entry, store, track, session.known_time());
  forget_verified(entry, now);
  const bool same = journal::same_content(now, entry);
  if (!same) now.changed = journal::changed_after(entry.changed, session.world.clock());
  if (const auto* signature = std::get_if<journal::Attestation>(&now.what))
    track::check_signature(*signature, now.tier, track.curriculum);
  const auto id = store::short_id(store, entry.id);
  const auto odd = same ? track::EntryWarnings{}
                        : track::entry_warnings(now, store, track, session.warnings, &entry);
  std::vector<std::string> reviews;
  if (!same) {
    const auto exam = exam_of(entry, store, track);
    store::replace_entry(store, track.id, now);
    if (exam) reviews = plan_reviews(store, track, *exam, std::nullopt, session).news;
    commit(store, "edit " + report::describe(entry), session);
  }
  warn(odd, now, track.plan, session);
  if (session.json)
    session.answer(exchange::to_json(now) + "\n");
  else if (same)
    session.say("Nothing to change: the entry already says that.");
  else
    say_with(reviews,
             last_line(fmt::format("Changed {} of {} ({} on {}){}", named_fields(request), id,
                                   report::describe(entry), entry.on.iso(), as_now(entry, now)),
                       track.name, store),
             session);
  return ExitCode::done;
}

}  // namespace

void add_edit(Command& gradus) {
  gradus.add_command<EditEntry>(
      "edit",
      "Change the named fields of an entry and nothing else. An empty value clears a field.",
      "  gradus edit last --minutes 50\n"
      "  gradus edit 3f9c --on yesterday --week w2\n"
      "  gradus edit 3f9c --note \"\"\n"
      "  gradus edit last --move-to evenings\n",
      describe_edit);
}

}  // namespace gradus::cli
