#include "gradus/plan/arrange.hpp"
#include "gradus/plan/progress.hpp"

#include "support/plan_builder.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <array>
#include <cstddef>
#include <optional>
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

constexpr Minutes most{600};

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
  // It goes on in the others that have some of it.
  CHECK(loads[0].going_on.empty());
  CHECK(loads[1].going_on == Ids{ModuleId{"a"}});
  CHECK(loads[2].going_on == Ids{ModuleId{"a"}});
  CHECK(loads[3].going_on.empty());
}

TEST_CASE("what is left of modules that end in one week is one week, however long", "[plan]") {
  const auto loads =
      with({module("a", {"w1"}, of(200, 0, 0)), module("b", {"w1"}, of(0, 1200, 0))});
  CHECK(keys(loads) == "w1 w1.modules w2 w3 ");
  CHECK(loads[1].minutes == of(20, 1200, 0));
  CHECK(loads[1].carries.front().minutes == of(20, 1200, 0));
  CHECK(loads[1].modules == Ids{ModuleId{"b"}});
}

TEST_CASE("a module whose work is all its home weeks' own begins there", "[plan]") {
  const auto loads = with({module("a", {"w1", "w2"}, of(60, 0, 0), of(60, 0, 0))});
  CHECK(keys(loads) == "w1 w2 w3 ");
  CHECK(loads[1].minutes == usual_minutes);
  CHECK(loads[1].modules == Ids{ModuleId{"a"}});
}

TEST_CASE("a module fills its homes in the order of the plan, however it names them", "[plan]") {
  const auto loads = with({module("a", {"w3", "w1"}, of(400, 0, 0))});
  CHECK(keys(loads) == "w1 w2 w3 w3.modules ");
  CHECK(loads[0].minutes == of(360, 180, 60));
  CHECK(loads[0].modules == Ids{ModuleId{"a"}});
  CHECK(loads[2].minutes == of(360, 180, 60));
  CHECK(loads[3].minutes == of(40, 0, 0));
}

TEST_CASE("a home week takes 10 hours, whatever the curriculum's own limits", "[plan]") {
  auto curriculum = three_weeks();
  for (const auto& hours : {std::array{5, 8}, std::array{5, 20}}) {
    curriculum.limits.hours_per_week = hours;
    const auto loads = with({module("a", {"w3"}, of(190, 0, 0))}, curriculum);
    REQUIRE(keys(loads) == "w1 w2 w3 w3.modules ");
    CHECK(loads[2].minutes.total() == most);
  }
  // A week that has more already has no room at all.
  curriculum.tiers[0].weeks[2].minutes = of(900, 0, 0);
  CHECK(with({module("a", {"w3"}, of(90, 0, 0))}, curriculum)[3].minutes == of(90, 0, 0));
}

TEST_CASE("gate weeks are no home, and a module's own week comes before them", "[plan]") {
  const Shape shape{.modules = {module("a", {"w3"}, of(200, 0, 0))},
                    .gate_weeks = {{TierId{"sql"}, {Minutes{300}}}}};
  const auto loads = arrange(three_weeks(), shape);
  CHECK(keys(loads) == "w1 w2 w3 w3.modules w3.gate ");
  CHECK(loads[4].minutes == of(0, 300, 0));
}

TEST_CASE("a module that is late goes into no gate week but the next week", "[plan]") {
  auto weeks = loads(3);
  weeks[1].gate = true;
  const auto plan = plan_of(weeks, frame("2026-11-30"));
  const auto late = module("a", {"w1"}, of(60, 0, 0));
  CHECK(late_home(plan, late, day("2026-12-06")) == std::nullopt);
  CHECK(late_home(plan, late, day("2026-12-07")) == WeekId{"w3"});
  weeks.pop_back();
  CHECK(late_home(plan_of(weeks, frame("2026-11-30")), late, day("2026-12-07")) == WeekId{"w2"});
}

TEST_CASE("two home weeks in one plan week share its 10 hours", "[plan]") {
  Shape shape{.weeks = {{TierId{"sql"}, 1}}, .modules = {module("a", {"w2", "w1"}, of(600, 0, 0))}};
  const auto loads = arrange(three_weeks(), shape);
  REQUIRE(keys(loads) == "w1 w1.modules ");
  CHECK(loads[0].minutes.total() == most);
  CHECK(loads[1].minutes == of(420, 0, 0));
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
  REQUIRE(rc::check(
      "their minutes are all there, no home is over the most, one week is behind each", [] {
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
          if (!loads[k].only_modules) RC_ASSERT(loads[k].minutes.total() <= most);
          RC_ASSERT(keys.insert(loads[k].key).second);
          begun += loads[k].modules.size();
          if (!loads[k].only_modules) continue;
          RC_ASSERT(!loads[k - 1].only_modules);
          RC_ASSERT(loads[k].week_ids() == loads[k - 1].week_ids());
        }
        RC_ASSERT(total == expected);
        RC_ASSERT(begun == modules.size());
      }));
}

}  // namespace
}  // namespace gradus::plan::module_weeks_test
