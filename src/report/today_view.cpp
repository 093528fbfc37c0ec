#include "gradus/report/exam.hpp"
#include "gradus/report/timer.hpp"
#include "gradus/report/views.hpp"
#include "gradus/report/writers.hpp"
#include "gradus/text/shell_quote.hpp"

#include "report/exam_parts.hpp"
#include "report/hours_charts.hpp"
#include "report/joined.hpp"
#include "report/open_weeks.hpp"
#include "report/phrases.hpp"
#include "report/week_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace gradus::report {
namespace {

std::string blocks_text(const insight::Today& today) {
  using calendar::Minutes;
  if (today.blocks.empty() && today.pause) {
    const auto note = today.pause->note.empty() ? "" : ": " + today.pause->note;
    return fmt::format("a break until {}{}", day_text(today.pause->to), note);
  }
  if (today.blocks.empty()) return "no study block planned";
  std::string text;
  for (const auto& each : today.blocks) {
    text += (text.empty() ? "" : ", ") + block_text(each.block);
    if (each.left() == Minutes{0}) {
      text += " (done)";
    } else if (each.done > Minutes{0}) {
      text += fmt::format(" ({} to go)", calendar::format_duration(each.left()));
    }
  }
  return text;
}

// "3 days over"; empty while the week lasts.
std::string over_text(const insight::Today& today) {
  const auto late = (today.date - today.week->week.dates.to).count();
  return late > 0 ? counted(late, "day") + " over" : std::string();
}

// The week's dates, and how far off they are. Of a tier that waits for its gate alone they say
// nothing.
std::string dates_text(const insight::Today& today, const plan::Plan& plan) {
  const auto& week = today.week->week;
  auto span = span_text(week.dates.from, week.dates.to);
  if (today.date < plan.start) return span;
  if (today.gate_shut) return week.load.gate ? joined({span, over_text(today)}, ", ") : "";
  const auto ahead = (week.dates.from - today.date).count();
  if (ahead <= 0) return joined({span, over_text(today)}, ", ");
  return span + (today.open_before.empty()
                     ? fmt::format(", {} ahead of the plan", counted(ahead, "day"))
                     : fmt::format(", hours {} ahead", counted(ahead, "day")));
}

std::string week_text(const insight::Today& today, const insight::Track& track) {
  const auto& week = today.week->week;
  if (today.gate_shut && !week.load.gate)
    return joined(
        {fmt::format("all weeks of {} are studied; its gate is still shut", today.tier->title),
         over_text(today)},
        ", ");
  return fmt::format("{} of {} · {}", week.number, track.plan.weeks.size(), title_text(week));
}

// "1h30m and 2 problems, for tiers that are still locked".
std::string waiting_text(const insight::Waiting& waiting) {
  const auto timed = waiting.minutes.count() > 0 ? calendar::format_duration(waiting.minutes) : "";
  const auto solved = waiting.problems > 0 ? counted(waiting.problems, "problem") : "";
  const auto what = joined({timed, solved}, " and ");
  return what.empty() ? what : what + ", for tiers that are still locked";
}

// "1h45m: Sun 1h, Mon 45m"; "Mon 45m".
std::string missed_text(const std::vector<plan::Block>& blocks) {
  std::map<calendar::Date, calendar::Minutes> days;
  calendar::Minutes sum{0};
  for (const auto& block : blocks) {
    days[block.on] += block.minutes;
    sum += block.minutes;
  }
  std::vector<std::string> parts;
  parts.reserve(days.size());
  for (const auto& [day, minutes] : days)
    parts.push_back(fmt::format("{} {}", calendar::short_title(day.weekday()),
                                calendar::format_duration(minutes)));
  const auto by_day = joined(parts, ", ");
  return parts.size() == 1 ? by_day : fmt::format("{}: {}", calendar::format_duration(sum), by_day);
}

// "20 easy, 12 medium problems on Joins; w2-join-kinds by Wed 2026-10-14".
std::string left_text(const insight::Today& today, const curriculum::Curriculum& curriculum) {
  const auto& week = *today.week;
  std::vector<std::string> parts;
  const auto kinds = insight::unsolved(week);
  for (auto kind = kinds.begin(); kind != kinds.end();) {
    const auto& topic = kind->topic;
    std::vector<std::string> counts;
    int last = 0;
    for (; kind != kinds.end() && kind->topic == topic; ++kind) {
      last = kind->count;
      counts.push_back(fmt::format("{} {}", last, name(kind->difficulty)));
    }
    const bool one = counts.size() == 1 && last == 1;
    parts.push_back(fmt::format("{} problem{} on {}", joined(counts, ", "), one ? "" : "s",
                                topic_title(curriculum, topic)));
  }
  for (const auto& row : week.artefacts)
    if (!row.delivered)
      parts.push_back(fmt::format(
          "{} {}", row.artefact.id.text(),
          row.late ? fmt::format("{} late", counted((today.date - row.due).count(), "day"))
                   : "by " + day_text(row.due)));
  return joined(parts, "; ");
}

// "sql-window-30 (0 of 30 problems), sql-cte-chain (not signed yet) and 5 more".
std::string lacks_text(const std::vector<rules::CriterionResult>& unmet) {
  constexpr std::size_t most = 2;
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < std::min(most, unmet.size()); ++i)
    parts.push_back(fmt::format("{} ({})", unmet[i].id.text(), have_of_need(unmet[i].outcome)));
  const auto text = joined(parts, ", ");
  return unmet.size() > most ? fmt::format("{} and {} more", text, unmet.size() - most) : text;
}

