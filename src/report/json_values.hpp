#pragma once

#include "gradus/insight/hours.hpp"
#include "gradus/insight/week_values.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/rules/gate.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

// Pieces that several JSON answers share. Keys keep the order in which they are set.
namespace gradus::report {

using Json = nlohmann::ordered_json;

// The document, indented, with a line end. Bytes that are not UTF-8 become U+FFFD; characters that
// could control a terminal are escaped.
[[nodiscard]] std::string to_text(const Json& json);

// Null if it is unknown or not finite; without a needless fraction (30, not 30.0).
[[nodiscard]] Json number(std::optional<double> value);
[[nodiscard]] Json text_or_null(const std::optional<std::string>& text);
[[nodiscard]] Json date_or_null(const std::optional<calendar::Date>& date);

template <class Id>
[[nodiscard]] Json ids(const std::vector<Id>& list) {
  auto json = Json::array();
  for (const auto& id : list) json.push_back(id.text());
  return json;
}

[[nodiscard]] Json to_json(const calendar::Slot& slot);
[[nodiscard]] Json to_json(const plan::Block& block);
[[nodiscard]] Json to_json(const std::vector<plan::Block>& blocks);
// A week as `week --json` prints it.
[[nodiscard]] Json to_json(const insight::WeekValues& week);
// The part of it that a row of the plan shares: all but its problems and artefacts.
[[nodiscard]] Json week_row(const insight::WeekValues& week);
// Adds sums under the keys that weeks, tiers and the whole plan use.
void add_amounts(Json& json, const insight::Amounts& amounts);
// Adds `minutes`, and those of each kind.
void add_minutes(Json& json, const curriculum::WeekMinutes& minutes);
[[nodiscard]] Json to_json(const std::vector<insight::CalendarWeek>& weeks);
[[nodiscard]] Json to_json(const rules::CriterionResult& criterion);
[[nodiscard]] Json to_json(const std::vector<rules::CriterionResult>& criteria);
// Without the entries that are its evidence, which hold notes and paths.
[[nodiscard]] Json public_json(const rules::Verdict& verdict);
[[nodiscard]] Json to_json(const rules::Verdict& verdict);

}  // namespace gradus::report
