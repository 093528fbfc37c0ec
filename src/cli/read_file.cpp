#include "cli/read_file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gradus::cli {
namespace {

const FileBytes failed_read{.why = "can't be read"};
const FileBytes no_file{.why = "is not a file"};

// "/dev/stdin", "/dev/fd/63"
bool is_opened_by_the_shell(const std::filesystem::path& path) {
  constexpr std::array<std::string_view, 3> names{"/dev/stdin", "/dev/fd/", "/proc/self/fd/"};
  return std::ranges::any_of(
      names, [&](std::string_view name) { return path.native().starts_with(name); });
}

FileBytes read_all(int descriptor, std::size_t most) {
  FileBytes bytes;
  std::array<char, 1U << 16U> piece{};
  while (bytes.text.size() <= most) {
    const auto got = ::read(descriptor, piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failed_read;
    if (got == 0) break;
    bytes.text.append(piece.data(), static_cast<std::size_t>(got));
  }
  bytes.whole = bytes.text.size() <= most;
  bytes.text.resize(std::min(bytes.text.size(), most));
  return bytes;
}

// Of a descriptor that doesn't wait.
FileBytes read_opened(int descriptor, const std::filesystem::path& path, std::size_t most) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || S_ISDIR(status.st_mode)) return failed_read;
  if (!S_ISREG(status.st_mode)) {
    if (!is_opened_by_the_shell(path)) return no_file;
    if (::fcntl(descriptor, F_SETFL, 0) != 0) return failed_read;
  }
  return read_all(descriptor, most);
}

}  // namespace

FileBytes read_file(const std::filesystem::path& path, std::size_t most) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (descriptor < 0) return failed_read;
  auto bytes = read_opened(descriptor, path, most);
  ::close(descriptor);
  return bytes;
}

}  // namespace gradus::cli
