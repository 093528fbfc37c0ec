#include "gradus/recall/queue.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include <algorithm>
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

TEST_CASE("the rest takes the days that its minutes or its number ask for", "[recall]") {
  CHECK(days_for(0, Minutes{0}, {Minutes{30}}) == 0);
  CHECK(days_for(3, Minutes{30}, {Minutes{30}}) == 1);
  CHECK(days_for(4, Minutes{31}, {Minutes{30}}) == 2);
  CHECK(days_for(41, Minutes{41}, {Minutes{60}}) == 3);
  CHECK(days_for(2, Minutes{10}, {Minutes{0}}) == 10);
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
