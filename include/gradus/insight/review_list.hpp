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
  double recall;                             // probability of recall: 0 to 1, to four decimals
  calendar::Date last;                       // the day of the last grade that counted
  calendar::Days interval;                   // from that to the next review
  calendar::Date due;
  bool weak = false;  // its topic is one of the weak ones (TopicPace::weak)
};

// The time that a day has for reviews, and what is used up of it.
struct ReviewTime {
  calendar::Minutes minutes;  // in all
  // What the things reviewed on the day usually take, or what was logged of its review blocks,
  // whichever is more; at most `minutes`. Nothing of a time that was asked for.
  calendar::Minutes done{0};
  int reviewed = 0;    // things with a review of that day
  bool asked = false;  // the learner named the time: it is asked for anew, and whole

  [[nodiscard]] calendar::Minutes left() const { return minutes - done; }
};

// The target day, and the mean recall of all things on it: without another review, and if each day
// until then is used as this one.
struct ReviewTarget {
  calendar::Date date;
  double recall_before;
  double recall_after;
};

struct TopicRecall {
  curriculum::TopicId topic;
  std::string title;
  double recall;  // mean, on the day: 0 to 1, to four decimals
};
struct ComingUp {
  calendar::Date on;
  int items;
};

// What to review on a day.
struct ReviewList {
  calendar::Date date;
  ReviewTime time;
  // What fits into the time that is left, in the order to review it: the highest recall first, and
  // of the same recall in whole percent weak topics first. At least one thing, if any is due.
  std::vector<ReviewItem> due{};
  // Something of the time is used up, and nothing that is due fits into the rest: what `due` holds
  // is beyond it.
  bool full = false;
  std::vector<ReviewItem> apart{};  // nearly forgotten: to be learnt again; the first 100
  int apart_total = 0;
  std::size_t again_today = 0;  // how many of those fit behind what is due
  int known = 0;                // things that come up again at all
  int rest = 0;                 // of what is due, nearly forgotten or not, how many aren't in `due`
  int rest_long = 0;            // how many of those are longer than a whole day's time
  int rest_days = 0;            // how many further days of such time they take
  std::optional<calendar::Date> next{};            // where nothing is due: when something is
  std::vector<curriculum::TopicId> weak_topics{};  // the weakest first
  std::vector<TopicRecall> topics{};  // those of which something comes up, the least recalled first
  std::vector<ComingUp> ahead{};      // what falls due on each of the next seven days
  std::optional<ReviewTarget> target{};

  // What all that `due` holds takes.
  [[nodiscard]] calendar::Minutes due_minutes() const;
  // All that is due, in the list or not. With a target, what is listed counts, due or not.
  [[nodiscard]] int due_total() const { return static_cast<int>(due.size()) + rest; }
};

}  // namespace gradus::insight
