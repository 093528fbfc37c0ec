#pragma once

#include <filesystem>
#include <memory>
#include <ostream>
#include <sys/types.h>

namespace gradus::store {

// A file on the way to its place: written beside it under another name, with mode 0600, and removed
// unless `put` moves it there. It is created as a file that nobody had, and written, given its mode
// and synced by its descriptor: whoever puts a link in its place meanwhile, in a folder that others
// may write to, changes neither another file nor what is put. Throws Error when it can't be
// created, written or moved.
class PartFile {
 public:
  explicit PartFile(const std::filesystem::path& place);
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;
  ~PartFile();

  // For SQLite, which opens by name: a name without links before it.
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  // Writes the file from its start. What can't be written makes it bad, and `put` throw.
  [[nodiscard]] std::ostream& out();
  // The mode it will have in its place.
  void set_mode(mode_t mode);
  // Moves the file to its place, replacing whatever is there, durably.
  void put();
  // The same without waiting for the disk, for what may be lost with the power.
  void put_at_once();

 private:
  struct Output;
  void expect_written();

  std::filesystem::path place_;
  std::filesystem::path path_;
  std::unique_ptr<Output> output_;
  bool placed_ = false;
};

// The ending of a PartFile's name.
inline constexpr auto part_suffix = ".part";

}  // namespace gradus::store
