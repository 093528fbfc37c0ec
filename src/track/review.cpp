#include "gradus/track/review.hpp"

#include "gradus/recall/outlook.hpp"
#include "gradus/recall/queue.hpp"
#include "gradus/store/recall.hpp"
#include "gradus/track/error.hpp"
#include "gradus/track/pace.hpp"

#include "track/review_items.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace gradus::track {
namespace {

using calendar::Minutes;
using insight::ReviewList;
using insight::ReviewTime;
using store::AlikeItems;
using store::RecallItem;

// For a day that holds 20. Of more things of one percentage, only so many can come first as weak.
constexpr std::size_t most_candidates = 200;
constexpr std::size_t most_apart = 100;
constexpr std::size_t most_packed = 1000;     // reviews put into days one by one
constexpr std::size_t most_simulated = 1000;  // cards whose course to a target day is simulated
constexpr calendar::Days farthest_target{366};

// A whole day's room, and what is left of today's.
recall::Room whole_room(const ReviewTime& time) {
  return {time.minutes};
}
recall::Room room_left(const ReviewTime& time) {
  auto room = whole_room(time);
  room.minutes = time.left();
  if (!time.asked) room.items = std::max(room.items - time.reviewed, 0);
  return room;
}

std::vector<recall::Alike> states_of(const std::vector<AlikeItems>& groups) {
  return {groups.begin(), groups.end()};
}

std::vector<Minutes> minutes_of(const std::vector<RecallItem>& items) {
  std::vector<Minutes> minutes;
  minutes.reserve(items.size());
  for (const auto& item : items) minutes.push_back(item.minutes);
  return minutes;
}

std::vector<RecallItem> chosen_of(std::vector<RecallItem> items,
                                  const std::vector<std::size_t>& chosen) {
  std::vector<RecallItem> result;
  result.reserve(chosen.size());
  for (const auto index : chosen) result.push_back(std::move(items[index]));
  return result;
}

// Whether these are there only because at least one is, though something of the time is used up.
bool beyond(const std::vector<RecallItem>& items, const ReviewTime& time) {
  const auto room = room_left(time);
  return time.done > Minutes{0} && !items.empty() &&
         (room.items == 0 || items.front().minutes > room.minutes);
}

int ceiling(Minutes::rep whole, Minutes::rep part) {
  return static_cast<int>((whole + part - 1) / std::max<Minutes::rep>(part, 1));
}

// What is due on a day, as it waits for review.
class Due {
 public:
  Due(const std::vector<AlikeItems>& groups, const recall::Backlog& backlog) : groups_(groups) {
    for (const auto* part : {&backlog.due, &backlog.apart})
      order_.insert(order_.end(), part->begin(), part->end());
    for (const auto group : order_) {
      items_ += groups[group].items;
      minutes_ += groups[group].minutes;
    }
  }

  // The rest of it, when these are done: how many, and the days they take.
  void count_rest(ReviewList& list, const std::vector<RecallItem>& done, const ReviewItems& items,
                  const recall::Retention& retention) const {
    auto waiting = items.minutes_of_first(groups_, order_, most_packed + done.size());
    int rest = items_;
    auto minutes = minutes_;
    for (const auto& item : done) {
      if (recall::due(item.state, retention) > list.date) continue;
      --rest;
      minutes -= item.minutes;
      if (const auto found = std::ranges::find(waiting, item.minutes); found != waiting.end())
        waiting.erase(found);
    }
    if (waiting.size() > most_packed) waiting.resize(most_packed);
    const auto room = whole_room(list.time);
    list.rest = rest;
    list.rest_long = static_cast<int>(
        std::ranges::count_if(waiting, [&](Minutes each) { return each > room.minutes; }));
    list.rest_days = static_cast<int>(recall::packed(waiting, room).size());
    // So many more that nobody counts the days: by their sum.
    for (const auto each : waiting) minutes -= each;
    const int more = rest - static_cast<int>(waiting.size());
    if (more > 0)
      list.rest_days += std::max(ceiling(minutes.count(), room.minutes.count()),
                                 ceiling(more, static_cast<Minutes::rep>(room.items)));
  }

