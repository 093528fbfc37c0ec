#include "plan/module_weeks.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace gradus::plan {
namespace {

using curriculum::Module;
using curriculum::WeekMinutes;

// The most that a home week may hold with its modules. It is the most that the roadmap, to which
// the modules belong, advises a week (its "limits"), and does not depend on the curriculum: the
// same module lies alike in all of its versions.
constexpr Minutes most_with_modules{600};

// A plan week where a module belongs, and the curriculum week for whose sake.
struct Home {
  std::size_t place;
  curriculum::WeekId week;
};

void add(WeekLoad& load, Carried& carried, calendar::BlockKind kind, Minutes minutes) {
  load.minutes.of(kind) += minutes;
  carried.minutes.of(kind) += minutes;
}

// Moves as much of the module's time into its home as there is room for; returns whether any moved.
bool fill(WeekLoad& load, const curriculum::WeekId& home, WeekMinutes& rest) {
  auto& carried = *std::ranges::find(load.carries, home, &Carried::week);
  bool filled = false;
  for (const auto kind : calendar::block_kinds) {
    const Minutes room = std::max(most_with_modules - load.minutes.total(), Minutes{0});
    const Minutes taken = std::min(rest.of(kind), room);
    add(load, carried, kind, taken);
    rest.of(kind) -= taken;
    filled = filled || taken > Minutes{0};
  }
  return filled;
}

// The module's homes in the order of the plan: of each week that it names, the last plan week that
// carries it as one of its tier's own.
std::vector<Home> homes_of(const Module& module, const std::vector<WeekLoad>& loads) {
  std::vector<Home> homes;
  for (const auto& week : module.weeks) {
    const auto last = std::find_if(loads.rbegin(), loads.rend(), [&week](const WeekLoad& load) {
      return load.is_own() && load.carries_week(week);
    });
    if (last == loads.rend()) continue;
    homes.push_back({static_cast<std::size_t>(loads.rend() - last) - 1, week});
  }
  std::ranges::stable_sort(homes, {}, &Home::place);
  return homes;
}

// The week behind a home for what its modules have left: one for all that end there.
WeekLoad& week_behind(std::vector<WeekLoad>& loads, const Home& home) {
  const auto next = home.place + 1;
  if (next == loads.size() || !loads[next].only_modules) {
    WeekLoad extra{loads[home.place].tier, {{home.week, {}}}, "Deep dives", false, {}, {}, {}};
    extra.only_modules = true;
    loads.insert(loads.begin() + static_cast<std::ptrdiff_t>(next), std::move(extra));
  }
  return loads[next];
}

void add_module(std::vector<WeekLoad>& loads, const Module& module) {
  const auto homes = homes_of(module, loads);
  if (homes.empty()) return;
  WeekMinutes rest = module.net();
  bool begun = false;
  const auto begin_in = [&](WeekLoad& load) {
    (begun ? load.going_on : load.modules).push_back(module.id);
    begun = true;
  };
  for (const auto& [place, week] : homes)
    if (fill(loads[place], week, rest)) begin_in(loads[place]);
  if (rest.total() > Minutes{0}) {
    WeekLoad& last = week_behind(loads, homes.back());
    for (const auto kind : calendar::block_kinds)
      add(last, last.carries.front(), kind, rest.of(kind));
    begin_in(last);
  } else if (!begun) {
    begin_in(loads[homes.back().place]);
  }
}

}  // namespace

void add_modules(std::vector<WeekLoad>& loads, const std::vector<Module>& modules) {
  for (const Module& module : modules) add_module(loads, module);
}

}  // namespace gradus::plan
