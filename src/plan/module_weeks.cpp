#include "plan/module_weeks.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace gradus::plan {
namespace {

using curriculum::Module;
using curriculum::WeekMinutes;

// Moves as much of the module's time into the week as there is room for; returns whether any moved.
bool fill(WeekLoad& load, WeekMinutes& rest, Minutes most) {
  Minutes room = std::max(most - load.minutes.total(), Minutes{0});
  bool filled = false;
  for (const auto kind : calendar::block_kinds) {
    const Minutes taken = std::min(rest.of(kind), room);
    load.minutes.of(kind) += taken;
    rest.of(kind) -= taken;
    room -= taken;
    filled = filled || taken > Minutes{0};
  }
  return filled;
}

// The last plan week that carries the curriculum week for the first time, or a week of modules that
// follows it.
std::size_t home_of(const std::vector<WeekLoad>& loads, const curriculum::WeekId& week) {
  std::size_t home = loads.size();
  for (std::size_t i = 0; i < loads.size(); ++i) {
    const auto& carries = loads[i].carries;
    if (!loads[i].repeat && std::ranges::find(carries, week) != carries.end()) home = i;
  }
  return home;
}

void begin_in(WeekLoad& load, const Module& module, bool& begun) {
  if (!begun) load.modules.push_back(module.id);
  begun = true;
}

void add_module(std::vector<WeekLoad>& loads, const Module& module, Minutes most) {
  WeekMinutes rest = module.net();
  bool begun = false;
  std::size_t home = loads.size();
  for (const auto& week : module.weeks) {
    const std::size_t found = home_of(loads, week);
    if (found == loads.size()) continue;
    home = found;
    if (fill(loads[home], rest, most)) begin_in(loads[home], module, begun);
  }
  if (home == loads.size()) return;
  if (rest.total() == Minutes{0}) begin_in(loads[home], module, begun);
  while (rest.total() > Minutes{0}) {
    WeekLoad extra{loads[home].tier, {module.weeks.back()}, "Deep dives", false, {}, {}, {}};
    extra.only_modules = true;
    fill(extra, rest, most);
    begin_in(extra, module, begun);
    ++home;
    loads.insert(loads.begin() + static_cast<std::ptrdiff_t>(home), std::move(extra));
  }
}

}  // namespace

void add_modules(std::vector<WeekLoad>& loads, const std::vector<Module>& modules, Minutes most) {
  for (const Module& module : modules) add_module(loads, module, most);
}

}  // namespace gradus::plan
