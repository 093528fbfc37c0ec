#include "gradus/insight/forecast.hpp"

#include "gradus/calendar/draw.hpp"
#include "gradus/insight/week_values.hpp"
#include "gradus/plan/layout.hpp"

#include "insight/gate_needs.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace gradus::insight {
namespace {

constexpr std::size_t weeks_of_gate = 8;
constexpr calendar::Days a_week{7};

// A number of weeks; nullopt: too many, or no number is enough.
using Weeks = std::optional<std::size_t>;

Weeks later(Weeks a, Weeks b) {
  return a && b ? std::optional(std::max(*a, *b)) : std::nullopt;
}

// The last of so many weeks from today on, breaks left out.
class DaysAhead {
 public:
  DaysAhead(calendar::Date today, const std::vector<plan::Break>& breaks)
      : today_(today), breaks_(breaks) {}

  [[nodiscard]] std::optional<calendar::Date> after(Weeks weeks) const {
    if (!weeks) return std::nullopt;
    auto left = a_week * static_cast<int>(*weeks);
    auto day = today_;
    for (; day != calendar::Date::last(); day = day + calendar::Days{1}) {
      if (plan::break_on(day, breaks_) == nullptr) --left;
      if (left <= calendar::Days{0}) return day;
    }
    return std::nullopt;
  }

 private:
  calendar::Date today_;
  const std::vector<plan::Break>& breaks_;
};

// The number of weeks that a share of the futures are through with.
Weeks quantile(std::vector<Weeks> outcomes, std::size_t percent) {
  const auto at = (outcomes.size() * percent + 99) / 100 - 1;
  const auto sooner = [](const Weeks& a, const Weeks& b) { return a && (!b || *a < *b); };
  std::ranges::nth_element(outcomes, outcomes.begin() + static_cast<std::ptrdiff_t>(at), sooner);
  return outcomes[at];
}

Chances chances(const std::vector<Weeks>& outcomes, const DaysAhead& days) {
  return {days.after(quantile(outcomes, 50)), days.after(quantile(outcomes, 80))};
}

// How many weeks a gate takes in one future. Every part draws for itself.
class GateFuture {
 public:
  explicit GateFuture(Draw& draw) : draw_(draw) {}

