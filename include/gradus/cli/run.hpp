#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/duration.hpp"
#include "gradus/calendar/instant.hpp"
#include "gradus/calendar/moment.hpp"
#include "gradus/cli/exit_code.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::cli {

// What is answered instead of a line by whoever leaves the question with Ctrl-D.
inline constexpr auto ctrl_d = "\x04";

// What ended a wait for a person.
enum class Heard {
  nothing,  // the time is over
  line,     // Enter was pressed
  end,      // nobody is there any more: Ctrl-D, or the terminal was closed
};

// Everything the program takes from outside. main passes the real things, tests pass their own.
struct World {
  std::ostream& out;
  std::ostream& err;
  calendar::Date today;  // by the local clock; --today and GRADUS_TODAY replace it
  std::function<std::optional<std::string>(const std::string&)> environment;
  std::function<std::array<std::uint8_t, 16>()> random_bytes;
  std::function<calendar::LocalOffset(calendar::Date, calendar::TimeOfDay)> local_offset;
  // Set when `out` is a terminal.
  std::optional<std::size_t> terminal_width;
  // The same of `err`.
  std::optional<std::size_t> err_width;
  // What the local clock shows; --today and GRADUS_TODAY replace its day.
  std::function<calendar::Moment()> now;
  // The real time, which --today and GRADUS_TODAY don't replace.
  std::function<calendar::Instant()> clock;
  // Asks a person and returns the line they type, or `ctrl_d`; nullopt if there is no terminal to
  // ask on.
  std::function<std::optional<std::string>(const std::string& question)> ask;
  // Waits that long; false once Ctrl-C was pressed, which from the first call on ends a wait and
  // nothing else.
  std::function<bool(std::chrono::seconds)> wait;
  // Waits that long for a person to press Enter, and drops what they typed before it. Ctrl-C ends
  // the program, as it does where nothing waits.
  std::function<Heard(std::chrono::seconds)> listen;
  // Shows a text to a person through the pager, a command line for the shell; false where there is
  // no such program.
  std::function<bool(const std::string& pager, const std::string& text)> page;
  // Runs a program, found on the PATH, with the terminal and the learner's environment, until it
  // ends; no shell reads the words. False if it can't be run or fails.
  std::function<bool(const std::vector<std::string>& words)> launch;
  // Fills in bytes of standard input as they come, waiting for the first; 0 at its end.
  std::function<std::size_t(char* bytes, std::size_t most)> read;
  // With --json: takes the sentences that a person would be told besides the answer. Null where
  // nobody wants them.
  std::function<void(std::string_view line)> aside{};
};

// One request: parse, do, answer. `args` without the program's name.
[[nodiscard]] ExitCode run(const std::vector<std::string>& args, const World& world);

}  // namespace gradus::cli
