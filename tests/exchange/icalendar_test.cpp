#include "gradus/exchange/icalendar.hpp"

#include "support/entries.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gradus::exchange::icalendar_test {
namespace {

using calendar::BlockKind;
using calendar::Date;
using calendar::Minutes;
using calendar::TimeOfDay;
using testing::day;
using Strings = std::vector<std::string>;

Minutes at_greenwich(Date, TimeOfDay) {
  return Minutes{0};
}

// As in Berlin around 28 March 2027, when 02:00 became 03:00.
Minutes in_berlin(Date on, TimeOfDay time) {
  const auto change = day("2027-03-28");
  const bool summer = on > change || (on == change && time >= TimeOfDay{Minutes{120}});
  return Minutes{summer ? 120 : 60};
}

insight::Track track() {
  auto track = testing::sample_track();
  for (auto& week : track.plan.weeks) week.load.key = week.load.carries.front().week.text();
  return track;
}

std::string calendar_of(const plan::Events& events,
                        const calendar::OffsetOf& offset_of = at_greenwich,
                        const insight::Track& of = track()) {
  return to_icalendar(of, events, {day("2026-11-30"), offset_of, 9});
}

plan::BlockEvent event_of(plan::Block block) {
  return {"mine", "w1", 1, block, "Week w1", std::nullopt, 0, false};
}

plan::Block block(const char* on, const char* at = nullptr, int minutes = 60) {
  plan::Block block{day(on), std::nullopt, Minutes{minutes}, BlockKind::read};
  if (at != nullptr) block.at = TimeOfDay::parse(at).value();
  return block;
}

// Split at CRLF only.
Strings physical_lines(std::string_view text) {
  Strings lines;
  for (std::size_t end = 0; (end = text.find("\r\n")) != std::string_view::npos;) {
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 2);
  }
  REQUIRE(text.empty());
  return lines;
}

Strings unfolded(std::string_view text) {
  Strings lines;
  for (const auto& line : physical_lines(text)) {
    if (line.starts_with(' ')) {
      lines.back() += line.substr(1);
    } else {
      lines.push_back(line);
    }
  }
  return lines;
}

// The lines of all events that begin with one of the names.
Strings told(const std::string& calendar, const Strings& names) {
  Strings found;
  for (const auto& line : unfolded(calendar))
    if (std::ranges::any_of(names, [&](const auto& name) { return line.starts_with(name); }))
      found.push_back(line);
  return found;
}

Strings times(const plan::Block& block, const calendar::OffsetOf& offset_of = at_greenwich) {
  return told(calendar_of({{event_of(block)}, {}}, offset_of), {"DTSTART", "DTEND", "TRANSP"});
}

std::string calendar_titled(const std::string& title) {
  auto titled = track();
  titled.curriculum.title = title;
  return calendar_of({}, at_greenwich, titled);
}

TEST_CASE("a calendar is one object of lines that end in CRLF", "[exchange]") {
  const auto text = calendar_of({{event_of(block("2026-12-01", "19:00"))}, {}});
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n' || text[i] == '\r')
      CHECK(text.substr(text[i] == '\n' ? i - 1 : i, 2) == "\r\n");
  CHECK(physical_lines(text) ==
        Strings{"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//gradus//plan//EN",
                "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:Sample", "BEGIN:VEVENT",
                "UID:mine-w1-1@gradus", "DTSTAMP:20261130T000000Z", "SEQUENCE:0",
                "STATUS:CONFIRMED", "DTSTART:20261201T190000Z", "DTEND:20261201T200000Z",
                "SUMMARY:Read 1h: Week w1",
                "DESCRIPTION:Week 1 of 3. Record it: gradus log 1h read", "END:VEVENT",
                "END:VCALENDAR"});
}

TEST_CASE("a line of more than 75 octets is folded", "[exchange]") {
  const auto folded = [](std::size_t octets) {
    return physical_lines(calendar_titled(std::string(octets - 13, 'x'))).size() > 7;
  };
  CHECK_FALSE(folded(75));  // X-WR-CALNAME: is 13 of them
  CHECK(folded(76));
}

TEST_CASE("folding cuts no character, and unfolding gives the line back", "[exchange]") {
  REQUIRE(rc::check("folded titles", [] {
    const auto pieces =
        *rc::gen::container<Strings>(300, rc::gen::element<std::string>("a", "é", "日", "😀", " "));
    std::string title;
    for (const auto& piece : pieces) title += piece;
    const auto calendar = calendar_titled(title);
    for (const auto& line : physical_lines(calendar)) {
      RC_ASSERT(line.size() <= 75);
      const auto first =
          static_cast<unsigned char>(line.starts_with(' ') ? line.at(1) : line.at(0));
      RC_ASSERT((first & 0xC0U) != 0x80U);
    }
    RC_ASSERT(told(calendar, {"X-WR-CALNAME"}) == Strings{"X-WR-CALNAME:" + title});
  }));
}

TEST_CASE("what has a meaning in texts is escaped, and control characters are left out",
          "[exchange]") {
  CHECK(told(calendar_titled("a, b; c\\d: \"e\"\r\nf\tg\x7f"), {"X-WR"}) ==
        Strings{"X-WR-CALNAME:a\\, b\\; c\\\\d: \"e\"\\nfg"});
}

