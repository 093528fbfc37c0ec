#pragma once

#include <filesystem>
#include <string>

namespace gradus::testing {

// A folder of its own for a test, gone with it.
class Folder {
 public:
  Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  // Writes a file into the folder.
  std::filesystem::path write(const std::string& name, const std::string& text) const;

 private:
  std::filesystem::path path_;
};

[[nodiscard]] std::string read_file(const std::filesystem::path& file);
// The names and the bytes of all that lies in a folder.
[[nodiscard]] std::string everything_in(const std::filesystem::path& folder);

}  // namespace gradus::testing
