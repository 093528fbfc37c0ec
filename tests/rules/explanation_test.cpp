#include "gradus/rules/explanation.hpp"

#include "rules/truth_leaves.hpp"
#include "support/curriculum_builder.hpp"
#include "support/entries.hpp"
#include "support/memory_facts.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::rules::explanation_test {

using namespace gradus::rules;
using namespace gradus::curriculum;
using gradus::journal::Attestation;
using gradus::journal::Entry;
using gradus::journal::MockExam;
using gradus::journal::Problem;
using gradus::journal::Run;
using gradus::testing::day;
using gradus::testing::make_entry;
using gradus::testing::make_problem;
using gradus::testing::make_session;
using gradus::testing::MemoryFacts;

namespace {

const auto today = day("2026-06-30");

Criterion criterion(const Requirement& require) {
  auto made = gradus::test::signed_criterion("explain");
  for (auto& wording : made.require) wording.second = require;
  return made;
}

Requirement at_least(Query query, double bound) {
  return {Measure{.query = std::move(query), .at_least = bound, .at_most = std::nullopt}};
}

Filter is(EntryType of, std::string_view field, Value value) {
  return {find_field(of, field).value(), OneOf{{std::move(value)}}};
}
Filter within(EntryType of, std::string_view field, Between test) {
  return {find_field(of, field).value(), std::move(test)};
}

Query problems(std::vector<Filter> where = {}) {
  return {.of = EntryType::problem, .measure = Aggregate::count, .where = std::move(where)};
}

// The guide's speed gate.
Requirement speed_gate() {
  const auto of = EntryType::problem;
  return at_least(problems({is(of, "topic", "joins"), is(of, "difficulty", "hard"),
                            within(of, "minutes", {.lt = 8.0}), is(of, "attempts", 1.0),
                            is(of, "help_used", false)}),
                  1);
}

Entry solved(int minutes, Difficulty difficulty = Difficulty::hard,
             std::string_view on = "2026-06-01", const std::string& tier = "sql") {
  return make_problem(on, "joins", difficulty, minutes, "", tier);
}
Entry with_help(Entry entry) {
  std::get<Problem>(entry.what).help_used = true;
  return entry;
}
Entry in_attempts(Entry entry, int attempts) {
  std::get<Problem>(entry.what).attempts = attempts;
  return entry;
}

// The explanation points into the verdict, so that is kept with it.
struct Explained {
  Explained(const Requirement& requirement, std::vector<Entry> entries)
      : tier(gradus::test::tier("sql", {})), facts(std::move(entries)) {
    tier.exit = {criterion(requirement)};
    const Gate gate{.tier = tier.id,
                    .as_of = today,
                    .pace_from = day("2026-06-03"),
                    .others = {TierId("sql"), TierId("python")}};
    verdict = check_tier(tier, TierState::open, Compression::regular, today, facts);
    whys = explain(gate, verdict, facts);
  }
  [[nodiscard]] const Explanation& why() const { return whys.at(0); }
  [[nodiscard]] const NearMisses& misses() const { return why().near_misses; }

  Tier tier;
  MemoryFacts facts;
  Verdict verdict{};
  std::vector<Explanation> whys;
};

// "minutes", "tier", "on": what the entry lacks.
std::string lack_of(const NearMiss& miss) {
  if (const auto* filter = std::get_if<Filter>(&miss.lack)) return std::string(filter->field.name);
  return std::holds_alternative<TooOld>(miss.lack) ? "on" : "tier";
}

std::vector<std::string> lacks(const NearMisses& misses) {
  std::vector<std::string> fields;
  for (const auto& miss : misses.nearest) fields.push_back(lack_of(miss));
  return fields;
}

}  // namespace

TEST_CASE("what counted is named, the newest first, and at most twenty of it", "[rules]") {
  std::vector<Entry> entries;
  for (int i = 1; i <= 25; ++i)
    entries.push_back(
        solved(10, Difficulty::easy, (day("2026-05-31") + gradus::calendar::Days{i}).iso()));
  const Explained explained(at_least(problems(), 200), entries);
  CHECK(explained.why().counted.total == 25);
  REQUIRE(explained.why().counted.first.size() == most_counted);
  CHECK(explained.why().counted.first.front().on == day("2026-06-25"));
  CHECK(explained.why().counted.first.back().on == day("2026-06-06"));
}

