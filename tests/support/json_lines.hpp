#pragma once

#include "support/json_words.hpp"

#include <cstddef>

// The lines of each text that hold a number, as gradus::testing::figures has them, written from the
// JSON of the same command.
namespace gradus::testing::by_json {

[[nodiscard]] Lines plan_lines(const json& plan);
// `weeks`: how many the plan has.
[[nodiscard]] Lines week_lines(const json& week, std::size_t weeks);
[[nodiscard]] Lines today_lines(const json& today, const json& plan);
[[nodiscard]] Lines report_lines(const json& report);
[[nodiscard]] Lines review_lines(const json& review);

}  // namespace gradus::testing::by_json