  [[nodiscard]] Weeks weeks(const GateNeed& need) {
    if (!need.parts.empty()) return nth(need);
    switch (need.waits) {
      case Waits::one_off:
        return 0;
      case Waits::streak:
        return whole_weeks(need.days.value_or(0) + 1);
      case Waits::pace:
      case Waits::too_early:
      case Waits::no_pace:  // nothing since the pace's first day, but perhaps before it
        return grown(need);
      case Waits::unpredictable:
        break;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] static Weeks whole_weeks(double days) {
    const auto weeks = (days + 6) / 7;
    if (weeks > static_cast<double>(longest_weeks)) return std::nullopt;
    return static_cast<std::size_t>(weeks);
  }

  [[nodiscard]] Weeks grown(const GateNeed& need) {
    if (std::accumulate(need.gains.begin(), need.gains.end(), 0.0) <= 0) return std::nullopt;
    double missing = need.missing;
    std::size_t weeks = 0;
    for (; missing > 0 && weeks <= longest_weeks; ++weeks)
      missing -= need.gains[draw_.below(need.gains.size())];
    return weeks <= longest_weeks ? Weeks(weeks) : std::nullopt;
  }

  [[nodiscard]] Weeks nth(const GateNeed& need) {
    std::vector<Weeks> parts;
    parts.reserve(need.parts.size());
    for (const auto& part : need.parts) parts.push_back(weeks(part));
    std::ranges::sort(parts, [](const Weeks& a, const Weeks& b) { return a && (!b || *a < *b); });
    return parts.at(need.needed - 1);
  }

  Draw& draw_;
};

// When each tier's hours are done in one future.
std::vector<Weeks> hours_future(const std::vector<TierForecast>& tiers,
                                const std::vector<StudyWeek>& weeks, Draw& draw) {
  std::vector<Weeks> done(tiers.size());
  Minutes left{0};
  std::size_t taken = 0;
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    left += tiers[i].remaining;
    while (left > Minutes{0} && taken <= longest_weeks) {
      left -= weeks[draw.below(weeks.size())].counted();
      ++taken;
    }
    if (taken <= longest_weeks) done[i] = taken;
  }
  return done;
}

// The hours so far, and the plan's tiers: those to come, and what those passed took.
void read_tiers(Forecast& forecast, const Track& track, const Record& record) {
  Amounts passed;
  const auto values = plan_values(track, record, forecast.date);
  forecast.hours = burn_up(values, record.by_day, track.plan.start, forecast.date);
  for (const auto& [span, amounts] : values.tiers) {
    if (rules::state_of(track.states, span.tier) == rules::TierState::passed) {
      passed += amounts;
      continue;
    }
    forecast.tiers.push_back({span.tier, amounts.left, {}});
    forecast.remaining += amounts.left;
  }
  if (passed.planned > Minutes{0} && passed.actual > Minutes{0})
    forecast.own_ratio =
        static_cast<double>(passed.actual.count()) / static_cast<double>(passed.planned.count());
}

// What each week brought, by its share, as for the hours.
void scale_gains(GateNeed& need, const std::vector<double>& shares) {
  for (auto& part : need.parts) scale_gains(part, shares);
  for (std::size_t i = 0; i < std::min(need.gains.size(), shares.size()); ++i)
    need.gains[i] *= shares[i];
}

// Of the weeks in which the gate's growth is looked at.
std::vector<double> gate_shares(const std::vector<StudyWeek>& weeks) {
  std::vector<double> shares;
  const auto skipped = weeks.size() - std::min(weeks.size(), weeks_of_gate);
  shares.reserve(weeks.size() - skipped);
  for (std::size_t i = skipped; i < weeks.size(); ++i) shares.push_back(weeks[i].share());
  return shares;
}

std::vector<GateNeed> needs_of(const OpenGate& gate, const std::vector<double>& shares,
                               calendar::Date today) {
  std::vector<GateNeed> needs;
  needs.reserve(gate.criteria.size());
  for (std::size_t i = 0; i < gate.criteria.size(); ++i) {
    const auto status = gate.verdict.criteria.at(i).status;
    const bool met = status == rules::Status::pass || status == rules::Status::waived;
    needs.push_back(met ? GateNeed{} : need_of(gate.criteria[i], today));
    scale_gains(needs.back(), shares);
  }
  return needs;
}

void add_paces(std::vector<GatePace>& paces, const curriculum::CriterionId& criterion,
               const GateNeed& need) {
  for (const auto& part : need.parts) add_paces(paces, criterion, part);
  if (need.missing <= 0 || need.gains.empty()) return;
  const auto sum = std::accumulate(need.gains.begin(), need.gains.end(), 0.0);
  paces.push_back({criterion, need.unit, need.missing, sum / static_cast<double>(need.gains.size()),
                   need.gains});
}

// Whether some number of weeks is enough.
bool has_pace(const GateNeed& need) {
  if (!need.parts.empty())
    return std::ranges::count_if(need.parts, has_pace) >= static_cast<std::ptrdiff_t>(need.needed);
  switch (need.waits) {
    case Waits::one_off:
    case Waits::streak:
      return true;
    case Waits::unpredictable:
      return false;
    default:
      return std::accumulate(need.gains.begin(), need.gains.end(), 0.0) > 0;
  }
}

// Names what the gate waits for.
void tell_of_gate(Forecast& forecast, const OpenGate& gate, const std::vector<GateNeed>& needs) {
  for (std::size_t i = 0; i < needs.size(); ++i) {
    const auto& criterion = gate.verdict.criteria.at(i).id;
    add_paces(forecast.gate, criterion, needs[i]);
    if (!has_pace(needs[i])) forecast.no_pace.push_back(criterion);
  }
}

calendar::Days break_days(calendar::Date from, std::optional<calendar::Date> to,
                          const std::vector<plan::Break>& breaks) {
  calendar::Days days{0};
  for (auto day = from; to && day < *to; day = day + calendar::Days{1})
    if (plan::break_on(day, breaks) != nullptr) ++days;
  return days;
}

std::vector<Weeks> hours_at_ratio(const Forecast& forecast, double ratio) {
  const auto hours = static_cast<double>(forecast.remaining.count()) * ratio;
  const TierForecast all{
      forecast.tiers.back().tier, Minutes{static_cast<std::int64_t>(std::ceil(hours))}, {}};
  Draw draw;
  std::vector<Weeks> done;
  done.reserve(futures);
  for (std::size_t i = 0; i < futures; ++i)
    done.push_back(hours_future({all}, forecast.weeks, draw).back());
  return done;
}

void draw_futures(Forecast& forecast, const std::vector<GateNeed>& needs, const Track& track) {
  Draw draw;
  std::vector<std::vector<Weeks>> outcomes(forecast.tiers.size());
  std::vector<Weeks> hours;
  hours.reserve(futures);
  for (std::size_t i = 0; i < futures; ++i) {
    auto done = hours_future(forecast.tiers, forecast.weeks, draw);
    hours.push_back(done.back());
    Weeks gate = 0;
    for (const auto& need : needs) gate = later(gate, GateFuture{draw}.weeks(need));
    // The weeks that the open gate takes beyond its hours go by for the tiers behind it as well;
    // where it has no day, those are told by their hours alone.
    const auto waits = gate && done.front() ? *gate - std::min(*gate, *done.front()) : 0;
    outcomes.front().push_back(later(done.front(), gate));
    for (std::size_t tier = 1; tier < done.size(); ++tier)
      outcomes[tier].push_back(done[tier] ? Weeks(*done[tier] + waits) : std::nullopt);
  }
  const DaysAhead days{forecast.date, track.frame.breaks};
  forecast.finish = chances(hours, days);
  if (forecast.own_ratio)
    forecast.finish_at_own_ratio = chances(hours_at_ratio(forecast, *forecast.own_ratio), days);
  for (std::size_t tier = 0; tier < outcomes.size(); ++tier)
    forecast.tiers[tier].opens = chances(outcomes[tier], days);
}

}  // namespace

