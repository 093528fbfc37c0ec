#include "store/integrity.hpp"

#include "store/migrations.hpp"
#include "store/repeats.hpp"

#include <SQLiteCpp/Column.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <compare>
#include <iterator>
#include <utility>

namespace gradus::store {
namespace {

// A table, index, trigger or view as sqlite_schema has it.
struct Part {
  std::string kind;
  std::string name;
  std::string table;  // which it belongs to
  std::string sql;    // empty for the indexes that SQLite makes of keys
  [[nodiscard]] auto operator<=>(const Part&) const = default;
};

// Sorted. SQLite's own parts are among them: with writable_schema anything can bear such a name.
std::vector<Part> schema_of(SQLite::Database& database) {
  std::vector<Part> parts;
  SQLite::Statement rows(database, "SELECT type, name, tbl_name, sql FROM sqlite_schema");
  while (rows.executeStep())
    parts.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(),
                     rows.getColumn(2).getString(), rows.getColumn(3).getString()});
  std::ranges::sort(parts);
  return parts;
}

std::vector<Part> schema_of_version(int version) {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
  add_title_key(database);
  for (const char* migration : migrations_to(version)) database.exec(migration);
  return schema_of(database);
}

// The tables that ANALYZE makes, in any program: they hold counts, and run nothing.
bool is_statistics(const Part& part) {
  static const std::array<Part, 3> known{
      {{"table", "sqlite_stat1", "sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)"},
       {"table", "sqlite_stat3", "sqlite_stat3",
        "CREATE TABLE sqlite_stat3(tbl,idx,neq,nlt,ndlt,sample)"},
       {"table", "sqlite_stat4", "sqlite_stat4",
        "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"}}};
  return std::ranges::find(known, part) != known.end();
}

bool same_name(const Part& one, const Part& other) {
  return one.kind == other.kind && one.name == other.name;
}

bool has_name(const std::vector<Part>& parts, const Part& wanted) {
  return std::ranges::any_of(parts, [&](const Part& part) { return same_name(part, wanted); });
}

// What is in the one and not in the other; both are sorted.
std::vector<Part> without(const std::vector<Part>& parts, const std::vector<Part>& taken) {
  std::vector<Part> rest;
  std::ranges::set_difference(parts, taken, std::back_inserter(rest));
  return rest;
}

}  // namespace

std::vector<std::string> integrity_faults(Connection& connection) {
  return connection.translating([&] {
    std::vector<std::string> faults;
    try {
      SQLite::Statement check(connection.database(), "PRAGMA integrity_check");
      while (check.executeStep()) {
        auto fault = check.getColumn(0).getString();
        // The first comes below a title, "*** in database main ***".
        fault.erase(0, fault.find('\n') + 1);
        if (fault != "ok") faults.push_back(std::move(fault));
      }
    } catch (const SQLite::Exception& failure) {
      // Some damage ends the check itself.
      if (failure.getErrorCode() != SQLITE_CORRUPT) throw;
      faults.emplace_back(failure.what());
    }
    return faults;
  });
}

std::vector<std::string> schema_faults(Connection& connection) {
  const int version = stored_version(connection);
  return connection.translating([&] {
    std::vector<std::string> faults;
    const auto found = schema_of(connection.database());
    const auto missing = without(schema_of_version(version), found);
    faults.reserve(missing.size());
    for (const auto& part : missing)
      faults.push_back(
          fmt::format(fmt::runtime(has_name(found, part) ? "the {} {} is not as gradus creates it"
                                                         : "the {} {} is missing"),
                      part.kind, part.name));
    return faults;
  });
}

std::vector<ForeignPart> foreign_parts(Connection& connection) {
  const int version = stored_version(connection);
  return connection.translating([&] {
    std::vector<ForeignPart> foreign;
    const auto known = schema_of_version(version);
    // One that bears a known name is that part changed, unless it is there as well.
    const auto found = schema_of(connection.database());
    const auto missing = without(known, found);
    for (auto& part : without(found, known))
      if (!has_name(missing, part) && !is_statistics(part))
        foreign.push_back({std::move(part.kind), std::move(part.name)});
    return foreign;
  });
}

std::string words(const ForeignPart& part) {
  return fmt::format("the {} {} is not one of gradus's", part.kind, part.name);
}

std::string removal(const ForeignPart& part) {
  std::string quoted = "\"";
  for (const char c : part.name) quoted.append(c == '"' ? 2 : 1, c);
  return fmt::format("drop {} {}\"", part.kind, quoted);
}

std::vector<std::string> faults(Connection& connection) {
  auto faults = damage(connection);
  for (const auto& part : foreign_parts(connection)) faults.push_back(words(part));
  return faults;
}

std::vector<std::string> damage(Connection& connection) {
  auto faults = schema_faults(connection);
  for (auto& fault : integrity_faults(connection)) faults.push_back(std::move(fault));
  return faults;
}

}  // namespace gradus::store
