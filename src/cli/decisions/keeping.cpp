#include "cli/decisions/keeping.hpp"

#include "gradus/decisions/answer.hpp"

#include "cli/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

namespace gradus::cli {
namespace {

// What is still to be given before the table decides.
void expect_decided(const report::AnsweredTable& answered) {
  const auto& table = answered.table;
  const auto& decision = answered.decision;
  if (table.is_sequence())
    throw Error(fmt::format("{} puts steps in order: there is nothing to decide", table.id),
                fmt::format("gradus drill {} practises it", table.id));
  const bool for_records = answered.table.for_records();
  if (for_records ? !answered.each.empty() : decision.decided) return;
  const auto ask = for_records ? decisions::Words{*table.for_each} : decision.ask;
  throw Error("nothing is decided yet, so there is nothing to keep",
              ask.empty() ? "no row of this table is for that case"
                          : fmt::format("--set {}=VALUE answers what it needs next", ask.front()));
}

std::string result_of(const report::AnsweredTable& answered) {
  return answered.table.for_records() ? decisions::results_in_words(answered.each)
                                      : decisions::result_in_words(answered.decision);
}

}  // namespace

void add_keeping_options(Command& command, Keeping& keeping) {
  command.add_flag("--keep", keeping.keep,
                   "Record the answer in the journal, for yourself: a report has it only with "
                   "--private");
  add_recording_options(command, keeping.recording);
}

void check_keeping(const Keeping& keeping) {
  const auto& [on, at, week, note] = keeping.recording;
  if (!keeping.keep && (on || at || week || !note.empty()))
    throw Error("a day, time, week or note is for an answer that is recorded", "add --keep");
}

journal::Decision decision_of(const report::AnsweredTable& answered) {
  expect_decided(answered);
  const auto& table = answered.table;
  journal::Decision decision{
      .table = table.id, .title = table.title, .result = result_of(answered)};
  if (!answered.decision.why.empty()) decision.why = answered.decision.why;
  if (!answered.given.empty()) decision.given = decisions::given_in_words(answered.given);
  return decision;
}

std::string evidence_of(const report::AnsweredTable& answered) {
  return fmt::format("{}: {}", answered.table.id, result_of(answered));
}

journal::Decision decision_of(const std::string& kind, const decisions::Advice& advice) {
  decisions::Values given;
  for (const auto& step : advice.steps)
    for (const auto& [name, value] : step.input)
      if (value) given.emplace(name, *value);
  journal::Decision decision{.table = "advise " + kind,
                             .title = advice.title,
                             .result = advice.pick.value_or("none now"),
                             .why = advice.answer};
  if (!given.empty()) decision.given = decisions::given_in_words(given);
  return decision;
}

ExitCode keep_decision(const journal::Decision& decision, const Keeping& keeping,
                       Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  return record(store, track, new_entry(keeping.recording, decision, session), session);
}

}  // namespace gradus::cli
