#pragma once

#include "gradus/store/store.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3_session;

namespace gradus::store {

// The rows of the learner's tables that a transaction changes, before and after, as recorded by
// SQLite's session extension. The history's own tables and the calendar events are left out, since
// nothing reverts those. So is the tally, which follows the entries by itself.
class Recording {
 public:
  explicit Recording(Connection& connection);

  // All changes so far; empty when there are none.
  [[nodiscard]] std::string changeset() const;

  // Stops recording: for a step that is not kept as a changeset.
  void pause();
  // Goes on with it, for what the step of that number in the history changes besides.
  void resume(std::int64_t step);
  // That step; nullopt: the changes are a step of their own.
  [[nodiscard]] std::optional<std::int64_t> step() const { return step_; }

 private:
  struct Deleter {
    void operator()(sqlite3_session* session) const;
  };
  Connection& connection_;
  std::unique_ptr<sqlite3_session, Deleter> session_;
  std::optional<std::int64_t> step_{};
};

enum class Direction { back, forth };
// Reverts a changeset or applies it again. False, with nothing changed, when the store no longer
// holds what the changeset refers to.
[[nodiscard]] bool apply(Connection& connection, const std::string& changeset, Direction direction);

// A row that a changeset changes, with its columns as text.
struct ChangedRow {
  using Columns = std::vector<std::optional<std::string>>;
  // Before: nullopt for NULL, and for what did not change unless it is of the primary key. Empty
  // for a row that was added.
  Columns before;
  Columns after;  // likewise; empty for a row that was removed
};
// Visits those of a table.
void each_changed_row(const Connection& connection, const std::string& changeset,
                      std::string_view table, const std::function<void(const ChangedRow&)>& visit);

}  // namespace gradus::store
