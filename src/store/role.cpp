#include "gradus/store/backups.hpp"

#include "store/backups.hpp"
#include "store/files.hpp"

#include <algorithm>
#include <string>
#include <system_error>

namespace gradus::store {
namespace {

namespace fs = std::filesystem;

// Without links and dots, also of what is not there yet.
fs::path plain_path(const fs::path& path) {
  std::error_code failed;
  auto plain = fs::weakly_canonical(fs::absolute(path, failed), failed);
  return failed ? path : plain;
}

Role role_beside(const fs::path& file, const fs::path& store) {
  const auto name = file.string();
  if (file == store) return Role::store;
  if (name.starts_with(store.string() + replaced_suffix)) return Role::replaced;
  const bool companion = std::ranges::any_of(
      companions, [&](const char* suffix) { return name == store.string() + suffix; });
  return companion ? Role::companion : Role::none;
}

}  // namespace

Role role_of(const fs::path& file, const fs::path& store) {
  std::error_code failed;
  if (fs::equivalent(file, store, failed)) return Role::store;
  const auto plain = plain_path(file);
  // Where the store's name is a link, backups lie beside the link, and journals beside the file.
  const auto here = plain_path(folder_of(store)) / store.filename();
  if (plain.parent_path() == plain_path(backup_folder(store)) && is_backup(plain, store))
    return Role::backup;
  const auto role = role_beside(plain, plain_path(store));
  return role == Role::none ? role_beside(plain, here) : role;
}

}  // namespace gradus::store
