#include "decisions/sampler.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace gradus::decisions {
namespace {

using rules::FactValue;

constexpr double widest_without_range = 10;  // times the largest threshold

struct CollectThresholds {
  std::map<std::string, std::vector<double>, std::less<>>& thresholds;

  void operator()(const rules::OnFact& on) const {
    for (const auto& test : on.tests) {
      if (const auto* within = std::get_if<rules::Within>(&test))
        for (const auto& bound : {within->lt, within->le, within->gt, within->ge})
          if (bound) thresholds[on.name].push_back(*bound);
      if (const auto* one = std::get_if<rules::IsOneOf>(&test))
        for (const auto& value : one->values)
          if (const auto* number = std::get_if<double>(&value))
            thresholds[on.name].push_back(*number);
    }
  }
  void operator()(const rules::AllOf& all) const { each(all.parts); }
  void operator()(const rules::AnyOf& any) const { each(any.parts); }
  void each(const std::vector<rules::Condition>& parts) const {
    for (const auto& part : parts) std::visit(*this, part.form);
  }
};

// Two digits are enough for a question to read well.
double with_two_digits(double number) {
  if (number == 0) return 0;
  const double unit = std::pow(10, std::floor(std::log10(std::abs(number))) - 1);
  return unit >= 1 ? std::round(number / unit) * unit
                   : std::round(number * std::round(1 / unit)) / std::round(1 / unit);
}

Range range_of(const Input& input, const std::vector<double>& thresholds) {
  if (input.range) return *input.range;
  const double most = thresholds.empty() ? widest_without_range : std::ranges::max(thresholds);
  return {0, widest_without_range * std::max(most, 1.0)};
}

// The smallest step that makes a difference to somebody.
double step_of(const Range& range) {
  return range.most - range.least <= 1 ? 0.05 : 1;
}

// Whether people would answer with a whole number.
bool is_whole(const Range& range, const std::vector<double>& thresholds) {
  const auto whole = [](double number) { return number == std::floor(number); };
  return range.most - range.least > 1 && whole(range.least) && whole(range.most) &&
         std::ranges::all_of(thresholds, whole);
}

// Without the digits that a sum of shares brings along.
double without_dust(double number) {
  constexpr double finest = 1e6;
  return std::round(number * finest) / finest;
}

Value as_value(const FactValue& value) {
  return std::visit([](const auto& each) { return Value(each); }, value);
}

}  // namespace

Sampler::Sampler(const Table& table, std::uint64_t seed) : table_(table), draw_(seed) {
  for (const auto& row : table.rows) std::visit(CollectThresholds{thresholds_}, row.when.form);
}

std::optional<Values> Sampler::any() {
  Values values;
  for (const auto& input : table_.inputs) {
    auto value = draw(input);
    if (!value) return std::nullopt;
    values.emplace(input.id, std::move(*value));
  }
  return values;
}

std::optional<Values> Sampler::towards(const Row& row) {
  auto values = any();
  if (values) meet(row.when, *values);
  return values;
}

std::vector<double> Sampler::beside_thresholds(const Input& input) const {
  const auto found = thresholds_.find(input.id);
  if (found == thresholds_.end()) return {};
  const auto range = range_of(input, found->second);
  const auto step = step_of(range);
  std::vector<double> numbers;
  numbers.reserve(found->second.size() * 3);
  for (const auto threshold : found->second)
    for (const auto number : {threshold - step, threshold, threshold + step})
      if (number >= range.least && number <= range.most) numbers.push_back(without_dust(number));
  return numbers;
}

std::optional<Value> Sampler::draw(const Input& input) {
  switch (input.kind) {
    case InputKind::yes:
      return draw_.below(2) == 1;
    case InputKind::one:
      return pick(input.of);
    case InputKind::some: {
      constexpr std::size_t most_chosen = 3;
      Words left = input.of;
      Words chosen;
      const auto count = 1 + draw_.below(std::min(most_chosen, left.size()));
      for (std::size_t i = 0; i < count; ++i) {
        const auto place = std::next(left.begin(), static_cast<long>(draw_.below(left.size())));
        chosen.push_back(std::move(*place));
        left.erase(place);
      }
      return chosen;
    }
    case InputKind::number:
      return draw_number(input);
    case InputKind::list:
      break;
  }
  return std::nullopt;
}

double Sampler::draw_number(const Input& input) {
  const auto& known = thresholds_[input.id];
  const auto range = range_of(input, known);
  const auto step = step_of(range);
  const bool whole = is_whole(range, known);
  const auto clamped = [&](double number) {
    return std::clamp(whole ? std::round(number) : without_dust(number), range.least, range.most);
  };
  if (!known.empty()) {
    const auto x = pick(known);
    return clamped(pick(std::array{x - step, x, x + step, with_two_digits(x / 2), x * 2}));
  }
  // Evenly among sizes: 3, 40 and 900 are as likely as each other.
  constexpr std::size_t sizes = 12;
  const double least = std::max(range.least, step);
  const double share = static_cast<double>(draw_.below(sizes + 1)) / sizes;
  if (range.most <= least) return range.least;
  return clamped(with_two_digits(least * std::pow(range.most / least, share)));
}

double Sampler::within(const rules::Within& bounds, const Input& input) {
  const auto range = range_of(input, thresholds_[input.id]);
  const auto step = step_of(range);
  double least = range.least;
  double most = range.most;
  if (bounds.ge) least = std::max(least, *bounds.ge);
  if (bounds.gt) least = std::max(least, *bounds.gt + step);
  if (bounds.le) most = std::min(most, *bounds.le);
  if (bounds.lt) most = std::min(most, *bounds.lt - step);
  return without_dust(draw_.below(2) == 1 ? least : most);
}

void Sampler::meet(const rules::Condition& condition, Values& values) {
  if (const auto* on = std::get_if<rules::OnFact>(&condition.form)) {
    const auto input = std::ranges::find(table_.inputs, on->name, &Input::id);
    if (input != table_.inputs.end()) meet(*on, *input, values);
  } else if (const auto* all = std::get_if<rules::AllOf>(&condition.form)) {
    for (const auto& part : all->parts) meet(part, values);
  } else if (const auto* any = std::get_if<rules::AnyOf>(&condition.form)) {
    meet(pick(any->parts), values);
  }
}

void Sampler::meet(const rules::OnFact& on, const Input& input, Values& values) {
  auto& value = values[input.id];
  for (const auto& test : on.tests) {
    if (const auto* one = std::get_if<rules::IsOneOf>(&test)) {
      value = as_value(pick(one->values));
    } else if (const auto* bounds = std::get_if<rules::Within>(&test)) {
      value = within(*bounds, input);
    } else if (const auto* only = std::get_if<rules::Only>(&test)) {
      value = only->words;
    } else if (const auto* has = std::get_if<rules::Has>(&test)) {
      auto* words = std::get_if<Words>(&value);
      if (words && std::ranges::find(*words, has->word) == words->end())
        words->push_back(has->word);
    }
  }
}

}  // namespace gradus::decisions
