#include "gradus/track/assign_week.hpp"

#include "gradus/journal/title_key.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/entries.hpp"

#include "track/asked_drill.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace gradus::track {
namespace {

using calendar::Date;
using calendar::Days;
using curriculum::ProblemTarget;
using curriculum::Tier;
using curriculum::WeekId;

constexpr Days early{7};  // study from longer before the start fills no week

bool has_state(const LoadedTrack& track, const Tier& tier, rules::TierState state) {
  return !tier.retired && rules::state_of(track.states, tier.id) == state;
}

}  // namespace

Standing read_standing(const store::Store& store, const LoadedTrack& track) {
  return {
      .passed_on = store::passed_on(store, track.id),
      .studied = study_asked(store, track),
      .solved = store::problem_counts(store, track.id),
      .solved_before =
          [&store, id = track.id](const journal::Entry& entry) {
            return store::solved_before(store, id, entry);
          },
      .begun =
          [&store, id = track.id](const curriculum::Module& module) {
            return rules::check_module(module, Date::last(), store::StoredFacts{store, id}).met > 0;
          }};
}

void Standing::forget(const journal::Entry& entry) {
  if (!entry.week) return;
  if (const auto* session = std::get_if<journal::Session>(&entry.what))
    studied[*entry.week][entry.on].of(journal::fills(session->kind)) -= session->minutes;
  if (const auto* problem = std::get_if<journal::Problem>(&entry.what)) {
    const auto same = std::ranges::find_if(solved, [&](const journal::ProblemCount& each) {
      return each.week == entry.week && each.topic == problem->topic &&
             each.difficulty == problem->difficulty;
    });
    if (same != solved.end()) --same->count;
  }
}

WeekAssigner::WeekAssigner(const LoadedTrack& track, Standing standing)
    : track_(track),
      modules_(track),
      standing_(std::move(standing)),
      weeks_(track.plan, standing_.studied) {
  for (const auto& tier : track.curriculum.tiers)
    if (!tier.retired) read_rows(tier);
  for (const auto& each : standing_.solved)
    if (each.week) solved_[*each.week][{each.topic, each.difficulty}] += each.count;
}

// A tier compressed below half may ask for other problems, plan week by plan week; any other asks
// for those of its own weeks.
void WeekAssigner::read_rows(const Tier& tier) {
  auto& weeks = asking_[tier.id];
  if (plan::compression_of(track_.curriculum, track_.shape, tier.id) ==
          curriculum::Compression::compressed_deeply &&
      !tier.placed_problems.empty()) {
    for (const auto& week : track_.plan.weeks)
      if (week.load.tier == tier.id && !week.load.problems.empty())
        weeks.push_back({week.load.carries.front().week, week.load.problems});
    return;
  }
  for (const auto& week : tier.weeks) {
    if (week.retired) continue;
    auto rows = week.problems;
    if (track_.shape.trimmed.contains(week.id))
      std::erase_if(rows, [](const ProblemTarget& row) { return row.top_up; });
    if (!rows.empty()) weeks.push_back({week.id, std::move(rows)});
  }
}

std::vector<ProblemTarget> WeekAssigner::open_rows(
    const AskingWeek& week, const std::optional<curriculum::TopicId>& topic) const {
  std::vector<ProblemTarget> rows;
  std::ranges::copy_if(week.rows, std::back_inserter(rows),
                       [&](const ProblemTarget& row) { return !topic || row.topic == *topic; });
  insight::Solved solved;
  if (const auto found = solved_.find(week.id); found != solved_.end()) solved = found->second;
  const auto filled = insight::fill_rows(rows, solved);
  std::vector<ProblemTarget> open;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (filled[i] < rows[i].count) open.push_back(rows[i]);
  return open;
}

std::vector<AskedProblem> WeekAssigner::open_rows(const Tier& tier,
                                                  const std::optional<WeekId>& first,
                                                  Date day) const {
  const auto weeks = asking_.find(tier.id);
  if (weeks == asking_.end()) return {};
  // A tier compressed below half asks plan week by plan week, under the first that each carries.
  std::set<WeekId> before;
  if (first) {
    before.insert(*first);
  } else {
    const auto current = weeks_.on(day, tier.id);
    before.insert(current.week);
    for (const auto index : current.carriers)
      if (const auto& carries = track_.plan.weeks.at(index).load.carries; !carries.empty())
        before.insert(carries.front().week);
  }
  std::vector<AskedProblem> asked;
  for (const bool is_first : {true, false})
    for (const auto& week : weeks->second)
      if (before.contains(week.id) == is_first)
        for (const auto& row : open_rows(week, std::nullopt))
          asked.push_back({row.topic, row.difficulty, week.id});
  return asked;
}

