#include "gradus/store/plans.hpp"

#include "gradus/store/history.hpp"

#include "store_fixture.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace gradus::store::plans_test {

using namespace gradus;
using namespace gradus::testing;
using calendar::BlockKind;
using curriculum::ArtefactId;
using curriculum::ModuleId;
using curriculum::TierId;
using curriculum::WeekId;
using plan::Minutes;
using store::Store;

namespace {

plan::Block block(const char* on, int minutes = 60, BlockKind kind = BlockKind::read) {
  return {day(on), std::nullopt, Minutes{minutes}, kind};
}

plan::Block at(const char* time, plan::Block block) {
  block.at = calendar::TimeOfDay::parse(time);
  return block;
}

using Blocks = std::vector<plan::Block>;

// w1 from 30 November and w2 from 7 December, with these blocks.
plan::Plan two_weeks(Blocks first, Blocks second) {
  return plan_of(
      {{.from = day("2026-11-30"), .to = day("2026-12-06"), .blocks = std::move(first)},
       {.from = day("2026-12-07"), .to = day("2026-12-13"), .blocks = std::move(second)}});
}

plan::Plan usual_plan() {
  return two_weeks({at("19:00", block("2026-12-01")), block("2026-12-02")}, {block("2026-12-08")});
}

// An open store with a track and its first plan.
class Planned {
 public:
  Planned() { save_first_plan(store, track, usual_plan(), {}, calendar::Instant{}); }

  // "w1-1 2026-12-01@19:00 1h read r1", and " cancelled".
  [[nodiscard]] std::vector<std::string> blocks() const {
    std::vector<std::string> lines;
    for (const auto& event : load_events(store, track, day("2026-11-30")).blocks)
      lines.push_back(fmt::format("{}-{} {} r{}{}", event.week_key, event.ordinal,
                                  Catch::StringMaker<plan::Block>::convert(event.block),
                                  event.revision, event.cancelled ? " cancelled" : ""));
    return lines;
  }
  [[nodiscard]] std::vector<std::string> due() const {
    std::vector<std::string> lines;
    for (const auto& event : load_events(store, track, day("2026-11-30")).due)
      lines.push_back(fmt::format("{} {} r{}{}", event.artefact.text(), event.on.iso(),
                                  event.revision, event.cancelled ? " cancelled" : ""));
    return lines;
  }

  Folder folder{};
  Store store = Store::write(new_store(folder));
  store::TrackId track = active(store);
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the choices of a plan's shape come back as they were saved", "[store]") {
  const Folder folder;
  auto store = Store::write(new_store(folder));
  const auto track = active(store);
  const auto none = store::load_shape(store, track);
  CHECK((none.weeks.empty() && none.repeats.empty() && none.trimmed.empty()));

  const plan::Shape shape{.weeks = {{TierId("sql"), 3}, {TierId("python"), 9}},
                          .repeats = {WeekId("w2"), WeekId("w1"), WeekId("w2")},
                          .trimmed = {WeekId("w5"), WeekId("w4")},
                          .modules = {}};
  store::save_shape(store, track, shape, {{ModuleId("star"), "{}"}, {ModuleId("scd"), "{\n}"}});
  const auto loaded = store::load_shape(store, track);
  CHECK(loaded.weeks == shape.weeks);
  CHECK(loaded.repeats == shape.repeats);
  CHECK(loaded.trimmed == shape.trimmed);
  const auto modules = store::load_modules(store, track);
  REQUIRE(modules.size() == 2);
  CHECK(modules[0].id == ModuleId("star"));
  CHECK(modules[1].id == ModuleId("scd"));
  CHECK(modules[1].text == "{\n}");

