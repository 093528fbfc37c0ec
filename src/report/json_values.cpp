#include "report/json_values.hpp"

#include "gradus/text/json_escapes.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>

namespace gradus::report {
namespace {

constexpr double exact = 9007199254740992.0;  // 2^53: larger numbers have no fraction to lose

}  // namespace

std::string to_text(const Json& json) {
  return text::with_escapes(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

Json number(std::optional<double> value) {
  if (!value || !std::isfinite(*value)) return nullptr;
  if (*value == std::trunc(*value) && std::abs(*value) < exact) {
    return static_cast<std::int64_t>(*value);
  }
  // 0.8 - 0.75 is 0.05 for people.
  return std::round(*value * 1e6) / 1e6;
}

Json text_or_null(const std::optional<std::string>& text) {
  return text ? Json(*text) : Json(nullptr);
}

Json date_or_null(const std::optional<calendar::Date>& date) {
  return date ? Json(date->iso()) : Json(nullptr);
}

Json to_json(const calendar::Slot& slot) {
  return {{"at", slot.at ? Json(slot.at->text()) : Json()},
          {"minutes", slot.length.count()},
          {"kind", slot.hint ? Json(calendar::name(*slot.hint)) : Json()}};
}

Json to_json(const plan::Block& block) {
  Json json{{"on", block.on.iso()},
            {"at", block.at ? Json(block.at->text()) : Json(nullptr)},
            {"minutes", block.minutes.count()},
            {"kind", name(block.kind)}};
  if (block.past) json["past"] = true;
  return json;
}

Json to_json(const std::vector<plan::Block>& blocks) {
  auto json = Json::array();
  for (const auto& block : blocks) json.push_back(to_json(block));
  return json;
}

void add_minutes(Json& json, const curriculum::WeekMinutes& minutes) {
  json["minutes"] = minutes.total().count();
  for (const auto kind : calendar::block_kinds)
    json[fmt::format("{}_minutes", calendar::name(kind))] = minutes.of(kind).count();
}

Json to_json(const std::vector<insight::CalendarWeek>& weeks) {
  auto json = Json::array();
  for (const auto& week : weeks)
    add_minutes(json.emplace_back(Json{{"week_of", week.monday.iso()}}), week.minutes);
  return json;
}

}  // namespace gradus::report
