#include "gradus/calendar/duration.hpp"

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

}  // namespace

ExitCode run(const LogSession& request, Session& session) {
  const auto length = read_length(request.duration);
  auto store = store::Store::write(session.store);
  const OpenTrack open = open_track(store, session);
  std::optional<curriculum::TopicId> topic;
  if (!request.topic.empty())
    topic = curriculum::find_topic(open.track.curriculum, request.topic).id;
  const journal::Session what{.minutes = length, .kind = request.kind, .topic = topic};
  return record(store, open, new_entry(request.recording, what, open, store, session), session);
}

}  // namespace gradus::cli
