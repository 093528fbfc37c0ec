#include "store/backups.hpp"

#include "gradus/store/backups.hpp"

#include "store/copy.hpp"
#include "store/files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace gradus::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kept_backups = 7;
constexpr std::uintmax_t weekly_above = 32ULL << 20U;  // bytes: copying and checking takes a second
constexpr calendar::Days seven_days{7};
constexpr std::string_view before_version = "before-version-";

// "gradus-2026-12-01.db" for what = "2026-12-01".
fs::path backup_named(const fs::path& store, std::string_view what) {
  return backup_folder(store) /
         fmt::format("{}-{}{}", store.stem().string(), what, store.extension().string());
}

// The part of a backup's name between the store's own name and extension.
std::optional<std::string> name_of(const fs::path& file, const fs::path& store) {
  const auto start = store.stem().string() + '-';
  const auto stem = file.stem().string();
  if (file.extension() != store.extension() || !stem.starts_with(start)) return std::nullopt;
  return stem.substr(start.size());
}

enum class Kind { daily, by_hand, before_migration };

struct Backup {
  calendar::Date day;
  int number;  // of its day: 1 for the daily one, 0 for one from before a migration
  Kind kind;
  fs::path file;
};

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos && text.front() != '0';
}

bool is_from_before_a_migration(std::string_view name) {
  return name.starts_with(before_version) && is_number(name.substr(before_version.size()));
}

// Starts as every SQLite file does. Whether it is sound only shows in all of it.
bool is_database(const fs::path& file) {
  constexpr std::string_view magic{"SQLite format 3\0", 16};
  std::error_code failed;
  if (!fs::is_regular_file(file, failed)) return false;
  std::array<char, magic.size()> start{};
  std::ifstream(file, std::ios::binary).read(start.data(), start.size());
  return std::string_view(start.data(), start.size()) == magic;
}

std::optional<calendar::Date> day_of_writing(const fs::path& file) {
  std::error_code failed;
  const auto time = std::chrono::file_clock::to_sys(fs::last_write_time(file, failed));
  if (failed) return std::nullopt;
  return calendar::Date{std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(time)}};
}

// Reads "2026-12-01", "2026-12-01-2" and "before-version-2". The name counts, not the time of
// writing: a copied folder has its own times.
std::optional<Backup> read_name(const std::string& name, const fs::path& file) {
  constexpr std::size_t length = 10;
  if (is_from_before_a_migration(name)) {
    const auto day = day_of_writing(file);
    if (!day) return std::nullopt;
    return Backup{*day, 0, Kind::before_migration, file};
  }
  const auto day = calendar::Date::parse(name.substr(0, length));
  if (!day) return std::nullopt;
  if (name.size() == length) return Backup{*day, 1, Kind::daily, file};
  const auto digits = std::string_view(name).substr(length + 1);
  int number = 0;
  const auto failed = std::from_chars(digits.data(), digits.data() + digits.size(), number).ec;
  if (name[length] != '-' || !is_number(digits) || failed != std::errc{}) return std::nullopt;
  return Backup{*day, number, Kind::by_hand, file};
}

std::vector<Backup> newest_first(const fs::path& store, calendar::Date today) {
  std::vector<Backup> found;
  std::error_code failed;
  for (fs::directory_iterator files(backup_folder(store), failed), end; !failed && files != end;
       files.increment(failed)) {
    const auto name = name_of(files->path(), store);
    if (auto backup = name ? read_name(*name, files->path()) : std::nullopt)
      found.push_back(*std::move(backup));
  }
  std::ranges::sort(found, std::greater{}, [today](const Backup& backup) {
    return std::tuple(backup.day <= today, backup.day, backup.number);
  });
  return found;
}

void make(const fs::path& store, const fs::path& file,
          const std::function<void(int percent)>& tell = {}) {
  make_folder(file.parent_path());
  PartFile part(file);
  copy_store(store, part, tell);
  part.put();
}

void remove_old(const fs::path& store, calendar::Date today) {
  std::map<std::pair<Kind, bool>, std::size_t> seen;
  std::error_code ignored;
  for (const auto& backup : newest_first(store, today))
    if (is_database(backup.file) && ++seen[{backup.kind, backup.day > today}] > kept_backups)
      fs::remove(backup.file, ignored);
}

bool has_one_of_the_week(const fs::path& store, calendar::Date today) {
  return std::ranges::any_of(newest_first(store, today), [&](const Backup& backup) {
    return backup.day <= today && today - backup.day < seven_days && is_database(backup.file);
  });
}

bool is_due(const fs::path& store, const fs::path& todays, calendar::Date today) {
  if (is_database(todays)) return false;
  std::error_code failed;
  return fs::file_size(store, failed) <= weekly_above || !has_one_of_the_week(store, today);
}

}  // namespace

bool is_backup(const fs::path& file, const fs::path& store) {
  const auto name = name_of(file, store);
  return name && (is_from_before_a_migration(*name) || read_name(*name, file));
}

fs::path backup_folder(const fs::path& store) {
  return folder_of(store) / "backups";
}

std::vector<fs::path> backups(const fs::path& store, calendar::Date today) {
  std::vector<fs::path> files;
  for (auto& backup : newest_first(store, today)) files.push_back(std::move(backup.file));
  return files;
}

std::optional<std::string> back_up_daily(const fs::path& store, calendar::Date today) {
  const auto todays = backup_named(store, today.iso());
  if (!is_due(store, todays, today)) return std::nullopt;
  try {
    make(store, todays);
    remove_old(store, today);
    return std::nullopt;
  } catch (const std::exception& failure) {
    return failure.what();
  }
}

fs::path back_up(const fs::path& store, calendar::Date today, const TellCopied& tell) {
  int number = 0;  // above all others of today: a deleted one's number is not used again
  for (const auto& backup : newest_first(store, today))
    if (backup.day == today) number = std::max(number, backup.number);
  auto file = backup_named(
      store, number == 0 ? today.iso() : fmt::format("{}-{}", today.iso(), number + 1));
  make(store, file, tell);
  remove_old(store, today);
  return file;
}

void back_up_to(const fs::path& store, const fs::path& file, const TellCopied& tell) {
  PartFile part(file);
  copy_store(store, part, tell);
  part.put();
}

void back_up_before_migration(const Location& store, int version) noexcept {
  try {
    const auto file = backup_named(store, fmt::format("{}{}", before_version, version + 1));
    std::function<void(int percent)> tell;
    if (const auto bytes = fs::file_size(store.file); store.tell && bytes > weekly_above) {
      store.tell(fmt::format("bringing the store up to date; copying it first to {} ({} MiB)",
                             file.string(), bytes >> 20U));
      tell = [&](int percent) {
        store.tell(percent < 100 ? fmt::format("copied {}%", percent)
                                 : std::string("copied; checking the copy"));
      };
    }
    make(store, file, tell);
    remove_old(store, calendar::Date::last());
  } catch (const std::exception&) {
    return;
  }
}

}  // namespace gradus::store
