#pragma once

#include "gradus/calendar/date.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

// The program's wording of single values, written anew from its JSON.
namespace gradus::testing::by_json {

using nlohmann::json;
using Lines = std::vector<std::string>;

[[nodiscard]] std::string title_of(const json& id);
[[nodiscard]] std::string duration(const json& minutes);
[[nodiscard]] calendar::Date date(const json& iso);
[[nodiscard]] std::string day(const json& iso);
[[nodiscard]] std::string text(const json& value);
[[nodiscard]] std::string counted(const json& number, const std::string& noun);
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, const char* by);
[[nodiscard]] std::string number_or_none(const json& number);
[[nodiscard]] std::string done_of(const json& done, const json& all);
[[nodiscard]] std::string hours_of(const json& of);
[[nodiscard]] std::string slip(const json& days);
[[nodiscard]] std::string done(const json& actual, const json& planned);
[[nodiscard]] std::string hours_bar(const json& of);
[[nodiscard]] std::string span(const json& of);
// A week's title, with the modules that begin in it.
[[nodiscard]] std::string week_title(const json& week);
void add_problems_bar(Lines& lines, const json& of);
// "2 of 3 problems, 1 missing"
[[nodiscard]] std::string outcome(const json& criterion);
[[nodiscard]] std::string have_of_need(const json& criterion);
[[nodiscard]] std::string met(const json& number, const json& total);

}  // namespace gradus::testing::by_json
