#pragma once

#include "gradus/calendar/moment.hpp"
#include "gradus/store/error.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace gradus::store {

class Connection;
class Recording;

// A step of the history: what a command did, under a name people recognise ("log 1h read").
struct Step {
  std::string name;
  calendar::Moment at;  // when it was done
};

// Where a store is. `tell` gets progress messages when it is a big one whose tables must first be
// brought up to date, which takes a while.
struct Location {
  std::filesystem::path file;
  std::function<void(const std::string&)> tell{};

  Location(std::filesystem::path path,  // NOLINT(google-explicit-constructor): a path is one
           std::function<void(const std::string&)> on_progress = {})
      : file(std::move(path)), tell(std::move(on_progress)) {}
  operator const std::filesystem::path&() const {  // NOLINT(google-explicit-constructor): likewise
    return file;
  }
};

// The learner's one file, opened for one request. An open Store is one transaction: a reader sees
// one state of the file throughout and leaves no byte changed and no file beside it; a writer keeps
// other writers waiting until it commits or is destroyed. A writer that does not commit changes
// nothing. docs/store.md describes the tables.
class Store {
 public:
  // Both throw Error, with the hint to run `gradus init`, when there is no such file.
  [[nodiscard]] static Store read(const Location& location);
  [[nodiscard]] static Store write(const Location& location);
  // Like `read`, but throw Error where `read` would first repair what a crash left or bring old
  // tables up to date. `glance` is for what must be instant, such as completion: it never waits for
  // a writer.
  [[nodiscard]] static Store inspect(const std::filesystem::path& file);
  [[nodiscard]] static Store glance(const std::filesystem::path& file);
  // Like `write`, but creates the folder (mode 0700) and the file (mode 0600) when they are
  // missing.
  [[nodiscard]] static Store create(const Location& location);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) = delete;
  ~Store();

  // Makes the changes durable, as one step of the history; after `undo` and `redo` without one. The
  // store must not be used afterwards.
  void commit(const Step& step);
  void commit();

  [[nodiscard]] Connection& connection() const { return *connection_; }
  // Only for a store that is open for writing.
  [[nodiscard]] Recording& recording() const { return *recording_; }

 private:
  explicit Store(std::unique_ptr<Connection> connection);
  [[nodiscard]] static Store begin(const Location& location, bool creating);
  [[nodiscard]] static Store as_it_is(const std::filesystem::path& file, const char* begin);

  std::unique_ptr<Connection> connection_;
  std::unique_ptr<Recording> recording_;  // a writer's
  // A file that is still empty on the disk: removed again unless the store is committed.
  std::unique_ptr<const std::filesystem::path> unborn_;
};

}  // namespace gradus::store
