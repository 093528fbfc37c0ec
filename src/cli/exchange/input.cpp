#include "cli/exchange/input.hpp"

#include "cli/error.hpp"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <unistd.h>

namespace gradus::cli {
namespace {

namespace fs = std::filesystem;

constexpr auto both_ways = std::ios::in | std::ios::out | std::ios::binary;

// Gone once it is closed, whatever ends the program.
std::fstream nameless_file(const fs::path& folder) {
  std::string path = (folder / "gradus-XXXXXX").string();
  std::fstream file;
  const int descriptor = ::mkstemp(path.data());
  if (descriptor < 0) return file;
  ::close(descriptor);
  file.open(path, both_ways);
  ::unlink(path.c_str());
  return file;
}

std::fstream kept(std::istream& in, const std::string& name) {
  std::error_code failure;
  const auto folder = fs::temp_directory_path(failure);
  std::fstream file = nameless_file(folder);
  std::array<char, std::size_t{64} * 1024> piece{};
  while (file && in) {
    in.read(piece.data(), piece.size());
    file.write(piece.data(), in.gcount());
  }
  if (in.bad())
    throw Error(fmt::format("\"{}\" can't be read to its end", name),
                "nothing was stored; check where it comes from, and import again");
  file.seekg(0);
  if (file) return file;
  throw Error(fmt::format("\"{}\" can't be copied to {} to be read", name, folder.string()),
              "is there room on the disk? Set TMPDIR to use another folder");
}

}  // namespace

std::fstream open_input(const std::string& name) {
  const std::string path = name == "-" ? "/dev/stdin" : name;
  std::fstream file(path, std::ios::in | std::ios::binary);
  if (!file || fs::is_directory(path))
    throw Error(fmt::format("\"{}\" can't be read", name), "is the path right, and is it a file?");
  if (fs::is_regular_file(path)) return file;
  return kept(file, name);
}

}  // namespace gradus::cli
