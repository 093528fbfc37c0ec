#include "gradus/plan/shape.hpp"

#include "gradus/text/nearest.hpp"
#include "gradus/text/plural.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace gradus::plan {
namespace {

int part_rounded_up(int weeks, int parts) {
  return (weeks + parts - 1) / parts;
}

// Weeks of a tier saved by compression; 0 when it is not compressed.
int saved_in(const curriculum::Tier& tier, const Shape& shape) {
  const auto chosen = shape.weeks.find(tier.id);
  return chosen == shape.weeks.end() ? 0 : std::max(own_weeks(tier) - chosen->second, 0);
}

bool is_beginner(const curriculum::Curriculum& curriculum, const curriculum::Tier& tier) {
  return curriculum.beginner && curriculum.beginner->id == tier.id;
}

Shape with_weeks(Shape shape, const curriculum::Tier& tier, int weeks) {
  if (weeks == own_weeks(tier)) {
    shape.weeks.erase(tier.id);
  } else {
    shape.weeks.insert_or_assign(tier.id, weeks);
  }
  return shape;
}

bool holds(const Shape& shape, const curriculum::ModuleId& id) {
  return std::ranges::find(shape.modules, id, &curriculum::Module::id) != shape.modules.end();
}

}  // namespace

int own_weeks(const curriculum::Tier& tier) {
  return static_cast<int>(std::ranges::count(tier.weeks, false, &curriculum::Week::retired));
}

int weeks_saved(const curriculum::Curriculum& curriculum, const Shape& shape) {
  int saved = 0;
  for (const auto& tier : curriculum.tiers) {
    if (!tier.retired && !is_beginner(curriculum, tier)) saved += saved_in(tier, shape);
  }
  return saved;
}

int plan_weeks(const curriculum::Curriculum& curriculum, const Shape& shape,
               const curriculum::Tier& tier) {
  const int own = own_weeks(tier);
  if (own == 0) return 0;
  const auto chosen = shape.weeks.find(tier.id);
  const int weeks = chosen == shape.weeks.end() ? own : chosen->second;
  return weeks + weeks_taken_up(curriculum, shape, tier);
}

int weeks_taken_up(const curriculum::Curriculum& curriculum, const Shape& shape,
                   const curriculum::Tier& tier) {
  const bool takes = tier.closing && curriculum.saved_weeks == curriculum::SavedWeeks::closing;
  return takes ? weeks_saved(curriculum, shape) : 0;
}

curriculum::Compression compression_of(const curriculum::Curriculum& curriculum, const Shape& shape,
                                       const curriculum::TierId& tier) {
  const auto chosen = shape.weeks.find(tier);
  if (chosen != shape.weeks.end()) {
    const auto& compressed = curriculum::find_tier(curriculum, tier.text());
    if (2 * chosen->second < own_weeks(compressed))
      return curriculum::Compression::compressed_deeply;
  }
  return weeks_saved(curriculum, shape) > 0 ? curriculum::Compression::weeks_saved
                                            : curriculum::Compression::regular;
}

curriculum::Compression compression_at_finish(const curriculum::Curriculum& curriculum,
                                              const Shape& shape) {
  auto highest = curriculum::Compression::regular;
  for (const auto& tier : curriculum.tiers)
    highest = std::max(highest, compression_of(curriculum, shape, tier.id));
  return highest;
}

int least_weeks(const curriculum::Tier& tier, const Placement& placement) {
  const int own = own_weeks(tier);
  if (tier.compress == curriculum::Compress::never || tier.closing) return own;
  if (placement.full()) return part_rounded_up(own, 3);
  if (placement.half()) return part_rounded_up(own, 2);
  return own;
}

Shape compress(Shape shape, const curriculum::Tier& tier, int weeks, const Placement& placement) {
  const int own = own_weeks(tier);
  const auto& id = tier.id.text();
  if (weeks < 1 || weeks > own) {
    throw Error(fmt::format("{} has {}: it can't be compressed to {}", id,
                            text::counted(own, "week"), weeks),
                weeks > own
                    ? fmt::format("to give it more: gradus plan stretch {} --to {}", id, weeks)
                    : fmt::format("the minimum is gradus plan compress {} --to {}", id,
                                  least_weeks(tier, placement)));
  }
  if (weeks < own && (tier.compress == curriculum::Compress::never || tier.closing)) {
    throw Error(fmt::format("{} is never compressed: {}", id,
                            tier.closing ? "it closes the plan" : "all of it is new"),
                "an earlier tier can be, with a placement: gradus plan compress TIER --to N");
  }
  const int least = least_weeks(tier, placement);
  if (weeks >= least) return with_weeks(std::move(shape), tier, weeks);
  const auto met =
      fmt::format("{} of {} met by the end of its first week or signed with --placement",
                  placement.met, text::counted(placement.total, "criterion", "criteria"));
  if (least == own) {
    throw Error(
        fmt::format("{} can't be compressed without a placement of at least half: {}", id, met),
        fmt::format("sign what you can already do: gradus attest {}/CRITERION --evidence "
                    "TEXT --placement",
                    id));
  }
  throw Error(
      fmt::format("{} can't be compressed to {}: the minimum with this placement is {} ({})", id,
                  text::counted(weeks, "week"), text::counted(least, "week"), met),
      placement.full() || weeks < part_rounded_up(own, 3)
          ? fmt::format("gradus plan compress {} --to {}", id, least)
          : fmt::format("gradus plan compress {} --to {}, or sign the other criteria with "
                        "--placement",
                        id, least));
}

