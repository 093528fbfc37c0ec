#include "gradus/report/timer.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/timer.hpp"

#include "cli/commit.hpp"
#include "cli/timer/pomodoro.hpp"
#include "cli/timer/requests.hpp"
#include "cli/timer/running.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

void refuse_second(const store::Store& store, const Session& session) {
  const auto running = track::running_timer(store, session.now());
  if (!running) return;
  throw rules::Error(
      fmt::format("a timer runs already: {}; nothing was changed", report::describe(*running)),
      "record it with gradus stop, or drop it with gradus cancel");
}

journal::Timer new_timer(const StartTimer& request, const insight::Track& track,
                         const calendar::Moment& now) {
  journal::check_text("note", request.note);
  journal::Timer timer{.track = track.name,
                       .started = now,
                       .kind = request.kind.value_or(track::planned_kind(track.plan, now.on)),
                       .note = request.note};
  if (!request.topic.empty())
    timer.topic = curriculum::find_topic(track.curriculum, request.topic).id;
  if (!request.week.empty()) timer.week = curriculum::find_week(track.curriculum, request.week).id;
  return timer;
}

}  // namespace

ExitCode run(const StartTimer& request, Session& session) {
  auto store = store::Store::write(session.store);
  refuse_second(store, session);
  const auto timer = new_timer(request, track::load(store, session.track), session.now());
  const auto what = report::describe(timer);
  store::save_timer(store, timer);
  commit(store, fmt::format("start {}", what), session);
  if (request.pomodoro) return run_pomodoro(timer, session);

  if (session.json)
    session.answer(report::timer_json({timer, calendar::Minutes{0}}));
  else
    session.say(fmt::format("Started {} at {}. Record it: gradus stop. Take it back: gradus undo",
                            what, timer.started.time.text()));
  return ExitCode::done;
}

}  // namespace gradus::cli
