#pragma once

#include "gradus/insight/review_list.hpp"
#include "gradus/report/document.hpp"

#include <vector>

namespace gradus::report {

// How much of each topic would be recalled on the day, of the five that are recalled least.
[[nodiscard]] BarList recall_bars(const std::vector<insight::TopicRecall>& topics);

// The next days as one bar, a sign each. Empty where nothing comes up on any.
[[nodiscard]] BarList coming_up_bar(const std::vector<insight::ComingUp>& days);

}  // namespace gradus::report
