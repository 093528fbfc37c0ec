#include "gradus/track/exam.hpp"

#include "gradus/store/exam_plans.hpp"
#include "gradus/track/error.hpp"

#include "track/fixture.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace gradus::track::exam_test {
namespace {

using testing::CelloRun;
using testing::day;

journal::MockExam mock(double score, std::map<std::string, double> domains = {}) {
  return {"dea-c01", score, true, std::move(domains)};
}

// The run's track, as another command finds it.
struct Loaded {
  store::Store store;
  LoadedTrack track;

  explicit Loaded(const CelloRun& run)
      : store(store::Store::read(run.file())), track(load(store, std::nullopt)) {}
  [[nodiscard]] insight::ExamRule exam(const std::optional<std::string>& id) const {
    return find_exam(store, track, id);
  }
};

}  // namespace

TEST_CASE("an exam is found by the catalogue, whatever the case, or by what is recorded",
          "[track]") {
  CelloRun run;
  CHECK_THROWS_AS(Loaded(run).exam(std::nullopt), Error);
  CHECK(Loaded(run).exam("DEA-C01").id == "dea-c01");
  CHECK(Loaded(run).exam("dea-c01").domains.size() == 4);
  CHECK_THROWS_AS(Loaded(run).exam("grade-8"), Error);
  run.record(run.entry(journal::MockExam{"grade-8", 0.9, true, {}}));
  CHECK(Loaded(run).exam("grade-8").domains.empty());
  CHECK(Loaded(run).exam(std::nullopt).id == "grade-8");  // the newest that is recorded
}

TEST_CASE("a weak domain gets a review, one that is weak no more loses it", "[track]") {
  CelloRun run;
  run.record(run.entry(mock(0.7, {{"ingestion", 0.4}})));
  const Loaded now(run);
  const auto exam = now.exam("dea-c01");
  const auto planned = with_reviews(now.store, now.track, exam, run.today, std::nullopt);
  REQUIRE(planned.lines.size() == 1);
  CHECK(planned.exam == "dea-c01");
  CHECK(planned.lines.front().is_review_of("ingestion"));
  CHECK(planned.lines.front().minutes == calendar::Minutes{120});
  CHECK(planned.lines.front().on > run.today);
  const journal::Entry better{
      .id = testing::entry_id(77), .on = run.today, .what = mock(0.9, {{"ingestion", 0.9}})};
  CHECK(with_reviews(now.store, now.track, exam, run.today, better).lines.empty());
}

TEST_CASE("a countdown keeps the reviews, and none is laid for another exam", "[track]") {
  CelloRun run;
  run.record(run.entry(mock(0.7, {{"ingestion", 0.4}})));
  const Loaded now(run);
  const auto exam = now.exam("dea-c01");
  CHECK_THROWS_AS(with_countdown(now.store, now.track, exam, day("2026-12-01"), run.today), Error);
  const auto planned = with_countdown(now.store, now.track, exam, day("2026-12-20"), run.today);
  CHECK(planned.exam_date == day("2026-12-20"));
  CHECK(planned.days().size() == 14);
  CHECK(std::ranges::count_if(planned.lines, &plan::ExamLine::is_review) == 1);
  auto track = now.track;
  track.exam_plan = planned;
  const auto other = with_reviews(now.store, track, {.id = "gcp-pde"}, run.today, std::nullopt);
  CHECK(other.lines == planned.lines);
}

TEST_CASE("the exams that a gate counts are those of its mock exams", "[track]") {
  CelloRun run;
  auto track = Loaded(run).track;
  CHECK(exams_of_gate(track).empty());  // it asks for none
  const auto asks = [&](const std::vector<curriculum::Value>& exams) {
    curriculum::Query query{.of = curriculum::EntryType::mock_exam,
                            .measure = curriculum::Aggregate::count};
    if (!exams.empty())
      query.where = {{curriculum::field::exam, curriculum::OneOf{.values = exams}}};
    for (auto& wording : track.curriculum.tiers.front().exit.front().require)
      wording.second = {curriculum::Any{
          {{curriculum::Attested{}}, {curriculum::Measure{query, 1, std::nullopt}}}}};
    return exams_of_gate(track);
  };
  CHECK(asks({std::string("dea-c01")}) == std::vector<std::string>{"dea-c01"});
  CHECK(asks({}).empty());  // any will do
}

}  // namespace gradus::track::exam_test
