#include "gradus/decisions/cadence.hpp"

#include "gradus/curriculum/builtin.hpp"
#include "gradus/decisions/certificates.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

namespace gradus::decisions::cadence_test {
namespace {

CadenceCatalogue builtin() {
  return read_cadence(curriculum::builtin_text("catalog/cadence.json"));
}

std::string profile(double hours, double hands_on, double weeknights) {
  const auto catalogue = builtin();
  const auto* found = find_profile(catalogue, {hours, hands_on, weeknights});
  return found == nullptr ? "none" : found->id;
}

}  // namespace

TEST_CASE("the guide's four ways to study are found by their signs", "[advice]") {
  CHECK(profile(7, 4.0 / 7, 0.5) == "balanced");  // 3 hours of reading to 4 hands-on
  CHECK(profile(10, 0, 0.5) == "reader");         // 10 hours of video, no lab
  CHECK(profile(8, 0.5, 0) == "weekend-marathon");
  CHECK(profile(15, 0.5, 0.5) == "burnout");
  CHECK(profile(7, 0.25, 0.5) == "none");
  CHECK(profile(7, 0.9, 0.5) == "none");
}

TEST_CASE("the profiles have the guide's figures", "[advice]") {
  const auto catalogue = builtin();
  CHECK(catalogue.as_of == calendar::Date::parse("2026-05-31"));
  struct Row {
    const char* id;
    int retention;
    int first_round;
  };
  for (const auto& [id, retention, first_round] :
       {Row{"reader", 25, 15}, Row{"balanced", 80, 70}, Row{"weekend-marathon", 50, 40},
        Row{"burnout", 30, 25}}) {
    const auto found = std::ranges::find(catalogue.profiles, id, &CadenceProfile::id);
    REQUIRE(found != catalogue.profiles.end());
    CHECK(found->retention_percent == retention);
    CHECK(found->first_round_percent == first_round);
  }
}

TEST_CASE("a file of profiles that can't be read names line and place", "[advice]") {
  CHECK_THROWS_WITH(read_cadence(R"({"format": 1, "as_of": "2026-05-31", "source": "A",
"profiles": [{"id": "a", "title": "A", "sign": "s", "advice": "b", "retention_percent": 101,
"first_round_percent": 1}]})"),
                    "line 2: /profiles/0/retention_percent must be at most 100, not 101");
  CHECK_THROWS_AS(read_cadence("[]"), Error);
}

}  // namespace gradus::decisions::cadence_test
