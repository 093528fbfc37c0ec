#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/named.hpp"

#include <array>
#include <compare>
#include <optional>
#include <span>
#include <string_view>

namespace gradus::recall {

using calendar::Date;
using calendar::Days;

// How well something was recalled. The numbers are those of `review` entries.
enum class Grade { again = 1, hard, good, easy };
inline constexpr auto grades = named<Grade>(
    {{Grade::again, "again"}, {Grade::hard, "hard"}, {Grade::good, "good"}, {Grade::easy, "easy"}});
[[nodiscard]] inline std::string_view name(Grade grade) {
  return grades.name(grade);
}
// 1 to 4; nullopt for another number.
[[nodiscard]] std::optional<Grade> grade_of(int number);

// The share of things that are to be recalled when they come up again. A higher one makes them come
// up more often: 0.95 takes two and a half times the reviews of 0.9.
class Retention {
 public:
  static constexpr double least = 0.8;
  static constexpr double most = 0.95;
  static constexpr double usual = 0.9;

  Retention() : Retention(usual) {}
  // nullopt for a share outside `least` to `most`.
  [[nodiscard]] static std::optional<Retention> of(double share);

  // What a stability is multiplied with for the days until recall has fallen to the share.
  [[nodiscard]] double days_per_stability() const { return days_per_stability_; }

 private:
  explicit Retention(double share);
  double days_per_stability_;
};

// The version of the algorithm and of its parameters: what a store keeps beside states that were
// computed with it.
inline constexpr std::string_view algorithm = "FSRS-6 long-term, default parameters";

struct Memory {
  double stability;   // days until the probability of recall has fallen to 0.9
  double difficulty;  // 1 to 10
  [[nodiscard]] friend bool operator==(const Memory&, const Memory&) = default;
};

inline constexpr Days longest_interval{36'500};

// The probability of recall, 1 on the day of the last review.
[[nodiscard]] double retrievability(double stability, Days since);

struct Graded {
  Date on;
  Grade grade;
};

// What is known about one thing that was learnt, after its last review. It is the same for every
// retention.
struct State {
  Memory memory;
  Date last;    // the day of the last grade that counted
  Grade grade;  // that grade
  // The stability that each of the four grades would have led to: their intervals keep a day's
  // distance from each other (see interval).
  std::array<double, 4> stabilities;

  [[nodiscard]] friend bool operator==(const State&, const State&) = default;
};

// After the first grade, and after a later one. A day before the last counts as that day.
[[nodiscard]] State first_state(const Graded& graded);
[[nodiscard]] State next_state(const State& state, const Graded& graded);
// After a log in the order of its days. Only the first grade of a day counts; so does none of a day
// before one that counted. nullopt for an empty log.
[[nodiscard]] std::optional<State> replay(std::span<const Graded> log);

// Days from the last review to the next: those in which recall falls to the retention, rounded half
// up, at least 1, at most longest_interval. As ts-fsrs does it, the four grades lead to different
// intervals: again comes no later than hard, hard before good, good before easy, by a day at least.
[[nodiscard]] Days interval(const State& state, const Retention& retention);
[[nodiscard]] Date due(const State& state, const Retention& retention);
// On a day; 1 on days before the last review.
[[nodiscard]] double retrievability(const State& state, Date on);

}  // namespace gradus::recall
