#pragma once

#include "gradus/decisions/items.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::decisions {

// How an item is answered.
enum class AnswerForm {
  one,     // by the number of a choice
  some,    // by the numbers of choices, or none
  order,   // by the numbers of all choices, in order
  number,  // by a number of its own
};

// The question an item puts: about the first output, the findings, the record or the order.
struct ItemQuestion {
  std::string title;
  AnswerForm form;
  Words choices;                   // numbered from 1
  std::vector<std::size_t> right;  // the numbers of those that are right, from 1
  std::optional<double> number{};  // the right one, where the answer is a number
};
// Of an item that was drawn from `table` (Items::table).
[[nodiscard]] ItemQuestion question_of(const Table& table, const Item& item);

// What somebody answered.
struct ItemAnswer {
  std::vector<std::size_t> chosen{};
  std::optional<double> number{};
};
// "2", "1,3", "none", "3 1 2", or a choice in its own words. Throws Error that says what is taken.
[[nodiscard]] ItemAnswer read_item_answer(const ItemQuestion& question, std::string_view text);

// From 0 to 1. Of an order it is the share of its pairs that stand as they should; everything else
// is right or wrong.
[[nodiscard]] double score_of(const ItemQuestion& question, const ItemAnswer& answer);

// The right answer as people read it: "hash", "none", "1. catalogue, 2. manifest".
[[nodiscard]] std::string right_in_words(const ItemQuestion& question);

// What it would have taken for a wrong answer to be right, a sentence each: the row that gives it
// with its conditions, and an input that would have been enough.
[[nodiscard]] std::vector<std::string> what_it_would_take(const Table& table, const Item& item,
                                                          const ItemQuestion& question,
                                                          const ItemAnswer& answer);

}  // namespace gradus::decisions
