#pragma once

#include "gradus/calendar/duration.hpp"
#include "gradus/recall/memory.hpp"
#include "gradus/track/entry_warnings.hpp"

#include "cli/command_help.hpp"
#include "cli/folders.hpp"
#include "cli/toml.hpp"

#include <string>

namespace gradus::cli {

// What only the config file says, above its first table.
struct Preferences {
  calendar::TimeOfDay day_start{calendar::Minutes{0}};  // until then it is still the evening before
  bool plain_prompts = false;     // a question is one line, for a screen reader
  bool animation = true;          // whatever moves may be drawn
  recall::Retention retention{};  // the share of reviews that are to be recalled
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
  [[nodiscard]] track::Warnings warnings() const;
  [[nodiscard]] Preferences preferences() const;
  // Where a path begins with ~/.
  [[nodiscard]] std::string from_home(const std::string& path) const {
    return environment_ ? cli::from_home(path, environment_) : path;
  }

  // Throws Error, naming file, line and key, for a file that can't be read or is no TOML, a key
  // that is none of the commands' options, and a value that its option doesn't take.
  void check() const;

 private:
  [[nodiscard]] std::string where(std::size_t line) const;
  void check_setting(const TomlSetting& setting, const CommandHelp& gradus) const;
  void check_warning(const TomlSetting& setting) const;
  void check_preference(const TomlSetting& setting) const;
  void check_value(const TomlSetting& setting, const OptionHelp& option) const;

  Environment environment_{};
  std::string file_;
  std::string unreadable_;  // why the file can't be read; empty if it can
  Toml toml_;
};

}  // namespace gradus::cli