TEST_CASE("an entry that lacks one thing is a near miss, with the thing", "[rules]") {
  const auto lacking = [](Entry entry) {
    const Explained explained(speed_gate(), {std::move(entry)});
    CHECK(explained.why().counted.total == 0);
    CHECK(explained.misses().total == explained.misses().nearest.size());
    return lacks(explained.misses());
  };
  using List = std::vector<std::string>;
  CHECK(lacking(solved(9)) == List{"minutes"});
  CHECK(lacking(solved(8)) == List{"minutes"});  // "under 8" leaves 8 out
  CHECK(lacking(solved(7, Difficulty::medium)) == List{"difficulty"});
  CHECK(lacking(in_attempts(solved(7), 2)) == List{"attempts"});
  CHECK(lacking(with_help(solved(7))) == List{"help_used"});
  CHECK(lacking(solved(7, Difficulty::hard, "2026-06-01", "python")) == List{"tier"});
}

TEST_CASE("an entry that lacks two things, or has another topic, is none", "[rules]") {
  const auto total = [](Entry entry) {
    return Explained(speed_gate(), {std::move(entry)}).misses().total;
  };
  CHECK(total(with_help(solved(9))) == 0);
  CHECK(total(make_problem("2026-06-01", "ctes", Difficulty::hard, 7, "", "sql")) == 0);
  CHECK(total(make_session("2026-06-01", 7)) == 0);
}

TEST_CASE("what counts is no near miss", "[rules]") {
  const Explained explained(speed_gate(), {solved(7)});
  CHECK(explained.why().counted.total == 1);
  CHECK(explained.misses().total == 0);
}

TEST_CASE("the nearest misses come first, and at most five of them", "[rules]") {
  std::vector<Entry> entries;
  for (const int minutes : {30, 9, 12, 8, 10, 11}) entries.push_back(solved(minutes));
  entries.push_back(with_help(solved(7)));
  const Explained explained(speed_gate(), entries);
  CHECK(explained.misses().total == 7);
  REQUIRE(explained.misses().nearest.size() == most_near_misses);
  std::vector<int> minutes;
  for (const auto& miss : explained.misses().nearest)
    minutes.push_back(static_cast<int>(std::get<Problem>(miss.entry.what).minutes.count()));
  CHECK(minutes == std::vector{8, 9, 10, 11, 12});
}

TEST_CASE("of equally near misses the newer comes first", "[rules]") {
  const Explained explained(speed_gate(), {with_help(solved(7, Difficulty::hard, "2026-06-01")),
                                           solved(7, Difficulty::easy, "2026-06-03"),
                                           with_help(solved(6, Difficulty::hard, "2026-06-02"))});
  CHECK(lacks(explained.misses()) ==
        std::vector<std::string>{"difficulty", "help_used", "help_used"});
}

TEST_CASE("each bound of a range has its own near side", "[rules]") {
  const auto misses = [](Between test, int minutes) {
    const auto filter = within(EntryType::problem, "minutes", std::move(test));
    return Explained(at_least(problems({filter}), 1), {solved(minutes)}).misses().total;
  };
  CHECK(misses({.gt = 5.0, .ge = 3.0}, 5) == 1);
  CHECK(misses({.gt = 5.0, .ge = 3.0}, 6) == 0);
  CHECK(misses({.ge = 5.0}, 4) == 1);
  CHECK(misses({.ge = 5.0}, 5) == 0);
  CHECK(misses({.lt = 8.0, .le = 9.0}, 8) == 1);
  CHECK(misses({.le = 9.0}, 9) == 0);
  CHECK(misses({.le = 9.0}, 10) == 1);
  CHECK(misses({.le = 9.0, .ge = 5.0}, 4) == 1);
}

TEST_CASE("a day too early is a near miss of a criterion about the last days", "[rules]") {
  auto query = problems();
  query.within = std::chrono::days{14};  // from 2026-06-16 on
  const Explained explained(at_least(query, 5), {solved(10, Difficulty::easy, "2026-06-16"),
                                                 solved(10, Difficulty::easy, "2026-06-15"),
                                                 solved(10, Difficulty::easy, "2026-01-01")});
  CHECK(explained.why().counted.total == 1);
  CHECK(explained.misses().total == 2);
  REQUIRE(lacks(explained.misses()) == std::vector<std::string>{"on", "on"});
  const auto& nearest = explained.misses().nearest.front();
  CHECK(nearest.entry.on == day("2026-06-15"));
  CHECK(std::get<TooOld>(nearest.lack).first_day == day("2026-06-16"));
}

