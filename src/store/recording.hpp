#pragma once

#include "gradus/store/store.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

struct sqlite3_session;

namespace gradus::store {

// What a writer has changed since it began, kept for the history.
class Recording {
 public:
  explicit Recording(Connection& connection);

  // Adds a step with the changes so far to the history, unless there are none. What had been undone
  // can't be done again after it.
  void save(const Store& store, std::string_view step);

  // From here on nothing is noted: for a step that is held in another way than by its changes.
  void pause();

 private:
  struct Deleter {
    void operator()(sqlite3_session* session) const;
  };
  Connection& connection_;
  std::unique_ptr<sqlite3_session, Deleter> session_;
};

// Adds a step to the history and returns its number. Without a changeset it is a batch: the entries
// that bear its number (batch.hpp). What had been undone can't be done again after it.
std::int64_t add_step(const Store& store, std::string_view step,
                      std::optional<std::span<const std::byte>> changeset);

}  // namespace gradus::store
