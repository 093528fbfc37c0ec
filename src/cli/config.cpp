#include "cli/config.hpp"

#include "gradus/calendar/moment.hpp"
#include "gradus/text/nearest.hpp"

#include "cli/error.hpp"
#include "cli/read_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>
#include <vector>

namespace gradus::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_bytes = std::size_t{1024} * 1024;
constexpr auto fix_line = "fix that line, or put a # before it";
constexpr auto warnings_table = "warnings";
const std::vector<std::string> warning_keys{"overlap", "day-over-24h", "before-start", "future"};

constexpr auto day_start_key = "day_start";
constexpr auto prompts_key = "prompts";
constexpr auto plain_prompts = "plain";
const std::vector<std::string> prompts{plain_prompts, "normal"};
constexpr auto animation_key = "animation";
constexpr auto retention_key = "retention";
const std::vector<std::string> preference_keys{day_start_key, prompts_key, animation_key,
                                               retention_key};

bool is_preference(const TomlSetting& setting) {
  return setting.table.empty() &&
         std::ranges::find(preference_keys, setting.key) != preference_keys.end();
}

// nullopt for what can't begin a day.
std::optional<calendar::TimeOfDay> day_start_of(const TomlSetting& setting) {
  if (setting.list || setting.values.size() != 1) return std::nullopt;
  const auto time = calendar::read_clock_time(setting.values.front());
  return time && time->since_midnight() <= calendar::latest_day_start ? time : std::nullopt;
}

// nullopt for what is no share, or one that FSRS makes no sense of.
std::optional<recall::Retention> retention_of(const TomlSetting& setting) {
  if (setting.list || setting.values.size() != 1) return std::nullopt;
  const auto& text = setting.values.front();
  double share = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), share);
  if (failed != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return recall::Retention::of(share);
}

// The command that a table names; null if there is none.
const CommandHelp* command_of(const CommandHelp& gradus, const std::string& table) {
  const CommandHelp* command = &gradus;
  for (std::size_t at = 0; at < table.size();) {
    const auto end = std::min(table.find('.', at), table.size());
    const auto found =
        std::ranges::find(command->commands, table.substr(at, end - at), &CommandHelp::name);
    if (found == command->commands.end()) return nullptr;
    command = &*found;
    at = end + 1;
  }
  return command;
}

// The keys of a command's options.
std::vector<std::string> keys(const CommandHelp& command) {
  std::vector<std::string> result;
  for (const auto& option : command.options)
    if (!option.is_argument() && option.name != "--help" && option.name != "--version")
      result.push_back(option.name.substr(2));
  return result;
}

std::vector<std::string> tables(const CommandHelp& gradus) {
  std::vector<std::string> result{warnings_table};
  for (const auto& command : gradus.commands) {
    result.push_back(command.name);
    for (const auto& below : command.commands)
      result.push_back(fmt::format("{}.{}", command.name, below.name));
  }
  return result;
}

}  // namespace

Config Config::load(const Environment& environment) {
  const fs::path file = config_home(environment) / "gradus" / "config.toml";
  Config config;
  config.environment_ = environment;
  config.file_ = file.string();
  std::error_code failed;
  if (!fs::exists(fs::status(file, failed))) {
    if (failed && failed != std::errc::no_such_file_or_directory &&
        failed != std::errc::not_a_directory)
      config.unreadable_ = "can't be read";
    return config;
  }
  const auto bytes = read_file(file, max_bytes);
  config.unreadable_ = bytes.why;
  if (bytes.why.empty() && !bytes.whole) config.unreadable_ = "is larger than 1 MiB, the limit";
  if (!config.unreadable_.empty()) return config;
  config.toml_ = read_toml(bytes.text);
  for (auto& setting : config.toml_.settings)
    for (auto& value : setting.values) value = cli::from_home(std::move(value), environment);
  return config;
}

const TomlSetting* Config::find(const std::string& table, const std::string& key) const {
  const auto found = std::ranges::find_if(toml_.settings, [&](const TomlSetting& setting) {
    return setting.table == table && setting.key == key;
  });
  return found == toml_.settings.end() ? nullptr : &*found;
}

track::Warnings Config::warnings() const {
  const auto is_on = [this](const std::string& key) {
    const auto* setting = find(warnings_table, key);
    return setting == nullptr || setting->as_switch().value_or(true);
  };
  return {.overlap = is_on("overlap"),
          .day_over_24h = is_on("day-over-24h"),
          .before_start = is_on("before-start"),
          .future = is_on("future")};
}

