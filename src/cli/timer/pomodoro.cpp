#include "cli/timer/pomodoro.hpp"

#include "gradus/calendar/duration.hpp"
#include "gradus/report/timer.hpp"

#include "cli/timer/running.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <ostream>

namespace gradus::cli {
namespace {

using calendar::Minutes;
using std::chrono::seconds;

struct Phase {
  const char* name;
  Minutes length;
};

constexpr auto clear_line = "\r\x1b[K";
constexpr auto bell = "\a";

// One line on a terminal, drawn again each second.
class Countdown {
 public:
  explicit Countdown(const Session& session)
      : session_(session), live_(session.animation), out_(session.world.out) {}

  // Adds the seconds that passed to `done`. False when Ctrl-C ended the phase.
  bool run(const Phase& phase, seconds& done) const {
    if (!live_)
      session_.say(fmt::format("{}: {}", phase.name, calendar::format_duration(phase.length)));
    for (seconds left = phase.length; left > seconds{0}; --left, ++done) {
      if (live_)
        out_ << clear_line
             << report::countdown_line(phase.name, left, phase.length, session_.style);
      out_.flush();
      if (!session_.world.wait(seconds{1})) return false;
    }
    if (live_) out_ << bell;
    return true;
  }

  void clear() const {
    if (live_) out_ << clear_line;
  }

 private:
  const Session& session_;
  bool live_;
  std::ostream& out_;
};

}  // namespace

ExitCode run_pomodoro(const journal::Timer& timer, const PomodoroLengths& lengths,
                      Session& session) {
  session.say(fmt::format("Started {} at {}. Ctrl-C stops it and records what was done.",
                          report::describe(timer), timer.watch.started().time.text()));
  // What the countdown counted: while the machine sleeps, nobody studies at it.
  seconds done{0};
  const Countdown countdown(session);
  for (const auto& phase : std::array{Phase{"Focus", lengths.focus}, Phase{"Notes", lengths.notes}})
    if (!countdown.run(phase, done)) break;
  countdown.clear();
  const auto minutes = std::chrono::floor<Minutes>(done);
  if (minutes == Minutes{0}) return drop_timer(timer, session);
  return record_timer(timer, minutes, {}, session);
}

}  // namespace gradus::cli
