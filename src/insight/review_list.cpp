#include "gradus/insight/review_list.hpp"

namespace gradus::insight {

calendar::Minutes ReviewList::due_minutes() const {
  calendar::Minutes sum{0};
  for (const auto& item : due) sum += item.minutes;
  return sum;
}

}  // namespace gradus::insight
