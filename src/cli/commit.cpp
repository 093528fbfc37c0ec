#include "cli/commit.hpp"

namespace gradus::cli {

void commit(store::Store& store, const std::string& step, const Session& session) {
  const auto time = session.world.time_of_day();
  store.commit({step, {session.today, time, session.world.local_offset(session.today, time)}});
}

}  // namespace gradus::cli
