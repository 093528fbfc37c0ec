#include "plan/module_weeks.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace gradus::plan {
namespace {

using curriculum::Module;
using curriculum::WeekMinutes;

// Moves as much of the module's time into the week as there is room for, for the home week that it
// carries; returns whether any moved.
bool fill(WeekLoad& load, const curriculum::WeekId& home, WeekMinutes& rest, Minutes most) {
  auto& carried = *std::ranges::find(load.carries, home, &Carried::week);
  Minutes room = std::max(most - load.minutes.total(), Minutes{0});
  bool filled = false;
  for (const auto kind : calendar::block_kinds) {
    const Minutes taken = std::min(rest.of(kind), room);
    load.minutes.of(kind) += taken;
    carried.minutes.of(kind) += taken;
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
    if (!loads[i].repeat && loads[i].carries_week(week)) home = i;
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
  const curriculum::WeekId* last = nullptr;
  for (const auto& week : module.weeks) {
    const std::size_t found = home_of(loads, week);
    if (found == loads.size()) continue;
    home = found;
    last = &week;
    if (fill(loads[home], week, rest, most)) begin_in(loads[home], module, begun);
  }
  if (last == nullptr) return;
  if (rest.total() == Minutes{0}) begin_in(loads[home], module, begun);
  while (rest.total() > Minutes{0}) {
    WeekLoad extra{loads[home].tier, {{*last, {}}}, "Deep dives", false, {}, {}, {}};
    extra.only_modules = true;
    fill(extra, *last, rest, most);
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
