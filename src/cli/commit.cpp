#include "cli/commit.hpp"

#include "gradus/store/backups.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

void back_up(const Session& session) {
  if (const auto failure = store::back_up_daily(session.store, session.today))
    session.warn(
        fmt::format("the change is safe, but the day's backup was not made: {}", *failure));
}

}  // namespace

void commit(store::Store& store, const std::string& step, const Session& session) {
  const auto time = session.world.time_of_day();
  store.commit({step, {session.today, time, session.world.local_offset(session.today, time)}});
  back_up(session);
}

}  // namespace gradus::cli
