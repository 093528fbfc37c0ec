#include "gradus/recall/queue.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <vector>

namespace gradus::recall::queue_test {
namespace {

using Indices = std::vector<std::size_t>;

const Date today = Date::parse("2026-12-01").value();

// Something graded once, so many days ago.
Alike learnt(int days_ago, Grade grade, int items = 1, int minutes = 10) {
  return {first_state({today - Days{days_ago}, grade}), items, Minutes{minutes * items}};
}

Indices fits(const std::vector<int>& lengths, int minutes, int most = 20) {
  std::vector<Minutes> reviews;
  reviews.reserve(lengths.size());
  for (const int each : lengths) reviews.emplace_back(each);
  return fitting(reviews, {Minutes{minutes}, most});
}

using Packing = std::vector<Indices>;

Packing packs(const std::vector<int>& lengths, int minutes, int most = 20) {
  std::vector<Minutes> reviews;
  reviews.reserve(lengths.size());
  for (const int each : lengths) reviews.emplace_back(each);
  return packed(reviews, {Minutes{minutes}, most});
}

Indices order_of(const std::vector<Urgency>& things) {
  return by_urgency(things);
}

TEST_CASE("what is due comes by its recall, the highest first", "[recall]") {
  const std::vector<Alike> groups{learnt(30, Grade::good), learnt(9, Grade::easy),
                                  learnt(2, Grade::good), learnt(5, Grade::good)};
  CHECK(backlog(groups, today, {}).due == Indices{1, 3, 0});
}

TEST_CASE("what is nearly lost is kept apart", "[recall]") {
  const std::vector<Alike> groups{learnt(300, Grade::again), learnt(5, Grade::good),
                                  learnt(200, Grade::again)};
  const auto found = backlog(groups, today, {});
  CHECK(found.due == Indices{1});
  CHECK(found.apart == Indices{2, 0});
}

TEST_CASE("nothing comes up twice on a day, nor from days to come", "[recall]") {
  const std::vector<Alike> groups{learnt(0, Grade::again), learnt(-3, Grade::again)};
  CHECK(backlog(groups, today, {}).due.empty());
}

TEST_CASE("a higher retention brings things up sooner", "[recall]") {
  const std::vector<Alike> groups{learnt(6, Grade::easy)};
  CHECK(backlog(groups, today, {}).due.empty());
  CHECK(backlog(groups, today, Retention::of(0.95).value()).due == Indices{0});
}

TEST_CASE("a group without items is not due", "[recall]") {
  const std::vector<Alike> groups{learnt(9, Grade::good, 0)};
  CHECK(backlog(groups, today, {}).due.empty());
}

TEST_CASE("reviews fill the day, and what is too long is passed over", "[recall]") {
  CHECK(fits({10, 10, 10}, 30) == Indices{0, 1, 2});
  CHECK(fits({10, 25, 10, 10}, 30) == Indices{0, 2, 3});
}

TEST_CASE("at least one review is chosen", "[recall]") {
  CHECK(fits({45, 60}, 30) == Indices{0});
  CHECK(fits({45}, 0) == Indices{0});
  CHECK(fits({}, 30).empty());
}

TEST_CASE("no day holds more reviews than its cap", "[recall]") {
  CHECK(fits({1, 1, 1}, 30, 2) == Indices{0, 1});
}

TEST_CASE("each day takes what fits of what the days before it left", "[recall]") {
  CHECK(packs({}, 30).empty());
  CHECK(packs({10, 10, 10}, 30) == Packing{{0, 1, 2}});
  CHECK(packs({10, 25, 10, 5, 11}, 30) == Packing{{0, 2, 3}, {1}, {4}});
  CHECK(packs(std::vector<int>(41, 1), 60).size() == 3);
  CHECK(packs({5, 5}, 0) == Packing{{0}, {1}});
}

TEST_CASE("what is longer than a day has one to itself", "[recall]") {
  CHECK(packs({95}, 30) == Packing{{0}});
  CHECK(packs({95, 20, 10}, 30) == Packing{{1, 2}, {0}});
}

TEST_CASE("of the same recall in whole percent what is weak comes first", "[recall]") {
  CHECK(order_of({{0.812, false}, {0.808, true}, {0.79, true}, {0.811, true}}) ==
        Indices{1, 3, 0, 2});
  CHECK(order_of({{0.7, false}, {0.8, false}, {0.7, false}}) == Indices{1, 0, 2});
  CHECK(order_of({}).empty());
}

TEST_CASE("however weak its topic is, a lower percentage never comes first", "[recall]") {
  rc::prop("", [] {
    std::vector<Urgency> things;
    const auto recalls = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1001));
    things.reserve(recalls.size());
    for (const int each : recalls) things.push_back({each / 1000.0, *rc::gen::arbitrary<bool>()});
    const auto order = by_urgency(things);
    RC_ASSERT(std::set(order.begin(), order.end()).size() == things.size());
    for (std::size_t i = 1; i < order.size(); ++i) {
      const auto& before = things.at(order.at(i - 1));
      const auto& after = things.at(order.at(i));
      const auto percent = std::round(before.recall * 100);
      RC_ASSERT(percent >= std::round(after.recall * 100));
      if (percent == std::round(after.recall * 100)) RC_ASSERT(before.weak >= after.weak);
    }
  });
}

TEST_CASE("packed days hold each review once, and no more than fits", "[recall]") {
  rc::prop("", [] {
    const auto lengths = *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 90));
    const int minutes = *rc::gen::inRange(0, 120);
    const int most = *rc::gen::inRange(1, 30);
    const auto days = packs(lengths, minutes, most);
    std::multiset<std::size_t> all;
    for (const auto& day : days) {
      int sum = 0;
      for (const auto each : day) sum += lengths.at(each);
      all.insert(day.begin(), day.end());
      RC_ASSERT(!day.empty());
      RC_ASSERT(static_cast<int>(day.size()) <= most);
      RC_ASSERT(sum <= minutes || day.size() == 1);
    }
    Indices each(lengths.size());
    std::iota(each.begin(), each.end(), std::size_t{0});
    RC_ASSERT(std::ranges::equal(all, each));
    if (!days.empty()) RC_ASSERT(days.front() == fits(lengths, minutes, most));
  });
}

TEST_CASE("what fits is within the day, in order, each once", "[recall]") {
  rc::prop("", [] {
    const auto lengths = *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 90));
    const int minutes = *rc::gen::inRange(0, 120);
    const int most = *rc::gen::inRange(1, 30);
    const auto chosen = fits(lengths, minutes, most);
    RC_ASSERT(std::ranges::is_sorted(chosen));
    RC_ASSERT(std::set(chosen.begin(), chosen.end()).size() == chosen.size());
    RC_ASSERT(static_cast<int>(chosen.size()) <= most);
    int sum = 0;
    for (const auto each : chosen) sum += lengths.at(each);
    RC_ASSERT(sum <= minutes || chosen.size() == 1);
    RC_ASSERT(chosen.empty() == lengths.empty());
  });
}

}  // namespace
}  // namespace gradus::recall::queue_test
