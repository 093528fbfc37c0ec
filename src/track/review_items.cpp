#include "track/review_items.hpp"

#include "gradus/recall/queue.hpp"
#include "gradus/store/entries.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace gradus::track {
namespace {

using curriculum::ReviewOf;
using store::AlikeItems;
using store::RecallItem;

std::optional<std::string> practice_page(const curriculum::Curriculum& curriculum,
                                         const std::optional<curriculum::TopicId>& topic) {
  const auto found = std::ranges::find_if(
      curriculum.topics, [&](const auto& each) { return topic && each.id == *topic; });
  return found == curriculum.topics.end() ? std::nullopt : found->practice_url;
}

// To four decimals, as every list has it: more of it means nothing.
double recall_on(const RecallItem& item, calendar::Date day) {
  return std::round(recall::retrievability(item.state, day) * 1e4) / 1e4;
}

}  // namespace

ReviewItems::ReviewItems(const store::Store& store, const LoadedTrack& track, calendar::Date today,
                         const recall::Retention& retention, WeakTopics weak)
    : store_(store), track_(track), today_(today), retention_(retention), weak_(std::move(weak)) {}

insight::ReviewItem ReviewItems::listed(const RecallItem& item) const {
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
          .recall = recall_on(item, today_),
          .last = item.state.last,
          .interval = recall::interval(item.state, retention_),
          .due = recall::due(item.state, retention_),
          .weak = is_weak(item)};
}

std::vector<insight::ReviewItem> ReviewItems::listed(const std::vector<RecallItem>& items) const {
  std::vector<insight::ReviewItem> list;
  list.reserve(items.size());
  for (const auto& item : items) list.push_back(listed(item));
  return list;
}

std::vector<RecallItem> ReviewItems::first(const std::vector<AlikeItems>& groups,
                                           const std::vector<std::size_t>& order,
                                           std::size_t most) const {
  std::vector<RecallItem> items;
  for (const auto group : order) {
    if (items.size() >= most) break;
    auto more = store::recall_items(store_, groups[group], most - items.size());
    std::ranges::move(more, std::back_inserter(items));
  }
  return items;
}

std::vector<RecallItem> ReviewItems::most_urgent(const std::vector<AlikeItems>& groups,
                                                 const std::vector<std::size_t>& order,
                                                 std::size_t most) const {
  auto items = first(groups, order, most);
  std::vector<recall::Urgency> urgencies;
  urgencies.reserve(items.size());
  for (const auto& item : items) urgencies.push_back({recall_on(item, today_), is_weak(item)});
  std::vector<RecallItem> sorted;
  sorted.reserve(items.size());
  for (const auto index : recall::by_urgency(urgencies)) sorted.push_back(std::move(items[index]));
  return sorted;
}

std::vector<calendar::Minutes> ReviewItems::minutes_of_first(const std::vector<AlikeItems>& groups,
                                                             const std::vector<std::size_t>& order,
                                                             std::size_t most) const {
  std::vector<calendar::Minutes> minutes;
  for (const auto group : order) {
    if (minutes.size() >= most) break;
    std::ranges::copy(store::recall_minutes(store_, groups[group], most - minutes.size()),
                      std::back_inserter(minutes));
  }
  return minutes;
}

}  // namespace gradus::track
