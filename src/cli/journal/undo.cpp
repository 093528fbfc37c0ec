#include "gradus/report/history.hpp"
#include "gradus/report/timer.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/history.hpp"
#include "gradus/text/plural.hpp"
#include "gradus/track/timer.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/commit.hpp"
#include "cli/error.hpp"
#include "cli/show.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::cli {
namespace {

struct Undo {
  bool list = false;      // only show the history
  std::optional<int> to;  // a step's number: undo all after it
};
struct Redo {};

void describe_undo(Command& undo, Undo& request) {
  undo.add_flag("--list", request.list, "Undo nothing; list the steps, newest first");
  undo.add_option("--to", request.to, whole_number(1, std::numeric_limits<int>::max()),
                  "Undo every step after this one of --list")
      .type_name("STEP");
}

ExitCode list(const Session& session) {
  std::vector<report::ListedStep> listed;
  for (auto& step : store::steps(store::Store::read(session.store)))
    listed.push_back({step.number, std::move(step.name), step.at, step.undone});
  session.show_paged(listed);
  return ExitCode::done;
}

using Timer = std::optional<journal::RunningTimer>;

// A step may have stopped, paused or dropped a timer; undoing that brings it back.
void say_if_timer_is_back(const Timer& before, const Timer& now, const Session& session) {
  if (!now || (before && before->timer == now->timer)) return;
  const auto what = report::describe(*now);
  if (now->timer.watch.paused())
    session.say(fmt::format("The timer is back: {}. Go on: gradus resume", what));
  else
    session.say(fmt::format("The timer is running again: {}. Stop it: gradus stop", what));
}

// Undoes or redoes a step of the history; `say` has a place for its name.
struct Move {
  std::optional<std::string> (*take)(store::Store&, calendar::Instant);
  std::string (*json)(const std::string&);
  std::string_view say;
  rules::Error nothing;
};

ExitCode walk(const Move& move, const Session& session) {
  auto store = store::Store::write(session.store);
  const auto timer_before = track::running_timer(store, session.now());
  const auto step = move.take(store, session.world.clock());
  if (!step) throw move.nothing;
  const auto timer = track::running_timer(store, session.now());
  commit_moved_steps(store, session);
  if (session.json)
    session.answer(move.json(*step));
  else
    session.say(fmt::format(fmt::runtime(move.say), report::visible(*step)));
  say_if_timer_is_back(timer_before, timer, session);
  return ExitCode::done;
}

// The step with that number, which is done. Throws Error.
store::PastStep find_step(const std::vector<store::PastStep>& steps, int number) {
  const auto found = std::ranges::find(steps, number, &store::PastStep::number);
  if (found == steps.end())
    throw Error(fmt::format("there is no step {}; nothing was changed", number),
                "gradus undo --list shows the steps with their numbers");
  if (found->undone)
    throw rules::Error(
        fmt::format("step {} is undone already: {}; nothing was changed", number, found->name),
        "gradus redo repeats what was undone, step by step");
  return *found;
}

ExitCode undo_to(int number, const Session& session) {
  auto store = store::Store::write(session.store);
  const auto timer_before = track::running_timer(store, session.now());
  const auto steps = store::steps(store);
  const auto last = find_step(steps, number);
  std::vector<std::string> undone;
  for (const auto& step : steps)
    if (step.number > number && !step.undone)
      undone.push_back(store::undo(store, session.world.clock()).value());
  if (undone.empty())
    throw rules::Error(fmt::format("step {} is the last one: {}; nothing was changed", number,
                                   report::visible(last.name)),
                       "gradus undo undoes it");
  const auto timer = track::running_timer(store, session.now());
  commit_moved_steps(store, session);
  if (session.json)
    session.answer(report::undone_json(undone, number));
  else
    session.say(fmt::format("Undid {}, back to step {}: {}. Redo them one by one: gradus redo",
                            text::counted(static_cast<int>(undone.size()), "step"), number,
                            report::visible(last.name)));
  say_if_timer_is_back(timer_before, timer, session);
  return ExitCode::done;
}

ExitCode run(const Undo& request, Session& session) {
  if (request.list) return list(session);
  if (request.to) return undo_to(*request.to, session);
  return walk({store::undo, report::undone_json, "Undid: {}. Redo: gradus redo",
               rules::Error("there is nothing to undo; nothing was changed",
                            "gradus undo --list shows the steps")},
              session);
}

ExitCode run(const Redo&, Session& session) {
  return walk({store::redo, report::redone_json, "Redid: {}. Undo: gradus undo",
               rules::Error("there is nothing to redo; nothing was changed",
                            "redo works after an undo, until the next change")},
              session);
}

}  // namespace

void add_undo(Command& gradus) {
  gradus.add_command<Undo>("undo", "Undo the last change, whatever it was.",
                           "  gradus undo\n"
                           "  gradus undo --list\n"
                           "  gradus undo --to 1\n",
                           describe_undo);
}

void add_redo(Command& gradus) {
  gradus.add_command<Redo>("redo", "Redo the last change that was undone.", "  gradus redo\n");
}

}  // namespace gradus::cli
