#include "gradus/report/drills.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace gradus::report {
namespace {

using curriculum::Question;

// "prompt", "timed, 1:00"
std::string kind_text(const Question& question) {
  const auto kind = std::string(name(question.kind));
  return question.limit ? fmt::format("{}, {}", kind, clock_text(*question.limit)) : kind;
}

Table table_of(const std::vector<const Question*>& questions) {
  Table table{{{"id", Align::left, true}, {"kind", Align::left, true}, {"question"}}, {}};
  const bool interviews = std::ranges::any_of(
      questions, [](const auto* question) { return question->interview.has_value(); });
  if (interviews) table.columns.push_back({"as interview", Align::left, false, true});
  table.rows.reserve(questions.size());
  for (const auto* question : questions) {
    std::vector<Cell> row{{question->id.text()}, {kind_text(*question)}, {question->title}};
    if (interviews) row.push_back({question->interview.value_or("")});
    table.rows.push_back(std::move(row));
  }
  return table;
}

ItemList numbered_points(const Question& question) {
  ItemList list;
  list.items.reserve(question.points.size());
  for (std::size_t i = 0; i < question.points.size(); ++i)
    list.items.push_back({fmt::format("{}.", i + 1), Tone::plain, question.points[i], {}});
  return list;
}

// How to record an answer; which points it had can be said only of points that were shown.
Command recording_command(const Question& question, bool points_shown) {
  if (!points_shown)
    return {fmt::format("gradus drill {} --points", question.id.text()),
            fmt::format("shows what a good answer says, once you have answered; then record yours: "
                        "gradus drill {} --seconds N --said 1,2",
                        question.id.text())};
  return {fmt::format("gradus drill {} --seconds N --said 1,2", question.id.text()),
          "records your answer: how long it took, and which points you said (or all, none)"};
}

}  // namespace

std::string clock_text(std::chrono::seconds time) {
  const auto seconds = time.count();
  if (seconds < 3600) return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
  return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string stopwatch_line(const std::string& label, std::chrono::seconds time,
                           const TextStyle& style) {
  const auto clock = clock_text(time);
  const auto line = fmt::format("{}  {}", label, clock);
  return style.width && line.size() >= *style.width ? clock.substr(0, *style.width) : line;
}

Document view(const std::vector<Question>& questions) {
  if (questions.empty()) return {{Paragraph{"No questions."}}};
  std::vector<std::pair<curriculum::TierId, std::vector<const Question*>>> tiers;
  for (const auto& question : questions) {
    auto found =
        std::ranges::find_if(tiers, [&](const auto& tier) { return tier.first == question.tier; });
    if (found == tiers.end()) found = tiers.insert(tiers.end(), {question.tier, {}});
    found->second.push_back(&question);
  }
  Document document;
  for (const auto& [tier, of_tier] : tiers)
    document.parts.emplace_back(
        Section{fmt::format("{}: {}", tier.text(), counted(of_tier.size(), "question")),
                {table_of(of_tier)}});
  document.parts.emplace_back(Command{"gradus drill ID", "asks one of them"});
  return document;
}

Document view(const AskedQuestion& asked) {
  if (asked.question == nullptr)
    return {
        {Paragraph{"You have answered every question there is today. They come back another "
                   "day; one by its id may be asked again: gradus drill ID"}}};
  const auto& question = *asked.question;
  Section section{fmt::format("{} ({})", question.title, question.id.text()),
                  {Paragraph{question.ask}}};
  if (asked.points)
    section.parts.emplace_back(Section{"A good answer says", {numbered_points(question)}});
  Document document{{std::move(section)}};
  if (asked.how_to_record) document.parts.emplace_back(recording_command(question, asked.points));
  return document;
}

Document recording_view(const Question& question) {
  return {{recording_command(question, false)}};
}

Document points_view(const Question& question) {
  return {{Section{"A good answer says", {numbered_points(question)}}}};
}

}  // namespace gradus::report
