#pragma once

#include "cli/command_help.hpp"
#include "cli/folders.hpp"
#include "cli/toml.hpp"

#include <string>

namespace gradus::cli {

// What `log` and its like warn of, unless the table [warnings] of the config file says otherwise.
struct Warnings {
  bool overlap = true;       // two entries at the same time
  bool day_over_24h = true;  // a day's entries come to more than 24 hours
  bool before_start = true;  // an entry lies before the track's first day
  bool future = true;        // a stretch of time ends later than now
};

// The learner's settings, config.toml. Above its first table stand the options of every command; a
// table named as a command, [log] or [plan.break], sets that command's own. They count only where
// neither the command line nor a variable says anything, and only for a command that is run.
class Config {
 public:
  Config() = default;
  // A missing file is an empty one. Failures are kept for check().
  [[nodiscard]] static Config load(const Environment& environment);

  [[nodiscard]] bool empty() const { return toml_.settings.empty(); }
  // Null when the file doesn't set it.
  [[nodiscard]] const TomlSetting* find(const std::string& table, const std::string& key) const;
  [[nodiscard]] Warnings warnings() const;

  // Throws Error, naming file, line and key, for a file that can't be read or is no TOML, a key
  // that is none of the commands' options, and a value that its option doesn't take.
  void check() const;

 private:
  [[nodiscard]] std::string where(std::size_t line) const;
  void check_setting(const TomlSetting& setting, const CommandHelp& gradus) const;
  void check_warning(const TomlSetting& setting) const;
  void check_value(const TomlSetting& setting, const OptionHelp& option) const;

  std::string file_;
  std::string unreadable_;  // why the file can't be read; empty if it can
  Toml toml_;
};

}  // namespace gradus::cli
