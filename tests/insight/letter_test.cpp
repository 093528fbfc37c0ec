#include "gradus/insight/letter.hpp"

#include "support/entries.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>

#include <utility>

namespace gradus::insight::letter_test {
namespace {

using rules::Status;
using testing::day;

// Ten days into the sample: w1 is over since Sunday 6 December.
const calendar::Date today_is = day("2026-12-10");

GateThenNow::Criterion shift(const std::string& id, Status then, Status now, double done_then = 0,
                             double done_now = 0) {
  return {.then = testing::criterion(id, then),
          .now = testing::criterion(id, now),
          .done_then = done_then,
          .done_now = done_now};
}

GateThenNow gate_of(std::vector<GateThenNow::Criterion> criteria) {
  return {.title = "SQL", .opened = day("2026-11-30"), .criteria = std::move(criteria)};
}

LetterFacts facts_of(std::vector<GateThenNow::Criterion> criteria) {
  LetterFacts facts{.since = day("2026-12-04"), .work = {}};
  facts.work.entries = 1;
  facts.gates.push_back(gate_of(std::move(criteria)));
  return facts;
}

Letter letter_of(LetterFacts facts, const Record& record = {}) {
  const auto track = testing::sample_track();
  const auto now =
      today(track, record, testing::gate("sql", {testing::criterion("a", Status::fail)}), today_is);
  return letter(track, plan_values(track, record, today_is), now, std::move(facts));
}

std::vector<std::string> ids(const std::vector<Moved>& moved) {
  std::vector<std::string> list;
  list.reserve(moved.size());
  for (const auto& each : moved) list.push_back(each.criterion.now.id.text());
  return list;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("each criterion of a letter moved one way, or stands still", "[insight]") {
  const auto all = letter_of(facts_of({shift("met", Status::fail, Status::pass, 0.5, 1),
                                       shift("closer", Status::fail, Status::fail, 0.2, 0.4),
                                       shift("lost", Status::pass, Status::fail, 1, 0.9),
                                       shift("waived", Status::fail, Status::waived),
                                       shift("still", Status::fail, Status::fail, 0.3, 0.3),
                                       shift("back", Status::fail, Status::fail, 0.3, 0.2),
                                       shift("old", Status::pass, Status::pass, 1, 1)}));
  CHECK(ids(all.met) == Ids{"met"});
  CHECK(ids(all.closer) == Ids{"closer"});
  CHECK(ids(all.lost) == Ids{"lost"});
  CHECK(ids(all.waived) == Ids{"waived"});
  REQUIRE(all.standing.size() == 2);
  CHECK(all.standing[0].criterion.id.text() == "still");
  CHECK(all.standing[1].criterion.id.text() == "back");
  CHECK(all.days() == 7);
  CHECK(all.news == News::criteria_met);
}

TEST_CASE("a criterion stands still since what counted last, or since its tier opened",
          "[insight]") {
  auto before = shift("before", Status::fail, Status::fail);
  before.last_counted = day("2026-12-02");
  auto early = shift("early", Status::fail, Status::fail);
  early.last_counted = day("2026-11-20");  // for a tier that was not open yet
  auto worked = shift("worked", Status::fail, Status::fail);
  worked.last_counted = day("2026-12-05");
  const auto standing =
      letter_of(facts_of({before, early, worked, shift("none", Status::unknown, Status::unknown)}))
          .standing;
  REQUIRE(standing.size() == 4);
  CHECK(standing[0].since == day("2026-12-02"));
  CHECK(standing[0].why == Standing::Since::last_entry);
  CHECK(standing[1].since == day("2026-11-30"));
  CHECK(standing[1].why == Standing::Since::tier_opened);
  CHECK(standing[2].since == day("2026-12-05"));
  CHECK(standing[2].why == Standing::Since::worked_on);
  CHECK(standing[3].since == day("2026-11-30"));
}

TEST_CASE("a letter names the weeks of the open tier that are over and not done", "[insight]") {
  const auto late = letter_of(facts_of({})).late;
  REQUIRE(late.size() == 1);  // w2 goes on
  CHECK(late[0].number == 1);
  CHECK(late[0].due == day("2026-12-06"));
  CHECK(late[0].left == Minutes{420});
  CHECK(late[0].problems_left == 6);
  CHECK(late[0].undelivered == Ids{"Gist with GROUP BY queries"});
}

TEST_CASE("what a plan asked for on a letter's days is what its blocks had there", "[insight]") {
  CHECK(letter_of(facts_of({})).planned == Minutes{300});  // Saturday's, and w2's Wednesday
}

TEST_CASE("the one question goes by a fixed order", "[insight]") {
  auto nothing = facts_of({shift("still", Status::fail, Status::fail)});
  nothing.work.entries = 0;
  nothing.last_study = day("2026-12-01");
  const auto none = letter_of(nothing);
  CHECK(none.news == News::nothing_done);
  CHECK(none.question.about == Ask::why_nothing);
  CHECK(none.question.since == day("2026-12-01"));

  nothing.finished_on = day("2026-12-01");
  CHECK(letter_of(nothing).question.about == Ask::why_nothing);  // something is asked for still
  nothing.gates.clear();
  CHECK(letter_of(nothing).question.about == Ask::what_next);

  auto ready = facts_of({shift("a", Status::fail, Status::pass)});
  ready.gates.back().ready = true;
  CHECK(letter_of(ready).question.about == Ask::ready_gate);

  const auto late = letter_of(facts_of({shift("still", Status::fail, Status::fail)})).question;
  CHECK(late.about == Ask::late_artefact);
  CHECK(late.of == "Gist with GROUP BY queries");
  CHECK(late.since == day("2026-12-06"));
}

TEST_CASE("without anything late the question is about what stands, is hard, or moved",
          "[insight]") {
  // Both of the tier's weeks are done.
  auto record = testing::everything_but_hours_of_w1();
  record.study_days = testing::studied({{"w1", 420}, {"w2", 60}}, "2026-12-05");
  const auto asked = [&](LetterFacts facts) {
    return letter_of(std::move(facts), record).question;
  };

  auto short_time = shift("short", Status::fail, Status::fail);
  short_time.last_counted = day("2026-12-03");
  auto facts = facts_of({short_time});
  CHECK(asked(facts).about == Ask::standing);
  CHECK(asked(facts).since == day("2026-12-03"));

  facts.finish_before = testing::sample_track().plan.finish() - calendar::Days{5};
  CHECK(asked(facts).about == Ask::plan_moved);
  CHECK(asked(facts).part == 5);

  facts.work.topics = {{curriculum::TopicId("joins"), "Joins", 2, 1, 0, 1},
                       {curriculum::TopicId("windows"), "Windows", 4, 0, 0, 1},
                       {curriculum::TopicId("few"), "Few", 2, 0, 0, 0}};
  CHECK(asked(facts).about == Ask::weak_topic);
  CHECK(asked(facts).of == "Windows");
  CHECK(asked(facts).part == 1);
  CHECK(asked(facts).whole == 4);

  facts.gates.back().opened = day("2026-11-01");
  facts.gates.back().criteria.push_back(shift("long", Status::fail, Status::fail));
  CHECK(asked(facts).about == Ask::long_standing);
  CHECK(asked(facts).of == testing::criterion("long", Status::fail).title);

  CHECK(asked(facts_of({shift("lost", Status::pass, Status::fail)})).about == Ask::no_longer_met);
  CHECK(asked(facts_of({shift("met", Status::fail, Status::pass)})).about == Ask::what_helped);
}

TEST_CASE("who is on a break as planned is not asked what got in the way", "[insight]") {
  auto track = testing::sample_track();
  track.frame.breaks = {{.from = day("2026-12-07"), .to = day("2026-12-20")}};
  auto facts = facts_of({shift("still", Status::fail, Status::fail)});
  facts.work.entries = 0;
  const auto now =
      today(track, {}, testing::gate("sql", {testing::criterion("a", Status::fail)}), today_is);
  const auto paused = letter(track, plan_values(track, {}, today_is), now, std::move(facts));
  CHECK(paused.news == News::nothing_done);
  CHECK(paused.question.about == Ask::after_break);
  CHECK(paused.question.since == day("2026-12-20"));
}

TEST_CASE("a gate passed within the days is the news", "[insight]") {
  auto facts = facts_of({shift("a", Status::fail, Status::fail)});
  auto passed = gate_of({shift("b", Status::fail, Status::pass, 0, 1)});
  passed.passed_on = day("2026-12-08");
  facts.gates.insert(facts.gates.begin(), passed);
  const auto all = letter_of(facts);
  CHECK(all.news == News::tier_passed);
  REQUIRE(all.passed.size() == 1);
  CHECK(ids(all.met) == Ids{"b"});
  REQUIRE(all.gate);
  CHECK_FALSE(all.gate->passed_on);
}

TEST_CASE("work of some days counts each new problem once, and days with study or a problem",
          "[insight]") {
  WorkOfDays work;
  const auto problem = testing::make_problem("2026-12-04", "joins", curriculum::Difficulty::hard);
  auto helped = testing::make_problem("2026-12-05", "graphs");
  std::get<journal::Problem>(helped.what).help_used = true;
  work.add(testing::make_session("2026-12-04", 50), false);
  work.add(testing::make_session("2026-12-06", 30, journal::SessionKind::lab), false);
  work.add(problem, false);
  work.add(problem, false);
  work.add(testing::make_problem("2026-12-06", "joins"), true);
  work.add(helped, false);
  const auto done = work.sum(testing::sample_track().curriculum);
  CHECK(done.entries == 6);
  CHECK(done.minutes() == Minutes{80});
  CHECK(done.minutes_by_kind.at(journal::SessionKind::lab) == Minutes{30});
  CHECK(done.days == 3);
  CHECK(done.again == 2);
  CHECK(done.problems() == 2);
  REQUIRE(done.topics.size() == 2);
  CHECK(done.topics[0].title == "Topic joins");
  CHECK(done.topics[0].hard == 1);
  CHECK(done.topics[0].first_tries == 1);
  CHECK(done.topics[1].title == "graphs");
  CHECK(done.topics[1].first_tries == 0);
}

}  // namespace gradus::insight::letter_test
