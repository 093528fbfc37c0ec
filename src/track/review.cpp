#include "gradus/track/review.hpp"

#include "gradus/recall/outlook.hpp"
#include "gradus/recall/queue.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/store/recall.hpp"
#include "gradus/text/nearest.hpp"
#include "gradus/track/error.hpp"
#include "gradus/track/pace.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::track {
namespace {

using calendar::Minutes;
using curriculum::ReviewOf;
using insight::ReviewItem;
using insight::ReviewList;
using store::AlikeItems;
using store::RecallItem;

constexpr std::size_t most_candidates = 200;  // for a day that holds 20
constexpr std::size_t most_apart = 100;
constexpr std::size_t most_simulated = 1000;  // cards whose course to a target day is simulated
constexpr calendar::Days farthest_target{366};

std::optional<std::string> practice_page(const curriculum::Curriculum& curriculum,
                                         const std::optional<curriculum::TopicId>& topic) {
  const auto found = std::ranges::find_if(
      curriculum.topics, [&](const auto& each) { return topic && each.id == *topic; });
  return found == curriculum.topics.end() ? std::nullopt : found->practice_url;
}

// Reads what the lists show of the store's items.
class Lister {
 public:
  Lister(const store::Store& store, const LoadedTrack& track, calendar::Date today,
         const recall::Retention& retention)
      : store_(store), track_(track), today_(today), retention_(retention) {}

  [[nodiscard]] ReviewItem listed(const RecallItem& item) const {
    const auto id = journal::EntryId::parse(item.id);
    const bool problem = item.of == ReviewOf::problem && id;
    const bool own_page = item.url && !item.url->empty();
    return {.id = item.id,
            .short_id = problem ? store::short_id(store_, *id) : item.id,
            .of = item.of,
            .title = item.title,
            .topic = item.topic,
            .url = own_page ? item.url : practice_page(track_.curriculum, item.topic),
            .minutes = item.minutes,
            .recall = recall::retrievability(item.state, today_),
            .interval = recall::interval(item.state, retention_),
            .due = recall::due(item.state, retention_)};
  }

  // The first items of groups in that order.
  [[nodiscard]] std::vector<RecallItem> first_items(const std::vector<AlikeItems>& groups,
                                                    const std::vector<std::size_t>& order,
                                                    std::size_t most) const {
    std::vector<RecallItem> items;
    for (const auto group : order) {
      if (items.size() >= most) break;
      for (auto& item : store::recall_items(store_, groups[group], most - items.size()))
        items.push_back(std::move(item));
    }
    return items;
  }

