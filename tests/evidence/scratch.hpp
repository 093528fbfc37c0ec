#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

// A folder for one test, gone afterwards.
class Scratch {
 public:
  Scratch() {
    std::string path = (std::filesystem::temp_directory_path() / "gradus-evidence-XXXXXX").string();
    if (::mkdtemp(path.data()) == nullptr) throw std::runtime_error("no folder could be made");
    path_ = path;
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { std::filesystem::remove_all(path_); }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  void write(const std::string& file, std::string_view text = "x") const {
    const auto whole = path_ / file;
    std::filesystem::create_directories(whole.parent_path());
    std::ofstream(whole) << text;
  }

  // Runs a line of shell in the folder, with a git that knows an author and no configuration but
  // the repository's.
  void shell(const std::string& line) const {
    const std::string before =
        "cd '" + path_.string() +
        "' && export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=A "
        "GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@b && exec >/dev/null "
        "2>&1\n";
    if (std::system((before + line).c_str()) != 0) throw std::runtime_error("failed: " + line);
  }

 private:
  std::filesystem::path path_;
};