TEST_CASE("a local time is written as UTC, over midnight too", "[exchange]") {
  const auto east = [](Date, TimeOfDay) { return Minutes{330}; };
  const auto west = [](Date, TimeOfDay) { return Minutes{-480}; };
  CHECK(times(block("2026-12-01", "19:00"), east) ==
        Strings{"DTSTART:20261201T133000Z", "DTEND:20261201T143000Z"});
  CHECK(times(block("2027-01-01", "05:00"), east) ==
        Strings{"DTSTART:20261231T233000Z", "DTEND:20270101T003000Z"});
  CHECK(times(block("2026-12-31", "23:30", 30), west) ==
        Strings{"DTSTART:20270101T073000Z", "DTEND:20270101T080000Z"});
}

TEST_CASE("each event has the offset of its own day and time", "[exchange]") {
  CHECK(times(block("2027-03-27", "19:00"), in_berlin).front() == "DTSTART:20270327T180000Z");
  CHECK(times(block("2027-03-28", "10:00"), in_berlin).front() == "DTSTART:20270328T080000Z");
  CHECK(times(block("2027-03-29", "19:00"), in_berlin).front() == "DTSTART:20270329T170000Z");
  // Over the change itself: two hours are two hours, whatever the clock shows at the end.
  CHECK(times(block("2027-03-28", "01:30", 120), in_berlin) ==
        Strings{"DTSTART:20270328T003000Z", "DTEND:20270328T023000Z"});
}

TEST_CASE("a block without a time fills its day, and keeps nobody busy", "[exchange]") {
  CHECK(times(block("2026-12-31"), in_berlin) ==
        Strings{"DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", "TRANSP:TRANSPARENT"});
  // The calendar's last day has none after it.
  CHECK(times(block("9999-12-31")) == Strings{"DTSTART;VALUE=DATE:99991231", "TRANSP:TRANSPARENT"});
}

