#include "gradus/curriculum/model.hpp"

#include "support/curriculum_sample.hpp"

#include <catch2/catch.hpp>

namespace gradus::curriculum::model_test {

using namespace gradus::curriculum;

namespace {

Curriculum cello() {
  return load_or_throw(sample::text, "sample");
}

template <class Find>
std::pair<std::string, std::string> complaint(Find find) {
  try {
    static_cast<void>(find());
  } catch (const Error& error) {
    return {error.what(), error.hint()};
  }
  return {"no error", ""};
}

}  // namespace

TEST_CASE("items are found by their ids", "[curriculum]") {
  const Curriculum curriculum = cello();
  CHECK(find_tier(curriculum, "pieces").title == "Pieces");
  CHECK(find_topic(curriculum, "scales").title == "Scales");
  CHECK(find_week(curriculum, "w3").title == "A piece");
  CHECK(find_artefact(curriculum, "w1-recording").title == "A recording");
  CHECK(find_criterion(curriculum.tiers[1], "signed").title == "Signed");
  CHECK(tier_of(curriculum, WeekId{"w2"}).id == TierId{"strings"});
}

TEST_CASE("an unknown id is an error with the nearest names, or with those there are",
          "[curriculum]") {
  using Complaint = std::pair<std::string, std::string>;
  const Curriculum curriculum = cello();
  CHECK(complaint([&] { return find_tier(curriculum, "string").title; }) ==
        Complaint{"no tier \"string\" in this curriculum", "did you mean strings?"});
  CHECK(complaint([&] { return find_tier(curriculum, "bow").title; }) ==
        Complaint{"no tier \"bow\" in this curriculum", "choose from strings, pieces"});
  CHECK(complaint([&] { return find_topic(curriculum, "scale").title; }).second ==
        "did you mean scales?");
  CHECK(complaint([&] { return find_week(curriculum, "w").title; }).second ==
        "did you mean w1, w2 or w3?");
  CHECK(complaint([&] { return find_artefact(curriculum, "x").title; }).second ==
        "choose from w1-recording");
  CHECK(complaint([&] { return find_stack(curriculum, "us").title; }) ==
        Complaint{"no stack \"us\" in this curriculum", "there is none to choose from"});
  CHECK(complaint([&] { return find_criterion(curriculum.tiers[0], "hour").title; }) ==
        Complaint{"no criterion \"hour\" in tier strings", "did you mean hours?"});
  CHECK(complaint([&] { return tier_of(curriculum, WeekId{"w4"}).title; }).first ==
        "no week \"w4\" in this curriculum");
}

TEST_CASE("a stack's weeks stand in for the curriculum's", "[curriculum]") {
  const Curriculum curriculum =
      load_or_throw(sample::plus(R"("stacks": [{"id": "duo", "title": "Duo",
                                  "weeks": {"w3": {"title": "A duet"}}}])"),
                    "sample");
  const Curriculum duo = with_stack(curriculum, StackId{"duo"});
  CHECK(find_week(duo, "w3").title == "A duet");
  CHECK(find_week(duo, "w1").title == "The bow");
  CHECK(find_week(curriculum, "w3").title == "A piece");
  CHECK_THROWS_AS(with_stack(curriculum, StackId{"trio"}), Error);
}

TEST_CASE("a tier that a stack leaves without weeks is retired in it", "[curriculum]") {
  const Curriculum curriculum =
      load_or_throw(sample::plus(R"("stacks": [{"id": "short", "title": "Short",
                                  "weeks": {"w3": {"retired": true}}}])"),
                    "sample");
  const Curriculum shortened = with_stack(curriculum, StackId{"short"});
  CHECK_FALSE(find_tier(curriculum, "pieces").retired);
  CHECK(find_tier(shortened, "pieces").retired);
  CHECK_FALSE(find_tier(shortened, "strings").retired);
}

TEST_CASE("minutes are kept by what they are for", "[curriculum]") {
  using gradus::calendar::BlockKind;
  WeekMinutes minutes{Minutes{1}, Minutes{20}, Minutes{300}};
  CHECK(minutes.of(BlockKind::read) == Minutes{1});
  CHECK(minutes.of(BlockKind::lab) == Minutes{20});
  CHECK(minutes.of(BlockKind::review) == Minutes{300});
  CHECK(minutes.total() == Minutes{321});
  minutes.of(BlockKind::lab) = Minutes{0};
  CHECK(minutes.total() == Minutes{301});
}

TEST_CASE("kinds of criteria and ways to compress are read by their names", "[curriculum]") {
  using enum CriterionKind;
  for (const CriterionKind kind : {measured, timed, quiz, CriterionKind::artefact, attest}) {
    CHECK(criterion_kinds.parse(name(kind)) == kind);
  }
  CHECK_FALSE(criterion_kinds.parse("signed").has_value());
  CHECK(compressions.parse(name(Compress::half)) == Compress::half);
  CHECK(compressions.parse(name(Compress::never)) == Compress::never);
  CHECK_FALSE(compressions.parse("third").has_value());
}

}  // namespace gradus::curriculum::model_test
