#include "gradus/insight/study_at_hand.hpp"
#include "gradus/report/timer.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/store/timer.hpp"
#include "gradus/track/timer.hpp"
#include "gradus/track/today.hpp"

#include "cli/commands.hpp"
#include "cli/commit.hpp"
#include "cli/error.hpp"
#include "cli/recording.hpp"
#include "cli/timer/pomodoro.hpp"

#include <fmt/format.h>

#include <variant>

namespace gradus::cli {
namespace {

struct StartTimer {
  std::optional<journal::SessionKind> kind;  // by default what is at hand
  std::optional<std::string> topic;
  Recording recording;                    // its week and note
  std::optional<calendar::TimeOfDay> at;  // when it began: by the clock, or how long ago
  std::optional<calendar::Minutes> ago;
  bool again = false;  // kind and topic as in the last session
  bool pomodoro = false;
  std::optional<calendar::Minutes> focus;
  std::optional<calendar::Minutes> rest;
};

void describe_start(Command& start, StartTimer& request) {
  start.add_choice(
      "KIND", request.kind, journal::session_kinds,
      "The kind of study (default: that of today's block, else of what the week has next)");
  add_topic(start, request.topic);
  add_week(start, request.recording.week);
  add_note(start, request.recording.note);
  start
      .add_option("--at", request.at, read_time,
                  "When you began, by the clock; a time still to come was yesterday's")
      .type_name("HH:MM");
  start.add_option("--ago", request.ago, read_minutes, "How long ago you began")
      .type_name("DURATION");
  start.add_flag("--again", request.again, "Kind and topic as in the last session");
  start.add_flag("--pomodoro", request.pomodoro,
                 "Count down 50 minutes of focus and 10 of notes, then record them; Ctrl-C ends it "
                 "earlier");
  start.add_option("--focus", request.focus, read_minutes, "A pomodoro with so long a focus")
      .type_name("DURATION");
  start.add_option("--break", request.rest, read_minutes, "A pomodoro with so long for notes")
      .type_name("DURATION");
}

bool counts_down(const StartTimer& request) {
  return request.pomodoro || request.focus || request.rest;
}

// When it began: now, unless the learner says otherwise.
calendar::Moment beginning(const StartTimer& request, const Session& session) {
  const auto now = session.now();
  if (!request.at && !request.ago) return now;
  if (request.at && request.ago)
    throw Error("--at and --ago both say when it began", "give one of them");
  if (counts_down(request))
    throw Error("a pomodoro counts down from now, so it can't have begun before",
                "leave --at and --ago out, or the pomodoro");
  if (request.at) {
    const auto day = last_day_of(*request.at, session);
    const auto began = local_moment(day, *request.at, session);
    // On a day that --today tells, too, no timer begins later than now.
    return now - began < calendar::Minutes{0}
               ? local_moment(day - calendar::Days{1}, *request.at, session)
               : began;
  }
  // The same instant, by the clock as it stands now.
  auto day = now.on;
  auto minute = now.time.since_midnight() - *request.ago;
  for (; minute < calendar::Minutes{0}; minute += calendar::Days{1}) day = day - calendar::Days{1};
  return {day, calendar::TimeOfDay{minute}, now.offset};
}

// The newest session of the track.
journal::Session last_session(const store::Store& store, const track::LoadedTrack& track) {
  const auto found =
      store::entries(store, track.id, {.type = curriculum::EntryType::session, .limit = 1});
  if (found.empty())
    throw rules::Error("no session is recorded yet, so there is none to start again",
                       "name the kind: gradus start read");
  return std::get<journal::Session>(found.front().what);
}

void refuse_second(const store::Store& store, const Session& session) {
  const auto running = track::running_timer(store, session.now());
  if (!running) return;
  const auto what = report::describe(*running);
  if (running->timer.watch.paused())
    throw rules::Error(fmt::format("a timer is paused: {}; nothing was changed", what),
                       "go on with gradus resume, record it with gradus stop, or drop it with "
                       "gradus cancel");
  throw rules::Error(fmt::format("a timer is running already: {}; nothing was changed", what),
                     "record it with gradus stop, or drop it with gradus cancel");
}

journal::Timer new_timer(const StartTimer& request, const store::Store& store,
                         const track::LoadedTrack& track, const calendar::Moment& began,
                         calendar::TimeOfDay day_start) {
  const auto& week = request.recording.week;
  const auto& note = request.recording.note;
  journal::check_text("note", note);
  std::optional<journal::Session> last;
  if (request.again) last = last_session(store, track);
  auto kind = request.kind;
  if (!kind && last) kind = last->kind;
  if (!kind)
    kind =
        insight::kind_at_hand(track::read_day(store, track, calendar::study_day(began, day_start)));
  journal::Timer timer{.track = track.name,
                       .watch = journal::Stopwatch(began),
                       .kind = *kind,
                       .topic = last ? last->topic : std::nullopt,
                       .note = note};
  if (request.topic) timer.topic = curriculum::find_topic(track.curriculum, *request.topic).id;
  if (week) timer.week = curriculum::find_week(track.curriculum, *week).id;
  return timer;
}

ExitCode run(const StartTimer& request, Session& session) {
  auto store = store::Store::write(session.store);
  refuse_second(store, session);
  const auto began = beginning(request, session);
  const auto timer =
      new_timer(request, store, track::load(store, session.track), began, session.day_start);
  const auto what = report::describe(timer);
  store::save_timer(store, timer);
  commit(store, fmt::format("start {}", what), session);
  if (counts_down(request))
    return run_pomodoro(timer,
                        {request.focus.value_or(PomodoroLengths{}.focus),
                         request.rest.value_or(PomodoroLengths{}.notes)},
                        session);

  if (session.json)
    session.answer(report::timer_json(journal::timer_at(timer, session.now())));
  else
    session.say(
        last_line(fmt::format("Started {}{} at {}. Record it: gradus stop", what,
                              began.on == session.calendar_day ? "" : " on " + began.on.iso(),
                              began.time.text()),
                  timer.track, store));
  return ExitCode::done;
}

}  // namespace

void add_start(Command& gradus) {
  gradus.add_command<StartTimer>("start", "Start the timer.",
                                 "  gradus start\n"
                                 "  gradus start lab --topic window-functions\n"
                                 "  gradus start --ago 20m\n"
                                 "  gradus start --again\n"
                                 "  gradus start read --pomodoro\n",
                                 describe_start);
}

}  // namespace gradus::cli
