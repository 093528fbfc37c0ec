#include "gradus/store/exam_plans.hpp"

#include "gradus/store/history.hpp"
#include "gradus/store/plans.hpp"

#include "store_fixture.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace gradus::store::exam_plans_test {

using namespace gradus;
using namespace gradus::testing;
using store::Store;

namespace {

plan::ExamPlan planned(const char* on) {
  return {.exam = "licence", .exam_date = day(on), .lines = plan::countdown(day(on), "Exam")};
}

// An open store with a track and a plan for its exam.
struct Candidate {
  Candidate() { save_exam_plan(store, track, planned("2027-03-15"), calendar::Instant{}); }

  // "d-14 2027-03-01 r2", and " cancelled".
  [[nodiscard]] std::vector<std::string> told() const {
    std::vector<std::string> lines;
    for (const auto& event : load_events(store, track, day("2026-11-30")).exam)
      lines.push_back(fmt::format("{} {} r{}{}", event.line.name, event.line.on.iso(),
                                  event.revision, event.cancelled ? " cancelled" : ""));
    return lines;
  }

  Folder folder{};
  Store store = Store::write(new_store(folder));
  store::TrackId track = active(store);
};

}  // namespace

TEST_CASE("what is planned for an exam is read as it was saved", "[store]") {
  Candidate candidate;
  const auto read = load_exam_plan(candidate.store, candidate.track);
  CHECK(read.exam == "licence");
  CHECK(read.exam_date == day("2027-03-15"));
  CHECK(read.lines == planned("2027-03-15").lines);

  // Reviews alone have no day of an exam.
  plan::ExamPlan reviews{.exam = "licence"};
  reviews.lines.push_back({.name = "review-elt",
                           .on = day("2027-03-01"),
                           .minutes = plan::Minutes{60},
                           .kind = plan::ExamWork::review,
                           .task = "Review of ELT"});
  save_exam_plan(candidate.store, candidate.track, reviews, calendar::Instant{});
  const auto again = load_exam_plan(candidate.store, candidate.track);
  CHECK_FALSE(again.exam_date);
  CHECK(again.lines == reviews.lines);

  save_exam_plan(candidate.store, candidate.track, {}, calendar::Instant{});
  CHECK(load_exam_plan(candidate.store, candidate.track).exam.empty());
  CHECK(load_exam_plan(candidate.store, candidate.track).lines.empty());
}

TEST_CASE("a line that moves gets a revision, one that is dropped is cancelled", "[store]") {
  Candidate candidate;
  CHECK(candidate.told().size() == 15);
  CHECK(candidate.told().front() == "d-14 2027-03-01 r2");
  save_exam_plan(candidate.store, candidate.track, planned("2027-03-15"), calendar::Instant{});
  CHECK(candidate.told().front() == "d-14 2027-03-01 r2");
  save_exam_plan(candidate.store, candidate.track, planned("2027-03-16"), calendar::Instant{});
  const auto moved = candidate.told().front();
  CHECK(moved.starts_with("d-14 2027-03-02 r"));
  CHECK(moved > "d-14 2027-03-02 r2");
  save_exam_plan(candidate.store, candidate.track, {}, calendar::Instant{});
  for (const auto& line : candidate.told()) CHECK(line.ends_with(" cancelled"));
  CHECK(candidate.told().size() == 15);
}

}  // namespace gradus::store::exam_plans_test
