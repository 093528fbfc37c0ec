#include "gradus/calendar/duration.hpp"
#include "gradus/calendar/span.hpp"

#include "cli/error.hpp"
#include "cli/study/requests.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

calendar::Minutes read_length(const std::string& text) {
  const auto minutes = calendar::read_duration(text);
  if (minutes <= journal::max_session) return minutes;
  throw Error(fmt::format("\"{}\" was read as {}, and a day has 24 hours", text,
                          calendar::format_duration(minutes)),
              "record each day on its own: gradus log 8h read --on yesterday");
}

// What was typed for the time: how long, and the day and the clock where they were named.
struct Stretch {
  calendar::Minutes length;
  std::optional<calendar::Moment> from{};
};

void warn_if_ahead(const std::string& typed, const calendar::Moment& end, const Session& session) {
  const auto now = session.now();
  if (session.warnings.future && end - now > calendar::Minutes{0})
    session.warn(fmt::format("\"{}\" ends later than now, {}; it counts all the same [future]",
                             typed, now.time.text()));
}

// The hours on the clock may be longer or shorter than the time: the clocks change.
Stretch read_span(const LogSession& request, const Session& session) {
  if (!request.recording.on.empty() || !request.recording.at.empty())
    throw Error(fmt::format("\"{}\" names its time already, and --on or --at names another",
                            request.length),
                "leave --on and --at out; a day stands before the time: \"yesterday 19:00-20:30\"");
  const auto span = calendar::read_span(request.length, session.today);
  if (span.on > session.today)
    throw Error(fmt::format("\"{}\" was read as {}, which lies in the future (today is {})",
                            request.length, span.on.iso(), session.today.iso()),
                "record it on the day it is done");
  const auto from = local_moment(span.on, span.from, session);
  const auto to = local_moment(span.last_day(), span.to, session);
  const auto length = to - from;
  if (length > journal::max_session)
    throw Error(fmt::format("\"{}\" was read as {}, and a day has 24 hours", request.length,
                            calendar::format_duration(length)),
                "does it end before it begins?");
  if (length > calendar::Minutes{0}) {
    warn_if_ahead(request.length, to, session);
    return {length, from};
  }
  throw Error(fmt::format("\"{}\" is no time at all: the clocks went forward", request.length),
              "write how long it was: gradus log 50m read --on DATE");
}

Stretch read_stretch(const LogSession& request, const Session& session) {
  if (calendar::is_span(request.length)) return read_span(request, session);
  // "7pm-8pm" is meant to be one, and its refusal shows the form.
  if (request.length.find('-', 1) != std::string::npos) return read_span(request, session);
  return {read_length(request.length)};
}

}  // namespace

ExitCode run(const LogSession& request, Session& session) {
  const auto stretch = read_stretch(request, session);
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  std::optional<curriculum::TopicId> topic;
  if (!request.topic.empty()) topic = curriculum::find_topic(track.curriculum, request.topic).id;
  const journal::Session what{.minutes = stretch.length, .kind = request.kind, .topic = topic};
  auto entry = new_entry(request.recording, what, session);
  if (stretch.from) {
    entry.on = stretch.from->on;
    entry.at = stretch.from;
  }
  return record(store, track, entry, session);
}

}  // namespace gradus::cli