std::optional<WeekId> WeekAssigner::week_asking(const Tier& tier,
                                                const journal::Problem& problem) const {
  std::optional<WeekId> of_topic;
  std::optional<WeekId> last;
  const auto weeks = asking_.find(tier.id);
  if (weeks == asking_.end()) return std::nullopt;
  for (const auto& week : weeks->second) {
    if (std::ranges::find(week.rows, problem.topic, &ProblemTarget::topic) == week.rows.end())
      continue;
    last = week.id;
    const auto open = open_rows(week, problem.topic);
    if (std::ranges::find(open, problem.difficulty, &ProblemTarget::difficulty) != open.end())
      return week.id;
    if (!open.empty() && !of_topic) of_topic = week.id;
  }
  return of_topic ? of_topic : last;
}

// The open one, the passed ones from the latest on, the locked ones in order.
std::vector<const Tier*> WeekAssigner::tiers_to_ask() const {
  std::vector<const Tier*> tiers;
  const auto& all = track_.curriculum.tiers;
  for (const auto& tier : all)
    if (has_state(track_, tier, rules::TierState::open)) tiers.push_back(&tier);
  for (auto tier = all.rbegin(); tier != all.rend(); ++tier)
    if (has_state(track_, *tier, rules::TierState::passed)) tiers.push_back(&*tier);
  for (const auto& tier : all)
    if (has_state(track_, tier, rules::TierState::locked)) tiers.push_back(&tier);
  return tiers;
}

std::optional<Place> WeekAssigner::place_of_problem(const journal::Entry& entry) const {
  const auto& problem = std::get<journal::Problem>(entry.what);
  for (const auto* tier : tiers_to_ask()) {
    if (entry.tier && *entry.tier != tier->id) continue;
    if (auto week = week_asking(*tier, problem)) return Place{std::move(week), tier->id};
  }
  return std::nullopt;
}

const Tier& WeekAssigner::tier_on(Date day) const {
  const auto& tiers = track_.curriculum.tiers;
  const Tier* latest = nullptr;
  for (const auto& tier : tiers) {
    if (tier.retired) continue;
    latest = &tier;
    const auto passed = standing_.passed_on.find(tier.id);
    if (passed == standing_.passed_on.end() || day <= passed->second) break;
  }
  return latest == nullptr ? tiers.front() : *latest;
}

const curriculum::Module* WeekAssigner::asking_module(const journal::Entry& entry) const {
  if (const auto* check = std::get_if<journal::Check>(&entry.what))
    return modules_.find(check->module.text());
  if (const auto* drill = std::get_if<journal::Drill>(&entry.what)) return drilled_module(*drill);
  const auto* artefact = std::get_if<journal::Artefact>(&entry.what);
  if (artefact == nullptr || !artefact->artefact) return nullptr;
  const bool of_curriculum =
      curriculum::week_of_artefact(track_.curriculum, *artefact->artefact) != nullptr;
  return of_curriculum ? nullptr : modules_.asking_for(*artefact->artefact);
}

const curriculum::Module* WeekAssigner::drilled_module(const journal::Drill& drill) const {
  const auto asks = [&](const curriculum::Module& module) {
    return asks_for_drill(module, drill.drill);
  };
  const auto& planned = track_.shape.modules;
  if (const auto found = std::ranges::find_if(planned, asks); found != planned.end())
    return &*found;
  const auto& all = modules_.all();
  const auto begun = std::ranges::find_if(all, [&](const curriculum::Module& module) {
    return asks(module) && standing_.begun(module);
  });
  return begun == all.end() ? nullptr : &*begun;
}

