#include "gradus/plan/carry_over.hpp"

#include "gradus/text/plural.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <utility>

namespace gradus::plan {
namespace {

using curriculum::Curriculum;
using curriculum::Tier;
using curriculum::WeekId;

const Tier* active_tier(const Curriculum& curriculum, const curriculum::TierId& id) {
  const auto found = std::ranges::find(curriculum.tiers, id, &Tier::id);
  return found == curriculum.tiers.end() || found->retired ? nullptr : &*found;
}

std::set<WeekId> active_weeks(const Curriculum& curriculum) {
  std::set<WeekId> weeks;
  for (const Tier& tier : curriculum.tiers) {
    if (tier.retired) continue;
    for (const auto& week : tier.weeks)
      if (!week.retired) weeks.insert(week.id);
  }
  return weeks;
}

// The fewest weeks that don't compress the tier further than before.
int least_as_before(int chosen, int own_before, int own) {
  const int parts = 2 * chosen >= own_before ? 2 : 3;
  return (own + parts - 1) / parts;
}

// The plan weeks for a tier whose learner had chosen a number based on its old weeks; nullopt: the
// usual number.
std::optional<int> carried_weeks(int chosen, const Tier& before, const Tier& after) {
  const int own = own_weeks(after);
  if (chosen > own_weeks(before)) return chosen > own ? std::optional{chosen} : std::nullopt;
  const bool never = after.compress == curriculum::Compress::never || after.closing;
  const int weeks = std::max(chosen, least_as_before(chosen, own_weeks(before), own));
  return never || weeks >= own ? std::nullopt : std::optional{weeks};
}

// Carries over one choice after another.
class Carrier {
 public:
  Carrier(const Plan& plan, const Curriculum& before, const Curriculum& after, calendar::Date today)
      : plan_(plan), before_(before), after_(after), today_(today), active_(active_weeks(after)) {}

  void take_weeks(const curriculum::TierId& id, int chosen) {
    const auto* const was = active_tier(before_, id);
    const auto* const now = active_tier(after_, id);
    if (was == nullptr || now == nullptr) return;
    const auto weeks = carried_weeks(chosen, *was, *now);
    if (weeks) carried_.shape.weeks.emplace(id, *weeks);
    if (weeks == chosen) return;
    carried_.notes.push_back(
        weeks ? fmt::format("{} was planned in {}, and now takes {} of its {}", id.text(),
                            text::counted(chosen, "week"), *weeks, own_weeks(*now))
              : fmt::format("{} was planned in {}, and now takes its usual {}", id.text(),
                            text::counted(chosen, "week"), own_weeks(*now)));
  }

  void take_repeat(const WeekId& week) {
    if (active_.contains(week))
      carried_.shape.repeats.push_back(week);
    else
      carried_.notes.push_back(fmt::format("{} will not be repeated: it is retired", week.text()));
  }

  void take_trimmed(const WeekId& week) {
    if (active_.contains(week)) carried_.shape.trimmed.insert(week);
  }

  void take_gate_weeks(const curriculum::TierId& id, const std::vector<Minutes>& weeks) {
    if (active_tier(after_, id) != nullptr) carried_.shape.gate_weeks.emplace(id, weeks);
  }

  void take_module(curriculum::Module module) {
    const auto is_active = [&](const WeekId& week) { return active_.contains(week); };
    if (std::ranges::any_of(module.weeks, is_active)) {
      carried_.shape.modules.push_back(std::move(module));
      return;
    }
    const auto& home = module.weeks.back().text();
    const auto& id = module.id.text();
    if (const auto next = new_home(module)) {
      carried_.notes.push_back(fmt::format("the module {} moves from {}, which is retired, to {}",
                                           id, home, next->text()));
      module.weeks = {*next};
      carried_.shape.modules.push_back(std::move(module));
    } else {
      carried_.notes.push_back(fmt::format(
          "the module {} was in {}, which is retired and over, so it leaves the plan", id, home));
    }
  }

  [[nodiscard]] CarriedOver finish() && { return std::move(carried_); }

 private:
  [[nodiscard]] bool over(const PlanWeek& week) const { return week.dates.to < today_; }

  // A place where the module's time is still ahead: the first week after its old home, else the
  // last before it.
  [[nodiscard]] std::optional<WeekId> new_home(const curriculum::Module& module) const {
    std::optional<std::size_t> home;
    for (std::size_t i = 0; i < plan_.weeks.size(); ++i) {
      for (const auto& week : plan_.weeks[i].load.week_ids())
        if (std::ranges::find(module.weeks, week) != module.weeks.end()) home = i;
    }
    if (!home || over(plan_.weeks[*home])) return std::nullopt;
    for (auto i = *home + 1; i < plan_.weeks.size(); ++i)
      if (auto week = active_week_of(plan_.weeks[i])) return week;
    for (auto i = *home; i-- > 0 && !over(plan_.weeks[i]);)
      if (auto week = active_week_of(plan_.weeks[i])) return week;
    return std::nullopt;
  }

  [[nodiscard]] std::optional<WeekId> active_week_of(const PlanWeek& week) const {
    const auto found = std::ranges::find_if(
        week.load.carries, [&](const auto& each) { return active_.contains(each.week); });
    return found == week.load.carries.end() ? std::nullopt : std::optional{found->week};
  }

  const Plan& plan_;
  const Curriculum& before_;
  const Curriculum& after_;
  calendar::Date today_;
  std::set<WeekId> active_;
  CarriedOver carried_{};
};

}  // namespace

CarriedOver carry_over(const Shape& shape, const Plan& plan, const Curriculum& before,
                       const Curriculum& after, calendar::Date today) {
  Carrier carrier(plan, before, after, today);
  for (const auto& [tier, weeks] : shape.weeks) carrier.take_weeks(tier, weeks);
  for (const auto& week : shape.repeats) carrier.take_repeat(week);
  for (const auto& week : shape.trimmed) carrier.take_trimmed(week);
  for (const auto& [tier, weeks] : shape.gate_weeks) carrier.take_gate_weeks(tier, weeks);
  for (const auto& module : shape.modules) carrier.take_module(module);
  return std::move(carrier).finish();
}

}  // namespace gradus::plan
