#include "plan/cut.hpp"

#include <algorithm>

namespace gradus::plan {
namespace {

std::int64_t rounded(std::int64_t numerator, std::int64_t denominator, std::int64_t step) {
  return (2 * numerator + step * denominator) / (2 * step * denominator) * step;
}

// A tier's minutes as a line: where on it its weeks and parts begin, before and after the share is
// taken. Comparing week ends with cuts is exact; only then are minutes rounded, so that no rounding
// gives a part minutes of a week it doesn't carry.
class Line {
 public:
  Line(const std::vector<curriculum::Week>& weeks, std::int64_t parts, Share share)
      : parts_(parts), share_(share) {
    for (const auto& week : weeks) begins_.push_back(begins_.back() + week.minutes.total().count());
    total_ = rounded(begins_.back() * share.of, share.whole, 1);
    if (begins_.back() == 0)
      for (std::size_t i = 0; i < begins_.size(); ++i) begins_[i] = static_cast<std::int64_t>(i);
    constexpr std::int64_t usual_step = 5;
    step_ = total_ >= usual_step * parts ? usual_step : 1;
  }

  [[nodiscard]] std::int64_t begin(std::size_t week) const { return begins_[week]; }

  // The first and the last part that a week touches.
  [[nodiscard]] std::int64_t first(std::size_t week) const {
    return std::min(begins_[week] * parts_ / begins_.back(), parts_ - 1);
  }
  [[nodiscard]] std::int64_t last(std::size_t week) const {
    const auto whole = begins_.back();
    return std::max((begins_[week + 1] * parts_ + whole - 1) / whole - 1, first(week));
  }

  // The minutes laid before a place on the line.
  [[nodiscard]] std::int64_t laid_before(std::int64_t place) const {
    if (total_ == 0) return 0;
    if (place == begins_.back()) return total_;
    if (share_.of == share_.whole) return place;
    return std::min(rounded(place * share_.of, share_.whole, step_), total_);
  }

  // The minutes laid before a part. A cut stays within the week that it cuts.
  [[nodiscard]] std::int64_t laid_before_part(std::int64_t part) const {
    const auto cuts_after = [&](std::int64_t place) {
      return place * parts_ <= part * begins_.back();
    };
    const auto next = std::partition_point(begins_.begin(), begins_.end(), cuts_after);
    const auto begin = *(next - 1);
    if (begin * parts_ == part * begins_.back()) return laid_before(begin);
    return std::clamp(rounded(part * total_, parts_, step_), laid_before(begin),
                      laid_before(*next));
  }

 private:
  std::int64_t parts_;
  Share share_;
  std::vector<std::int64_t> begins_{0};  // of each week, and the end of the last
  std::int64_t total_ = 0;
  std::int64_t step_ = 1;
};

// What the part gets of a week that begins at the place.
curriculum::WeekMinutes overlap(const Line& line, const curriculum::WeekMinutes& week,
                                std::int64_t place, std::int64_t part) {
  const auto from = line.laid_before_part(part);
  const auto to = line.laid_before_part(part + 1);
  curriculum::WeekMinutes minutes;
  for (const auto kind : calendar::block_kinds) {
    const auto begin = std::max(line.laid_before(place), from);
    place += week.of(kind).count();
    const auto end = std::min(line.laid_before(place), to);
    minutes.of(kind) = Minutes{std::max<std::int64_t>(end - begin, 0)};
  }
  return minutes;
}

}  // namespace

std::vector<Part> cut(const std::vector<curriculum::Week>& weeks, std::size_t parts, Share share) {
  const Line line(weeks, static_cast<std::int64_t>(parts), share);
  std::vector<Part> result(parts);
  for (std::size_t i = 0; i < weeks.size(); ++i) {
    for (auto k = line.first(i); k <= line.last(i); ++k) {
      result[static_cast<std::size_t>(k)].carries.push_back(
          {weeks[i].id, overlap(line, weeks[i].minutes, line.begin(i), k)});
    }
    ++result[static_cast<std::size_t>(line.last(i))].ends;
  }
  return result;
}

}  // namespace gradus::plan
