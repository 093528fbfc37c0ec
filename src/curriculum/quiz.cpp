#include "gradus/curriculum/quiz.hpp"

#include <utility>

namespace gradus::curriculum {

Requirement requirement_of(const Quiz& quiz, std::optional<std::vector<TierId>> tiers) {
  const Filter of_table{.field = field::drill, .test = OneOf{{quiz.table.text()}}};
  const Filter long_enough{.field = field::drill_items,
                           .test = Between{.ge = static_cast<double>(quiz.items)},
                           .or_absent = true};
  return {Measure{.query = {.of = EntryType::drill,
                            .measure = Aggregate::max,
                            .field = field::drill_score,
                            .where = {of_table, long_enough},
                            .tiers = std::move(tiers)},
                  .at_least = quiz.share(),
                  .at_most = {}}};
}

}  // namespace gradus::curriculum
