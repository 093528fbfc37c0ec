#include "gradus/exchange/icalendar.hpp"
#include "gradus/report/json.hpp"
#include "gradus/store/plans.hpp"

#include "cli/exchange/requests.hpp"
#include "cli/output.hpp"
#include "cli/track.hpp"

#include <fmt/format.h>

namespace gradus::cli {

ExitCode run(const ExportCalendar& request, Session& session) {
  const auto store = store::Store::read(session.store);
  const OpenTrack open = open_track(store, session);
  const auto events = store::load_events(store, open.id);
  const auto offset_of = [&](calendar::Date day, calendar::TimeOfDay time) {
    return session.world.local_offset(day, time).east;
  };
  const std::string text = exchange::to_icalendar(open.track, events, session.today, offset_of);
  if (request.output.empty()) {
    session.answer(session.json ? report::exported_json(text) : text);
    return ExitCode::done;
  }
  write_file(request.output, text);
  if (session.json)
    session.answer(report::written_json(request.output));
  else
    session.say(fmt::format("Wrote the calendar to {}", report::visible(request.output)));
  return ExitCode::done;
}

}  // namespace gradus::cli
