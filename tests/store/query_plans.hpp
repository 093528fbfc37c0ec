#pragma once

#include "gradus/store/store.hpp"

#include "store/connection.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <functional>
#include <set>
#include <string>

namespace gradus::testing {

// How SQLite means to run what is asked of the store meanwhile, a step of a plan a line.
inline std::string query_plans(const store::Store& store, const std::function<void()>& ask) {
  auto& database = store.connection().database();
  std::set<std::string> asked;
  const auto keep = [](unsigned, void* texts, void* statement, void*) {
    static_cast<std::set<std::string>*>(texts)->insert(
        sqlite3_sql(static_cast<sqlite3_stmt*>(statement)));
    return 0;
  };
  sqlite3_trace_v2(database.getHandle(), SQLITE_TRACE_STMT, keep, &asked);
  ask();
  sqlite3_trace_v2(database.getHandle(), 0, nullptr, nullptr);

  std::string plans;
  for (const auto& sql : asked) {
    SQLite::Statement explained(database, "EXPLAIN QUERY PLAN " + sql);
    while (explained.executeStep()) plans += explained.getColumn("detail").getString() + '\n';
  }
  return plans;
}

}  // namespace gradus::testing
