#include "gradus/evidence/folder.hpp"

#include "evidence/descriptor.hpp"
#include "evidence/readme.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace gradus::evidence {
namespace {

namespace fs = std::filesystem;

constexpr auto the_folder = "give the folder with the artefact's files";
constexpr auto may_we = "are you allowed to read it?";

// Folders with what a tool generated or downloaded, not what the learner wrote.
constexpr std::array made_by_tools{".git", "node_modules", "__pycache__", ".ipynb_checkpoints",
                                   ".tox", ".nox",         ".venv"};

bool is_made_by_tools(const fs::path& folder) {
  std::error_code none;
  return std::ranges::find(made_by_tools, folder.filename().string()) != made_by_tools.end() ||
         fs::exists(fs::symlink_status(folder / "pyvenv.cfg", none));
}

// Walks the folder level by level, so that if a limit ends the walk, the top levels have been seen.
class Look {
 public:
  Look(fs::path folder, const Limits& limits) : root_(std::move(folder)), limits_(limits) {}

  Folder all() {
    std::error_code failure;
    const fs::directory_iterator top(root_, failure);
    if (failure)
      throw Error(fmt::format("the folder {} can't be read: {}", root_.string(), failure.message()),
                  may_we);
    waiting_.push_back({root_, 1});
    while (!waiting_.empty()) {
      const Level level = std::move(waiting_.front());
      waiting_.pop_front();
      if (!visit(level)) break;
    }
    std::ranges::sort(found_.files, {}, &File::path);
    return std::move(found_);
  }

 private:
  struct Level {
    fs::path folder;
    int depth;  // of its contents
  };

  // Returns false when a limit is reached.
  bool visit(const Level& level) {
    std::error_code failure;
    fs::directory_iterator at(level.folder, failure);
    while (!failure && at != fs::directory_iterator{}) {
      if (!within_limits(at->path())) return false;
      note(*at, level.depth);
      at.increment(failure);
    }
    if (failure) found_.cut = fmt::format("folders that can't be read ({})", failure.message());
    return true;
  }

  bool within_limits(const fs::path& path) {
    path_bytes_ += path.native().size();
    if (++seen_ > limits_.seen)
      found_.cut = fmt::format("more than {} files and folders", limits_.seen);
    else if (path_bytes_ > limits_.path_bytes)
      found_.cut = fmt::format("more than {} MiB of names", limits_.path_bytes >> 20U);
    else
      return true;
    return false;
  }

  void note(const fs::directory_entry& entry, int depth) {
    std::error_code failure;
    const auto status = entry.symlink_status(failure);
    if (fs::is_symlink(status)) {
      ++found_.links;
    } else if (fs::is_regular_file(status)) {
      const auto bytes = entry.file_size(failure);
      found_.files.push_back(
          {entry.path().lexically_relative(root_).generic_string(), failure ? 0 : bytes});
    } else if (fs::is_directory(status) && !is_made_by_tools(entry.path())) {
      if (depth < limits_.depth)
        waiting_.push_back({entry.path(), depth + 1});
      else
        found_.cut = fmt::format("folders more than {} deep", limits_.depth);
    }
  }

  fs::path root_;
  const Limits& limits_;
  Folder found_;
  std::deque<Level> waiting_;
  std::size_t seen_ = 0;
  std::size_t path_bytes_ = 0;
};

// nullopt when it is not a regular file any more, or can't be read.
std::optional<Readme> read(const fs::path& folder, const std::string& name, std::size_t most) {
  const Descriptor file(
      ::open((folder / name).c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat status {};
  if (file.number() < 0 || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode))
    return std::nullopt;
  Readme readme{.name = name, .text = std::string(most + 1, '\0')};
  std::size_t length = 0;
  while (length < readme.text.size()) {
    const auto got =
        ::read(file.number(), readme.text.data() + length, readme.text.size() - length);
    if (got < 0) return std::nullopt;
    if (got == 0) break;
    length += static_cast<std::size_t>(got);
  }
  readme.whole = length <= most;
  readme.text.resize(std::min(length, most));
  return readme;
}

}  // namespace

Folder look_into(const fs::path& folder, const Limits& limits) {
  std::error_code failure;
  const auto status = fs::status(folder, failure);
  if (!fs::exists(status)) {
    const bool missing = status.type() == fs::file_type::not_found;
    throw Error(missing ? fmt::format("there is no folder {}", folder.string())
                        : fmt::format("the folder {} can't be read: {}", folder.string(),
                                      failure.message()),
                missing ? the_folder : may_we);
  }
  if (!fs::is_directory(status))
    throw Error(fmt::format("{} is not a folder", folder.string()), the_folder);
  Folder found = Look(folder, limits).all();
  if (const auto name = readme_of(found.files); !name.empty())
    found.readme = read(folder, name, limits.readme_bytes);
  return found;
}

}  // namespace gradus::evidence
