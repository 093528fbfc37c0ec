#include "report/requirement_text.hpp"

#include "support/entries.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gradus::report::requirement_text_test {

using namespace gradus::curriculum;
using gradus::report::lack_text;
using gradus::report::requirement_text;
using gradus::rules::Lack;
using gradus::rules::OtherTier;
using gradus::rules::TooOld;
using gradus::testing::day;
using gradus::testing::make_entry;
using gradus::testing::make_problem;

namespace {

Field field(EntryType of, std::string_view name) {
  return find_field(of, name).value();
}

std::string text_of(Query query, std::optional<double> at_least,
                    std::optional<double> at_most = std::nullopt) {
  return requirement_text({Measure{std::move(query), at_least, at_most}});
}

Query count_of(EntryType of) {
  return {.of = of, .measure = Aggregate::count};
}

std::string scores(Aggregate measure) {
  return text_of({.of = EntryType::mock_exam,
                  .measure = measure,
                  .field = field(EntryType::mock_exam, "score")},
                 0.8);
}

const auto solved = make_problem("2026-06-01", "joins", Difficulty::medium, 9, "", "python");

std::string lack(std::string_view name, std::variant<OneOf, Between> test) {
  return lack_text({solved, Filter{field(EntryType::problem, name), std::move(test)}});
}

}  // namespace

TEST_CASE("the bounds of a measure are given in words", "[report]") {
  CHECK(text_of(count_of(EntryType::problem), 30) == "at least 30 problems");
  CHECK(text_of(count_of(EntryType::problem), 1) == "at least 1 problem");
  CHECK(text_of(count_of(EntryType::mock_interview), std::nullopt, 3) ==
        "at most 3 mock interviews");
  CHECK(text_of(count_of(EntryType::problem), 2, 2) == "exactly 2 problems");
  CHECK(text_of(count_of(EntryType::problem), 2, 5) == "2 to 5 problems");
}

TEST_CASE("each measure has its words", "[report]") {
  CHECK(text_of({.of = EntryType::session, .measure = Aggregate::minutes}, 600) ==
        "at least 600 minutes of sessions");
  CHECK(text_of({.of = EntryType::expense, .measure = Aggregate::usd}, std::nullopt, 10) ==
        "at most 10 USD of expenses");
  CHECK(text_of({.of = EntryType::session, .measure = Aggregate::days}, 5) ==
        "at least 5 days with sessions");
  CHECK(text_of({.of = EntryType::run,
                 .measure = Aggregate::streak,
                 .per = field(EntryType::run, "pipeline")},
                7) == "at least 7 days in a row with runs, for one pipeline");
  CHECK(scores(Aggregate::min) == "mock exams: lowest score at least 0.8");
  CHECK(scores(Aggregate::max) == "mock exams: highest score at least 0.8");
  CHECK(scores(Aggregate::mean) == "mock exams: mean score at least 0.8");
  CHECK(scores(Aggregate::latest) == "mock exams: latest score at least 0.8");
}

TEST_CASE("what narrows a measure follows it", "[report]") {
  auto query = count_of(EntryType::problem);
  query.where = {{field(EntryType::problem, "topic"), OneOf{{"joins", "ctes", "unions"}}},
                 {field(EntryType::problem, "minutes"), Between{.lt = 8.0, .ge = 2.0}},
                 {field(EntryType::problem, "help_used"), OneOf{{false}}}};
  CHECK(
      text_of(query, 1) ==
      "at least 1 problem where topic is joins, ctes or unions and minutes at least 2 and under 8 "
      "and help used is no");
  query = count_of(EntryType::problem);
  query.last = 10;
  query.within = std::chrono::days{14};
  query.tiers = std::vector{TierId("sql"), TierId("python")};
  CHECK(text_of(query, 1) ==
        "at least 1 problem, of the last 10, in the last 14 days, in sql or python");
  query = count_of(EntryType::problem);
  query.where = {
      {field(EntryType::problem, "on"), Between{.lt = "2026-12-01", .ge = "2026-11-01"}}};
  CHECK(text_of(query, 1) == "at least 1 problem where on from 2026-11-01 and before 2026-12-01");
  query = count_of(EntryType::problem);
  query.tiers = std::vector<TierId>{};
  CHECK(text_of(query, 1) == "at least 1 problem, in any tier");
}

TEST_CASE("the other forms have their words", "[report]") {
  const Requirement attested{Attested{}};
  CHECK(requirement_text(attested) == "your signature under this criterion");
  CHECK(requirement_text({Delivered{ArtefactId("w1-notes"), false}}) == "the artefact w1-notes");
  CHECK(requirement_text({Delivered{ArtefactId("w1-notes"), true}}) ==
        "the artefact w1-notes, verified");
  CHECK(requirement_text({All{{attested, attested}}}) == "all of these 2");
  CHECK(requirement_text({Any{{attested, attested}}}) == "any of these 2");
  CHECK(requirement_text({Some{2, {attested, attested, attested}}}) == "at least 2 of these 3");
  CHECK(requirement_text({Not{{attested}}}) == "not the following");
}

TEST_CASE("a near miss says what it is and what it should be", "[report]") {
  CHECK(lack("minutes", Between{.lt = 8.0}) == "9 min, limit 8");
  CHECK(lack("minutes", Between{.lt = 9.0}) == "9 min, must be under 9");
  CHECK(lack("minutes", Between{.le = 8.0}) == "9 min, limit 8");
  CHECK(lack("minutes", Between{.gt = 9.0}) == "9 min, must be over 9");
  CHECK(lack("minutes", Between{.ge = 10.0}) == "9 min, at least 10");
  CHECK(lack("attempts", OneOf{{2.0}}) == "attempts 1, must be 2");
  CHECK(lack("difficulty", OneOf{{"hard"}}) == "difficulty medium, must be hard");
  CHECK(lack("help_used", OneOf{{true}}) == "without help");
  CHECK(lack_text({solved, OtherTier{}}) == "recorded for python");
  CHECK(lack_text({solved, TooOld{day("2026-06-16")}}) == "too old, counts from 2026-06-16");
}

TEST_CASE("flags have words of their own", "[report]") {
  using namespace gradus::journal;
  const auto of_flag = [](std::string_view on, const What& what, std::string_view name) {
    const auto entry = make_entry(on, what);
    return lack_text({entry, Filter{field(entry.type(), name), OneOf{{true}}}});
  };
  const std::string_view on = "2026-06-01";
  CHECK(of_flag(on, Run{"daily", false}, "ok") == "a run that failed");
  CHECK(of_flag(on, MockExam{"dea-c01", 0.8, false}, "timed") == "not timed");
  CHECK(of_flag(on, Attestation{CriterionId("a"), "b", true}, "placement") ==
        "signed for placement only");
}

}  // namespace gradus::report::requirement_text_test
