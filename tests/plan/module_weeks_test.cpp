#include "gradus/plan/arrange.hpp"

#include "support/plan_builder.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace gradus::plan::module_weeks_test {
namespace {

using namespace gradus::test;
using curriculum::Module;
using curriculum::ModuleId;
using curriculum::TierId;
using curriculum::WeekId;
using curriculum::WeekMinutes;

constexpr Minutes usual_most = std::chrono::hours{10};

WeekMinutes of(int read, int lab, int review) {
  return {Minutes{read}, Minutes{lab}, Minutes{review}};
}

Module module(const std::string& id, const std::vector<std::string>& weeks, WeekMinutes minutes,
              WeekMinutes overlap = {}) {
  Module result{ModuleId{id}, id,      curriculum::CurriculumId{"small"},
                "",           {},      {},
                {},           minutes, overlap,
                {},           {},      {},
                {},           {},      {},
                {},           {}};
  for (const auto& each : weeks) result.weeks.emplace_back(each);
  return result;
}

// A tier of w1 to w3 at the usual 7 hours, so that 3 of 10 are free in each.
curriculum::Curriculum three_weeks() {
  return curriculum_of({tier("sql", {week("w1"), week("w2"), week("w3")})});
}

std::vector<WeekLoad> with(std::vector<Module> modules,
                           const curriculum::Curriculum& curriculum = three_weeks()) {
  Shape shape;
  shape.modules = std::move(modules);
  return arrange(curriculum, shape);
}

std::string keys(const std::vector<WeekLoad>& loads) {
  std::string text;
  for (const auto& load : loads) text += load.key + ' ';
  return text;
}

using Ids = std::vector<ModuleId>;

TEST_CASE("a module's net time goes into its home week", "[plan]") {
  const auto loads = with({module("a", {"w2"}, of(100, 120, 0), of(0, 40, 0))});
  CHECK(keys(loads) == "w1 w2 w3 ");
  CHECK(loads[0].minutes == usual_minutes);
  CHECK(loads[1].minutes == of(280, 260, 60));
  CHECK(loads[1].modules == Ids{ModuleId{"a"}});
  CHECK_FALSE(loads[1].only_modules);
}

TEST_CASE("a module fills its home weeks in order, the rest stands right behind them", "[plan]") {
  const auto loads = with({module("a", {"w1", "w2"}, of(300, 100, 0))});
  CHECK(keys(loads) == "w1 w2 w2.modules w3 ");
  CHECK(loads[0].minutes == of(360, 180, 60));
  // It counts for the week it lies in.
  for (const auto& load : loads) CHECK(load.carries.front().minutes == load.minutes);
  CHECK(loads[1].minutes == of(300, 240, 60));
  CHECK(loads[2].minutes == of(0, 40, 0));
  CHECK(loads[2].only_modules);
  CHECK(loads[2].tier == TierId{"sql"});
  CHECK(loads[2].week_ids() == std::vector{WeekId{"w2"}});
  // Where its time begins, and there alone.
  CHECK(loads[0].modules == Ids{ModuleId{"a"}});
  CHECK(loads[1].modules.empty());
  CHECK(loads[2].modules.empty());
}

TEST_CASE("the next module takes the room that is left behind a home week", "[plan]") {
  const auto loads =
      with({module("a", {"w1"}, of(200, 0, 0)), module("b", {"w1"}, of(0, 1200, 0))});
  CHECK(keys(loads) == "w1 w1.modules w1.modules.2 w1.modules.3 w2 w3 ");
  CHECK(loads[1].minutes == of(20, 580, 0));
  CHECK(loads[2].minutes == of(0, 600, 0));
  CHECK(loads[3].minutes == of(0, 20, 0));
  CHECK(loads[1].modules == Ids{ModuleId{"b"}});
}

TEST_CASE("a module whose work is all its home weeks' own begins there", "[plan]") {
  const auto loads = with({module("a", {"w1", "w2"}, of(60, 0, 0), of(60, 0, 0))});
  CHECK(keys(loads) == "w1 w2 w3 ");
  CHECK(loads[1].minutes == usual_minutes);
  CHECK(loads[1].modules == Ids{ModuleId{"a"}});
}

TEST_CASE("modules fill weeks up to the curriculum's most hours", "[plan]") {
  auto curriculum = three_weeks();
  curriculum.limits.hours_per_week = {5, 8};
  const auto loads = with({module("a", {"w3"}, of(90, 0, 0))}, curriculum);
  CHECK(keys(loads) == "w1 w2 w3 w3.modules ");
  CHECK(loads[2].minutes.total() == std::chrono::hours{8});
  // A week that is over the most already has no room at all.
  curriculum.tiers[0].weeks[2].minutes = of(900, 0, 0);
  CHECK(with({module("a", {"w3"}, of(90, 0, 0))}, curriculum)[3].minutes == of(90, 0, 0));
}

TEST_CASE("in a stretched tier a module goes where its home week ends, not where it is repeated",
          "[plan]") {
  const Shape shape{.weeks = {{TierId{"sql"}, 6}},
                    .repeats = {WeekId{"w1"}},
                    .trimmed = {},
                    .modules = {module("a", {"w1"}, of(1, 0, 0))}};
  const auto loads = arrange(three_weeks(), shape);
  CHECK(keys(loads) == "w1 w1.2 w2 w2.2 w3 w3.2 w1.again ");
  CHECK(loads[1].modules == Ids{ModuleId{"a"}});
}

TEST_CASE("laws of modules", "[plan]") {
  static const std::vector<std::vector<std::string>> homes{{"w1"}, {"w1", "w3"}, {"w2"}};
  REQUIRE(rc::check("their minutes are all there, no week is over the most, no key twice", [] {
    std::vector<Module> modules;
    WeekMinutes expected = of(3 * 180, 3 * 180, 3 * 60);
    for (int i = *rc::gen::inRange(1, 6); i > 0; --i) {
      const auto any = rc::gen::inRange(0, 800);
      const auto minutes = of(*any, *any, *any);
      const auto overlap =
          of(0, *rc::gen::inRange(0, static_cast<int>(minutes.lab.count()) + 1), 0);
      const auto home = *rc::gen::elementOf(homes);
      modules.push_back(module("m" + std::to_string(i), home, minutes, overlap));
      for (const auto kind : calendar::block_kinds)
        expected.of(kind) += modules.back().net().of(kind);
    }
    const auto loads = with(modules);
    WeekMinutes total;
    std::set<std::string> keys;
    std::size_t begun = 0;
    for (std::size_t k = 0; k < loads.size(); ++k) {
      for (const auto kind : calendar::block_kinds) total.of(kind) += loads[k].minutes.of(kind);
      RC_ASSERT(loads[k].minutes.total() <= usual_most);
      RC_ASSERT(keys.insert(loads[k].key).second);
      begun += loads[k].modules.size();
      if (loads[k].only_modules) RC_ASSERT(loads[k].week_ids() == loads[k - 1].week_ids());
    }
    RC_ASSERT(total == expected);
    RC_ASSERT(begun == modules.size());
  }));
}

}  // namespace
}  // namespace gradus::plan::module_weeks_test
