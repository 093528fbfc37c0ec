#include "gradus/report/exam.hpp"
#include "gradus/report/views.hpp"

#include "report/exam_parts.hpp"
#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gradus::report {
namespace {

using insight::ExamReadiness;
using insight::ExamStatus;
using insight::Unready;

// Two decimals of the share, as in JSON. The lowest score is told in full: 79.5% is not 80%.
std::string mean_text(double mean) {
  constexpr double percent = 100;
  return number_text(std::round(mean * percent)) + "%";
}

std::string tenths_text(int tenths) {
  constexpr double in_an_hour = 10;
  return fmt::format("{:.1f} h", tenths / in_an_hour);
}

// "two timed mock exams": small numbers in words, as people say them.
std::string in_words(std::size_t number, std::string_view noun) {
  constexpr std::array<std::string_view, 6> words{"no", "one", "two", "three", "four", "five"};
  if (number >= words.size()) return counted(number, noun);
  return fmt::format("{} {}{}", words.at(number), noun, number == 1 ? "" : "s");
}

std::string last_days(const ExamReadiness& readiness) {
  return "in the last " + counted(readiness.exam.within.count(), "day");
}

std::string needed(const ExamReadiness& readiness) {
  return fmt::format("{} {} needed, each at {} or above",
                     in_words(static_cast<std::size_t>(readiness.exam.mocks), "mock"),
                     readiness.exam.mocks == 1 ? "is" : "are", percent_text(readiness.exam.target));
}

std::string verdict_text(const ExamReadiness& readiness) {
  return fmt::format("{}: {}.", readiness.ready() ? "Ready" : "Not ready", reason_text(readiness));
}

std::string uncounted_text(const ExamReadiness& readiness) {
  std::vector<std::string> parts;
  if (readiness.untimed > 0)
    parts.push_back(fmt::format("{} without the clock", readiness.untimed));
  if (readiness.older > 0) parts.push_back(fmt::format("{} from before", readiness.older));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string every_domain_text(const ExamReadiness& readiness) {
  if (!readiness.every_domain_over) return {};
  return fmt::format("{} over {} in the newest mock exam",
                     *readiness.every_domain_over ? "each" : "not each",
                     percent_text(readiness.exam.target));
}

std::string exam_date_text(const ExamStatus& status) {
  const auto& date = status.planned.exam_date;
  if (!date) return {};
  const auto left = (*date - status.readiness.today).count();
  if (left < 0) return day_text(*date) + ", over";
  if (left == 0) return day_text(*date) + ", today";
  return fmt::format("{}, in {}", day_text(*date), counted(left, "day"));
}

FactList exam_facts(const ExamStatus& status) {
  const auto& readiness = status.readiness;
  const auto share = [](const auto& value) { return value ? percent_text(*value) : ""; };
  FactList facts{{{"Mean", readiness.mean ? mean_text(*readiness.mean) : ""},
                  {"Lowest", share(readiness.lowest)},
                  {"Gap", readiness.gap_points.value_or(0) > 0
                              ? fmt::format("{:.1f} points to {}", *readiness.gap_points,
                                            percent_text(readiness.exam.target))
                              : ""},
                  {"Domains", every_domain_text(readiness)},
                  {"Not counted", uncounted_text(readiness)},
                  {"Exam", exam_date_text(status)}}};
  std::erase_if(facts.facts, [](const auto& fact) { return fact.second.empty(); });
  return facts;
}

Section budget_section(const ExamStatus& status) {
  Table table{{{"domain"}, {"weight", Align::right}, {"hours", Align::right}}, {}};
  for (const auto& [domain, weight, tenths] : status.budget) {
    const auto found =
        std::ranges::find(status.readiness.exam.domains, domain, &curriculum::Topic::id);
    table.rows.push_back({{found->title}, {percent_text(weight)}, {tenths_text(tenths)}});
  }
  return {status.tenths ? fmt::format("{} of study, by weight", tenths_text(*status.tenths)) : "",
          {std::move(table)}};
}

Section labs_section(const std::vector<insight::LabCoverage>& rows) {
  Table table{{{"domain"}, {"done", Align::right}, {"labs"}}, {}};
  for (const auto& [domain, labs, delivered] : rows) {
    std::vector<std::string> names;
    names.reserve(labs.size());
    for (const auto& lab : labs) names.push_back(lab.text());
    const bool all = !labs.empty() && delivered == labs.size();
    table.rows.push_back(
        {{domain.title},
         {fmt::format("{} of {}", delivered, labs.size()), all ? Tone::good : Tone::plain},
         {labs.empty() ? "no lab practises it" : fmt::format("{}", fmt::join(names, ", "))}});
  }
  return {"Labs", {std::move(table)}};
}

std::string passes_text(const std::vector<calendar::Minutes>& passes) {
  std::string text;
  for (const auto minutes : passes)
    text += (text.empty() ? "" : ", then ") + calendar::format_duration(minutes);
  return text;
}

Section pacing_section(const curriculum::Pacing& pacing) {
  FactList facts{
      {{"Questions", fmt::format("{} in {}; {} right ones pass ({})", pacing.items,
                                 calendar::format_duration(pacing.minutes), pacing.right_answers(),
                                 percent_text(pacing.pass))},
       {"Passes", passes_text(pacing.passes)},
       {"Skip", pacing.skip_after
                    ? fmt::format("mark it and go on after {} seconds", pacing.skip_after->count())
                    : ""},
       {"At most", pacing.most ? fmt::format("{} seconds for one", pacing.most->count()) : ""}}};
  std::erase_if(facts.facts, [](const auto& fact) { return fact.second.empty(); });
  return {"Time in the exam", {std::move(facts)}};
}

Section checklist_section(const std::vector<std::string>& lines) {
  ItemList list;
  list.items.reserve(lines.size());
  for (const auto& line : lines) list.items.push_back(plain_item(line));
  return {"The day of the exam", {std::move(list)}};
}

Section next_section(const ExamStatus& status) {
  ItemList list;
  for (const auto& criterion : status.next->criteria)
    list.items.push_back(criterion_item(
        criterion, mark_of(criterion.status, rules::still_open(*status.next)), Detail::brief));
  return {"After it: " + status.about->next,
          {Paragraph{met_text(*status.next) + "."}, std::move(list)}};
}

Command next_step(const ExamStatus& status) {
  const auto& readiness = status.readiness;
  if (!readiness.ready())
    return {fmt::format("gradus exam add {} --score N --timed", readiness.exam.id),
            "records the next mock exam; add --domain DOMAIN=N for each domain"};
  if (!status.planned.exam_date || *status.planned.exam_date < readiness.today)
    return {"gradus exam countdown DATE", "plans the 14 days before the exam"};
  return {"gradus exam countdown", "shows the days before the exam"};
}

Tone tone_of(const plan::ExamLine& line, calendar::Date today) {
  if (line.on < today) return Tone::faint;
  return line.on == today || line.kind == plan::ExamWork::exam ? Tone::strong : Tone::plain;
}

std::string before_text(const plan::ExamLine& line, const insight::ExamCountdown& countdown) {
  if (line.is_day_before()) return "D" + line.name.substr(1);
  return line.kind == plan::ExamWork::exam && countdown.planned.exam_date ? "exam" : "";
}

Table countdown_table(const insight::ExamCountdown& countdown) {
  Table table{{{"", Align::left, true},
               {"day", Align::left, true},
               {"time", Align::right, true},
               {"kind"},
               {"task"}},
              {}};
  for (const auto& line : countdown.planned.lines) {
    const auto tone = tone_of(line, countdown.today);
    table.rows.push_back(
        {{before_text(line, countdown), tone},
         {day_text(line.on), tone},
         {line.minutes > calendar::Minutes{0} ? calendar::format_duration(line.minutes) : "", tone},
         {std::string(name(line.kind)), tone},
         {line.task, tone}});
  }
  return table;
}

std::string countdown_sum(const insight::ExamCountdown& countdown) {
  calendar::Minutes sum{0};
  const auto days = countdown.planned.days();
  for (const auto& line : days) sum += line.minutes;
  const auto mocks = std::ranges::count(days, plan::ExamWork::mock, &plan::ExamLine::kind);
  calendar::Minutes on_top{0};
  for (const auto& line : countdown.planned.lines)
    if (line.is_review()) on_top += line.minutes;
  return fmt::format(
      "{}, {} in all{}.", counted(mocks, "mock exam"), calendar::format_duration(sum),
      on_top > calendar::Minutes{0}
          ? fmt::format(", and {} of review for weak domains", calendar::format_duration(on_top))
          : "");
}

std::string countdown_title(const insight::ExamCountdown& countdown) {
  const auto& [exam, date, lines] = countdown.planned;
  if (!date) return fmt::format("For the exam {}", exam);
  const auto left = (*date - countdown.today).count();
  return fmt::format("Countdown to {} on {}, {}", exam, day_text(*date),
                     left < 0    ? "over"
                     : left == 0 ? "today"
                                 : "in " + counted(left, "day"));
}

}  // namespace

std::string percent_text(double share) {
  constexpr double tenths_of_percent = 1000;
  constexpr double tenths = 10;
  constexpr double rounding = 1e-9;  // 0.57 x 1000 is a little less than 570
  return number_text(std::floor(share * tenths_of_percent + rounding) / tenths) + "%";
}

std::string reason_text(const ExamReadiness& readiness) {
  const auto timed = in_words(readiness.mocks.size(), "timed mock exam");
  switch (readiness.why) {
    case Unready::none:
      return fmt::format("{} {}, each at {} or above", timed, last_days(readiness),
                         percent_text(readiness.exam.target));
    case Unready::under_target:
      return fmt::format("{}{} {} {} {}; {}", readiness.mocks.size() == 1 ? "the " : "of ", timed,
                         last_days(readiness),
                         readiness.mocks.size() == 1 ? "is at" : "the lowest is",
                         percent_text(*readiness.lowest), needed(readiness));
    case Unready::no_mocks:
    case Unready::too_few:
      break;
  }
  return fmt::format("{} {}; {}", timed, last_days(readiness), needed(readiness));
}

BarList domain_bars(const ExamReadiness& readiness) {
  BarList list;
  for (const auto& row : readiness.domains) {
    if (!row.score) continue;
    auto words =
        fmt::format("{} of {}", percent_text(*row.score), percent_text(readiness.exam.target));
    if (row.weak) words += ", needs review";
    list.bars.push_back({row.domain.title, *row.score, readiness.exam.target, std::move(words)});
  }
  return list;
}

std::string mocks_text(const ExamReadiness& readiness) {
  auto text = fmt::format("{} of {} timed {}", readiness.mocks.size(), readiness.exam.mocks,
                          last_days(readiness));
  if (readiness.mean)
    text += fmt::format(", mean {}, lowest {}", mean_text(*readiness.mean),
                        percent_text(*readiness.lowest));
  return text;
}

std::string under_target_text(const ExamReadiness& readiness) {
  std::vector<std::string> parts;
  for (const auto& row : readiness.domains)
    if (row.score && row.under_target)
      parts.push_back(fmt::format("{} {}", row.domain.id.text(), percent_text(*row.score)));
  if (parts.empty()) return {};
  return fmt::format("under {}: {}", percent_text(readiness.exam.target), fmt::join(parts, ", "));
}

Document view(const ExamStatus& status) {
  const auto& readiness = status.readiness;
  Section screen{
      "Exam: " + readiness.exam.id,
      {Paragraph{verdict_text(readiness)}, exam_facts(status),
       Section{"Domains, in the newest mock exam that scores them", {domain_bars(readiness)}}}};
  if (!status.budget.empty()) screen.parts.emplace_back(budget_section(status));
  screen.parts.emplace_back(labs_section(status.labs));
  if (status.about && status.about->pacing)
    screen.parts.emplace_back(pacing_section(*status.about->pacing));
  if (insight::shows_checklist(status))
    screen.parts.emplace_back(checklist_section(status.about->day));
  if (status.next) screen.parts.emplace_back(next_section(status));
  screen.parts.emplace_back(next_step(status));
  return {{std::move(screen)}};
}

Document view(const insight::ExamCountdown& countdown) {
  if (countdown.cleared) return {{Paragraph{"No day before an exam is planned any more."}}};
  if (countdown.planned.lines.empty())
    return {{Paragraph{"No countdown to an exam is planned."},
             Command{"gradus exam countdown DATE", "plans the 14 days before the exam"}}};
  Section screen{countdown_title(countdown), {countdown_table(countdown)}};
  if (countdown.planned.exam_date) screen.parts.emplace_back(Paragraph{countdown_sum(countdown)});
  screen.parts.emplace_back(Section{"Warnings", {warning_list(countdown.warnings)}});
  if (!countdown.checklist.empty())
    screen.parts.emplace_back(checklist_section(countdown.checklist));
  return {{std::move(screen)}};
}

}  // namespace gradus::report
