#include "gradus/curriculum/builtin.hpp"

#include "lint/advice.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

namespace gradus::lint::check_test {

using namespace curriculum;
using text::Finding;
using text::Severity;
using Strings = std::vector<std::string>;

// What each piece of advice says, and where, stands in the corpus: a file for each in
// corpus/advice. Here is what no single file shows.

namespace {

// The advice on the requirement of the sample's first criterion, by the place in it.
Strings advice_on(std::string_view require) {
  const std::string place = "/tiers/0/exit/0/require";
  Strings all;
  for (const std::string& each : advice(sample::requiring(require)))
    if (each.starts_with(place)) all.push_back(each.substr(place.size()));
  return all;
}

std::string last(int number, int at_least) {
  return fmt::format(R"({{"of": "runs", "measure": "count", "last": {}, "at_least": {}}})", number,
                     at_least);
}

const std::string met = last(3, 3);
const std::string unmet = last(3, 4);
const std::string never = "/at_least: can't be reached: only the last 3 count";
const std::string whole_never = ": can't be met as a whole: nobody passes this gate";
const std::string whole_always = ": is met from the start, whatever the learner does";

}  // namespace

TEST_CASE("advice is the author's, so the program's start is not kept waiting for it", "[lint]") {
  const std::string json = sample::requiring(unmet);
  CHECK(load(json).findings.empty());
  const Loaded checked = check(json);
  REQUIRE(checked.findings.size() == 1);
  CHECK(checked.findings[0].severity == Severity::advice);
  CHECK(checked.curriculum.has_value());
}

TEST_CASE("advice is given beside errors, and never on parts that were not read", "[lint]") {
  // The error is in the first criterion: its neighbours are advised on all the same.
  std::string json = sample::with("\"minutes\", \"at_least\": 120", "\"minuets\", \"at_least\": 0");
  json.replace(json.find("\"artefact\": \"w1-recording\"}"), 26, "\"attested\": true");
  const Loaded checked = check(json);
  CHECK_FALSE(checked.curriculum.has_value());
  CHECK(sample::errors(json).size() == 1);
  CHECK(advice(json) ==
        Strings{"/tiers/1/exit: every criterion can be met without work: by signing, or from the "
                "start"});
}

TEST_CASE("every edit that leaves an error keeps it: advice hides none", "[lint]") {
  const std::string json = sample::with("\"at_least\": 120", "\"at_least\": -1");
  CHECK(sample::errors(json) ==
        Strings{"/tiers/0/exit/0/require/at_least: must be at least 0, not -1"});
  CHECK(advice(json).empty());
}

TEST_CASE("what can't be met makes a whole that can't, or not", "[lint]") {
  const auto group = [](std::string_view form, const std::string& second) {
    return fmt::format(R"({{{}: [{}, {}]}})", form, unmet, second);
  };
  const auto lines = [](const Strings& all, const std::string& line) {
    return std::ranges::count(all, line);
  };
  const Strings all = advice_on(group("\"all\"", met));
  CHECK(all == Strings{"/all/0" + never, whole_never});
  CHECK(advice_on(group("\"any\"", met)) == Strings{"/any/0" + never});
  CHECK(lines(advice_on(group("\"any\"", last(2, 3))), whole_never) == 1);
  CHECK(advice_on(group("\"some\": 1, \"of_these\"", met)) == Strings{"/of_these/0" + never});
  CHECK(advice_on(group("\"some\": 2, \"of_these\"", met)) ==
        Strings{"/of_these/0" + never, whole_never});
  CHECK(advice_on(fmt::format(R"({{"not": {}}})", unmet)) == Strings{"/not" + never, whole_always});
  CHECK(advice_on(fmt::format(R"({{"not": {{"not": {}}}}})", unmet)) ==
        Strings{"/not/not" + never, whole_never});
}

TEST_CASE("what is unknown without entries is never met from the start", "[lint]") {
  const std::string mean =
      R"({"of": "mock_exams", "measure": "mean", "field": "score", "at_least": 0.5)";
  CHECK(advice_on(mean + R"(, "at_most": 1})") ==
        Strings{"/at_most: at most 1 is always met, once there is an entry"});
  CHECK(advice_on("{\"not\": " + mean + "}}").empty());
  CHECK(advice_on(fmt::format(R"({{"any": [{0}, {{"not": {0}}}]}})", mean + "}")) ==
        Strings{"/any/1: a part and its opposite: one of the two always passes, once known"});
}

TEST_CASE("an allowance is met from the start on purpose", "[lint]") {
  CHECK(
      advice_on(R"({"of": "expenses", "measure": "usd", "where": {"tier": "any"}, "at_most": 500})")
          .empty());
  CHECK(advice_on(R"({"of": "expenses", "measure": "usd", "last": 3, "at_most": 500})").empty());
  CHECK(advice_on(R"({"not": {"of": "problems", "measure": "count", "where": {"help_used": true},
                              "at_least": 1}})")
            .empty());
}

