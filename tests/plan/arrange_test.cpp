#include "gradus/plan/arrange.hpp"

#include "support/plan_builder.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gradus::plan::arrange_test {
namespace {

using namespace gradus::test;
using curriculum::ArtefactId;
using curriculum::Curriculum;
using curriculum::Difficulty;
using curriculum::ProblemTarget;
using curriculum::Tier;
using curriculum::TierId;
using curriculum::TopicId;
using curriculum::WeekId;
using curriculum::WeekMinutes;

const TierId sql{"sql"};

ProblemTarget row(int count, bool top_up = false) {
  return {TopicId{"joins"}, Difficulty::easy, count, top_up};
}

WeekMinutes of(int read, int lab, int review) {
  return {Minutes{read}, Minutes{lab}, Minutes{review}};
}

// Weeks w1, w2, …; week n asks for n problems and the artefact gist-n.
Tier sql_tier(int weeks, WeekMinutes minutes = usual_minutes) {
  Tier result = tier("sql", {});
  for (int n = 1; n <= weeks; ++n) {
    const auto number = std::to_string(n);
    auto each = week("w" + number, minutes);
    each.problems = {row(n)};
    each.artefacts = {{ArtefactId{"gist-" + number}, "Gist", "gist"}};
    result.weeks.push_back(std::move(each));
  }
  return result;
}

std::vector<WeekLoad> arranged(int own, int weeks, WeekMinutes minutes = usual_minutes) {
  return arrange(curriculum_of({sql_tier(own, minutes)}), {.weeks = {{sql, weeks}}});
}

template <class Items, class Text>
std::string joined(const Items& items, std::string_view between, Text text) {
  std::string result;
  for (const auto& item : items) {
    if (&item != &items.front()) result += between;
    result += text(item);
  }
  return result;
}

// "w1 w2|w3": a part for each plan week.
std::string carried(const std::vector<WeekLoad>& loads) {
  return joined(loads, "|", [](const auto& load) {
    return joined(load.carries, " ", [](const auto& id) { return id.text(); });
  });
}
std::string artefacts(const std::vector<WeekLoad>& loads) {
  return joined(loads, "|", [](const auto& load) {
    return joined(load.artefacts, " ", [](const auto& id) { return id.text(); });
  });
}
std::string problems(const std::vector<WeekLoad>& loads) {
  return joined(loads, "|", [](const auto& load) {
    return joined(load.problems, " ", [](const auto& each) { return std::to_string(each.count); });
  });
}
std::string keys(const std::vector<WeekLoad>& loads) {
  return joined(loads, "|", [](const auto& load) { return load.key; });
}
std::string titles(const std::vector<WeekLoad>& loads) {
  return joined(loads, "|", [](const auto& load) { return load.title; });
}

WeekMinutes sum(const std::vector<WeekLoad>& loads) {
  WeekMinutes total;
  for (const auto& load : loads)
    for (const auto kind : calendar::block_kinds) total.of(kind) += load.minutes.of(kind);
  return total;
}

TEST_CASE("plan week k carries the weeks floor(kM/N) to ceil((k+1)M/N)-1", "[plan]") {
  CHECK(carried(arranged(6, 3)) == "w1 w2|w3 w4|w5 w6");
  CHECK(carried(arranged(5, 3)) == "w1 w2|w2 w3 w4|w4 w5");
  CHECK(carried(arranged(7, 2)) == "w1 w2 w3 w4|w4 w5 w6 w7");
  CHECK(carried(arranged(4, 6)) == "w1|w1 w2|w2|w3|w3 w4|w4");
  CHECK(carried(arranged(2, 3)) == "w1|w1 w2|w2");
  CHECK(carried(arranged(1, 3)) == "w1|w1|w1");
  CHECK(carried(arranged(3, 3)) == "w1|w2|w3");
}

TEST_CASE("a retired week is carried by no plan week", "[plan]") {
  Tier tier = sql_tier(4);
  tier.weeks[1].retired = true;
  const auto in = [&](int weeks) {
    return arrange(curriculum_of({tier}), {.weeks = {{sql, weeks}}});
  };
  CHECK(carried(in(2)) == "w1 w3|w3 w4");
  CHECK(carried(in(3)) == "w1|w3|w4");
  CHECK(problems(in(5)) == "|1||3|4");
}

TEST_CASE("titles join the weeks carried, and number the parts of one that is spread", "[plan]") {
  CHECK(titles(arranged(3, 2)) == "Title of w1 + Title of w2|Title of w2 + Title of w3");
  CHECK(titles(arranged(2, 3)) ==
        "Title of w1, 1 of 2|Title of w1 + Title of w2|Title of w2, 2 of 2");
  CHECK(titles(arranged(1, 2)) == "Title of w1, 1 of 2|Title of w1, 2 of 2");
}

TEST_CASE("problems and artefacts stand where their own week ends", "[plan]") {
  CHECK(problems(arranged(5, 3)) == "1|2 3|4 5");
  CHECK(artefacts(arranged(5, 3)) == "gist-1|gist-2 gist-3|gist-4 gist-5");
  CHECK(problems(arranged(2, 3)) == "|1|2");
  CHECK(artefacts(arranged(1, 3)) == "||gist-1");
}

TEST_CASE("a compressed tier has the usual minutes, whatever its own weeks have", "[plan]") {
  for (const auto& load : arranged(5, 3, of(600, 0, 0))) CHECK(load.minutes == usual_minutes);
}

TEST_CASE("a stretched tier's minutes are cut evenly, in the order of study", "[plan]") {
  const auto eight = arranged(6, 8);  // 2,520 minutes in eight parts of 315
  CHECK(eight[0].minutes == of(180, 135, 0));
  CHECK(eight[1].minutes == of(180, 75, 60));
  CHECK(eight[2].minutes == of(105, 150, 60));
  CHECK(sum(eight) == of(1080, 1080, 360));
  // 20 minutes do not come out even in three.
  const auto uneven = arranged(2, 3, of(10, 0, 0));
  CHECK(uneven[0].minutes == of(6, 0, 0));
  CHECK(uneven[1].minutes == of(7, 0, 0));
  CHECK(uneven[2].minutes == of(7, 0, 0));
}

// The indices of the plan weeks whose `items` hold the item.
template <class Item>
std::vector<std::size_t> where(const std::vector<WeekLoad>& loads,
                               std::vector<Item> WeekLoad::*items, const Item& item) {
  std::vector<std::size_t> found;
  for (std::size_t k = 0; k < loads.size(); ++k)
    for (const auto& each : loads[k].*items)
      if (each == item) found.push_back(k);
  return found;
}

TEST_CASE("laws of a tier in any number of weeks", "[plan]") {
  REQUIRE(rc::check("each week's problems and artefact stand once, where it ends", [] {
    const int own = *rc::gen::inRange(1, 20);
    const auto loads = arranged(own, *rc::gen::inRange(1, 30));
    for (int n = 1; n <= own; ++n) {
      const auto number = std::to_string(n);
      const auto carrying = where(loads, &WeekLoad::carries, WeekId{"w" + number});
      RC_ASSERT(!carrying.empty());
      RC_ASSERT(carrying.back() - carrying.front() + 1 == carrying.size());  // without a gap
      const std::vector last{carrying.back()};
      RC_ASSERT(where(loads, &WeekLoad::problems, row(n)) == last);
      RC_ASSERT(where(loads, &WeekLoad::artefacts, ArtefactId{"gist-" + number}) == last);
    }
  }));
  REQUIRE(rc::check("a stretched tier keeps its minutes, cut to the minute", [] {
    const auto any = rc::gen::inRange(0, 300);
    const auto minutes = of(*any, *any, *any);
    const int own = *rc::gen::inRange(1, 20);
    const auto loads = arranged(own, own + *rc::gen::inRange(1, 20), minutes);
    RC_ASSERT(sum(loads) == sum(std::vector(static_cast<std::size_t>(own), load(1, minutes))));
    std::set<Minutes> totals;
    for (const auto& each : loads) totals.insert(each.minutes.total());
    RC_ASSERT(*totals.rbegin() - *totals.begin() <= Minutes{1});
  }));
  REQUIRE(rc::check("no two plan weeks have the same key", [] {
    const int own = *rc::gen::inRange(1, 10);
    Shape shape{.weeks = {{sql, *rc::gen::inRange(1, 20)}}};
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
      shape.repeats.emplace_back("w" + std::to_string(*rc::gen::inRange(1, own + 1)));
    std::set<std::string> keys;
    for (const auto& each : arrange(curriculum_of({sql_tier(own)}), shape))
      RC_ASSERT(keys.insert(each.key).second);
  }));
}

TEST_CASE("below half, the placed problems stand in for the weeks' own", "[plan]") {
  Tier tier = sql_tier(6);
  tier.placed_problems = {row(10), row(20), row(30)};
  const auto in = [&](int weeks) {
    return arrange(curriculum_of({tier}), {.weeks = {{sql, weeks}}});
  };
  CHECK(problems(in(3)) == "1 2|3 4|5 6");
  CHECK(problems(in(2)) == "10 20|30");
  CHECK(artefacts(in(2)) == "gist-1 gist-2 gist-3|gist-4 gist-5 gist-6");
  tier.placed_problems.clear();
  CHECK(problems(in(2)) == "1 2 3|4 5 6");
}

TEST_CASE("the closing tier takes the weeks saved elsewhere at the usual minutes", "[plan]") {
  Tier closing = tier("portfolio", {week("w8", of(300, 0, 0)), week("w9", of(300, 0, 0))});
  closing.closing = true;
  const Curriculum curriculum = curriculum_of({sql_tier(4), closing});
  const auto last = [&](const Shape& shape, std::ptrdiff_t weeks) {
    const auto loads = arrange(curriculum, shape);
    return std::vector<WeekLoad>(loads.end() - weeks, loads.end());
  };
  const auto saved = last({.weeks = {{sql, 3}}}, 3);
  CHECK(carried(saved) == "w8|w8 w9|w9");
  for (const auto& load : saved) CHECK(load.minutes == usual_minutes);
  // Stretched as well: its own minutes and those of the saved week, over all its weeks.
  const auto stretched = last({.weeks = {{sql, 3}, {TierId{"portfolio"}, 3}}}, 4);
  CHECK(sum(stretched) == of(600 + 180, 180, 60));
  CHECK(stretched.front().minutes.total() == Minutes{255});
  CHECK(last({}, 2).front().minutes == of(300, 0, 0));
}

TEST_CASE("a trimmed week goes without review time and top-up problems", "[plan]") {
  Tier tier = sql_tier(4);
  tier.weeks[0].problems.push_back(row(99, true));
  const auto trimmed = [&](std::set<WeekId> weeks, int into) {
    return arrange(curriculum_of({tier}),
                   {.weeks = {{sql, into}}, .repeats = {}, .trimmed = std::move(weeks)});
  };
  const auto first = trimmed({WeekId{"w1"}}, 4);
  CHECK(first[0].minutes == of(180, 180, 0));
  CHECK(problems(first) == "1|2|3|4");
  CHECK(first[1].minutes == usual_minutes);
  // Compressed, a plan week keeps its review while any of what it carries does.
  const auto compressed = trimmed({WeekId{"w1"}, WeekId{"w2"}, WeekId{"w3"}}, 2);
  CHECK(compressed[0].minutes == of(180, 180, 0));
  CHECK(compressed[1].minutes == usual_minutes);
  CHECK(sum(trimmed({WeekId{"w1"}}, 6)) == of(720, 720, 180));
}

TEST_CASE("repeated weeks end their tier, and ask for nothing new", "[plan]") {
  const Curriculum curriculum = curriculum_of({sql_tier(3), tier("etl", {week("w4")})});
  const auto loads =
      arrange(curriculum, {.weeks = {}, .repeats = {WeekId{"w2"}, WeekId{"w1"}, WeekId{"w2"}}});
  CHECK(keys(loads) == "w1|w2|w3|w2.again|w1.again|w2.again.2|w4");
  CHECK(problems(loads) == "1|2|3||||");
  CHECK(artefacts(loads) == "gist-1|gist-2|gist-3||||");
  CHECK_FALSE(loads[2].repeat);
  CHECK(loads[3].repeat);
  CHECK(loads[3].tier == sql);
  CHECK(loads[3].minutes == usual_minutes);
}

}  // namespace
}  // namespace gradus::plan::arrange_test
