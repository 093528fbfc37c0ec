#include "gradus/plan/reschedule.hpp"

#include "support/plan_builder.hpp"
#include "support/random_journal.hpp"
#include "support/random_plan.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace gradus::plan::reschedule_laws_test {
namespace {

using namespace gradus::test;
using namespace gradus::testing::random;
using calendar::Date;
using calendar::Days;
using curriculum::WeekMinutes;

struct Case {
  std::vector<WeekLoad> loads;
  Frame frame;
  Plan plan;
  Date today;
};

std::vector<WeekLoad> any_loads() {
  std::vector<WeekLoad> loads;
  const int weeks = number(1, 6);
  for (int i = 1; i <= weeks; ++i) {
    const WeekMinutes minutes{Minutes{number(0, 200)}, Minutes{number(0, 200)},
                              Minutes{number(1, 60)}};
    loads.push_back(load(i, minutes, i <= weeks / 2 ? "sql" : "python"));
    loads.back().key = loads.back().title;
  }
  return loads;
}

Case any_case() {
  const Date start = day("2026-11-30") + Days{number(0, 30)};
  auto loads = any_loads();
  const Frame frame = some_frame(start);
  Plan plan = plan_of(loads, frame);
  const Date today = start + Days{number(-5, 90)};
  return {std::move(loads), frame, std::move(plan), today};
}

std::vector<Block> blocks_before(const std::vector<WeekDates>& weeks, Date today) {
  std::vector<Block> past;
  for (const WeekDates& week : weeks) {
    for (Block block : week.blocks) {
      block.past = false;
      if (block.on < today) past.push_back(block);
    }
  }
  std::ranges::sort(past, [](const Block& a, const Block& b) {
    return std::tuple(a.on, a.at, a.kind, a.minutes) < std::tuple(b.on, b.at, b.kind, b.minutes);
  });
  return past;
}

// Of blocks that no re-plan has marked as past.
Minutes minutes_before(const WeekDates& week, Date today) {
  Minutes sum{0};
  for (const Block& block : week.blocks)
    if (block.on < today && !block.past) sum += block.minutes;
  return sum;
}

std::vector<WeekDates> dates_of(const Plan& plan) {
  std::vector<WeekDates> dates;
  for (const PlanWeek& week : plan.weeks) dates.push_back(week.dates);
  return dates;
}

StudyDays any_log(const std::vector<WeekLoad>& loads) {
  StudyDays logged;
  for (const WeekLoad& week : loads) {
    if (number(0, 2) == 0) continue;
    auto& minutes = logged[week.carries.front().week][day("2026-11-30")];
    minutes.read = Minutes{number(0, 250)};
    minutes.lab = Minutes{number(0, 250)};
  }
  return logged;
}

Plan again(const Case& from, const StudyDays& logged, const Plan& plan) {
  const auto dates =
      reschedule_remaining(plan, progress(plan, logged, from.today), {}, from.frame, from.today);
  return join(plan.start, from.loads, dates, plan.baseline_finish);
}

std::string in_words(const Case& c, const Plan& plan) {
  std::string text =
      fmt::format("today {}, {} {}\n", c.today.iso(), name(c.frame.fit), c.frame.available.spec());
  for (const Break& each : c.frame.breaks)
    text += fmt::format("break {} {}\n", each.from.iso(), each.to.iso());
  for (const PlanWeek& week : plan.weeks) {
    text +=
        fmt::format("{} {}: {} to {}, 7 days from {}{}:", week.load.title,
                    week.load.minutes.total().count(), week.dates.from.iso(), week.dates.to.iso(),
                    week.dates.seven_days_from().iso(), week.dates.finished ? ", finished" : "");
    for (const Block& block : week.dates.blocks)
      text += fmt::format(" {}={}{}", block.on.iso(), block.minutes.count(), block.past ? "p" : "");
    text += '\n';
  }
  return text;
}

// A tier's minutes and weeks in so many plan weeks.
std::vector<WeekLoad> divided(const std::string& tier, const WeekMinutes& sum,
                              const std::vector<curriculum::WeekId>& weeks, int parts) {
  std::vector<WeekLoad> result;
  const int size = static_cast<int>(weeks.size());
  for (int i = 0; i < parts; ++i) {
    WeekMinutes part;
    for (const auto kind : calendar::block_kinds)
      part.of(kind) = sum.of(kind) * (i + 1) / parts - sum.of(kind) * i / parts;
    result.push_back(load(i + 1, part, tier));
    result.back().carries.clear();
    for (int k = i * size / parts; k < ((i + 1) * size + parts - 1) / parts; ++k)
      result.back().carries.push_back({weeks[static_cast<std::size_t>(k)], {}});
    result.back().key = fmt::format("{}.{}", tier, i);
  }
  return result;
}

// Each tier's minutes in another number of weeks, as compressing and stretching make them.
std::vector<WeekLoad> redivided(const std::vector<WeekLoad>& loads) {
  std::vector<WeekLoad> result;
  for (const char* tier : {"sql", "python"}) {
    WeekMinutes sum;
    std::vector<curriculum::WeekId> weeks;
    for (const WeekLoad& load : loads) {
      if (load.tier.text() != tier) continue;
      for (const auto kind : calendar::block_kinds) sum.of(kind) += load.minutes.of(kind);
      weeks.push_back(load.carries.front().week);
    }
    if (weeks.empty()) continue;
    const int parts = number(1, std::min(6, static_cast<int>(sum.review.count())));
    if (parts == static_cast<int>(weeks.size())) {
      std::ranges::copy_if(loads, std::back_inserter(result),
                           [&](const WeekLoad& load) { return load.tier.text() == tier; });
      continue;
    }
    std::ranges::copy(divided(tier, sum, weeks, parts), std::back_inserter(result));
  }
  return result;
}

// The weeks of another version: some are gone, some new, one stands elsewhere.
std::vector<WeekLoad> edited(std::vector<WeekLoad> loads) {
  const auto any_place = [&] { return loads.begin() + number(0, static_cast<int>(loads.size())); };
  for (int i = number(0, 2); i > 0 && loads.size() > 1; --i)
    loads.erase(loads.begin() + number(0, static_cast<int>(loads.size()) - 1));
  if (number(0, 1) == 1) {
    auto moved = loads.back();
    loads.pop_back();
    if (number(0, 1) == 1) moved.tier = curriculum::TierId{"sql"};
    loads.insert(any_place(), moved);
  }
  for (int i = number(0, 2); i > 0; --i) {
    WeekLoad added = load(90 + i, {Minutes{number(1, 100)}, Minutes{0}, Minutes{20}});
    added.key = added.title;
    loads.insert(any_place(), added);
  }
  // Each tier's weeks stand together.
  std::ranges::stable_sort(loads, std::greater{}, [](const WeekLoad& week) { return week.tier; });
  return loads;
}

}  // namespace

