#include "gradus/calendar/duration.hpp"
#include "gradus/calendar/span.hpp"

#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/recording.hpp"

#include <fmt/format.h>

#include <variant>

namespace gradus::cli {
namespace {

// What was typed for the time: how long, or from when to when by the clock.
struct Range {
  std::string typed;
  calendar::Span span;
};

struct LogSession {
  Recording recording;
  std::variant<calendar::Minutes, Range> length;
  journal::SessionKind kind = journal::SessionKind::read;
  std::optional<std::string> topic;
};

[[noreturn]] void refuse_more_than_a_day(const std::string& typed, calendar::Minutes length,
                                         const std::string& hint) {
  throw Error(fmt::format("\"{}\" was read as {}, but a day has 24 hours", typed,
                          calendar::format_duration(length)),
              hint);
}

std::variant<calendar::Minutes, Range> read_stretch(const Typed& typed) {
  const auto& text = typed.text;
  // "7pm-8pm" is meant to be a range too, and its refusal shows the form.
  if (calendar::is_span(text) || text.find('-', 1) != std::string::npos) {
    const auto today = typed.session.today;
    auto span = calendar::read_span(text, today);
    if (!span.day_given) span.on = last_day_of(span.from, typed.session);
    if (span.on <= today) return Range{text, span};
    throw Error(fmt::format("\"{}\" was read as {}, which is in the future (today is {})", text,
                            span.on.iso(), today.iso()),
                "record it on the day it is done");
  }
  const auto minutes = read_length(typed);
  if (minutes > journal::max_session)
    refuse_more_than_a_day(text, minutes,
                           "record each day on its own: gradus log 8h read --on yesterday");
  return minutes;
}

// In `gradus log yesterday 19:00-20:30 read` the time is where the kind should be.
std::string forgotten_quotes(const std::string& word) {
  if (!calendar::is_span(word)) return "";
  return fmt::format(
      "\"{}\" is a range of time: write it first, quoted together with its day, as in "
      "gradus log \"yesterday 19:00-20:30\" read",
      word);
}

void describe_log(Command& log, LogSession& request) {
  log.add_option("LENGTH", request.length, read_stretch,
                 "50m, 1h30m, 1.5h or 1:30; or by the clock: 19:00-20:30")
      .required()
      .type_name("DURATION|RANGE");
  log.add_choice("KIND", request.kind, journal::session_kinds,
                 "The kind of study; all but read count as hands-on", forgotten_quotes)
      .required();
  add_topic(log, request.topic);
  add_recording_options(log, request.recording);
}

void warn_if_ahead(const std::string& typed, const calendar::Moment& end, const Session& session) {
  const auto now = session.now();
  if (session.warnings.future && end - now > calendar::Minutes{0})
    session.warn(fmt::format("\"{}\" ends later than now, {}; it counts all the same [future]",
                             typed, now.time.text()));
}

struct Stretch {
  calendar::Minutes length;
  std::optional<calendar::Moment> from{};
};

// The range on the clock may be longer or shorter than the time studied: the clocks change.
Stretch stretch_of(const Range& range, const Recording& recording, const Session& session) {
  const auto& [typed, span] = range;
  if (recording.on || recording.at)
    throw Error(fmt::format("\"{}\" already says when, and --on or --at says it again", typed),
                "leave --on and --at out; a day goes before the time: \"yesterday 19:00-20:30\"");
  const auto from = local_moment(span.on, span.from, session);
  const auto to = local_moment(span.last_day(), span.to, session);
  const auto length = to - from;
  if (length > journal::max_session)
    refuse_more_than_a_day(typed, length, "does it end before it begins?");
  if (length <= calendar::Minutes{0})
    throw Error(fmt::format("\"{}\" takes no time at all: the clocks went forward", typed),
                "write how long it was: gradus log 50m read --on DATE");
  warn_if_ahead(typed, to, session);
  return {length, from};
}

ExitCode run(const LogSession& request, Session& session) {
  const auto* const range = std::get_if<Range>(&request.length);
  const auto stretch = range == nullptr ? Stretch{std::get<calendar::Minutes>(request.length)}
                                        : stretch_of(*range, request.recording, session);
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  journal::Session what{.minutes = stretch.length, .kind = request.kind};
  if (request.topic) what.topic = curriculum::find_topic(track.curriculum, *request.topic).id;
  auto entry = new_entry(request.recording, what, session);
  if (stretch.from) {
    entry.on = stretch.from->on;
    entry.at = stretch.from;
    entry.day_from_clock = !range->span.day_given && entry.on != session.today;
  }
  return record(store, track, entry, session);
}

}  // namespace

void add_log(Command& gradus) {
  gradus.add_command<LogSession>("log", "Record study time.",
                                 "  gradus log 50m read\n"
                                 "  gradus log 1h30m lab --on yesterday --topic window-functions\n"
                                 "  gradus log \"yesterday 23:30-00:40\" read\n"
                                 "  gradus log 1:30 review --week w3 --note \"the self joins\"\n",
                                 describe_log);
}

}  // namespace gradus::cli
