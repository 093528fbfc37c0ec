#include "gradus/calendar/duration.hpp"
#include "gradus/report/timer.hpp"
#include "gradus/rules/gate.hpp"

#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/timer/running.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

using calendar::Minutes;
using journal::RunningTimer;

constexpr auto nothing_lost = "nothing was recorded, and the timer is as it was";

// With what was typed, for the message of a refusal.
struct TypedTime {
  std::string typed;
  calendar::TimeOfDay time;
};
struct TypedLength {
  std::string typed;
  Minutes length;
};

struct StopTimer {
  Recording recording;               // without its `at`
  std::optional<TypedTime> at;       // when it ended by the clock; by default now
  std::optional<TypedLength> after;  // how long it really was
};

TypedTime read_end(const Typed& typed) {
  if (const auto time = calendar::read_clock_time(typed.text)) return {typed.text, *time};
  throw Error(fmt::format("--at \"{}\" is not a time of day; {}", typed.text, nothing_lost),
              "times run from 00:00 to 23:59, such as --at 21:30; how long it was: --after 50m");
}

TypedLength read_real_length(const Typed& typed) {
  return {typed.text, read_length(typed)};
}

void describe_stop(Command& stop, StopTimer& request) {
  stop.add_option("--at", request.at, read_end,
                  "When you really stopped, by the clock (default: now)")
      .type_name("HH:MM");
  stop.add_option("--after", request.after, read_real_length, "How long you really studied")
      .type_name("DURATION");
  auto& [on, at, week, note] = request.recording;
  add_on(stop, on, "The day it counts for: YYYY-MM-DD, yesterday, -3d (default: the day it began)");
  add_week(stop, week, "The week it counts for (default: as given to start, or the current one)");
  add_note(stop, note, "Added to the note given to start; stays out of reports");
}

// Throws Error for more than has passed.
Minutes not_ahead(Minutes length, const RunningTimer& running, const std::string& typed) {
  if (length <= running.ran) return length;
  throw Error(fmt::format("\"{}\" is longer than the timer shows, {}; {}", typed,
                          calendar::format_duration(running.ran), nothing_lost),
              "give a shorter one, or type gradus stop");
}

// Until the clock first showed this time after the timer was started, or last resumed. Throws Error
// for an end before that, in the future, and in a pause.
Minutes until(calendar::TimeOfDay time, const RunningTimer& running, const std::string& typed,
              const Session& session) {
  const auto& watch = running.timer.watch;
  if (watch.paused())
    throw Error(fmt::format("the timer has been paused since {}, so it ended then; {}",
                            clock_text(watch.since(), session), nothing_lost),
                "record it as it is: gradus stop; or say how long it was: gradus stop --after 50m");
  // As the clock here and now shows it: the learner may have travelled.
  const auto now = session.now();
  const auto since = calendar::at_offset(watch.since(), now.offset);
  const auto on = time > since.time ? since.on : since.on + calendar::Days{1};
  const auto passed = local_moment(on, time, session) - since;
  const auto length = watch.counted() + passed;
  if (length <= running.ran) return length;
  const auto changed =
      fmt::format("it was {} at {}", last_change(watch), clock_text(watch.since(), session));
  std::string what;
  if (on <= now.on)
    what = fmt::format("{} after {}, which is in the future", calendar::format_duration(passed),
                       changed);
  else
    what = fmt::format("{} {}", time == since.time ? "when" : "before", changed);
  throw Error(fmt::format("\"{}\" is {}; {}", typed, what, nothing_lost),
              "name an end between then and now, or type gradus stop");
}

// A person who was asked must hear that the timer still runs.
Minutes read_answer(const std::string& answer) {
  try {
    return calendar::read_duration(answer);
  } catch (const calendar::Error& error) {
    throw Error(fmt::format("{}; the timer still runs, and nothing was recorded", error.what()),
                "say when you stopped: gradus stop --at 21:30, or how long it was: gradus stop "
                "--after 50m");
  }
}

Minutes ask_for_length(const RunningTimer& running, const Session& session) {
  const auto what = report::describe(running);
  const auto answer = session.ask(
      fmt::format("This timer was left running: {}.\n"
                  "When did you stop? A time such as 21:30, or how long it was, such as 50m; "
                  "Enter leaves it running: ",
                  what));
  if (!answer || answer->empty())
    throw rules::Error(fmt::format("the timer was left running: {}; {}", what, nothing_lost),
                       "say when you stopped: gradus stop --at 21:30, or how long it was: gradus "
                       "stop --after 50m; or drop it: gradus cancel");
  if (const auto time = calendar::read_clock_time(*answer))
    return until(*time, running, *answer, session);
  return not_ahead(read_answer(*answer), running, *answer);
}

Minutes find_length(const StopTimer& request, const RunningTimer& running, const Session& session) {
  if (request.at && request.after)
    throw Error("--at and --after both say when it ended", "give one of them");
  if (running.ran < Minutes{0})
    throw rules::Error(
        fmt::format("the clock shows a time before the timer's start at {}; {}",
                    clock_text(running.timer.watch.started(), session), nothing_lost),
        "is the clock right? To drop the timer: gradus cancel");
  if (request.at) return until(request.at->time, running, request.at->typed, session);
  if (request.after) return not_ahead(request.after->length, running, request.after->typed);
  if (!running.timer.watch.paused() && running.ran > journal::forgotten_after)
    return ask_for_length(running, session);
  if (running.ran >= Minutes{1}) return running.ran;
  throw rules::Error(fmt::format("the timer has not run for a minute yet; {}", nothing_lost),
                     "to drop it: gradus cancel");
}

ExitCode run(const StopTimer& request, Session& session) {
  // The store stays free while a person thinks about the answer.
  const auto running =
      track::require_timer(store::Store::read(session.store), session.now(), session.track);
  return record_timer(running.timer, find_length(request, running, session), request.recording,
                      session);
}

}  // namespace

void add_stop(Command& gradus) {
  gradus.add_command<StopTimer>("stop", "Stop the timer and record the time.",
                                "  gradus stop\n"
                                "  gradus stop --note \"the self joins\"\n"
                                "  gradus stop --at 21:30\n"
                                "  gradus stop --after 50m\n",
                                describe_stop);
}

}  // namespace gradus::cli
