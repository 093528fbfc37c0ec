#include "gradus/store/import_batch.hpp"

#include "store/entry_row.hpp"
#include "store/import_batch.hpp"
#include "store/statement.hpp"

#include <string>

namespace gradus::store {
namespace {

// `rehearsed`: the entries that the store does not have. `buried`: the removals; without a time
// where an entry came back.
constexpr auto make_rehearsed =
    "CREATE TEMP TABLE rehearsed AS SELECT * FROM entry WHERE false;"
    "CREATE UNIQUE INDEX temp.rehearsed_by_id ON rehearsed (id);"
    "CREATE TEMP TABLE buried (id TEXT PRIMARY KEY, changed INTEGER) STRICT, WITHOUT ROWID";

}  // namespace

RehearsedBatch::RehearsedBatch(const Store& store, TrackId track, const Intent& intent)
    : ImportBatch(store, track, intent) {
  store.connection().execute(make_rehearsed);
}

std::optional<ImportBatch::Row> RehearsedBatch::find(const journal::EntryId& id) const {
  static const std::string select = select_from("temp.rehearsed");
  if (auto rehearsed = row(select, id)) return rehearsed;
  if (removed_at(id)) return std::nullopt;
  return stored(id);
}

bool RehearsedBatch::add(const journal::Entry& entry) {
  const bool known = !removed_at(entry.id) && stored(entry.id);
  return !known && insert_entry(store(), track(), entry, {}, "temp.rehearsed");
}

void RehearsedBatch::replace(const Row&, const journal::Entry& entry) {
  Statement(store(), "DELETE FROM temp.rehearsed WHERE id = ?", entry.id).run();
  (void)insert_entry(store(), track(), entry, {}, "temp.rehearsed");
}

std::optional<calendar::Instant> RehearsedBatch::find_removal(const journal::EntryId& id) const {
  Statement found(store(), "SELECT changed FROM temp.buried WHERE id = ?", id);
  return found.next() ? found.get<std::optional<calendar::Instant>>(0) : stored_removal(id);
}

void RehearsedBatch::bury(const journal::Removal& removal, const std::optional<Row>&) {
  Statement(store(), "DELETE FROM temp.rehearsed WHERE id = ?", removal.id).run();
  Statement(store(), "INSERT OR REPLACE INTO temp.buried (id, changed) VALUES (?, ?)", removal.id,
            removal.changed)
      .run();
}

void RehearsedBatch::exhume(const journal::EntryId& id) {
  Statement(store(), "INSERT OR REPLACE INTO temp.buried (id, changed) VALUES (?, NULL)", id).run();
}

}  // namespace gradus::store
