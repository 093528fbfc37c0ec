#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::cli {

// A key of a TOML file with what it is set to.
struct TomlSetting {
  std::string table;                // "plan.break"; empty above the first table
  std::string key;                  // the last part of a dotted one
  std::vector<std::string> values;  // texts unquoted; numbers, days and booleans as written
  bool list = false;                // an array
  std::size_t line = 0;             // from 1

  // true or false, also as on, off, yes, no, 1 and 0; nothing for any other value.
  [[nodiscard]] std::optional<bool> as_switch() const;
};

struct TomlFailure {
  std::size_t line;
  std::string message;
};

struct Toml {
  std::vector<TomlSetting> settings;
  std::optional<TomlFailure> failure{};  // the first; nothing after it was read
};

// Reads the part of TOML 1.0 that settings need: comments, tables, dotted and quoted keys, one-line
// strings of both kinds, booleans, numbers, days, clock times, and arrays of these; and, for files
// written for CLI11's reader, words without quotes and comments after a ";". Arrays of
// tables, inline tables, multi-line strings and a day with a time are failures like any other.
//
// CLI11's reader is not used: it cuts a text at a "#", takes a line without "=" for a switch, knows
// no line numbers, and finds nothing wrong with any file.
[[nodiscard]] Toml read_toml(std::string_view text);

}  // namespace gradus::cli
