#include "gradus/report/json.hpp"
#include "gradus/report/views.hpp"
#include "gradus/text/plural.hpp"
#include "gradus/track/gate.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/commit.hpp"
#include "cli/show.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <vector>

namespace gradus::cli {
namespace {

struct UnlockTier {
  std::string tier;  // the tier to pass; the open one when empty
  std::optional<calendar::Date> on;
};

void describe_unlock(Command& unlock, UnlockTier& request) {
  unlock.add_option("TIER", request.tier, "The tier to pass (default: the open one)")
      .completes(Completion::tier);
  unlock
      .add_option("--on", request.on, read_past_day,
                  "The day the tier was passed; only work done by then counts")
      .type_name("DATE");
}

// What a gate that only warns lets through.
std::string unmet_text(const rules::Verdict& verdict) {
  std::vector<std::string> ids;
  for (const auto& criterion : verdict.criteria) {
    if (criterion.status == rules::Status::fail || criterion.status == rules::Status::unknown)
      ids.push_back(criterion.id.text());
  }
  return fmt::format("{} is passed with {} unmet: {}", verdict.tier,
                     text::counted(ids.size(), "criterion", "criteria"), fmt::join(ids, ", "));
}

// What the learner has behind them.
std::string done_line(const insight::TierValues& tier) {
  const auto& done = tier.amounts;
  auto text = fmt::format("Behind you: {}, {}", text::counted(tier.span.weeks, "week"),
                          calendar::format_duration(done.actual));
  if (done.problems_done > 0) text += ", " + text::counted(done.problems_done, "problem");
  if (done.artefacts_done > 0) text += ", " + text::counted(done.artefacts_done, "artefact");
  return text + ". Well done!";
}

// ", which begins with SQL foundations (w1)"
std::string first_line(const plan::PlanWeek& week) {
  return fmt::format(", which begins with {} ({})", week.load.title,
                     week.load.carries.front().week.text());
}

// What opens early has its time in the plan later.
void say_what_replan_gains(const store::Store& store, const Session& session) {
  const auto track = track::load(store, session.track);
  const auto days = track::replan_gains(store, track, session.today);
  if (days > calendar::Days{0})
    session.say(fmt::format("The plan begins it later; gradus replan brings the finish {} nearer.",
                            text::counted(days.count(), "day")));
}

ExitCode run(const UnlockTier& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const auto passage = track::find_passage(store, track, request.tier, request.on, session.today);
  const auto& tier = passage.tier;
  if (passage.refused) {
    const auto& gate = passage.gate.verdict;
    session.show(gate);
    throw rules::Error(
        fmt::format("{} is not passed: {}", tier.id.text(), report::met_text(gate)),
        fmt::format("meet the others first; gradus ready {} shows them", tier.id.text()));
  }

  const auto [verdict, next, done, next_week] =
      track::pass(store, track, passage, session.today, session.world.clock());
  commit(store, fmt::format("unlock {}", tier.id.text()), session);

  if (!verdict.ready) session.warn(unmet_text(verdict));
  if (session.json) {
    session.answer(report::json(verdict));
    return ExitCode::done;
  }
  session.say(fmt::format("Passed {}: {}.", tier.title, report::met_text(verdict)));
  if (done) session.say(done_line(*done));
  if (next != nullptr) say_what_replan_gains(store, session);
  const auto opened = next == nullptr
                          ? std::string("That was the last tier")
                          : fmt::format("Opened {} ({}){}", next->id.text(), next->title,
                                        next_week == nullptr ? "" : first_line(*next_week));
  session.say(last_line(opened, track.name, store));
  return ExitCode::done;
}

}  // namespace

void add_unlock(Command& gradus) {
  gradus.add_command<UnlockTier>(
      "unlock", "Pass the open tier and open the next.",
      "  gradus unlock\n  gradus unlock sql\n  gradus unlock --on yesterday\n", describe_unlock);
}

}  // namespace gradus::cli
