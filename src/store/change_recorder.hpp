#pragma once

#include "gradus/store/store.hpp"

#include <cstddef>
#include <memory>
#include <string>

struct sqlite3_session;

namespace gradus::store {

// The rows of the learner's tables that a transaction changes, before and after, as SQLite's
// session extension writes them down. The history's own tables and what calendars were told are
// left out: nothing takes those back. So is the tally, which follows the entries by itself.
class Recording {
 public:
  explicit Recording(Connection& connection);

  // All changes so far; empty when there are none.
  [[nodiscard]] std::string changeset() const;

  // From here on nothing is noted: for a step that is held in another way than by its changes.
  void pause();

 private:
  struct Deleter {
    void operator()(sqlite3_session* session) const;
  };
  Connection& connection_;
  std::unique_ptr<sqlite3_session, Deleter> session_;
};

enum class Direction { back, forth };
// Takes a changeset back or does it again. False, with nothing changed, when the store no longer
// holds what the changeset speaks of.
[[nodiscard]] bool apply(Connection& connection, const std::string& changeset, Direction direction);

}  // namespace gradus::store
