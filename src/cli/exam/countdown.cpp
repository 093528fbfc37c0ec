#include "gradus/store/exam_plans.hpp"
#include "gradus/text/plural.hpp"
#include "gradus/track/exam.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/commit.hpp"
#include "cli/error.hpp"
#include "cli/plan/change.hpp"
#include "cli/show.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

namespace gradus::cli {
namespace {

struct CountDown {
  std::optional<calendar::Date> date;  // nullopt: shows what is planned
  std::optional<std::string> exam;
  bool clear = false;
  bool what_if = false;
};

void describe_countdown(Command& countdown, CountDown& request) {
  countdown
      .add_option("DATE", request.date, read_day_ahead,
                  "The day of the exam (without it: show what is planned)")
      .type_name("DATE");
  countdown
      .add_option("--exam", request.exam,
                  "The exam's id (default: the curriculum's, or the stack's certificate)")
      .type_name("ID")
      .completes(Completion::exam);
  countdown.add_flag("--clear", request.clear, "Take the countdown and the reviews away");
  add_what_if(countdown, request.what_if);
}

insight::ExamCountdown shown(const plan::ExamPlan& planned, const track::LoadedTrack& track,
                             const Session& session) {
  insight::ExamCountdown countdown{
      .planned = planned,
      .today = session.today,
      .warnings = plan::clashes(planned, track.plan, track.frame, session.today)};
  const auto& about = track.curriculum.exam;
  if (about && about->id == planned.exam && planned.exam_date &&
      *planned.exam_date >= session.today)
    countdown.checklist = about->day;
  return countdown;
}

// Days of the countdown that lie before today.
void warn_of_past_days(const plan::ExamPlan& planned, const Session& session) {
  const auto days = planned.days();
  const auto over = std::ranges::count_if(
      days, [&](const plan::ExamLine& line) { return line.on < session.today; });
  if (over == 0) return;
  session.warn(fmt::format("{} of the 14 days before the exam {} over: begin with what is left",
                           over, over == 1 ? "is" : "are"));
}

ExitCode set(const CountDown& request, Session& session) {
  auto store = open_for_change(session, request.what_if);
  const auto track = track::load(store, session.track);
  const auto exam = track::find_exam(store, track, request.exam);
  const auto on = request.date.value();
  const auto planned = track::with_countdown(store, track, exam, on, session.today);
  const bool same = planned.exam == track.exam_plan.exam &&
                    planned.exam_date == track.exam_plan.exam_date &&
                    planned.lines == track.exam_plan.lines;
  if (!same && !request.what_if) {
    store::save_exam_plan(store, track.id, planned, session.world.clock());
    commit(store, "exam countdown " + on.iso(), session);
  }
  warn_of_past_days(planned, session);
  session.show(shown(planned, track, session));
  if (same)
    session.say("Nothing to change: the countdown is already like that.");
  else if (request.what_if)
    session.say("Only a what-if: nothing was stored.");
  else
    session.say(
        last_line(fmt::format("Planned the countdown to {} on {}", exam.id, on.with_weekday()),
                  track.name, store));
  return ExitCode::done;
}

ExitCode clear(const CountDown& request, Session& session) {
  auto store = open_for_change(session, request.what_if);
  const auto track = track::load(store, session.track);
  const auto& planned = track.exam_plan;
  const bool nothing = planned.lines.empty();
  if (!nothing && !request.what_if) {
    store::save_exam_plan(store, track.id, {}, session.world.clock());
    commit(store, "exam countdown --clear", session);
  }
  session.show(insight::ExamCountdown{.planned = {}, .today = session.today, .cleared = true});
  if (nothing)
    session.say("Nothing to change: no countdown was planned.");
  else if (request.what_if)
    session.say("Only a what-if: nothing was stored.");
  else
    session.say(last_line(fmt::format("Took away {} before the exam {}",
                                      text::counted(planned.lines.size(), "line"), planned.exam),
                          track.name, store));
  return ExitCode::done;
}

ExitCode run(const CountDown& request, Session& session) {
  if (request.clear && request.date)
    throw Error("--clear takes no date", "gradus exam countdown --clear");
  if (request.clear) return clear(request, session);
  if (request.date) return set(request, session);
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  session.show(shown(track.exam_plan, track, session));
  return ExitCode::done;
}

}  // namespace

void add_exam_countdown(Command& exam) {
  exam.add_command<CountDown>("countdown",
                              "Plan the 14 days before the exam, or show what is planned.",
                              "  gradus exam countdown 2027-03-15\n"
                              "  gradus exam countdown\n"
                              "  gradus exam countdown --clear\n",
                              describe_countdown);
}

}  // namespace gradus::cli
