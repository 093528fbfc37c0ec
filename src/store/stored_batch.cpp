#include "gradus/store/import_batch.hpp"

#include "store/change_recorder.hpp"
#include "store/entry_row.hpp"
#include "store/history.hpp"
#include "store/import_batch.hpp"
#include "store/statement.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace gradus::store {
namespace {

// A table whose rows a batch marks with its step, and the table for the rows it replaced or, once
// it is undone, the rows it brought.
struct Marked {
  std::string_view table;
  std::string_view aside;
  std::string_view key;
  std::string columns;
};

const Marked& marked_entries() {
  static const Marked entries{
      "entry", "set_aside", "id",
      fmt::format("seq, track, batch, tally, title_key, {}", entry_columns())};
  return entries;
}

const Marked& marked_removals() {
  static const Marked removals{"removed", "removed_aside", "track, id",
                               "track, id, changed, batch"};
  return removals;
}

// `which` is a condition on the rows of the table, with ?1 for the step and ?2, ... for `more`.
template <class... More>
void set_aside(const Store& store, const Marked& marked, std::int64_t step, std::string_view which,
               const More&... more) {
  Statement(store,
            fmt::format("INSERT INTO {} (step, {}) SELECT ?1, {} FROM {} WHERE {}", marked.aside,
                        marked.columns, marked.columns, marked.table, which),
            step, more...)
      .run();
  Statement(store, fmt::format("DELETE FROM {} WHERE {}", marked.table, which), step, more...)
      .run();
}

// `which` is a condition on the step's rows that were set aside.
void put_back(const Store& store, const Marked& marked, std::int64_t step, std::string_view which) {
  Statement(store,
            fmt::format("INSERT INTO {0} ({1}) SELECT {1} FROM {2} WHERE step = ?1 AND {3}",
                        marked.table, marked.columns, marked.aside, which),
            step)
      .run();
  Statement(store, fmt::format("DELETE FROM {} WHERE step = ?1 AND {}", marked.aside, which), step)
      .run();
}

}  // namespace

void undo_batch(const Store& store, std::int64_t step) {
  store.recording().pause();
  for (const auto* marked : {&marked_entries(), &marked_removals()})
    set_aside(store, *marked, step, "batch = ?1");
  for (const auto* marked : {&marked_entries(), &marked_removals()})
    put_back(store, *marked, step, "batch IS NOT ?1");
}

// What the batch brought replaces whatever has its ids now, entry or removal.
void redo_batch(const Store& store, std::int64_t step) {
  store.recording().pause();
  for (const auto* marked : {&marked_entries(), &marked_removals()})
    set_aside(store, *marked, step,
              fmt::format("({0}) IN (SELECT {0} FROM set_aside WHERE step = ?1 AND batch = ?1 "
                          "UNION ALL SELECT {0} FROM removed_aside WHERE step = ?1 AND batch = ?1)",
                          marked->key));
  for (const auto* marked : {&marked_entries(), &marked_removals()})
    put_back(store, *marked, step, "batch IS ?1");
}

StoredBatch::StoredBatch(const Store& store, TrackId track, Step step, const Intent& intent)
    : ImportBatch(store, track, intent), step_(std::move(step)) {
  store.recording().pause();
}

void StoredBatch::also(const std::function<void()>& change) {
  store().recording().resume(number());
  change();
  store().recording().pause();
}

std::optional<ImportBatch::Row> StoredBatch::find(const journal::EntryId& id) const {
  return stored(id);
}

bool StoredBatch::add(const journal::Entry& entry) {
  return insert_entry(store(), track(), entry, {.batch = number()});
}

// A row from an earlier line of the file is not kept: it was not there before the batch.
void StoredBatch::take_out(const Row& row) {
  if (row.batch == number())
    Statement(store(), "DELETE FROM entry WHERE seq = ?", row.seq).run();
  else
    set_aside(store(), marked_entries(), number(), "seq = ?2", row.seq);
}

void StoredBatch::replace(const Row& old, const journal::Entry& entry) {
  take_out(old);
  (void)insert_entry(store(), track(), entry, {.seq = old.seq, .batch = number()});
}

std::optional<calendar::Instant> StoredBatch::find_removal(const journal::EntryId& id) const {
  return stored_removal(id);
}

void StoredBatch::bury(const journal::Removal& removal, const std::optional<Row>& row) {
  if (row) take_out(*row);
  exhume(removal.id);
  Statement(store(), "INSERT INTO removed (track, id, changed, batch) VALUES (?, ?, ?, ?)", track(),
            removal.id, removal.changed, number())
      .run();
}

void StoredBatch::exhume(const journal::EntryId& id) {
  Statement(store(), "DELETE FROM removed WHERE track = ? AND id = ? AND batch = ?", track(), id,
            number())
      .run();
  set_aside(store(), marked_removals(), number(), "track = ?2 AND id = ?3", track(), id);
}

std::int64_t StoredBatch::number() {
  if (!number_) number_ = add_step(store(), step_, std::nullopt);
  return *number_;
}

}  // namespace gradus::store
