#include "gradus/track/review.hpp"

#include "gradus/track/today.hpp"

#include "fixture.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace gradus::track::review_test {

using namespace gradus;
using namespace gradus::testing;
using calendar::Days;
using calendar::Minutes;
using insight::ReviewList;
using insight::ReviewTime;

namespace {

// A run that solves scales and reviews them.
class Reviewing : public CelloRun {
 public:
  // Returns the id of the solution.
  std::string solve(const std::string& title, calendar::Date on, int minutes = 10,
                    int attempts = 1) {
    auto solution = scale(title);
    solution.on = on;
    auto& problem = std::get<journal::Problem>(solution.what);
    problem.minutes = Minutes{minutes};
    problem.attempts = attempts;
    return record_on(solution);
  }
  void review(const std::string& item, calendar::Date on, int grade = 3) {
    auto graded = entry(journal::Review{.item = item, .grade = grade});
    graded.on = on;
    record_on(graded);
  }
  void log_review(calendar::Date on, int minutes) {
    auto session =
        entry(journal::Session{.minutes = Minutes{minutes}, .kind = journal::SessionKind::review});
    session.on = on;
    record_on(session);
  }

  [[nodiscard]] ReviewTime time(calendar::Date on) const {
    return review_time(store(), track(), read_day(store(), track(), on));
  }
  [[nodiscard]] ReviewList list(calendar::Date on) const { return list(on, time(on)); }
  [[nodiscard]] ReviewList list(calendar::Date on, const ReviewTime& time) const {
    return review_list(store(), track(), on, {.time = time});
  }
  [[nodiscard]] insight::ReviewBlock block(calendar::Date on) const {
    return review_block(store(), track(), read_day(store(), track(), on), {});
  }

 private:
  [[nodiscard]] store::Store store() const { return store::Store::read(file()); }
  [[nodiscard]] LoadedTrack track() const { return load(store(), std::nullopt); }
  std::string record_on(const NewEntry& entry) {
    auto store = store::Store::write(file());
    const auto recorded =
        track::record(store, load(store, std::nullopt), entry, entry.on, calendar::Instant{});
    store.commit(step("record"));
    return recorded.entry.id.text();
  }
};

std::vector<std::string> titles(const std::vector<insight::ReviewItem>& items) {
  std::vector<std::string> titles;
  titles.reserve(items.size());
  for (const auto& item : items) titles.push_back(item.title);
  return titles;
}

const auto start = day("2026-12-01");
const auto evening = day("2026-12-15");   // a Tuesday without a block for review
const auto saturday = day("2026-12-05");  // with an hour of it
using Titles = std::vector<std::string>;

}  // namespace

TEST_CASE("what was reviewed on a day is taken off its time", "[track]") {
  Reviewing run;
  std::vector<std::string> ids;
  for (const auto* title : {"C", "D", "E", "F", "G"}) ids.push_back(run.solve(title, start));
  CHECK(run.time(evening).minutes == Minutes{30});
  CHECK(run.list(evening).due.size() == 3);
  run.review(ids[0], evening);
  run.review(ids[0], evening, 1);  // the same thing again takes nothing more
  CHECK(run.time(evening).reviewed == 1);
  CHECK(run.time(evening).left() == Minutes{20});
  CHECK(titles(run.list(evening).due) == Titles{"D", "E"});
  run.review(ids[1], evening);
  run.review(ids[2], evening);
  const auto done = run.list(evening);
  CHECK(done.full);
  CHECK(done.time.left() == Minutes{0});
  CHECK(done.time.minutes == Minutes{30});
  CHECK(titles(done.due) == Titles{"F"});  // at least one
  CHECK(done.rest == 1);
  CHECK(done.rest_days == 1);
  CHECK(done.again_today == 0);
}

TEST_CASE("a time that is asked for is whole, whatever was done", "[track]") {
  Reviewing run;
  std::vector<std::string> ids;
  for (const auto* title : {"C", "D", "E", "F"}) ids.push_back(run.solve(title, start));
  for (std::size_t i = 0; i < 3; ++i) run.review(ids[i], evening);
  const auto list = run.list(evening, {.minutes = Minutes{15}, .asked = true});
  CHECK_FALSE(list.full);
  CHECK(titles(list.due) == Titles{"F"});
}

TEST_CASE("the next day's time is whole again", "[track]") {
  Reviewing run;
  const auto id = run.solve("C", start);
  run.review(id, evening);
  CHECK(run.time(evening + Days{1}).left() == Minutes{30});
}

TEST_CASE("what is logged of the day's block counts, if it is more than the reviews", "[track]") {
  Reviewing run;
  const auto id = run.solve("C", start);
  CHECK(run.time(saturday).minutes == Minutes{60});
  run.log_review(saturday, 45);
  CHECK(run.time(saturday).left() == Minutes{15});
  run.review(id, saturday);
  CHECK(run.time(saturday).left() == Minutes{15});
  run.log_review(saturday, 15);
  CHECK(run.time(saturday).left() == Minutes{0});
}

TEST_CASE("of the same recall the things on weak topics come first", "[track]") {
  Reviewing run;
  for (const auto* title : {"C", "D", "E"}) (void)run.solve(title, start, 10, 3);
  const auto list = run.list(evening, {.minutes = Minutes{60}, .asked = true});
  REQUIRE(list.due.size() == 3);
  CHECK(list.weak_topics == std::vector{curriculum::TopicId("scales")});
  for (const auto& item : list.due) CHECK(item.weak);
}

TEST_CASE("the days of the rest are those that filling them takes", "[track]") {
  Reviewing run;
  (void)run.solve("long", start, 95);
  for (const auto* title : {"C", "D", "E", "F"}) (void)run.solve(title, start, 20);
  // 20 today; 20, 20, 20, and the long one by itself.
  const auto list = run.list(evening);
  CHECK(list.due.size() == 1);
  CHECK(list.rest == 4);
  CHECK(list.rest_days == 4);
  CHECK(list.rest_long == 1);
}

TEST_CASE("one thing longer than a day takes one day", "[track]") {
  Reviewing run;
  (void)run.solve("long", start, 95);
  (void)run.solve("C", start, 20);
  const auto list = run.list(evening);
  CHECK(titles(list.due) == Titles{"C"});
  CHECK(list.rest_days == 1);
}

TEST_CASE("today's review block names what is left, and says when it is done", "[track]") {
  Reviewing run;
  std::vector<std::string> ids;
  for (const auto* title : {"C", "D", "E", "F"}) ids.push_back(run.solve(title, start));
  auto block = run.block(evening);
  CHECK_FALSE(block.planned);
  CHECK(block.titles == Titles{"C", "D", "E"});
  CHECK(block.minutes == Minutes{30});
  run.review(ids[0], evening);
  CHECK(run.block(evening).titles == Titles{"D", "E"});
  run.review(ids[1], evening);
  run.review(ids[2], evening);
  block = run.block(evening);
  CHECK(block.done);
  CHECK(block.reviewed == 3);
  CHECK(block.titles.empty());
}

TEST_CASE("nothing is due on a day before anything comes up", "[track]") {
  Reviewing run;
  (void)run.solve("C", start);
  const auto block = run.block(start);
  CHECK_FALSE(block.done);
  CHECK(block.titles.empty());
  CHECK(block.reviewed == 0);
}

TEST_CASE("a drill that was never done has no review", "[track]") {
  const Reviewing run;
  const auto store = store::Store::read(run.file());
  CHECK_FALSE(drill_to_review(store, load(store, std::nullopt), "plan-aloud", evening, {}));
}

}  // namespace gradus::track::review_test
