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
// Text draws the report's charts, Markdown has the tables of their numbers.
enum class Charts { drawn, tables };
[[nodiscard]] Lines report_lines(const json& report, Charts charts);
[[nodiscard]] Lines review_lines(const json& review);

[[nodiscard]] Lines module_list_lines(const json& list);
// `module show` and `module ready`.
[[nodiscard]] Lines module_page_lines(const json& page);
[[nodiscard]] Lines module_gate_lines(const json& gate);
// The parts of the other commands that are about modules.
void add_deep_dives(Lines& lines, const json& week);
void add_module_today(Lines& lines, const json& today);
void add_module_results(Lines& lines, const json& report);

}  // namespace gradus::testing::by_json
