#include "support/program.hpp"

#include <SQLiteCpp/Database.h>
#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <string>
#include <utility>

namespace gradus::cli::gate_test {

using gradus::testing::Answer;
using gradus::testing::everything_in;
using gradus::testing::Program;
using nlohmann::json;

namespace {

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

// A painter in the first tier, water, whose gate asks for hours, studies, a chart and a signature.
class Painter {
 public:
  Painter() { done("init --curriculum watercolour"); }

  Program& program() { return program_; }
  Answer run(const std::string& words) { return program_.run(words); }
  Answer done(const std::string& words) {
    auto answer = program_.run(words);
    INFO(words << '\n' << answer.out << answer.err);
    REQUIRE(answer.code == 0);
    return answer;
  }
  // What a command that answers yes or no says.
  json asked(const std::string& words) { return json::parse(program_.run(words + " --json").out); }
  json criterion(const std::string& id, const std::string& words = "ready water") {
    const auto verdict = asked(words);
    for (const auto& each : verdict["criteria"])
      if (each["id"] == id) return each;
    return {};
  }
  // All but the studies.
  void meet_the_rest() {
    done("log 3h lab");
    done("artefact add w2-mixing-chart --path chart.jpg");
    done("attest water/water-flat-wash --evidence 'on the wall'");
  }
  // Refused, with no byte changed.
  Answer refused(const std::string& words, int code) {
    const auto before = everything_in(program_.folder().path());
    auto answer = program_.run(words);
    INFO(words << '\n' << answer.out << answer.err);
    CHECK(answer.code == code);
    CHECK(everything_in(program_.folder().path()) == before);
    return answer;
  }