TEST_CASE("laws of a plan whose tiers are divided anew", "[plan]") {
  const auto check = [](const std::string& law, const auto& holds) {
    return rc::check(law, [&] {
      const Case c = any_case();
      const auto loads = redivided(c.loads);
      const auto dates = reschedule(c.plan, loads, c.frame, c.today);
      const Plan plan = join(c.plan.start, loads, dates, c.plan.baseline_finish);
      RC_LOG() << in_words(c, c.plan) << in_words(c, plan);
      holds(c, plan);
    });
  };
  REQUIRE(check("the past is unchanged", [](const Case& c, const Plan& plan) {
    RC_ASSERT((blocks_before(dates_of(plan), c.today) == blocks_before(dates_of(c.plan), c.today)));
  }));
  REQUIRE(check("from the first divided tier on, what was not logged is laid again",
                [](const Case& c, const Plan& plan) {
                  bool divided = false;
                  for (const PlanWeek& week : plan.weeks) {
                    divided = divided || std::ranges::find(c.loads, week.load) == c.loads.end();
                    if (!divided) continue;
                    RC_ASSERT(week.dates.minutes() == week.load.minutes.total());
                    RC_ASSERT(minutes_before(week.dates, c.today) == Minutes{0});
                  }
                }));
  REQUIRE(check("weeks stand in order, and days are shared in flow alone", [](const Case& c,
                                                                              const Plan& plan) {
    std::optional<Date> last;
    for (const PlanWeek& week : plan.weeks) {
      RC_ASSERT((week.dates.from <= week.dates.to));
      if (last && c.frame.fit == Fit::flow) RC_ASSERT(*last <= week.dates.from);
      if (last && c.frame.fit == Fit::weekly) RC_ASSERT(*last < week.dates.from);
      for (const Block& block : week.dates.blocks)
        RC_ASSERT((block.past || week.dates.from <= block.on) && block.on <= week.dates.to);
      last = week.dates.to;
    }
  }));
}

