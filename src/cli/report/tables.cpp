#include "cli/report/tables.hpp"

#include "gradus/exchange/csv.hpp"
#include "gradus/report/sheets.hpp"
#include "gradus/report/writers.hpp"
#include "gradus/store/entries.hpp"

#include <optional>
#include <utility>
#include <variant>

namespace gradus::cli {
namespace {

using Cells = std::vector<std::string>;

CsvTable table_of(report::Sheet sheet) {
  const auto heading = exchange::csv_row(sheet.columns);
  return {sheet.name, heading, heading,
          [rows = std::move(sheet.rows)](const CsvTable::Visit& visit) {
            for (const auto& row : rows) visit(exchange::csv_row(row));
          }};
}

Cells session_cells(const journal::Entry& entry, const journal::Session& what, bool with_note) {
  Cells cells{entry.on.iso(),
              entry.at ? entry.at->iso() : "",
              entry.week ? entry.week->text() : "",
              entry.tier ? entry.tier->text() : "",
              std::to_string(what.minutes.count()),
              std::string(name(what.kind)),
              what.topic ? what.topic->text() : ""};
  if (with_note) cells.push_back(report::visible(entry.note));
  return cells;
}

CsvTable sessions_table(const store::Store& store, const track::LoadedTrack& track,
                        const std::optional<curriculum::TierId>& only_tier, bool with_notes) {
  Cells columns{"on", "at", "week", "tier", "minutes", "kind", "topic"};
  const auto without_notes = exchange::csv_row(columns);
  if (with_notes) columns.emplace_back("note");
  return {"sessions", exchange::csv_row(columns), without_notes,
          [&store, &track, only_tier, with_notes](const CsvTable::Visit& visit) {
            store::each_entry(store, track.id, [&](const journal::Entry& entry) {
              if (only_tier && entry.tier != only_tier) return;
              if (const auto* const what = std::get_if<journal::Session>(&entry.what))
                visit(exchange::csv_row(session_cells(entry, *what, with_notes)));
            });
          }};
}

}  // namespace

std::vector<CsvTable> csv_tables(const insight::ProgressReport& progress, const store::Store& store,
                                 const track::LoadedTrack& track, bool with_notes) {
  std::vector<CsvTable> tables;
  tables.reserve(report_tables.size());
  for (auto& sheet : report::sheets(progress)) tables.push_back(table_of(std::move(sheet)));
  tables.push_back(sessions_table(store, track, progress.only_tier, with_notes));
  return tables;
}

}  // namespace gradus::cli
