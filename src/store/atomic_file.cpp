#include "gradus/store/atomic_file.hpp"

#include "store/files.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <ext/stdio_filebuf.h>
#include <fcntl.h>
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkostemps is not in <cstdlib>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace gradus::store {
namespace {

namespace fs = std::filesystem;

Error unwritable(const fs::path& file, const std::error_code& failure) {
  return Error(fmt::format("{} can't be written: {}", file.string(), failure.message()),
               "check the folder's permissions and the free space on the disk");
}

// The folder as it is now: a link on the way there may point elsewhere later.
fs::path without_links(const fs::path& place) {
  std::error_code failed;
  const auto folder = fs::canonical(folder_of(place), failed);
  if (failed) throw unwritable(place, failed);
  return folder / place.filename();
}

// Whether the name still stands for the file.
bool names(const fs::path& path, int descriptor) {
  struct stat named {};
  struct stat open {};
  return ::lstat(path.c_str(), &named) == 0 && ::fstat(descriptor, &open) == 0 &&
         named.st_dev == open.st_dev && named.st_ino == open.st_ino;
}

}  // namespace

// Closes the descriptor when it goes.
struct PartFile::Output {
  explicit Output(int descriptor) : buffer(descriptor, std::ios::out | std::ios::binary) {}
  __gnu_cxx::stdio_filebuf<char> buffer;
  std::ostream stream{&buffer};
};

PartFile::PartFile(const fs::path& place) : place_(without_links(place)) {
  constexpr std::string_view suffix = part_suffix;
  std::string name = fmt::format("{}.XXXXXX{}", place_.string(), suffix);
  // With O_CREAT and O_EXCL, so no link is followed.
  const int descriptor = ::mkostemps(name.data(), static_cast<int>(suffix.size()), O_CLOEXEC);
  if (descriptor < 0) throw unwritable(place, last_failure());
  path_ = name;
  output_ = std::make_unique<Output>(descriptor);
}

PartFile::~PartFile() {
  if (!placed_ && names(path_, output_->buffer.fd())) ::unlink(path_.c_str());
}

std::ostream& PartFile::out() {
  return output_->stream;
}

void PartFile::set_mode(mode_t mode) {
  if (::fchmod(output_->buffer.fd(), mode) != 0) throw unwritable(place_, last_failure());
}

void PartFile::expect_written() {
  if (!output_->stream.flush()) throw unwritable(place_, last_failure());
}

void PartFile::put() {
  expect_written();
  if (::fsync(output_->buffer.fd()) != 0) throw unwritable(place_, last_failure());
  put_at_once();
  sync(folder_of(place_));
}

void PartFile::put_at_once() {
  expect_written();
  if (!names(path_, output_->buffer.fd()))
    throw Error(fmt::format("{} can't be written: another program has moved {}", place_.string(),
                            path_.filename().string()),
                "write to a folder that only you can write to");
  if (std::rename(path_.c_str(), place_.c_str()) != 0) throw unwritable(place_, last_failure());
  placed_ = true;
}

}  // namespace gradus::store
