#include "gradus/calendar/lower.hpp"
#include "gradus/decisions/answer.hpp"
#include "gradus/decisions/certificates.hpp"
#include "gradus/decisions/item_question.hpp"

#include "decisions/condition_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace gradus::decisions {
namespace {

[[noreturn]] void refuse_item_answer(const ItemQuestion& question, std::string_view text) {
  const auto last = question.choices.size();
  std::string takes;
  switch (question.form) {
    case AnswerForm::one:
      takes = fmt::format("one number from 1 to {}", last);
      break;
    case AnswerForm::some:
      takes = fmt::format("numbers from 1 to {}, such as 1,2, or none", last);
      break;
    case AnswerForm::order:
      takes = fmt::format("each number from 1 to {} once, in order, such as 2,1,3", last);
      break;
    case AnswerForm::number:
      takes = "a number";
      break;
  }
  throw Error(fmt::format("\"{}\" is no answer here", text), fmt::format("write {}", takes));
}

std::optional<std::size_t> choice_number(const ItemQuestion& question, std::string_view text) {
  std::size_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, failed] = std::from_chars(text.data(), end, number);
  if (failed == std::errc{} && stop == end)
    return number >= 1 && number <= question.choices.size() ? std::optional(number) : std::nullopt;
  for (std::size_t i = 0; i < question.choices.size(); ++i)
    if (lower(question.choices[i]) == lower(text)) return i + 1;
  return std::nullopt;
}

std::string_view without_blanks(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::vector<std::size_t> read_numbers(const ItemQuestion& question, std::string_view text) {
  std::vector<std::size_t> chosen;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find_first_of(", ", begin), text.size());
    const auto piece = text.substr(begin, end - begin);
    begin = end + 1;
    if (piece.empty()) continue;
    const auto number = choice_number(question, piece);
    if (!number || std::ranges::find(chosen, *number) != chosen.end())
      refuse_item_answer(question, text);
    chosen.push_back(*number);
  }
  return chosen;
}

double read_own_number(const ItemQuestion& question, std::string_view text) {
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, failed] = std::from_chars(text.data(), end, number);
  if (failed != std::errc{} || stop != end) refuse_item_answer(question, text);
  return number;
}

const Row* row_giving(const Table& table, const std::string& output, const std::string& choice) {
  const auto gives = [&](const Row& row) {
    return std::ranges::any_of(row.then, [&](const auto& each) {
      const auto* value = std::get_if<Value>(&each.second);
      return each.first == output && value != nullptr && in_words(*value) == choice;
    });
  };
  const auto found = std::ranges::find_if(table.rows, gives);
  return found == table.rows.end() ? nullptr : &*found;
}

std::string needs_of(const Row& row, const std::string& choice) {
  const auto conditions = in_words(row.when);
  return conditions.empty() ? fmt::format("{} is what row {} gives.", choice, row.id)
                            : fmt::format("{} takes {} (row {}).", choice, conditions, row.id);
}

// The value that a choice stands for, so that it can be looked for.
std::optional<Value> value_of_choice(const Table& table, const std::string& choice) {
  const auto& output = table.outputs.front().id;
  const auto find_in = [&](const Gives& gives) -> std::optional<Value> {
    for (const auto& [name, given] : gives)
      if (const auto* value = std::get_if<Value>(&given);
          name == output && value != nullptr && in_words(*value) == choice)
        return *value;
    return std::nullopt;
  };
  for (const auto& row : table.rows)
    if (auto value = find_in(row.then)) return value;
  return table.otherwise ? find_in(*table.otherwise) : std::nullopt;
}

std::vector<std::string> for_output(const Table& table, const Item& item,
                                    const std::string& choice) {
  std::vector<std::string> sentences;
  const auto wanted = value_of_choice(table, choice);
  const auto change = wanted ? what_would_give(table, item.given, wanted) : std::nullopt;
  const Row* row = row_giving(table, table.outputs.front().id, choice);
  if (change) {
    auto given = item.given;
    given.insert_or_assign(change->input, change->value);
    const auto by = decide(table, given).by;
    const auto nearest =
        by.empty() ? table.rows.end() : std::ranges::find(table.rows, by.front(), &Row::id);
    row = nearest == table.rows.end() ? nullptr : &*nearest;
  }
  if (row != nullptr)
    sentences.push_back(needs_of(*row, choice));
  else
    sentences.push_back(fmt::format("{} is the answer when no row is met.", choice));
  if (change)
    sentences.push_back(
        fmt::format("{} {} would have been enough.", change->input, in_words(change->value)));
  return sentences;
}

