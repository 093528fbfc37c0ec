#include "gradus/store/timer.hpp"

#include "store_fixture.hpp"

#include <catch2/catch.hpp>

namespace gradus::store::timer_test {

using namespace gradus;
using namespace gradus::testing;
using store::Store;

namespace {

calendar::Moment moment(const char* iso) {
  return calendar::Moment::parse(iso).value();
}

journal::Timer make_timer(const Store& store) {
  return {.track = store::find_track(store, std::nullopt).name,
          .watch = journal::Stopwatch(moment("2026-12-01T23:05-03:30")),
          .kind = journal::SessionKind::lab};
}

}  // namespace

TEST_CASE("a timer is there until it is removed", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  auto timer = make_timer(Store::read(file));
  SECTION("with all there is to say of it") {
    timer.topic = curriculum::TopicId("joins");
    timer.week = curriculum::WeekId("w1");
    timer.note = "self joins";
  }
  SECTION("paused and resumed, in other zones") {
    timer.watch = timer.watch.pause(moment("2026-12-02T03:35+01:00")).value();
    SECTION("once") {}
    SECTION("and on") {
      timer.watch = timer.watch.resume(moment("2026-12-01T16:45-10:00")).value();
    }
  }
  SECTION("with as little as can be") {}
  CHECK_FALSE(store::load_timer(Store::read(file)));
  {
    auto store = Store::write(file);
    store::save_timer(store, timer);
    store.commit(step_named("start"));
  }
  CHECK(store::load_timer(Store::read(file)) == timer);
  {
    auto store = Store::write(file);
    store::remove_timer(store);
    store.commit(step_named("cancel"));
  }
  CHECK_FALSE(store::load_timer(Store::read(file)));
}

TEST_CASE("a store takes no second timer, and none without a track", "[store]") {
  const Folder folder;
  auto store = Store::write(new_store(folder));
  auto timer = make_timer(store);
  store::save_timer(store, timer);
  CHECK_THROWS_AS(store::save_timer(store, timer), store::Error);
  store::remove_timer(store);
  timer.track = "no such track";
  CHECK_THROWS_AS(store::save_timer(store, timer), store::Error);
}

TEST_CASE("a timer that no watch can show is damage", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  {
    auto store = Store::write(file);
    store::save_timer(store, make_timer(store));
    store.connection().execute(
        "UPDATE timer SET counted = 30, paused_at = '2026-12-01T23:25-03:30'");
    store.commit(step_named("start"));
  }
  CHECK_THROWS_WITH(store::load_timer(Store::read(file)),
                    Catch::Contains("its timer counted more"));
}

}  // namespace gradus::store::timer_test
