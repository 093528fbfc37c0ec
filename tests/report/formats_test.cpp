#include "gradus/insight/week_values.hpp"
#include "gradus/plan/reschedule.hpp"
#include "gradus/report/views.hpp"
#include "gradus/report/writers.hpp"

#include "support/entries.hpp"
#include "support/figures.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <cstddef>
#include <variant>
#include <vector>

namespace gradus::report::formats_test {

using namespace gradus;
using namespace gradus::report;
using testing::figures;

namespace {

int any(int least, int most) {
  return *rc::gen::inRange(least, most + 1);
}

// The sample track with something done for it.
insight::Record any_record() {
  using curriculum::Difficulty;
  insight::Record record;
  for (const auto* const week : {"w1", "w2", "w3"}) {
    auto& minutes = record.study_days[curriculum::WeekId(week)][testing::day("2026-12-01")];
    minutes.read = calendar::Minutes{any(0, 200)};
    minutes.lab = calendar::Minutes{any(0, 300)};
    record.problems.push_back(
        testing::solved(any(0, 9), "aggregation", Difficulty::easy, week, "sql"));
    record.problems.push_back(testing::solved(any(0, 2), "joins", Difficulty::hard, week, "sql"));
  }
  if (any(0, 1) == 1) record.delivered.push_back(testing::delivery("w1-gist", "My gist"));
  return record;
}

// The same, perhaps with a re-plan.
insight::Track any_track(const insight::Record& record, calendar::Date today) {
  auto track = testing::sample_track();
  if (any(0, 1) == 0) return track;
  const plan::Frame frame{track.plan.start,
                          calendar::Availability::parse("tue=1h@19:00,sat=3h@09:00:lab"),
                          plan::Fit::weekly,
                          {}};
  const auto progress = plan::progress(track.plan, record.study_days, today);
  const auto dates = plan::reschedule_remaining(track.plan, progress, {}, frame, today);
  for (std::size_t i = 0; i < dates.size(); ++i) track.plan.weeks[i].dates = dates[i];
  return track;
}

// A timeline is drawn in text, and a table of its days in Markdown.
void without_timelines(std::vector<Part>& parts) {
  std::erase_if(parts, [](const Part& part) { return std::holds_alternative<Timeline>(part); });
  for (auto& part : parts)
    if (auto* const section = std::get_if<Section>(&part); section != nullptr)
      without_timelines(section->parts);
}

}  // namespace

TEST_CASE("a plan and its weeks have the same figures in text and in Markdown", "[report]") {
  REQUIRE(rc::check([] {
    const auto today = testing::day("2026-11-30") + calendar::Days{any(-3, 30)};
    const auto record = any_record();
    const auto track = any_track(record, today);
    const auto values = insight::plan_values(track, record, today);
    const auto agree = [](Document document) {
      without_timelines(document.parts);
      const auto text = figures(write_text(document, {}));
      RC_ASSERT(!text.empty());
      RC_ASSERT(figures(write_markdown(document)) == text);
    };
    agree(view(track, values, today, {.wide = any(0, 1) == 1}));
    for (const auto& week : values.weeks) agree(view(week, track));
  }));
}

}  // namespace gradus::report::formats_test