std::vector<std::string> for_candidate(const Table& table, const Item& item, std::size_t number) {
  if (number > table.candidates.size()) return {"At least one is left after every filter."};
  const auto& candidate = table.candidates[number - 1];
  const auto dropped = std::ranges::find_if(item.decision.steps, [&](const Step& step) {
    return std::ranges::find(step.left, candidate.id) == step.left.end();
  });
  const auto& name = candidate.title.empty() ? candidate.id : candidate.title;
  if (dropped == item.decision.steps.end())
    return {fmt::format("{} is left as well, but stands further down the list.", name)};
  return {fmt::format("{} drops out at {}{}", name, dropped->id,
                      dropped->why.empty() ? "." : ": " + dropped->why)};
}

std::vector<std::string> for_findings(const Table& table, const Item& item,
                                      const ItemAnswer& answer) {
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto& row = table.rows[i];
    const auto has = [&](const auto& list, const auto& each) {
      return std::ranges::find(list, each) != list.end();
    };
    const bool found = has(item.decision.by, row.id);
    const bool named = has(answer.chosen, i + 1);
    if (found && !named)
      sentences.push_back(
          fmt::format("{} is wrong too{}", row.id, row.why.empty() ? "." : ": " + row.why));
    if (named && !found)
      sentences.push_back(fmt::format("{} is not: that takes {}.", row.id, in_words(row.when)));
  }
  return sentences;
}

std::vector<std::string> for_order(const Table& table) {
  std::vector<std::string> sentences;
  sentences.reserve(table.items.size());
  for (std::size_t i = 0; i < table.items.size(); ++i)
    sentences.push_back(fmt::format("{}. {}{}", i + 1, table.items[i],
                                    i < table.whys.size() ? ": " + table.whys[i] : ""));
  return sentences;
}

// What the number of the chosen record is, and of the right one.
std::vector<std::string> for_record(const Table& table, const Item& item,
                                    const std::string& choice) {
  const auto& records = std::get<Records>(item.given.at(*table.for_each));
  const auto record = std::ranges::find(records, choice, &Record::id);
  if (record == records.end()) return {};
  auto alone = item.given;
  alone.insert_or_assign(*table.for_each, Records{*record});
  const auto decision = decide(table, alone);
  if (decision.result.empty() || item.decision.result.empty()) return {};
  return {fmt::format("{} has {}, and {} has {}.", choice, in_words(decision.result.front().second),
                      item.decision.record.value().id,
                      in_words(item.decision.result.front().second))};
}

}  // namespace

ItemAnswer read_item_answer(const ItemQuestion& question, std::string_view typed) {
  const auto text = without_blanks(typed);
  if (text.empty()) refuse_item_answer(question, text);
  ItemAnswer answer;
  switch (question.form) {
    case AnswerForm::number:
      answer.number = read_own_number(question, text);
      return answer;
    case AnswerForm::one:
      if (const auto number = choice_number(question, text)) answer.chosen = {*number};
      if (answer.chosen.empty()) refuse_item_answer(question, text);
      return answer;
    case AnswerForm::some:
      if (lower(text) != "none" && text != "0") answer.chosen = read_numbers(question, text);
      return answer;
    case AnswerForm::order:
      break;
  }
  answer.chosen = read_numbers(question, text);
  if (answer.chosen.size() != question.choices.size()) refuse_item_answer(question, text);
  return answer;
}

std::vector<std::string> what_it_would_take(const Table& table, const Item& item,
                                            const ItemQuestion& question,
                                            const ItemAnswer& answer) {
  if (question.form == AnswerForm::order) return for_order(table);
  if (question.form == AnswerForm::some) return for_findings(table, item, answer);
  if (question.form == AnswerForm::number || answer.chosen.empty()) return {};
  const auto number = answer.chosen.front();
  const auto& choice = question.choices.at(number - 1);
  if (table.best) return for_record(table, item, choice);
  if (!table.candidates.empty()) return for_candidate(table, item, number);
  return for_output(table, item, choice);
}

}  // namespace gradus::decisions
