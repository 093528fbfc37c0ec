#include "support/calendar_file.hpp"

#include <catch2/catch.hpp>

#include <tuple>
#include <utility>

namespace gradus::testing {
namespace {

std::vector<std::string> unfolded_lines(const std::string& calendar) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < calendar.size();) {
    const auto end = calendar.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    auto line = calendar.substr(at, end - at);
    if (line.starts_with(' '))
      lines.back() += line.substr(1);
    else
      lines.push_back(std::move(line));
    at = end + 2;
  }
  return lines;
}

auto content(const ToldEvent& event) {
  return std::tie(event.status, event.start, event.end, event.summary);
}

}  // namespace

ToldEvents told_events(const std::string& calendar) {
  ToldEvents events;
  ToldEvent* event = nullptr;
  for (const auto& line : unfolded_lines(calendar)) {
    const auto name_end = line.find_first_of(":;");
    const auto name = line.substr(0, name_end);
    const auto value = line.substr(name_end + 1);
    if (name == "UID") {
      const auto [added, fresh] = events.try_emplace(value);
      CHECK(fresh);
      event = &added->second;
    }
    if (event == nullptr) continue;
    if (name == "SEQUENCE") event->sequence = std::stoi(value);
    if (name == "STATUS") event->status = value;
    if (name == "DTSTART") event->start = value;
    if (name == "DTEND") event->end = value;
    if (name == "SUMMARY") event->summary = value;
  }
  return events;
}

std::vector<std::string> faults_since(const ToldEvents& before, const ToldEvents& now) {
  std::vector<std::string> faults;
  for (const auto& [uid, was] : before) {
    const auto found = now.find(uid);
    if (found == now.end())
      faults.push_back(uid + " is gone");
    else if (found->second.sequence < was.sequence)
      faults.push_back(uid + " falls");
    else if (found->second.sequence == was.sequence && content(found->second) != content(was))
      faults.push_back(uid + " changes and doesn't rise");
  }
  return faults;
}

}  // namespace gradus::testing
