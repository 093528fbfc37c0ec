#include "gradus/track/letter.hpp"

#include "gradus/track/error.hpp"
#include "gradus/track/gate.hpp"

#include "support/memory_facts.hpp"
#include "track/facts_before.hpp"
#include "track/fixture.hpp"

#include <catch2/catch.hpp>

namespace gradus::track::letter_test {

using testing::CelloRun;
using testing::day;

namespace {

insight::Letter letter_of(const CelloRun& run, const char* since, const char* today) {
  const auto store = store::Store::read(run.file());
  return read_letter(store, load(store, std::nullopt), day(since), day(today));
}

}  // namespace

TEST_CASE("a letter's gate is the one that was judged on the evening before", "[track]") {
  CelloRun run;
  (void)run.record(run.session(60));
  (void)run.record(run.scale("G major"));
  auto later = run.session(70);
  later.on = day("2026-12-01");
  (void)run.record(later);
  const auto letter = letter_of(run, "2026-12-02", "2026-12-02");
  const auto store = store::Store::read(run.file());
  const auto track = load(store, std::nullopt);
  const auto& tier = track.curriculum.tiers.front();
  const auto eve = check_gate(store, track, &tier, {day("2026-12-01"), day("2026-12-01")});
  REQUIRE(letter.gate);
  CHECK(letter.gate->met_then == eve.met);
  REQUIRE(letter.gate->criteria.size() == eve.criteria.size());
  for (std::size_t i = 0; i < eve.criteria.size(); ++i)
    CHECK(letter.gate->criteria[i].then.outcome.have == eve.criteria[i].outcome.have);
  REQUIRE(letter.met.size() == 1);
  CHECK(letter.met[0].criterion.now.id.text() == "hours");
  REQUIRE(letter.closer.size() == 1);
  CHECK(letter.closer[0].criterion.now.id.text() == "scales");
  CHECK(letter.work.minutes() == calendar::Minutes{60});
  CHECK(letter.before == calendar::Minutes{70});
  CHECK_FALSE(letter.only_for_me);
}

TEST_CASE("a letter leaves out what is later than its day", "[track]") {
  CelloRun run;
  (void)run.record(run.session(60));
  const auto letter = letter_of(run, "2026-11-30", "2026-12-01");
  CHECK(letter.work.entries == 0);
  CHECK(letter.news == insight::News::nothing_done);
}

TEST_CASE("a letter begins no sooner than its track, and no later than today", "[track]") {
  const CelloRun run;
  CHECK(letter_of(run, "2026-11-29", "2026-12-02").since == testing::day("2026-11-30"));
  CHECK_THROWS_AS(letter_of(run, "2026-12-03", "2026-12-02"), Error);
  CHECK_THROWS_AS(letter_of(run, "2026-11-20", "2026-11-25"), Error);
  CHECK_NOTHROW(letter_of(run, "2026-11-30", "2026-11-30"));
}

TEST_CASE("an artefact that was verified since was not verified before", "[track]") {
  auto delivered = testing::make_entry(
      "2026-11-30", journal::Artefact{.artefact = curriculum::ArtefactId("w3-recording"),
                                      .title = "A recording",
                                      .verified = true});
  const testing::MemoryFacts facts({delivered});
  const std::vector<journal::Verification> verifications{
      {delivered.id, calendar::Moment::parse("2026-12-02T19:00+01:00").value(), {}, "{}"}};
  const curriculum::Query verified{
      .of = curriculum::EntryType::artefact,
      .measure = curriculum::Aggregate::count,
      .where = {{curriculum::field::verified, curriculum::OneOf{{true}}}}};
  const curriculum::Query any{.of = curriculum::EntryType::artefact,
                              .measure = curriculum::Aggregate::count};
  const FactsBefore then(facts, verifications, day("2026-12-02"));
  CHECK(then.answer({verified, std::nullopt, std::nullopt}) == 0);
  CHECK(then.find({verified, std::nullopt, std::nullopt}, 5).first.empty());
  CHECK(then.answer({any, std::nullopt, std::nullopt}) == 1);
  const FactsBefore after(facts, verifications, day("2026-12-03"));
  CHECK(after.answer({verified, std::nullopt, std::nullopt}) == 1);
}

}  // namespace gradus::track::letter_test
