#include "cli/data_files.hpp"

#include "gradus/text/json.hpp"

#include "cli/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <system_error>

namespace gradus::cli {

namespace fs = std::filesystem;

std::vector<fs::path> json_files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (const auto& file : fs::directory_iterator(folder, failed))
    if (file.path().extension() == ".json") files.push_back(file.path());
  std::ranges::sort(files);
  return files;
}

std::string read_data_file(const fs::path& path, std::string_view noun, const std::string& hint) {
  std::ifstream file(path, std::ios::binary);
  std::error_code failed;
  if (!file || fs::is_directory(path, failed))
    throw Error(fmt::format("\"{}\" can't be read", path.string()), hint);
  // The first piece past the limit is enough to know, however long the file is.
  std::string text;
  std::string piece(1U << 16U, '\0');
  do {
    file.read(piece.data(), std::ssize(piece));
    text.append(piece, 0, static_cast<std::size_t>(file.gcount()));
  } while (file && text.size() <= text::max_document_bytes);
  if (text.size() > text::max_document_bytes)
    throw Error(
        fmt::format("\"{}\" is larger than 16 MiB, the limit for a {}", path.string(), noun),
        "is it the right file?");
  return text;
}

}  // namespace gradus::cli
