#include "support/figures.hpp"
#include "support/json_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace gradus::testing::by_json {
namespace {

// "1 of 3 passed"
std::string passed_text(const json& module) {
  return fmt::format("{} of {} passed", text(module["met"]), text(module["total"]));
}

void add_checks(Lines& lines, const json& checks) {
  for (const auto& check : checks) {
    add_figures(lines, text(check["title"]));
    add_figures(lines, fmt::format("{}: {}", text(check["id"]), outcome(check)));
    if (check["status"] != "pass") add_figures(lines, "how: " + text(check["how"]));
  }
}

std::string listed(const json& ids) {
  std::vector<std::string> words;
  words.reserve(ids.size());
  for (const auto& id : ids) words.push_back(text(id));
  return joined(words, ", ");
}

int sum(const json& minutes) {
  int all = 0;
  for (const auto& of_kind : minutes) all += of_kind.get<int>();
  return all;
}

std::string time_text(const json& page) {
  std::vector<std::string> kinds;
  for (const auto* const kind : {"read", "lab", "review"})
    if (const auto& minutes = page["minutes"][kind]; minutes != 0)
      kinds.push_back(fmt::format("{} {}", kind, duration(minutes)));
  return fmt::format("{} ({}), {} of it on top of its weeks' own work",
                     duration(sum(page["minutes"])), joined(kinds, ", "),
                     duration(page["net_minutes"]));
}

}  // namespace

void add_deep_dives(Lines& lines, const json& week) {
  for (const auto& module : week["deep_dives"]) {
    add_figures(lines, "Checks: " + passed_text(module));
    add_checks(lines, module["checks"]);
  }
}

void add_module_today(Lines& lines, const json& today) {
  const auto& modules = today["deep_dives"];
  const auto open =
      std::ranges::find_if(modules, [](const json& module) { return !module["next"].is_null(); });
  if (open == modules.end()) return;
  const auto id = text((*open)["id"]);
  add_figures(lines, fmt::format("Module: {0}, {1} of {2} passed, next {3} (gradus module ready "
                                 "{0})",
                                 id, text((*open)["met"]), counted((*open)["total"], "check"),
                                 text((*open)["next"]["id"])));
}

void add_module_results(Lines& lines, const json& report) {
  for (const auto& module : report["modules"])
    add_figures(lines, fmt::format("{}: checks {}", text(module["id"]), passed_text(module)));
}

Lines module_list_lines(const json& list) {
  Lines lines;
  for (const auto& module : list)
    add_figures(lines,
                fmt::format("{} {} {} {} {} {} {}", text(module["id"]), text(module["title"]),
                            listed(module["weeks"]), duration(module["minutes"]),
                            listed(module["requires"]), module["planned"] == true ? "planned" : "",
                            module["passed"] == true ? "passed"
                                                     : fmt::format("{} of {}", text(module["met"]),
                                                                   text(module["total"]))));
  return lines;
}

Lines module_page_lines(const json& page) {
  Lines lines;
  add_figures(lines, "Time: " + time_text(page));
  const auto planned = page["planned"] == true ? "planned" : "not in the plan";
  if (page["passed"] != true)
    add_figures(lines, fmt::format("State: {}, checks {}", planned, passed_text(page)));
  add_checks(lines, page["checks"]);
  add_figures(lines,
              fmt::format("Source: {}, as of {}", text(page["source"]), text(page["as_of"])));
  return lines;
}

Lines module_gate_lines(const json& gate) {
  Lines lines;
  add_figures(lines, fmt::format("{}: {} of {} passed", text(gate["title"]), text(gate["met"]),
                                 counted(gate["total"], "check")));
  add_checks(lines, gate["checks"]);
  return lines;
}

}  // namespace gradus::testing::by_json
