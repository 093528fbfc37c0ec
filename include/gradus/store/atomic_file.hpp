#pragma once

#include <filesystem>

namespace gradus::store {

// A file on the way to its place: written beside it under another name, with mode 0600, and removed
// unless `put` moves it there. Throws Error when it can't be created or moved.
class PartFile {
 public:
  explicit PartFile(const std::filesystem::path& place);
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;
  ~PartFile();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  // Moves the file to its place, replacing whatever is there, durably.
  void put();
  // The same without waiting for the disk, for what may be lost with the power.
  void put_at_once();

 private:
  std::filesystem::path place_;
  std::filesystem::path path_;
  bool placed_ = false;
};

// The ending of a PartFile's name.
inline constexpr auto part_suffix = ".part";

}  // namespace gradus::store
