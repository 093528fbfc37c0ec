#include "gradus/insight/criterion_command.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gradus::insight::criterion_command_test {

using namespace gradus::curriculum;

namespace {

std::string command(const Requirement& leaf, std::size_t near_misses = 0) {
  gradus::rules::Explanation explanation{&leaf, {}, 0};
  explanation.near_misses.total = near_misses;
  return gradus::insight::criterion_command(explanation, "sql", CriterionId("sql-cte-chain"));
}

Filter is(EntryType of, std::string_view field, Value value) {
  return {find_field(of, field).value(), OneOf{{std::move(value)}}};
}

std::string command(EntryType of, std::vector<Filter> where = {}) {
  return command(
      {Measure{.query = {.of = of, .measure = Aggregate::count, .where = std::move(where)},
               .at_least = 1,
               .at_most = std::nullopt}});
}

}  // namespace

TEST_CASE("a signature is given under its criterion", "[insight]") {
  CHECK(command({Attested{}}) == "gradus attest sql/sql-cte-chain --evidence TEXT");
}

TEST_CASE("an artefact is delivered, and verified where that is asked", "[insight]") {
  CHECK(command({Delivered{ArtefactId("w1-notes"), false}}) ==
        "gradus artefact add w1-notes --url URL");
  CHECK(command({Delivered{ArtefactId("w1-notes"), true}}) ==
        "gradus artefact add w1-notes --path FOLDER");
  CHECK(command({Delivered{ArtefactId("w1-notes"), true}}, 1) == "gradus artefact verify w1-notes");
}

TEST_CASE("what the filters say stands in the command", "[insight]") {
  const auto of = EntryType::problem;
  CHECK(command(of) == "gradus solve TITLE --topic TOPIC --difficulty DIFFICULTY --minutes N");
  CHECK(command(of, {is(of, "topic", "joins"), is(of, "difficulty", "hard"),
                     is(of, "language", "sql")}) ==
        "gradus solve TITLE --topic joins --difficulty hard --minutes N --language sql");
  const auto minutes = find_field(of, "minutes").value();
  CHECK(command(of, {{minutes, Between{.lt = 8.0}}}) ==
        "gradus solve TITLE --topic TOPIC --difficulty DIFFICULTY --minutes N");
  CHECK(command(of, {{minutes, Between{.le = 8.0}}}) ==
        "gradus solve TITLE --topic TOPIC --difficulty DIFFICULTY --minutes N");
  CHECK(command(EntryType::mock_exam, {is(EntryType::mock_exam, "timed", true)}) ==
        "gradus exam add EXAM --score N --timed");
  CHECK(command(EntryType::run, {is(EntryType::run, "ok", false)}) == "gradus run failed PIPELINE");
  CHECK(command(of, {is(of, "help_used", true), is(of, "attempts", 2.0), is(of, "week", "w3")}) ==
        "gradus solve TITLE --topic TOPIC --difficulty DIFFICULTY --minutes N --attempts N "
        "--help-used --week w3");
  CHECK(command(EntryType::artefact, {is(EntryType::artefact, "verified", true)}) ==
        "gradus artefact add TITLE --path FOLDER");
}

TEST_CASE("a curriculum's texts are words for a shell, and no commands", "[insight]") {
  CHECK(command(EntryType::problem, {is(EntryType::problem, "platform", "a; touch b")}) ==
        "gradus solve TITLE --topic TOPIC --difficulty DIFFICULTY --minutes N "
        "--platform 'a; touch b'");
  CHECK(command(EntryType::mock_interview,
                {is(EntryType::mock_interview, "area", "system design")}) ==
        "gradus interview 'system design' --score N");
}

TEST_CASE("every type that people record has its command", "[insight]") {
  CHECK(command(EntryType::session) == "gradus log DURATION KIND");
  CHECK(command(EntryType::artefact) == "gradus artefact add TITLE --url URL");
  CHECK(command(EntryType::attestation) == "gradus attest sql/CRITERION --evidence TEXT");
  CHECK(command(EntryType::mock_interview) == "gradus interview AREA --score N");
  CHECK(command(EntryType::application) == "gradus apply COMPANY");
  CHECK(command(EntryType::expense) == "gradus spend USD TITLE --kind KIND");
  CHECK(command(EntryType::drill).empty());
}

TEST_CASE("a tree has no command of its own", "[insight]") {
  CHECK(command({All{{{Attested{}}}}}).empty());
  CHECK(command({Not{{{Attested{}}}}}).empty());
}

}  // namespace gradus::insight::criterion_command_test
