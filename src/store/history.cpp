#include "gradus/store/history.hpp"

#include "store/batch.hpp"
#include "store/recording.hpp"
#include "store/statement.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

// The names of the session extension are only there when asked for.
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

namespace gradus::store {
namespace {

constexpr std::int64_t kept_steps = 1000;

// A changeset in memory that SQLite allotted.
struct Changeset {
  int size = 0;
  void* data = nullptr;

  Changeset() = default;
  Changeset(const Changeset&) = delete;
  Changeset& operator=(const Changeset&) = delete;
  ~Changeset() { sqlite3_free(data); }

  [[nodiscard]] std::span<const std::byte> bytes() const {
    return {static_cast<const std::byte*>(data), static_cast<std::size_t>(size)};
  }
};

void expect_ok(Connection& connection, int code) {
  if (code != SQLITE_OK) {
    rethrow(SQLite::Exception(sqlite3_errstr(code), code), connection.file());
  }
}

int all_but_history(void*, const char* table) {
  const std::string_view name(table);
  return name != "undo_step" && name != "set_aside";
}

int stop_at_conflict(void*, int, sqlite3_changeset_iter*) {
  return SQLITE_CHANGESET_ABORT;
}

void apply_inverse(Connection& connection, const std::string& step, std::string changes) {
  Changeset inverse;
  expect_ok(connection, sqlite3changeset_invert(static_cast<int>(changes.size()), changes.data(),
                                                &inverse.size, &inverse.data));
  const int code = sqlite3changeset_apply(connection.database().getHandle(), inverse.size,
                                          inverse.data, nullptr, stop_at_conflict, nullptr);
  if (code == SQLITE_ABORT) {
    throw Error(
        fmt::format("\"{}\" can't be taken back: the store no longer holds what it changed; "
                    "nothing was changed",
                    step),
        "run `gradus doctor`");
  }
  expect_ok(connection, code);
}

}  // namespace

void Recording::Deleter::operator()(sqlite3_session* session) const {
  sqlite3session_delete(session);
}

Recording::Recording(Connection& connection) : connection_(connection) {
  sqlite3_session* session = nullptr;
  expect_ok(connection, sqlite3session_create(connection.database().getHandle(), "main", &session));
  session_.reset(session);
  sqlite3session_table_filter(session, all_but_history, nullptr);
  expect_ok(connection, sqlite3session_attach(session, nullptr));
}

void Recording::save(const Store& store, std::string_view step) {
  Changeset changes;
  expect_ok(connection_, sqlite3session_changeset(session_.get(), &changes.size, &changes.data));
  if (changes.size == 0) return;
  add_step(store, step, changes.bytes());
}

void Recording::pause() {
  sqlite3session_enable(session_.get(), 0);
}

std::int64_t add_step(const Store& store, std::string_view step,
                      std::optional<std::span<const std::byte>> changeset) {
  Statement(store, "DELETE FROM undo_step WHERE undone").run();
  Statement added(store, "INSERT INTO undo_step (step, changeset) VALUES (?, ?) RETURNING seq",
                  std::string(step), changeset);
  added.next();
  const auto seq = added.get<std::int64_t>(0);
  Statement(store, "DELETE FROM undo_step WHERE seq <= ?", seq - kept_steps).run();
  return seq;
}

std::optional<std::string> undo(Store& store) {
  Statement newest(store,
                   "SELECT seq, step, changeset FROM undo_step WHERE NOT undone "
                   "ORDER BY seq DESC LIMIT 1");
  if (!newest.next()) return std::nullopt;
  const auto seq = newest.get<std::int64_t>(0);
  auto step = newest.get<std::string>(1);
  if (const auto changes = newest.get<std::optional<std::string>>(2)) {
    apply_inverse(store.connection(), step, *changes);
  } else {
    undo_batch(store, seq);
  }
  Statement(store, "UPDATE undo_step SET undone = 1 WHERE seq = ?", seq).run();
  return step;
}

}  // namespace gradus::store