const curriculum::Week* WeekAssigner::week_of_drill(const journal::Entry& entry,
                                                    const curriculum::TierId& otherwise) const {
  const auto* module = asking_module(entry);
  if (module == nullptr) return nullptr;
  const auto tier = std::ranges::find(track_.curriculum.tiers, otherwise, &Tier::id);
  if (tier != track_.curriculum.tiers.end() &&
      asks_for_drill(tier->exit, std::get<journal::Drill>(entry.what).drill))
    return nullptr;
  const auto* home = modules_.home_of(*module);
  const bool fits = home == nullptr || !entry.tier ||
                    curriculum::tier_of(track_.curriculum, home->id).id == *entry.tier;
  return fits ? home : nullptr;
}

const curriculum::Week* WeekAssigner::own_week(const journal::Entry& entry,
                                               const curriculum::TierId& otherwise) const {
  if (std::holds_alternative<journal::Drill>(entry.what)) return week_of_drill(entry, otherwise);
  if (const auto* module = asking_module(entry)) return modules_.home_of(*module);
  const auto* artefact = std::get_if<journal::Artefact>(&entry.what);
  if (artefact == nullptr || !artefact->artefact) return nullptr;
  return curriculum::week_of_artefact(track_.curriculum, *artefact->artefact);
}

const curriculum::TierId& WeekAssigner::usual_tier(const journal::Entry& entry, Way way) const {
  if (entry.tier) return *entry.tier;
  const auto* open = rules::open_tier(track_.curriculum, track_.states);
  if (way == Way::typed && open != nullptr) return open->id;
  return tier_on(way == Way::typed ? Date::last() : entry.on).id;
}

Place WeekAssigner::place(const journal::Entry& entry, Way way) const {
  const auto& tier = usual_tier(entry, way);
  if (const auto* week = own_week(entry, tier))
    return {week->id, curriculum::tier_of(track_.curriculum, week->id).id};
  if (std::holds_alternative<journal::Problem>(entry.what))
    if (auto place = place_of_problem(entry)) return *std::move(place);

  const auto start = track_.plan.start;
  if (entry.type() == curriculum::EntryType::session && entry.on < start &&
      start - entry.on > early)
    return {std::nullopt, tier};
  return {weeks_.on(entry.on, tier).week, tier};
}

bool WeekAssigner::is_beyond_rows(const journal::Entry& entry) const {
  const auto* const problem = std::get_if<journal::Problem>(&entry.what);
  if (problem == nullptr || !entry.week || !entry.tier) return false;
  const auto weeks = asking_.find(*entry.tier);
  if (weeks == asking_.end()) return false;
  const auto week = std::ranges::find(weeks->second, *entry.week, &AskingWeek::id);
  if (week == weeks->second.end()) return false;
  return std::ranges::none_of(open_rows(*week, problem->topic), [&](const ProblemTarget& row) {
    return row.difficulty <= problem->difficulty;
  });
}

void WeekAssigner::add(const journal::Entry& entry) {
  if (!entry.week) return;
  if (const auto* session = std::get_if<journal::Session>(&entry.what)) {
    curriculum::WeekMinutes minutes;
    minutes.of(journal::fills(session->kind)) = session->minutes;
    weeks_.add(*entry.week, entry.on, minutes);
  }
  if (std::holds_alternative<journal::Problem>(entry.what)) count(entry);
}

// A title counts once in a tier. Titles are looked at only while the solution could fill a row, so
// that the memory it takes is bounded by the rows.
void WeekAssigner::count(const journal::Entry& entry) {
  const auto& week = *entry.week;
  const auto& problem = std::get<journal::Problem>(entry.what);
  const auto& tier = curriculum::tier_of(track_.curriculum, week);
  const auto weeks = asking_.find(tier.id);
  if (weeks == asking_.end()) return;
  const auto asking = std::ranges::find(weeks->second, week, &AskingWeek::id);
  if (asking == weeks->second.end()) return;
  const auto open = open_rows(*asking, problem.topic);
  const bool fills = std::ranges::any_of(
      open, [&](const ProblemTarget& row) { return row.difficulty <= problem.difficulty; });
  if (!fills) return;
  Titled titled{tier.id, problem.topic, journal::title_key(problem.title)};
  if (counted_.contains(titled) || standing_.solved_before(entry)) return;
  counted_.insert(std::move(titled));
  ++solved_[week][{problem.topic, problem.difficulty}];
}

}  // namespace gradus::track
