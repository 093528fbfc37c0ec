#include "cli/study/keep_drill.hpp"

#include "gradus/exchange/jsonl.hpp"
#include "gradus/report/review.hpp"
#include "gradus/track/review.hpp"

#include <fmt/format.h>

namespace gradus::cli {

ExitCode keep_drill(const journal::Drill& what, const std::string& verdict,
                    const Recording& recording, store::Store& store,
                    const track::LoadedTrack& track, Session& session) {
  const auto entry = new_entry(recording, what, session);
  const auto recorded = keep(store, track, entry, session);
  if (session.json) {
    session.answer(exchange::to_json(recorded.entry) + "\n");
    return ExitCode::done;
  }
  // When it comes back is known once it is recorded.
  const auto item =
      track::drill_to_review(store, track, what.drill, session.today, session.retention);
  say_recorded(
      recorded, entry, track.name, store, session,
      item ? fmt::format("{}; {}", verdict, report::next_text(*item, session.today)) : verdict);
  return ExitCode::done;
}

}  // namespace gradus::cli
