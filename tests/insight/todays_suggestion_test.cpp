#include "insight/todays_suggestion.hpp"

#include "support/entries.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>

namespace gradus::insight::todays_suggestion_test {
namespace {

using curriculum::WeekId;
using rules::Status;
using testing::day;

rules::Verdict open_gate(const std::string& how = {}) {
  return testing::gate("sql", {testing::criterion("a", Status::fail, how)});
}

Suggestion next_on(std::string_view date, const Record& record,
                   const rules::Verdict& gate = open_gate()) {
  return today(testing::sample_track(), record, gate, day(date)).next;
}

constexpr auto thursday = "2026-12-03";  // without a block

TEST_CASE("a timer is to be stopped or resumed, whatever else there is to do", "[insight]") {
  const auto started = calendar::Moment::parse("2026-11-29T19:00+01:00").value();
  journal::Timer timer{
      .track = "mine", .watch = journal::Stopwatch(started), .kind = journal::SessionKind::lab};
  const auto next = [&] {
    return today(testing::sample_track(), Record{}, open_gate(), day("2026-11-29"),
                 journal::timer_at(timer, started))
        .next;
  };
  CHECK(next().command == "gradus stop");
  CHECK(next().reason == "a timer for lab is running: this records it");
  timer.watch = journal::Stopwatch(calendar::Moment::parse("2026-11-29T10:00+01:00").value());
  CHECK(next().command == "gradus stop");
  CHECK(next().reason == "a timer for lab has run for 9h: this asks when you stopped");
  timer.watch = timer.watch.pause(started).value();
  CHECK(next().command == "gradus resume");
  CHECK(next().reason == "a timer for lab is paused: this goes on with it");
}

namespace {

// The sample track before an exam on 2026-12-20, in the middle of its countdown.
Track before_an_exam() {
  auto track = testing::sample_track();
  track.exam_plan = {.exam = "licence",
                     .exam_date = day("2026-12-20"),
                     .lines = plan::countdown(day("2026-12-20"), "The licence")};
  return track;
}

Record of_exam(journal::MinutesByKind minutes = {}, std::vector<journal::Entry> mocks = {}) {
  Record record;
  record.exam = ExamRule{.id = "licence"};
  record.on_the_day = std::move(minutes);
  record.mocks = std::move(mocks);
  return record;
}

Today exam_day(const std::string& date, const Record& record, const Track& track) {
  return today(track, record, open_gate(), day(date));
}

Suggestion next_before(const std::string& date, const Record& record) {
  return exam_day(date, record, before_an_exam()).next;
}

}  // namespace

TEST_CASE("what the countdown has for the day comes first until it is done", "[insight]") {
  using journal::SessionKind;
  const auto mock = testing::make_entry("2026-12-06", journal::MockExam{"licence", 0.7, true, {}});
  // D-14, a Sunday: a mock exam.
  CHECK(next_before("2026-12-06", of_exam()).command ==
        "gradus exam add licence --score N --timed");
  CHECK(next_before("2026-12-06", of_exam({{SessionKind::mock, Minutes{90}}})).reason ==
        "the time of today's mock exam is logged, its score is not");
  const auto done = next_before("2026-12-06", of_exam({}, {mock}));
  CHECK(done.command == "gradus exam countdown");
  CHECK(done.reason == "done for today: Mock exam 1, against the clock");
  // D-12: reading.
  CHECK(next_before("2026-12-08", of_exam()).command == "gradus log 1h30m read");
  CHECK(next_before("2026-12-08", of_exam({{SessionKind::read, Minutes{60}}})).command ==
        "gradus log 30m read");
  CHECK(next_before("2026-12-08", of_exam({{SessionKind::lab, Minutes{90}}})).command ==
        "gradus log 1h30m read");
  CHECK(next_before("2026-12-08", of_exam({{SessionKind::read, Minutes{90}}})).reason ==
        "done for today: Read the documentation of that domain");
  // D-11: the lab, which a project is as well.
  CHECK(next_before("2026-12-09", of_exam({{SessionKind::project, Minutes{60}}})).command ==
        "gradus log 30m lab");
}

TEST_CASE("the day before the exam is for rest, not for a new plan", "[insight]") {
  const auto rest = next_before("2026-12-19", of_exam());
  CHECK(rest.command == "gradus exam countdown");
  CHECK(rest.reason == "today's part of the countdown: Rest, and lay out what the exam needs");
  CHECK_FALSE(exam_day("2026-12-19", of_exam(), before_an_exam()).exam->lines.front().is_done());
}

TEST_CASE("the day's time is the countdown's before it is the plan's", "[insight]") {
  auto track = before_an_exam();
  // Wednesday 2026-12-09 has 60 minutes of reading as well: make the line one of reading.
  track.exam_plan.lines.at(3).kind = plan::ExamWork::read;
  auto record = of_exam({{journal::SessionKind::read, Minutes{120}}});
  record.last_days[WeekId("w1")][day("2026-12-09")].read = Minutes{120};
  const auto now = exam_day("2026-12-09", record, track);
  REQUIRE(now.blocks.size() == 1);
  CHECK(now.exam->lines.front().is_done());
  CHECK(now.blocks.front().done == Minutes{30});
}

TEST_CASE("after the exam today asks how it went, for two weeks", "[insight]") {
  CHECK(next_before("2026-12-20", of_exam()).reason ==
        "the exam is today. Afterwards: gradus exam countdown --clear");
  const auto after = next_before("2026-12-22", of_exam());
  CHECK(after.command == "gradus exam countdown --clear");
  CHECK(after.reason ==
        "the exam was on Sunday 2026-12-20: this ends its countdown; if there is a next one, "
        "gradus exam countdown DATE plans it");
  CHECK(next_before("2027-01-03", of_exam()).command == "gradus exam countdown --clear");
  CHECK(next_before("2027-01-04", of_exam()).command != "gradus exam countdown --clear");
}

TEST_CASE("a stack's certificate is recorded as the badge that the curriculum asks for",
          "[insight]") {
  auto track = before_an_exam();
  track.curriculum.stacks = {
      {curriculum::StackId("us"), "US", "licence", {}, "", "", "", "", "", {}}};
  track.stack = curriculum::StackId("us");
  auto& artefacts = track.curriculum.tiers.front().weeks.front().artefacts;
  artefacts.push_back(
      {.id = curriculum::ArtefactId("the-badge"), .title = "Passed", .kind = "badge"});
  auto record = of_exam();
  CHECK(exam_day("2026-12-22", record, track).next.command ==
        "gradus artefact add the-badge --url URL");
  record.delivered.push_back(testing::delivery("the-badge", "Passed"));
  const auto answered = exam_day("2026-12-22", record, track);
  CHECK_FALSE(answered.exam);
}

TEST_CASE("before the start the plan is shown, even when the gate is ready", "[insight]") {
  const auto ready = testing::gate("sql", {testing::criterion("a", Status::pass)});
  const auto early = next_on("2026-11-29", Record{}, ready);
  CHECK(early.command == "gradus plan");
  CHECK(early.reason == "the plan starts on Monday 2026-11-30");
  CHECK(next_on("2026-11-30", Record{}, ready).command == "gradus unlock");
}

TEST_CASE("a ready gate is unlocked before anything else is studied", "[insight]") {
  const auto ready = testing::gate(
      "sql", {testing::criterion("a", Status::pass), testing::criterion("b", Status::waived)});
  const auto next = next_on("2026-12-01", Record{}, ready);
  CHECK(next.command == "gradus unlock");
  CHECK(next.reason == "every criterion of SQL is met");
}

TEST_CASE("past the tier's planned end, the gate is asked first", "[insight]") {
  const Record first_done{testing::studied({{"w1", 420}}), {}, {}};
  CHECK(next_on("2026-12-13", first_done).command != "gradus ready");
  const auto late = next_on("2026-12-14", first_done);
  CHECK(late.command == "gradus ready");
  CHECK(late.reason ==
        "SQL was planned until Sunday 2026-12-13, and this is still missing: Criterion a");
}

TEST_CASE("more than a week late, the plan is to be laid again", "[insight]") {
  CHECK(next_on("2026-12-13", Record{}).command != "gradus replan");
  const auto late = next_on("2026-12-14", Record{});
  CHECK(late.command == "gradus replan");
  CHECK(late.reason ==
        "week 1 was planned until Sunday 2026-12-06, with 7h still to do: see three ways to "
        "continue");
}

TEST_CASE("on a break nobody is sent to lay the plan again", "[insight]") {
  auto track = testing::sample_track();
  track.frame.breaks = {{day("2026-12-14"), day("2026-12-20")}};
  const auto next_on = [&](std::string_view date) {
    return today(track, Record{}, open_gate(), day(date)).next;
  };
  CHECK(next_on("2026-12-15").command != "gradus replan");
  CHECK(next_on("2026-12-21").command == "gradus replan");
}

TEST_CASE("a block today comes first while the week's hours are not reached", "[insight]") {
  const auto timed = next_on("2026-12-01", Record{});
  CHECK(timed.command == "gradus log 1h read");
  CHECK(timed.reason == "1h of reading is planned for today at 19:00");
  CHECK(next_on("2026-12-02", Record{}).reason == "2h of reading is planned for today");
  CHECK(next_on("2026-12-05", Record{}).command == "gradus log 3h lab");

  // On the second week's day, with its 60 minutes reached or not.
  const auto record = [](int minutes) {
    return Record{testing::studied({{"w1", 420}, {"w2", minutes}}), {}, {}};
  };
  CHECK(next_on("2026-12-09", record(59)).command == "gradus log 1h read");
  const auto shut = next_on("2026-12-09", record(60));
  CHECK(shut.command == "gradus solve \"TITLE\" N --topic aggregation --difficulty easy");
  CHECK(shut.reason == "w1 still asks for 5 easy problems on Topic aggregation");
}

TEST_CASE("when the day's blocks are studied, the evening is free", "[insight]") {
  const auto record = testing::with_days({testing::studied({{"w1", 60}}, "2026-12-01"), {}, {}});
  const auto done = next_on("2026-12-01", record);
  CHECK(done.command == "gradus week");
  CHECK(done.reason == "done for today: 1h read; next: Wed 2026-12-02 read 2h");
  const auto ready = testing::gate("sql", {testing::criterion("a", Status::pass)});
  CHECK(next_on("2026-12-01", record, ready).command == "gradus unlock");
}

TEST_CASE("without a block, the week's first unsolved problem is next", "[insight]") {
  const auto first = next_on(thursday, Record{});
  CHECK(first.command == "gradus solve \"TITLE\" N");
  CHECK(first.reason == "week 1 asks for 3 easy problems on Topic aggregation; 0 solved so far");

  auto record = testing::everything_but_hours_of_w1();
  record.problems.pop_back();
  CHECK(next_on(thursday, record).reason ==
        "week 1 asks for 1 hard problem on Topic joins; 0 solved so far");
}

TEST_CASE("with the problems solved, the week's artefact is next", "[insight]") {
  auto record = testing::everything_but_hours_of_w1();
  record.delivered.clear();
  const auto next = next_on(thursday, record);
  CHECK(next.command == "gradus artefact add w1-gist --url URL");
  CHECK(next.reason == "this is due on Sunday 2026-12-06: Gist with GROUP BY queries");
}

TEST_CASE("with the week's work done, the first unmet criterion says what is next", "[insight]") {
  const auto record = testing::everything_but_hours_of_w1();
  const auto next = next_on(thursday, record, open_gate("gradus attest sql/a --evidence URL"));
  CHECK(next.command == "gradus attest sql/a --evidence URL");
  CHECK(next.reason == "the gate still needs this: Criterion a");
  CHECK(next_on(thursday, record, open_gate()).command == "gradus week");
}

TEST_CASE("once every tier is passed, the finish check says what is next", "[insight]") {
  auto track = testing::sample_track();
  for (auto& state : track.states) state.second = rules::TierState::passed;
  const auto next = [&](Status status, const std::string& how) {
    const auto finish = testing::gate("finish", {testing::criterion("a", status, how)});
    return today(track, Record{}, finish, day(thursday)).next;
  };
  CHECK(next(Status::pass, "gradus apply COMPANY").command == "gradus report");
  CHECK(next(Status::unknown, "gradus apply COMPANY").command == "gradus apply COMPANY");
  CHECK(next(Status::unknown, "gradus apply COMPANY").reason ==
        "every tier is passed, but the finish check still needs this: Criterion a");
  CHECK(next(Status::fail, "").command == "gradus ready");
}

}  // namespace
}  // namespace gradus::insight::todays_suggestion_test
