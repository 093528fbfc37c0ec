#include "gradus/insight/study_at_hand.hpp"
#include "gradus/report/timer.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/timer.hpp"
#include "gradus/track/timer.hpp"

#include "cli/commands.hpp"
#include "cli/commit.hpp"
#include "cli/recording.hpp"
#include "cli/timer/pomodoro.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

struct StartTimer {
  std::optional<journal::SessionKind> kind;  // by default that of today's first block
  std::optional<std::string> topic;
  Recording recording;  // its week and note
  bool pomodoro = false;
};

void describe_start(Command& start, StartTimer& request) {
  start.add_choice(
      "KIND", request.kind, journal::session_kinds,
      "The kind of study (default: that of today's block, else of what the week has next)");
  add_topic(start, request.topic);
  add_week(start, request.recording.week);
  add_note(start, request.recording.note);
  start.add_flag("--pomodoro", request.pomodoro,
                 "Count down 50 minutes of focus and 10 of notes, then record them; Ctrl-C ends it "
                 "earlier");
}

void refuse_second(const store::Store& store, const Session& session) {
  const auto running = track::running_timer(store, session.now());
  if (!running) return;
  throw rules::Error(fmt::format("a timer is running already: {}; nothing was changed",
                                 report::describe(*running)),
                     "record it with gradus stop, or drop it with gradus cancel");
}

journal::Timer new_timer(const StartTimer& request, const store::Store& store,
                         const track::LoadedTrack& track, const calendar::Moment& now) {
  const auto& week = request.recording.week;
  const auto& note = request.recording.note;
  journal::check_text("note", note);
  journal::Timer timer{.track = track.name,
                       .started = now,
                       .kind = request.kind
                                   ? *request.kind
                                   : insight::kind_at_hand(track::read_day(store, track, now.on)),
                       .note = note};
  if (request.topic) timer.topic = curriculum::find_topic(track.curriculum, *request.topic).id;
  if (week) timer.week = curriculum::find_week(track.curriculum, *week).id;
  return timer;
}

ExitCode run(const StartTimer& request, Session& session) {
  auto store = store::Store::write(session.store);
  refuse_second(store, session);
  const auto timer = new_timer(request, store, track::load(store, session.track), session.now());
  const auto what = report::describe(timer);
  store::save_timer(store, timer);
  commit(store, fmt::format("start {}", what), session);
  if (request.pomodoro) return run_pomodoro(timer, session);

  if (session.json)
    session.answer(report::timer_json({timer, calendar::Minutes{0}}));
  else
    session.say(last_line(
        fmt::format("Started {} at {}. Record it: gradus stop", what, timer.started.time.text()),
        timer.track, store));
  return ExitCode::done;
}

}  // namespace

void add_start(Command& gradus) {
  gradus.add_command<StartTimer>("start", "Start the timer.",
                                 "  gradus start\n"
                                 "  gradus start lab --topic window-functions\n"
                                 "  gradus start read --pomodoro\n",
                                 describe_start);
}

}  // namespace gradus::cli
