#include "store/backups.hpp"

#include "gradus/store/backups.hpp"

#include "store/copy.hpp"
#include "store/files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <string_view>
#include <utility>

namespace gradus::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kept_backups = 7;
constexpr std::uintmax_t weekly_above = 32ULL << 20U;  // bytes: copying and checking takes a second
constexpr calendar::Days week{7};
constexpr std::string_view before_version = "before-version-";

// "gradus-2026-12-01.db" for what = "2026-12-01".
fs::path backup_named(const fs::path& store, std::string_view what) {
  return backup_folder(store) /
         fmt::format("{}-{}{}", store.stem().string(), what, store.extension().string());
}

// What a backup of this store is called between the store's own name and ending.
std::optional<std::string> name_of(const fs::path& file, const fs::path& store) {
  const auto start = store.stem().string() + '-';
  const auto stem = file.stem().string();
  if (file.extension() != store.extension() || !stem.starts_with(start)) return std::nullopt;
  return stem.substr(start.size());
}

// The day in "2026-12-01" and "2026-12-01-2".
std::optional<calendar::Date> day_of(std::string_view name) {
  constexpr std::size_t length = 10;
  const auto number = name.substr(std::min(name.size(), length));
  const bool numbered = number.size() > 1 && number.front() == '-' &&
                        number.find_first_not_of("0123456789", 1) == std::string_view::npos;
  if (!number.empty() && !numbered) return std::nullopt;
  return calendar::Date::parse(name.substr(0, length));
}

void make(const fs::path& store, const fs::path& file) {
  make_folder(file.parent_path());
  PartFile part(file);
  copy_store(store, part);
  part.put();
}

void remove_old(const fs::path& store) {
  const auto all = backups(store);
  std::error_code ignored;
  for (std::size_t i = kept_backups; i < all.size(); ++i) fs::remove(all[i], ignored);
}

bool has_one_of_the_week(const fs::path& store, calendar::Date today) {
  return std::ranges::any_of(backups(store), [&](const fs::path& file) {
    const auto day = day_of(name_of(file, store).value_or(""));
    return day && *day <= today && today - *day < week;
  });
}

bool is_due(const fs::path& store, const fs::path& todays, calendar::Date today) {
  std::error_code failed;
  if (fs::exists(todays, failed)) return false;
  return fs::file_size(store, failed) <= weekly_above || !has_one_of_the_week(store, today);
}

}  // namespace

bool is_backup(const fs::path& file, const fs::path& store) {
  const auto name = name_of(file, store);
  return name && (day_of(*name) || name->starts_with(before_version));
}

fs::path backup_folder(const fs::path& store) {
  return folder_of(store) / "backups";
}

std::vector<fs::path> backups(const fs::path& store) {
  std::vector<std::pair<fs::file_time_type, fs::path>> found;
  std::error_code failed;
  for (fs::directory_iterator files(backup_folder(store), failed), end; !failed && files != end;
       files.increment(failed)) {
    if (!is_backup(files->path(), store)) continue;
    found.emplace_back(files->last_write_time(failed), files->path());
  }
  std::ranges::sort(found, std::greater{});
  std::vector<fs::path> newest_first;
  newest_first.reserve(found.size());
  for (auto& [time, file] : found) newest_first.push_back(std::move(file));
  return newest_first;
}

std::optional<std::string> back_up_daily(const fs::path& store, calendar::Date today) {
  const auto todays = backup_named(store, today.iso());
  if (!is_due(store, todays, today)) return std::nullopt;
  try {
    make(store, todays);
    remove_old(store);
    return std::nullopt;
  } catch (const std::exception& failure) {
    return failure.what();
  }
}

fs::path back_up(const fs::path& store, calendar::Date today) {
  std::error_code failed;
  auto file = backup_named(store, today.iso());
  for (int number = 2; fs::exists(file, failed); ++number)
    file = backup_named(store, fmt::format("{}-{}", today.iso(), number));
  make(store, file);
  remove_old(store);
  return file;
}

void back_up_to(const fs::path& store, const fs::path& file) {
  PartFile part(file);
  copy_store(store, part);
  part.put();
}

void back_up_before_migration(const fs::path& store, int version) noexcept {
  try {
    make(store, backup_named(store, fmt::format("{}{}", before_version, version + 1)));
    remove_old(store);
  } catch (const std::exception&) {
    return;
  }
}

}  // namespace gradus::store
