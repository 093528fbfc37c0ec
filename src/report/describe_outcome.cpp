#include "gradus/calendar/duration.hpp"
#include "gradus/report/views.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

namespace gradus::report {
namespace {

namespace field = curriculum::field;

// Fields whose lowest, highest, mean or latest value a criterion takes: "score 0.75".
constexpr std::array<std::string_view, 6> fields{
    field::exam_score, field::attempts, field::grade, field::seconds, field::limit_seconds, ""};

std::string amount(double number, const std::string& unit) {
  if (unit == "minutes") {
    const auto minutes = std::llround(number);
    // A mean of minutes may be fractional.
    if (static_cast<double>(minutes) != number) return number_text(number) + "m";
    return calendar::format_duration(calendar::Minutes{minutes});
  }
  return number_text(number);
}

std::string unit_words(double number, const std::string& unit) {
  if (unit == "minutes") return "";
  if (unit == "usd") return " USD";
  const bool one = number == 1 && unit.ends_with('s');
  return " " + (one ? unit.substr(0, unit.size() - 1) : unit);
}

bool is_field(const std::string& unit) {
  return std::ranges::find(fields, unit) != fields.end();
}

// "24 of 30 problems", "score 0.75 of 0.8".
std::string compared(double have, double need, const std::string& unit) {
  const auto text = fmt::format("{} of {}", amount(have, unit), amount(need, unit));
  if (!is_field(unit)) return text + unit_words(need, unit);
  return unit.empty() ? text : unit + " " + text;
}

// "76 problems", "score 0.85".
std::string measured(double have, const std::string& unit) {
  if (!is_field(unit)) return amount(have, unit) + unit_words(have, unit);
  return unit.empty() ? amount(have, unit) : unit + " " + amount(have, unit);
}

// What passed, and the bound it had to meet.
std::string passed(double have, double need, const std::string& unit) {
  const auto bound = amount(need, unit);
  if (amount(have, unit) == bound) return compared(have, need, unit);  // but for rounding
  return measured(have, unit) + ", " + (have > need ? bound + " needed" : "at most " + bound);
}

}  // namespace

std::string have_of_need(const rules::Outcome& outcome) {
  if (!outcome.have) return "no data yet";
  const auto have = *outcome.have;
  if (outcome.unit == "signatures") return have >= 1 ? "signed" : "not signed yet";
  if (outcome.truth == rules::Truth::pass) return passed(have, outcome.need, outcome.unit);
  // Between two bounds `need` is the lower one.
  const auto bound =
      have > outcome.need && outcome.missing ? have - *outcome.missing : outcome.need;
  return compared(have, bound, outcome.unit);
}

std::string describe(const rules::Outcome& outcome) {
  auto text = have_of_need(outcome);
  const bool counted = outcome.have && outcome.unit != "signatures";
  if (!counted || !outcome.missing || outcome.truth == rules::Truth::pass) return text;
  return fmt::format("{}, {} {}", text, amount(*outcome.missing, outcome.unit),
                     *outcome.have > outcome.need ? "over" : "missing");
}

}  // namespace gradus::report