 private:
  const std::vector<AlikeItems>& groups_;
  std::vector<std::size_t> order_{};
  int items_ = 0;
  Minutes minutes_{0};
};

int items_in(const std::vector<AlikeItems>& groups, const std::vector<std::size_t>& order) {
  int items = 0;
  for (const auto group : order) items += groups[group].items;
  return items;
}

// How many of the items, in order, fit into what others leave of the day.
std::size_t behind(const std::vector<RecallItem>& others, const std::vector<RecallItem>& items,
                   const recall::Room& room) {
  auto left = room.minutes;
  for (const auto& each : others) left -= each.minutes;
  std::size_t count = 0;
  for (const auto& each : items) {
    if (each.minutes > left || static_cast<int>(others.size() + count) >= room.items) break;
    left -= each.minutes;
    ++count;
  }
  return count;
}

std::optional<calendar::Date> next_due(const std::vector<AlikeItems>& groups,
                                       const recall::Retention& retention) {
  std::optional<calendar::Date> next;
  for (const auto& group : groups) {
    const auto due = recall::due(group.state, retention);
    if (group.items > 0 && (!next || due < *next)) next = due;
  }
  return next;
}

// What is due, as far as the day has room for it.
void list_due(ReviewList& list, const std::vector<AlikeItems>& groups, const ReviewItems& items,
              const recall::Retention& retention) {
  const auto backlog = recall::backlog(states_of(groups), list.date, retention);
  const auto room = room_left(list.time);
  auto candidates = items.most_urgent(groups, backlog.due, most_candidates);
  auto due = chosen_of(candidates, recall::fitting(minutes_of(candidates), room));
  auto apart = items.most_urgent(groups, backlog.apart, most_apart);
  list.apart_total = items_in(groups, backlog.apart);
  // Where nothing else is due, one of them is learnt again.
  if (due.empty() && !apart.empty()) {
    due.push_back(std::move(apart.front()));
    apart.erase(apart.begin());
    --list.apart_total;
  }
  list.full = beyond(due, list.time);
  list.again_today = list.full ? 0 : behind(due, apart, room);
  Due(groups, backlog).count_rest(list, due, items, retention);
  list.due = items.listed(due);
  list.apart = items.listed(apart);
  if (due.empty()) list.next = next_due(groups, retention);
}

// The groups whose review today is worth most on the target day.
std::vector<std::size_t> most_worth(const std::vector<AlikeItems>& groups, calendar::Date today,
                                    calendar::Date target) {
  std::vector<std::pair<double, std::size_t>> worth;
  worth.reserve(groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const auto& group = groups[i];
    if (group.items == 0) continue;
    const recall::Card mean{group.state, group.minutes / group.items};
    worth.emplace_back(recall::gain_per_minute(mean, today, target), i);
  }
  std::ranges::stable_sort(worth, std::ranges::greater{}, &std::pair<double, std::size_t>::first);
  std::vector<std::size_t> order;
  order.reserve(worth.size());
  for (const auto& [gain, group] : worth) order.push_back(group);
  return order;
}

// What helps most on the target day, due or not.
void list_until(ReviewList& list, calendar::Date target, const std::vector<AlikeItems>& groups,
                const ReviewItems& items, const recall::Retention& retention) {
  const auto candidates =
      items.first(groups, most_worth(groups, list.date, target), most_simulated);
  std::vector<recall::Card> cards;
  cards.reserve(candidates.size());
  for (const auto& item : candidates) cards.push_back({item.state, item.minutes});
  const auto course = recall::best_course(cards, list.date, target, whole_room(list.time),
                                          retention, room_left(list.time));
  const auto today = chosen_of(candidates, course.today);
  list.full = beyond(today, list.time);
  list.due = items.listed(today);
  Due(groups, recall::backlog(states_of(groups), list.date, retention))
      .count_rest(list, today, items, retention);
  if (list.known == 0) return;
  double before = 0;
  for (const auto& group : groups)
    before += group.items * recall::retrievability(group.state, target);
  list.target = {target, before / list.known, (before + course.gain) / list.known};
}

void check_target(calendar::Date target, calendar::Date today) {
  if (target < today)
    throw Error(fmt::format("{} is over", target.with_weekday()),
                "name the day of the interview or exam: --until 2027-03-15, --until +10d");
  if (target - today > farthest_target)
    throw Error(fmt::format("{} is more than a year ahead", target.with_weekday()),
                "what to review for it can be said when it is nearer; what is due: gradus review");
}

std::vector<curriculum::TopicId> weakest(const std::vector<insight::TopicPace>& paces) {
  std::vector<curriculum::TopicId> topics;
  for (const auto& topic : paces)
    if (topic.weak()) topics.push_back(topic.topic);
  return topics;
}

std::vector<insight::TopicRecall> least_recalled(const std::vector<insight::TopicPace>& paces) {
  constexpr double four_decimals = 1e4;
  std::vector<insight::TopicRecall> topics;
  topics.reserve(paces.size());
  for (const auto& topic : paces)
    if (topic.recall)
      topics.push_back(
          {topic.topic, topic.title, std::round(*topic.recall * four_decimals) / four_decimals});
  std::ranges::stable_sort(topics, {}, &insight::TopicRecall::recall);
  return topics;
}

// By the day each becomes due, as things stand today.
std::vector<insight::ComingUp> coming_up(const std::vector<AlikeItems>& groups,
                                         calendar::Date today, const recall::Retention& retention) {
  constexpr int days_ahead = 7;
  const auto last = std::min(calendar::Days{days_ahead}, calendar::Date::last() - today);
  std::vector<insight::ComingUp> days;
  days.reserve(days_ahead);
  for (calendar::Days ahead{1}; ahead <= last; ++ahead) days.push_back({today + ahead, 0});
  for (const auto& group : groups) {
    const auto ahead = recall::due(group.state, retention) - today;
    if (ahead >= calendar::Days{1} && ahead <= last)
      days[static_cast<std::size_t>(ahead.count()) - 1].items += group.items;
  }
  return days;
}

// What the day's blocks for review hold, and what is done of them.
struct Blocks {
  Minutes minutes{0};
  Minutes done{0};
};

Blocks review_blocks(const insight::Today& day) {
  Blocks sum;
  for (const auto& each : day.blocks) {
    if (each.block.kind != calendar::BlockKind::review) continue;
    sum.minutes += each.block.minutes;
    sum.done += each.done;
  }
  return sum;
}

}  // namespace

