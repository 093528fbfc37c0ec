#include "gradus/track/today.hpp"

#include "gradus/track/review.hpp"
#include "gradus/track/timer.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/show.hpp"

#include <filesystem>

namespace gradus::cli {
namespace {

ExitCode show_today(Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  auto now =
      track::read_today(store, track, session.today, track::running_timer(store, session.now()));
  now.to_review = track::review_block(store, track, now, session.retention);
  session.show(now, track);
  return ExitCode::done;
}

// Backups alone are a store that was lost: that is for `today` to say.
bool is_new_here(const Session& session) {
  const auto& file = session.store.file;
  return !std::filesystem::exists(file) && !std::filesystem::exists(file.parent_path() / "backups");
}

struct ShowToday {};

ExitCode run(const ShowToday&, Session& session) {
  return show_today(session);
}

}  // namespace

ExitCode show_today_or_welcome(Session& session) {
  if (!is_new_here(session)) return show_today(session);
  session.show(report::Welcome{});
  return ExitCode::done;
}

void add_today(Command& gradus) {
  gradus.add_command<ShowToday>("today", "Show what to do today, in one screen.",
                                "  gradus today\n  gradus --today 2026-12-01 today\n");
}

}  // namespace gradus::cli
