#include "cli/curriculum/files.hpp"

#include "gradus/curriculum/builtin.hpp"
#include "gradus/text/nearest.hpp"

#include "cli/data_files.hpp"
#include "cli/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace gradus::cli {
namespace {

namespace fs = std::filesystem;

bool is_path(const std::string& text) {
  return text.find('/') != std::string::npos || fs::path(text).extension() == ".json";
}

// "curricula/examples/watercolour.json" -> "watercolour"; empty for what is no curriculum.
std::string builtin_id(const curriculum::BuiltinFile& file) {
  const fs::path path = file.path;
  return *path.begin() == "curricula" ? path.stem().string() : "";
}

}  // namespace

CurriculumFile read_curriculum(const fs::path& path) {
  return {{path.string(),
           read_data_file(path, "curriculum",
                          "gradus curriculum list shows the curricula that are known by name")},
          false};
}

CurriculumFile find_curriculum(const std::string& id_or_path, const Session& session) {
  if (is_path(id_or_path)) return read_curriculum(id_or_path);
  std::vector<std::string> known;
  for (const auto& path : json_files_in(session.curricula)) {
    known.push_back(path.stem().string());
    if (known.back() == id_or_path) return read_curriculum(path);
  }
  for (const auto& file : curriculum::builtin_files()) {
    const std::string id = builtin_id(file);
    if (id == id_or_path && !id.empty())
      return {{id + " (built in)", std::string(file.text)}, true};
    if (!id.empty()) known.push_back(id);
  }
  std::error_code failed;
  if (fs::exists(id_or_path, failed)) return read_curriculum(id_or_path);
  const std::string near = text::did_you_mean(id_or_path, known);
  throw Error(fmt::format("there is no curriculum \"{}\"", id_or_path),
              near.empty() ? "gradus curriculum list shows them; a file is named by its path, such "
                             "as ./mine.json"
                           : near);
}

std::vector<CurriculumFile> list_curricula(const Session& session) {
  std::vector<std::string> ids;
  for (const auto& path : json_files_in(session.curricula)) ids.push_back(path.stem().string());
  for (const auto& file : curriculum::builtin_files()) {
    const std::string id = builtin_id(file);
    if (!id.empty() && std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
  }
  std::vector<CurriculumFile> files;
  files.reserve(ids.size());
  for (const auto& id : ids) files.push_back(find_curriculum(id, session));
  return files;
}

}  // namespace gradus::cli