TEST_CASE("without a filter, another tier's entries are not near", "[rules]") {
  const Explained explained(at_least(problems(), 5),
                            {solved(10, Difficulty::easy, "2026-06-16", "python")});
  CHECK(explained.misses().total == 0);
}

TEST_CASE("a signature for placement nearly signs", "[rules]") {
  const Explained explained(
      {Attested{}},
      {make_entry("2026-06-01", Attestation{CriterionId("explain"), "as before", true}, "sql")});
  CHECK(lacks(explained.misses()) == std::vector<std::string>{"placement"});
}

TEST_CASE("a delivery that was not verified is a near miss", "[rules]") {
  const Explained explained(
      {Delivered{ArtefactId("w1-notes"), true}},
      {make_entry("2026-06-01", gradus::journal::Artefact{.artefact = ArtefactId("w1-notes"),
                                                          .title = "Notes"})});
  CHECK(lacks(explained.misses()) == std::vector<std::string>{"verified"});
}

TEST_CASE("the best group is what counted", "[rules]") {
  Query runs{.of = EntryType::run,
             .measure = Aggregate::streak,
             .per = find_field(EntryType::run, "pipeline")};
  const auto run = [](const std::string& pipeline, std::string_view on) {
    return make_entry(on, Run{pipeline, true}, "sql");
  };
  const Explained explained(
      at_least(runs, 7), {run("a", "2026-06-01"), run("b", "2026-06-01"), run("b", "2026-06-02")});
  CHECK(explained.why().counted.total == 2);
  CHECK(std::get<Run>(explained.why().counted.first.front().what).pipeline == "b");
}

TEST_CASE("the share done is have of need", "[rules]") {
  const auto done = [](const Requirement& requirement) {
    return Explained(requirement, {solved(10), solved(10), solved(10)}).why().done;
  };
  CHECK(done(at_least(problems(), 4)) == 0.75);
  CHECK(done(at_least(problems(), 3)) == 1);
  CHECK(done(at_least(problems(), 2)) == 1);
  CHECK(done({Attested{}}) == 0);
  CHECK(done({Measure{.query = problems(), .at_least = std::nullopt, .at_most = 2}}) ==
        Approx(2.0 / 3));
}

TEST_CASE("a tree has the share of the parts it needs", "[rules]") {
  const auto done = [](const Requirement& requirement) {
    return Explained(requirement, {solved(10), solved(10)}).why().done;
  };
  const auto half = at_least(problems(), 4);
  const Requirement none{Attested{}};
  CHECK(done(all_of({half, none})) == 0.25);
  CHECK(done(any_of({half, none})) == 0.5);
  CHECK(done(some_of(2, {half, none, half})) == 0.5);
  CHECK(done(none_of(at_least(problems(), 1))) == 0);
  CHECK(done(none_of(half)) == 1);
}

TEST_CASE("an explanation has the tree of its requirement", "[rules]") {
  const Explained explained(all_of({any_of({speed_gate(), {Attested{}}}), at_least(problems(), 1)}),
                            {solved(7)});
  const auto& why = explained.why();
  REQUIRE(why.parts.size() == 2);
  REQUIRE(why.parts[0].parts.size() == 2);
  CHECK(why.outcome.parts.empty());
  CHECK(why.parts[0].outcome.truth == Truth::pass);
  CHECK(why.parts[0].parts[0].counted.total == 1);
  CHECK(why.parts[0].parts[1].outcome.truth == Truth::fail);
  CHECK(why.parts[1].counted.total == 1);
}

TEST_CASE("the pace is the amount added in the last days, where entries add up", "[rules]") {
  const std::vector entries{solved(10, Difficulty::easy, "2026-06-02"),
                            solved(10, Difficulty::easy, "2026-06-03"),
                            solved(10, Difficulty::easy, "2026-06-30")};
  CHECK(Explained(at_least(problems(), 9), entries).why().recent == 2.0);
  auto newest = problems();
  newest.last = 2;
  CHECK(Explained(at_least(newest, 9), entries).why().recent == std::nullopt);
  const Query mean{.of = EntryType::problem,
                   .measure = Aggregate::mean,
                   .field = find_field(EntryType::problem, "minutes")};
  CHECK(Explained(at_least(mean, 9), entries).why().recent == std::nullopt);
}

}  // namespace gradus::rules::explanation_test
