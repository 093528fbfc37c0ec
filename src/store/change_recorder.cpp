#include "store/change_recorder.hpp"

#include "store/connection.hpp"

#include <algorithm>
#include <array>
#include <string_view>

// SQLite declares the session extension only on request.
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

namespace gradus::store {
namespace {

constexpr std::array<std::string_view, 18> not_recorded{
    "undo_step",    "set_aside",     "removed_aside",  "tally",        "study_day",
    "study_total",  "solving_time",  "repeated",       "recall",       "recall_state",
    "recall_topic", "recall_median", "recall_version", "recall_stale", "plan_revision",
    "block_event",  "due_event",     "exam_event"};

// A changeset in memory that SQLite allocated.
struct Changeset {
  int size = 0;
  void* data = nullptr;

  Changeset() = default;
  Changeset(const Changeset&) = delete;
  Changeset& operator=(const Changeset&) = delete;
  ~Changeset() { sqlite3_free(data); }
};

void expect_ok(const Connection& connection, int code) {
  if (code != SQLITE_OK) {
    rethrow(SQLite::Exception(sqlite3_errstr(code), code), connection.file());
  }
}

int is_recorded(void*, const char* table) {
  return std::ranges::find(not_recorded, std::string_view(table)) == not_recorded.end() ? 1 : 0;
}

int stop_at_conflict(void*, int, sqlite3_changeset_iter*) {
  return SQLITE_CHANGESET_ABORT;
}

// One pass through a changeset.
class ChangesetRows {
 public:
  ChangesetRows(const Connection& connection, std::string& changeset) {
    expect_ok(connection,
              sqlite3changeset_start(&rows_, static_cast<int>(changeset.size()), changeset.data()));
  }
  ChangesetRows(const ChangesetRows&) = delete;
  ChangesetRows& operator=(const ChangesetRows&) = delete;
  ~ChangesetRows() { sqlite3changeset_finalize(rows_); }

  // Goes to the next row of the table; false after the last.
  bool next(std::string_view table) {
    while (sqlite3changeset_next(rows_) == SQLITE_ROW) {
      const char* name = nullptr;
      sqlite3changeset_op(rows_, &name, &columns_, &operation_, nullptr);
      if (table == name) return true;
    }
    return false;
  }
  [[nodiscard]] ChangedRow row() const {
    return {operation_ == SQLITE_INSERT ? ChangedRow::Columns{} : values(sqlite3changeset_old),
            operation_ == SQLITE_DELETE ? ChangedRow::Columns{} : values(sqlite3changeset_new)};
  }

 private:
  using Read = int (*)(sqlite3_changeset_iter*, int, sqlite3_value**);
  [[nodiscard]] ChangedRow::Columns values(Read read) const {
    ChangedRow::Columns texts;
    texts.reserve(static_cast<std::size_t>(columns_));
    for (int column = 0; column < columns_; ++column) {
      sqlite3_value* value = nullptr;
      const bool known = read(rows_, column, &value) == SQLITE_OK && value != nullptr;
      // SQLite gives text as unsigned char.
      const auto* const text = known ? sqlite3_value_text(value) : nullptr;
      if (text == nullptr)
        texts.emplace_back(std::nullopt);
      else
        texts.emplace_back(reinterpret_cast<const char*>(text));  // NOLINT(*-reinterpret-cast)
    }
    return texts;
  }

  sqlite3_changeset_iter* rows_ = nullptr;
  int columns_ = 0;
  int operation_ = 0;
};

}  // namespace

void Recording::Deleter::operator()(sqlite3_session* session) const {
  sqlite3session_delete(session);
}

Recording::Recording(Connection& connection) : connection_(connection) {
  sqlite3_session* session = nullptr;
  expect_ok(connection, sqlite3session_create(connection.database().getHandle(), "main", &session));
  session_.reset(session);
  sqlite3session_table_filter(session, is_recorded, nullptr);
  expect_ok(connection, sqlite3session_attach(session, nullptr));
}

void Recording::pause() {
  sqlite3session_enable(session_.get(), 0);
}

void Recording::resume(std::int64_t step) {
  step_ = step;
  sqlite3session_enable(session_.get(), 1);
}

std::string Recording::changeset() const {
  Changeset changes;
  expect_ok(connection_, sqlite3session_changeset(session_.get(), &changes.size, &changes.data));
  return {static_cast<const char*>(changes.data), static_cast<std::size_t>(changes.size)};
}

bool apply(Connection& connection, const std::string& changeset, Direction direction) {
  std::string changes = changeset;
  if (direction == Direction::back) {
    Changeset inverse;
    expect_ok(connection, sqlite3changeset_invert(static_cast<int>(changes.size()), changes.data(),
                                                  &inverse.size, &inverse.data));
    changes.assign(static_cast<const char*>(inverse.data), static_cast<std::size_t>(inverse.size));
  }
  const int code =
      sqlite3changeset_apply(connection.database().getHandle(), static_cast<int>(changes.size()),
                             changes.data(), nullptr, stop_at_conflict, nullptr);
  if (code == SQLITE_ABORT) return false;
  expect_ok(connection, code);
  return true;
}

void each_changed_row(const Connection& connection, const std::string& changeset,
                      std::string_view table, const std::function<void(const ChangedRow&)>& visit) {
  std::string changes = changeset;
  ChangesetRows rows(connection, changes);
  while (rows.next(table)) visit(rows.row());
}

}  // namespace gradus::store
