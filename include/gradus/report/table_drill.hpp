#pragma once

#include "gradus/decisions/item_question.hpp"
#include "gradus/report/document.hpp"

#include <cstddef>
#include <string>

namespace gradus::report {

// A round of a table, to be read rather than answered here.
struct TableRound {
  const decisions::Items& drawn;
  bool answers = false;  // shown too
};
[[nodiscard]] Document view(const TableRound& round);
// {"table", "items": [{"given", "result", "row", "why"}]}, always with the answers. Of a table of
// findings `row` and `why` are lists; with `best` an item has its `record`; of a sequence `given`
// is
// {"shown"}, `result` {"order"}.
[[nodiscard]] std::string json(const TableRound& round);

// One item of a round as it is asked: what is given, and the choices with their numbers.
struct AskedItem {
  const decisions::Table& table;
  const decisions::Item& item;
  const decisions::ItemQuestion& question;
  std::size_t number;  // from 1
  std::size_t of;
};
[[nodiscard]] Document view(const AskedItem& asked);
// What is typed there: "A number from 1 to 4: ".
[[nodiscard]] std::string prompt_of(const decisions::ItemQuestion& question);

// What is said to an answer: right or wrong with the right one, the row and its reason, and what
// the answer would have needed.
struct JudgedItem {
  const decisions::Table& table;
  const decisions::Item& item;
  const decisions::ItemQuestion& question;
  const decisions::ItemAnswer& answer;
};
[[nodiscard]] Document view(const JudgedItem& judged);

}  // namespace gradus::report