TEST_CASE("the bounds of what can be are reached", "[lint]") {
  CHECK(advice_on(met).empty());
  CHECK(
      advice_on(R"({"of": "runs", "measure": "streak", "within_days": 6, "at_least": 7})").empty());
  CHECK(advice_on(R"({"of": "sessions", "measure": "days", "at_least": 2,
                      "where": {"on": {"gt": "2026-12-01", "lt": "2026-12-04"}}})")
            .empty());
  CHECK(advice_on(R"({"of": "sessions", "measure": "days", "at_least": 3,
                      "where": {"on": {"gt": "2026-12-01", "lt": "2026-12-04"}}})") ==
        Strings{"/at_least: can't be reached: \"on\" holds 2 days"});
  CHECK(advice_on(R"({"of": "mock_exams", "measure": "min", "field": "score", "at_least": 1})")
            .empty());
  CHECK(advice_on(R"({"of": "problems", "measure": "max", "field": "attempts", "at_most": 1})")
            .empty());
  CHECK(advice_on(R"({"of": "sessions", "measure": "minutes", "last": 2, "at_least": 120,
                      "where": {"minutes": {"ge": 60}}})")
            .empty());
  CHECK(fixes(sample::requiring(R"({"of": "expenses", "measure": "usd", "last": 2,
                      "at_least": 1, "where": {"usd": {"le": 0}}})")) ==
        Strings{"let larger ones through, or \"at_least\": 0 or less"});
}

TEST_CASE("equal requirements are found in any order of their parts", "[lint]") {
  CHECK(advice_on(R"({"any": [{"all": [{"attested": true}, {"artefact": "w1-recording"}]},
                              {"all": [{"artefact": "w1-recording"}, {"attested": true}]}]})") ==
        Strings{"/any/1: the same as the part on line 14"});
  CHECK(advice_on(R"({"any": [
      {"of": "runs", "measure": "count", "at_least": 1, "where": {"ok": true, "pipeline": "a"}},
      {"of": "runs", "measure": "count", "where": {"pipeline": "a", "ok": true}, "at_least": 1}]})")
            .size() == 1);
  CHECK(advice_on(R"({"any": [
      {"of": "runs", "measure": "count", "at_least": 1, "where": {"pipeline": "a"}},
      {"of": "runs", "measure": "count", "at_least": 1, "where": {"pipeline": "b"}}]})")
            .empty());
  // Signatures are each under a criterion of its own.
  CHECK(advice(sample::with(
                   R"("kind": "artefact",
        "require": {"artefact": "w1-recording"}})",
                   R"("kind": "artefact", "require": {"artefact": "w1-recording"}},
       {"id": "played", "title": "Played", "kind": "attest", "require": {"attested": true}})"))
            .empty());
}

TEST_CASE("a wording is advised on where it stands, and once", "[lint]") {
  const auto with_wordings = [](std::string_view wordings) {
    return advice(sample::with(R"({"of": "sessions", "measure": "minutes", "at_least": 120})",
                               R"({"of": "runs", "measure": "count", "last": 3, "at_least": 2}, )" +
                                   std::string{wordings}));
  };
  CHECK(with_wordings(R"("placed": {"at_least": 1})").empty());
  CHECK(with_wordings(R"("placed": {"at_least": 5})") ==
        Strings{"/tiers/0/exit/0/placed/at_least: can't be reached: only the last 3 count"});
  // What is at fault is what the wording brings, though the number stands in `require`.
  CHECK(with_wordings(R"("when_saved": {"last": 1})") ==
        Strings{"/tiers/0/exit/0/when_saved: can't be reached: only the last 1 count"});
  // Wrong from the start: told there alone.
  CHECK(advice(sample::requiring(unmet + R"(, "placed": {"where": {"ok": true}})")).size() == 1);
}

TEST_CASE("what is retired is not advised on", "[lint]") {
  CHECK(advice(sample::with(R"("kind": "artefact",
        "require": {"artefact": "w1-recording"}})",
                            R"("kind": "artefact", "require": {"artefact": "w1-recording"}},
       {"id": "old", "title": "Recorded", "kind": "measured", "retired": true, "require": )" +
                                unmet + "}"))
            .empty());
}

TEST_CASE("targets come from the tiers whose entries count", "[lint]") {
  const auto counting = [](std::string_view rest) {
    return advice_on(R"({"of": "problems", "measure": "count", )" + std::string{rest} + "}");
  };
  CHECK(counting(R"("at_least": 5)").empty());
  CHECK(counting(R"("at_least": 6)") ==
        Strings{"/at_least: the weeks set 5 such problems, but the gate asks for 6"});
  CHECK(counting(R"("at_least": 6, "where": {"difficulty": ["easy", "hard"]})").size() == 1);
  CHECK(counting(R"("at_least": 6, "where": {"tier": "any"})").size() == 1);
  CHECK(counting(R"("at_least": 6, "where": {"tier": ["strings", "pieces"]})").size() == 1);
  // Nothing is set that the learner could hold on to: what is meant, the author knows.
  CHECK(counting(R"("at_least": 6, "where": {"difficulty": "hard"})").empty());
  // What must not be reached is no target.
  CHECK(advice_on(R"({"not": {"of": "problems", "measure": "count", "at_least": 6}})").empty());
}