std::vector<std::pair<calendar::Date, calendar::Date>> gate_spans(
    const std::vector<StudyWeek>& weeks) {
  std::vector<std::pair<calendar::Date, calendar::Date>> spans;
  const auto skipped = weeks.size() - std::min(weeks.size(), weeks_of_gate);
  spans.reserve(weeks.size() - skipped);
  for (std::size_t i = skipped; i < weeks.size(); ++i)
    spans.emplace_back(weeks[i].from, weeks[i].to);
  return spans;
}

std::optional<Forecast::Weekly> Forecast::weekly() const {
  if (weeks.empty()) return std::nullopt;
  Weekly of{.mean = 0, .least = Minutes::max(), .most = Minutes{0}};
  Minutes sum{0};
  for (const auto& week : weeks) {
    const auto minutes = week.counted();
    sum += minutes;
    of.least = std::min(of.least, minutes);
    of.most = std::max(of.most, minutes);
  }
  of.mean = static_cast<double>(sum.count()) / static_cast<double>(weeks.size());
  return of;
}

std::size_t Forecast::scaled_weeks() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(weeks, [](const auto& week) { return week.share() < 1; }));
}

Forecast forecast(const Track& track, const Record& record, const std::optional<OpenGate>& gate,
                  calendar::Date today) {
  Forecast forecast{.date = today,
                    .status = ForecastStatus::finished,
                    .planned = track.plan.finish(),
                    .weeks = study_weeks(track, record, today)};
  read_tiers(forecast, track, record);
  if (forecast.tiers.empty() || !gate) return forecast;
  forecast.with_study = static_cast<std::size_t>(std::ranges::count_if(
      forecast.weeks, [](const auto& week) { return week.minutes.total() > Minutes{0}; }));
  forecast.status = ForecastStatus::none;
  const bool enough = forecast.weeks.size() >= least_weeks && forecast.with_study > 0;
  if (!enough) return forecast;
  const auto needs = needs_of(*gate, gate_shares(forecast.weeks), today);
  tell_of_gate(forecast, *gate, needs);
  draw_futures(forecast, needs, track);
  if (!forecast.finish.p50) return forecast;
  forecast.status = ForecastStatus::range;
  const auto last = forecast.finish.p80 ? forecast.finish.p80 : forecast.finish.p50;
  forecast.breaks_ahead = break_days(today, last, track.frame.breaks);
  return forecast;
}

}  // namespace gradus::insight