 private:
  const store::Store& store_;
  const LoadedTrack& track_;
  calendar::Date today_;
  const recall::Retention& retention_;
};

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

struct Sum {
  int items = 0;
  Minutes minutes{0};
};

Sum sum_of(const std::vector<AlikeItems>& groups, const recall::Backlog& backlog) {
  Sum sum;
  for (const auto* part : {&backlog.due, &backlog.apart})
    for (const auto group : *part) {
      sum.items += groups[group].items;
      sum.minutes += groups[group].minutes;
    }
  return sum;
}

// The rest of what is due, when these of it are done.
void count_rest(ReviewList& list, Sum due, const std::vector<RecallItem>& done,
                const recall::Room& room, const recall::Retention& retention) {
  for (const auto& item : done) {
    if (recall::due(item.state, retention) > list.date) continue;
    --due.items;
    due.minutes -= item.minutes;
  }
  list.rest = due.items;
  list.rest_days = recall::days_for(due.items, std::max(due.minutes, Minutes{0}), room);
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
void list_due(ReviewList& list, const std::vector<AlikeItems>& groups, const Lister& lister,
              const recall::Room& room, const recall::Retention& retention) {
  const auto backlog = recall::backlog(states_of(groups), list.date, retention);
  auto candidates = lister.first_items(groups, backlog.due, most_candidates);
  auto due = chosen_of(candidates, recall::fitting(minutes_of(candidates), room));
  auto apart = lister.first_items(groups, backlog.apart, most_apart);
  // Where nothing else is due, one of them is learnt again.
  if (due.empty() && !apart.empty()) {
    due.push_back(std::move(apart.front()));
    apart.erase(apart.begin());
  }
  list.again_today = behind(due, apart, room);
  count_rest(list, sum_of(groups, backlog), due, room, retention);
  for (const auto& item : due) list.due.push_back(lister.listed(item));
  for (const auto& item : apart) list.apart.push_back(lister.listed(item));
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
                const Lister& lister, const recall::Room& room,
                const recall::Retention& retention) {
  const auto items =
      lister.first_items(groups, most_worth(groups, list.date, target), most_simulated);
  std::vector<recall::Card> cards;
  cards.reserve(items.size());
  for (const auto& item : items) cards.push_back({item.state, item.minutes});
  const auto course = recall::best_course(cards, list.date, target, room, retention);
  const auto today = chosen_of(items, course.today);
  for (const auto& item : today) list.due.push_back(lister.listed(item));
  count_rest(list, sum_of(groups, recall::backlog(states_of(groups), list.date, retention)), today,
             room, retention);
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

[[noreturn]] void refuse_type(const journal::Entry& entry) {
  throw Error(fmt::format("{} is a {}, which doesn't come up for review", entry.id.text(),
                          curriculum::name(entry.type())),
              "problems and drills do: gradus review lists what is due");
}

Reviewable reviewable_entry(const journal::Entry& entry) {
  if (const auto* problem = std::get_if<journal::Problem>(&entry.what))
    return {entry.id.text(), ReviewOf::problem, problem->title};
  if (const auto* drill = std::get_if<journal::Drill>(&entry.what))
    return {drill->drill, ReviewOf::drill, drill->drill};
  refuse_type(entry);
}

// What is known of it.
std::optional<RecallItem> find_item(const store::Store& store, const LoadedTrack& track,
                                    const Reviewable& item) {
  if (item.of == ReviewOf::drill) return store::recall_of_drill(store, track.id, item.item);
  return store::recall_of_problem(store, track.id, store::find_entry(store, track.id, item.item));
}

}  // namespace

std::optional<Minutes> planned_review(const insight::Today& day) {
  Minutes sum{0};
  for (const auto& each : day.blocks)
    if (each.block.kind == calendar::BlockKind::review) sum += each.block.minutes;
  return sum > Minutes{0} ? std::optional(sum) : std::nullopt;
}

ReviewList review_list(const store::Store& store, const LoadedTrack& track, calendar::Date today,
                       const ReviewRequest& request) {
  if (request.until) check_target(*request.until, today);
  const auto groups = store::recall_groups(store, track.id);
  const Lister lister(store, track, today, request.retention);
  const recall::Room room{request.minutes};
  ReviewList list{.date = today, .minutes = request.minutes, .due = {}, .apart = {}};
  for (const auto& group : groups) list.known += group.items;
  if (request.until)
    list_until(list, *request.until, groups, lister, room, request.retention);
  else
    list_due(list, groups, lister, room, request.retention);
  return list;
}

insight::ReviewBlock review_block(const store::Store& store, const LoadedTrack& track,
                                  const insight::Today& day, const recall::Retention& retention) {
  insight::ReviewBlock block;
  const bool open = std::ranges::any_of(day.blocks, [](const auto& each) {
    return each.block.kind == calendar::BlockKind::review && each.left() > Minutes{0};
  });
  const auto minutes = planned_review(day);
  if (!open || !minutes) return block;
  const auto list =
      review_list(store, track, day.date, {.minutes = *minutes, .retention = retention});
  block.titles.reserve(list.due.size());
  for (const auto& item : list.due) block.titles.push_back(item.title);
  for (const auto& topic : topic_paces(store, track, day.date))
    if (topic.weak()) block.weak_topics.push_back(topic.topic);
  return block;
}

Reviewable find_reviewable(const store::Store& store, const LoadedTrack& track,
                           const std::string& word) {
  const auto drills = store::known_drills(store, track.id);
  if (std::ranges::find(drills, word) != drills.end()) return {word, ReviewOf::drill, word};
  try {
    return reviewable_entry(store::find_entry(store, track.id, word));
  } catch (const store::NotFound& failure) {
    if (store::was_removed(store, track.id, word))
      throw Error(fmt::format("the entry \"{}\" was removed, so there is nothing to grade", word),
                  "gradus undo brings back what was removed last");
    const auto near = text::did_you_mean(word, drills);
    throw store::NotFound(failure.what(),
                          near.empty() ? "gradus review lists what is due, with its ids" : near);
  }
}

ReviewRecorded record_review(store::Store& store, const LoadedTrack& track, const NewEntry& wanted,
                             const Reviewable& item, calendar::Date today, calendar::Instant clock,
                             const recall::Retention& retention) {
  const auto before = find_item(store, track, item);
  auto recorded = record(store, track, wanted, today, clock);
  store::bring_recall_up_to_date(store);
  const auto now = find_item(store, track, item).value();
  const Lister lister(store, track, today, retention);
  return {.entry = std::move(recorded),
          .item = lister.listed(now),
          .counted_before = before && before->state == now.state};
}

}  // namespace gradus::track
