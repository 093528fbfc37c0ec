#include "report/progress_charts.hpp"

#include "report/hours_charts.hpp"
#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace gradus::report {
namespace {

using calendar::format_duration;
using insight::ProgressReport;
using insight::TopicReport;

constexpr double in_percent = 100;
constexpr std::size_t days_in_a_week = 7;
const Part nothing = Paragraph{""};

Column right(std::string title) {
  return {std::move(title), Align::right};
}

std::string percent(const std::optional<double>& share) {
  return share ? fmt::format("{:.0f}%", *share * in_percent) : "";
}

// A row a week and a column a day, still without minutes.
Table days_table(const std::vector<insight::CalendarWeek>& weeks) {
  Table table{{right("week of")}, {}};
  for (const auto* const day : {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"})
    table.columns.push_back(right(day));
  table.rows.reserve(weeks.size());
  for (const auto& week : weeks) {
    std::vector<Cell> row(table.columns.size());
    row.front().text = week.monday.iso();
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string topic_words(const TopicReport& topic) {
  auto words = fmt::format("{} easy, {} medium, {} hard", topic.easy, topic.medium, topic.hard);
  if (topic.first_try) words += fmt::format("; {} at the first try", percent(topic.first_try));
  return words;
}

Table topics_table(const ProgressReport& progress) {
  Table table{{{"topic"},
               right("easy"),
               right("medium"),
               right("hard"),
               right("solved"),
               right("of"),
               right("first try")},
              {}};
  for (const auto& topic : progress.topics)
    table.rows.push_back({{topic.title},
                          {std::to_string(topic.easy)},
                          {std::to_string(topic.medium)},
                          {std::to_string(topic.hard)},
                          {std::to_string(topic.solved())},
                          {topic.target > 0 ? std::to_string(topic.target) : ""},
                          {percent(topic.first_try)}});
  return table;
}

const journal::MockExam& mock_of(const journal::Entry& entry) {
  return std::get<journal::MockExam>(entry.what);
}

// A domain that the exam no longer has is called by its id.
std::string domain_title(const ProgressReport& progress, const std::string& id) {
  for (const auto& row : progress.now.exam->readiness.domains)
    if (row.domain.id.text() == id) return row.domain.title;
  return id;
}

// By domain, in the order of their ids, the scores over time.
std::map<std::string, std::vector<Trend::Point>> domain_points(const ProgressReport& progress) {
  std::map<std::string, std::vector<Trend::Point>> points;
  for (const auto& entry : progress.mocks)
    for (const auto& [domain, score] : mock_of(entry).domains)
      points[domain].push_back({entry.on, score * in_percent});
  return points;
}

Table mocks_table(const ProgressReport& progress,
                  const std::map<std::string, std::vector<Trend::Point>>& domains) {
  Table table{{right("day"), right("score"), {"timed"}}, {}};
  for (const auto& each : domains)
    table.columns.push_back(right(domain_title(progress, each.first)));
  for (const auto& entry : progress.mocks) {
    const auto& mock = mock_of(entry);
    std::vector<Cell> row{{entry.on.iso()}, {percent(mock.score)}, {mock.timed ? "yes" : "no"}};
    for (const auto& each : domains) {
      const auto found = mock.domains.find(each.first);
      row.push_back({found == mock.domains.end() ? "" : percent(found->second)});
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Part tier_pyramid(const ProgressReport& progress) {
  Chart chart{"Criteria met",
              "How many of the criteria at each tier's gate are met.",
              Pyramid{},
              {{{"tier"}, right("criteria met"), {"state"}}, {}}};
  auto& steps = std::get<Pyramid>(chart.drawing).steps;
  for (const auto& tier : progress.tiers) {
    const auto total = tier.gate.criteria.size();
    const auto words = fmt::format("{} of {}", tier.gate.met, total);
    const auto share =
        total == 0 ? 1.0 : static_cast<double>(tier.gate.met) / static_cast<double>(total);
    const bool passed = tier.state == rules::TierState::passed;
    steps.push_back({tier.title, passed ? 1.0 : share, words, std::string(name(tier.state))});
    chart.numbers.rows.push_back({{tier.title}, {words}, {std::string(name(tier.state))}});
  }
  return chart;
}

Part hours_burn_up(const ProgressReport& progress) {
  const auto& hours = progress.hours;
  return burn_up_chart({progress.start, progress.date, hours.planned, hours.studied}, hours.status,
                       hours.finish);
}

Part hours_by_week(const ProgressReport& progress) {
  return weekly_hours_chart(progress.hours.by_week);
}

Part study_days(const ProgressReport& progress) {
  if (progress.hours.by_week.empty()) return nothing;
  const auto from = progress.hours.by_week.front().monday;
  DayMap map{.from = from, .to = progress.date, .days = {}, .unit = " min"};
  auto numbers = days_table(progress.hours.by_week);
  for (const auto& [day, minutes] : progress.hours.by_day) {
    if (day < from || day > progress.date || minutes.total() <= calendar::Minutes{0}) continue;
    map.days.emplace_back(day, static_cast<double>(minutes.total().count()));
    const auto since = static_cast<std::size_t>((day - from).count());
    numbers.rows.at(since / days_in_a_week).at(1 + since % days_in_a_week).text =
        format_duration(minutes.total());
  }
  if (map.days.empty()) return nothing;
  auto words = fmt::format("{} with study from {} to {}.", counted(map.days.size(), "day"),
                           from.iso(), progress.date.iso());
  return Chart{"Days of study", std::move(words), std::move(map), std::move(numbers)};
}

Part problems_by_topic(const ProgressReport& progress) {
  if (progress.problems_solved == 0) return nothing;
  StackedBars bars{.kinds = {"easy", "medium", "hard"}, .rows = {}};
  for (const auto& topic : progress.topics) {
    if (topic.solved() == 0) continue;
    bars.rows.push_back({topic.title,
                         {static_cast<double>(topic.easy), static_cast<double>(topic.medium),
                          static_cast<double>(topic.hard)},
                         topic_words(topic)});
  }
  return Chart{"Problems solved, by topic",
               fmt::format("{} of {} solved.", progress.problems_solved,
                           counted(progress.problems_target, "problem")),
               std::move(bars), topics_table(progress)};
}

Part mock_exams(const ProgressReport& progress) {
  if (progress.mocks.empty() || !progress.now.exam) return nothing;
  const auto& exam = progress.now.exam->readiness.exam;
  Trend trend{.lines = {{"all", {}, Trend::Stroke::solid}},
              .level = Trend::Level{"target", exam.target * in_percent},
              .unit = "%"};
  for (const auto& entry : progress.mocks)
    trend.lines.front().points.push_back({entry.on, mock_of(entry).score * in_percent});
  const auto domains = domain_points(progress);
  for (const auto& [domain, points] : domains)
    trend.lines.push_back({domain_title(progress, domain), points, Trend::Stroke::dotted});
  return Chart{
      "Mock exams over time",
      fmt::format("{} of {}; the target is {}.", counted(progress.mocks.size(), "mock exam"),
                  exam.id, percent(exam.target)),
      std::move(trend), mocks_table(progress, domains)};
}

Part recall_by_topic(const ProgressReport& progress) {
  BarList list;
  for (const auto& topic : progress.topics)
    if (topic.recall) list.bars.push_back({topic.title, *topic.recall, 1.0, percent(topic.recall)});
  return list;
}

}  // namespace gradus::report
