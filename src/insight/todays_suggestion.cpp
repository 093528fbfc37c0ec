#include "insight/todays_suggestion.hpp"

#include "gradus/text/plural.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace gradus::insight {
namespace {

// "Monday 2026-11-30"
std::string spelled(calendar::Date date) {
  constexpr std::array<std::string_view, 7> names{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                  "Thursday", "Friday", "Saturday"};
  return fmt::format("{} {}", names.at(date.weekday().c_encoding()), date.iso());
}

std::string_view activity(calendar::BlockKind kind) {
  switch (kind) {
    case calendar::BlockKind::read:
      return "reading";
    case calendar::BlockKind::lab:
      return "lab work";
    case calendar::BlockKind::review:
      return "review";
  }
  return {};
}

// Each of these suggests something, or returns nullopt when it has no reason to.
using Suggested = std::optional<Suggestion>;

Suggested take_up_the_timer(const Today& now) {
  if (!now.timer) return std::nullopt;
  const auto kind = name(now.timer->timer.kind);
  if (now.timer->timer.watch.paused())
    return Suggestion{"gradus resume",
                      fmt::format("a timer for {} is paused: this goes on with it", kind)};
  if (now.timer->ran > journal::forgotten_after)
    return Suggestion{"gradus stop",
                      fmt::format("a timer for {} has run for {}: this asks when you stopped", kind,
                                  calendar::format_duration(now.timer->ran))};
  return Suggestion{"gradus stop", fmt::format("a timer for {} is running: this records it", kind)};
}

Suggested after_the_last_tier(const Today& now) {
  if (now.tier != nullptr) return std::nullopt;
  if (!now.first_unmet()) {
    return Suggestion{"gradus report", "every tier is passed and nothing is left to do"};
  }
  const auto& how = now.first_unmet()->how;
  return Suggestion{how.empty() ? "gradus ready" : how,
                    fmt::format("every tier is passed, but the finish check still needs this: {}",
                                now.first_unmet()->title)};
}

Suggested before_the_start(const Today& now, const plan::Plan& plan) {
  if (now.date >= plan.start) return std::nullopt;
  return Suggestion{"gradus plan", fmt::format("the plan starts on {}", spelled(plan.start))};
}

Suggested open_the_gate(const Today& now) {
  if (now.first_unmet() != nullptr) return std::nullopt;
  return Suggestion{"gradus unlock", fmt::format("every criterion of {} is met", now.tier->title)};
}

// The exam's own day, and the days after it until the learner says how it went.
Suggested exam_itself(const Today& now) {
  if (!now.exam || !now.exam->past) return std::nullopt;
  const auto& past = *now.exam->past;
  if (past.on == now.date)
    return Suggestion{
        now.exam->checklist ? "gradus exam status" : "gradus exam countdown",
        fmt::format("the exam is today{}. Afterwards: {}",
                    now.exam->checklist ? ": its checklist is in there" : "", past.how_it_went)};
  return Suggestion{
      past.how_it_went,
      past.has_badge
          ? fmt::format("the exam was on {}: if you passed, this records it; if not, gradus exam "
                        "countdown DATE plans the next one",
                        spelled(past.on))
          : fmt::format("the exam was on {}: this ends its countdown; if there is a next one, "
                        "gradus exam countdown DATE plans it",
                        spelled(past.on))};
}

std::string for_the_exam(const plan::ExamLine& line) {
  return fmt::format(
      "{}: {}", line.is_review() ? "to do today for the exam" : "today's part of the countdown",
      line.task);
}

// What is to be done for the exam today, until it is done.
Suggested exam_line_of_today(const Today& now) {
  if (!now.exam) return std::nullopt;
  for (const auto& each : now.exam->lines) {
    const auto& line = each.line;
    switch (line.kind) {
      case plan::ExamWork::mock:
        if (each.recorded) break;
        return Suggestion{
            fmt::format("gradus exam add {} --score N --timed", now.exam->readiness.exam.id),
            each.is_done() ? "the time of today's mock exam is logged, its score is not"
                           : for_the_exam(line)};
      case plan::ExamWork::review:
      case plan::ExamWork::read:
      case plan::ExamWork::lab:
        if (each.is_done()) break;
        return Suggestion{
            fmt::format("gradus log {} {}", calendar::format_duration(line.minutes - each.done),
                        name(line.kind)),
            for_the_exam(line)};
      case plan::ExamWork::rest:
        return Suggestion{
            now.exam->checklist ? "gradus exam status" : "gradus exam countdown",
            for_the_exam(line) +
                (now.exam->checklist ? "; the checklist of the exam's day is in there" : "")};
      case plan::ExamWork::exam:
        break;
    }
  }
  return std::nullopt;
}

// The day had something for the exam and nothing else, and it is done.
Suggested done_for_the_exam(const Today& now) {
  const bool any = now.exam && !now.exam->lines.empty();
  if (!any || !now.blocks.empty()) return std::nullopt;
  std::string done;
  for (const auto& each : now.exam->lines) {
    if (!each.is_done()) return std::nullopt;
    done += (done.empty() ? "" : ", ") + each.line.task;
  }
  return Suggestion{"gradus exam countdown", "done for today: " + done};
}

// What was planned is studied: the evening is the learner's own.
Suggested done_for_today(const Today& now) {
  if (!now.done_today()) return std::nullopt;
  std::string done;
  for (const auto& block : now.blocks)
    done += fmt::format("{}{} {}", done.empty() ? "" : ", ", calendar::format_duration(block.done),
                        name(block.block.kind));
  auto reason = "done for today: " + done;
  if (now.next_block) {
    const auto& [on, at, minutes, kind, past] = *now.next_block;
    reason += fmt::format("; next: {}{} {} {}", on.with_weekday(), at ? " " + at->text() : "",
                          name(kind), calendar::format_duration(minutes));
  }
  return Suggestion{"gradus week", std::move(reason)};
}

Suggested late_gate(const Today& now, const plan::Plan& plan) {
  if (now.gate_shut) return std::nullopt;  // what it lacks comes next
  const auto spans = plan.tiers();
  const auto span = std::ranges::find(spans, now.tier->id, &plan::TierSpan::tier);
  if (span == spans.end() || now.date <= span->to) return std::nullopt;
  return Suggestion{"gradus ready",
                    fmt::format("{} was planned until {}, and this is still missing: {}",
                                now.tier->title, spelled(span->to), now.first_unmet()->title)};
}

// More than a week late, the plan no longer says what to do today. On a break nothing is due.
Suggested far_behind(const Today& now) {
  if (now.pause) return std::nullopt;
  constexpr calendar::Days patience{7};
  const auto& week = now.week->week;
  const auto& progress = now.week->progress;
  if (progress.complete || now.date - week.dates.to <= patience) return std::nullopt;
  return Suggestion{
      "gradus replan",
      fmt::format("week {} was planned until {}, with {} still to do: see three ways to continue",
                  week.number, spelled(week.dates.to),
                  calendar::format_duration(progress.planned - progress.actual - progress.filled))};
}

Suggested todays_block(const Today& now) {
  const auto& progress = now.week->progress;
  if (progress.actual + progress.filled >= progress.planned) return std::nullopt;
  const auto open =
      std::ranges::find_if(now.blocks, [](const auto& block) { return block.left() > Minutes{0}; });
  if (open == now.blocks.end()) return std::nullopt;
  const auto& block = open->block;
  const auto left = calendar::format_duration(open->left());
  const auto at = block.at ? fmt::format(" at {}", block.at->text()) : std::string();
  return Suggestion{
      fmt::format("gradus log {} {}", left, calendar::name(block.kind)),
      open->done > Minutes{0}
          ? fmt::format("{} of today's {} left to do", left, activity(block.kind))
          : fmt::format("{} of {} is planned for today{}", left, activity(block.kind), at)};
}

Suggested problem_of_before(const Today& now, const curriculum::Curriculum& curriculum) {
  const auto week = std::ranges::find_if(
      now.open_before, [](const OpenBefore& each) { return !each.problems.empty(); });
  if (week == now.open_before.end()) return std::nullopt;
  const auto& [topic, difficulty, count, top_up] = week->problems.front();
  return Suggestion{fmt::format("gradus solve \"TITLE\" N --topic {} --difficulty {}", topic.text(),
                                name(difficulty)),
                    fmt::format("{} still asks for {} on {}", week->week.text(),
                                text::counted(count, fmt::format("{} problem", name(difficulty))),
                                topic_title(curriculum, topic))};
}

Suggested artefact_of_before(const Today& now) {
  const auto week = std::ranges::find_if(
      now.open_before, [](const OpenBefore& each) { return !each.artefacts.empty(); });
  if (week == now.open_before.end()) return std::nullopt;
  const auto& artefact = week->artefacts.front().artefact;
  return Suggestion{fmt::format("gradus artefact add {} --url URL", artefact.id.text()),
                    fmt::format("{} still asks for this: {}", week->week.text(), artefact.title)};
}

Suggested on_a_break(const Today& now) {
  if (!now.pause) return std::nullopt;
  return Suggestion{"gradus week", fmt::format("nothing is due: the break lasts until {}",
                                               spelled(now.pause->to))};
}

Suggested unsolved_problem(const Today& now, const curriculum::Curriculum& curriculum) {
  const auto row = std::ranges::find_if(now.week->problems, [](const auto& problem) {
    return problem.solved < problem.target.count;
  });
  if (row == now.week->problems.end()) return std::nullopt;
  const auto& [topic, difficulty, count, top_up] = row->target;
  return Suggestion{
      "gradus solve \"TITLE\" N",  // solve takes the first row that is open, too
      fmt::format("week {} asks for {} on {}; {} solved so far", now.week->week.number,
                  text::counted(count, fmt::format("{} problem", name(difficulty))),
                  topic_title(curriculum, topic), row->solved)};
}

Suggested missing_artefact(const Today& now) {
  const auto missing = std::ranges::find(now.week->artefacts, false, &ArtefactProgress::delivered);
  if (missing == now.week->artefacts.end()) return std::nullopt;
  const auto& artefact = missing->artefact;
  return Suggestion{fmt::format("gradus artefact add {} --url URL", artefact.id.text()),
                    fmt::format("this is due on {}: {}", spelled(missing->due), artefact.title)};
}

Suggested unmet_criterion(const Today& now) {
  if (!now.first_unmet() || now.first_unmet()->how.empty()) return std::nullopt;
  return Suggestion{now.first_unmet()->how,
                    fmt::format("the gate still needs this: {}", now.first_unmet()->title)};
}

}  // namespace

Suggestion suggest(const Today& now, const Track& track) {
  if (auto next = take_up_the_timer(now)) return *next;
  if (auto next = exam_itself(now)) return *next;
  const bool begun = now.date >= track.plan.start && now.tier != nullptr;
  if (auto next = begun ? open_the_gate(now) : std::nullopt) return *next;
  if (auto next = exam_line_of_today(now)) return *next;
  if (auto next = after_the_last_tier(now)) return *next;
  if (auto next = before_the_start(now, track.plan)) return *next;
  if (auto next = done_for_today(now)) return *next;
  if (auto next = done_for_the_exam(now)) return *next;
  if (auto next = far_behind(now)) return *next;
  if (auto next = late_gate(now, track.plan)) return *next;
  if (auto next = todays_block(now)) return *next;
  if (auto next = on_a_break(now)) return *next;
  if (auto next = problem_of_before(now, track.curriculum)) return *next;
  if (auto next = artefact_of_before(now)) return *next;
  if (auto next = unsolved_problem(now, track.curriculum)) return *next;
  if (auto next = missing_artefact(now)) return *next;
  if (auto next = unmet_criterion(now)) return *next;
  return {"gradus week", "nothing else is due today"};
}

}  // namespace gradus::insight
