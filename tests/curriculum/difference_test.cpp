#include "gradus/curriculum/difference.hpp"

#include "support/curriculum_sample.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <string>
#include <utility>

namespace gradus::curriculum::difference_test {
namespace {

const Curriculum& old_version() {
  static const Curriculum curriculum = load_or_throw(sample::text, "the sample");
  return curriculum;
}

Curriculum with(std::string_view old, std::string_view changed) {
  return load_or_throw(sample::with(old, changed), "the changed sample");
}

// "new week w9; moved week w2; ": what became of the items, but for those that are only kept.
std::string told(const std::vector<ItemShift>& shifts) {
  std::string text;
  for (const auto& shift : shifts) {
    const auto tell = [&](bool holds, const char* what) {
      if (holds) text += fmt::format("{} {} {}; ", what, name(shift.item().kind), shift.item().id);
    };
    tell(shift.added(), "new");
    tell(shift.retired(), "retired");
    tell(shift.gone(), "gone");
    tell(shift.retitled(), "retitled");
    tell(shift.moved(), "moved");
    tell(shift.changed(), "changed");
  }
  return text;
}

std::string changes(const Curriculum& after) {
  return told(difference(old_version(), after));
}

std::string changes(std::string_view old, std::string_view changed) {
  return changes(with(old, changed));
}

}  // namespace

TEST_CASE("a curriculum differs in nothing from itself, and keeps each item once", "[curriculum]") {
  const auto shifts = difference(old_version(), old_version());
  CHECK(told(shifts).empty());
  std::string ids;
  for (const auto& shift : shifts) {
    CHECK(shift.kept());
    ids += shift.item().id + " ";
  }
  CHECK(ids ==
        "strings pieces w1 w2 w3 w1-recording strings/hours pieces/signed pieces/recorded scales ");
}

TEST_CASE("another title keeps the item", "[curriculum]") {
  const auto shifts = difference(old_version(), with("The bow", "Bow and arm"));
  CHECK(told(shifts) == "retitled week w1; ");
  CHECK(shifts[2].was->title == "The bow");
  CHECK(shifts[2].now->title == "Bow and arm");
  CHECK(changes("\"Open strings\"", "\"Strings\"") == "retitled tier strings; ");
  CHECK(changes("\"Hours\"", "\"Time\"") == "retitled criterion strings/hours; ");
  CHECK(changes("\"A recording\"", "\"A tape\"") == "retitled artefact w1-recording; ");
}

TEST_CASE("a week that stands in another tier moved, and so did an artefact in another week",
          "[curriculum]") {
  auto after = old_version();
  auto& strings = after.tiers[0].weeks;
  auto& pieces = after.tiers[1].weeks;
  pieces.insert(pieces.begin(), strings[1]);
  strings.pop_back();
  const auto shifts = difference(old_version(), after);
  CHECK(told(shifts) == "moved week w2; ");
  CHECK(shifts[3].was->place == "strings");
  CHECK(shifts[3].now->place == "pieces");

  after = old_version();
  auto& weeks = after.tiers[0].weeks;
  weeks[1].artefacts = std::exchange(weeks[0].artefacts, {});
  CHECK(changes(after) == "moved artefact w1-recording; ");
}

TEST_CASE("what is retired takes along what it holds", "[curriculum]") {
  CHECK(changes(R"("id": "w1", )", R"("id": "w1", "retired": true, )") ==
        "retired week w1; retired artefact w1-recording; ");
  auto after = old_version();
  after.tiers[0].retired = true;
  CHECK(changes(after) ==
        "retired tier strings; retired week w1; retired week w2; retired artefact w1-recording; "
        "retired criterion strings/hours; ");
  // And back again; what is retired in both versions is none of these.
  CHECK(told(difference(after, old_version())) ==
        "new tier strings; new week w1; new week w2; new artefact w1-recording; "
        "new criterion strings/hours; ");
  CHECK(told(difference(after, after)).empty());
}

TEST_CASE("new items and those that are gone are told, each kind by itself", "[curriculum]") {
  const auto after = with(R"({"id": "w3", "title": "A piece", "goals": ["Play it"]})",
                          R"({"id": "scales", "title": "A piece", "goals": ["Play it"]})");
  const auto shifts = difference(old_version(), after);
  CHECK(told(shifts) == "new week scales; gone week w3; ");
  CHECK(changes(R"("id": "signed")", R"("id": "shown")") ==
        "new criterion pieces/shown; gone criterion pieces/signed; ");
}

TEST_CASE("a criterion that requires something else, and a week of other work, changed",
          "[curriculum]") {
  CHECK(changes("\"at_least\": 120", "\"at_least\": 180") == "changed criterion strings/hours; ");
  CHECK(changes("\"at_least\": 120", "\"at_least\": 120, \"within_days\": 9") ==
        "changed criterion strings/hours; ");
  CHECK(changes(R"("require": {"attested": true})",
                R"("require": {"any": [{"attested": true}, {"artefact": "w1-recording"}]})") ==
        "changed criterion pieces/signed; ");
  CHECK(changes("\"count\": 5", "\"count\": 6") == "changed week w2; ");
  CHECK(
      changes(R"("minutes": {"read": 180, "lab": 180)", R"("minutes": {"read": 180, "lab": 80)") ==
      "changed week w1; changed week w2; changed week w3; ");
}

TEST_CASE("requirements are equal part by part", "[curriculum]") {
  const auto require = [](const std::string& json) {
    return load_or_throw(sample::requiring(json), "a requirement")
        .tiers[0]
        .exit[0]
        .requirement(Compression::regular);
  };
  const std::string a = R"({"artefact": "w1-recording"})";
  const std::string b = R"({"attested": true})";
  CHECK(require(a) == require(a));
  CHECK(require(R"({"artefact": "w1-recording", "verified": true})") != require(a));
  for (const std::string form : {"all", "any"}) {
    const auto of = [&](const std::string& x, const std::string& y) {
      return require(fmt::format(R"({{"{}": [{}, {}]}})", form, x, y));
    };
    CHECK(of(a, b) == of(a, b));
    CHECK(of(a, b) != of(b, a));
  }
  const std::string count = R"({"of": "problems", "measure": "count", "at_least": 1, "where": )";
  CHECK(require(count + R"({"topic": "scales", "difficulty": "easy"}})") ==
        require(count + R"({"difficulty": "easy", "topic": "scales"}})"));
  CHECK(require(count + R"({"topic": "scales", "difficulty": "easy"}})") !=
        require(count + R"({"topic": "scales", "difficulty": "hard"}})"));
  CHECK(require(R"({"not": )" + a + "}") != require(R"({"not": )" + b + "}"));
  CHECK(require(R"({"some": 1, "of_these": [)" + a + ", " + b + "]}") !=
        require(R"({"some": 2, "of_these": [)" + a + ", " + b + "]}"));
}

TEST_CASE("versions compare by their numbers", "[curriculum]") {
  const auto less = [](std::string_view a, std::string_view b) {
    INFO(a << " " << b);
    CHECK(compare_versions(a, b) == std::strong_ordering::less);
    CHECK(compare_versions(b, a) == std::strong_ordering::greater);
    return true;
  };
  CHECK(less("2026.1", "2026.2"));
  CHECK(less("2026.2", "2026.10"));
  CHECK(less("2026", "2026.1"));
  CHECK(less("1.0", "1.0a"));
  CHECK(less("9", "99999999999999999999999999"));
  CHECK(less("", "1"));
  CHECK(compare_versions("01.0", "1.0") == std::strong_ordering::equal);
  CHECK(compare_versions("v1", "v1") == std::strong_ordering::equal);
}

}  // namespace gradus::curriculum::difference_test
