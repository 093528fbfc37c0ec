#pragma once

#include "gradus/curriculum/model.hpp"

#include <map>
#include <utility>
#include <vector>

namespace gradus::insight {

// Different problems solved, by topic and difficulty.
using Solved = std::map<std::pair<curriculum::TopicId, curriculum::Difficulty>, int>;

// How many solutions fill each row, at most as many as it asks for; they are taken from `solved`. A
// solution fills a row of its own difficulty, else an easier one of its topic, never a harder one;
// a week's own rows are filled before its top-ups.
[[nodiscard]] std::vector<int> fill_rows(const std::vector<curriculum::ProblemTarget>& rows,
                                         Solved& solved);

}  // namespace gradus::insight
