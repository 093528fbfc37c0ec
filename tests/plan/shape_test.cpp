#include "gradus/plan/shape.hpp"

#include "support/curriculum_builder.hpp"

#include <catch2/catch.hpp>

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace gradus::plan::shape_test {
namespace {

using namespace gradus::test;
using Catch::EndsWith;
using Catch::StartsWith;
using curriculum::Compression;
using curriculum::Curriculum;
using curriculum::ModuleId;
using curriculum::Tier;
using curriculum::TierId;
using curriculum::WeekId;

const TierId sql{"sql"};
const TierId etl{"etl"};

constexpr Placement none{0, 4};
constexpr Placement half{2, 4};
constexpr Placement full{4, 4};

// Weeks "<id>1", "<id>2", …
Tier tier_of(int weeks, const std::string& id = "sql") {
  std::vector<curriculum::Week> all;
  for (int number = 1; number <= weeks; ++number) all.push_back(week(id + std::to_string(number)));
  Tier result = tier(id, std::move(all));
  result.compress = curriculum::Compress::half;
  return result;
}

// Tiers sql and etl of so many weeks, and a closing one of 2.
Curriculum three_tiers(int sql_weeks, int etl_weeks) {
  Tier closing = tier_of(2, "portfolio");
  closing.closing = true;
  auto result = curriculum_of({tier_of(sql_weeks), tier_of(etl_weeks, "etl"), std::move(closing)});
  result.saved_weeks = curriculum::SavedWeeks::closing;
  return result;
}

using Weeks = std::map<TierId, int>;

Shape in_weeks(Weeks weeks) {
  return {.weeks = std::move(weeks)};
}

curriculum::Module module(const std::string& id, std::vector<ModuleId> needs = {},
                          std::vector<ModuleId> soft = {}) {
  return {ModuleId{id},
          "Title of " + id,
          curriculum::CurriculumId{"small"},
          "",
          {},
          {WeekId{"w1"}},
          {},
          usual_minutes,
          {},
          std::move(needs),
          std::move(soft),
          {},
          {},
          {},
          {},
          {},
          {}};
}

std::string modules_of(const Shape& shape) {
  std::string ids;
  for (const auto& each : shape.modules) ids += each.id.text() + ' ';
  return ids;
}

// "message (hint)"; empty when nothing is refused.
std::string refusal(const std::function<Shape()>& change) {
  try {
    (void)change();
  } catch (const Error& error) {
    return error.what() + (" (" + error.hint() + ")");
  }
  return {};
}

TEST_CASE("a tier's least weeks are half its own, or a third with all criteria met", "[plan]") {
  const auto least = [](int weeks, Placement placement) {
    return least_weeks(tier_of(weeks), placement);
  };
  CHECK(least(6, none) == 6);
  CHECK(least(6, half) == 3);
  CHECK(least(6, full) == 2);
  CHECK(least(7, half) == 4);
  CHECK(least(7, full) == 3);
  CHECK(least(1, half) == 1);
  CHECK(least(1, full) == 1);
  CHECK(least(6, {1, 3}) == 6);
  CHECK(least(6, {2, 3}) == 3);
}

TEST_CASE("a tier is compressed no further than its placement allows", "[plan]") {
  const Tier tier = tier_of(6);
  CHECK((compress({}, tier, 3, half).weeks == Weeks{{sql, 3}}));
  CHECK((compress({}, tier, 5, half).weeks == Weeks{{sql, 5}}));
  CHECK((compress({}, tier, 2, full).weeks == Weeks{{sql, 2}}));

  const auto refused = [&](int weeks, Placement placement) {
    return refusal([&] { return compress({}, tier, weeks, placement); });
  };
  CHECK_THAT(refused(5, none), StartsWith("sql can't be compressed without a placement of at least "
                                          "half: 0 of 4 criteria met"));
  CHECK(refused(2, half) ==
        "sql can't be compressed to 2 weeks: the minimum with this placement is 3 weeks (2 of 4 "
        "criteria met by the end of its first week or signed with --placement) (gradus plan "
        "compress sql --to 3, or sign the other criteria with --placement)");
  CHECK_THAT(refused(1, half), EndsWith("--placement) (gradus plan compress sql --to 3)"));
  CHECK_THAT(refused(1, full), EndsWith("--placement) (gradus plan compress sql --to 2)"));
  CHECK(refused(0, full) ==
        "sql has 6 weeks: it can't be compressed to 0 "
        "(the minimum is gradus plan compress sql --to 2)");
  CHECK(refused(7, full) ==
        "sql has 6 weeks: it can't be compressed to 7 (to give it more: gradus plan stretch sql "
        "--to 7)");
}

TEST_CASE("a tier that is never compressed, and the closing one, keep their weeks", "[plan]") {
  Tier all_new = tier_of(6);
  all_new.compress = curriculum::Compress::never;
  Tier closing = tier_of(6);
  closing.closing = true;
  for (const Tier& tier : {all_new, closing}) {
    CHECK(least_weeks(tier, full) == 6);
    CHECK_THAT(refusal([&] { return compress({}, tier, 5, full); }),
               StartsWith(tier.closing ? "sql is never compressed: it closes the plan"
                                       : "sql is never compressed: all of it is new"));
    CHECK(compress(in_weeks({{sql, 8}}), tier, 6, none).weeks.empty());
  }
}

TEST_CASE("a tier goes back to its own weeks without a placement", "[plan]") {
  const Tier tier = tier_of(6);
  CHECK(compress(in_weeks({{sql, 3}}), tier, 6, none).weeks.empty());
  CHECK(stretch(in_weeks({{sql, 3}}), tier, 6).weeks.empty());
  CHECK((compress(in_weeks({{sql, 3}}), tier, 4, half).weeks == Weeks{{sql, 4}}));
}

TEST_CASE("a tier is stretched over more weeks, never fewer", "[plan]") {
  CHECK((stretch({}, tier_of(6), 9).weeks == Weeks{{sql, 9}}));
  CHECK(refusal([] { return stretch({}, tier_of(6), 5); }) ==
        "sql has 6 weeks, so 5 would not stretch it (to take it faster: gradus plan compress sql "
        "--to "
        "5)");
}

TEST_CASE("a closing tier is stretched over what it took up as well", "[plan]") {
  Tier closing = tier_of(2);
  closing.closing = true;
  CHECK((stretch({}, closing, 8, 4).weeks == Weeks{{sql, 4}}));
  CHECK(stretch(in_weeks({{sql, 4}}), closing, 6, 4).weeks.empty());
  CHECK(refusal([&] { return stretch({}, closing, 5, 4); }) ==
        "sql has 6 weeks, 4 of them saved by other tiers, so 5 would not stretch it (the minimum "
        "is 6: "
        "gradus plan stretch sql --to 6)");
}

TEST_CASE("the closing tier takes up what compressed tiers save, if they go there", "[plan]") {
  Curriculum curriculum = three_tiers(6, 4);
  const auto weeks = [&](const Shape& shape) {
    std::vector<int> result;
    for (const Tier& tier : curriculum.tiers) result.push_back(plan_weeks(curriculum, shape, tier));
    return result;
  };
  CHECK(weeks({}) == std::vector{6, 4, 2});
  CHECK(weeks(in_weeks({{sql, 2}, {etl, 3}})) == std::vector{2, 3, 7});
  CHECK(weeks_saved(curriculum, in_weeks({{sql, 2}, {etl, 3}})) == 5);
  // A stretched tier neither saves weeks nor uses up those that others save.
  CHECK(weeks(in_weeks({{sql, 2}, {etl, 9}})) == std::vector{2, 9, 6});
  CHECK(weeks(in_weeks({{sql, 5}, {TierId{"portfolio"}, 4}})) == std::vector{5, 4, 5});
  curriculum.saved_weeks = curriculum::SavedWeeks::none;
  CHECK(weeks(in_weeks({{sql, 2}, {etl, 3}})) == std::vector{2, 3, 2});
  CHECK(weeks_saved(curriculum, in_weeks({{sql, 2}, {etl, 3}})) == 5);
}

TEST_CASE("retired weeks are not a tier's own, and no retired tier saves weeks", "[plan]") {
  Curriculum curriculum = three_tiers(6, 4);
  curriculum.tiers[0].weeks[2].retired = true;
  CHECK(own_weeks(curriculum.tiers[0]) == 5);
  CHECK(weeks_saved(curriculum, in_weeks({{sql, 3}})) == 2);
  curriculum.tiers[0].retired = true;
  CHECK(weeks_saved(curriculum, in_weeks({{sql, 3}})) == 0);
}

TEST_CASE("foundations for beginners save no weeks", "[plan]") {
  Curriculum curriculum = three_tiers(6, 4);
  curriculum.beginner = tier_of(8, "basics");
  curriculum = curriculum::with_beginner(std::move(curriculum));
  const Shape shape = in_weeks({{TierId{"basics"}, 4}});
  CHECK(plan_weeks(curriculum, shape, curriculum.tiers.front()) == 4);
  CHECK(weeks_saved(curriculum, shape) == 0);
  CHECK(plan_weeks(curriculum, shape, curriculum.tiers.back()) == 2);
}

TEST_CASE("fewer than half its weeks is another compression than a week saved", "[plan]") {
  const Curriculum curriculum = three_tiers(6, 7);
  const auto of_sql = [&](const Shape& shape) { return compression_of(curriculum, shape, sql); };
  const auto at_finish = [&](const Shape& shape) {
    return compression_at_finish(curriculum, shape);
  };
  CHECK((of_sql({}) == Compression::regular));
  CHECK((at_finish(in_weeks({{sql, 9}})) == Compression::regular));
  CHECK((of_sql(in_weeks({{sql, 3}})) == Compression::weeks_saved));
  CHECK((at_finish(in_weeks({{sql, 3}})) == Compression::weeks_saved));
  CHECK((of_sql(in_weeks({{sql, 2}})) == Compression::compressed_deeply));
  // Of 7 weeks 3 are fewer than half. Another tier sees only that weeks are saved, the finish all.
  CHECK((at_finish(in_weeks({{etl, 4}})) == Compression::weeks_saved));
  CHECK((at_finish(in_weeks({{etl, 3}})) == Compression::compressed_deeply));
  CHECK((of_sql(in_weeks({{etl, 3}})) == Compression::weeks_saved));
}

TEST_CASE("a module comes after those it requires, and they can't go before it", "[plan]") {
  const Curriculum curriculum = small_curriculum();
  const auto scd = module("scd", {ModuleId{"star"}});
  CHECK(refusal([&] { return add_module({}, curriculum, scd); }) ==
        "the module scd requires star, which is neither passed nor in the plan (gradus plan module "
        "add star first)");
  const Shape both = add_module(add_module({}, curriculum, module("star")), curriculum, scd);
  CHECK(modules_of(both) == "star scd ");

  CHECK(refusal([&] { return remove_module(both, ModuleId{"star"}); }) ==
        "the module scd requires star, so star can't be removed (gradus plan module rm scd first)");
  CHECK(modules_of(remove_module(both, ModuleId{"scd"})) == "star ");
  CHECK(refusal([&] { return remove_module(both, ModuleId{"satr"}); }) ==
        "the module satr is not in the plan (did you mean star?)");
}

TEST_CASE("a module that is passed need not be in the plan for those that want it", "[plan]") {
  const Curriculum curriculum = small_curriculum();
  const ModuleIds passed{ModuleId{"star"}};
  const auto scd = module("scd", {ModuleId{"star"}}, {ModuleId{"star"}});
  const Shape alone = add_module({}, curriculum, scd, passed);
  CHECK(modules_of(alone) == "scd ");
  CHECK(missing_soft(alone, passed).empty());
  CHECK(missing_soft(alone).size() == 1);
  const Shape both{.modules = {module("star"), scd}};
  CHECK(modules_of(remove_module(both, ModuleId{"star"}, passed)) == "scd ");
}

TEST_CASE("a module is added once, to its own curriculum and weeks that it has", "[plan]") {
  const Curriculum curriculum = small_curriculum();
  const Shape one = add_module({}, curriculum, module("star"));
  CHECK_THAT(refusal([&] { return add_module(one, curriculum, module("star")); }),
             StartsWith("the module star is already in the plan; nothing was changed"));
  auto foreign = module("scales");
  foreign.curriculum = curriculum::CurriculumId{"cello"};
  CHECK_THAT(refusal([&] { return add_module({}, curriculum, foreign); }),
             StartsWith("the module scales belongs to the curriculum cello, not to small"));
  auto homeless = module("lost");
  homeless.weeks.emplace_back("w9");
  CHECK_THROWS_AS(add_module({}, curriculum, homeless), curriculum::Error);
}

TEST_CASE("what a module would better come after is named while it is not planned", "[plan]") {
  const auto scd = module("scd", {}, {ModuleId{"star"}, ModuleId{"dbt"}});
  const Shape shape{.modules = {module("star"), scd}};
  const auto missing = missing_soft(shape);
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].module == ModuleId{"scd"});
  CHECK(missing[0].wanted == ModuleId{"dbt"});
}

}  // namespace
}  // namespace gradus::plan::shape_test
