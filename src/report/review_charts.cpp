#include "report/review_charts.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace gradus::report {

BarList recall_bars(const std::vector<insight::TopicRecall>& topics) {
  constexpr std::size_t most = 5;
  BarList list;
  list.bars.reserve(std::min(topics.size(), most));
  for (const auto& topic : topics) {
    if (list.bars.size() == most) break;
    list.bars.push_back({topic.title, topic.recall, 1.0, whole_percent(topic.recall)});
  }
  return list;
}

BarList coming_up_bar(const std::vector<insight::ComingUp>& days) {
  int all = 0;
  int most = 0;
  std::vector<std::string> words;
  for (const auto& day : days) {
    all += day.items;
    most = std::max(most, day.items);
    if (day.items > 0)
      words.push_back(fmt::format("{} {}", calendar::short_title(day.on.weekday()), day.items));
  }
  if (all == 0) return {};
  std::vector<double> heights;
  heights.reserve(days.size());
  for (const auto& day : days) heights.push_back(static_cast<double>(day.items) / most);
  return {{{"Coming up", 0, 1,
            fmt::format("{} in the next {}: {}", all, counted(days.size(), "day"),
                        fmt::join(words, ", ")),
            std::move(heights)}}};
}

}  // namespace gradus::report
