#include "gradus/calendar/duration.hpp"
#include "gradus/calendar/lower.hpp"
#include "gradus/calendar/span.hpp"
#include "gradus/insight/study_at_hand.hpp"
#include "gradus/text/nearest.hpp"
#include "gradus/track/today.hpp"

#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/recording.hpp"

#include <fmt/format.h>

#include <iterator>
#include <sstream>
#include <utility>
#include <variant>

namespace gradus::cli {
namespace {

// What was typed for the time: how long, or from when to when by the clock.
struct Range {
  std::string typed;
  calendar::Span span;
};

using Length = std::variant<calendar::Minutes, Range>;

struct LogSession {
  Recording recording;
  // How long and what kind, in either order; either may be left out. Words behind the first may be
  // the rest of what was meant as one: yesterday 19:00-20:30.
  std::optional<std::string> first;
  std::vector<std::string> more;
  std::optional<std::string> topic;
};

[[noreturn]] void refuse_more_than_a_day(const std::string& typed, calendar::Minutes length,
                                         const std::string& hint) {
  throw Error(fmt::format("\"{}\" was read as {}, but a day has 24 hours", typed,
                          calendar::format_duration(length)),
              hint);
}

Length read_stretch(const Typed& typed) {
  const auto& text = typed.text;
  // "7pm-8pm" is meant to be a range too, and its refusal shows the form.
  if (calendar::is_span(text) || text.find('-', 1) != std::string::npos) {
    // By the clock and the calendar; which day it counts for follows from that.
    const auto today = typed.session.calendar_day;
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

// What was said of the time; what was not is taken from the plan.
struct TypedStudy {
  std::optional<Length> length{};
  std::optional<journal::SessionKind> kind{};
};

[[noreturn]] void refuse_word(const std::string& word) {
  throw Error(fmt::format("KIND: {}", text::none_of(word, words(journal::session_kinds))),
              "such as gradus log 50m read");
}

// A day and the range of time behind it are one.
std::vector<std::string> with_days(const std::vector<std::string>& typed) {
  std::vector<std::string> joined;
  for (const auto& word : typed) {
    const bool after_day = !joined.empty() && calendar::is_span(word) &&
                           !calendar::is_span(joined.back()) &&
                           !journal::parse_session_kind(lower(joined.back()));
    if (after_day)
      joined.back() += ' ' + word;
    else
      joined.push_back(word);
  }
  return joined;
}

TypedStudy read_words(const std::vector<std::string>& typed, const Session& session) {
  TypedStudy said;
  for (const auto& word : with_days(typed)) {
    const auto kind = journal::parse_session_kind(lower(word));
    const bool is_length = !kind && word.find_first_of("0123456789") != std::string::npos;
    if (!kind && !is_length) refuse_word(word);
    if (kind ? said.kind.has_value() : said.length.has_value())
      throw Error(fmt::format("\"{}\" is a second {}", word, kind ? "kind" : "length"),
                  "one entry has one of each: gradus log 50m read");
    if (kind)
      said.kind = kind;
    else
      said.length = read_stretch({"LENGTH", word, session});
  }
  return said;
}

void describe_log(Command& log, LogSession& request) {
  log.add_option("LENGTH", request.first,
                 "50m, 1h30m, 1.5h or 1:30; or by the clock: 19:00-20:30 (default: on a terminal, "
                 "today's block is offered)")
      .type_name("DURATION|RANGE")
      .offers(words(journal::session_kinds));
  log.add_option(
         "KIND", request.more,
         "The kind of study: read, lab, review, mock or project; all but read count as "
         "hands-on (default: that of today's block, else of what the week has next). It may "
         "also stand before LENGTH")
      .offers(words(journal::session_kinds));
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
                "leave --on and --at out; a day goes before the time: yesterday 19:00-20:30");
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

// "1h read".
std::string in_words(const insight::TodaysBlock& block) {
  return fmt::format("{} {}", calendar::format_duration(block.left()), name(block.block.kind));
}

// Asks how long it was, offering what is left of the day's block. The store stays free meanwhile.
TypedStudy ask_for_length(TypedStudy said, const LogSession& request, const Session& session) {
  const auto block = [&] {
    const auto store = store::Store::read(session.store);
    const auto day = day_of(request.recording, session);
    return insight::block_left(track::read_day(store, track::load(store, session.track), day),
                               said.kind);
  }();
  const auto answer = session.offer(
      block ? fmt::format("Planned: {}. Enter records it; or type what it was, such as 45m or "
                          "2h lab: ",
                          in_words(*block))
            : std::string("Nothing planned is left. How long did you study, such as 45m or 2h "
                          "lab? "));
  if (answer && answer->empty() && block)
    return {block->left(), said.kind.value_or(insight::session_kind(block->block.kind))};
  if (answer) {
    std::istringstream typed(*answer);
    const std::vector<std::string> parts{std::istream_iterator<std::string>(typed), {}};
    const auto told = read_words(parts, session);
    if (told.length) return {told.length, told.kind ? told.kind : said.kind};
  }
  throw Error("gradus log needs LENGTH: how long it was",
              block ? fmt::format("what is planned: gradus log {}", in_words(*block))
                    : "such as gradus log 50m");
}

ExitCode run(const LogSession& request, Session& session) {
  auto typed = request.more;
  if (request.first) typed.insert(typed.begin(), *request.first);
  auto said = read_words(typed, session);
  if (!said.length) said = ask_for_length(std::move(said), request, session);
  const auto* const range = std::get_if<Range>(&*said.length);
  const auto stretch = range == nullptr ? Stretch{std::get<calendar::Minutes>(*said.length)}
                                        : stretch_of(*range, request.recording, session);
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const auto day = stretch.from ? calendar::study_day(*stretch.from, session.day_start)
                                : day_of(request.recording, session);
  if (!said.kind) said.kind = insight::kind_at_hand(track::read_day(store, track, day));
  journal::Session what{.minutes = stretch.length, .kind = *said.kind};
  if (request.topic) what.topic = curriculum::find_topic(track.curriculum, *request.topic).id;
  auto entry = new_entry(request.recording, what, session);
  if (stretch.from) {
    entry.on = day;
    entry.at = stretch.from;
    entry.day_from_clock = !range->span.day_given && entry.on != session.today;
  }
  return record(store, track, entry, session);
}

}  // namespace

void add_log(Command& gradus) {
  gradus.add_command<LogSession>("log", "Record study time.",
                                 "  gradus log 1h\n"
                                 "  gradus log lab 3h\n"
                                 "  gradus log 1h30m lab --on yesterday --topic window-functions\n"
                                 "  gradus log yesterday 23:30-00:40 read\n"
                                 "  gradus log 1:30 review --week w3 --note \"the self joins\"\n",
                                 describe_log);
}

}  // namespace gradus::cli
