#include "decisions/expression.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <numeric>
#include <set>
#include <string>

namespace gradus::decisions {
namespace {

constexpr int most_places = 12;

template <class Kind>
const Kind* known_as(const std::string& name, const Values& known) {
  const auto found = known.find(name);
  return found == known.end() ? nullptr : std::get_if<Kind>(&found->second);
}

std::optional<double> number(const std::string& name, const Values& known) {
  const auto* value = known_as<double>(name, known);
  return value ? std::optional(*value) : std::nullopt;
}

// How many different options were chosen: of these, or, `without` them, of all others.
std::optional<double> chosen(const Operation& operation, const Values& known) {
  const auto* words = known_as<Words>(operation.list, known);
  if (!words) return std::nullopt;
  const std::set<std::string> different(words->begin(), words->end());
  if (!operation.options) return static_cast<double>(different.size());
  const auto& options = *operation.options;
  const auto listed = std::ranges::count_if(different, [&](const std::string& word) {
    return std::ranges::find(options, word) != options.end();
  });
  const auto count = static_cast<double>(listed);
  return operation.op == Operator::count ? count : static_cast<double>(different.size()) - count;
}

// Halves go to the even neighbour of the number as it is stored, which is what printing it does.
double rounded(double value, double places) {
  const auto digits = std::clamp(static_cast<int>(places), 0, most_places);
  return std::strtod(fmt::format("{:.{}f}", value, digits).c_str(), nullptr);
}

std::optional<double> of_numbers(Operator op, const Numbers& x) {
  const auto some = [&](auto pick) -> std::optional<double> {
    return x.empty() ? std::nullopt : std::optional<double>(pick());
  };
  const auto sum = [&] { return std::accumulate(x.begin(), x.end(), 0.0); };
  switch (op) {
    case Operator::sum:
      return sum();
    case Operator::product:
      return std::accumulate(x.begin(), x.end(), 1.0, std::multiplies<>());
    case Operator::minus:
      return x.at(0) - x.at(1);
    case Operator::ratio:
      return x.at(1) == 0 ? std::nullopt : std::optional(x.at(0) / x.at(1));
    case Operator::abs:
      return std::abs(x.at(0));
    case Operator::mean:
      return some([&] { return sum() / static_cast<double>(x.size()); });
    case Operator::min:
      return some([&] { return std::ranges::min(x); });
    case Operator::max:
      return some([&] { return std::ranges::max(x); });
    case Operator::size:
      return static_cast<double>(x.size());
    case Operator::round:
      return rounded(x.at(0), x.at(1));
    case Operator::count:
    case Operator::without:
      break;
  }
  return std::nullopt;
}

std::optional<Numbers> operands(const Operation& operation, const Values& known) {
  if (!operation.list.empty()) {
    const auto* numbers = known_as<Numbers>(operation.list, known);
    return numbers ? std::optional(*numbers) : std::nullopt;
  }
  Numbers numbers;
  numbers.reserve(operation.of.size());
  for (const auto& part : operation.of) {
    const auto value = work_out(part, known);
    if (!value) return std::nullopt;
    numbers.push_back(*value);
  }
  return numbers;
}

struct WorkOut {
  const Values& known;

  std::optional<double> operator()(double value) const { return value; }
  std::optional<double> operator()(const std::string& name) const { return number(name, known); }
  std::optional<double> operator()(const Operation& operation) const {
    if (operation.op == Operator::count || operation.op == Operator::without)
      return chosen(operation, known);
    const auto numbers = operands(operation, known);
    return numbers ? of_numbers(operation.op, *numbers) : std::nullopt;
  }
};

}  // namespace

std::optional<double> work_out(const Expression& expression, const Values& known) {
  const auto value = std::visit(WorkOut{known}, expression.form);
  return value && std::isfinite(*value) ? value : std::nullopt;
}

Words names_in(const Expression& expression) {
  if (const auto* name = std::get_if<std::string>(&expression.form)) return {*name};
  const auto* operation = std::get_if<Operation>(&expression.form);
  if (!operation) return {};
  if (!operation->list.empty()) return {operation->list};
  Words names;
  for (const auto& part : operation->of) {
    const auto more = names_in(part);
    names.insert(names.end(), more.begin(), more.end());
  }
  return names;
}

}  // namespace gradus::decisions
