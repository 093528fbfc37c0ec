#include "gradus/report/new_version.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/plans.hpp"
#include "gradus/track/upgrade.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/commit.hpp"
#include "cli/curriculum/files.hpp"
#include "cli/plan/change.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gradus::cli {
namespace {

// Moves the track to another version of its curriculum.
struct UseCurriculum {
  std::string file;  // an id, or a file
  bool what_if = false;
};

void describe_curriculum_use(Command& use, UseCurriculum& request) {
  use.add_option("FILE", request.file, "The version to use: a file, or a curriculum's id")
      .required()
      .completes(Completion::curriculum);
  use.add_flag("--what-if", request.what_if, "Show what would change, and store nothing");
}

track::Upgrade prepare(const store::Store& store, const CurriculumFile& file,
                       const Session& session) {
  return track::prepare_upgrade(store, session.track, file, session.today);
}

std::string preview_text(const CurriculumFile& file, const Session& session) {
  const auto store = store::Store::read(session.store);
  const auto upgrade = prepare(store, file, session);
  if (upgrade.same_text()) return "";
  return report::write_text(report::view(track::new_version(upgrade, store, false, session.today)),
                            session.style);
}

enum class Agreed { unasked, yes, no };

// Shows what would change and asks, where there is a terminal for both. The store stays free while
// a person thinks about it.
Agreed ask_person(const std::string& preview, const Session& session) {
  session.answer(preview);
  const auto answer = session.ask("Use this version? [y/N] ");
  if (!answer) return Agreed::unasked;
  const bool yes = !answer->empty() && (answer->front() == 'y' || answer->front() == 'Y');
  return yes ? Agreed::yes : Agreed::no;
}

void expect_same(const std::string& preview, const std::string& now) {
  if (preview == now) return;
  throw rules::Error("the track has changed since you were asked; nothing was changed",
                     "look at it again: gradus curriculum use FILE");
}

ExitCode run(const UseCurriculum& request, Session& session) {
  const auto file = find_curriculum(request.file, session);
  std::optional<std::string> shown;
  if (session.world.terminal_width && !session.json && !session.no_input && !request.what_if) {
    shown = preview_text(file, session);
    if (!shown->empty() && ask_person(*shown, session) == Agreed::no) {
      session.say("Nothing was changed.");
      return ExitCode::done;
    }
  }

  auto store = open_for_change(session, request.what_if);
  const auto upgrade = prepare(store, file, session);
  const auto version = track::new_version(upgrade, store, request.what_if, session.today);
  const auto view = report::write_text(report::view(version), session.style);
  const bool nothing = upgrade.same_text();
  const auto answer = session.json ? report::json(version) : view;
  if (shown && !nothing) expect_same(*shown, view);
  const auto name = fmt::format("{} {}", upgrade.after.curriculum.id.text(), upgrade.copy.version);
  if (!request.what_if && !nothing) {
    track::save(store, upgrade, session.world.clock());
    commit(store, "curriculum use " + name, session);
  }
  if (session.json || (!nothing && !shown)) session.answer(answer);
  if (nothing)
    session.say(fmt::format("Nothing to change: the track already has this text of {}.", name));
  else if (request.what_if)
    session.say("Only a what-if: nothing was stored.");
  else
    session.say(last_line(fmt::format("Now using {} (was {})", name, upgrade.had.version),
                          upgrade.after.name, store));
  return ExitCode::done;
}

}  // namespace

void add_curriculum_use(Command& curriculum) {
  curriculum.add_command<UseCurriculum>(
      "use", "Move the track to another version of its curriculum, and show what that changes.",
      "  gradus curriculum use ./mine.json --what-if\n"
      "  gradus curriculum use de-roadmap\n",
      describe_curriculum_use);
}

}  // namespace gradus::cli