TEST_CASE("after so many unknown names no more suggestions are looked for", "[lint]") {
  std::string problems;
  constexpr int unknown = 150;
  for (int i = 0; i < unknown; ++i)
    problems += R"({"topic": "scale", "difficulty": "easy", "count": 1}, )";
  const Strings all =
      fixes(sample::with(R"({"topic": "scales", "difficulty": "easy", "count": 5})",
                         problems + R"({"topic": "scales", "difficulty": "easy", "count": 5})"));
  REQUIRE(all.size() == unknown);
  CHECK(std::ranges::count(all, "did you mean scales?") == 100);
  CHECK(all.back() == "name an existing topic, or add this topic");
}

TEST_CASE("a small file that stands for a huge curriculum is past a limit", "[curriculum]") {
  const std::string goal(100'000, 'x');
  std::string stacks;
  constexpr int more_than_fit = 800;  // of 100,000 bytes each, in 64 MiB
  for (int i = 0; i < more_than_fit; ++i) {
    stacks += fmt::format(R"({}{{"id": "s{}", "title": "S{}", "weeks": {{"w1": {{}}}}}})",
                          i == 0 ? "" : ", ", i, i);
  }
  std::string json = sample::with("\"Hold it\"", "\"" + goal + "\"");
  json.insert(json.find("\"tiers\""), "\"stacks\": [" + stacks + "], ");
  const Loaded loaded = load(json);
  CHECK(loaded.over_limit);
  REQUIRE(loaded.findings.size() == 1);
  CHECK(loaded.findings[0].pointer == "/stacks");
}

TEST_CASE("advice is given and blocks nothing", "[lint]") {
  const auto advised = [](const std::string& json) {
    CHECK(check(json).curriculum.has_value());
    return advice(json);
  };
  CHECK(advised(sample::with(", \"goals\": [\"Play it\"]", "")) ==
        Strings{"/tiers/1/weeks/0: the week is empty: no goals, problems, artefacts or resources"});
  CHECK(advised(sample::with("\"title\": \"A piece\"", "\"title\": \"The bow\"")) ==
        Strings{"/tiers/1/weeks/0/title: has the same title as line 8"});
  CHECK(advised(sample::with("\"at_least\": 120", "\"at_least\": 0")) ==
        Strings{"/tiers/0/exit/0/require/at_least: at least 0 is always met"});
  CHECK(advised(sample::with("\"goals\": [\"Play it\"]",
                             "\"goals\": [\"Play it\"], \"minutes\": {\"lab\": 0}")) ==
        Strings{"/tiers/1/weeks/0/minutes: a week with no study time"});
  const std::string limited = sample::plus("\"limits\": {\"hours_per_week\": [1, 2]}");
  CHECK(advised(limited) == Strings{"/minutes: more than the limit of 2 hours a week"});
}

TEST_CASE("the built-in curricula draw no finding, advice included", "[lint][data]") {
  std::size_t curricula = 0;
  for (const auto& file : builtin_files()) {
    if (!file.path.starts_with("curricula/")) continue;
    ++curricula;
    const Loaded loaded = check(file.text);
    INFO(file.path);
    for (const Finding& finding : loaded.findings)
      UNSCOPED_INFO(finding.text(std::string(file.path)));
    CHECK(loaded.findings.empty());
    CHECK(loaded.curriculum.has_value());
  }
  CHECK(curricula == 4);
}

TEST_CASE("a patch of a week whose id is none draws no advice", "[lint]") {
  std::string json = sample::plus(
      R"("stacks": [{"id": "duo", "title": "Duo", "weeks": {"W 2": {"title": "Two hands"}}}])");
  json.replace(json.find("\"id\": \"w2\""), 10, "\"id\": \"W 2\"");
  CHECK(advice(json).empty());
}

TEST_CASE("check finds the errors that load finds, whatever the text", "[lint]") {
  REQUIRE(rc::check("a curriculum from both or from none, and as many errors", [] {
    std::string json{sample::text};
    const auto at = *rc::gen::inRange<std::size_t>(0, json.size());
    const auto length = *rc::gen::inRange<std::size_t>(0, 12);
    const auto piece = *rc::gen::element<std::string>("", "null", "{}", "[]", "-1", "1e9", "\"\"",
                                                      "\"w1\"", "true", "}", "{\"all\": []}");
    json.replace(at, std::min(length, json.size() - at), piece);
    const Loaded loaded = load(json);
    const Loaded checked = check(json);
    RC_ASSERT(checked.curriculum.has_value() == loaded.curriculum.has_value());
    RC_ASSERT(std::ranges::count(checked.findings, Severity::error, &Finding::severity) ==
              std::ssize(loaded.findings));
    RC_ASSERT(std::ranges::none_of(checked.findings, &std::string::empty, &Finding::fix));
  }));
}

}  // namespace gradus::lint::check_test
