#include "gradus/plan/build_plan.hpp"
#include "gradus/plan/current_weeks.hpp"
#include "gradus/plan/progress.hpp"

#include "support/curriculum_builder.hpp"
#include "support/plan_builder.hpp"
#include "support/random_journal.hpp"
#include "support/random_plan.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gradus::plan::minutes_asked_test {
namespace {

using namespace gradus::test;
using namespace gradus::testing::random;
using calendar::Date;
using calendar::Days;
using curriculum::WeekId;

using StudiedDays = std::map<Date, curriculum::WeekMinutes>;

// From the day after the one on which the week has enough, everything is on one day.
StudiedDays gathered(const StudiedDays& days, Minutes enough) {
  StudiedDays result;
  Minutes before{0};
  std::optional<Date> rest;
  for (const auto& [day, minutes] : days) {
    if (!rest && !result.empty() && before >= enough) rest = day;
    auto& kept = result[rest.value_or(day)];
    for (const auto kind : calendar::block_kinds) kept.of(kind) += minutes.of(kind);
    before += minutes.total();
  }
  return result;
}

std::vector<Minutes> done(const Plan& plan, const StudyDays& studied, Date today) {
  std::vector<Minutes> minutes;
  for (const auto& week : progress(plan, studied, today))
    for (const auto kind : calendar::block_kinds) minutes.push_back(week.done.of(kind));
  return minutes;
}

std::string described(const Plan& plan, const StudyDays& studied) {
  std::string text;
  for (const auto& [number, load, dates] : plan.weeks)
    text += fmt::format("{} {} {} to {}\n", load.key, load.minutes.total().count(),
                        dates.from.iso(), dates.to.iso());
  for (const auto& [week, days] : studied)
    for (const auto& [day, minutes] : days)
      text +=
          fmt::format("{} studied on {}: {}\n", week.text(), day.iso(), minutes.total().count());
  return text;
}

TEST_CASE("a week asks for the minutes of all plan weeks that carry it", "[plan]") {
  const auto asked = minutes_asked(plan_of(loads(2), frame("2026-11-30")));
  CHECK(asked ==
        std::map<WeekId, Minutes>{{WeekId{"w1"}, Minutes{420}}, {WeekId{"w2"}, Minutes{420}}});
}

TEST_CASE("the days of what was studied beyond what a plan asks change nothing", "[plan]") {
  int gathered_days = 0;
  REQUIRE(rc::check("500 random plans and journals", [&] {
    const auto frame = some_frame(day("2026-11-30") + Days{number(0, 30)});
    const auto curriculum = curriculum_of({some_tier("sql"), some_tier("python")});
    const auto plan = first_plan(curriculum, some_shape(curriculum), frame);
    const auto today = some_today(plan);
    auto studied = some_log(curriculum, plan, today);
    for (const auto& [week, days] : some_log(curriculum, plan, today))
      for (const auto& [day, minutes] : days) studied[week][day].lab += minutes.total();

    const auto asked = minutes_asked(plan);
    StudyDays kept;
    for (const auto& [week, days] : studied) {
      const auto found = asked.find(week);
      kept[week] = gathered(days, found == asked.end() ? Minutes{0} : found->second);
      gathered_days += static_cast<int>(days.size() - kept[week].size());
    }
    RC_LOG() << described(plan, studied) << "today " << today.iso() << '\n';
    RC_ASSERT(done(plan, kept, today) == done(plan, studied, today));
    const CurrentWeeks by_all(plan, studied);
    const CurrentWeeks by_kept(plan, kept);
    for (const auto& tier : curriculum.tiers)
      for (Date on = plan.start; on <= today; on = on + Days{1})
        RC_ASSERT(by_kept.on(on, tier.id).week == by_all.on(on, tier.id).week);
  }));
  CHECK(gathered_days > 50);
}

}  // namespace
}  // namespace gradus::plan::minutes_asked_test
