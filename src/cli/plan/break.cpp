#include "gradus/journal/entry.hpp"

#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/plan/change.hpp"
#include "cli/show.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

struct AddBreak {
  std::optional<calendar::Date> from;
  std::optional<calendar::Date> to;
  std::string note;
  bool what_if = false;
};

struct RemoveBreak {
  std::optional<calendar::Date> from;
  bool what_if = false;
};

struct ListBreaks {};

plan::Break break_of(const AddBreak& request) {
  const auto& [from, to, note, what_if] = request;
  if (!from) throw Error("FROM is required", "such as gradus plan break 2026-12-24 2027-01-02");
  const auto last = to.value_or(*from);
  if (last < *from)
    throw Error(
        fmt::format("the break from {} to {} ends before it begins", from->iso(), last.iso()),
        "give the first day, then the last");
  journal::check_text("note", note);
  return {*from, last, note};
}

ExitCode run(const AddBreak& request, Session& session) {
  const auto added = break_of(request);
  if (added.to < session.today)
    session.warn("the break is already over: it moves nothing in the plan");
  auto store = open_for_change(session, request.what_if);
  const auto track = track::load(store, session.track);
  return apply_change({fmt::format("plan break {} {}", added.from.iso(), added.to.iso()),
                       track::with_break(track, added), request.what_if},
                      track, store, session);
}

ExitCode run(const RemoveBreak& request, Session& session) {
  const auto from = request.from.value();
  auto store = open_for_change(session, request.what_if);
  const auto track = track::load(store, session.track);
  return apply_change(
      {"plan break rm " + from.iso(), track::without_break(track, from), request.what_if}, track,
      store, session);
}

ExitCode run(const ListBreaks&, Session& session) {
  const auto store = store::Store::read(session.store);
  const auto breaks = store::load_breaks(store, store::find_track(store, session.track).id);
  session.show(breaks);
  return ExitCode::done;
}

void describe_break(Command& breaks, AddBreak& request) {
  breaks.add_option("FROM", request.from, read_day_ahead, "The first day of the break")
      .type_name("DATE");
  breaks.add_option("TO", request.to, read_day_ahead, "Its last day (default: the first)")
      .type_name("DATE");
  breaks.add_option("-n,--note", request.note, "What the break is for")
      .type_name("TEXT")
      .may_be_empty();
  add_what_if(breaks, request.what_if);
  breaks.add_command<ListBreaks>("list", "List the breaks.", "  gradus plan break list\n");
  breaks.add_command<RemoveBreak>("rm", "Remove a break.", "  gradus plan break rm 2026-12-24\n",
                                  [](Command& rm, RemoveBreak& removed) {
                                    rm.add_option("FROM", removed.from, read_day_ahead,
                                                  "The first day of the break")
                                        .required()
                                        .type_name("DATE");
                                    add_what_if(rm, removed.what_if);
                                  });
}

}  // namespace

void add_break(Command& plan) {
  plan.add_command<AddBreak>("break", "Keep days free of study, or list the breaks.",
                             "  gradus plan break 2026-12-24 2027-01-02 --note Christmas\n"
                             "  gradus plan break fri --note \"a wedding\"\n"
                             "  gradus plan break list\n"
                             "  gradus plan break rm 2026-12-24\n",
                             describe_break);
}

}  // namespace gradus::cli
