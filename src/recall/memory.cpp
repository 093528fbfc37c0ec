#include "gradus/recall/memory.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace gradus::recall {
namespace {

// The parameters of FSRS-6, fitted by its authors to some hundred million reviews of flash cards:
// https://github.com/open-spaced-repetition/ts-fsrs, version 5.4.2. 17 to 19 are for reviews
// minutes apart, which the long-term scheduler doesn't know.
constexpr std::array<double, 21> w{0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
                                   0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
                                   1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};
constexpr double decay = -w[20];
constexpr double least_stability = 0.001;
constexpr double most_stability = 36'500;
constexpr double least_first_stability = 0.1;

// The reference rounds what it keeps; so states that come about in the same way are equal.
double rounded(double value) {
  constexpr double places = 1e8;
  return std::floor(value * places + 0.5) / places;
}

// Such that recall is 0.9 when as many days have passed as the stability says.
const double factor = rounded(std::pow(0.9, 1 / decay) - 1);

int number(Grade grade) {
  return static_cast<int>(grade);
}

std::size_t index(Grade grade) {
  return static_cast<std::size_t>(grade) - 1;
}

double first_stability(Grade grade) {
  return std::max(w.at(index(grade)), least_first_stability);
}

// May lie outside of 1 to 10: what difficulties slowly return to is not a difficulty itself.
double first_difficulty(Grade grade) {
  return rounded(w[4] - std::exp((number(grade) - 1) * w[5]) + 1);
}

double clamped_difficulty(double difficulty) {
  return std::clamp(difficulty, 1.0, 10.0);
}

double next_difficulty(double difficulty, Grade grade) {
  const double change = -w[6] * (number(grade) - 3);
  const double next = difficulty + rounded(change * (10 - difficulty) / 9);
  return clamped_difficulty(rounded(w[7] * first_difficulty(Grade::easy) + (1 - w[7]) * next));
}

double clamped_stability(double stability) {
  return rounded(std::clamp(stability, least_stability, most_stability));
}

double recalled_stability(const Memory& memory, double recall, Grade grade) {
  const auto& [stability, difficulty] = memory;
  double gain = std::exp(w[8]) * (11 - difficulty) * std::pow(stability, -w[9]) *
                (std::exp((1 - recall) * w[10]) - 1);
  if (grade == Grade::hard) gain *= w[15];
  if (grade == Grade::easy) gain *= w[16];
  return clamped_stability(stability * (1 + gain));
}

double forgotten_stability(const Memory& memory, double recall) {
  const auto& [stability, difficulty] = memory;
  const double after = w[11] * std::pow(difficulty, -w[12]) * (std::pow(stability + 1, w[13]) - 1) *
                       std::exp((1 - recall) * w[14]);
  return std::min(clamped_stability(after), rounded(stability));
}

double days_until(double stability, const Retention& retention) {
  const double days = std::floor(stability * retention.days_per_stability() + 0.5);
  return std::clamp(days, 1.0, static_cast<double>(longest_interval.count()));
}

}  // namespace

std::optional<Grade> grade_of(int number) {
  if (number < 1 || number > static_cast<int>(grades.size())) return std::nullopt;
  return static_cast<Grade>(number);
}

Retention::Retention(double share)
    : days_per_stability_(rounded((std::pow(share, 1 / decay) - 1) / factor)) {}

std::optional<Retention> Retention::of(double share) {
  if (share >= least && share <= most) return Retention(share);  // false for NaN
  return std::nullopt;
}

double retrievability(double stability, Days since) {
  const auto days = static_cast<double>(std::max(since, Days{0}).count());
  return rounded(std::pow(1 + factor * days / stability, decay));
}

State first_state(const Graded& graded) {
  const auto& [on, grade] = graded;
  State state{{first_stability(grade), clamped_difficulty(first_difficulty(grade))}, on, grade, {}};
  for (const auto each : grades) state.stabilities.at(index(each)) = first_stability(each);
  return state;
}

State next_state(const State& state, const Graded& graded) {
  const auto& memory = state.memory;
  const auto on = std::max(graded.on, state.last);
  const double recall = retrievability(memory.stability, on - state.last);
  State next{memory, on, graded.grade, {}};
  for (const auto each : grades)
    next.stabilities.at(index(each)) = each == Grade::again
                                           ? forgotten_stability(memory, recall)
                                           : recalled_stability(memory, recall, each);
  next.memory = {next.stabilities.at(index(graded.grade)),
                 next_difficulty(memory.difficulty, graded.grade)};
  return next;
}

std::optional<State> replay(std::span<const Graded> log) {
  std::optional<State> state;
  for (const auto& graded : log) {
    if (!state)
      state = first_state(graded);
    else if (graded.on > state->last)
      state = next_state(*state, graded);
  }
  return state;
}

Days interval(const State& state, const Retention& retention) {
  const auto days_of = [&](Grade grade) {
    return days_until(state.stabilities.at(index(grade)), retention);
  };
  double days = std::min(days_of(Grade::again), days_of(Grade::hard));
  for (const auto grade : {Grade::hard, Grade::good, Grade::easy}) {
    if (grade > state.grade) break;
    days = std::max(days_of(grade), days + 1);
  }
  return std::min(Days{static_cast<Days::rep>(days)}, longest_interval);
}

Date due(const State& state, const Retention& retention) {
  const auto days = interval(state, retention);
  // Nothing comes up after the calendar's last day.
  return days > Date::last() - state.last ? Date::last() : state.last + days;
}

double retrievability(const State& state, Date on) {
  return retrievability(state.memory.stability, on - state.last);
}

}  // namespace gradus::recall
