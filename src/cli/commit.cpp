#include "cli/commit.hpp"

#include "gradus/store/backups.hpp"
#include "gradus/store/plans.hpp"
#include "gradus/store/tracks.hpp"

#include "cli/status_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gradus::cli {
namespace {

void back_up(const Session& session) {
  if (const auto failure = store::back_up_daily(session.store, session.today))
    session.warn(
        fmt::format("the change is safe, but the day's backup was not made: {}", *failure));
}

}  // namespace

void commit(store::Store& store, const std::string& step, const Session& session) {
  commit(store, step_of(step, session), session);
}

void commit(store::Store& store, const store::Step& step, const Session& session) {
  keep_told(store, session);
  store.commit(step);
  back_up(session);
  refresh_status(store, session);
}

void commit_moved_steps(store::Store& store, const Session& session) {
  keep_told(store, session);
  store.commit();
  refresh_status(store, session);
}

std::string last_line(const std::string& done, const std::string& track,
                      const store::Store& store) {
  const auto tracks = store::tracks(store);
  const auto active = std::ranges::count(tracks, false, &store::Track::archived);
  return fmt::format("{}{}. Undo: gradus undo", done,
                     active > 1 ? fmt::format(" (track {})", track) : "");
}

void keep_told(store::Store& store, const Session& session) {
  store::keep_zone(store, local_offsets(session), session.world.clock());
  store::keep_waiting(store, session.today, session.world.clock());
}

store::Step step_of(std::string name, const Session& session) {
  return {std::move(name), session.now()};
}

}  // namespace gradus::cli