Shape stretch(Shape shape, const curriculum::Tier& tier, int weeks, int taken_up) {
  const int own = own_weeks(tier) + taken_up;
  const auto& id = tier.id.text();
  if (weeks < own && taken_up > 0) {
    throw Error(
        fmt::format("{} has {}, {} of them saved by other tiers, so {} would not stretch it", id,
                    text::counted(own, "week"), taken_up, weeks),
        fmt::format("the minimum is {}: gradus plan stretch {} --to {}", own, id, own));
  }
  if (weeks < own) {
    throw Error(
        fmt::format("{} has {}, so {} would not stretch it", id, text::counted(own, "week"), weeks),
        fmt::format("to take it faster: gradus plan compress {} --to {}", id, weeks));
  }
  return with_weeks(std::move(shape), tier, weeks - taken_up);
}

void drop_last_repeat(Shape& shape, const curriculum::WeekId& week) {
  const auto last = std::find(shape.repeats.rbegin(), shape.repeats.rend(), week);
  if (last != shape.repeats.rend()) shape.repeats.erase(std::next(last).base());
}

Shape add_module(Shape shape, const curriculum::Curriculum& curriculum,
                 const curriculum::Module& module, const ModuleIds& passed) {
  const auto& id = module.id.text();
  if (module.curriculum != curriculum.id) {
    throw Error(fmt::format("the module {} belongs to the curriculum {}, not to {}", id,
                            module.curriculum.text(), curriculum.id.text()),
                "gradus plan module list shows those that fit");
  }
  if (holds(shape, module.id)) {
    throw Error(fmt::format("the module {} is already in the plan; nothing was changed", id),
                "gradus plan module list shows what is planned");
  }
  for (const auto& needed : module.needs) {
    if (holds(shape, needed) || passed.contains(needed)) continue;
    throw Error(fmt::format("the module {} requires {}, which is neither passed nor in the plan",
                            id, needed.text()),
                fmt::format("gradus plan module add {} first", needed.text()));
  }
  for (const auto& week : module.weeks) {
    if (!curriculum::find_week(curriculum, week.text()).retired) continue;
    throw Error(fmt::format("the module {} belongs in {}, which is retired", id, week.text()),
                "gradus plan module list shows those that fit");
  }
  shape.modules.push_back(module);
  return shape;
}

std::vector<MissingSoft> missing_soft(const Shape& shape, const ModuleIds& passed) {
  std::vector<MissingSoft> missing;
  for (const auto& module : shape.modules) {
    for (const auto& wanted : module.soft) {
      if (!holds(shape, wanted) && !passed.contains(wanted)) missing.push_back({module.id, wanted});
    }
  }
  return missing;
}

Shape remove_module(Shape shape, const curriculum::ModuleId& id, const ModuleIds& passed) {
  const auto found = std::ranges::find(shape.modules, id, &curriculum::Module::id);
  if (found == shape.modules.end()) {
    std::vector<std::string> planned;
    for (const auto& module : shape.modules) planned.push_back(module.id.text());
    const auto near = text::did_you_mean(id.text(), planned);
    throw Error(fmt::format("the module {} is not in the plan", id.text()),
                near.empty() ? "gradus plan module list shows what is planned" : near);
  }
  for (const auto& module : shape.modules) {
    const bool needed = std::ranges::find(module.needs, id) != module.needs.end();
    if (!needed || passed.contains(id)) continue;
    throw Error(fmt::format("the module {0} requires {1}, so {1} can't be removed",
                            module.id.text(), id.text()),
                fmt::format("gradus plan module rm {} first", module.id.text()));
  }
  shape.modules.erase(found);
  return shape;
}

}  // namespace gradus::plan
