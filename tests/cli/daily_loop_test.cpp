#include "gradus/calendar/date.hpp"

#include "support/calendar_file.hpp"
#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

// What the program says day after day.
namespace gradus::cli::daily_loop_test {

using gradus::testing::Program;
using nlohmann::json;

namespace {

constexpr auto evenings =
    "mon=45m@20:30,tue=45m@20:30,thu=1h@20:30,sat=3h@09:00:lab,sun=1h30m@10:00";

class Learner {
 public:
  Learner() { REQUIRE(run(fmt::format("init --start 2026-10-01 --available {}", evenings)) == 0); }

  int run(const std::string& words) { return program_.run(words).code; }
  [[nodiscard]] json asked(const std::string& words) {
    const auto answer = program_.run(words + " --json");
    INFO(words << '\n' << answer.out << answer.err);
    REQUIRE(answer.code == 0);
    return json::parse(answer.out);
  }
  void wake_on(calendar::Date day) { program_.set_today(day.iso()); }
  [[nodiscard]] std::string told(const std::string& words) { return program_.run(words).out; }
  // The week of the newest entry.
  [[nodiscard]] json week_of_last() { return asked("entries").at(0).at("week"); }
  Program& program() { return program_; }

 private:
  Program program_{"2026-10-01"};
};

calendar::Date day(const std::string& iso) {
  return calendar::Date::parse(iso).value();
}

void log_all(Learner& learner, const json& today) {
  for (const auto& block : today["blocks"]) {
    const auto left = block["minutes"].get<int>() - block["done_minutes"].get<int>();
    if (left > 0)
      REQUIRE(learner.run(fmt::format("log {}m {}", left, block["kind"].get<std::string>())) == 0);
  }
}

std::string open_tier(const json& report) {
  for (const auto& tier : report["tiers"])
    if (tier["state"] == "open") return tier["tier"].get<std::string>();
  return "";
}

// `today`, `week`, `plan` and `report` name one week of the open tier as now.
void check_now(Learner& learner, const json& today) {
  const auto plan = learner.asked("plan");
  std::vector<json> now;
  for (const auto& week : plan["weeks"])
    if (week["current"] == true) now.push_back(week);
  const auto report = learner.asked("report --format json");
  if (today["tier"].is_null()) {
    CHECK(now.empty());
    return;
  }
  REQUIRE(now.size() == 1);
  CHECK(now[0]["tier"] == open_tier(report));
  CHECK(today["tier"] == now[0]["tier"]);
  CHECK(today["week_number"] == now[0]["number"]);
  CHECK(learner.asked("week")["number"] == now[0]["number"]);
  CHECK(report["week_number"] == now[0]["number"]);
}

// The calendar has no event today that is of a locked tier.
void check_calendar(Learner& learner, const std::string& on) {
  std::set<std::string> locked;
  const auto report = learner.asked("report --format json");
  for (const auto& tier : report["tiers"])
    if (tier["state"] == "locked") locked.insert(tier["tier"].get<std::string>());
  std::map<std::string, std::string> tier_of;  // by the week's title
  const auto plan = learner.asked("plan");
  for (const auto& week : plan["weeks"])
    tier_of[week["title"].get<std::string>()] = week["tier"].get<std::string>();
  std::string compact = on;
  std::erase(compact, '-');
  for (const auto& [uid, event] : gradus::testing::told_events(learner.told("export ics"))) {
    if (event.status == "CANCELLED" || !event.start.starts_with(compact)) continue;
    auto title = event.summary.substr(event.summary.find(": ") + 2);
    std::erase(title, '\\');
    INFO(uid << ' ' << event.summary);
    if (title == "what the open tier still asks for" || event.summary.starts_with("Due: "))
      continue;
    REQUIRE(tier_of.contains(title));
    CHECK_FALSE(locked.contains(tier_of.at(title)));
  }
}

// How many lines of a terminal of 80 columns the text takes.
std::size_t screen_lines(const std::string& text) {
  constexpr std::size_t columns = 80;
  std::size_t lines = 0;
  std::size_t width = 0;  // in characters: those of UTF-8 that don't continue one
  for (const char c : text) {
    if (c == '\n') {
      lines += std::max<std::size_t>(1, (width + columns - 1) / columns);
      width = 0;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++width;
    }
  }
  return lines;
}

void live(const std::function<void(Learner&, const json& today, int day)>& act) {
  Learner learner;
  json tier;
  for (int i = 0; i < 168; ++i) {
    learner.wake_on(day("2026-10-01") + calendar::Days{i});
    const auto today = learner.asked("today");
    INFO(today.dump(1));
    if (!today["tier"].is_null() && today["gate_shut"] == false)
      for (const auto& open : today["open_before"])
        CHECK((open["problems"] != 0 || !open["artefacts"].empty()));
    const auto screen = learner.told("today");
    INFO(screen);
    CHECK(screen_lines(screen) <= 20);
    if (i % 7 == 3) check_now(learner, today);
    const bool gate_opened = !tier.is_null() && tier != today["tier"];
    tier = today["tier"];
    if (i % 7 == 5 || gate_opened)
      check_calendar(learner, (day("2026-10-01") + calendar::Days{i}).iso());
    act(learner, today, i);
  }
}

}  // namespace

TEST_CASE("what a week still asks for stays in sight, and gets what comes late", "[cli]") {
  Learner learner;
  learner.wake_on(day("2026-10-04"));
  REQUIRE(learner.run("log 2h read --on 2026-10-01") == 0);
  REQUIRE(learner.run("log 3h lab --on 2026-10-03") == 0);
  REQUIRE(learner.run("log 2h read --on 2026-10-04") == 0);
  const auto today = learner.asked("today");
  CHECK(today["week"] == "w2");
  REQUIRE(today["open_before"].size() == 1);
  CHECK(today["open_before"][0]["week"] == "w1");
  CHECK(today["open_before"][0]["problems"] == 32);
  CHECK(today["open_before"][0]["artefacts"] == json::array({"w1-group-by"}));
  CHECK(today["open_before"][0]["days_late"] == 0);
  CHECK_THAT(learner.told("today"), Catch::Contains("hours 4 days ahead\n") &&
                                        Catch::Contains("\nOpen:") &&
                                        Catch::Contains("w1: 32 problems, w1-group-by\n"));

  learner.wake_on(day("2026-10-09"));
  CHECK(learner.asked("today")["open_before"][0]["days_late"] == 2);
  REQUIRE(learner.run("solve Countries --topic aggregation --difficulty easy --minutes 9") == 0);
  CHECK(learner.week_of_last() == "w1");
  REQUIRE(learner.run("artefact add w1-group-by --url https://example.org/1") == 0);
  CHECK(learner.asked("entries").at(0).at("week") == "w1");
  const auto late = learner.asked("log 30m lab --on 2026-10-02");
  CHECK(late["week"] == "w1");
  CHECK(learner.asked("log 30m lab")["week"] == "w2");
}

TEST_CASE("who logs every block and solves nothing stays before the gate", "[cli]") {
  live([](Learner& learner, const json& today, int i) {
    if (i > 60) CHECK(today["tier"] == "sql");
    if (today["gate_shut"] == true && today["missed"].empty())
      CHECK((today["blocks"].empty() || today["blocks"][0]["kind"] == "lab" ||
             today["week_number"].get<int>() <= 6));
    log_all(learner, today);
  });
}

TEST_CASE("who studies on Sundays alone and passes gates by a warning goes on", "[cli]") {
  std::string reached;
  live([&](Learner& learner, const json& today, int i) {
    if (i == 0) REQUIRE(learner.run("track gate warn") == 0);
    if (i % 7 == 3) REQUIRE(learner.run("log 9h lab") == 0);
    if (i % 7 == 5)
      (void)learner.run("solve P" + std::to_string(i) + " --topic joins " +
                        "--difficulty easy --minutes 10");
    if (today["gate_shut"] == true) REQUIRE(learner.run("unlock") == 0);
    reached = today["tier"].is_null() ? "all" : today["tier"].get<std::string>();
  });
  CHECK((reached != "sql" && reached != "python"));
}

TEST_CASE("who misses weeks and plans anew is never sent to a locked tier", "[cli]") {
  live([](Learner& learner, const json& today, int i) {
    if (i / 7 % 3 != 1) log_all(learner, today);
    if (i % 28 == 27) {
      const auto before = learner.asked("plan")["finish"].get<std::string>();
      REQUIRE(learner.run("replan --apply extend") == 0);
      CHECK(learner.asked("plan")["finish"].get<std::string>() >= before);
    }
  });
}

TEST_CASE("who is behind the tier's last day studies on in the day's slots", "[cli]") {
  Learner learner;
  learner.wake_on(day("2026-11-14"));  // a Saturday; SQL was planned until the 11th
  const auto today = learner.asked("today");
  CHECK(today["week"] == "w1");
  REQUIRE(today["blocks"].size() == 1);
  CHECK(today["blocks"][0]["minutes"] == 180);
  CHECK(today["blocks"][0]["kind"] == "lab");
}

TEST_CASE("a shut gate gets a plan, which solving shortens", "[cli]") {
  Learner learner;
  for (int week = 1; week <= 6; ++week) {
    learner.wake_on(day("2026-11-11"));
    REQUIRE(learner.run(fmt::format("log 7h lab --week w{0} --on 2026-11-0{0}", week)) == 0);
  }
  for (int i = 0; i < 56; ++i)
    REQUIRE(learner.run(fmt::format("solve P{} --topic joins --difficulty easy --minutes 15", i)) ==
            0);
  learner.wake_on(day("2026-11-12"));  // a Thursday
  const auto today = learner.asked("today");
  CHECK(today["gate_shut"] == true);
  REQUIRE(today["blocks"].size() == 1);
  CHECK(today["blocks"][0]["kind"] == "lab");
  CHECK(today["blocks"][0]["minutes"] == 60);

  CHECK(today["gate_moves_days"].get<int>() >= 35);
  CHECK(learner.told("today").find("gradus replan moves the finish by") != std::string::npos);
  const auto gate_warnings = [&] {
    const auto plan = learner.asked("plan");
    return std::ranges::count(plan["warnings"], "gate-shut",
                              [](const json& each) { return each["code"].get<std::string>(); });
  };
  CHECK(gate_warnings() == 1);
  CHECK(learner.run("plan stretch sql --to 8") == 4);  // every week is studied
  const auto ways = learner.told("replan");
  CHECK(ways.find("144 problems in 36h at your pace") != std::string::npos);
  CHECK(ways.find("gradus waive sql/CRITERION") != std::string::npos);
  CHECK(ways.find("gradus track gate warn") != std::string::npos);
  const auto first = learner.asked("replan --apply extend");
  CHECK(gate_warnings() == 0);
  CHECK(learner.run("plan stretch sql --to 8") == 4);  // gate weeks or not
  int gate = 0;
  for (const auto& week : first["weeks"]) {
    if (week["gate"] != true) continue;
    gate += week["minutes"].get<int>();
    CHECK(week["week"].is_null());
    CHECK(week["tier"] == "sql");
  }
  CHECK(gate >= 144 * 15 - 14 * 60);  // less the repeated weeks
  const auto& last = first["weeks"].back();
  CHECK(last["to"] == first["finish"]);
  CHECK(first["weeks"][0]["to"] == "2026-10-07");  // what is behind stays as it was
  const auto calendar = learner.told("export ics");
  CHECK(calendar.find("SQL: the gate") != std::string::npos);

  for (int i = 0; i < 100; ++i)
    REQUIRE(learner.run(
                fmt::format("solve Q{} --topic ctes --difficulty medium --minutes 15", i)) == 0);
  const auto second = learner.asked("replan --apply extend");
  CHECK(second["finish"].get<std::string>() < first["finish"].get<std::string>());

  REQUIRE(learner.run("track gate warn") == 0);
  CHECK(learner.told("unlock").find("gradus replan brings the finish") != std::string::npos);
  const auto begun = learner.asked("today");
  CHECK(begun["tier"] == "python");
  REQUIRE(begun["blocks"].size() == 1);  // in today's slot, before its time in the plan
  CHECK(begun["blocks"][0]["kind"] == "read");
  const auto reopened = learner.asked("plan");
  for (const auto& week : reopened["weeks"]) CHECK(week["gate"] == false);
}

namespace {

// Two tiers that ask for few problems, so that rows are soon full.
constexpr auto few = R"({"format": 1, "id": "few", "title": "Few", "version": "1",
  "minutes": {"read": 60, "lab": 60, "review": 0}, "available": "sat=2h",
  "topics": [{"id": "joins", "title": "Joins"}, {"id": "ctes", "title": "CTEs"}],
  "tiers": [
    {"id": "one", "title": "One", "weeks": [
       {"id": "w1", "title": "A",
        "problems": [{"topic": "joins", "difficulty": "easy", "count": 1}]},
       {"id": "w2", "title": "B",
        "problems": [{"topic": "joins", "difficulty": "easy", "count": 2}]},
       {"id": "w3", "title": "C",
        "problems": [{"topic": "joins", "difficulty": "hard", "count": 1},
                     {"topic": "joins", "difficulty": "medium", "count": 2}]}],
     "exit": [{"id": "drawn", "title": "Solved", "kind": "measured",
               "require": {"of": "problems", "measure": "count", "at_least": 3}}]},
    {"id": "two", "title": "Two", "weeks": [
       {"id": "w4", "title": "D",
        "problems": [{"topic": "ctes", "difficulty": "easy", "count": 1},
                     {"topic": "joins", "difficulty": "hard", "count": 5}]},
       {"id": "w5", "title": "E",
        "problems": [{"topic": "ctes", "difficulty": "medium", "count": 2}]}],
     "exit": [{"id": "time", "title": "Time", "kind": "measured",
               "require": {"of": "sessions", "measure": "minutes", "at_least": 60}}]}]})";

