#include "gradus/recall/outlook.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <vector>

namespace gradus::recall::outlook_test {
namespace {

const Date today = Date::parse("2026-12-01").value();
const Date interview = today + Days{10};
const Room half_an_hour{Minutes{30}};

using Chance = std::mt19937;

int from(int least, int most, Chance& chance) {
  return least + static_cast<int>(chance() % static_cast<unsigned>(most - least + 1));
}

Card any_card(Chance& chance) {
  auto state =
      first_state({today - Days{from(1, 120, chance)}, grade_of(from(1, 4, chance)).value()});
  for (int reviews = from(0, 3, chance); reviews > 0; --reviews) {
    const auto on = state.last + Days{from(1, 40, chance)};
    if (on >= today) break;
    state = next_state(state, {on, grade_of(from(1, 4, chance)).value()});
  }
  return {state, Minutes{from(3, 35, chance)}};
}

std::vector<Card> any_deck(Chance& chance) {
  std::vector<Card> deck;
  const int cards = from(5, 60, chance);
  deck.reserve(static_cast<std::size_t>(cards));
  for (int i = 0; i < cards; ++i) deck.push_back(any_card(chance));
  return deck;
}

TEST_CASE("a review is worth what it adds on the target day", "[recall]") {
  const auto state = first_state({today - Days{10}, Grade::good});
  const double without = retrievability(state, interview);
  const double reviewed = expected_recall(state, today, interview);
  CHECK(reviewed > without);
  CHECK(reviewed < 1);
  CHECK(gain_per_minute({state, Minutes{10}}, today, interview) ==
        Approx((reviewed - without) / 10));
}

TEST_CASE("of two alike the shorter is reviewed first", "[recall]") {
  const auto state = first_state({today - Days{10}, Grade::good});
  const std::vector<Card> cards{{state, Minutes{25}}, {state, Minutes{5}}};
  const auto found = course(cards, today, interview, half_an_hour, {}, Order::target);
  CHECK(found.today == std::vector<std::size_t>{1, 0});
}

TEST_CASE("what was reviewed today is left alone", "[recall]") {
  const std::vector<Card> cards{{first_state({today, Grade::again}), Minutes{5}}};
  const auto found = course(cards, today, today + Days{1}, half_an_hour, {}, Order::target);
  CHECK(found.today.empty());
  CHECK(found.gain == 0);
}

TEST_CASE("something that isn't due yet may gain the most", "[recall]") {
  const std::vector<Card> cards{{first_state({today - Days{1}, Grade::good}), Minutes{5}}};
  CHECK(course(cards, today, interview, half_an_hour, {}, Order::plain).today.empty());
  CHECK(course(cards, today, interview, half_an_hour, {}, Order::target).today.size() == 1);
}

TEST_CASE("the plain order stands where it is better", "[recall]") {
  Chance chance(1);
  int worse = 0;
  for (int i = 0; i < 1'000 && worse < 5; ++i) {
    const auto deck = any_deck(chance);
    const auto plain = course(deck, today, interview, half_an_hour, {}, Order::plain);
    const auto greedy = course(deck, today, interview, half_an_hour, {}, Order::target);
    if (greedy.gain >= plain.gain) continue;
    ++worse;
    const auto best = best_course(deck, today, interview, half_an_hour, {});
    CHECK(best.gain == plain.gain);
    CHECK(best.today == plain.today);
  }
  CHECK(worse == 5);
}

TEST_CASE("what is used up of today's room is missing today alone", "[recall]") {
  const auto state = first_state({today - Days{10}, Grade::good});
  const std::vector<Card> cards{{state, Minutes{10}}, {state, Minutes{10}}, {state, Minutes{10}}};
  const auto whole = best_course(cards, today, interview, half_an_hour, {});
  const auto rest = best_course(cards, today, interview, half_an_hour, {}, Room{Minutes{10}});
  CHECK(whole.today.size() == 3);
  CHECK(rest.today.size() == 1);
  CHECK(rest.gain > 0);
}

TEST_CASE("in 1,000 decks the order for a day is at least as good there as the plain one",
          "[recall]") {
  Chance chance(20261201);
  int better = 0;
  for (int i = 0; i < 1'000; ++i) {
    const auto deck = any_deck(chance);
    const auto plain = course(deck, today, interview, half_an_hour, {}, Order::plain);
    const auto best = best_course(deck, today, interview, half_an_hour, {});
    REQUIRE(best.gain >= plain.gain);
    if (best.gain > plain.gain + 1e-9) ++better;
  }
  CHECK(better > 900);
}

}  // namespace
}  // namespace gradus::recall::outlook_test
