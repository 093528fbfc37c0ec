#include "gradus/calendar/error.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/plan/error.hpp"
#include "gradus/report/plan_changes.hpp"

#include "cli/error.hpp"
#include "cli/plan/change.hpp"
#include "cli/plan/requests.hpp"

#include <fmt/format.h>

#include <algorithm>

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

void refuse_overlap(const plan::Break& added, const std::vector<plan::Break>& breaks) {
  for (const auto& each : breaks) {
    if (each.to < added.from || added.to < each.from) continue;
    throw plan::Error(
        fmt::format("the break overlaps the one from {} to {}; nothing was changed",
                    each.from.iso(), each.to.iso()),
        fmt::format("take that one back first: gradus plan break rm {}", each.from.iso()));
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
  OpenTrack open = open_track(store, session);
  refuse_overlap(added, open.frame.breaks);
  auto change = change_of(open, fmt::format("plan break {} {}", added.from.iso(), added.to.iso()));
  change.frame.breaks.push_back(added);
  std::ranges::sort(change.frame.breaks, {}, &plan::Break::from);
  return apply_change(std::move(change), store, std::move(open), request.what_if, session);
}

ExitCode run(const RemoveBreak& request, Session& session) {
  const auto from = read_break_day(request.from, session.today);
  auto store = open_for_change(session, request.what_if);
  OpenTrack open = open_track(store, session);
  auto change = change_of(open, "plan break rm " + from.iso());
  const auto removed = std::erase_if(change.frame.breaks,
                                     [&](const plan::Break& each) { return each.from == from; });
  if (removed == 0)
    throw Error(fmt::format("no break begins on {}", from.iso()),
                "gradus plan break list shows them with their first days");
  return apply_change(std::move(change), store, std::move(open), request.what_if, session);
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
