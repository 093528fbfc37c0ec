#pragma once

#include "gradus/insight/review_list.hpp"
#include "gradus/recall/memory.hpp"
#include "gradus/store/recall.hpp"
#include "gradus/track/track.hpp"

#include <cstddef>
#include <set>
#include <vector>

namespace gradus::track {

using WeakTopics = std::set<curriculum::TopicId>;

// Reads what reviews are about: the store's items as people see them.
class ReviewItems {
 public:
  // Keeps references to the store and the track.
  ReviewItems(const store::Store& store, const LoadedTrack& track, calendar::Date today,
              const recall::Retention& retention, WeakTopics weak = {});

  [[nodiscard]] insight::ReviewItem listed(const store::RecallItem& item) const;
  [[nodiscard]] std::vector<insight::ReviewItem> listed(
      const std::vector<store::RecallItem>& items) const;

  // The first items of groups in that order.
  [[nodiscard]] std::vector<store::RecallItem> first(const std::vector<store::AlikeItems>& groups,
                                                     const std::vector<std::size_t>& order,
                                                     std::size_t most) const;
  // The same, and of the same recall in whole percent those of weak topics first.
  [[nodiscard]] std::vector<store::RecallItem> most_urgent(
      const std::vector<store::AlikeItems>& groups, const std::vector<std::size_t>& order,
      std::size_t most) const;
  // What the reviews of the first items take.
  [[nodiscard]] std::vector<calendar::Minutes> minutes_of_first(
      const std::vector<store::AlikeItems>& groups, const std::vector<std::size_t>& order,
      std::size_t most) const;

 private:
  [[nodiscard]] bool is_weak(const store::RecallItem& item) const {
    return item.topic && weak_.contains(*item.topic);
  }

  const store::Store& store_;
  const LoadedTrack& track_;
  calendar::Date today_;
  recall::Retention retention_;
  WeakTopics weak_;
};

}  // namespace gradus::track
