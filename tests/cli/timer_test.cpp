#include "support/checked_program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <chrono>
#include <string>

namespace gradus::cli::timer_test {

using Catch::Contains;
using gradus::testing::CheckedProgram;
using gradus::testing::Program;
using nlohmann::json;
using namespace std::chrono_literals;

namespace {

// A program with a plan; on 2026-11-30 at 19:00 a timer for a lab was started.
class Timed : public CheckedProgram {
 public:
  Timed() {
    done("init --start 2026-11-30");
    done("start lab --topic joins --note \"the self joins\"");
  }

  json entries() { return json::parse(done("entries --json")); }
  json timer() { return json::parse(done("today --json")).at("timer"); }
  void set_time(const std::string& today, const std::string& clock) {
    set_today(today);
    set_clock(clock);
  }
};

// A program with a plan, and the answer to a pomodoro that is begun at 19:00.
struct Pomodoro : Program {
  Pomodoro() { REQUIRE(run("init --start 2026-11-30").code == 0); }
  std::string answer(const std::string& words = "start read --pomodoro") {
    const auto answer = run(words);
    INFO(answer.err);
    REQUIRE(answer.code == 0);
    return answer.out;
  }
  bool timer_runs() { return !json::parse(answer("today --json")).at("timer").is_null(); }
};

}  // namespace

TEST_CASE("a timer becomes a session when it is stopped", "[cli]") {
  Timed program;
  program.set_clock("20:30");
  CHECK(program.entries().empty());
  CHECK(program.timer() == json::parse(R"({"track": "de-roadmap", "kind": "lab", "topic": "joins",
                                           "week": null, "note": "the self joins",
                                           "started": "2026-11-30T19:00+01:00", "minutes": 90,
                                           "paused_at": null, "paused_minutes": 0})"));

  CHECK_THAT(program.done("stop"), Contains("Recorded 1h30m lab on joins in w1 on Mon 2026-11-30"));
  const auto entry = program.entries().at(0);
  CHECK(entry.at("type") == "session");
  CHECK(entry.at("minutes") == 90);
  CHECK(entry.at("kind") == "lab");
  CHECK(entry.at("topic") == "joins");
  CHECK(entry.at("note") == "the self joins");
  CHECK(entry.at("on") == "2026-11-30");
  CHECK(entry.at("at") == "2026-11-30T19:00+01:00");
  CHECK(entry.at("week") == "w1");
  CHECK(program.timer().is_null());
}

TEST_CASE("today shows the timer that runs, and how to stop it", "[cli]") {
  Timed program;
  program.set_clock("19:35");
  CHECK_THAT(program.done("today"),
             Contains("Timer:  lab on joins since 19:00 (35m)") && Contains("Next: gradus stop"));
  program.set_today("2026-12-01");
  CHECK_THAT(program.done("today"), Contains("lab on joins since Mon 2026-11-30 19:00 (24h35m)"));
}

TEST_CASE("stop takes the options of every command that records", "[cli]") {
  Timed program;
  program.set_clock("19:50");
  SECTION("a note is added to that of the start, a week stands above it") {
    program.done("stop --note \"anti joins\" --week w2");
    CHECK(program.entries().at(0).at("note") == "the self joins; anti joins");
    CHECK(program.entries().at(0).at("week") == "w2");
  }
  SECTION("another day has no clock time") {
    program.done("stop --on yesterday");
    CHECK(program.entries().at(0).at("on") == "2026-11-29");
    CHECK(program.entries().at(0).at("at").is_null());
    CHECK(program.entries().at(0).at("minutes") == 50);
  }
}

TEST_CASE("a timer may have begun before it is started", "[cli]") {
  Timed program;
  program.done("cancel");
  CHECK_THAT(program.done("start lab --ago 20m"), Contains("Started lab at 18:40"));
  CHECK(program.timer().at("minutes") == 20);
  program.done("cancel");
  program.done("start lab --at 18:30");
  program.done("stop");
  CHECK(program.entries().at(0).at("minutes") == 30);
  CHECK(program.entries().at(0).at("at") == "2026-11-30T18:30+01:00");
  SECTION("before midnight, if the time is still to come") {
    program.set_time("2026-12-01", "00:10");
    CHECK_THAT(program.done("start read --at 23:50"),
               Contains("Started read on 2026-11-30 at 23:50"));
    program.done("cancel");
    CHECK_THAT(program.done("start read --ago 20"), Contains("on 2026-11-30 at 23:50"));
    CHECK(program.timer().at("minutes") == 20);
  }
  SECTION("likewise on a day that is told") {
    program.done("start read --at 23:50 --today 2026-12-17");
    CHECK(program.timer().at("started") == "2026-12-16T23:50+01:00");
  }
  SECTION("but said once, and not of a countdown") {
    for (const auto* words : {"start --at 18:00 --ago 1h", "start --ago 1h --pomodoro",
                              "start --at 18:00 --focus 25m", "start --ago 0", "start --at 25:00"})
      program.refused(words, 2);
  }
}

TEST_CASE("start --again repeats the last session's kind and topic", "[cli]") {
  Timed program;
  program.done("cancel");
  CHECK_THAT(program.refused("start --again", 4), Contains("no session is recorded yet"));
  program.done("log 20m mock -t ctes");
  CHECK_THAT(program.done("start --again"), Contains("Started mock on ctes"));
  program.done("cancel");
  CHECK_THAT(program.done("start lab --again -t joins"), Contains("Started lab on joins"));
}

TEST_CASE("a timer over midnight counts for the day it began", "[cli]") {
  Timed program;
  program.set_time("2026-12-01", "00:10");
  program.done("stop");
  CHECK(program.entries().at(0).at("on") == "2026-11-30");
  CHECK(program.entries().at(0).at("minutes") == 310);
}

TEST_CASE("a timer that ran for 14 hours wants its real end before it records", "[cli]") {
  Timed program;
  program.set_time("2026-12-01", "09:00");
  SECTION("without a terminal it refuses, says how to give it, and loses nothing") {
    CHECK_THAT(program.refused("stop", 4), Contains("since Mon 2026-11-30 19:00 (14h)") &&
                                               Contains("gradus stop --at 21:30") &&
                                               Contains("gradus stop --after 50m"));
    CHECK_FALSE(program.timer().is_null());
    program.done("stop --at 21:30");
    CHECK(program.entries().at(0).at("minutes") == 150);
  }
  SECTION("with --no-input it doesn't ask") {
    program.set_input("22:30");
    CHECK_THAT(program.refused("stop --no-input", 4), !Contains("When did you stop?"));
  }
  SECTION("on a terminal it asks, and takes a time") {
    program.set_input("22:30");
    const auto answer = program.run("stop");
    CHECK_THAT(answer.err,
               Contains("since Mon 2026-11-30 19:00 (14h)") && Contains("When did you stop?"));
    CHECK(program.entries().at(0).at("minutes") == 210);
  }
  SECTION("or a length") {
    program.set_input("50m");
    program.done("stop");
    CHECK(program.entries().at(0).at("minutes") == 50);
  }
  SECTION("no answer, or one that makes no sense, leaves it running") {
    program.set_input("");
    program.refused("stop", 4);
    program.set_input("late");
    CHECK_THAT(program.refused("stop", 2),
               Contains("\"late\" is not a duration; the timer still runs") &&
                   Contains("gradus stop --at 21:30"));
    CHECK_FALSE(program.timer().is_null());
  }
}

TEST_CASE("up to 8 hours nobody is asked", "[cli]") {
  Timed program;
  program.set_time("2026-12-01", "03:01");
  program.refused("stop", 4);
  program.set_clock("03:00");
  program.done("stop");
  CHECK(program.entries().at(0).at("minutes") == 480);
}

TEST_CASE("the real end lies between the start and now", "[cli]") {
  Timed program;
  program.set_time("2026-12-01", "09:00");
  SECTION("by the clock: the first such time after the start") {
    program.done("stop --at 01:00");
    CHECK(program.entries().at(0).at("minutes") == 360);
  }
  SECTION("by the length") {
    program.done("stop --after 1h20m");
    CHECK(program.entries().at(0).at("minutes") == 80);
  }
  SECTION("and not ahead") {
    CHECK_THAT(
        program.refused("stop --at 09:01", 2),
        Contains("\"09:01\" is 14h1m after it was started at 19:00 on 2026-11-30, which is in "
                 "the future; nothing was recorded"));
    program.refused("stop --at 19:00", 2);
    program.refused("stop --after 15h", 2);
    for (const auto* words :
         {"stop --at 24:00", "stop --at 50m", "stop --after 50", "stop --after 21:30 --at 21:30"})
      program.refused(words, 2);
    CHECK_FALSE(program.timer().is_null());
  }
}

TEST_CASE("less than a minute is not recorded, and a clock that went back is told", "[cli]") {
  Timed program;
  CHECK_THAT(program.refused("stop", 4), Contains("has not run for a minute yet"));
  program.set_clock("18:00");
  CHECK_THAT(program.refused("stop", 4), Contains("before the timer's start at 19:00; nothing"));
  CHECK_FALSE(program.timer().is_null());
}

TEST_CASE("a timer of a day that is told is refused with its day", "[cli]") {
  Timed program;
  program.done("cancel");
  program.done("start read --at 18:50 --today 2026-12-17");
  for (const auto* words : {"stop", "stop --at 18:55", "stop --after 5m"})
    CHECK_THAT(program.refused(words, 4),
               Contains("a time before the timer's start at 18:50 on 2026-12-17; nothing"));
}

TEST_CASE("there is one timer at most", "[cli]") {
  Timed program;
  program.set_clock("19:20");
  CHECK_THAT(program.refused("start read", 4),
             Contains("a timer is running already: lab on joins since 19:00 (20m)") &&
                 Contains("gradus stop") && Contains("gradus cancel"));
  CHECK(json::parse(program.done("cancel --json")).at("minutes") == 20);
  CHECK_THAT(program.refused("stop", 4), Contains("no timer is running"));
  CHECK_THAT(program.refused("cancel", 4), Contains("no timer is running"));
  CHECK(program.entries().empty());
  program.done("start read");
}

TEST_CASE("undo brings back a timer that was stopped or dropped", "[cli]") {
  Timed program;
  const auto timer = program.timer();
  program.done("cancel");
  CHECK_THAT(program.done("undo"),
             Contains("Undid: cancel lab on joins.") &&
                 Contains("The timer is running again: lab on joins since 19:00"));
  CHECK(program.timer() == timer);

  program.set_clock("20:00");
  program.done("stop");
  CHECK_THAT(program.done("undo"),
             Contains("The timer is running again: lab on joins since 19:00 (1h)"));
  CHECK(program.entries().empty());
  CHECK(program.timer().at("started") == timer.at("started"));
  CHECK_THAT(program.done("redo"), !Contains("runs again"));
  CHECK(program.entries().size() == 1);
  CHECK(program.timer().is_null());

  program.done("undo");
  CHECK_THAT(program.done("undo"), Contains("Undid: start lab on joins"));
  CHECK(program.timer().is_null());
  CHECK_THAT(program.done("redo"), Contains("The timer is running again"));
}

TEST_CASE("a timer doesn't count while it is paused", "[cli]") {
  Timed program;
  program.set_clock("19:35");
  CHECK_THAT(program.done("pause"),
             Contains("Paused lab on joins at 19:35, 35m so far. Go on: gradus resume. Undo: "));
  program.set_clock("20:10");
  CHECK_THAT(program.done("today"), Contains("lab on joins, paused since 19:35, 35m so far") &&
                                        Contains("Next: gradus resume"));
  CHECK(program.timer().at("minutes") == 35);
  CHECK(program.timer().at("paused_at") == "2026-11-30T19:35+01:00");
  CHECK(program.timer().at("paused_minutes") == 35);

  SECTION("stopped, it is as long as until the pause, and belongs where it began") {
    program.done("stop");
    CHECK(program.entries().at(0).at("minutes") == 35);
    CHECK(program.entries().at(0).at("at") == "2026-11-30T19:00+01:00");
    SECTION("undone, it is paused as before") {
      CHECK_THAT(program.done("undo"),
                 Contains("The timer is back: lab on joins, paused since 19:35, 35m so far. Go on: "
                          "gradus resume"));
      CHECK(program.timer().at("paused_at") == "2026-11-30T19:35+01:00");
    }
  }
  SECTION("resumed, it goes on") {
    CHECK_THAT(program.done("resume"), Contains("Resumed lab on joins at 20:10, 35m so far."));
    program.set_clock("20:30");
    CHECK(program.timer().at("minutes") == 55);
    CHECK(program.timer().at("paused_at").is_null());
    CHECK(program.timer().at("paused_minutes") == 35);
    SECTION("until now") {
      program.done("stop");
      CHECK(program.entries().at(0).at("minutes") == 55);
    }
    SECTION("until a time since then, and not during the pause") {
      CHECK_THAT(program.refused("stop --at 20:00", 2),
                 Contains("\"20:00\" is before it was resumed at 20:10; nothing was recorded"));
      CHECK_THAT(program.refused("stop --at 20:10", 2),
                 Contains("\"20:10\" is when it was resumed at 20:10; nothing was recorded"));
      CHECK_THAT(program.refused("stop --at 20:40", 2),
                 Contains("is 30m after it was resumed at 20:10, which is in the future"));
      program.done("stop --at 20:15");
      CHECK(program.entries().at(0).at("minutes") == 40);
    }
    SECTION("and undo and redo walk through its pauses") {
      CHECK_THAT(program.done("undo"), Contains("Undid: resume lab on joins") &&
                                           Contains("The timer is back: lab on joins, paused"));
      CHECK_THAT(program.done("undo"),
                 Contains("Undid: pause lab on joins") && Contains("The timer is running again"));
      CHECK(program.timer().at("minutes") == 90);
      program.done("redo");
      program.done("redo");
      CHECK(program.timer().at("minutes") == 55);
    }
  }
  SECTION("overnight, it isn't one that was left running") {
    program.set_time("2026-12-01", "19:00");
    CHECK_THAT(program.done("today"), Contains("paused since Mon 2026-11-30 19:35, 35m so far"));
    program.done("stop --json");
    CHECK(program.entries().at(0).at("on") == "2026-11-30");
    CHECK(program.entries().at(0).at("minutes") == 35);
  }
  SECTION("dropped, it is gone") {
    CHECK_THAT(program.done("cancel"), Contains("Dropped lab on joins, paused since 19:35"));
    CHECK(program.timer().is_null());
  }
  SECTION("another length is possible, another end is not") {
    CHECK_THAT(program.refused("stop --at 19:30", 2),
               Contains("the timer has been paused since 19:35"));
    CHECK_THAT(program.refused("stop --after 36m", 2),
               Contains("longer than the timer shows, 35m"));
    program.done("stop --after 20m");
    CHECK(program.entries().at(0).at("minutes") == 20);
  }
  SECTION("a second start says what to type") {
    CHECK_THAT(program.refused("start read", 4),
               Contains("a timer is paused: lab on joins, paused since 19:35") &&
                   Contains("gradus resume") && Contains("gradus stop") &&
                   Contains("gradus cancel"));
  }
}

TEST_CASE("pause and resume refuse what makes no sense", "[cli]") {
  Timed program;
  program.set_clock("19:20");
  CHECK_THAT(program.refused("resume", 4),
             Contains("the timer is not paused: lab on joins since 19:00 (20m)") &&
                 Contains("gradus pause") && Contains("gradus stop"));
  CHECK_THAT(program.refused("pause --track evenings", 4), Contains("for the track de-roadmap"));
  program.set_clock("18:20");
  CHECK_THAT(program.refused("pause", 4),
             Contains("a time before 19:00, when the timer was started"));
  program.set_clock("19:20");
  CHECK(json::parse(program.done("pause --json")).at("paused_at") == "2026-11-30T19:20+01:00");
  CHECK_THAT(program.refused("pause", 4), Contains("the timer is paused already") &&
                                              Contains("gradus resume") && Contains("gradus stop"));
  CHECK(json::parse(program.done("resume --json")).at("paused_at").is_null());
  program.set_clock("19:10");
  CHECK_THAT(program.refused("pause", 4), Contains("before 19:20, when the timer was resumed"));
  program.done("cancel");
  for (const auto* words : {"pause", "resume"})
    CHECK_THAT(program.refused(words, 4), Contains("no timer is running"));
}

TEST_CASE("a timer that was paused in one zone goes on in another", "[cli]") {
  Timed program;
  program.set_clock("19:30");
  program.done("pause");
  program.set_offset(-10 * 60);
  program.set_time("2026-11-30", "09:00");  // 20:00 where it began
  CHECK_THAT(program.done("resume"), Contains("Resumed lab on joins at 09:00, 30m so far"));
  program.set_clock("10:00");
  program.done("pause");
  program.set_offset(60);
  program.set_time("2026-11-30", "21:10");
  CHECK_THAT(program.refused("stop --at 21:05", 2), Contains("has been paused since 21:00, so"));
  program.done("undo");
  CHECK_THAT(program.refused("stop --at 19:50", 2),
             Contains("\"19:50\" is before it was resumed at 20:00"));
  program.set_offset(-10 * 60);
  program.set_time("2026-11-30", "10:00");
  program.done("stop --at 09:45");
  CHECK(program.entries().at(0).at("minutes") == 75);
  CHECK(program.entries().at(0).at("at") == "2026-11-30T19:00+01:00");
  program.done("doctor");
}

TEST_CASE("a timer counts for the track it was started in", "[cli]") {
  Timed program;
  program.done("init --curriculum watercolour --track evenings --start 2026-11-30");
  program.set_clock("20:00");
  CHECK(program.timer().at("track") == "de-roadmap");
  for (const auto* words : {"stop --track evenings", "cancel --track evenings"})
    CHECK_THAT(program.refused(words, 4),
               Contains("the running timer is for the track de-roadmap"));
  program.done("stop");
  CHECK(program.entries().empty());
  CHECK(json::parse(program.done("entries --json --track de-roadmap")).size() == 1);
}

TEST_CASE("without a kind the timer is for what the plan has today", "[cli]") {
  Pomodoro program;
  const auto kind_on = [&](const char* day) {
    program.set_today(day);
    auto kind = json::parse(program.answer("start --json")).at("kind");
    program.answer("cancel");
    return kind;
  };
  CHECK(kind_on("2026-12-05") == "lab");
  CHECK(kind_on("2026-12-06") == "review");
  CHECK(kind_on("2026-12-04") == "read");  // nothing planned
}

TEST_CASE("a start that makes no sense changes nothing", "[cli]") {
  Timed program;
  program.done("cancel");
  for (const auto* words : {"start lap", "start lab --topic nonsense", "start lab --week w99"})
    program.refused(words, 2);
}

TEST_CASE("another day for today moves the timer's day, not its time", "[cli]") {
  Timed program;
  program.done("cancel");
  const auto started = json::parse(program.done("start read --today 2026-12-03 --json"));
  CHECK(started.at("started") == "2026-12-03T19:00+01:00");
  program.set_clock("19:40");
  program.done("stop --today 2026-12-03");
  CHECK(program.entries().at(0).at("on") == "2026-12-03");
  CHECK(program.entries().at(0).at("minutes") == 40);
}

TEST_CASE("a pomodoro is 50 minutes of focus and 10 of notes", "[cli]") {
  Pomodoro program;
  SECTION("in plain lines when piped") {
    CHECK_THAT(program.answer(),
               Catch::StartsWith("Started read at 19:00. Ctrl-C stops it and records what was "
                                 "done.\nFocus: 50m\nNotes: 10m\nw1: 1h of 7h studied") &&
                   Contains("Recorded 1h read") && !Contains("\x1b") && !Contains("\r"));
  }
  SECTION("as a live bar on a terminal") {
    program.set_terminal_width(60);
    const auto out = program.answer("start read --pomodoro --color never");
    CHECK_THAT(out,
               Contains("\r\x1b[KFocus  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  50:00\r") &&
                   Contains("\r\x1b[KFocus  ████████████████████░░░░░░░░░░░░░░░░░░░░  25:00") &&
                   Contains("  00:01\a\r\x1b[KNotes  ") &&
                   Contains("\a\r\x1b[Kw1: 1h of 7h studied"));
  }
  SECTION("as plain lines on a terminal that can't move its cursor") {
    program.set_terminal_width(60);
    program.set_environment("TERM", "dumb");
    CHECK_THAT(program.answer(), Contains("Focus: 50m\nNotes: 10m\n") && !Contains("\r"));
  }
  SECTION("as plain lines for who wants nothing to move") {
    program.set_terminal_width(60);
    program.folder().write(".config/gradus/config.toml", "animation = false\n");
    CHECK_THAT(program.answer(), Contains("Focus: 50m\nNotes: 10m\n") && !Contains("\r"));
  }
  SECTION("as one document with --json, and nothing with --quiet") {
    CHECK(json::parse(program.answer("start read --pomodoro --json")).at("minutes") == 60);
    CHECK(program.answer("start read --pomodoro --quiet").empty());
  }
  SECTION("over midnight too") {
    program.set_clock("23:30");
    CHECK_THAT(program.answer(), Contains("Recorded 1h read in w1 on Mon 2026-11-30"));
  }
  CHECK_FALSE(program.timer_runs());
}

TEST_CASE("Ctrl-C stops a pomodoro and records the minutes counted", "[cli]") {
  Pomodoro program;
  SECTION("in whole minutes") {
    program.interrupt_after(37min + 59s);
    CHECK_THAT(program.answer(), Contains("Recorded 37m read") && !Contains("Notes"));
  }
  SECTION("also during the notes") {
    program.interrupt_after(55min + 1s);
    CHECK_THAT(program.answer(), Contains("Notes: 10m\n") && Contains("Recorded 55m read"));
  }
  SECTION("less than a minute is nothing") {
    program.interrupt_after(59s);
    CHECK_THAT(program.answer(), Contains("nothing was recorded"));
    CHECK(program.answer("entries --json") == "[]\n");
  }
  CHECK_FALSE(program.timer_runs());
}

TEST_CASE("a timer that crossed the date line stops by the clock of where it is", "[cli]") {
  Timed program;
  program.done("cancel");
  program.set_offset(13 * 60);
  program.set_today("2026-12-02");
  program.set_clock("08:00");
  REQUIRE(program.run("start lab").code == 0);
  program.set_offset(-10 * 60);
  program.set_today("2026-12-01");
  program.set_clock("10:00");  // two hours later
  const auto answer = program.run("stop --at 09:45 --json");
  INFO(answer.err);
  REQUIRE(answer.code == 0);
  const auto entry = json::parse(answer.out);
  CHECK(entry["minutes"] == 45);
  CHECK(entry["at"] == "2026-12-02T08:00+13:00");
  const auto id = entry["id"].get<std::string>();
  CHECK(program.run("edit " + id + " --note there").code == 0);
  CHECK(program.run("doctor").code == 0);
  program.folder().write("all.jsonl", program.run("export jsonl").out);
  CHECK(program.run("import jsonl $FOLDER/all.jsonl").out.starts_with("Nothing new"));
  REQUIRE(program.run("rm " + id).code == 0);
  CHECK(program.run("import jsonl $FOLDER/all.jsonl --bring-back").code == 0);
}

TEST_CASE("a pomodoro's lengths may be chosen", "[cli]") {
  Pomodoro program;
  CHECK_THAT(program.answer("start read --focus 25m --break 5"),
             Contains("Focus: 25m") && Contains("Notes: 5m") && Contains("Recorded 30m read"));
  CHECK_THAT(program.answer("start read --focus 25m"), Contains("Recorded 35m read"));
}

}  // namespace gradus::cli::timer_test
