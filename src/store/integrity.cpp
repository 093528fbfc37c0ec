#include "store/integrity.hpp"

#include "store/migrations.hpp"
#include "store/repeats.hpp"

#include <SQLiteCpp/Column.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <map>
#include <utility>

namespace gradus::store {
namespace {

// The SQL of every table and index by its name, except for SQLite's own.
std::map<std::string, std::string> schema_of(SQLite::Database& database) {
  std::map<std::string, std::string> schema;
  SQLite::Statement parts(database,
                          "SELECT type || ' ' || name, sql FROM sqlite_schema "
                          "WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'");
  while (parts.executeStep())
    schema.emplace(parts.getColumn(0).getString(), parts.getColumn(1).getString());
  return schema;
}

std::map<std::string, std::string> schema_of_version(int version) {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
  add_title_key(database);
  for (const char* migration : migrations_to(version)) database.exec(migration);
  return schema_of(database);
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
    for (const auto& [name, text] : schema_of_version(version)) {
      const auto part = found.find(name);
      if (part == found.end())
        faults.push_back(fmt::format("the {} is missing", name));
      else if (part->second != text)
        faults.push_back(fmt::format("the {} is not as gradus creates it", name));
    }
    return faults;
  });
}

std::vector<std::string> faults(Connection& connection) {
  auto faults = schema_faults(connection);
  for (auto& fault : integrity_faults(connection)) faults.push_back(std::move(fault));
  return faults;
}

}  // namespace gradus::store
