#include "gradus/store/atomic_file.hpp"

#include "store/files.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <fcntl.h>
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkostemps is not in <cstdlib>
#include <string>
#include <string_view>
#include <unistd.h>

namespace gradus::store {
namespace {

namespace fs = std::filesystem;

Error unwritable(const fs::path& file, const std::error_code& failure) {
  return Error(fmt::format("{} can't be written: {}", file.string(), failure.message()),
               "check the folder's permissions and the free space on the disk");
}

}  // namespace

PartFile::PartFile(const fs::path& place) : place_(place) {
  constexpr std::string_view suffix = part_suffix;
  std::string name = fmt::format("{}.XXXXXX{}", place.string(), suffix);
  const int descriptor = ::mkostemps(name.data(), static_cast<int>(suffix.size()), O_CLOEXEC);
  if (descriptor < 0) throw unwritable(place, last_failure());
  ::close(descriptor);
  path_ = name;
}

PartFile::~PartFile() {
  if (!placed_) ::unlink(path_.c_str());
}

void PartFile::put() {
  sync(path_);
  put_at_once();
  sync(folder_of(place_));
}

void PartFile::put_at_once() {
  if (std::rename(path_.c_str(), place_.c_str()) != 0) throw unwritable(place_, last_failure());
  placed_ = true;
}

}  // namespace gradus::store