struct FewProblems : Learner {
  FewProblems() {
    program().folder().write("few.json", few);
    REQUIRE(run("init --curriculum $FOLDER/few.json --start 2026-10-01") == 0);
    wake_on(day("2026-12-20"));
  }
};

struct Counted {
  json week;
  json tier;
  json attempts;
  [[nodiscard]] bool operator==(const Counted&) const = default;
};

std::map<int, Counted> by_minutes(Learner& learner) {
  std::map<int, Counted> found;
  for (const auto& entry : learner.asked("entries"))
    found[entry["minutes"].get<int>()] = {entry["week"], entry["tier"], entry["attempts"]};
  return found;
}

}  // namespace

TEST_CASE("importing problems is typing each line today", "[cli]") {
  REQUIRE(rc::check([&] {
    FewProblems typist;
    FewProblems importer;
    std::string csv = "title,topic,difficulty,minutes,on,attempts\n";
    const int lines = *rc::gen::inRange(1, 16);
    for (int i = 0; i < lines; ++i) {
      const auto title = "P" + std::to_string(*rc::gen::inRange(0, 8));
      const auto topic = *rc::gen::element<std::string>("joins", "joins", "ctes");
      const auto difficulty = *rc::gen::element<std::string>("easy", "medium", "hard");
      const auto on = day("2026-10-01") + calendar::Days{*rc::gen::inRange(0, 60)};
      const auto attempts = *rc::gen::element<std::string>("", "", "2", "5");
      csv +=
          fmt::format("{},{},{},{},{},{}\n", title, topic, difficulty, i + 5, on.iso(), attempts);
      RC_ASSERT(typist.run(fmt::format("solve {} --topic {} --difficulty {} --minutes {} --on {}{}",
                                       title, topic, difficulty, i + 5, on.iso(),
                                       attempts.empty() ? "" : " --attempts " + attempts)) == 0);
    }
    importer.program().folder().write("p.csv", csv);
    RC_LOG() << csv;
    RC_ASSERT(importer.run("import csv $FOLDER/p.csv --set type=problem") == 0);
    RC_ASSERT(by_minutes(typist) == by_minutes(importer));
    RC_ASSERT(
        importer.told("import csv $FOLDER/p.csv --set type=problem").starts_with("Nothing new"));
  }));
}

