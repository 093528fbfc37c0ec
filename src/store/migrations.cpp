#include "store/migrations.hpp"

#include "store/migrations/version_1.hpp"
#include "store/migrations/version_2.hpp"
#include "store/migrations/version_3.hpp"
#include "store/migrations/version_4.hpp"
#include "store/migrations/version_5.hpp"
#include "store/migrations/version_6.hpp"
#include "store/migrations/version_7.hpp"

#include <fmt/format.h>

#include <array>
#include <cstddef>

namespace gradus::store {
namespace {

constexpr int application_id = 0x47524453;  // "GRDS"

// Each takes the tables to the next version; none is ever changed once released. The columns of
// `entry` from `minutes` to `given` are the fields of journal's entry types. A column that is added
// to `entry` must be added to `set_aside` as well. Columns are added at the end, and with a
// default: older changesets lack them, and must still be undoable.
constexpr std::array<const char*, 7> migrations{
    version_1, version_2, version_3, version_4, version_5, version_6, version_7,
};

}  // namespace

int schema_version() {
  return static_cast<int>(migrations.size());
}

std::span<const char* const> migrations_to(int version) {
  return std::span(migrations).first(static_cast<std::size_t>(version));
}

int stored_version(Connection& connection) {
  if (connection.pragma("PRAGMA application_id") != application_id) {
    throw no_store_of_ours(connection.file());
  }
  const int version = connection.pragma("PRAGMA user_version");
  if (version < 0) {
    throw damaged(connection.file(), fmt::format("its version is {}", version));
  }
  if (version > schema_version()) {
    throw NewerStore(
        fmt::format("the store {} was written by a newer gradus (store version {}, this "
                    "program knows {})",
                    connection.file(), version, schema_version()),
        "update gradus; nothing was changed");
  }
  return version;
}

void migrate(Connection& connection, int from) {
  if (from == schema_version()) return;
  for (auto next = static_cast<std::size_t>(from); next < migrations.size(); ++next) {
    connection.execute(migrations.at(next));
  }
  connection.execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                                 application_id, schema_version())
                         .c_str());
}

}  // namespace gradus::store
