#include "gradus/report/sheets.hpp"

#include "gradus/report/writers.hpp"

#include "report/progress_value.hpp"

#include <utility>

namespace gradus::report {
namespace {

using SheetColumns = std::vector<std::string>;

std::string cell_of(const Json& value) {
  if (value.is_null()) return {};
  return value.is_string() ? visible(value.get_ref<const std::string&>()) : value.dump();
}

void add_rows(Sheet& sheet, const Json& objects) {
  for (const auto& object : objects) {
    std::vector<std::string> row;
    row.reserve(sheet.columns.size());
    for (const auto& column : sheet.columns) row.push_back(cell_of(object.at(column)));
    sheet.rows.push_back(std::move(row));
  }
}

Sheet sheet_of(std::string name, SheetColumns columns, const Json& objects) {
  Sheet sheet{std::move(name), std::move(columns), {}};
  add_rows(sheet, objects);
  return sheet;
}

// Each with its tier in front.
Sheet criteria_sheet(Json tiers) {
  Sheet sheet{"criteria", {"tier", "id", "title", "status", "have", "need", "missing", "unit"}, {}};
  for (auto& tier : tiers) {
    for (auto& criterion : tier.at("criteria")) criterion["tier"] = tier.at("tier");
    add_rows(sheet, tier.at("criteria"));
  }
  return sheet;
}

}  // namespace

std::vector<Sheet> sheets(const insight::ProgressReport& progress) {
  const auto json = progress_value(progress);
  return {sheet_of("weeks",
                   {"number", "week", "tier", "title", "from", "to", "planned_minutes",
                    "actual_minutes", "problems_total", "problems_done", "artefacts_total",
                    "artefacts_done", "done", "gate"},
                   json.at("weeks")),
          criteria_sheet(json.at("tiers")),
          sheet_of("problems",
                   {"topic", "title", "target", "solved", "easy", "medium", "hard", "first_try",
                    "recall"},
                   json.at("topics")),
          sheet_of("artefacts", {"title", "on", "url", "verified"}, json.at("artefacts"))};
}

}  // namespace gradus::report
