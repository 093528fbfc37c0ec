#pragma once

#include <map>
#include <string>
#include <vector>

namespace gradus::testing {

// What an exported calendar says of an event.
struct ToldEvent {
  int sequence = 0;
  std::string status{};
  std::string start{};
  std::string end{};  // empty for an event without one
  std::string summary{};
};
using ToldEvents = std::map<std::string, ToldEvent>;  // by UID

// Checks that no UID is there twice.
[[nodiscard]] ToldEvents told_events(const std::string& calendar);

// What a calendar that has imported `before` would make wrong of `now`: events that are gone, or
// whose SEQUENCE falls, or doesn't rise although the event changed.
[[nodiscard]] std::vector<std::string> faults_since(const ToldEvents& before,
                                                    const ToldEvents& now);

}  // namespace gradus::testing