TEST_CASE("an artefact is due on a whole day", "[exchange]") {
  const auto text = calendar_of(
      {{}, {{"mine", curriculum::ArtefactId{"w1-gist"}, day("2026-12-06"), "The gist", 2, false}}});
  CHECK(told(text, {"UID", "SEQ", "STATUS", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION"}) ==
        Strings{"UID:mine-due-w1-gist@gradus", "SEQUENCE:2", "STATUS:CONFIRMED",
                "DTSTART;VALUE=DATE:20261206", "DTEND;VALUE=DATE:20261207", "SUMMARY:Due: The gist",
                "DESCRIPTION:Record it: gradus artefact add w1-gist"});
}

TEST_CASE("an event keeps its UID when it moves, and says its revision and whether it is cancelled",
          "[exchange]") {
  auto event = event_of(block("2026-12-01", "19:00"));
  event.ordinal = 3;
  const auto told_of = [&] {
    return told(calendar_of({{event}, {}}), {"UID", "SEQUENCE", "STATUS"});
  };
  CHECK(told_of() == Strings{"UID:mine-w1-3@gradus", "SEQUENCE:0", "STATUS:CONFIRMED"});
  event.block = block("2027-02-01");
  event.revision = 4;
  event.cancelled = true;
  CHECK(told_of() == Strings{"UID:mine-w1-3@gradus", "SEQUENCE:4", "STATUS:CANCELLED"});
}

TEST_CASE("an event that another zone moves is told with the next revision", "[exchange]") {
  auto event = event_of(block("2026-12-01", "19:00"));
  const auto sequence = [&] {
    return told(calendar_of({{event}, {}}, in_berlin), {"SEQUENCE"}).front();
  };
  CHECK(sequence() == "SEQUENCE:0");  // its last offset is not known
  event.offset = Minutes{60};
  CHECK(sequence() == "SEQUENCE:0");
  event.offset = Minutes{0};
  CHECK(sequence() == "SEQUENCE:9");
  event.block.at.reset();
  event.offset.reset();
  CHECK(sequence() == "SEQUENCE:0");
}

TEST_CASE("an event of a locked tier whose day has come is time for the open one", "[exchange]") {
  auto event = event_of(block("2026-12-01", "19:00"));
  event.waits = true;
  const auto lines = [&] {
    return told(calendar_of({{event}, {}}), {"UID", "SEQUENCE", "SUMMARY", "DESCRIPTION"});
  };
  CHECK(lines() == Strings{"UID:mine-w1-1@gradus", "SEQUENCE:9",
                           "SUMMARY:Lab 1h: what the open tier still asks for",
                           "DESCRIPTION:Record it: gradus log 1h lab"});
  event.waited = true;
  CHECK(lines()[1] == "SEQUENCE:0");
}

TEST_CASE("what has no title of its own is named by the plan, or else by its id", "[exchange]") {
  auto event = event_of(block("2026-12-01", "19:00", 90));
  event.title = "";
  CHECK(told(calendar_of({{event}, {}}), {"SUMMARY"}) == Strings{"SUMMARY:Read 1h30m: Week w1"});
  event.week_key = "w9.again";
  event.cancelled = true;
  const auto text = calendar_of(
      {{event}, {{"mine", curriculum::ArtefactId{"old-gist"}, day("2026-12-06"), "", 2, true}}});
  CHECK(told(text, {"UID", "SUMMARY", "DESCRIPTION"}) ==
        Strings{"UID:mine-w9.again-1@gradus", "SUMMARY:Read 1h30m: w9.again",
                "UID:mine-due-old-gist@gradus", "SUMMARY:Due: old-gist",
                "DESCRIPTION:Record it: gradus artefact add old-gist"});
}

TEST_CASE("the description has the web addresses of the week's resources and practice pages",
          "[exchange]") {
  auto linked = track();
  auto& curriculum = linked.curriculum;
  const auto resource = [](const char* id, const char* title, const char* url) {
    return curriculum::Resource{curriculum::ResourceId{id}, title, {}, {}, "", url, "", false, {}};
  };
  curriculum.resources = {resource("book", "A book", ""),
                          resource("mode", "Mode, in SQL", "https://mode.com/sql"),
                          resource("notes", "Notes", "file:///home/me/notes"),
                          resource("other", "Of another week", "https://example.org")};
  for (auto& tier : curriculum.tiers)
    for (auto& week : tier.weeks)
      if (week.id.text() == "w1")
        week.resources = {curriculum::ResourceId{"notes"}, curriculum::ResourceId{"mode"},
                          curriculum::ResourceId{"book"}};
  curriculum.topics = {{curriculum::TopicId{"aggregation"}, "Aggregation", {}, {}},
                       {curriculum::TopicId{"joins"}, "Joins", "http://sqlzoo.net/joins", {}},
                       {curriculum::TopicId{"cte"}, "CTEs", "http://sqlzoo.net/cte", {}}};
  const auto text =
      calendar_of({{event_of(block("2026-12-01", "19:00"))}, {}}, at_greenwich, linked);
  CHECK(told(text, {"DESCRIPTION"}) ==
        Strings{"DESCRIPTION:Week 1 of 3. Record it: gradus log 1h read\\nMode\\, in SQL: "
                "https://mode.com/sql\\nJoins: http://sqlzoo.net/joins"});
}

TEST_CASE("what is over before a day can be left out, and nothing else changes", "[exchange]") {
  const plan::Events events{
      {event_of(block("2026-11-29", "23:00")), event_of(block("2026-11-29", "23:01")),
       event_of(block("2026-11-29")), event_of(block("2026-11-30")),
       event_of(block("2026-11-30", "00:00"))},
      {{"mine", curriculum::ArtefactId{"w1-gist"}, day("2026-11-29"), "The gist", 2, false},
       {"mine", curriculum::ArtefactId{"w2-gist"}, day("2026-11-30"), "The gist", 2, true}}};
  const CalendarMoment now{day("2026-11-30"), at_greenwich, 9};
  const auto text = to_icalendar(track(), events, now, {.from = day("2026-11-30")});
  CHECK(told(text, {"DTSTART", "UID:mine-due"}) ==
        Strings{"DTSTART:20261129T230100Z", "DTSTART;VALUE=DATE:20261130",
                "DTSTART:20261130T000000Z", "UID:mine-due-w2-gist@gradus",
                "DTSTART;VALUE=DATE:20261130"});
  CHECK(to_icalendar(track(), events, now, {.from = day("2026-11-01")}) ==
        to_icalendar(track(), events, now));
}

TEST_CASE("a reminder stands in each event that has a time and is not cancelled", "[exchange]") {
  auto cancelled = event_of(block("2026-12-03", "19:00"));
  cancelled.cancelled = true;
  const plan::Events events{
      {event_of(block("2026-12-01", "19:00")), event_of(block("2026-12-02")), cancelled},
      {{"mine", curriculum::ArtefactId{"w1-gist"}, day("2026-12-06"), "The gist", 2, false}}};
  const CalendarMoment now{day("2026-11-30"), at_greenwich, 9};
  const auto text = to_icalendar(track(), events, now, {.alarm = Minutes{90}});
  const Strings alarm{"BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT90M",
                      "DESCRIPTION:Read 1h: Week w1", "END:VALARM"};
  auto lines = unfolded(text);
  const auto at = std::ranges::find(lines, "BEGIN:VALARM");
  REQUIRE(lines.end() - at > 6);
  CHECK(Strings(at, at + 5) == alarm);
  CHECK(*(at + 5) == "END:VEVENT");
  // It is no change of the event: without it the file is as ever.
  lines.erase(at, at + 5);
  CHECK(lines == unfolded(to_icalendar(track(), events, now)));
}

TEST_CASE("a UID holds plain characters only, whatever the track is called", "[exchange]") {
  auto event = event_of(block("2026-12-01"));
  event.calendar = "a b/é";
  CHECK(told(calendar_of({{event}, {}}), {"UID"}) == Strings{"UID:a%20b%2F%C3%A9-w1-1@gradus"});
}

}  // namespace
}  // namespace gradus::exchange::icalendar_test
