#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/insight/progress_report.hpp"

namespace gradus::insight {

// A topic's number of problems of that difficulty.
template <class Topic>
int& number_of(Topic& topic, curriculum::Difficulty difficulty) {
  switch (difficulty) {
    case curriculum::Difficulty::easy:
      return topic.easy;
    case curriculum::Difficulty::medium:
      return topic.medium;
    case curriculum::Difficulty::hard:
      break;
  }
  return topic.hard;
}

// Makes the report's problems those of its topics.
inline void add_up_topics(ProgressReport& report) {
  report.problems_target = 0;
  report.problems_solved = 0;
  for (const auto& topic : report.topics) {
    report.problems_target += topic.target;
    report.problems_solved += topic.solved();
  }
}

}  // namespace gradus::insight
