#include "gradus/decisions/item_question.hpp"

#include "gradus/decisions/answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gradus::decisions {
namespace {

constexpr auto none_of_them = "none of them";

// What a row gives the first output, if it gives anything.
const Given* first_given(const Table& table, const Gives& gives) {
  const auto& output = table.outputs.front().id;
  const auto found = std::ranges::find(gives, output, &Gives::value_type::first);
  return found == gives.end() ? nullptr : &found->second;
}

std::optional<Value> first_of(const Table& table, const Result& result) {
  const auto& output = table.outputs.front().id;
  const auto found = std::ranges::find(result, output, &Result::value_type::first);
  return found == result.end() ? std::nullopt : found->second;
}

std::string choice_in_words(const std::optional<Value>& value) {
  return value ? in_words(*value) : "none";
}

// The number of a choice, from 1; it is added if it is not there yet.
std::size_t number_of(Words& choices, const std::string& choice) {
  auto found = std::ranges::find(choices, choice);
  if (found == choices.end()) found = choices.insert(choices.end(), choice);
  return static_cast<std::size_t>(found - choices.begin()) + 1;
}

// The fixed values that rows give the first output, in the order of the rows. What is worked out
// can't be chosen from.
Words fixed_choices(const Table& table) {
  Words choices;
  const auto add = [&](const Gives& gives) {
    const auto* given = first_given(table, gives);
    if (given == nullptr || std::holds_alternative<std::monostate>(*given))
      number_of(choices, choice_in_words(std::nullopt));
    else if (const auto* value = std::get_if<Value>(given))
      number_of(choices, in_words(*value));
  };
  for (const auto& row : table.rows) add(row.then);
  if (table.otherwise) add(*table.otherwise);
  return choices;
}

bool is_worked_out(const Table& table) {
  const auto by_expression = [&](const Gives& gives) {
    const auto* given = first_given(table, gives);
    return given != nullptr && std::holds_alternative<Expression>(*given);
  };
  return std::ranges::any_of(table.rows, by_expression, &Row::then) ||
         (table.otherwise && by_expression(*table.otherwise));
}

ItemQuestion about_output(const Table& table, const Item& item) {
  ItemQuestion question{
      .title = table.outputs.front().title, .form = AnswerForm::one, .choices = {}, .right = {}};
  const auto value = first_of(table, item.decision.result);
  const auto* number = value ? std::get_if<double>(&*value) : nullptr;
  if (number != nullptr && is_worked_out(table)) {
    question.form = AnswerForm::number;
    question.number = *number;
    return question;
  }
  question.choices = fixed_choices(table);
  question.right = {number_of(question.choices, choice_in_words(value))};
  return question;
}

std::string candidate_in_words(const Candidate& candidate) {
  return candidate.title.empty() ? candidate.id : candidate.title;
}

ItemQuestion about_candidates(const Table& table, const Item& item) {
  ItemQuestion question{
      .title = table.outputs.front().title, .form = AnswerForm::one, .choices = {}, .right = {}};
  const auto value = first_of(table, item.decision.result);
  const auto* left = value ? std::get_if<std::string>(&*value) : nullptr;
  question.choices.reserve(table.candidates.size() + 1);
  for (const auto& candidate : table.candidates) {
    question.choices.push_back(candidate_in_words(candidate));
    if (left != nullptr && candidate.id == *left) question.right = {question.choices.size()};
  }
  question.choices.emplace_back(none_of_them);
  if (question.right.empty()) question.right = {question.choices.size()};
  return question;
}

ItemQuestion about_findings(const Table& table, const Item& item) {
  ItemQuestion question{
      .title = "What is wrong here?", .form = AnswerForm::some, .choices = {}, .right = {}};
  question.choices.reserve(table.rows.size());
  for (const auto& row : table.rows) question.choices.push_back(row.id);
  question.right.reserve(item.decision.by.size());
  for (const auto& finding : item.decision.by)
    question.right.push_back(number_of(question.choices, finding));
  std::ranges::sort(question.right);
  return question;
}

ItemQuestion about_records(const Table& table, const Item& item) {
  ItemQuestion question{
      .title = "Which of them?", .form = AnswerForm::one, .choices = {}, .right = {}};
  const auto& records = std::get<Records>(item.given.at(*table.for_each));
  question.choices.reserve(records.size());
  for (const auto& record : records) question.choices.push_back(record.id);
  question.right = {number_of(question.choices, item.decision.record.value().id)};
  return question;
}

// The numbers of these words among the choices: each choice once, even where two read alike.
std::vector<std::size_t> numbers_of(const Words& choices, const Words& words) {
  std::vector<std::size_t> numbers;
  numbers.reserve(words.size());
  for (const auto& word : words)
    for (std::size_t number = 1; number <= choices.size(); ++number)
      if (choices[number - 1] == word && std::ranges::find(numbers, number) == numbers.end()) {
        numbers.push_back(number);
        break;
      }
  return numbers;
}

ItemQuestion about_order(const Table& table, const Item& item) {
  return {.title = "In which order?",
          .form = AnswerForm::order,
          .choices = item.shown,
          .right = numbers_of(item.shown, table.items)};
}

// The share of pairs that stand as they should.
double pairs_in_order(const std::vector<std::size_t>& right,
                      const std::vector<std::size_t>& chosen) {
  const auto place = [&](std::size_t choice) {
    return std::ranges::find(chosen, choice) - chosen.begin();
  };
  std::size_t pairs = 0;
  std::size_t in_order = 0;
  for (std::size_t a = 0; a < right.size(); ++a)
    for (std::size_t b = a + 1; b < right.size(); ++b) {
      ++pairs;
      if (place(right[a]) < place(right[b])) ++in_order;
    }
  return pairs == 0 ? 1 : static_cast<double>(in_order) / static_cast<double>(pairs);
}

// As near as two people get who round on the way.
bool near_enough(double right, double answer) {
  constexpr double share = 0.01;
  return std::abs(right - answer) <= share * std::abs(right) + 1e-9;
}

}  // namespace

ItemQuestion question_of(const Table& table, const Item& item) {
  if (table.is_sequence()) return about_order(table, item);
  if (table.best) return about_records(table, item);
  if (!table.candidates.empty()) return about_candidates(table, item);
  if (table.hit == Hit::all) return about_findings(table, item);
  return about_output(table, item);
}

double score_of(const ItemQuestion& question, const ItemAnswer& answer) {
  switch (question.form) {
    case AnswerForm::number:
      return answer.number && near_enough(question.number.value(), *answer.number) ? 1 : 0;
    case AnswerForm::order: {
      Words chosen;  // of choices that read alike either may come first
      chosen.reserve(answer.chosen.size());
      for (const auto number : answer.chosen) chosen.push_back(question.choices.at(number - 1));
      return pairs_in_order(question.right, numbers_of(question.choices, chosen));
    }
    case AnswerForm::one:
    case AnswerForm::some:
      break;
  }
  auto chosen = answer.chosen;
  std::ranges::sort(chosen);
  return chosen == question.right ? 1 : 0;
}

std::string right_in_words(const ItemQuestion& question) {
  if (question.number) return in_words(Value(*question.number));
  if (question.right.empty()) return "none";
  Words words;
  words.reserve(question.right.size());
  for (const auto number : question.right) words.push_back(question.choices[number - 1]);
  return fmt::to_string(fmt::join(words, ", "));
}

}  // namespace gradus::decisions
