#include "cli/shell/man_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace gradus::cli {
namespace {

// The sections besides the commands, written in man(7).
constexpr std::string_view before_commands = R"man(.SH NAME
gradus \- plan what to study, record what was done, check whether to move on
.SH SYNOPSIS
.B gradus
.RI [ OPTIONS ]
.RI [ COMMAND ]
.SH DESCRIPTION
gradus lays a curriculum out over your own weeks, records hours, solved problems and artefacts, checks a tier's exit
criteria and says exactly what is missing, and writes a report for a mentor or a recruiter.
It works offline and keeps everything in one file that is yours.
.PP
Without a command it shows what to do today.
.PP
Days are written as
.IR 2026\-12\-01 ,
.IR today ,
.IR yesterday ,
.I \-3d
(days before today) or a weekday, the last one past.
Durations are written as
.IR 50m ,
.IR 1h30m ,
.I 1.5h
or
.IR 1:30 .
An entry's id may be cut to any unique beginning of four characters or more.
)man";

constexpr std::string_view after_commands = R"man(.SH EXIT STATUS
.TP
.B 0
Done; or the answer is yes.
.TP
.B 1
The answer is no.
.TP
.B 2
Wrong usage or bad input; nothing was changed.
.TP
.B 3
The store can't be used; nothing was lost.
.TP
.B 4
A rule forbids it; nothing was changed.
.SH CONFIGURATION
Every option can be set in
.IR config.toml ,
without its dashes: those of every command above the first table, others in the table of their command, such as
.B [log]
or
.BR [plan.break] .
The table
.B [warnings]
takes
.BR overlap ", " day\-over\-24h ", " before\-start
and
.BR future ,
true or false.
The command line comes first, then the environment, then this file.
.SH ENVIRONMENT
An option given on the command line comes before its variable.
.TP
.B GRADUS_STORE
The store to use, as
.BR \-\-store .
.TP
.B GRADUS_TODAY
The day to use as today, as
.BR \-\-today .
.TP
.BR NO_COLOR ", " CLICOLOR_FORCE
Never, or always, use colour.
.TP
.B XDG_CONFIG_HOME
Where settings are kept, instead of
.IR ~/.config .
.TP
.B XDG_DATA_HOME
Where the learner's files are kept, instead of
.IR ~/.local/share .
.TP
.B TZ
The time zone of the local clock.
.SH FILES
.TP
.I ~/.local/share/gradus/gradus.db
The store: tracks, plan, journal and history, in one SQLite file.
.TP
.I ~/.local/share/gradus/curricula/ID.json
Curricula of your own, known by their ids.
.TP
.I ~/.config/gradus/config.toml
Settings.
)man";

// Text for man(7): no dash becomes typography, no line becomes a request.
std::string escaped(std::string_view text) {
  std::string result;
  bool line_start = true;
  for (const char c : text) {
    if (line_start && (c == '.' || c == '\'')) result += "\\&";
    line_start = c == '\n';
    if (c == '\\')
      result += "\\e";
    else if (c == '-')
      result += "\\-";
    else
      result += c;
  }
  return result;
}

// Behind "gradus log": "DURATION KIND [OPTIONS]".
std::string usage(const CommandHelp& command) {
  std::string text;
  bool options = false;
  for (const auto& option : command.options) {
    if (!option.is_argument()) {
      options = true;
      continue;
    }
    const std::string name = option.many ? option.name + "..." : option.name;
    text += option.required ? " " + name : fmt::format(" [{}]", name);
  }
  if (!command.runs)
    text += " COMMAND";
  else if (!command.commands.empty())
    text += " [COMMAND]";
  return options ? text + " [OPTIONS]" : text;
}

// What follows an option's name: the type of its value, or its choices.
std::string value_of(const OptionHelp& option) {
  if (option.flag) return "";
  if (!option.choices.empty()) return fmt::format(" {}", fmt::join(option.choices, "|"));
  return option.is_argument() ? "" : " " + option.type;
}

std::string describe(const OptionHelp& option) {
  const bool must = option.required && !option.is_argument();
  const std::string name =
      option.short_name.empty() ? option.name : option.short_name + ", " + option.name;
  return fmt::format(".TP\n\\f{}{}\\fR\\fI{}\\fR\n{}{}\n", option.is_argument() ? 'I' : 'B',
                     escaped(name), escaped(value_of(option)), escaped(option.description),
                     must ? "; required" : "");
}

std::string describe_options(const CommandHelp& command) {
  std::string text;
  for (const auto& option : command.options) text += describe(option);
  return text;
}

// As they are typed, or stand in a file.
std::string literally(const std::string& lines) {
  std::string text = ".EX\n";
  for (std::size_t at = 0; at < lines.size();) {
    const auto end = std::min(lines.find('\n', at), lines.size());
    text += escaped(lines.substr(at, end - at)) + "\n";
    at = end + 1;
  }
  return text + ".EE\n";
}

// The command and those below it.
std::string describe(const CommandHelp& command, const std::string& above) {
  const std::string name = fmt::format("{} {}", above, command.name);
  std::string text = fmt::format(".SS \"{}{}\"\n{}\n", escaped(name), escaped(usage(command)),
                                 escaped(command.description));
  text += describe_options(command) + ".PP\n" + literally(command.examples);
  if (!command.remarks.empty()) text += ".PP\n" + literally(command.remarks);
  for (const auto& below : command.commands) text += describe(below, name);
  return text;
}

}  // namespace

std::string man_page(const CommandHelp& gradus) {
  std::string text =
      fmt::format(".TH GRADUS 1 \"\" \"gradus {}\" \"User Commands\"\n", escaped(GRADUS_VERSION));
  text += before_commands;
  text += ".SH OPTIONS\nEvery command takes these.\n" + describe_options(gradus);
  text += ".SH COMMANDS\n";
  for (const auto& command : gradus.commands) text += describe(command, "gradus");
  text += after_commands;
  return text + ".SH EXAMPLES\n" + literally(gradus.examples);
}

}  // namespace gradus::cli