ReviewTime review_time(const store::Store& store, const LoadedTrack& track,
                       const insight::Today& day) {
  const auto blocks = review_blocks(day);
  const auto reviewed = store::reviewed_on(store, track.id, day.date);
  const auto minutes = blocks.minutes > Minutes{0} ? blocks.minutes : usual_review;
  return {.minutes = minutes,
          .done = std::min(std::max(reviewed.minutes, blocks.done), minutes),
          .reviewed = reviewed.items};
}

ReviewList review_list(const store::Store& store, const LoadedTrack& track, calendar::Date today,
                       const ReviewRequest& request) {
  if (request.until) check_target(*request.until, today);
  const auto groups = store::recall_groups(store, track.id);
  ReviewList list{.date = today, .time = request.time};
  if (!groups.empty()) {
    const auto paces = topic_paces(store, track, today);
    list.weak_topics = weakest(paces);
    list.topics = least_recalled(paces);
    list.ahead = coming_up(groups, today, request.retention);
  }
  const ReviewItems items(store, track, today, request.retention,
                          {list.weak_topics.begin(), list.weak_topics.end()});
  for (const auto& group : groups) list.known += group.items;
  if (request.until)
    list_until(list, *request.until, groups, items, request.retention);
  else
    list_due(list, groups, items, request.retention);
  return list;
}

insight::ReviewBlock review_block(const store::Store& store, const LoadedTrack& track,
                                  const insight::Today& day, const recall::Retention& retention) {
  insight::ReviewBlock block;
  if (day.pause) return block;
  const auto planned = review_blocks(day);
  const auto time = review_time(store, track, day);
  block.planned = planned.minutes > Minutes{0};
  block.reviewed = time.reviewed;
  block.done = block.planned && planned.done == planned.minutes;
  if (block.done) return block;
  const auto list = review_list(store, track, day.date, {.time = time, .retention = retention});
  block.done = list.full || (time.reviewed > 0 && list.due.empty());
  if (block.done) return block;
  if (block.planned) block.weak_topics = list.weak_topics;
  block.minutes = list.due_minutes();
  block.titles.reserve(list.due.size());
  for (const auto& item : list.due) block.titles.push_back(item.title);
  return block;
}

}  // namespace gradus::track
