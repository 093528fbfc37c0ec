#include "gradus/plan/arrange.hpp"

#include "support/plan_builder.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
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

// A tier of weeks w1, w2, … of so many minutes of lab each.
Tier tier_of(const std::vector<int>& minutes) {
  Tier result = sql_tier(static_cast<int>(minutes.size()));
  for (std::size_t i = 0; i < minutes.size(); ++i) result.weeks[i].minutes = of(0, minutes[i], 0);
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
    return joined(load.carries, " ", [](const auto& each) { return each.week.text(); });
  });
}
// "w1=60 w2=30|w2=30": with the minutes that each plan week lays for them.
std::string laid(const std::vector<WeekLoad>& loads) {
  return joined(loads, "|", [](const auto& load) {
    return joined(load.carries, " ", [](const auto& each) {
      return each.week.text() + '=' + std::to_string(each.minutes.total().count());
    });
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

TEST_CASE("of equal weeks, plan week k carries floor(kM/N) to ceil((k+1)M/N)-1", "[plan]") {
  CHECK(carried(arranged(6, 3)) == "w1 w2|w3 w4|w5 w6");
  CHECK(carried(arranged(5, 3)) == "w1 w2|w2 w3 w4|w4 w5");
  CHECK(carried(arranged(7, 2)) == "w1 w2 w3 w4|w4 w5 w6 w7");
  CHECK(carried(arranged(4, 6)) == "w1|w1 w2|w2|w3|w3 w4|w4");
  CHECK(carried(arranged(2, 3)) == "w1|w1 w2|w2");
  CHECK(carried(arranged(1, 3)) == "w1|w1|w1");
  CHECK(carried(arranged(3, 3)) == "w1|w2|w3");
}

TEST_CASE("a plan week carries the weeks that its part of the minutes touches", "[plan]") {
  const auto in = [](const std::vector<int>& minutes, int weeks) {
    return arrange(curriculum_of({tier_of(minutes)}), {.weeks = {{sql, weeks}}});
  };
  CHECK(laid(in({60, 630}, 4)) == "w1=60 w2=115|w2=170|w2=175|w2=170");
  CHECK(laid(in({60, 630, 60}, 2)) == "w1=40 w2=210|w2=210 w3=40");
  CHECK(titles(in({60, 630, 60}, 2)) == "Title of w1 + Title of w2|Title of w2 + Title of w3");
  CHECK(titles(in({60, 3000, 60}, 5)) ==
        "Title of w1 + Title of w2|Title of w2, 2 of 5|Title of w2, 3 of 5|Title of w2, 4 of 5|"
        "Title of w2 + Title of w3");
  // A week of no minutes stands where the next one begins, the last where the tier ends.
  CHECK(laid(in({60, 0, 60, 0}, 2)) == "w1=30|w2=0 w3=30 w4=0");
  CHECK(problems(in({60, 0, 60, 0}, 2)) == "1|9");
  CHECK(laid(in({0, 0, 0}, 2)) == "w1=0 w2=0|w2=0 w3=0");
  // Fewer than 5 minutes each are not rounded.
  CHECK(laid(in({4}, 3)) == "w1=1|w1=2|w1=1");
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
  CHECK(problems(arranged(5, 3)) == "1|5|9");
  CHECK(artefacts(arranged(5, 3)) == "gist-1|gist-2 gist-3|gist-4 gist-5");
  CHECK(problems(arranged(2, 3)) == "|1|2");
  CHECK(artefacts(arranged(1, 3)) == "||gist-1");
}

TEST_CASE("rows of one topic and difficulty are one row, top-ups apart", "[plan]") {
  const ProblemTarget ctes{TopicId{"ctes"}, Difficulty::easy, 3};
  const ProblemTarget hard{TopicId{"joins"}, Difficulty::hard, 6};
  Tier tier = sql_tier(2);
  tier.weeks[0].problems = {row(1), row(2, true), ctes};
  tier.weeks[1].problems = {row(4, true), row(5), hard};
  const auto loads = arrange(curriculum_of({tier}), {.weeks = {{sql, 1}}});
  CHECK(loads.front().problems == std::vector{row(6), row(6, true), ctes, hard});
}

TEST_CASE("a compressed tier has its share of its own minutes", "[plan]") {
  for (const auto& load : arranged(5, 3, of(600, 0, 0))) CHECK(load.minutes == of(600, 0, 0));
  const auto half = arranged(6, 3);
  CHECK(laid(half) == "w1=210 w2=210|w3=210 w4=210|w5=210 w6=210");
  for (const auto& load : half) CHECK(load.minutes == usual_minutes);
  // 311h30m in 13 weeks of very different lengths.
  const Tier uneven =
      tier_of({630, 60, 4200, 1800, 60, 90, 3000, 2400, 600, 600, 1800, 1650, 1800});
  const auto seven = arrange(curriculum_of({uneven}), {.weeks = {{sql, 7}}});
  CHECK(sum(seven).total() == Minutes{10064});  // 7/13 of 18,690
  for (const auto& load : seven) CHECK(std::abs(load.minutes.total().count() - 1438) < 5);
}

TEST_CASE("a stretched tier's minutes are cut evenly, in the order of study", "[plan]") {
  const auto eight = arranged(6, 8);  // 2,520 minutes in eight parts of 315
  CHECK(eight[0].minutes == of(180, 135, 0));
  CHECK(eight[1].minutes == of(180, 75, 60));
  CHECK(eight[2].minutes == of(105, 150, 60));
  CHECK(sum(eight) == of(1080, 1080, 360));
  // 20 minutes do not come out even in three.
  const auto uneven = arranged(2, 3, of(10, 0, 0));
  CHECK(uneven[0].minutes == of(5, 0, 0));
  CHECK(uneven[1].minutes == of(10, 0, 0));
  CHECK(uneven[2].minutes == of(5, 0, 0));
}

// A tier of weeks of any length, some of none, in multiples of so many minutes.
Tier any_tier(int unit) {
  Tier result = sql_tier(*rc::gen::inRange(1, 20));
  const auto any = rc::gen::weightedOneOf<int>(
      {{1, rc::gen::just(0)}, {4, rc::gen::inRange(0, 60)}, {1, rc::gen::inRange(0, 600)}});
  for (auto& each : result.weeks) each.minutes = of(unit * *any, unit * *any, unit * *any);
  return result;
}
Tier any_tier() {
  return any_tier(*rc::gen::element(1, 5));
}

Minutes total_of(const Tier& tier) {
  Minutes total{0};
  for (const auto& each : tier.weeks) total += each.minutes.total();
  return total;
}

// The indices of the plan weeks that carry the week, and of those that hold the artefact.
std::vector<std::size_t> carrying(const std::vector<WeekLoad>& loads, const WeekId& week) {
  std::vector<std::size_t> found;
  for (std::size_t k = 0; k < loads.size(); ++k)
    if (loads[k].carries_week(week)) found.push_back(k);
  return found;
}
std::vector<std::size_t> asking_for(const std::vector<WeekLoad>& loads, const ArtefactId& id) {
  std::vector<std::size_t> found;
  for (std::size_t k = 0; k < loads.size(); ++k)
    if (std::ranges::find(loads[k].artefacts, id) != loads[k].artefacts.end()) found.push_back(k);
  return found;
}

// Minutes in the order of study, each as its week and kind.
using Minute = std::pair<std::string, calendar::BlockKind>;
std::vector<Minute> minute_by_minute(const std::vector<Carried>& weeks) {
  std::vector<Minute> result;
  for (const auto& [id, minutes] : weeks) {
    for (const auto kind : calendar::block_kinds)
      result.insert(result.end(), static_cast<std::size_t>(minutes.of(kind).count()),
                    {id.text(), kind});
  }
  return result;
}
std::vector<Minute> minute_by_minute(const Tier& tier) {
  std::vector<Carried> weeks;
  for (const auto& each : tier.weeks) weeks.push_back({each.id, each.minutes});
  return minute_by_minute(weeks);
}
std::vector<Minute> minute_by_minute(const std::vector<WeekLoad>& loads) {
  std::vector<Carried> parts;
  for (const auto& load : loads)
    parts.insert(parts.end(), load.carries.begin(), load.carries.end());
  return minute_by_minute(parts);
}

// Whether the minutes stand in the order of the others, however many there are of each kind.
bool in_order_of(const std::vector<Minute>& all, std::vector<Minute> some) {
  some.erase(std::unique(some.begin(), some.end()), some.end());
  auto next = some.begin();
  for (const auto& each : all)
    if (next != some.end() && *next == each) ++next;
  return next == some.end();
}

TEST_CASE("laws of a tier in any number of weeks", "[plan]") {
  REQUIRE(rc::check("each week is carried, and its targets stand once, where it ends", [] {
    const Tier tier = any_tier();
    const auto loads = arrange(curriculum_of({tier}), {.weeks = {{sql, *rc::gen::inRange(1, 30)}}});
    int asked = 0;
    for (const auto& load : loads) {
      RC_ASSERT(!load.carries.empty());
      for (const auto& each : load.problems) asked += each.count;
    }
    int expected = 0;
    for (const auto& each : tier.weeks) {
      const auto carriers = carrying(loads, each.id);
      RC_ASSERT(!carriers.empty());
      RC_ASSERT(carriers.back() - carriers.front() + 1 == carriers.size());  // without a gap
      RC_ASSERT(asking_for(loads, each.artefacts[0].id) == std::vector{carriers.back()});
      expected += each.problems[0].count;
    }
    RC_ASSERT(asked == expected);
  }));
  REQUIRE(rc::check("a plan week's minutes are those of what it carries", [] {
    const auto loads =
        arrange(curriculum_of({any_tier()}), {.weeks = {{sql, *rc::gen::inRange(1, 30)}}});
    for (const auto& load : loads) {
      WeekMinutes total;
      for (const auto& each : load.carries)
        for (const auto kind : calendar::block_kinds) total.of(kind) += each.minutes.of(kind);
      RC_ASSERT(total == load.minutes);
    }
  }));
  REQUIRE(rc::check("a stretched tier keeps each minute in its place", [] {
    const Tier tier = any_tier();
    const int weeks = own_weeks(tier) + *rc::gen::inRange(1, 20);
    const auto loads = arrange(curriculum_of({tier}), {.weeks = {{sql, weeks}}});
    RC_ASSERT(minute_by_minute(loads) == minute_by_minute(tier));
  }));
  REQUIRE(rc::check("a compressed tier keeps N/M of its minutes, in order", [] {
    const Tier tier = any_tier();
    const int own = own_weeks(tier);
    const int weeks = *rc::gen::inRange(1, own + 1);
    const auto loads = arrange(curriculum_of({tier}), {.weeks = {{sql, weeks}}});
    const auto off = own * sum(loads).total() - weeks * total_of(tier);
    RC_ASSERT(2 * std::abs(off.count()) <= own);  // to the minute
    RC_ASSERT(in_order_of(minute_by_minute(tier), minute_by_minute(loads)));
  }));
  REQUIRE(rc::check("a tier's plan weeks are equally long, within 5 minutes", [] {
    const Tier tier = any_tier();
    const int weeks = *rc::gen::inRange(1, 30);
    RC_PRE(weeks != own_weeks(tier));
    const auto loads = arrange(curriculum_of({tier}), {.weeks = {{sql, weeks}}});
    for (const auto& load : loads) {
      const auto off = weeks * load.minutes.total() - sum(loads).total();
      RC_ASSERT(std::abs(off.count()) <= 5 * weeks);
    }
  }));
  REQUIRE(rc::check("minutes are multiples of 5 if the weeks' own are", [] {
    const Tier tier = any_tier(5);
    const int own = own_weeks(tier);
    const int weeks = *rc::gen::inRange(1, 30);
    RC_PRE(total_of(tier) >= Minutes{5 * std::max(weeks, own)});
    const auto loads = arrange(curriculum_of({tier}), {.weeks = {{sql, weeks}}});
    RC_PRE(sum(loads).total().count() % 5 == 0);  // N/M of them may not be
    for (const auto& load : loads)
      for (const auto kind : calendar::block_kinds)
        RC_ASSERT(load.minutes.of(kind).count() % 5 == 0);
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
  CHECK(problems(in(3)) == "3|7|11");
  CHECK(problems(in(2)) == "30|30");
  CHECK(artefacts(in(2)) == "gist-1 gist-2 gist-3|gist-4 gist-5 gist-6");
  tier.placed_problems.clear();
  CHECK(problems(in(2)) == "6|15");
}

Curriculum with_closing(Tier first, Tier closing) {
  closing.closing = true;
  auto curriculum = curriculum_of({std::move(first), std::move(closing)});
  curriculum.saved_weeks = curriculum::SavedWeeks::closing;
  return curriculum;
}

std::vector<WeekLoad> portfolio(std::vector<WeekLoad> loads) {
  std::erase_if(loads, [](const WeekLoad& load) { return load.tier.text() != "portfolio"; });
  return loads;
}

TEST_CASE("the closing tier takes the weeks saved elsewhere at its own average", "[plan]") {
  const Tier closing = tier("portfolio", {week("w8", of(300, 0, 0)), week("w9", of(100, 0, 0))});
  Curriculum curriculum = with_closing(sql_tier(4), closing);
  const auto last = [&](const Shape& shape) { return portfolio(arrange(curriculum, shape)); };
  CHECK(laid(last({.weeks = {{sql, 3}}})) == "w8=200|w8=200|w8=50 w9=150");
  // Stretched as well: its own minutes and those of the saved week, over all its weeks.
  const Shape stretched{.weeks = {{sql, 3}, {TierId{"portfolio"}, 3}}};
  CHECK(laid(last(stretched)) == "w8=150|w8=150|w8=150|w9=150");
  CHECK(last({}).front().minutes == of(300, 0, 0));
  curriculum.saved_weeks = curriculum::SavedWeeks::none;
  CHECK(laid(last({.weeks = {{sql, 3}}})) == "w8=300|w9=100");
}

TEST_CASE("a closing tier is never shorter than its own", "[plan]") {
  REQUIRE(rc::check("for any weeks saved", [] {
    Tier closing = any_tier();
    closing.id = TierId{"portfolio"};
    for (auto& each : closing.weeks) each.id = WeekId{"c" + each.id.text()};
    const int sql_weeks = *rc::gen::inRange(1, 12);
    Shape shape{.weeks = {{sql, *rc::gen::inRange(1, sql_weeks + 1)}}};
    const int saved = sql_weeks - shape.weeks.at(sql);
    const int more = *rc::gen::inRange(0, 4);
    const int own = own_weeks(closing);
    if (more > 0) shape.weeks.emplace(closing.id, own + more);
    const auto loads = portfolio(arrange(with_closing(sql_tier(sql_weeks), closing), shape));
    RC_ASSERT(static_cast<int>(loads.size()) == own + saved + more);
    const auto added = sum(loads).total() - total_of(closing);
    RC_ASSERT(added >= Minutes{0});
    const auto off = own * added - saved * total_of(closing);
    RC_ASSERT(2 * std::abs(off.count()) <= own);
  }));
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
  // Compressed, each week carried is trimmed for itself.
  const auto compressed = trimmed({WeekId{"w1"}, WeekId{"w2"}, WeekId{"w3"}}, 2);
  CHECK(compressed[0].minutes == of(180, 180, 0));
  CHECK(compressed[1].minutes == of(180, 180, 30));
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