// "SQL (tier 1 of 6), 3 weeks in a row with study".
std::string tier_text(const insight::Today& today) {
  const auto streak = today.streak_weeks == 0 ? std::string()
                      : today.streak_weeks == 1
                          ? "1 week with study"
                          : counted(today.streak_weeks, "week") + " in a row with study";
  return joined(
      {fmt::format("{} (tier {} of {})", today.tier->title, today.tier_number, today.tiers_total),
       streak},
      ", ");
}

// "in exam-prep: 20:30 lab 1h (gradus --track exam-prep today); oils: …".
std::string elsewhere_text(const std::vector<insight::TrackToday>& tracks) {
  std::vector<std::string> parts;
  parts.reserve(tracks.size());
  for (const auto& [track, blocks] : tracks) {
    std::vector<std::string> texts;
    texts.reserve(blocks.size());
    for (const auto& each : blocks) texts.push_back(block_text(each.block));
    parts.push_back(fmt::format("in {}: {} (gradus --track {} today)", track, joined(texts, ", "),
                                text::shell_quote(track)));
  }
  return joined(parts, "; ");
}

// "today: Mock exam 2, against the clock (1h30m)", "… (done)", "… (30m to go)".
std::string exam_line_text(const insight::TodaysExamLine& each) {
  const auto& line = each.line;
  if (each.is_done()) return fmt::format("today: {} (done)", line.task);
  if (line.minutes == calendar::Minutes{0}) return "today: " + line.task;
  const auto left = calendar::format_duration(line.minutes - each.done);
  return fmt::format("today: {} ({}{})", line.task, left,
                     each.done > calendar::Minutes{0} ? " to go" : "");
}

// "Mon 2027-03-15, in 9 days; today: Mock exam 2, against the clock (1h30m)".
std::string exam_text(const insight::Today& today) {
  if (!today.exam) return {};
  std::vector<std::string> parts;
  if (const auto& date = today.exam->exam_date) {
    const auto left = (*date - today.date).count();
    parts.push_back(
        fmt::format("{}, {}", day_text(*date), left == 0 ? "today" : "in " + counted(left, "day")));
  } else if (const auto& past = today.exam->past) {
    parts.push_back(fmt::format("{}, {} ago", day_text(past->on),
                                counted((today.date - past->on).count(), "day")));
  }
  for (const auto& each : today.exam->lines)
    if (each.line.kind != plan::ExamWork::exam) parts.push_back(exam_line_text(each));
  return joined(parts, "; ");
}

// "2 of 3 timed, lowest 74%; under 80%: governance 55%".
std::string mock_exams_text(const insight::Today& today) {
  if (!today.exam || !today.exam->readiness.lowest) return {};
  const auto& readiness = today.exam->readiness;
  return joined({fmt::format("{} of {} timed, lowest {}", readiness.mocks.size(),
                             readiness.exam.mocks, percent_text(*readiness.lowest)),
                 under_target_text(readiness)},
                "; ");
}

// "Top earners, Trips and 2 more (gradus review)".
std::string due_text(const std::vector<std::string>& titles) {
  constexpr std::size_t most = 2;
  if (titles.empty()) return {};
  const auto shown = std::min(most, titles.size());
  const auto named =
      joined({titles.begin(), titles.begin() + static_cast<std::ptrdiff_t>(shown)}, ", ");
  const auto more =
      titles.size() > most ? fmt::format(" and {} more", titles.size() - most) : std::string();
  return fmt::format("{}{} (gradus review)", named, more);
}

// "weak: joins (gradus pace --by topic)".
std::string weak_text(const std::vector<curriculum::TopicId>& topics) {
  constexpr std::size_t most = 2;
  if (topics.empty()) return {};
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < std::min(most, topics.size()); ++i) ids.push_back(topics[i].text());
  return fmt::format("weak: {} (gradus pace --by topic)", joined(ids, ", "));
}

// On a day without a block for it, how much there is to review will do.
std::string review_text(const insight::ReviewBlock& review) {
  if (review.done)
    return review.reviewed > 0 ? fmt::format("done for today, {} reviewed", review.reviewed) : "";
  if (review.planned) return joined({due_text(review.titles), weak_text(review.weak_topics)}, "; ");
  if (review.titles.empty()) return {};
  return fmt::format("{} for today, {} (gradus review)", review.titles.size(),
                     calendar::format_duration(review.minutes));
}

