#include "cli/decisions/tables.hpp"

#include "gradus/curriculum/builtin.hpp"
#include "gradus/decisions/certificates.hpp"
#include "gradus/decisions/check_curriculum.hpp"
#include "gradus/text/nearest.hpp"
#include "gradus/track/track.hpp"

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

// Those that the track's curriculum brings; none without a track. The others need no store, so one
// that can't be used keeps none of them away.
std::vector<decisions::Table> tables_of_track(const Session& session) {
  if (!fs::exists(session.store.file) && !session.track) return {};
  try {
    const auto store = store::Store::read(session.store);
    return decisions::tables_of(track::load(store, session.track).curriculum);
  } catch (const store::NotFound&) {
    throw;
  } catch (const store::Error&) {
    return {};
  }
}

std::string group_of(const decisions::Table& table) {
  return table.module.empty() ? table.topic : table.module;
}

}  // namespace

std::optional<decisions::Table> known_table(const std::string& id, const Session& session) {
  const auto own = own_ids(session);
  if (std::ranges::find(own, id) != own.end())
    return read_own(tables_folder(session) / (id + ".json"));
  const auto text = curriculum::builtin_text(fmt::format("{}{}.json", builtin_folder, id));
  if (!text.empty()) return read_named(id + " (built in)", text);
  for (auto& table : tables_of_track(session))
    if (table.id == id) return std::move(table);
  return std::nullopt;
}

std::vector<std::string> table_ids(const Session& session) {
  auto ids = own_ids(session);
  const auto add = [&](std::string id) {
    if (std::ranges::find(ids, id) == ids.end()) ids.push_back(std::move(id));
  };
  for (auto& id : builtin_ids()) add(std::move(id));
  for (auto& table : tables_of_track(session)) add(std::move(table.id));
  return ids;
}

decisions::Table find_table(const std::string& id, const Session& session) {
  if (auto table = known_table(id, session)) return std::move(*table);
  const auto near = text::did_you_mean(id, table_ids(session));
  throw Error(fmt::format("there is no table \"{}\"", id),
              near.empty() ? "gradus decide lists them" : near);
}

std::vector<decisions::Table> known_tables(const Session& session) {
  const auto ids = table_ids(session);
  std::vector<decisions::Table> tables;
  tables.reserve(ids.size());
  for (const auto& id : ids) tables.push_back(find_table(id, session));
  std::ranges::stable_sort(tables, {}, group_of);
  return tables;
}

}  // namespace gradus::cli
