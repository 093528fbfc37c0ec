#include "cli/curriculum/files.hpp"

#include "gradus/curriculum/builtin.hpp"
#include "gradus/text/json.hpp"
#include "gradus/text/nearest.hpp"

#include "cli/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
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

std::vector<std::pair<std::string, fs::path>> own_files(const Session& session) {
  std::vector<std::pair<std::string, fs::path>> files;
  std::error_code failed;
  for (const auto& file : fs::directory_iterator(session.curricula, failed))
    if (file.path().extension() == ".json") files.emplace_back(file.path().stem(), file.path());
  std::ranges::sort(files);
  return files;
}

}  // namespace

CurriculumFile read_curriculum(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::error_code failed;
  if (!file || fs::is_directory(path, failed))
    throw Error(fmt::format("\"{}\" can't be read", path.string()),
                "gradus curriculum list shows the curricula that are known by name");
  // The first piece past the limit is enough to know, however long the file is.
  std::string text;
  std::string piece(1U << 16U, '\0');
  do {
    file.read(piece.data(), std::ssize(piece));
    text.append(piece, 0, static_cast<std::size_t>(file.gcount()));
  } while (file && text.size() <= text::max_document_bytes);
  if (text.size() > text::max_document_bytes)
    throw Error(
        fmt::format("\"{}\" is larger than 16 MiB, the limit for a curriculum", path.string()),
        "is it the right file?");
  return {{path.string(), std::move(text)}, false};
}

CurriculumFile find_curriculum(const std::string& id_or_path, const Session& session) {
  if (is_path(id_or_path)) return read_curriculum(id_or_path);
  std::vector<std::string> known;
  for (const auto& [id, path] : own_files(session)) {
    if (id == id_or_path) return read_curriculum(path);
    known.push_back(id);
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
  for (const auto& own : own_files(session)) ids.push_back(own.first);
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