// What is told where the screen has room for it.
enum class Room { ample, tight };

// "query-tuning, 1 of 6 checks passed, next plan-aloud (gradus module ready query-tuning)".
std::string module_text(const insight::ModuleState& state, Room room) {
  const auto& id = state.module.id.text();
  const auto* const next = state.first_open();
  if (next == nullptr) return id + ", passed";
  const auto checks = counted(state.module.checks.size(), "check");
  auto text = fmt::format("{}, {} of {} passed", id, state.met(), checks);
  if (room == Room::ample)
    text += fmt::format(", next {} (gradus module ready {})", next->id.text(), id);
  return text;
}

// The first that is open says how far it is; any other that is open has its name alone.
std::string modules_text(const std::vector<insight::ModulePage>& pages, Room room) {
  const auto is_open = [](const auto& page) { return page.state.first_open() != nullptr; };
  const auto first = std::ranges::find_if(pages, is_open);
  std::vector<std::string> parts;
  if (first != pages.end()) parts.push_back(module_text(first->state, room));
  for (auto page = pages.begin(); page != pages.end(); ++page)
    if (page != first)
      parts.push_back(is_open(*page) ? page->state.module.id.text()
                                     : module_text(page->state, room));
  return joined(parts, "; ");
}

// Where the learner is. Facts without a value are left out.
FactList position(const insight::Today& today, const insight::Track& track, Room room) {
  FactList facts{{{"Tier", tier_text(today)},
                  {"Week", week_text(today, track)},
                  {"Dates", dates_text(today, track.plan)},
                  {"Today", blocks_text(today)},
                  {"Module", modules_text(today.modules, room)},
                  {"Exam", exam_text(today)},
                  {"Mocks", mock_exams_text(today)},
                  {"Review", review_text(today.to_review)},
                  {"Also", elsewhere_text(today.elsewhere)},
                  {"Missed", today.missed.empty() ? "" : missed_text(today.missed)},
                  {is_late(today.open_before) ? "Behind" : "Open", behind_text(today.open_before)},
                  {"Left", left_text(today, track.curriculum)},
                  {"Gate", today.at_the_gate() ? "lacks " + lacks_text(today.unmet) : ""},
                  {"Plan", unplanned_gate_text(today)},
                  {"Waiting", today.at_the_gate() ? "" : waiting_text(today.waiting)},
                  {"Timer", today.timer ? describe(*today.timer) : ""}}};
  std::erase_if(facts.facts, [](const auto& fact) { return fact.second.empty(); });
  return facts;
}

BarList progress(const insight::Today& today) {
  BarList list;
  if (today.week) list.bars = week_bars(insight::amounts(*today.week));
  if (today.criteria_total > 0)
    list.bars.push_back(
        criteria_bar(today.criteria_met, today.criteria_waived, today.criteria_total));
  for (auto& bar : last_days_bar(today.last_days).bars) list.bars.push_back(std::move(bar));
  return list;
}

Document screen_of(const insight::Today& today, const insight::Track& track, Room room) {
  Section screen{fmt::format("{} · {}", day_text(today.date), track.curriculum.title), {}};
  auto& parts = screen.parts;
  if (today.tier != nullptr && today.week) {
    parts.emplace_back(position(today, track, room));
  } else {
    parts.emplace_back(Paragraph{"Every tier is passed."});
    FactList facts{{{"Exam", exam_text(today)}, {"Mocks", mock_exams_text(today)}}};
    std::erase_if(facts.facts, [](const auto& fact) { return fact.second.empty(); });
    parts.emplace_back(std::move(facts));
  }
  parts.emplace_back(progress(today));
  if (today.tier == nullptr && !today.unmet.empty())
    parts.emplace_back(Paragraph{"The finish check lacks " + lacks_text(today.unmet) + "."});
  parts.emplace_back(Command{today.next.command, today.next.reason});
  return {{std::move(screen)}};
}

// In 20 lines of 80 columns.
bool fits(const Document& document) {
  constexpr std::ptrdiff_t most_lines = 20;
  const auto text = write_text(document, {.width = 80});
  return std::ranges::count(text, '\n') <= most_lines;
}

}  // namespace

// What a full screen has no room for goes: first the picture of the last days, then what could be
// reviewed, then what a module asks for next.
Document view(const insight::Today& today, const insight::Track& track) {
  auto shown = today;
  auto document = screen_of(shown, track, Room::ample);
  if (fits(document)) return document;
  shown.last_days.clear();
  document = screen_of(shown, track, Room::ample);
  const bool optional_review = !today.to_review.planned && !today.to_review.titles.empty();
  if ((!optional_review && today.modules.empty()) || fits(document)) return document;
  if (optional_review) {
    shown.to_review.titles.clear();
    document = screen_of(shown, track, Room::ample);
  }
  if (today.modules.empty() || fits(document)) return document;
  return screen_of(shown, track, Room::tight);
}

}  // namespace gradus::report