 private:
  Program program_{"2026-01-05"};
};

}  // namespace

TEST_CASE("a waived criterion opens the gate and is nowhere told as passed", "[cli]") {
  Painter painter;
  painter.meet_the_rest();
  CHECK(painter.run("ready").code == 1);
  const auto said =
      painter.done("waive water/water-studies --reason 'no light' --until 2026-01-10").out;
  CHECK(
      said.ends_with("Waived water/water-studies until 2026-01-10: no light. Undo: "
                     "gradus undo\n"));
  CHECK(says(painter.done("ready").out, "WAIVED  16 small studies painted"));
  const auto verdict = painter.asked("ready");
  CHECK(verdict["ready"] == true);
  CHECK(verdict["met"] == 3);
  CHECK(verdict["total"] == 4);
  const auto waived = painter.criterion("water-studies");
  CHECK(waived["status"] == "waived");
  CHECK(waived["waiver"]["reason"] == "no light");
  CHECK(waived["waiver"]["until"] == "2026-01-10");
  CHECK(waived["waiver"]["on"] == "2026-01-05");
  CHECK_FALSE(painter.criterion("water-chart").contains("waiver"));

  for (const auto* const format : {"text", "md"}) {
    const auto report = painter.done(std::string("report --format ") + format).out;
    INFO(report);
    const auto exceptions = report.find("Waived or unmet criteria");
    REQUIRE(exceptions != std::string::npos);
    CHECK(report.find("WAIVED") > exceptions);
    CHECK(says(report, "waived on 2026-01-05 until 2026-01-10: no light"));
  }
  const auto report = painter.asked("report");
  CHECK(report["tiers"][0]["met"] == 3);
  CHECK(report["tiers"][0]["criteria"][1]["waiver"]["reason"] == "no light");
}

TEST_CASE("an exception ends after its last day, unless the tier was passed", "[cli]") {
  Painter painter;
  painter.meet_the_rest();
  painter.done("waive water/water-studies --reason 'no light' --until 2026-01-10");
  painter.program().set_today("2026-01-10");
  CHECK(painter.run("ready").code == 0);
  painter.program().set_today("2026-01-11");
  CHECK(painter.run("ready").code == 1);
  CHECK(painter.criterion("water-studies")["status"] == "fail");
  CHECK(painter.run("unlock").code == 4);

  painter.program().set_today("2026-01-10");
  CHECK(says(painter.done("unlock").out, "3 of 4 criteria met, 1 waived"));
  painter.program().set_today("2026-02-01");
  CHECK(painter.run("ready water").code == 0);
  CHECK(painter.criterion("water-studies")["status"] == "waived");
  CHECK(painter.asked("ready water")["no_longer_met"].empty());
}

TEST_CASE("an exception is replaced, removed and undone", "[cli]") {
  Painter painter;
  painter.done("waive water/water-studies --reason one --until 2026-01-10");
  const auto again = painter.asked("waive water/water-studies --reason two");
  CHECK(again["reason"] == "two");
  CHECK(again["until"].is_null());
  CHECK(painter.criterion("water-studies")["waiver"]["reason"] == "two");
  painter.done("undo");
  CHECK(painter.criterion("water-studies")["waiver"]["until"] == "2026-01-10");
  painter.done("waive water/water-studies --remove");
  CHECK(painter.criterion("water-studies")["status"] == "fail");
  painter.refused("waive water/water-studies --remove", 2);
}

TEST_CASE("an exception may be told of later, but not ahead", "[cli]") {
  Painter painter;
  painter.program().set_today("2026-01-10");
  const auto waiver = painter.asked("waive water/water-studies --reason 'no light' --on thu");
  CHECK(waiver["on"] == "2026-01-08");
  CHECK(painter.criterion("water-studies")["waiver"]["on"] == "2026-01-08");
  painter.refused("waive water/water-studies --reason x --on 2026-01-11", 2);
  painter.refused("waive water/water-studies --on 2026-01-09", 2);
  painter.refused("waive water/water-studies --remove --on 2026-01-09", 2);
}

TEST_CASE("a tier may be passed on an earlier day, by the work done by then", "[cli]") {
  Painter painter;
  painter.program().set_today("2026-01-10");
  painter.meet_the_rest();
  painter.program().set_today("2026-01-12");
  for (int i = 0; i < 16; ++i)
    painter.done(fmt::format("solve 'Study {}' --topic washes --difficulty easy --minutes 10", i));
  CHECK(painter.run("ready").code == 0);
  painter.refused("unlock --on 2026-01-11", 4);
  painter.refused("unlock --on 2026-01-13", 2);
  painter.program().set_today("2026-01-14");
  painter.done("unlock --on mon");
  const auto verdict = painter.asked("ready water");
  CHECK(verdict["passed_on"] == "2026-01-12");
  CHECK(verdict["no_longer_met"].empty());

  // The next tier can't be passed before it.
  painter.done("track gate warn");
  CHECK(says(painter.refused("unlock --on 2026-01-11", 2).err, "gradus unlock --on 2026-01-12"));
  painter.done("unlock --on 2026-01-12");
}

TEST_CASE("what passes by itself is met, waived or not", "[cli]") {
  Painter painter;
  painter.done("waive water/water-brush-time --reason 'a cold'");
  CHECK(painter.criterion("water-brush-time")["status"] == "waived");
  painter.meet_the_rest();
  CHECK(painter.criterion("water-brush-time")["status"] == "pass");
  CHECK(painter.asked("ready")["met"] == 3);
}

TEST_CASE("an exception that makes no sense is refused, and nothing changes", "[cli]") {
  Painter painter;
  CHECK(says(painter.refused("waive water/water-study --reason x", 2).err,
             "did you mean water-studies?"));
  CHECK(says(painter.refused("waive watre/water-studies --reason x", 2).err, "water"));
  painter.refused("waive water-study --reason x", 2);
  painter.refused("waive finish/water-studies --reason x", 2);
  painter.refused("waive water/water-studies", 2);
  painter.refused("waive water/water-studies --reason ''", 2);
  painter.refused("waive water/water-studies --reason '  '", 2);
  CHECK(says(painter.refused("waive water/water-studies --reason x --until 2026-01-04", 2).err,
             "2026-01-04"));
  painter.refused("waive water/water-studies --reason x --until yesterday", 2);
  painter.refused("waive water/water-studies --reason x --until friday", 2);
  painter.refused("waive water/water-studies --reason x --until 2026-02-31", 2);
  painter.refused("waive water/water-studies --reason x --remove", 2);
  painter.done("track gate warn");
  painter.done("unlock");
  painter.refused("waive water/water-studies --reason x", 4);
}

TEST_CASE("gates that only warn open unmet, and that is never forgotten", "[cli]") {
  Painter painter;
  painter.meet_the_rest();
  CHECK(painter.run("unlock").code == 4);
  painter.done("track gate warn");
  const auto unlocked = painter.done("unlock");
  CHECK(says(unlocked.err, "water is passed with 1 criterion unmet: water-studies"));
  CHECK(says(unlocked.out, "3 of 4 criteria met."));
  const auto verdict = painter.asked("ready water");
  CHECK(verdict["ready"] == false);
  CHECK(verdict["state"] == "passed");
  CHECK(painter.run("ready water").code == 0);
  CHECK(says(painter.done("ready water").out, "passed 2026-01-05 with 1 criterion unmet"));
  CHECK(says(painter.done("report --tier water").out,
             "It was passed on 2026-01-05 with 1 criterion unmet. By the plan"));
  for (const auto* const format : {"text", "md"})
    CHECK(says(painter.done(std::string("report --format ") + format).out,
               "passed 2026-01-05 with 1 criterion unmet"));
  CHECK(painter.asked("report")["tiers"][0]["unmet"] == 1);

  painter.done("track gate block");
  CHECK(painter.run("unlock").code == 4);
}

TEST_CASE("a passed tier is shown as it was, whatever comes after", "[cli]") {
  Painter painter;
  painter.meet_the_rest();
  painter.done("waive water/water-studies --reason 'no light'");
  const auto before = painter.asked("ready");
  painter.done("unlock");
  painter.program().set_today("2026-01-20");
  painter.done("solve 'Study' --topic washes --difficulty easy --minutes 10 --week w1");
  const auto after = painter.asked("ready water");
  CHECK(after["passed_on"] == "2026-01-05");
  CHECK(after["state"] == "passed");
  CHECK(after["criteria"] == before["criteria"]);
  CHECK(after["no_longer_met"].empty());
  CHECK(says(painter.done("ready water").out, "passed 2026-01-05"));
}

TEST_CASE("evidence removed later leaves a tier passed, and is told", "[cli]") {
  Painter painter;
  painter.done("log 3h lab");
  const auto id =
      painter.asked("attest water/water-flat-wash --evidence wall")["id"].get<std::string>();
  painter.done("artefact add w2-mixing-chart --path chart.jpg");
  painter.done("waive water/water-studies --reason 'no light'");
  painter.done("unlock");
  painter.done("rm " + id);
  const std::string lapsed =
      "oday 1 of its 4 criteria would not be met: A flat wash dries without streaks";
  const auto ready = painter.done("ready water");
  CHECK(says(ready.out, "3 of 4 criteria met"));
  CHECK(says(ready.out, "signature of water-flat-wash: wall"));  // what it was passed on
  CHECK(says(ready.out, lapsed));
  const auto verdict = painter.asked("ready water");
  CHECK(verdict["state"] == "passed");
  REQUIRE(verdict["no_longer_met"].size() == 1);
  CHECK(verdict["no_longer_met"][0]["id"] == "water-flat-wash");
  CHECK(verdict["no_longer_met"][0]["status"] == "fail");
  for (const auto* const format : {"text", "md"})
    CHECK(says(painter.done(std::string("report --format ") + format).out, lapsed));
  const auto tier = painter.asked("report")["tiers"][0];
  CHECK(tier["state"] == "passed");
  CHECK(tier["no_longer_met"][0]["id"] == "water-flat-wash");
  painter.done("undo");
  CHECK(painter.asked("ready water")["no_longer_met"].empty());
}

TEST_CASE("a report links what was signed with an address, and keeps paths and notes", "[cli]") {
  Painter painter;
  painter.done("log 3h lab --note 'private words'");
  painter.done("artefact add w2-mixing-chart --path /home/painter/chart.jpg");
  painter.done("artefact add 'My own' --url file:///home/painter/own.jpg");
  painter.done("attest water/water-flat-wash --evidence https://example.org/wash");
  painter.done("waive water/water-studies --reason 'no light'");
  const auto is_told = [&] {
    for (const auto* const format : {"text", "md", "json"}) {
      const auto report = painter.done(std::string("report --format ") + format).out;
      INFO(report);
      CHECK(says(report, "https://example.org/wash"));
      CHECK_FALSE(says(report, "private words"));
      CHECK_FALSE(says(report, "/home/painter"));
    }
  };
  is_told();
  painter.done("unlock");
  is_told();
  painter.done("attest water/water-flat-wash --evidence /home/painter/wash.jpg");
  for (const auto* const format : {"text", "md", "json"})
    CHECK_FALSE(says(painter.done(std::string("report --format ") + format).out, "/home/painter"));
}

TEST_CASE("a report of a finished track says when it was finished", "[cli]") {
  Painter painter;
  painter.done("track gate warn");
  painter.program().set_today("2026-02-10");
  const auto before = painter.done("report").out;
  CHECK(says(before, "and, by the current plan, was to end on 2026-02-08: it is 2 days over."));
  while (painter.run("unlock").code == 0) {
  }
  painter.program().set_today("2026-03-01");
  CHECK(says(painter.done("report").out,
             "It began on 2026-01-05 and was finished on 2026-02-10, 2 days later than first "
             "planned."));
  CHECK(painter.asked("report")["finished_on"] == "2026-02-10");
}

TEST_CASE("what a gate lacks is open until its planned end, and fails then", "[cli]") {
  Painter painter;
  painter.program().set_today("2026-01-25");
  CHECK(says(painter.run("ready").out, "OPEN  16 small studies painted"));
  CHECK(painter.asked("ready")["overdue"] == false);
  painter.program().set_today("2026-01-26");
  for (const auto* const words : {"ready", "ready --explain", "report"})
    CHECK(says(painter.run(words).out, "FAIL  16 small studies painted"));
  CHECK(painter.asked("ready")["overdue"] == true);
  CHECK(says(painter.run("ready picture").out, "OPEN  One picture is finished"));
}

TEST_CASE("a stored verdict that can't be read is told as damage, by the doctor too", "[cli]") {
  Painter painter;
  painter.done("track gate warn");
  painter.done("unlock");
  SQLite::Database(painter.program().store().string(), SQLite::OPEN_READWRITE)
      .exec("UPDATE tier SET verdict = '{}' WHERE state = 'passed'");
  for (const auto* const words : {"ready water", "report"}) {
    const auto answer = painter.refused(words, 3);
    CHECK(says(answer.err, "the verdict on which water was passed can't be read"));
    CHECK(says(answer.err, "gradus doctor"));
  }
  CHECK(painter.run("ready").code == 1);
  CHECK(says(painter.run("doctor").out, "the verdict on which water was passed can't be read"));
}

TEST_CASE("work for a locked tier is marked, and waits for it to open", "[cli]") {
  Painter painter;
  CHECK(painter.asked("today")["waiting_minutes"] == 0);
  CHECK_FALSE(says(painter.done("today").out, "locked"));
  const auto logged = painter.done("log 1h30m lab --week w4");
  CHECK(says(logged.out, "picture is locked: counted once it opens"));
  CHECK_FALSE(says(painter.done("log 1h lab --week w1").out, "locked"));
  painter.done("solve One --topic edges --difficulty medium --minutes 10 --week w4");
  CHECK(says(painter
                 .done("solve Two --topic composition --difficulty medium --minutes 10 "
                       "--week w5")
                 .out,
             "picture is locked: counted once it opens"));
  CHECK(says(painter.done("today").out, "1h30m and 2 problems, for tiers that are still locked"));
  const auto today = painter.asked("today");
  CHECK(today["waiting_minutes"] == 90);
  CHECK(today["waiting_problems"] == 2);
  const auto locked = painter.run("ready picture");
  CHECK(locked.code == 1);
  CHECK(says(locked.out, "The tier is locked"));
  CHECK(says(locked.out, "1 of 2 problems"));

  painter.done("track gate warn");
  painter.done("unlock");
  CHECK(painter.asked("today")["waiting_problems"] == 0);
  CHECK(says(painter.run("ready").out, "1 of 2 problems"));
}

}  // namespace gradus::cli::gate_test
