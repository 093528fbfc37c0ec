#include "support/curriculum_sample.hpp"

#include <catch2/catch.hpp>

namespace gradus::curriculum::stack_test {

using namespace gradus::curriculum;
using Strings = std::vector<std::string>;

namespace {

std::string stack(std::string_view weeks) {
  return sample::plus(R"("stacks": [{"id": "duo", "title": "With a teacher", "weeks": {)" +
                      std::string{weeks} + "}}]");
}

}  // namespace

TEST_CASE("a stack's weeks are the curriculum's with the patch applied", "[curriculum]") {
  const Curriculum curriculum = load_or_throw(
      stack(R"("w2": {"title": "Two hands", "goals": null, "minutes": {"lab": 60}})"), "sample");
  const Week& week = curriculum.stacks.at(0).weeks.at(WeekId{"w2"});
  CHECK(week.title == "Two hands");
  CHECK(week.goals.empty());
  CHECK(week.minutes == WeekMinutes{Minutes{0}, Minutes{60}, Minutes{0}});
  CHECK(week.problems.size() == 1);
  CHECK(curriculum.tiers[0].weeks[1].title == "The left hand");
}

TEST_CASE("a stack's own facts are read", "[curriculum]") {
  const Curriculum curriculum =
      load_or_throw(sample::plus(R"("stacks": [{"id": "us", "title": "US", "certificate": "dea-c01",
        "markets": ["us", "emea"], "cloud": "AWS", "warehouse": "Snowflake", "transform": "dbt",
        "orchestrator": "Airflow", "language": "Python", "retired": true}, {"id": "b", "title": "B"}])"),
                    "sample");
  const Stack& us = curriculum.stacks.at(0);
  CHECK(us.certificate == "dea-c01");
  CHECK(us.markets == Strings{"us", "emea"});
  CHECK(us.cloud + us.warehouse + us.transform + us.orchestrator + us.language ==
        "AWSSnowflakedbtAirflowPython");
  CHECK(us.retired);
  CHECK_FALSE(curriculum.stacks.at(1).certificate.has_value());
}

TEST_CASE("a stack's certificate is the one exam that counts, where a criterion lists it",
          "[curriculum]") {
  auto curriculum = load_or_throw(
      sample::plus(R"("stacks": [{"id": "us", "title": "US", "certificate": "dea-c01"},
                                 {"id": "other", "title": "O", "certificate": "cka"},
                                 {"id": "free", "title": "F"}])"),
      "sample");
  const auto of = [](std::vector<Value> exams) {
    return Requirement{
        Any{{Requirement{Attested{}},
             Requirement{Measure{.query = {.of = EntryType::mock_exam,
                                           .measure = Aggregate::count,
                                           .where = {{field::exam, OneOf{std::move(exams)}}}},
                                 .at_least = 1,
                                 .at_most = std::nullopt}}}}};
  };
  const std::vector<Value> listed{std::string{"dea-c01"}, std::string{"gcp-pde"}};
  for (auto& wording : curriculum.tiers[0].exit[0].require) wording.second = of(listed);
  const auto required = [&](const char* stack) {
    return with_stack(curriculum, StackId{stack})
        .tiers[0]
        .exit[0]
        .requirement(Compression::weeks_saved);
  };
  CHECK(required("us") == of({std::string{"dea-c01"}}));
  CHECK(required("other") == of(listed));  // none of them is its exam
  CHECK(required("free") == of(listed));
}

TEST_CASE("a patch is blamed at its own place", "[curriculum]") {
  CHECK(sample::errors(stack(R"("w9": {})")) ==
        Strings{"/stacks/0/weeks/w9: there is no week \"w9\" to change"});
  CHECK(sample::errors(stack(R"("w2": {"theme": "x"})")).size() == 1);
  CHECK(sample::errors(stack(R"("w2": {"title": null})")) ==
        Strings{"/stacks/0/weeks/w2: has no \"title\""});
  CHECK(sample::errors(stack(R"("w2": {"problems": [{"topic": "chords", "difficulty": "easy",
                                                    "count": 1}]})")) ==
        Strings{"/stacks/0/weeks/w2/problems/0/topic: there is no topic \"chords\""});
  CHECK(sample::errors(stack(R"("w2": {"id": "w4"})")) ==
        Strings{"/stacks/0/weeks/w2/id: a stack can't change a week's id"});
  CHECK(sample::errors(stack(R"("w2": 7)")) ==
        Strings{"/stacks/0/weeks/w2: must be an object, not 7"});
  CHECK(sample::errors(stack(R"("w2": {"artefacts": [{"id": "a", "title": "A"},
                                                     {"id": "a", "title": "B"}]})"))
            .size() == 1);
}

TEST_CASE("a patch of a week whose id is none is told at the week alone", "[curriculum]") {
  std::string json = stack(R"("W 2": {"title": "Two hands"})");
  json.replace(json.find("\"id\": \"w2\""), 10, "\"id\": \"W 2\"");
  CHECK(sample::errors(json) == Strings{"/tiers/0/weeks/1/id: \"W 2\" is not an id"});
}

TEST_CASE("what is wrong with a week is not told again of its patch", "[curriculum]") {
  std::string json = stack(R"("w2": {"title": "", "goals": ["New"]})");
  json.replace(json.find("\"count\": 5"), 10, "\"count\": 0");
  CHECK(sample::errors(json) ==
        Strings{"/stacks/0/weeks/w2/title: is empty",
                "/tiers/0/weeks/1/problems/0/count: must be at least 1, not 0"});
}

TEST_CASE("no stack takes away an artefact that a criterion asks for", "[curriculum]") {
  CHECK(sample::errors(stack(R"("w1": {"artefacts": []})")) ==
        Strings{"/stacks/0/weeks/w1/artefacts: leaves out \"w1-recording\", without which the "
                "criterion \"recorded\" can't be met"});
  CHECK(sample::errors(stack(R"("w1": {"artefacts": null})")).size() == 1);
  CHECK(sample::errors(stack(R"("w1": {"artefacts": [{"id": "w1-recording", "title": "Other"}]})"))
            .empty());
  // Another week of the stack may ask for it instead.
  CHECK(sample::errors(stack(R"("w1": {"artefacts": []},
                                "w2": {"artefacts": [{"id": "w1-recording", "title": "R"}]})"))
            .empty());
}

}  // namespace gradus::curriculum::stack_test
