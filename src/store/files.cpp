#include "store/files.hpp"

#include "gradus/store/backups.hpp"

#include "store/sqlite_errors.hpp"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkostemp is not in <cstdlib>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace gradus::store {

namespace fs = std::filesystem;

Error no_store(const fs::path& file) {
  return Error(fmt::format("there is no store at {}", file.string()),
               backups(file).empty()
                   ? "run `gradus init` to start one, or check --store and GRADUS_STORE"
                   : "`gradus restore` brings back the newest backup");
}

void expect_file(const fs::path& file) {
  std::error_code failure;
  const auto status = fs::status(file, failure);
  if (!fs::exists(status) || fs::is_regular_file(status)) return;
  throw Error(fmt::format("the store can't be opened: {} is not a file", file.string()),
              "check --store and GRADUS_STORE");
}

void expect_store(const fs::path& file) {
  expect_file(file);
  std::error_code failure;
  const auto size = fs::file_size(file, failure);
  if (failure == std::errc::no_such_file_or_directory || (!failure && size == 0)) {
    throw no_store(file);
  }
  if (failure) throw unusable(file, failure);
}

FileHeader read_header(const fs::path& file) {
  // https://www.sqlite.org/fileformat.html: 100 bytes, with the magic at the start, the read
  // version at 19 and the application_id at 68.
  constexpr std::string_view magic{"SQLite format 3\0", 16};
  constexpr std::string_view mark = "GRDS";
  constexpr char wal = 2;
  std::array<char, 100> bytes{};
  std::ifstream(file, std::ios::binary).read(bytes.data(), bytes.size());
  const std::string_view header(bytes.data(), bytes.size());
  const bool database = header.starts_with(magic);
  return {.database = database,
          .ours = database && header.substr(68, mark.size()) == mark,
          .wal = database && header[19] == wal};
}

Error unusable(const fs::path& path, const std::error_code& failure) {
  return Error(fmt::format("the store can't be opened: {}: {}", path.string(), failure.message()),
               "check the permissions of the file and its folder, and --store");
}

std::error_code last_failure() {
  return {errno, std::generic_category()};
}

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

void make_folder(const fs::path& folder) {
  std::error_code failed;
  if (folder.empty() || fs::exists(folder, failed)) return;
  make_folder(folder.parent_path());
  if (::mkdir(folder.c_str(), folder_mode) == 0) {
    sync(folder_of(folder));
  } else if (errno != EEXIST) {
    throw unusable(folder, last_failure());
  }
}

bool locks_files(const fs::path& folder) {
  std::string name;  // of a file that can't be made without one
  int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, file_mode);
  if (descriptor < 0) {
    name = (folder / ".gradus-lock-XXXXXX").string();
    descriptor = ::mkostemp(name.data(), O_CLOEXEC);
  }
  if (descriptor < 0) return true;
  struct flock probe {};
  probe.l_type = F_WRLCK;
  probe.l_whence = SEEK_SET;
  probe.l_len = 1;
  const bool locked = ::fcntl(descriptor, F_SETLK, &probe) == 0;
  if (!name.empty()) ::unlink(name.c_str());
  ::close(descriptor);
  return locked;
}

void make_file(const fs::path& file) {
  make_folder(file.parent_path());
  std::error_code failed;
  if (!fs::exists(file, failed) && !locks_files(folder_of(file))) throw NoLocks(file.string());
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, file_mode);
  if (descriptor >= 0) {
    ::close(descriptor);
  } else if (errno != EEXIST) {
    throw unusable(file, last_failure());
  }
}

void sync(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw unusable(path, last_failure());
  const bool synced = ::fsync(descriptor) == 0 || errno == EINVAL;  // no folders on some systems
  const auto failure = last_failure();
  ::close(descriptor);
  if (!synced) throw unusable(path, failure);
}

}  // namespace gradus::store
