#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/duration.hpp"
#include "gradus/curriculum/id.hpp"
#include "gradus/curriculum/vocabulary.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gradus::insight {

// Something that comes up again, on a day.
struct ReviewItem {
  std::string id;        // of a problem's newest solution, in full; a drill's id
  std::string short_id;  // as people type it
  curriculum::ReviewOf of;
  std::string title;
  std::optional<curriculum::TopicId> topic;  // none of a drill
  std::optional<std::string> url;            // its own address, else its topic's practice page
  calendar::Minutes minutes;                 // that a review takes, as its last solution did
  double recall;                             // the probability that it is recalled, 0 to 1
  calendar::Days interval;                   // from the last review to the next
  calendar::Date due;
};

// The target day, and the mean recall of all things on it: without another review, and if each day
// until then is used as this one.
struct ReviewTarget {
  calendar::Date date;
  double recall_before;
  double recall_after;
};

// What to review on a day.
struct ReviewList {
  calendar::Date date;
  calendar::Minutes minutes;      // that the day has for it
  std::vector<ReviewItem> due;    // as many as fit, in the order to review them
  std::vector<ReviewItem> apart;  // nearly forgotten: to be learnt again; the first 100
  std::size_t again_today = 0;    // how many of those fit behind what is due
  int known = 0;                  // things that come up again at all
  int rest = 0;       // of what is due, nearly forgotten or not, how many aren't in `due`
  int rest_days = 0;  // how many further days of such minutes they take
  std::optional<calendar::Date> next{};  // where nothing is due: when something is
  std::optional<ReviewTarget> target{};
};

}  // namespace gradus::insight
