#pragma once

#include "gradus/calendar/moment.hpp"
#include "gradus/report/document.hpp"

#include <string>
#include <vector>

namespace gradus::report {

// A change of the store, as the history lists it.
struct ListedStep {
  int number;
  std::string name;
  calendar::Moment at;
  bool undone;  // redo would repeat it
};
[[nodiscard]] Document view(const std::vector<ListedStep>& steps);
// [{"number": 17, "step": "log 1h read", "at": "2026-12-01T19:00+01:00", "undone": false}]
[[nodiscard]] std::string json(const std::vector<ListedStep>& steps);

// {"undone": "log 1h read"}, {"undone": ["log 1h read", "log 1h lab"], "back_to": 15},
// {"redone": "log 1h read"}
[[nodiscard]] std::string undone_json(const std::string& step);
[[nodiscard]] std::string undone_json(const std::vector<std::string>& steps, int back_to);
[[nodiscard]] std::string redone_json(const std::string& step);

}  // namespace gradus::report
