#include "cli/exchange/input.hpp"

#include "gradus/calendar/lower.hpp"
#include "gradus/exchange/utf16.hpp"

#include "cli/error.hpp"

#include <fmt/format.h>

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

// What `copy` makes of the file, to be read from its start.
template <class Copy>
std::fstream copied(std::istream& in, const std::string& name, Copy copy) {
  std::error_code failure;
  const auto folder = fs::temp_directory_path(failure);
  std::fstream file = nameless_file(folder);
  if (file) copy(in, file);
  if (in.bad())
    throw Error(fmt::format("\"{}\" can't be read to its end", name),
                "nothing was stored; check where it comes from, and import again");
  file.seekg(0);
  if (file) return file;
  throw Error(fmt::format("\"{}\" can't be copied to {} to be read", name, folder.string()),
              "is there room on the disk? Set TMPDIR to use another folder");
}

// Throws Error for what no reader would take, before it fills the disk.
class CopyLimits {
 public:
  CopyLimits(const std::string& name, const Importable& importable)
      : name_(name), importable_(importable) {}

  void expect(std::string_view piece) {
    // A line of 4 MiB, the most that is read, takes twice that in UTF-16.
    constexpr std::size_t most_in_line = std::size_t{8} << 20U;
    copied_ += piece.size();
    const auto line_end = piece.rfind('\n');
    in_line_ = line_end == piece.npos ? in_line_ + piece.size() : piece.size() - line_end - 1;
    if (importable_.of_lines && in_line_ > most_in_line)
      throw Error(fmt::format("\"{}\" has a line of more than 8 MiB", name_),
                  "is it the right file? Nothing was stored");
    if (copied_ > importable_.most_copied)
      throw Error(fmt::format("\"{}\" gave more than {} bytes, the most that is taken from a pipe",
                              name_, importable_.most_copied),
                  "write it to a file and import that: a file may be of any size");
  }

 private:
  const std::string& name_;
  const Importable& importable_;
  std::size_t copied_ = 0;
  std::size_t in_line_ = 0;
};

std::fstream kept(std::istream& in, const std::string& name, const Importable& importable) {
  CopyLimits limits(name, importable);
  return copied(in, name, [&](std::istream& from, std::ostream& to) {
    std::array<char, std::size_t{64} * 1024> piece{};
    while (to && from) {
      from.read(piece.data(), piece.size());
      limits.expect({piece.data(), static_cast<std::size_t>(from.gcount())});
      to.write(piece.data(), from.gcount());
    }
  });
}

std::fstream as_utf8(std::istream& in, const std::string& name) {
  return copied(in, name, [&](std::istream& from, std::ostream& to) {
    if (exchange::utf16_to_utf8(from, to) || from.bad()) return;
    throw Error(fmt::format("\"{}\" is UTF-16 text with a broken character", name),
                "is the file whole? Export it again, as UTF-8 if you can choose");
  });
}

// Files that look like tables or lists to people, and are not: by how they begin.
struct Unreadable {
  std::string_view begins;
  std::string_view what;
  std::string_view hint;
};
constexpr std::array not_text{
    Unreadable{"PK\x03\x04", "a workbook or another zip archive",
               "save the table as CSV (UTF-8), or unpack the archive"},
    Unreadable{"\xD0\xCF\x11\xE0", "an old Excel workbook", "save the table as CSV (UTF-8)"},
    Unreadable{"\x1F\x8B", "compressed with gzip", "unpack it: gunzip FILE"},
    Unreadable{"<!doctype html", "a web page",
               "is it the site's login page? Download the export itself"},
    Unreadable{"<html", "a web page", "is it the site's login page? Download the export itself"},
};

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
    if (lower(start).starts_with(lower(begins)))
      throw Error(fmt::format("\"{}\" is {}, not a text to import", name, what), std::string(hint));
  }
}

// By its byte order mark. Leaves the file at its start.
bool begins_as_utf16(std::istream& in) {
  const std::array<int, 2> mark{in.get(), in.get()};
  in.clear();
  in.seekg(0);
  return mark == std::array{0xFF, 0xFE} || mark == std::array{0xFE, 0xFF};
}

std::fstream opened(const std::string& name, const Importable& importable) {
  const std::string path = name == "-" ? "/dev/stdin" : name;
  std::error_code failed;
  const auto status = fs::status(path, failed);
  // A terminal is one too.
  const bool device = fs::is_block_file(status) || fs::is_character_file(status);
  if (device && name != "-" && !name.starts_with("/dev/std") && !name.starts_with("/dev/fd/"))
    throw Error(fmt::format("\"{}\" is a device, not a file", name),
                "name a file, or - for the standard input");
  std::fstream file(path, std::ios::in | std::ios::binary);
  if (!file || fs::is_directory(status))
    throw Error(fmt::format("\"{}\" can't be read", name), "is the path right, and is it a file?");
  if (fs::is_regular_file(status)) return file;
  return kept(file, name, importable);
}

}  // namespace

std::fstream open_input(const std::string& name, const Importable& importable) {
  auto file = opened(name, importable);
  if (begins_as_utf16(file)) file = as_utf8(file, name);
  expect_text(file, name, importable.may_be_empty);
  return file;
}

}  // namespace gradus::cli
