#include "gradus/report/views.hpp"
#include "gradus/report/writers.hpp"

#include "report/entry_text.hpp"
#include "report/text_width.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace gradus::report {
namespace {

constexpr std::size_t note_width = 72;  // columns; --json has the whole note

std::string type_text(const journal::Entry& entry) {
  std::string text(curriculum::name(entry.type()));
  std::ranges::replace(text, '_', ' ');
  return text;
}

std::string place_text(const journal::Entry& entry) {
  auto tier = entry.tier ? entry.tier->text() : std::string();
  if (!entry.week) return tier;
  return tier.empty() ? entry.week->text() : tier + " " + entry.week->text();
}

// Columns shown only if some entry fills them.
struct OptionalColumns {
  bool times;
  bool notes;
};

Table empty_table(const OptionalColumns& with) {
  // Right-aligned columns are never cut: ids and dates must stay whole.
  Table table{{{"id", Align::right}, {"on", Align::right}}, {}};
  if (with.times) table.columns.push_back({"at"});
  table.columns.insert(table.columns.end(), {{"type"}, {"what"}, {"for"}});
  if (with.notes) table.columns.push_back({"note"});
  return table;
}

std::vector<Cell> row(const ListedEntry& listed, const OptionalColumns& with) {
  const auto& entry = listed.entry;
  std::vector<Cell> cells{{listed.short_id}, {entry.on.iso()}};
  if (with.times) cells.push_back({entry.at ? entry.at->time.text() : ""});
  cells.push_back({type_text(entry)});
  cells.push_back({entry_text(entry)});
  cells.push_back({place_text(entry)});
  if (with.notes) cells.push_back({cut(visible(entry.note), note_width)});
  return cells;
}

}  // namespace

Document view(const std::vector<ListedEntry>& entries) {
  if (entries.empty()) return {{Paragraph{"No entries."}}};
  const OptionalColumns with{
      .times = std::ranges::any_of(entries, [](const auto& e) { return e.entry.at.has_value(); }),
      .notes = std::ranges::any_of(entries, [](const auto& e) { return !e.entry.note.empty(); })};
  auto table = empty_table(with);
  for (const auto& listed : entries) table.rows.push_back(row(listed, with));
  return {{std::move(table)}};
}

}  // namespace gradus::report