TEST_CASE("a tier that gets less time in the middle of it loses nothing of the past", "[plan]") {
  REQUIRE(rc::check("the past is unchanged", [] {
    Case c = any_case();
    if (number(0, 1) == 1) c.plan = again(c, any_log(c.loads), c.plan);
    auto loads = redivided(c.loads);
    for (WeekLoad& load : loads) {
      load.minutes.read /= 2;
      load.minutes.lab /= 2;
    }
    const auto dates = reschedule(c.plan, loads, c.frame, c.today);
    RC_LOG() << in_words(c, c.plan);
    RC_ASSERT((blocks_before(dates, c.today) == blocks_before(dates_of(c.plan), c.today)));
  }));
}

TEST_CASE("laws of a plan by another version of its curriculum", "[plan]") {
  const auto check = [](const std::string& law, const auto& holds) {
    return rc::check(law, [&] {
      Case c = any_case();
      if (number(0, 1) == 1) c.plan = again(c, any_log(c.loads), c.plan);
      const auto loads = edited(c.loads);
      const auto dates = reschedule(c.plan, loads, c.frame, c.today);
      const Plan plan = join(c.plan.start, loads, dates, c.plan.baseline_finish);
      RC_LOG() << in_words(c, c.plan) << in_words(c, plan);
      holds(c, plan);
    });
  };
  REQUIRE(check("the past is unchanged", [](const Case& c, const Plan& plan) {
    RC_ASSERT((blocks_before(dates_of(plan), c.today) == blocks_before(dates_of(c.plan), c.today)));
  }));
  REQUIRE(check("a new week is laid in full, and no kept one loses time", [](const Case& c,
                                                                             const Plan& plan) {
    for (const PlanWeek& week : plan.weeks) {
      const auto old = std::ranges::find(c.plan.weeks, week.load.key,
                                         [](const PlanWeek& each) { return each.load.key; });
      Minutes ahead{0};
      for (const Block& block : week.dates.blocks)
        ahead += block.on >= c.today ? block.minutes : Minutes{0};
      Minutes was_ahead{0};
      if (old != c.plan.weeks.end()) {
        if (old->dates.finished) continue;
        for (const Block& block : old->dates.blocks)
          was_ahead += block.on >= c.today ? block.minutes : Minutes{0};
      }
      const Minutes expected = old == c.plan.weeks.end() ? week.load.minutes.total() : was_ahead;
      RC_ASSERT(ahead.count() == expected.count());
    }
  }));
}

TEST_CASE("laws of a plan laid again", "[plan]") {
  REQUIRE(rc::check("where nothing changed, neither do the dates", [] {
    const Case c = any_case();
    RC_ASSERT((reschedule(c.plan, c.loads, c.frame, c.today) == dates_of(c.plan)));
  }));
  REQUIRE(rc::check("a break added and taken back leaves the plan as it was", [] {
    const Case c = any_case();
    Frame with_break = c.frame;
    with_break.breaks = some_breaks(c.today);
    const auto moved = reschedule(c.plan, c.loads, with_break, c.today);
    const Plan plan = join(c.plan.start, c.loads, moved, c.plan.baseline_finish);
    RC_ASSERT((blocks_before(moved, c.today) == blocks_before(dates_of(c.plan), c.today)));
    RC_ASSERT((reschedule(plan, c.loads, c.frame, c.today) == dates_of(c.plan)));
  }));
}

