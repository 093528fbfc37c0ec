#include "gradus/store/history.hpp"

#include "store_fixture.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace gradus::store::plan_before_test {

using namespace gradus;
using namespace gradus::testing;
using store::Store;

namespace {

plan::Plan ending(std::initializer_list<const char*> ends) {
  std::vector<plan::WeekDates> weeks;
  for (const auto* const end : ends)
    weeks.push_back({.from = day("2026-11-30"), .to = day(end), .blocks = {}});
  return plan_of(weeks);
}

store::Step step_on(const std::string& name, const std::string& on) {
  return {name, calendar::Moment::parse(on + "T19:00+01:00").value()};
}

// A store whose plan is made on 30 November and changed on 5 and 8 December.
class Changed {
 public:
  Changed() {
    {
      auto store = Store::write(file);
      store::save_first_plan(store, active(store), ending({"2026-12-06", "2026-12-13"}), {}, {});
      store.commit(step_on("plan", "2026-12-01"));
    }
    change(ending({"2026-12-06", "2026-12-20", "2026-12-27"}), "2026-12-05");
    log("2026-12-06");
    change(ending({"2026-12-07"}), "2026-12-08");
  }
  void change(const plan::Plan& plan, const std::string& on) const {
    auto store = Store::write(file);
    store::save_plan(store, active(store), plan, {}, calendar::Instant{});
    store.commit(step_on("replan", on));
  }
  void log(const std::string& on) const {
    auto store = Store::write(file);
    store::add_entry(store, active(store), make_session(on, 60));
    store.commit(step_on("log", on));
  }
  [[nodiscard]] std::optional<PlanBefore> before(const char* on) const {
    const auto store = Store::read(file);
    return plan_before(store, active(store), day(on));
  }

  const Folder folder;
  const std::filesystem::path file = new_store(folder);
};

}  // namespace

TEST_CASE("a plan's end on the evening before a day is read off the steps since", "[store]") {
  const Changed changed;
  REQUIRE(changed.before("2026-12-09"));
  CHECK(changed.before("2026-12-09")->finish == day("2026-12-07"));
  CHECK(changed.before("2026-12-09")->changes == 0);
  CHECK(changed.before("2026-12-08")->finish == day("2026-12-27"));
  CHECK(changed.before("2026-12-08")->changes == 1);
  CHECK(changed.before("2026-12-06")->changes == 1);
  CHECK(changed.before("2026-12-05")->finish == day("2026-12-13"));
  CHECK(changed.before("2026-12-05")->changes == 2);
  CHECK_FALSE(changed.before("2026-12-01"));  // there was none
}

TEST_CASE("an undone change of a plan is none", "[store]") {
  const Changed changed;
  {
    auto store = Store::write(changed.file);
    CHECK(store::undo(store, calendar::Instant{}) == "replan");
    store.commit();
  }
  CHECK(changed.before("2026-12-08")->finish == day("2026-12-27"));
  CHECK(changed.before("2026-12-08")->changes == 0);
}

TEST_CASE("a problem was solved before a day if its tier has a solution from before", "[store]") {
  const Folder folder;
  auto store = Store::write(new_store(folder));
  const auto track = active(store);
  auto first = make_problem("2026-12-01", "joins");
  auto second = make_problem("2026-12-05", "joins");
  std::get<journal::Problem>(second.what).title = std::get<journal::Problem>(first.what).title;
  store::add_entry(store, track, first);
  store::add_entry(store, track, second);
  CHECK(store::solved_before(store, track, second));
  CHECK(store::solved_before(store, track, second, day("2026-12-05")));
  CHECK_FALSE(store::solved_before(store, track, second, day("2026-12-01")));
  CHECK_FALSE(store::solved_before(store, track, first, day("2026-12-01")));

  std::vector<std::string> visited;
  store::each_entry(store, track, day("2026-12-02"), day("2026-12-05"),
                    [&](const journal::Entry& entry) { visited.push_back(entry.on.iso()); });
  CHECK(visited == std::vector<std::string>{"2026-12-05"});
}

}  // namespace gradus::store::plan_before_test
