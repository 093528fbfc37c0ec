#include "gradus/rules/outcome.hpp"

#include "rules/truth_leaves.hpp"
#include "support/entries.hpp"
#include "support/memory_facts.hpp"

#include <catch2/catch.hpp>

#include <utility>
#include <vector>

namespace gradus::rules::outcome_test {

using namespace gradus::rules;
using namespace gradus::curriculum;
using gradus::journal::Attestation;
using gradus::journal::Entry;
using gradus::journal::Expense;
using gradus::journal::ExpenseKind;
using gradus::journal::MockExam;
using gradus::journal::MockInterview;
using gradus::journal::Run;
using gradus::journal::SessionKind;
using gradus::testing::day;
using gradus::testing::make_entry;
using gradus::testing::make_problem;
using gradus::testing::make_session;
using gradus::testing::MemoryFacts;

namespace {

using Entries = std::vector<Entry>;

Query query(EntryType of, Aggregate measure, std::string_view field = {}) {
  Query asked{.of = of, .measure = measure};
  if (!field.empty()) asked.field = find_field(of, field).value();
  return asked;
}

Requirement at_least(Query query, double bound) {
  return {Measure{.query = std::move(query), .at_least = bound, .at_most = std::nullopt}};
}

Requirement at_most(Query query, double bound) {
  return {Measure{.query = std::move(query), .at_least = std::nullopt, .at_most = bound}};
}

Outcome judge(const Requirement& requirement, Entries entries, const Context& context = in_tier()) {
  return evaluate(requirement, context, MemoryFacts(std::move(entries)));
}

Context in_finish() {
  auto context = in_tier();
  context.tier.reset();
  return context;
}

Entry problem_in(const std::string& tier) {
  return make_problem("2026-06-01", "joins", Difficulty::easy, 10, "", tier);
}

Entries problems(int number) {
  Entries all;
  for (int i = 0; i < number; ++i) all.push_back(problem_in("sql"));
  return all;
}

Entry solved(const std::string& title, const std::string& topic, bool help_used = false) {
  auto entry = make_problem("2026-06-01", topic, Difficulty::easy, 10, "", "sql");
  auto& problem = std::get<gradus::journal::Problem>(entry.what);
  problem.title = title;
  problem.help_used = help_used;
  return entry;
}

Entry interview(std::string_view on, std::optional<double> score) {
  return make_entry(on, MockInterview{.area = "sql", .score = score}, "sql");
}

Entry mock_exam(double score) {
  return make_entry("2026-06-01", MockExam{.exam = "associate", .score = score}, "sql");
}

Entry artefact(const std::string& id, bool verified, const std::string& tier = "sql") {
  return make_entry("2026-06-01",
                    gradus::journal::Artefact{
                        .artefact = ArtefactId(id), .title = "Repository", .verified = verified},
                    tier);
}

Entry signature(const std::string& criterion, const std::string& tier) {
  return make_entry("2026-06-01", Attestation{CriterionId(criterion), "explained it"}, tier);
}

}  // namespace

TEST_CASE("exactly the threshold passes, one short misses one", "[rules]") {
  const auto two = at_least(query(EntryType::problem, Aggregate::count), 2);
  const auto met = judge(two, {problem_in("sql"), problem_in("sql")});
  CHECK(met.truth == Truth::pass);
  CHECK(met.have == 2.0);
  CHECK(met.need == 2);
  CHECK(met.missing == 0.0);
  CHECK(met.unit == "problems");
  const auto short_of = judge(two, {problem_in("sql")});
  CHECK(short_of.truth == Truth::fail);
  CHECK(short_of.have == 1.0);
  CHECK(short_of.missing == 1.0);
  CHECK(judge(two, problems(3)).missing == 0.0);
}

TEST_CASE("a problem solved again counts once", "[rules]") {
  auto count = query(EntryType::problem, Aggregate::count);
  const auto have = [&](const Entries& entries) {
    return judge(at_least(count, 200), entries).have.value();
  };
  CHECK(have(Entries(200, solved("Top earners", "joins"))) == 1);
  CHECK(have({solved("Top earners", "joins"), solved(" TOP  earners", "joins")}) == 1);
  CHECK(have({solved("Top earners", "joins"), solved("Top earners", "ctes")}) == 2);
  CHECK(have({solved("Top earners", "joins"), solved("Top earners 2", "joins")}) == 2);
  count.repeats = true;
  CHECK(have({solved("Top earners", "joins"), solved("top earners", "joins")}) == 2);
}

TEST_CASE("a later solution counts where the first one didn't", "[rules]") {
  auto alone = query(EntryType::problem, Aggregate::count);
  alone.where = {{find_field(EntryType::problem, "help_used").value(), OneOf{{false}}}};
  const Entries twice{solved("Ranks", "joins", true), solved("Ranks", "joins")};
  CHECK(judge(at_least(alone, 1), {twice[0]}).have == 0.0);
  CHECK(judge(at_least(alone, 1), twice).have == 1.0);
}

TEST_CASE("an upper bound is inclusive, and what is over it is missing", "[rules]") {
  const auto cap = at_most(query(EntryType::expense, Aggregate::usd), 20);
  const auto spend = [](std::int64_t cents) {
    return make_entry("2026-06-01", Expense{Usd(cents), ExpenseKind::book, "Book"}, "sql");
  };
  CHECK(judge(cap, {}).truth == Truth::pass);
  CHECK(judge(cap, {spend(2000)}).truth == Truth::pass);
  const auto over = judge(cap, {spend(2000), spend(150)});
  CHECK(over.truth == Truth::fail);
  CHECK(over.need == 20);
  CHECK(over.missing == Approx(1.5));
  CHECK(over.unit == "usd");
}

TEST_CASE("between two bounds the lower one is what is needed", "[rules]") {
  const Requirement some{Measure{query(EntryType::problem, Aggregate::count), 1, 2}};
  CHECK(judge(some, {}).missing == 1.0);
  CHECK(judge(some, problems(1)).truth == Truth::pass);
  CHECK(judge(some, problems(2)).truth == Truth::pass);
  const auto over = judge(some, problems(4));
  CHECK(over.truth == Truth::fail);
  CHECK(over.need == 1);
  CHECK(over.missing == 2.0);
}

TEST_CASE("a count of nothing is 0, a score of nothing is unknown", "[rules]") {
  for (const auto measure : aggregates) {
    CAPTURE(std::string(name(measure)));
    auto asked = query(EntryType::mock_interview, measure);
    if (needs_field(measure)) asked.field = find_field(EntryType::mock_interview, "score");
    const auto outcome = judge(at_least(asked, 1), {});
    CHECK(outcome.truth == (needs_field(measure) ? Truth::unknown : Truth::fail));
    CHECK(outcome.have == (needs_field(measure) ? std::nullopt : std::optional(0.0)));
    CHECK(outcome.missing == (needs_field(measure) ? std::nullopt : std::optional(1.0)));
    CHECK(outcome.need == 1);
    CHECK(judge(at_most(asked, 1), {}).truth ==
          (needs_field(measure) ? Truth::unknown : Truth::pass));
  }
}

TEST_CASE("a score just reached passes, just missed fails", "[rules]") {
  const Entries interviews{interview("2026-06-01", 90), interview("2026-06-02", 60),
                           interview("2026-06-03", 75)};
  const auto [measure, reached] =
      GENERATE(std::pair(Aggregate::min, 60.0), std::pair(Aggregate::max, 90.0),
               std::pair(Aggregate::mean, 75.0), std::pair(Aggregate::latest, 75.0));
  const auto asked = query(EntryType::mock_interview, measure, "score");
  CHECK(judge(at_least(asked, reached), interviews).truth == Truth::pass);
  const auto missed = judge(at_least(asked, reached + 1), interviews);
  CHECK(missed.truth == Truth::fail);
  CHECK(missed.missing == 1.0);
  CHECK(missed.unit == "score");
}

TEST_CASE("a mean that decimals reach exactly is reached", "[rules]") {
  const auto mean = at_least(query(EntryType::mock_exam, Aggregate::mean, "score"), 0.8);
  // In binary the three sum to a little less than 2.4.
  const Entries exams{mock_exam(0.73), mock_exam(0.78), mock_exam(0.89)};
  REQUIRE((0.73 + 0.78 + 0.89) / 3 < 0.8);
  const auto outcome = judge(mean, exams);
  CHECK(outcome.truth == Truth::pass);
  CHECK(outcome.missing == 0.0);
  CHECK(judge(mean, {mock_exam(0.7999)}).truth == Truth::fail);
}

TEST_CASE("the unit is what is counted", "[rules]") {
  const auto unit = [](const Query& asked) { return judge(at_least(asked, 1), {}).unit; };
  CHECK(unit(query(EntryType::mock_interview, Aggregate::count)) == "mock interviews");
  CHECK(unit(query(EntryType::run, Aggregate::count)) == "runs");
  CHECK(unit(query(EntryType::session, Aggregate::minutes)) == "minutes");
  CHECK(unit(query(EntryType::session, Aggregate::days)) == "days");
  CHECK(unit(query(EntryType::run, Aggregate::streak)) == "days");
  CHECK(unit(query(EntryType::drill, Aggregate::min, "seconds")) == "seconds");
}

TEST_CASE("the speed gate asks for a hard problem under 8 minutes, unaided", "[rules]") {
  constexpr auto of = EntryType::problem;
  Between under_8;
  under_8.lt = 8.0;
  auto fast = query(of, Aggregate::count);
  fast.where = {{find_field(of, "topic").value(), OneOf{{"window-functions"}}},
                {find_field(of, "difficulty").value(), OneOf{{"hard"}}},
                {find_field(of, "minutes").value(), under_8},
                {find_field(of, "attempts").value(), OneOf{{1.0}}},
                {find_field(of, "help_used").value(), OneOf{{false}}}};
  const auto gate = at_least(fast, 1);
  const auto solved = [](int minutes, int attempts = 1, bool help = false) {
    auto entry =
        make_problem("2026-06-01", "window-functions", Difficulty::hard, minutes, "", "sql");
    auto& problem = std::get<gradus::journal::Problem>(entry.what);
    problem.attempts = attempts;
    problem.help_used = help;
    return entry;
  };
  CHECK(judge(gate, {solved(7)}).truth == Truth::pass);
  CHECK(judge(gate, {solved(8)}).truth == Truth::fail);
  CHECK(judge(gate, {solved(7, 2)}).truth == Truth::fail);
  CHECK(judge(gate, {solved(7, 1, true)}).truth == Truth::fail);
  CHECK(judge(gate, {solved(8), solved(7, 2), solved(7)}).truth == Truth::pass);
}

TEST_CASE("a streak asks for days in a row", "[rules]") {
  auto asked = query(EntryType::run, Aggregate::streak);
  asked.per = find_field(EntryType::run, "pipeline");
  const auto gate = at_least(asked, 3);
  const auto run = [](std::string_view on, const char* pipeline) {
    return make_entry(on, Run{pipeline, true}, "sql");
  };
  const Entries apart{run("2026-06-29", "daily"), run("2026-06-30", "cdc"),
                      run("2026-07-01", "daily"), run("2026-07-02", "daily")};
  CHECK(judge(gate, apart).missing == 1.0);
  auto together = apart;
  together.push_back(run("2026-06-30", "daily"));
  CHECK(judge(gate, together).truth == Truth::pass);
  CHECK(judge(gate, together).have == 4.0);
}

TEST_CASE("the bounds say which group is best", "[rules]") {
  auto failed = query(EntryType::run, Aggregate::count);
  failed.per = find_field(EntryType::run, "pipeline");
  const auto run = [](const char* pipeline) {
    return make_entry("2026-06-01", Run{pipeline, false}, "sql");
  };
  const Entries runs{run("a"), run("a"), run("a"), run("b"), run("c"), run("c")};
  CHECK(judge(at_least(failed, 3), runs).truth == Truth::pass);
  CHECK(judge(at_most(failed, 1), runs).truth == Truth::pass);
  CHECK(judge(at_most(failed, 0), runs).missing == 1.0);
  CHECK(judge({Measure{failed, 2, 2}}, runs).truth == Truth::pass);
  CHECK(judge({Measure{failed, 4, 9}}, runs).missing == 1.0);
}

TEST_CASE("the day so many days ago still counts", "[rules]") {
  auto asked = query(EntryType::session, Aggregate::count);
  asked.within = std::chrono::days{14};
  const auto gate = at_least(asked, 1);
  const auto on = [](std::string_view date) {
    return make_session(date, 30, SessionKind::read, "", "sql");
  };
  CHECK(judge(gate, {on("2026-06-16")}).truth == Truth::pass);
  CHECK(judge(gate, {on("2026-06-15")}).truth == Truth::fail);
  CHECK(judge(gate, {on("2026-06-30")}).truth == Truth::pass);
}

TEST_CASE("days that reach back past the calendar are all days", "[rules]") {
  auto asked = query(EntryType::session, Aggregate::count);
  asked.within = std::chrono::days{10'000'000};
  const auto first = make_session("0001-01-01", 30, SessionKind::read, "", "sql");
  CHECK(judge(at_least(asked, 1), {first}).truth == Truth::pass);
  asked.within = day("2026-06-30") - day("0001-01-01");
  CHECK(judge(at_least(asked, 1), {first}).truth == Truth::pass);
}

TEST_CASE("a measure counts its own tier unless it names others", "[rules]") {
  const Entries entries{problem_in("sql"), problem_in("python"), problem_in("python"),
                        problem_in("cloud"), problem_in("")};
  const auto have = [&](const std::optional<std::vector<TierId>>& tiers, const Context& context) {
    auto asked = query(EntryType::problem, Aggregate::count);
    asked.tiers = tiers;
    return judge(at_least(asked, 1), entries, context).have;
  };
  const std::vector<TierId> any;
  CHECK(have({}, in_tier("sql")) == 1.0);
  CHECK(have({}, in_tier("python")) == 2.0);
  CHECK(have(std::vector{TierId("python"), TierId("cloud")}, in_tier("sql")) == 3.0);
  CHECK(have(any, in_tier("sql")) == 5.0);
  CHECK(have({}, in_finish()) == 5.0);
  CHECK(have(std::vector{TierId("cloud")}, in_finish()) == 1.0);
}

TEST_CASE("a signature counts under its own criterion of its own tier", "[rules]") {
  const Requirement signed_off{Attested{}};
  CHECK(judge(signed_off, {signature("explain", "python"), signature("other", "sql")}).truth ==
        Truth::fail);
  const auto met = judge(signed_off, {signature("explain", "sql"), signature("explain", "sql")});
  CHECK(met.truth == Truth::pass);
  CHECK(met.have == 1.0);
  CHECK(met.need == 1);
  CHECK(met.missing == 0.0);
  CHECK(met.unit == "signatures");
  CHECK(judge(signed_off, {}).missing == 1.0);
  CHECK(judge(signed_off, {signature("explain", "")}, in_finish()).truth == Truth::pass);
}

TEST_CASE("an artefact counts in whatever tier, once, and verified where asked", "[rules]") {
  const Requirement delivered{Delivered{ArtefactId("w1-group-by"), false}};
  const Requirement verified{Delivered{ArtefactId("w1-group-by"), true}};
  const auto twice =
      judge(delivered, {artefact("w1-group-by", false, "python"), artefact("w1-group-by", false)});
  CHECK(twice.truth == Truth::pass);
  CHECK(twice.have == 1.0);
  CHECK(twice.need == 1);
  CHECK(twice.unit == "artefacts");
  CHECK(judge(delivered, {artefact("w2-joins", true)}).missing == 1.0);
  CHECK(judge(verified, {artefact("w1-group-by", false)}).truth == Truth::fail);
  CHECK(judge(verified, {artefact("w1-group-by", false), artefact("w1-group-by", true)}).truth ==
        Truth::pass);
}

}  // namespace gradus::rules::outcome_test
