#include "gradus/exchange/icalendar.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace gradus::exchange {
namespace {

using calendar::Date;
using calendar::Days;
using calendar::Minutes;

// RFC 5545, 3.3.11: backslash, semicolon, comma and line ends; other control characters are not
// allowed in a text.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') result += '\\';
    if (c == '\n') {
      result += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) {
      result += c;
    }
  }
  return result;
}

// A part of a UID: anything but letters, digits, dots and dashes is written as %XX.
std::string uid_part(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '.' || c == '-';
    result += plain ? std::string(1, c)
                    : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return result;
}

// RFC 5545, 3.1: lines end in CRLF and are folded at 75 octets, here never within a character.
class FoldedLines {
 public:
  void add(std::string_view line) {
    constexpr std::size_t most = 75;
    std::size_t room = most;
    while (line.size() > room) {
      std::size_t cut = room;
      while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) --cut;
      text_ += line.substr(0, cut);
      text_ += "\r\n ";
      line.remove_prefix(cut);
      room = most - 1;  // the blank counts
    }
    text_ += line;
    text_ += "\r\n";
  }
  void add_text(std::string_view name, std::string_view value) {
    add(fmt::format("{}:{}", name, escaped(value)));
  }
  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  std::string text_;
};

std::string compact(Date day) {
  const auto ymd = day.ymd();
  return fmt::format("{:04}{:02}{:02}", static_cast<int>(ymd.year()),
                     static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
}

// A number of minutes after (or before) a day's midnight, as a UTC time.
std::string utc(Date day, Minutes minutes) {
  const auto days = std::chrono::floor<Days>(minutes);
  const Minutes rest = minutes - days;
  return fmt::format("{}T{:02}{:02}00Z", compact(day + days), rest.count() / 60, rest.count() % 60);
}

std::string_view activity(calendar::BlockKind kind) {
  switch (kind) {
    case calendar::BlockKind::read:
      return "Read";
    case calendar::BlockKind::lab:
      return "Lab";
    case calendar::BlockKind::review:
      return "Review";
  }
  return {};
}

// Of the other schemes, no calendar should make a link.
bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

// A line each of where a plan week's work is: its resources, and the practice pages of its topics.
std::string links(const curriculum::Curriculum& curriculum, const plan::WeekLoad& load) {
  std::set<std::string> resources;
  std::set<std::string> topics;
  for (const auto& id : load.week_ids())
    for (const auto& resource : curriculum::find_week(curriculum, id.text()).resources)
      resources.insert(resource.text());
  for (const auto& row : load.problems) topics.insert(row.topic.text());
  std::string lines;
  const auto add = [&](const std::string& title, const std::string& url) {
    if (is_web_address(url)) lines += fmt::format("\n{}: {}", title, url);
  };
  for (const auto& resource : curriculum.resources)
    if (resources.contains(resource.id.text())) add(resource.title, resource.url);
  for (const auto& topic : curriculum.topics)
    if (topics.contains(topic.id.text())) add(topic.title, topic.practice_url.value_or(""));
  return lines;
}

// Of local clock times: a block over midnight is not over when the next day begins.
bool is_over_before(Date from, const plan::Block& block) {
  const auto end = block.at ? block.at->since_midnight() + block.minutes : Minutes{Days{1}};
  return block.on < from && end <= from - block.on;
}

class Writer {
 public:
  Writer(const insight::Track& track, const CalendarMoment& now, const CalendarChoice& choice)
      : track_(track),
        now_(now),
        choice_(choice),
        artefacts_(curriculum::artefact_titles(track.curriculum)) {
    for (const auto& week : track.plan.weeks) weeks_.emplace(week.load.key, &week);
  }

  [[nodiscard]] std::string write(const plan::Events& events) && {
    lines_.add("BEGIN:VCALENDAR");
    lines_.add("VERSION:2.0");
    lines_.add("PRODID:-//gradus//plan//EN");
    lines_.add("CALSCALE:GREGORIAN");
    lines_.add("METHOD:PUBLISH");
    lines_.add_text("X-WR-CALNAME", track_.curriculum.title);
    for (const auto& event : events.blocks)
      if (!choice_.from || !is_over_before(*choice_.from, event.block)) write(event);
    for (const auto& event : events.due)
      if (!choice_.from || event.on >= *choice_.from) write(event);
    for (const auto& event : events.exam)
      if (!choice_.from || event.line.on >= *choice_.from) write(event);
    lines_.add("END:VCALENDAR");
    return std::move(lines_).text();
  }

 private:
  void begin(const std::string& calendar, const std::string& name, int revision, bool cancelled) {
    lines_.add("BEGIN:VEVENT");
    lines_.add(fmt::format("UID:{}-{}@gradus", uid_part(calendar), name));
    lines_.add(fmt::format("DTSTAMP:{}T000000Z", compact(now_.made_on)));
    lines_.add(fmt::format("SEQUENCE:{}", revision));
    lines_.add(cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
  }

  void all_day(Date day) {
    lines_.add("DTSTART;VALUE=DATE:" + compact(day));
    if (day < Date::last()) lines_.add("DTEND;VALUE=DATE:" + compact(day + Days{1}));
  }

  void write(const plan::BlockEvent& event) {
    const auto& block = event.block;
    const auto offset = block.at ? now_.offset_of(block.on, *block.at) : Minutes{0};
    const bool differs = (event.offset && *event.offset != offset) || event.waits != event.waited;
    begin(event.calendar, fmt::format("{}-{}", uid_part(event.week_key), event.ordinal),
          differs ? now_.next_revision : event.revision, event.cancelled);
    if (block.at) {
      const auto start = block.at->since_midnight() - offset;
      lines_.add("DTSTART:" + utc(block.on, start));
      lines_.add("DTEND:" + utc(block.on, start + block.minutes));
    } else {
      all_day(block.on);
      lines_.add("TRANSP:TRANSPARENT");
    }
    const auto [summary, description] = told(event);
    lines_.add_text("SUMMARY", summary);
    if (!description.empty()) lines_.add_text("DESCRIPTION", description);
    if (choice_.alarm && block.at && !event.cancelled) remind(*choice_.alarm, summary);
    lines_.add("END:VEVENT");
  }

  struct Told {
    std::string summary;
    std::string description;
  };
  [[nodiscard]] Told told(const plan::BlockEvent& event) const {
    const auto& block = event.block;
    const auto length = calendar::format_duration(block.minutes);
    if (event.waits)
      return {fmt::format("Lab {}: what the open tier still asks for", length),
              fmt::format("Record it: gradus log {} lab", length)};
    const auto found = weeks_.find(event.week_key);
    const auto* week = found == weeks_.end() ? nullptr : found->second;
    const auto& title = week == nullptr ? event.week_key : week->load.title;
    Told told{fmt::format("{} {}: {}", activity(block.kind), length,
                          event.title.empty() ? title : event.title),
              {}};
    if (week != nullptr)
      told.description = fmt::format("Week {} of {}. Record it: gradus log {} {}", week->number,
                                     track_.plan.weeks.size(), length, calendar::name(block.kind)) +
                         links(track_.curriculum, week->load);
    return told;
  }

  // RFC 5545, 3.6.6.
  void remind(Minutes before, std::string_view of) {
    lines_.add("BEGIN:VALARM");
    lines_.add("ACTION:DISPLAY");
    lines_.add(fmt::format("TRIGGER:-PT{}M", before.count()));
    lines_.add_text("DESCRIPTION", of);
    lines_.add("END:VALARM");
  }

  void write(const plan::DueEvent& event) {
    begin(event.calendar, "due-" + uid_part(event.artefact.text()), event.revision,
          event.cancelled);
    all_day(event.on);
    lines_.add("TRANSP:TRANSPARENT");
    const auto found = artefacts_.find(event.artefact);
    const auto title = found == artefacts_.end() ? event.artefact.text() : found->second;
    lines_.add_text("SUMMARY", "Due: " + (event.title.empty() ? title : event.title));
    lines_.add_text("DESCRIPTION",
                    fmt::format("Record it: gradus artefact add {}", event.artefact.text()));
    lines_.add("END:VEVENT");
  }

  // Of a day, without a time: the learner's slots may have other hours.
  void write(const plan::ExamEvent& event) {
    const auto& line = event.line;
    begin(event.calendar, "exam." + uid_part(line.name), event.revision, event.cancelled);
    all_day(line.on);
    lines_.add("TRANSP:TRANSPARENT");
    const auto length = calendar::format_duration(line.minutes);
    lines_.add_text("SUMMARY", line.minutes > Minutes{0} ? fmt::format("{} ({})", line.task, length)
                                                         : line.task);
    if (const auto how = recorded_by(line); !how.empty())
      lines_.add_text("DESCRIPTION", "Record it: " + how);
    lines_.add("END:VEVENT");
  }

  [[nodiscard]] std::string recorded_by(const plan::ExamLine& line) const {
    const auto& exam = track_.exam_plan.exam;
    if (line.kind == plan::ExamWork::mock)
      return fmt::format("gradus exam add {} --score N --timed", exam.empty() ? "EXAM" : exam);
    if (line.kind == plan::ExamWork::rest || line.kind == plan::ExamWork::exam) return {};
    return fmt::format("gradus log {} {}", calendar::format_duration(line.minutes),
                       plan::name(line.kind));
  }

  const insight::Track& track_;
  const CalendarMoment& now_;
  const CalendarChoice& choice_;
  std::map<std::string, const plan::PlanWeek*> weeks_{};
  curriculum::ArtefactTitles artefacts_;
  FoldedLines lines_{};
};

}  // namespace

std::string to_icalendar(const insight::Track& track, const plan::Events& events,
                         const CalendarMoment& now, const CalendarChoice& choice) {
  return Writer(track, now, choice).write(events);
}

}  // namespace gradus::exchange
