#include "gradus/recall/memory.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>
#include <string>

// tests/data/fsrs/make_vectors.mjs says what the lines hold.
namespace gradus::recall::reference_test {
namespace {

constexpr double four_decimals = 0.5e-4 + 1e-9;  // the vectors are rounded to these

struct Expected {
  double stability;
  double difficulty;
  int days;
};

// Whether the whole history comes out as the reference has it; how many reviews it has.
int check_history(const std::string& line) {
  std::istringstream in(line);
  double share = 0;
  in >> share;
  const auto retention = Retention::of(share);
  REQUIRE(retention);
  auto on = calendar::Date::parse("2026-01-01").value();
  std::optional<State> state;
  int reviews = 0;
  int days = 0;
  int grade = 0;
  Expected expected{};
  while (in >> days >> grade >> expected.stability >> expected.difficulty >> expected.days) {
    on = on + Days{days};
    const Graded graded{on, grade_of(grade).value()};
    state = state ? next_state(*state, graded) : first_state(graded);
    ++reviews;
    INFO(line << "\nreview " << reviews);
    REQUIRE(state->memory.stability == Approx(expected.stability).margin(four_decimals).epsilon(0));
    REQUIRE(state->memory.difficulty ==
            Approx(expected.difficulty).margin(four_decimals).epsilon(0));
    REQUIRE(interval(*state, *retention).count() == expected.days);
  }
  REQUIRE(in.eof());
  return reviews;
}

TEST_CASE("states and intervals are those of ts-fsrs", "[recall]") {
  std::ifstream file(GRADUS_SOURCE_DIR "/tests/data/fsrs/vectors.txt");
  std::string line;
  REQUIRE(std::getline(file, line));
  CHECK(line.starts_with("# ts-fsrs 5.4.2, enable_short_term false"));
  int histories = 0;
  int reviews = 0;
  while (std::getline(file, line)) {
    reviews += check_history(line);
    ++histories;
  }
  CHECK(histories == 1'000);
  CHECK(reviews > 5'000);
}

}  // namespace
}  // namespace gradus::recall::reference_test
