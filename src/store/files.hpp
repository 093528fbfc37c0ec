#pragma once

#include "gradus/store/error.hpp"

#include <array>
#include <filesystem>
#include <sys/types.h>
#include <system_error>

// Files and folders as the store needs them: private to the owner, and still there after a power
// cut.
namespace gradus::store {

inline constexpr mode_t folder_mode = 0700;
// What SQLite may leave beside a database.
inline constexpr std::array companions{"-journal", "-wal", "-shm"};
inline constexpr mode_t file_mode = 0600;  // SQLite gives its journals the same

// "there is no store at FILE", with the hint to run `gradus init` or `gradus restore`.
[[nodiscard]] Error no_store(const std::filesystem::path& file);
// Throws Error when the name is taken by something other than a file.
void expect_file(const std::filesystem::path& file);
// Throws Error unless the file exists and is not empty.
void expect_store(const std::filesystem::path& file);

// What the first bytes of a file tell SQLite. No connection may have the file open: closing it here
// would release this process's locks.
struct FileHeader {
  bool database = false;
  bool ours = false;  // the database bears the mark of gradus (application_id)
  bool wal = false;   // the database is in WAL mode, which only other programs use
};
[[nodiscard]] FileHeader read_header(const std::filesystem::path& file);

// "the store can't be opened: FILE: REASON"
[[nodiscard]] Error unusable(const std::filesystem::path& path, const std::error_code& failure);
// The error of the system call that just failed.
[[nodiscard]] std::error_code last_failure();

// Each of these throws Error when it fails.

// Creates the folder and any missing ones above it, with mode 0700.
void make_folder(const std::filesystem::path& folder);
// Creates an empty file with mode 0600, unless there is one.
void make_file(const std::filesystem::path& file);
// Makes what was written to a file, or the names in a folder, durable. No connection may have the
// file open: closing it here would release this process's locks.
void sync(const std::filesystem::path& path);
[[nodiscard]] std::filesystem::path folder_of(const std::filesystem::path& file);

// Whether files in the folder can be locked, by trying: some network file systems and mounts refuse
// each lock, which SQLite can't tell from one that another process holds. True where no file can be
// made to try it with.
[[nodiscard]] bool locks_files(const std::filesystem::path& folder);

}  // namespace gradus::store
