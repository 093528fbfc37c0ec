#include "gradus/report/pace.hpp"
#include "gradus/track/pace.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/show.hpp"

namespace gradus::cli {
namespace {

struct ShowForecast {};

void describe_forecast(Command&, ShowForecast&) {}

ExitCode run(const ShowForecast&, Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  session.show_paged(track::read_forecast(store, track, session.today));
  return ExitCode::done;
}

}  // namespace

void add_forecast(Command& gradus) {
  gradus.add_command<ShowForecast>(
      "forecast", "Show when the gates open and the hours are done, as a range of dates.",
      "  gradus forecast\n  gradus forecast --json\n", describe_forecast);
}

}  // namespace gradus::cli
