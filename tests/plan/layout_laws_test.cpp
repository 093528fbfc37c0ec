#include "gradus/plan/layout.hpp"

#include "support/plan_builder.hpp"
#include "support/random_plan.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <map>

namespace gradus::plan::layout_laws_test {
namespace {

using namespace gradus::test;
using namespace gradus::testing::random;
using calendar::Date;
using calendar::Days;
using curriculum::WeekMinutes;

struct Case {
  std::vector<WeekLoad> weeks;
  Frame frame;
  std::vector<WeekDates> dates;
};

Case any_case(Fit fit) {
  const Date start = day("2026-11-30") + Days{*rc::gen::inRange(0, 400)};
  Case result{{}, {start, some_availability(), fit, {}}, {}};
  const int breaks = *rc::gen::inRange(0, 4);
  for (int i = 0; i < breaks; ++i) {
    const Date from = start + Days{*rc::gen::inRange(-5, 60)};
    result.frame.breaks.push_back({from, from + Days{*rc::gen::inRange(0, 20)}});
  }
  const int weeks = *rc::gen::inRange(1, 7);
  for (int number = 1; number <= weeks; ++number) {
    result.weeks.push_back(load(number, some_week_minutes()));
  }
  result.dates = lay_out(result.weeks, result.frame);
  return result;
}

Case any_case() {
  return any_case(*rc::gen::element(Fit::weekly, Fit::flow));
}

bool on_break(Date date, const std::vector<Break>& breaks) {
  return std::ranges::any_of(
      breaks, [date](const Break& each) { return each.from <= date && date <= each.to; });
}

Minutes room_on(Date date, const Frame& frame) {
  Minutes room{0};
  if (on_break(date, frame.breaks)) return room;
  for (const auto& slot : frame.available.on(date.weekday())) room += slot.length;
  return room;
}

TEST_CASE("laws of every plan", "[plan]") {
  REQUIRE(rc::check("each week's minutes are all placed, kind by kind", [] {
    const Case plan = any_case();
    RC_ASSERT(plan.dates.size() == plan.weeks.size());
    for (std::size_t k = 0; k < plan.weeks.size(); ++k) {
      WeekMinutes placed;
      for (const Block& block : plan.dates[k].blocks) placed.of(block.kind) += block.minutes;
      RC_ASSERT(placed == plan.weeks[k].minutes);
    }
  }));
  REQUIRE(rc::check("a day holds no more than it has room for, and nothing on a break", [] {
    const Case plan = any_case();
    std::map<Date, Minutes> used;
    for (const WeekDates& week : plan.dates) {
      for (const Block& block : week.blocks) {
        RC_ASSERT(block.minutes > Minutes{0});
        RC_ASSERT(!on_break(block.on, plan.frame.breaks));
        used[block.on] += block.minutes;
      }
    }
    for (const auto& [date, minutes] : used) {
      Minutes room{0};
      for (const auto& slot : plan.frame.available.on(date.weekday())) room += slot.length;
      RC_ASSERT(minutes <= room);
    }
  }));
  REQUIRE(rc::check("a block with a time lies within one of its day's slots", [] {
    const Case plan = any_case();
    for (const WeekDates& week : plan.dates) {
      for (const Block& block : week.blocks) {
        const auto holds = [&block](const calendar::Slot& slot) {
          if (slot.at.has_value() != block.at.has_value()) return false;
          if (!slot.at) return block.minutes <= slot.length;
          const Minutes offset = block.at->since_midnight() - slot.at->since_midnight();
          return offset >= Minutes{0} && offset + block.minutes <= slot.length;
        };
        RC_ASSERT(std::ranges::any_of(plan.frame.available.on(block.on.weekday()), holds));
      }
    }
  }));
  REQUIRE(rc::check("blocks stand in order, within their week", [] {
    const Case plan = any_case();
    for (const WeekDates& week : plan.dates) {
      RC_ASSERT(std::ranges::is_sorted(week.blocks, {}, &Block::on));
      for (const Block& block : week.blocks) {
        RC_ASSERT(week.from <= block.on);
        RC_ASSERT(block.on <= week.to);
      }
      for (std::size_t i = 1; i < week.blocks.size(); ++i) {
        const Block& before = week.blocks[i - 1];
        const Block& block = week.blocks[i];
        if (before.on != block.on || !block.at) continue;
        RC_ASSERT(before.at.has_value());
        RC_ASSERT(before.at->since_midnight() + before.minutes <= block.at->since_midnight());
      }
    }
  }));
  REQUIRE(rc::check("weekly, weeks follow each other without a gap, never sharing a day", [] {
    const Case plan = any_case(Fit::weekly);
    RC_ASSERT(plan.dates.front().from >= plan.frame.start);
    for (std::size_t k = 0; k < plan.dates.size(); ++k) {
      RC_ASSERT(plan.dates[k].from <= plan.dates[k].to);
      RC_ASSERT(!on_break(plan.dates[k].from, plan.frame.breaks));
      if (k == 0) continue;
      RC_ASSERT(plan.dates[k].from == plan.dates[k - 1].to + Days{1});
      RC_ASSERT(plan.dates[k].from >= plan.dates[k - 1].from + Days{7});
    }
  }));
  REQUIRE(rc::check("in flow, hours are packed into the slots", [] {
    const Case plan = any_case(Fit::flow);
    std::map<Date, Minutes> used;
    for (const WeekDates& week : plan.dates)
      for (const Block& block : week.blocks) used[block.on] += block.minutes;
    if (used.empty()) return;
    for (Date date = plan.frame.start; date < used.rbegin()->first; date = date + Days{1})
      RC_ASSERT(used[date] == room_on(date, plan.frame));
  }));
  REQUIRE(rc::check("in flow, a week ends with its last block, where the next begins", [] {
    const Case plan = any_case(Fit::flow);
    for (std::size_t k = 0; k < plan.dates.size(); ++k) {
      const WeekDates& week = plan.dates[k];
      RC_ASSERT(week.to == (week.blocks.empty() ? week.from : week.blocks.back().on));
      if (k == 0) continue;
      const Date before = plan.dates[k - 1].to;
      RC_ASSERT(week.from >= before);
      for (Date date = before + Days{1}; date < week.from; date = date + Days{1})
        RC_ASSERT(on_break(date, plan.frame.breaks));
    }
  }));
  REQUIRE(rc::check("flow never ends after weekly", [] {
    Case plan = any_case();
    plan.frame.fit = Fit::flow;
    const Date flow = lay_out(plan.weeks, plan.frame).back().to;
    plan.frame.fit = Fit::weekly;
    RC_ASSERT(flow <= lay_out(plan.weeks, plan.frame).back().to);
  }));
  REQUIRE(rc::check("the same inputs give the same plan", [] {
    const Case plan = any_case();
    RC_ASSERT(lay_out(plan.weeks, plan.frame) == plan.dates);
  }));
}

}  // namespace
}  // namespace gradus::plan::layout_laws_test