TEST_CASE("a file that leaves attempts out is nothing new whatever was solved since", "[cli]") {
  FewProblems learner;
  learner.program().folder().write("p.csv",
                                   "title,topic,difficulty,minutes,on\n"
                                   "A,joins,easy,5,2026-10-02\n a ,joins,easy,6,2026-10-03\n");
  const std::string import = "import csv $FOLDER/p.csv --set type=problem";
  REQUIRE(learner.run("solve A --topic joins -d easy -m 4 --on 2026-10-01 --attempts 3") == 0);
  REQUIRE(learner.run(import) == 0);
  CHECK(by_minutes(learner).at(5).attempts == 4);
  CHECK(by_minutes(learner).at(6).attempts == 5);
  REQUIRE(learner.run("solve A --topic joins -d easy -m 7") == 0);
  CHECK(by_minutes(learner).at(7).attempts == 6);
  CHECK(learner.told(import).starts_with("Nothing new: 2 entries known already"));
}

TEST_CASE("a problem solved before fills no row of an import, and is reported", "[cli]") {
  FewProblems learner;
  learner.program().folder().write("p.csv",
                                   "title,topic,difficulty,minutes,on\n"
                                   "A,joins,easy,5,2026-10-02\na,joins,easy,6,2026-10-03\n"
                                   "B,joins,easy,7,2026-10-04\nC,joins,easy,8,2026-10-05\n"
                                   "D,joins,easy,9,2026-10-06\n");
  CHECK(learner.told("import csv $FOLDER/p.csv --set type=problem")
            .find("1 solution is of a problem that was solved before: kept, but a problem counts "
                  "once") != std::string::npos);
  const auto places = by_minutes(learner);
  CHECK(places.at(8).week == "w2");
  CHECK(places.at(9).week == "w3");
}

}  // namespace gradus::cli::daily_loop_test
