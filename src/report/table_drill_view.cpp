#include "gradus/decisions/answer.hpp"
#include "gradus/report/table_drill.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

#include <utility>

namespace gradus::report {
namespace {

using decisions::AnswerForm;
using decisions::in_words;

std::string with_unit(const decisions::Input& input, const decisions::Value& value) {
  const auto words = in_words(value);
  return input.unit.empty() || !std::holds_alternative<double>(value)
             ? words
             : fmt::format("{} {}", words, input.unit);
}

// "scan-orders: ms 6,210; children none"
Line record_line(const decisions::Record& record) {
  std::vector<std::string> parts;
  parts.reserve(record.fields.size());
  for (const auto& [name, value] : record.fields)
    parts.push_back(fmt::format("{} {}", name, in_words(value)));
  return fmt::format("{}: {}", record.id, fmt::join(parts, "; "));
}

ItemList given_list(const decisions::Table& table, const decisions::Item& item) {
  ItemList list;
  list.items.reserve(table.inputs.size());
  for (const auto& input : table.inputs) {
    const auto found = item.given.find(input.id);
    if (found == item.given.end()) continue;
    const auto* records = std::get_if<decisions::Records>(&found->second);
    auto line =
        plain_item(records ? input.title + ":"
                           : fmt::format("{} {}", input.title, with_unit(input, found->second)));
    if (records)
      for (const auto& record : *records) line.details.push_back(record_line(record));
    list.items.push_back(std::move(line));
  }
  return list;
}

ItemList choices_list(const decisions::ItemQuestion& question) {
  ItemList list;
  list.items.reserve(question.choices.size());
  for (std::size_t i = 0; i < question.choices.size(); ++i)
    list.items.push_back({fmt::format("{}.", i + 1), Tone::plain, question.choices[i], {}});
  return list;
}

Section item_section(const AskedItem& asked) {
  Section section{fmt::format("{} of {}", asked.number, asked.of), {}};
  section.parts.emplace_back(given_list(asked.table, asked.item));
  section.parts.emplace_back(Paragraph{asked.question.title});
  section.parts.emplace_back(choices_list(asked.question));
  return section;
}

// "Row fits: the smaller side …"; of findings each has its own reason.
std::string decision_reason(const decisions::Table& table, const decisions::Decision& decision) {
  if (table.hit == decisions::Hit::all || table.is_sequence()) return {};
  if (decision.by.empty()) return decision.why;
  return fmt::format("Row {}{}", decision.by.front(),
                     decision.why.empty() ? "." : ": " + decision.why);
}

}  // namespace

Document view(const TableRound& round) {
  const auto& [table, items] = round.drawn;
  Section section{table.title, {}};
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto question = question_of(table, items[i]);
    auto item = item_section({table, items[i], question, i + 1, items.size()});
    if (round.answers) {
      item.parts.emplace_back(Paragraph{"Answer: " + right_in_words(question) + "."});
      item.parts.emplace_back(Paragraph{decision_reason(table, items[i].decision)});
    }
    section.parts.emplace_back(std::move(item));
  }
  Document document{{std::move(section)}};
  document.parts.emplace_back(Command{
      fmt::format("gradus drill {0} --seconds N --score N/{1} --items {1}", table.id, items.size()),
      "records a round that you did on paper: how long it took, and how many were right"});
  return document;
}

Document view(const AskedItem& asked) {
  return {{item_section(asked)}};
}

std::string prompt_of(const decisions::ItemQuestion& question) {
  const auto last = question.choices.size();
  switch (question.form) {
    case AnswerForm::one:
      return fmt::format("A number from 1 to {}: ", last);
    case AnswerForm::some:
      return fmt::format("Numbers from 1 to {}, such as 1,2, or none: ", last);
    case AnswerForm::order:
      return fmt::format("All numbers from 1 to {} in order: ", last);
    case AnswerForm::number:
      break;
  }
  return "A number: ";
}

Document view(const JudgedItem& judged) {
  const double score = score_of(judged.question, judged.answer);
  const auto right = right_in_words(judged.question);
  Document document;
  document.parts.emplace_back(Paragraph{
      score >= 1  ? fmt::format("Right: {}.", right)
      : score > 0 ? fmt::format("Right in part, {}; in full: {}.", whole_percent(score), right)
                  : fmt::format("Wrong; it is: {}.", right)});
  document.parts.emplace_back(Paragraph{decision_reason(judged.table, judged.item.decision)});
  if (score >= 1) return document;
  ItemList needs;
  for (auto& sentence :
       what_it_would_take(judged.table, judged.item, judged.question, judged.answer))
    needs.items.push_back(plain_item(std::move(sentence)));
  document.parts.emplace_back(std::move(needs));
  return document;
}

}  // namespace gradus::report
