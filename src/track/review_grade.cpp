#include "gradus/store/entries.hpp"
#include "gradus/store/recall.hpp"
#include "gradus/text/nearest.hpp"
#include "gradus/track/error.hpp"
#include "gradus/track/review.hpp"

#include "track/review_items.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <variant>

namespace gradus::track {
namespace {

using curriculum::ReviewOf;
using store::RecallItem;

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
  const ReviewItems items(store, track, today, retention);
  return {.entry = std::move(recorded),
          .item = items.listed(now),
          .counted_before = before && before->state == now.state};
}

std::optional<insight::ReviewItem> drill_to_review(const store::Store& store,
                                                   const LoadedTrack& track,
                                                   const std::string& drill, calendar::Date today,
                                                   const recall::Retention& retention) {
  const auto item = store::recall_of_drill(store, track.id, drill);
  if (!item) return std::nullopt;
  return ReviewItems(store, track, today, retention).listed(*item);
}

}  // namespace gradus::track