  store::save_shape(store, track, {.weeks = {{TierId("sql"), 4}}}, {});
  CHECK((store::load_shape(store, track).weeks == std::map<TierId, int>{{TierId("sql"), 4}}));
  CHECK(store::load_shape(store, track).repeats.empty());
  CHECK(store::load_modules(store, track).empty());
}

TEST_CASE("hours, fit and breaks come back as they were saved", "[store]") {
  const Folder folder;
  auto store = Store::write(new_store(folder));
  const auto track = active(store);
  plan::Frame frame{day("2026-11-30"),
                    calendar::Availability::parse("mon=2h@20:00:review,fri=1h"),
                    plan::Fit::flow,
                    {{day("2027-04-02"), day("2027-04-05"), "Easter; \"free\""},
                     {day("2026-12-24"), day("2026-12-24")}}};
  store::save_frame(store, track, frame);
  CHECK(store::find_track(store, std::nullopt).available == frame.available);
  CHECK((store::find_track(store, std::nullopt).fit == plan::Fit::flow));
  const auto breaks = store::load_breaks(store, track);
  REQUIRE(breaks.size() == 2);
  CHECK(breaks[0].from == day("2026-12-24"));  // in order
  CHECK(breaks[0].to == day("2026-12-24"));
  CHECK(breaks[0].note.empty());
  CHECK(breaks[1].to == day("2027-04-05"));
  CHECK(breaks[1].note == "Easter; \"free\"");

  frame.breaks.clear();
  store::save_frame(store, track, frame);
  CHECK(store::load_breaks(store, track).empty());
}

TEST_CASE("the first plan is the baseline, the last one is the plan", "[store]") {
  const Folder folder;
  auto store = Store::write(new_store(folder));
  const auto track = active(store);
  store::save_first_plan(store, track, usual_plan(), {}, calendar::Instant{});
  auto later = usual_plan();
  auto past = at("18:00", block("2026-12-01"));
  past.past = true;
  later.weeks[0].dates = {.from = day("2026-12-09"),
                          .to = day("2026-12-15"),
                          .blocks = {past, block("2026-12-10", 5, BlockKind::lab)},
                          .anchor = day("2026-12-08"),
                          .finished = true};
  later.weeks[1].dates.to = day("2026-12-31");
  store::save_plan(store, track, later, {}, calendar::Instant{});
  CHECK(
      (store::load_plan(store, track) == std::vector{later.weeks[0].dates, later.weeks[1].dates}));
  CHECK(store::baseline_finish(store, track) == day("2026-12-13"));
}

TEST_CASE("a block that changed has the plan's new revision, no other has", "[store]") {
  Planned planned;
  CHECK(planned.blocks() == Lines{"w1-1 2026-12-01@19:00 1h read r2", "w1-2 2026-12-02 1h read r2",
                                  "w2-1 2026-12-08 1h read r2"});
  const auto saved = [&](const plan::Block& first) {
    save_plan(planned.store, planned.track,
              two_weeks({first, block("2026-12-02")}, {block("2026-12-08")}), {},
              calendar::Instant{});
    CHECK(planned.blocks()[1] == "w1-2 2026-12-02 1h read r2");
    CHECK(planned.blocks()[2] == "w2-1 2026-12-08 1h read r2");
    return planned.blocks()[0];
  };
  CHECK(saved(at("19:00", block("2026-12-01", 50))) == "w1-1 2026-12-01@19:00 50m read r4");
  CHECK(saved(at("19:00", block("2026-11-30", 50))) == "w1-1 2026-11-30@19:00 50m read r6");
  CHECK(saved(at("19:05", block("2026-11-30", 50))) == "w1-1 2026-11-30@19:05 50m read r8");
  CHECK(saved(block("2026-11-30", 50)) == "w1-1 2026-11-30 50m read r10");
  CHECK(saved(block("2026-11-30", 50, BlockKind::lab)) == "w1-1 2026-11-30 50m lab r12");
  // That it is past now is nothing a calendar shows.
  auto past = block("2026-11-30", 50, BlockKind::lab);
  past.past = true;
  CHECK(saved(past) == "w1-1 2026-11-30 50m lab r12");
  CHECK(store::load_plan(planned.store, planned.track)[0].blocks[0].past);
}

TEST_CASE("a revision is above what an export told before, and no less than the seconds since 2025",
          "[store]") {
  Planned planned;
  const auto saved = [&](int minutes, const std::string& clock) {
    save_plan(planned.store, planned.track,
              two_weeks({block("2026-12-01", minutes), block("2026-12-02")}, {block("2026-12-08")}),
              {}, instant(clock));
    return planned.blocks()[0];
  };
  CHECK(saved(50, "2025-01-02T00:00:00.9Z") == "w1-1 2026-12-01 50m read r86401");
  CHECK(saved(40, "2025-01-02T00:00:00.9Z") == "w1-1 2026-12-01 40m read r86403");
  CHECK(saved(30, "2024-01-01T00:00:00Z") == "w1-1 2026-12-01 30m read r86405");
  CHECK(planned.blocks()[1] == "w1-2 2026-12-02 1h read r2");
}

TEST_CASE("a block that is dropped stays as cancelled, and comes back under its name", "[store]") {
  Planned planned;
  const auto without = two_weeks({at("19:00", block("2026-12-01"))}, {block("2026-12-08")});
  const Lines one_cancelled{"w1-1 2026-12-01@19:00 1h read r2",
                            "w1-2 2026-12-02 1h read r4 cancelled", "w2-1 2026-12-08 1h read r2"};
  save_plan(planned.store, planned.track, without, {}, calendar::Instant{});
  CHECK(planned.blocks() == one_cancelled);
  CHECK(store::load_plan(planned.store, planned.track)[0].blocks ==
        Blocks{{at("19:00", block("2026-12-01"))}});
  // Once cancelled, always the same.
  save_plan(planned.store, planned.track, without, {}, calendar::Instant{});
  CHECK(planned.blocks() == one_cancelled);
  save_plan(planned.store, planned.track, usual_plan(), {}, calendar::Instant{});
  CHECK(planned.blocks()[1] == "w1-2 2026-12-02 1h read r6");
}

TEST_CASE("all of a week that goes is cancelled, and the weeks behind it keep their names",
          "[store]") {
  Planned planned;
  auto second_only = usual_plan();
  second_only.weeks.erase(second_only.weeks.begin());
  second_only.weeks.front().number = 1;
  save_plan(planned.store, planned.track, second_only, {}, calendar::Instant{});
  CHECK(planned.blocks() == Lines{"w1-1 2026-12-01@19:00 1h read r4 cancelled",
                                  "w1-2 2026-12-02 1h read r4 cancelled",
                                  "w2-1 2026-12-08 1h read r2"});
  CHECK((store::load_plan(planned.store, planned.track) ==
         std::vector{second_only.weeks.front().dates}));
}

TEST_CASE("what a calendar shows of a block has its week's title", "[store]") {
  Planned planned;
  auto plan = usual_plan();
  plan.weeks[1].load.title = "Joins";
  plan.weeks[1].load.artefacts.emplace_back("map");
  plan.weeks[1].load.artefacts.emplace_back("repo");
  save_plan(planned.store, planned.track, plan, {{ArtefactId("repo"), "A repository"}},
            calendar::Instant{});
  CHECK(planned.blocks() == Lines{"w1-1 2026-12-01@19:00 1h read r2", "w1-2 2026-12-02 1h read r2",
                                  "w2-1 2026-12-08 1h read r4"});
  const auto events = load_events(planned.store, planned.track, day("2026-11-30"));
  CHECK(events.blocks[0].title == "w1");
  CHECK(events.blocks[2].title == "Joins");
  CHECK(events.due[0].title == "map");  // none is known
  CHECK(events.due[1].title == "A repository");

  save_plan(planned.store, planned.track, plan, {{ArtefactId("repo"), "A folder"}},
            calendar::Instant{});
  CHECK(planned.due() == Lines{"map 2026-12-13 r4", "repo 2026-12-13 r6"});
  save_plan(planned.store, planned.track, usual_plan(), {}, calendar::Instant{});
  CHECK(load_events(planned.store, planned.track, day("2026-11-30")).due[1].title == "A folder");
}

TEST_CASE("a block that begins at another UTC time has a new revision", "[store]") {
  Planned planned;
  const auto keep = [&](int minutes) {
    keep_zone(
        planned.store, [&](auto, auto) { return Minutes{minutes}; }, calendar::Instant{});
    return planned.blocks();
  };
  const Lines first{"w1-1 2026-12-01@19:00 1h read r2", "w1-2 2026-12-02 1h read r2",
                    "w2-1 2026-12-08 1h read r2"};
  CHECK(keep(60) == first);
  CHECK(load_events(planned.store, planned.track, day("2026-11-30")).blocks[0].offset ==
        Minutes{60});
  CHECK(keep(60) == first);
  CHECK(store::next_revision(planned.store, calendar::Instant{}) == 3);
  CHECK(keep(120)[0] == "w1-1 2026-12-01@19:00 1h read r4");
  CHECK(keep(120)[1] == first[1]);
  CHECK(store::next_revision(planned.store, calendar::Instant{}) == 5);
  CHECK(store::next_revision(planned.store, instant("2025-01-02T00:00:00Z")) == 86400);
}

TEST_CASE("a block of a locked tier waits when its day comes, until the day of the gate",
          "[store]") {
  Planned planned;
  auto plan = usual_plan();
  plan.weeks[1].load.tier = TierId("python");
  save_plan(planned.store, planned.track, plan, {}, calendar::Instant{});
  const auto last = [&](const char* today) {
    return load_events(planned.store, planned.track, day(today)).blocks.back();
  };
  const auto keep = [&](const char* today) {
    keep_waiting(planned.store, day(today), calendar::Instant{});
    CHECK(last(today).waits == last(today).waited);
    return last(today);
  };
  CHECK_FALSE(keep("2026-12-07").waits);
  CHECK(last("2026-12-08").waits);
  CHECK_FALSE(last("2026-12-08").waited);
  CHECK(last("2026-12-08").revision == 2);
  CHECK(keep("2026-12-08").revision == 4);
  CHECK(keep("2026-12-09").revision == 4);
  for (const bool later : {false, true}) {
    pass_tier(planned.store, planned.track, TierId("sql"), day(later ? "2026-12-09" : "2026-12-08"),
              any_verdict(), TierId("python"));
    CHECK(keep("2026-12-09").waits == later);
  }
  for (const auto& event : load_events(planned.store, planned.track, day("2026-12-09")).blocks)
    CHECK(event.waits == (event.week_key == "w2"));
}

TEST_CASE("due dates keep, raise and cancel their revisions as blocks do", "[store]") {
  Planned planned;
  const auto save = [&](const Lines& first, const char* second_to) {
    auto plan = usual_plan();
    for (const auto& id : first) plan.weeks[0].load.artefacts.emplace_back(id);
    plan.weeks[1].load.artefacts.emplace_back("repo");
    plan.weeks[1].dates.to = day(second_to);
    save_plan(planned.store, planned.track, plan, {}, calendar::Instant{});
    return planned.due();
  };
  CHECK(save({"gist"}, "2026-12-13") == Lines{"gist 2026-12-06 r4", "repo 2026-12-13 r4"});
  CHECK(save({"gist"}, "2026-12-14") == Lines{"gist 2026-12-06 r4", "repo 2026-12-14 r6"});
  CHECK(save({}, "2026-12-14") == Lines{"gist 2026-12-06 r8 cancelled", "repo 2026-12-14 r6"});
  CHECK(save({"gist", "map"}, "2026-12-14") ==
        Lines{"gist 2026-12-06 r10", "map 2026-12-06 r10", "repo 2026-12-14 r6"});
}

TEST_CASE("undo brings back the former plan, with its choices", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  const auto change = [&](const char* step, auto with) {
    auto store = Store::write(file);
    with(store, active(store));
    store.commit(step_named(step));
  };
  change("init", [](Store& store, auto track) {
    save_first_plan(store, track, usual_plan(), {}, calendar::Instant{});
  });
  const auto before = contents(Store::read(file));
  change("plan break", [](Store& store, auto track) {
    save_shape(store, track, {.weeks = {{TierId("sql"), 3}}}, {{ModuleId("star"), "{}"}});
    save_frame(store, track,
               {day("2026-11-30"),
                calendar::Availability::parse("mon=7h"),
                plan::Fit::flow,
                {{day("2026-12-24"), day("2026-12-31"), "free"}}});
    save_plan(store, track, two_weeks({block("2026-12-02")}, {}), {}, calendar::Instant{});
  });
  REQUIRE(contents(Store::read(file)) != before);
  auto store = Store::write(file);
  CHECK(store::undo(store, calendar::Instant{}) == "plan break");
  CHECK(contents(store) == before);
  CHECK((store::load_plan(store, active(store)) ==
         std::vector{usual_plan().weeks[0].dates, usual_plan().weeks[1].dates}));
}

TEST_CASE("what undo and redo move in a calendar gets a higher revision each time", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  const auto change = [&](auto with) {
    auto store = Store::write(file);
    with(store, active(store));
  };
  const auto save = [&](const plan::Plan& plan) {
    change([&](Store& store, auto track) {
      save_plan(store, track, plan, {}, calendar::Instant{});
      store.commit(step_named("plan"));
    });
  };
  const auto told = [&] {
    const auto store = Store::read(file);
    Lines lines;
    for (const auto& event : store::load_events(store, active(store), day("2026-11-30")).blocks)
      lines.push_back(fmt::format("{} {} r{}{}", event.ordinal, event.block.on.iso(),
                                  event.revision, event.cancelled ? " cancelled" : ""));
    return lines;
  };
  const auto one = two_weeks({block("2026-12-01")}, {});
  const auto two = two_weeks({block("2026-12-02"), block("2026-12-03")}, {});
  save(one);
  save(two);
  CHECK(told() == Lines{"1 2026-12-02 r4", "2 2026-12-03 r4"});
  const auto walk = [&](auto step) {
    change([&](Store& store, auto) {
      CHECK(step(store, calendar::Instant{}) == "plan");
      store.commit();
    });
    return told();
  };
  CHECK(walk(store::undo) == Lines{"1 2026-12-01 r6", "2 2026-12-03 r6 cancelled"});
  CHECK(walk(store::redo) == Lines{"1 2026-12-02 r8", "2 2026-12-03 r8"});
  CHECK(walk(store::undo) == Lines{"1 2026-12-01 r10", "2 2026-12-03 r10 cancelled"});
  CHECK(walk(store::undo) == Lines{"1 2026-12-01 r12 cancelled", "2 2026-12-03 r10 cancelled"});
  CHECK(walk(store::redo) == Lines{"1 2026-12-01 r14", "2 2026-12-03 r10 cancelled"});
}

TEST_CASE("undo of a track cancels its events, and redo brings back what calendars know of them",
          "[store]") {
  const Folder folder;
  const auto file = folder.path() / "gradus.db";
  const auto begin = [&](const std::string& name) {
    auto store = Store::create(file);
    const auto track = store::add_track(store, new_track(name), two_tiers());
    save_first_plan(store, track, usual_plan(), {}, calendar::Instant{});
    store.commit(step_named("init"));
  };
  begin("mornings");
  {
    auto store = Store::write(file);
    save_plan(store, active(store), two_weeks({block("2026-12-01")}, {}), {}, calendar::Instant{});
    store.commit(step_named("plan"));
  }
  const auto told = [&](const Store& store) {
    Lines lines;
    for (const auto& event : store::load_events(store, active(store), day("2026-11-30")).blocks)
      lines.push_back(fmt::format(
          "{}{}-{} r{}{}", event.calendar == new_track("mornings").uid ? "" : "other ",
          event.week_key, event.ordinal, event.revision, event.cancelled ? " cancelled" : ""));
    return lines;
  };
  {
    auto store = Store::write(file);
    REQUIRE(store::undo(store, calendar::Instant{}) == "plan");
    REQUIRE(store::undo(store, calendar::Instant{}) == "init");
    REQUIRE(store::redo(store, calendar::Instant{}) == "init");
    REQUIRE(store::redo(store, calendar::Instant{}) == "plan");
    CHECK(told(store) == Lines{"w1-1 r12", "w1-2 r12 cancelled", "w2-1 r12 cancelled"});
    REQUIRE(store::undo(store, calendar::Instant{}) == "plan");
    REQUIRE(store::undo(store, calendar::Instant{}) == "init");
    store.commit();
  }
  // Another track in its place tells that the first one's events are off.
  begin("evenings");
  CHECK(told(Store::read(file)) == Lines{"w1-1 r16 cancelled", "other w1-1 r18",
                                         "w1-2 r16 cancelled", "other w1-2 r18",
                                         "w2-1 r16 cancelled", "other w2-1 r18"});
}

}  // namespace gradus::store::plans_test
