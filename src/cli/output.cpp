#include "cli/output.hpp"

#include "cli/error.hpp"

#include <fmt/format.h>

#include <fstream>
#include <system_error>

namespace gradus::cli {

void write_file(const std::filesystem::path& path, const std::string& text) {
  write_file(path, [&](std::ostream& out) { out << text; });
}

void write_file(const std::filesystem::path& path,
                const std::function<void(std::ostream&)>& write) {
  std::filesystem::path part = path;
  part += ".part";
  std::ofstream file(part, std::ios::binary);
  write(file);
  file.close();
  std::error_code failed;
  if (file) std::filesystem::rename(part, path, failed);
  if (file && !failed) return;
  std::filesystem::remove(part, failed);
  throw Error(fmt::format("\"{}\" could not be written", path.string()),
              "is there such a folder, with room and permission? Another place: --output FILE");
}

}  // namespace gradus::cli
