#include "cli/data_files.hpp"

#include "gradus/text/json.hpp"

#include "cli/error.hpp"
#include "cli/read_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

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
  auto bytes = read_file(path, text::max_document_bytes);
  if (!bytes.why.empty()) throw Error(fmt::format("\"{}\" {}", path.string(), bytes.why), hint);
  if (!bytes.whole)
    throw Error(
        fmt::format("\"{}\" is larger than 16 MiB, the limit for a {}", path.string(), noun),
        "is it the right file?");
  return std::move(bytes.text);
}

}  // namespace gradus::cli
