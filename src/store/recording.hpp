#pragma once

#include "gradus/store/store.hpp"

#include <memory>
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

 private:
  struct Deleter {
    void operator()(sqlite3_session* session) const;
  };
  Connection& connection_;
  std::unique_ptr<sqlite3_session, Deleter> session_;
};

}  // namespace gradus::store
