#include "gradus/curriculum/stack_effects.hpp"

#include "support/curriculum_sample.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace gradus::curriculum::stack_effects_test {
namespace {

using Strings = std::vector<std::string>;

// Two tiers, the first of w1 with "a" and w2 with "b", the second of w3 with "c"; the criterion
// "asked" of the first has this requirement. A stack changes weeks.
StackEffects effects(std::string_view require, std::string_view weeks) {
  const auto week = [](int number, std::string_view artefact) {
    return fmt::format(R"({{"id": "w{0}", "title": "Week {0}",
                            "artefacts": [{{"id": "{1}", "title": "{1}"}}]}})",
                       number, artefact);
  };
  const auto json = fmt::format(
      R"({{"format": 1, "id": "two", "title": "Two", "version": "1", "minutes": {{"lab": 60}},
           "tiers": [{{"id": "first", "title": "First", "weeks": [{}, {}],
                       "exit": [{{"id": "asked", "title": "Asked", "kind": "measured", "require": {}}}]}},
                     {{"id": "second", "title": "Second", "weeks": [{}],
                       "exit": [{{"id": "c-made", "title": "c", "kind": "artefact",
                                  "require": {{"artefact": "c"}}}}]}}],
           "stacks": [{{"id": "other", "title": "Other", "weeks": {}}}]}})",
      week(1, "a"), week(2, "b"), require, week(3, "c"), weeks);
  const auto reading = std::get<Reading>(read(json));
  return StackJudge{reading.curriculum}.effects_of(reading.curriculum.stacks.front());
}

// "asked: a can", of each criterion.
Strings affected(std::string_view require, std::string_view weeks) {
  Strings result;
  for (const auto& each : effects(require, weeks).criteria)
    result.push_back(fmt::format("{}: {} {}", each.criterion.text(), each.missing,
                                 each.can_be_met ? "can" : "can't"));
  return result;
}

constexpr auto without_w1 = R"({"w1": {"retired": true}})";
constexpr auto without_first = R"({"w1": {"retired": true}, "w2": {"retired": true}})";
constexpr auto without_second = R"({"w3": {"retired": true}})";

TEST_CASE("what a stack leaves out is missed where it is asked for", "[curriculum]") {
  CHECK(affected(R"({"artefact": "a"})", without_w1) == Strings{"asked: a can't"});
  CHECK(affected(R"({"artefact": "b"})", without_w1).empty());
  CHECK(affected(R"({"artefact": "a"})", R"({"w1": {"artefacts": []}})") ==
        Strings{"asked: a can't"});
  // Another week of the stack may ask for it instead.
  CHECK(affected(R"({"artefact": "a"})",
                 R"({"w1": {"retired": true}, "w2": {"artefacts": [{"id": "a", "title": "A"}]}})")
            .empty());
}

TEST_CASE("an alternative may be left out, all of them may not", "[curriculum]") {
  const auto either = R"({"any": [{"artefact": "a"}, {"artefact": "c"}]})";
  CHECK(affected(either, without_w1) == Strings{"asked: a can"});
  CHECK(affected(either, R"({"w1": {"retired": true}, "w3": {"artefacts": []}})") ==
        Strings{"asked: a can't", "c-made: c can't"});
  CHECK(affected(R"({"all": [{"artefact": "a"}, {"attested": true}]})", without_w1) ==
        Strings{"asked: a can't"});
  CHECK(affected(R"({"some": 1, "of_these": [{"artefact": "a"}, {"attested": true}]})",
                 without_w1) == Strings{"asked: a can"});
  CHECK(affected(R"({"not": {"artefact": "a"}})", without_w1) == Strings{"asked: a can"});
}

TEST_CASE("a measure of nothing but what is left out comes to nothing", "[curriculum]") {
  const auto minutes = [](std::string_view where, std::string_view bound) {
    return fmt::format(R"({{"of": "sessions", "measure": "minutes", "where": {{{}}}, {}}})", where,
                       bound);
  };
  CHECK(affected(minutes(R"("week": "w1")", R"("at_least": 60)"), without_w1) ==
        Strings{"asked: w1 can't"});
  CHECK(affected(minutes(R"("week": ["w1", "w2"])", R"("at_least": 60)"), without_w1) ==
        Strings{"asked: w1 can"});
  CHECK(affected(minutes(R"("week": "w1")", R"("at_most": 60)"), without_w1) ==
        Strings{"asked: w1 can"});
  CHECK(affected(minutes(R"("tier": "second")", R"("at_least": 60)"), without_second) ==
        Strings{"asked: second can't"});
  CHECK(affected(minutes(R"("tier": ["first", "second"])", R"("at_least": 60)"), without_second) ==
        Strings{"asked: second can"});
  CHECK(affected(R"({"of": "problems", "measure": "mean", "field": "minutes",
                     "where": {"week": "w1"}, "at_most": 60})",
                 without_w1) == Strings{"asked: w1 can't"});
}

TEST_CASE("a tier left without weeks has no gate to meet", "[curriculum]") {
  const auto emptied = effects(R"({"artefact": "a"})", without_first);
  CHECK(emptied.criteria.empty());
  CHECK_FALSE(emptied.no_week_left);
  REQUIRE(emptied.emptied.size() == 1);
  CHECK(emptied.emptied.begin()->first == TierId{"first"});
  CHECK(effects(R"({"attested": true})", without_w1).emptied.empty());
}

TEST_CASE("a stack must leave a week", "[curriculum]") {
  CHECK(effects(R"({"attested": true})",
                R"({"w1": {"retired": true}, "w2": {"retired": true}, "w3": {"retired": true}})")
            .no_week_left);
}

}  // namespace
}  // namespace gradus::curriculum::stack_effects_test
