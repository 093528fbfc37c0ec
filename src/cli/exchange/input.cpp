#include "cli/exchange/input.hpp"

#include "cli/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <string_view>
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

// Files that look like tables or lists to people, and are not: by how they begin.
struct Unreadable {
  std::string_view begins;
  std::string_view what;
  std::string_view hint;
};
constexpr std::array not_text{
    Unreadable{"\xFF\xFE", "UTF-16 text", "save it as UTF-8: iconv -f UTF-16 -t UTF-8 FILE > NEW"},
    Unreadable{"\xFE\xFF", "UTF-16 text", "save it as UTF-8: iconv -f UTF-16 -t UTF-8 FILE > NEW"},
    Unreadable{"PK\x03\x04", "a workbook or another zip archive",
               "save the table as CSV (UTF-8), or unpack the archive"},
    Unreadable{"\xD0\xCF\x11\xE0", "an old Excel workbook", "save the table as CSV (UTF-8)"},
    Unreadable{"\x1F\x8B", "compressed with gzip", "unpack it: gunzip FILE"},
    Unreadable{"<!doctype html", "a web page",
               "is it the site's login page? Download the export itself"},
    Unreadable{"<html", "a web page", "is it the site's login page? Download the export itself"},
};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Leaves the file at its start.
void expect_text(std::istream& in, const std::string& name, bool may_be_empty) {
  std::string start(64, '\0');
  in.read(start.data(), static_cast<std::streamsize>(start.size()));
  start.resize(static_cast<std::size_t>(in.gcount()));
  in.clear();
  in.seekg(0);
  const bool is_empty = start.find_first_not_of(" \t\r\n") == start.npos && start.size() < 64;
  if (is_empty && !may_be_empty)
    throw Error(fmt::format("\"{}\" is empty: there is nothing to import", name),
                "did the export write it in full?");
  for (const auto& [begins, what, hint] : not_text) {
    const bool same = start.size() >= begins.size() &&
                      std::ranges::equal(start.substr(0, begins.size()), begins, {}, lower, lower);
    if (same)
      throw Error(fmt::format("\"{}\" is {}, not a text to import", name, what), std::string(hint));
  }
}

std::fstream opened(const std::string& name) {
  const std::string path = name == "-" ? "/dev/stdin" : name;
  std::fstream file(path, std::ios::in | std::ios::binary);
  if (!file || fs::is_directory(path))
    throw Error(fmt::format("\"{}\" can't be read", name), "is the path right, and is it a file?");
  if (fs::is_regular_file(path)) return file;
  return kept(file, name);
}

}  // namespace

std::fstream open_input(const std::string& name, bool may_be_empty) {
  auto file = opened(name);
  expect_text(file, name, may_be_empty);
  return file;
}

}  // namespace gradus::cli
