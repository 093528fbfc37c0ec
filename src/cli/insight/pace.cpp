#include "gradus/report/pace.hpp"

#include "gradus/curriculum/builtin.hpp"
#include "gradus/decisions/cadence.hpp"
#include "gradus/track/pace.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/readers.hpp"
#include "cli/show.hpp"

#include <map>
#include <optional>
#include <string>

namespace gradus::cli {
namespace {

struct ShowPace {
  std::optional<calendar::Date> since;
  report::PaceBy by = report::PaceBy::all;
};

void describe_pace(Command& pace, ShowPace& request) {
  pace.add_option("--since", request.since, read_past_day, "Only what was from that day on")
      .type_name("DAY");
  const std::map<std::string, report::PaceBy> parts{{"week", report::PaceBy::week},
                                                    {"topic", report::PaceBy::topic},
                                                    {"kind", report::PaceBy::kind}};
  pace.add_choice(
      "--by", {"week", "topic", "kind"},
      [&request, parts](const std::string& word) { request.by = parts.at(word); },
      "Show only this part");
}

report::Cadence cadence_of(const std::optional<insight::Habits>& habits) {
  const auto catalogue = decisions::read_cadence(curriculum::builtin_text("catalog/cadence.json"));
  report::Cadence cadence{std::nullopt, catalogue.as_of, catalogue.source};
  if (!habits) return cadence;
  const auto* profile = decisions::find_profile(
      catalogue, {habits->hours_a_week, habits->hands_on_share, habits->on_weeknights_share});
  if (profile != nullptr) cadence.profile = *profile;
  return cadence;
}

ExitCode run(const ShowPace& request, Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  const auto pace = track::read_pace(store, track, session.today, request.since);
  session.show_paged(pace, cadence_of(pace.habits), request.by);
  return ExitCode::done;
}

}  // namespace

void add_pace(Command& gradus) {
  gradus.add_command<ShowPace>(
      "pace", "Compare the weeks with the plan, and show what each topic takes.",
      "  gradus pace\n  gradus pace --by topic\n  gradus pace --since -30d\n", describe_pace);
}

}  // namespace gradus::cli
