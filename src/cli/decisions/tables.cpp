#include "cli/decisions/tables.hpp"

#include "gradus/curriculum/builtin.hpp"
#include "gradus/decisions/certificates.hpp"
#include "gradus/text/nearest.hpp"

#include "cli/data_files.hpp"
#include "cli/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace gradus::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view builtin_folder = "decisions/";

fs::path tables_folder(const Session& session) {
  return session.curricula.parent_path() / "decisions";
}

// The error of a table names its file.
decisions::Table read_named(const std::string& name, std::string_view json) {
  try {
    return decisions::read_table(json);
  } catch (const decisions::Error& failure) {
    throw Error(fmt::format("{}: {}", name, failure.what()), failure.hint());
  }
}

decisions::Table read_own(const fs::path& path) {
  auto table = read_named(path.string(), read_data_file(path, "table"));
  if (table.id != path.stem().string())
    throw Error(fmt::format("{}: its id is \"{}\"", path.string(), table.id),
                "a table's file is named by its id");
  return table;
}

std::vector<std::string> own_ids(const Session& session) {
  std::vector<std::string> ids;
  for (const auto& path : json_files_in(tables_folder(session)))
    ids.push_back(path.stem().string());
  return ids;
}

std::vector<std::string> builtin_ids() {
  std::vector<std::string> ids;
  for (const auto& file : curriculum::builtin_files())
    if (file.path.starts_with(builtin_folder)) ids.push_back(fs::path(file.path).stem());
  return ids;
}

std::string group_of(const decisions::Table& table) {
  return table.module.empty() ? table.topic : table.module;
}

}  // namespace

decisions::Table find_table(const std::string& id, const Session& session) {
  auto known = own_ids(session);
  if (std::ranges::find(known, id) != known.end())
    return read_own(tables_folder(session) / (id + ".json"));
  const auto text = curriculum::builtin_text(fmt::format("{}{}.json", builtin_folder, id));
  if (!text.empty()) return read_named(id + " (built in)", text);
  const auto builtin = builtin_ids();
  known.insert(known.end(), builtin.begin(), builtin.end());
  const auto near = text::did_you_mean(id, known);
  throw Error(fmt::format("there is no table \"{}\"", id),
              near.empty() ? "gradus decide lists them" : near);
}

std::vector<decisions::Table> known_tables(const Session& session) {
  auto ids = own_ids(session);
  for (auto& id : builtin_ids())
    if (std::ranges::find(ids, id) == ids.end()) ids.push_back(std::move(id));
  std::vector<decisions::Table> tables;
  tables.reserve(ids.size());
  for (const auto& id : ids) tables.push_back(find_table(id, session));
  std::ranges::stable_sort(tables, {}, group_of);
  return tables;
}

}  // namespace gradus::cli
