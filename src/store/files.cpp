#include "store/files.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gradus::store {

namespace fs = std::filesystem;

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

void make_file(const fs::path& file) {
  make_folder(file.parent_path());
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
