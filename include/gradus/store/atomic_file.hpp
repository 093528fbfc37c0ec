#pragma once

#include <filesystem>

namespace gradus::store {

// A file that is not in its place yet, made beside it with mode 0600; removed unless it is placed.
// Throws Error when it can't be made or placed.
class PartFile {
 public:
  explicit PartFile(const std::filesystem::path& place);
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;
  ~PartFile();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  // Puts the file into its place, over what stands there, durably.
  void put();

 private:
  std::filesystem::path place_;
  std::filesystem::path path_;
  bool placed_ = false;
};

// How the name of a part ends.
inline constexpr auto part_suffix = ".part";

}  // namespace gradus::store