TEST_CASE("laws of a re-plan", "[plan]") {
  REQUIRE(rc::check("the past is unchanged", [] {
    const Case c = any_case();
    const Plan plan = again(c, any_log(c.loads), c.plan);
    RC_ASSERT((blocks_before(dates_of(plan), c.today) == blocks_before(dates_of(c.plan), c.today)));
  }));
  REQUIRE(rc::check("twice on a day is as once", [] {
    const Case c = any_case();
    const auto logged = any_log(c.loads);
    const Plan once = again(c, logged, c.plan);
    const Plan twice = again(c, logged, once);
    RC_LOG() << in_words(c, c.plan) << in_words(c, once) << in_words(c, twice);
    RC_ASSERT((dates_of(twice) == dates_of(once)));
  }));
  REQUIRE(rc::check("what is left of every week is laid, and no more", [] {
    const Case c = any_case();
    const auto logged = any_log(c.loads);
    const auto done = progress(c.plan, logged, c.today);
    const Plan plan = again(c, logged, c.plan);
    Minutes over{0};  // logged beyond the weeks of the tier so far
    for (std::size_t i = 0; i < plan.weeks.size(); ++i) {
      const PlanWeek& week = plan.weeks[i];
      if (i > 0 && week.load.tier != plan.weeks[i - 1].load.tier) over = Minutes{0};
      const Minutes planned = done[i].planned;
      const Minutes actual = done[i].actual;
      const bool complete =
          done[i].complete || (done[i].complete_if_ended && planned - actual <= over);
      const Minutes left = complete ? Minutes{0} : std::max(planned - actual - over, Minutes{0});
      if (!complete) over -= std::min(over, std::max(planned - actual, Minutes{0}));
      over += std::max(actual - planned, Minutes{0});
      RC_ASSERT(week.dates.minutes() == left);
      RC_ASSERT(week.dates.finished == (left == Minutes{0}));
    }
  }));
  REQUIRE(rc::check("what is laid keeps order, breaks and capacity", [] {
    const Case c = any_case();
    const Plan plan = again(c, any_log(c.loads), c.plan);
    std::map<Date, Minutes> used;
    std::optional<Date> end;
    for (const PlanWeek& week : plan.weeks) {
      if (week.dates.finished) continue;
      RC_ASSERT(!end || week.dates.from > *end ||
                (c.frame.fit == Fit::flow && week.dates.from == *end));
      end = week.dates.to;
      for (const Block& block : week.dates.blocks) {
        if (block.past) continue;
        RC_ASSERT(block.on >= std::max(c.today, week.dates.from) && block.on <= week.dates.to);
        for (const Break& each : c.frame.breaks)
          RC_ASSERT(block.on < each.from || each.to < block.on);
        used[block.on] += block.minutes;
      }
    }
    for (const auto& [on, minutes] : used) {
      Minutes room{0};
      for (const auto& slot : c.frame.available.on(on.weekday())) room += slot.length;
      RC_ASSERT(minutes <= room);
    }
  }));
  REQUIRE(rc::check("no two weeks share a day, but in flow where one ends", [] {
    const Case c = any_case();
    const Plan plan = again(c, any_log(c.loads), c.plan);
    RC_LOG() << in_words(c, c.plan) << in_words(c, plan);
    for (std::size_t i = 0; i < plan.weeks.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const auto& a = plan.weeks[i].dates;
        const auto& b = plan.weeks[j].dates;
        if (c.frame.fit == Fit::weekly) RC_ASSERT(a.to < b.from || b.to < a.from);
        RC_ASSERT(a.to <= b.from || b.to <= a.from);
      }
    }
  }));
}

}  // namespace gradus::plan::reschedule_laws_test
