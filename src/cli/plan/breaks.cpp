#include "gradus/calendar/error.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/plan/error.hpp"
#include "gradus/report/plan_changes.hpp"

#include "cli/error.hpp"
#include "cli/plan/change.hpp"
#include "cli/plan/requests.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

// Breaks lie in the future as a rule, so a weekday is not a day of the past here.
calendar::Date read_break_day(const std::string& text, calendar::Date today) {
  if (const auto date = calendar::Date::parse(text)) return *date;
  constexpr auto hint = "write the date, such as 2026-12-24";
  if (calendar::parse_weekday(text))
    throw Error(fmt::format("\"{}\" could be any of many days", text), hint);
  try {
    return calendar::read_date(text, today);
  } catch (const calendar::Error& error) {
    throw Error(error.what(), hint);
  }
}

}  // namespace

ExitCode run(const AddBreak& request, Session& session) {
  if (request.from.empty())
    throw Error("FROM is required", "such as gradus plan break 2026-12-24 2027-01-02");
  const auto from = read_break_day(request.from, session.today);
  if (request.to.empty())
    throw plan::Error(
        fmt::format("a break from {} without an end would leave no day for study", request.from),
        fmt::format("give its last day: gradus plan break {} DATE", request.from));
  const plan::Break added{from, read_break_day(request.to, session.today), request.note};
  if (added.to < added.from)
    throw Error(fmt::format("the break from {} to {} ends before it begins", added.from.iso(),
                            added.to.iso()),
                "give the first day, then the last");
  journal::check_text("note", request.note);
  if (added.to < session.today)
    session.warn("the break is over already: it moves nothing that is planned");
  auto store = open_for_change(session, request.what_if);
  const auto track = track::load(store, session.track);
  return apply_change({fmt::format("plan break {} {}", added.from.iso(), added.to.iso()),
                       track::with_break(track, added), request.what_if},
                      track, store, session);
}

ExitCode run(const RemoveBreak& request, Session& session) {
  const auto from = read_break_day(request.from, session.today);
  auto store = open_for_change(session, request.what_if);
  const auto track = track::load(store, session.track);
  return apply_change(
      {"plan break rm " + from.iso(), track::without_break(track, from), request.what_if}, track,
      store, session);
}

ExitCode run(const ListBreaks&, Session& session) {
  const auto store = store::Store::read(session.store);
  const auto breaks = store::load_breaks(store, store::find_track(store, session.track).id);
  if (session.json)
    session.answer(report::breaks_json(breaks));
  else
    session.answer(report::breaks_view(breaks));
  return ExitCode::done;
}

}  // namespace gradus::cli