Preferences Config::preferences() const {
  Preferences preferences;
  if (const auto* setting = find("", day_start_key))
    preferences.day_start = day_start_of(*setting).value_or(preferences.day_start);
  if (const auto* setting = find("", prompts_key))
    preferences.plain_prompts = setting->values == std::vector<std::string>{plain_prompts};
  if (const auto* setting = find("", animation_key))
    preferences.animation = setting->as_switch().value_or(true);
  if (const auto* setting = find("", retention_key))
    preferences.retention = retention_of(*setting).value_or(preferences.retention);
  return preferences;
}

std::string Config::where(std::size_t line) const {
  return fmt::format("{}:{}", file_, line);
}

void Config::check() const {
  if (!unreadable_.empty())
    throw Error(fmt::format("{} {}", file_, unreadable_), "fix it, or move it away");
  if (toml_.failure)
    throw Error(fmt::format("{}: {}", where(toml_.failure->line), toml_.failure->message),
                fix_line);
  if (empty()) return;
  const CommandHelp gradus = describe_commands();
  for (const auto& setting : toml_.settings) {
    if (setting.table == warnings_table)
      check_warning(setting);
    else if (is_preference(setting))
      check_preference(setting);
    else
      check_setting(setting, gradus);
  }
}

void Config::check_warning(const TomlSetting& setting) const {
  if (std::ranges::find(warning_keys, setting.key) == warning_keys.end())
    throw Error(fmt::format("{}: there is no warning \"{}\"", where(setting.line), setting.key),
                fmt::format("the warnings are {}", fmt::join(warning_keys, ", ")));
  if (!setting.as_switch())
    throw Error(fmt::format("{}: {} must be true or false", where(setting.line), setting.key),
                fix_line);
}

void Config::check_preference(const TomlSetting& setting) const {
  const auto& [table, key, values, list, line] = setting;
  if (key == prompts_key &&
      (list || values.size() != 1 || std::ranges::find(prompts, values.front()) == prompts.end()))
    throw Error(fmt::format("{}: {} must be plain or normal", where(line), key),
                "such as prompts = \"plain\": each question is one line, for a screen reader");
  if (key == animation_key && !setting.as_switch())
    throw Error(fmt::format("{}: {} must be true or false", where(line), key), fix_line);
  if (key == retention_key && !retention_of(setting))
    throw Error(fmt::format("{}: {} must be a number from 0.8 to 0.95", where(line), key),
                "such as retention = 0.9: nine of ten reviews should succeed");
  if (key == day_start_key && !day_start_of(setting))
    throw Error(fmt::format("{}: {} must be a time of day from 00:00 to 12:00", where(setting.line),
                            setting.key),
                "such as day_start = \"04:00\": study until then belongs to the evening before");
}

void Config::check_setting(const TomlSetting& setting, const CommandHelp& gradus) const {
  const auto* command = command_of(gradus, setting.table);
  if (command == nullptr)
    throw Error(fmt::format("{}: {}: there is no command [{}]", where(setting.line), setting.key,
                            setting.table),
                text::nearest_or_all(setting.table, tables(gradus)));
  auto known = keys(*command);
  if (std::ranges::find(known, setting.key) != known.end()) {
    check_value(setting,
                *std::ranges::find(command->options, "--" + setting.key, &OptionHelp::name));
    return;
  }
  if (setting.table.empty())
    known.insert(known.end(), preference_keys.begin(), preference_keys.end());
  auto everywhere = keys(gradus);
  everywhere.insert(everywhere.end(), preference_keys.begin(), preference_keys.end());
  const bool misplaced = std::ranges::find(everywhere, setting.key) != everywhere.end();
  throw Error(fmt::format("{}: {} has no option \"{}\"", where(setting.line),
                          setting.table.empty() ? "gradus" : fmt::format("[{}]", setting.table),
                          setting.key),
              misplaced ? "it is a setting for every command: it belongs above the first [table]"
                        : text::nearest_or_all(setting.key, known));
}

void Config::check_value(const TomlSetting& setting, const OptionHelp& option) const {
  const auto refuse = [&](const std::string& why) {
    throw Error(fmt::format("{}: {}: {}", where(setting.line), setting.key, why), fix_line);
  };
  if (option.flag && !setting.as_switch()) refuse("it must be true or false");
  if (setting.list && !option.many) refuse("it takes one value, not a list");
  for (const auto& value : setting.values)
    if (!option.choices.empty() && std::ranges::find(option.choices, value) == option.choices.end())
      refuse(text::none_of(value, option.choices));
}

}  // namespace gradus::cli
