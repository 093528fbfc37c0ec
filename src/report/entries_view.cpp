#include "gradus/calendar/duration.hpp"
#include "gradus/report/lists.hpp"
#include "gradus/report/views.hpp"
#include "gradus/report/writers.hpp"
#include "gradus/text/plural.hpp"

#include "report/entry_text.hpp"
#include "report/text_width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
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

// "19:05"; "00:20+1" on the calendar day after the entry's.
std::string time_text(const journal::Entry& entry) {
  if (!entry.at) return "";
  return entry.at->time.text() + (entry.at->on == entry.on ? "" : "+1");
}

std::vector<Cell> row(const ListedEntry& listed, const OptionalColumns& with) {
  const auto& entry = listed.entry;
  std::vector<Cell> cells{{listed.short_id}, {entry.on.iso()}};
  if (with.times) cells.push_back({time_text(entry)});
  cells.push_back({type_text(entry)});
  cells.push_back({entry_text(entry)});
  cells.push_back({place_text(entry)});
  if (with.notes) cells.push_back({cut_at_word(visible(entry.note), note_width)});
  return cells;
}

// "12 entries: 5h30m of study, 4 problems in 40m".
std::string totals(const insight::EntrySums& sums) {
  std::vector<std::string> parts;
  if (sums.minutes > calendar::Minutes{0})
    parts.push_back(calendar::format_duration(sums.minutes) + " of study");
  if (sums.problems > 0)
    parts.push_back(fmt::format("{} in {}", text::counted(sums.problems, "problem"),
                                calendar::format_duration(sums.problem_minutes)));
  return fmt::format("{}{}{}", text::counted(sums.entries, "entry", "entries"),
                     parts.empty() ? "" : ": ", fmt::join(parts, ", "));
}

// Of what is listed, which `these` introduces; where that is not all, of both.
std::string totals_line(const insight::ListedSums& sums, std::string_view these) {
  const auto& [listed, all] = sums;
  if (!all) return fmt::format("{} {}. More with a higher --limit", these, totals(listed));
  if (listed == *all) return totals(*all);
  return fmt::format("{} {}. In all {}. More with a higher --limit", these, totals(listed),
                     totals(*all));
}

// A number, or nothing for none.
std::string amount(std::size_t number) {
  return number == 0 ? "" : std::to_string(number);
}
std::string amount(calendar::Minutes minutes) {
  return minutes == calendar::Minutes{0} ? "" : calendar::format_duration(minutes);
}

}  // namespace

Document view(const std::vector<insight::SumRow>& rows, insight::SumBy by,
              const insight::ListedSums& total) {
  Table table{{{std::string(name(by)), Align::left, true},
               {"study", Align::right},
               {"problems", Align::right},
               {"in", Align::right},
               {"entries", Align::right}},
              {}};
  for (const auto& [key, sums] : rows)
    table.rows.push_back({{key.value_or("-")},
                          {amount(sums.minutes)},
                          {amount(sums.problems)},
                          {amount(sums.problem_minutes)},
                          {std::to_string(sums.entries)}});
  return {{std::move(table), Paragraph{totals_line(total, "Listed here:")}}};
}

Document view(const std::vector<ListedEntry>& entries, const insight::ListedSums& sums) {
  if (entries.empty()) return {{Paragraph{"No entries."}}};
  const OptionalColumns with{
      .times = std::ranges::any_of(entries, [](const auto& e) { return e.entry.at.has_value(); }),
      .notes = std::ranges::any_of(entries, [](const auto& e) { return !e.entry.note.empty(); })};
  auto table = empty_table(with);
  for (const auto& listed : entries) table.rows.push_back(row(listed, with));
  return {{std::move(table), Paragraph{totals_line(sums, "The newest")}}};
}

}  // namespace gradus::report
