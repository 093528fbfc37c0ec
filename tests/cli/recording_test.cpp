#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <string>

namespace gradus::cli::recording_test {

using gradus::testing::Program;
using nlohmann::json;

namespace {

// A program with a track that began on 2026-11-30, on the evening of 2026-12-06.
class Evening {
 public:
  Evening() {
    REQUIRE(program_.run("init --start 2026-11-30 --stack us").code == 0);
    program_.set_today("2026-12-06");
    program_.set_clock("21:30");
  }

  Program& program() { return program_; }
  json recorded(const std::string& words) {
    const auto answer = program_.run(words + " --json");
    INFO(words << '\n' << answer.out << answer.err);
    REQUIRE(answer.code == 0);
    return json::parse(answer.out);
  }
  std::string warning(const std::string& words) {
    const auto answer = program_.run(words);
    INFO(words << '\n' << answer.out << answer.err);
    REQUIRE(answer.code == 0);
    return answer.err;
  }
  // Refused as bad input, with nothing stored.
  bool refused(const std::string& words) {
    const auto before = program_.run("entries --json").out;
    const auto answer = program_.run(words);
    INFO(words << '\n' << answer.out << answer.err);
    return answer.code == 2 && program_.run("entries --json").out == before;
  }

 private:
  Program program_;
};

}  // namespace

TEST_CASE("a stretch of time is logged on the day it began", "[cli]") {
  Evening evening;
  const auto late = evening.recorded("log 'yesterday 23:30-00:40' read");
  CHECK(late["on"] == "2026-12-05");
  CHECK(late["at"] == "2026-12-05T23:30+01:00");
  CHECK(late["minutes"] == 70);
  const auto today = evening.recorded("log 19:00-20:30 lab --note 'with a break'");
  CHECK(today["on"] == "2026-12-06");
  CHECK(today["minutes"] == 90);
  CHECK(evening.recorded("log 50m read --at 7:05")["at"] == "2026-12-06T07:05+01:00");
  CHECK(evening.recorded("log 50m read")["at"].is_null());
}

TEST_CASE("a stretch of time that can't be is refused", "[cli]") {
  Evening evening;
  for (const auto* words :
       {"log '19:00-20:00' read --on yesterday", "log 19:00-20:00 read --at 18:00",
        "log '2026-12-07 19:00-20:00' read", "log 19:00-24:00 read", "log 19:00-19:00 read",
        "log '2026-02-30 19:00-20:00' read", "log 50m read --at 24:00", "log 19:00- read"})
    CHECK(evening.refused(words));
}

TEST_CASE("sessions that overlap are recorded, and warned of by name", "[cli]") {
  Evening evening;
  CHECK(evening.warning("log 19:00-20:30 read").empty());
  CHECK(evening.warning("log 20:30-21:00 read").empty());
  CHECK_THAT(evening.warning("log 20:00-20:10 lab"),
             Catch::Contains("it overlaps 1h30m read in w1 on 2026-12-06 at 19:00 (") &&
                 Catch::Contains("); both count"));
  CHECK(evening.warning("log 'yesterday 22:00-01:00' lab").empty());
  CHECK_THAT(evening.warning("log 00:30-00:50 lab"), Catch::Contains("it overlaps 3h lab"));
}

TEST_CASE("a day of more than 24 hours is warned of", "[cli]") {
  Evening evening;
  CHECK(evening.warning("log 24h project --on 2026-12-02").empty());
  CHECK_THAT(evening.warning("log 10m read --on 2026-12-02"),
             Catch::Contains("2026-12-02 now holds 24h10m of study, but a day has 24 hours"));
}

TEST_CASE("a stretch that ends later than now, and a day before the start, are warned of",
          "[cli]") {
  Evening evening;
  CHECK(evening.warning("log 20:30-21:30 read").empty());
  CHECK_THAT(evening.warning("log 21:30-21:31 read"), Catch::Contains("later than now, 21:30"));
  CHECK_THAT(evening.warning("log 1h read --on 2026-11-29"), Catch::Contains("[before-start]"));
}

TEST_CASE("a stretch of time may have a word processor's dash, and a day before it", "[cli]") {
  Evening evening;
  CHECK(evening.recorded("log 19:00\u201320:30 read")["minutes"] == 90);
  for (const char* words : {"log yesterday 19:00-20:30 read", "log read yesterday 19:00-20:30",
                            "log \"yesterday 19:00-20:30\" read", "log yesterday 19:00-20:30"}) {
    const auto entry = evening.recorded(words);
    CHECK(entry["minutes"] == 90);
    CHECK(entry["kind"] ==
          (std::string(words).find("read") != std::string::npos ? "read" : "review"));
    CHECK(entry["at"].get<std::string>().substr(11, 5) == "19:00");
  }
  CHECK_THAT(evening.program().run("log yesterdy 19:00-20:30 read").err,
             Catch::Contains("\"yesterdy\" is not a date"));
  CHECK(evening.refused("log 50m 19:00-20:30 read"));
  for (const char* other : {"start 19:00-20:30", "run 19:00-20:30 daily"})
    CHECK_THAT(evening.program().run(other).err,
               Catch::Contains("is not one of") && !Catch::Contains("gradus log"));
  const auto by_ear = evening.program().run("log 7pm-8pm read");
  CHECK(by_ear.code == 0);
  CHECK(evening.program().run("log 7pm-8 read").code == 2);
}

TEST_CASE("a problem that its week asks for no more is said to be one", "[cli]") {
  Program program("2026-12-01");
  REQUIRE(program.run("init --start 2026-11-30 --stack us").code == 0);
  for (int i = 1; i <= 32; ++i) {
    const auto solved = program.run(fmt::format("solve P{} 5 -t aggregation -d easy", i));
    REQUIRE(solved.out.find("asks for no more") == std::string::npos);
  }
  CHECK_THAT(
      program.run("solve P33 5 -t aggregation -d easy").out,
      Catch::Contains("w1 asks for no more of these · ") && Catch::Contains("33 of 200 problems"));
}

TEST_CASE("a signature keeps its evidence and its kind of criterion", "[cli]") {
  Evening evening;
  const auto id =
      evening.recorded("attest sql/sql-dialects --evidence seen")["id"].get<std::string>();
  CHECK(evening.refused("edit " + id + " --evidence ''"));
  CHECK(evening.program().run("edit " + id + " --criterion sql-problems").code == 4);
  CHECK(evening.program().run("edit " + id + " --criterion sql-cte-chain").code == 0);
}

TEST_CASE("a change is typed as it would be recorded", "[cli]") {
  Evening evening;
  const auto id = evening.recorded("log 1h read")["id"].get<std::string>();
  CHECK(evening.recorded("edit " + id + " --minutes 50")["minutes"] == 50);
  CHECK(evening.recorded("edit " + id + " --minutes 1h30m")["minutes"] == 90);
  CHECK_THAT(evening.program().run("edit " + id + " --minutes 50m").out,
             Catch::Contains("(" + id.substr(0, 4)) || Catch::Contains(id.substr(0, 4) + " ("));
  const auto exam = evening.recorded("exam add dea-c01 --score 50")["id"].get<std::string>();
  CHECK(evening.recorded("edit " + exam + " --score 60")["score"] == 0.6);
}

TEST_CASE("the last day of a list lies after the first", "[cli]") {
  Evening evening;
  CHECK(evening.program().run("entries --from 2026-12-02 --to 2026-12-01").code == 2);
}

TEST_CASE("each warning can be switched off", "[cli]") {
  Evening evening;
  evening.program().folder().write(
      ".config/gradus/config.toml",
      "[warnings]\noverlap = false\nday-over-24h = false\nbefore-start = false\nfuture = false\n");
  CHECK(evening.warning("log 22:00-22:30 read").empty());
  CHECK(evening.warning("log 1h read --on 2026-11-29").empty());
  CHECK(evening.warning("log 19:00-20:30 read").empty());
  CHECK(evening.warning("log 20:00-20:10 lab").empty());
  CHECK(evening.warning("log 24h project --on 2026-12-02").empty());
  CHECK(evening.warning("log 10m read --on 2026-12-02").empty());
}

TEST_CASE("an entry says which criterion of the open gate it moved", "[cli]") {
  Evening evening;
  const auto says = [&](const std::string& words) { return evening.program().run(words).out; };
  CHECK_THAT(says("solve a --topic aggregation --difficulty easy --minutes 9"),
             Catch::Contains(": 1 of 200 problems, 199 missing\nRecorded"));
  CHECK_THAT(says("solve b --topic window-functions --difficulty hard --minutes 7"),
             Catch::Contains("(and 2 more: gradus ready)\n"));
  CHECK_THAT(says("log 1h read"), Catch::StartsWith("w1: 1h of 7h studied, 6h to go\nRecorded"));
  CHECK_THAT(says("run ok nightly"), Catch::StartsWith("Recorded"));
}

TEST_CASE("time counts for the plan week that it fills, of several that carry the week", "[cli]") {
  Program program("2026-11-30");
  REQUIRE(program.run("init --start 2026-11-30 --stack us").code == 0);
  REQUIRE(program.run("plan stretch sql --to 8").code == 0);
  CHECK_THAT(program.run("log 5h lab --week w1").out,
             Catch::StartsWith("w1 (plan week 1): 5h of 5h15m studied, 15m to go"));
  CHECK_THAT(program.run("log 45m lab --week w1").out,
             Catch::StartsWith("w1 (plan week 2): 30m of 5h15m studied, 4h45m to go"));
  CHECK_THAT(program.run("log 1h lab --week w1").out,
             Catch::StartsWith("w1 (plan week 2): 1h30m of 5h15m studied, 3h45m to go"));
  CHECK_THAT(program.run("log 1h lab --week w7").out,
             Catch::StartsWith("w7: 1h of 7h studied, 6h to go"));
}

TEST_CASE("money is recorded to the cent", "[cli]") {
  Evening evening;
  const auto book = evening.recorded("spend 19.99 'A book on joins' --kind book");
  CHECK(book["usd"] == 19.99);
  CHECK(book["kind"] == "book");
  CHECK(book["title"] == "A book on joins");
  for (const auto* words :
       {"spend 19.999 x --kind book", "spend 1e3 x --kind book", "spend nan x --kind book",
        "spend 19,99 x --kind book", "spend 5 x", "spend 5 x --kind toy", "spend 5 '' --kind book"})
    CHECK(evening.refused(words));
}

TEST_CASE("a mock exam's scores are fractions or percentages", "[cli]") {
  Evening evening;
  const auto mock = evening.recorded(
      "exam add dea-c01 --score 74 --timed --domain security=0.6 --domain operations=81.5");
  CHECK(mock["score"] == 0.74);
  CHECK(mock["timed"] == true);
  CHECK(mock["domains"] == json{{"security", 0.6}, {"operations", 0.815}});
  for (int tenths = 11; tenths <= 1000; ++tenths) {
    const auto percent = fmt::format("{}.{}", tenths / 10, tenths % 10);
    if (tenths % 97 == 0 || percent == "80.3")
      CHECK(evening.recorded("exam add dea-c01 --score " + percent)["score"].dump() ==
            fmt::format("{}", std::stod(fmt::format("0.{:03}", tenths))));
  }
  CHECK(evening.recorded("exam add dea-c01 --score 1")["score"] == 1.0);
  for (const auto* words :
       {"exam add dea-c01 --score 101", "exam add dea-c01 --score -1", "exam add dea-c01",
        "exam add dea-c01 --score 1 --domain security", "exam add dea-c01 --score 1 --domain =1",
        "exam add dea-c01 --score 1 --domain security=1 --domain security=1"})
    CHECK(evening.refused(words));
}

TEST_CASE("an option with nothing in it is no option left out", "[cli]") {
  Evening evening;
  for (const auto* words :
       {"log 1h read --on ''", "log 1h read --week ''", "log 1h read --at ''", "log '' read",
        "log 1h read --topic ''", "backup ''", "restore ''", "entries --limit ''",
        "plan --finish-by ''", "export jsonl --output ''", "today --track ''", "today --store ''"})
    CHECK(evening.refused(words));
  CHECK(evening.recorded("log 1h read --note ''")["note"] == json(""));
}

TEST_CASE("an option that was given twice is told by name", "[cli]") {
  Evening evening;
  CHECK_THAT(evening.program().run("log 1h read --on tue --on wed").err,
             Catch::Contains("--on was given more than once; give it once"));
}

TEST_CASE("an option without its value is named, and an argument can't be left out", "[cli]") {
  Evening evening;
  CHECK(evening.program().run("log 1h read --note").err ==
        "gradus: --note needs a value\n  hint: see gradus log --help\n");
  CHECK_THAT(evening.program().run("log '' read").err,
             Catch::StartsWith("gradus: LENGTH: its value is empty\n"));
}

TEST_CASE("an entry is changed in what is named, and keeps its id and its place", "[cli]") {
  Evening evening;
  const auto first = evening.recorded("log 'yesterday 19:00-20:00' read --note mine");
  const auto id = first["id"].get<std::string>();
  (void)evening.recorded("log 1h lab --on yesterday");
  const auto edit = "edit " + id.substr(0, 8);

  auto expected = first;
  const auto edited = [&](const std::string& words) {
    auto entry = evening.recorded(words);
    CHECK(entry["changed"] > expected["changed"]);
    expected["changed"] = entry["changed"];
    return entry;
  };
  expected["minutes"] = 50;
  expected["topic"] = "joins";
  CHECK(edited(edit + " --minutes 50m --topic joins") == expected);
  expected["on"] = "2026-12-03";
  expected["at"] = "2026-12-03T19:00+01:00";
  expected["note"] = "";
  CHECK(edited(edit + " --on -3d --note ''") == expected);
  expected["week"] = "w9";
  expected["tier"] = "python";
  expected["at"] = nullptr;
  CHECK(edited(edit + " --week w9 --at ''") == expected);
  for (int i = 0; i < 3; ++i) CHECK(evening.program().run("undo").code == 0);
  CHECK(json::parse(evening.program().run("entries --json").out)[0] == first);
}

TEST_CASE("a change that can't be is refused by the field's name", "[cli]") {
  Evening evening;
  const auto id = evening.recorded("log 1h read")["id"].get<std::string>();
  const auto edit = "edit " + id + " ";
  for (const auto* words :
       {"", "--minutes 0", "--minutes soon", "--kind sleep", "--score 3", "--week w99",
        "--topic jions", "--on 2027-01-01", "--on ''", "--minutes ''", "--at 25:00"})
    CHECK(evening.refused(edit + words));
  CHECK_THAT(evening.program().run(edit + "--score 3").err,
             Catch::Contains("score is not a field of a session"));
  CHECK(evening.refused("edit ffff --note x"));
  const auto topic = evening.program().run(edit + "--topic juggling");
  CHECK(topic.code == 2);
  CHECK_THAT(topic.err, Catch::Contains("no topic \"juggling\" in this curriculum") &&
                            !Catch::Contains("--map"));
}

TEST_CASE("a problem solved twice is one problem, and both are kept", "[cli]") {
  Evening evening;
  const std::string solve = "solve 'Top earners' --topic aggregation --difficulty easy -m 9";
  CHECK(evening.recorded(solve + " --on 2026-12-03 --attempts 2")["attempts"] == 2);
  const auto again =
      evening.program().run("solve ' top  EARNERS' --topic aggregation -d easy -m 9");
  CHECK(again.out.starts_with("solved before on 2026-12-03: kept, counts once\nRecorded "));
  CHECK(evening.recorded(solve)["attempts"] == 4);
  CHECK(evening.recorded(solve + " --attempts 1")["attempts"] == 1);
  CHECK(evening.recorded("solve 'Top earners' --topic joins -d easy -m 9")["attempts"] == 1);

  CHECK(json::parse(evening.program().run("entries --json").out).size() == 5);
  const auto week = json::parse(evening.program().run("week w1 --json").out);
  CHECK(week["problems"][0]["solved"] == 1);
  const auto gate = json::parse(evening.program().run("ready sql --json").out);
  for (const auto& criterion : gate["criteria"])
    if (criterion["id"] == "sql-problems") CHECK(criterion["have"] == 2);
}

TEST_CASE("what an entry doesn't have can't be edited, and the answer says what can", "[cli]") {
  Evening evening;
  const auto id = evening.recorded("log 50m read")["id"].get<std::string>();
  const auto answer = evening.program().run("edit " + id + " --score 5");
  CHECK(answer.code == 2);
  CHECK_THAT(answer.err, Catch::StartsWith("gradus: score is not a field of a session\n  hint: ") &&
                             Catch::Contains("minutes, kind, topic"));
  CHECK_THAT(evening.program().run("edit " + id + " --minutes ''").err,
             Catch::Contains("hint: it can be changed, but not cleared"));
}

TEST_CASE("after midnight a clock time is last night's, and the confirmation says so", "[cli]") {
  Evening evening;
  evening.program().set_today("2026-12-07");
  evening.program().set_clock("00:13");
  const auto night = evening.recorded("log 23:30-00:10 read");
  CHECK(night["on"] == "2026-12-06");
  CHECK(night["at"] == "2026-12-06T23:30+01:00");
  CHECK(night["minutes"] == 40);
  CHECK(evening.recorded("log 00:00-00:10 read")["on"] == "2026-12-07");
  CHECK(evening.recorded("log 20m lab --at 23:30")["at"] == "2026-12-06T23:30+01:00");
  CHECK(evening.recorded("solve Gaps --topic joins -d easy -m 5 --at 23:45")["on"] == "2026-12-06");
  CHECK(evening.recorded("interview sql --score 70 --at 22:00")["on"] == "2026-12-06");
  CHECK(evening.recorded("log 20m lab --at 00:13")["on"] == "2026-12-07");
  CHECK(evening.recorded("log 20m lab --at 23:30 --on 2026-12-05")["on"] == "2026-12-05");
  CHECK(evening.program()
            .run("log 22:00-22:10 lab")
            .out.find("on Sun 2026-12-06 (the last 22:00 that is over) as ") != std::string::npos);
  CHECK(evening.program().run("log 5m lab").out.find("over)") == std::string::npos);
}

TEST_CASE("edit reads a clock time that is still ahead as last night's", "[cli]") {
  Evening evening;
  const auto old = evening.recorded("log 20m lab --on 2026-12-02")["id"].get<std::string>();
  evening.program().set_today("2026-12-07");
  evening.program().set_clock("00:13");
  const auto id = evening.recorded("log 20m lab")["id"].get<std::string>();
  const auto edited = evening.recorded("edit " + id + " --at 23:30");
  CHECK(edited["on"] == "2026-12-06");
  CHECK(edited["at"] == "2026-12-06T23:30+01:00");
  CHECK(evening.recorded("edit " + old + " --at 23:30")["on"] == "2026-12-02");
}

TEST_CASE("a day that --today names has no clock: its times are its own", "[cli]") {
  Evening evening;
  evening.program().set_clock("00:13");
  CHECK(evening.recorded("--today 2026-12-04 log 20:00-20:30 read")["on"] == "2026-12-04");
}

TEST_CASE("times the wrong way round are refused, not 23 hours", "[cli]") {
  Evening evening;
  CHECK(evening.refused("log 20:00-19:00 read"));
  CHECK(evening.refused("log 'yesterday 20:00-19:00' read"));
}

TEST_CASE("a zone that can't be found is warned of", "[cli]") {
  Evening evening;
  const auto warned = [&](const std::string& zone) {
    evening.program().set_environment("TZ", zone);
    return evening.program().run("entries").err.find("time zone \"") != std::string::npos;
  };
  CHECK(warned("Mars/Olympus"));
  CHECK(warned("Europe"));
  CHECK(warned(":Europe/Berlinn"));
  for (const std::string known : {"", "UTC", "UTC0", "CET-1CEST,M3.5.0,M10.5.0/3", "<+03>-3"})
    CHECK_FALSE(warned(known));
  evening.program().folder().write("Mars/Olympus", "a zone");
  evening.program().set_environment("TZDIR", evening.program().folder().path().string());
  CHECK_FALSE(warned("Mars/Olympus"));
}

TEST_CASE("a score is written as people have it", "[cli]") {
  Evening evening;
  const auto exam = [&](const std::string& score) {
    return evening.recorded("exam add dea-c01 --score " + score)["score"].get<double>();
  };
  CHECK(exam("80%") == 0.8);
  CHECK(exam("80.3%") == 0.803);
  CHECK(exam("0.5%") == 0.005);
  CHECK(exam("17/25") == 0.68);
  CHECK(evening.recorded(
            "exam add dea-c01 --score 1 --domain security=3/4")["domains"]["security"] == 0.75);
  const auto interview = [&](const std::string& score) {
    return evening.recorded("interview sql --score " + score)["score"].get<double>();
  };
  CHECK(interview("70") == 70);
  CHECK(interview("57%") == 57);
  CHECK(interview("17/25") == 68);
  for (const std::string bad : {"101%", "26/25", "1/0", "-5%", "a/b", "%", "/", "80%%"}) {
    CHECK(evening.refused("exam add dea-c01 --score=" + bad));
    CHECK(evening.refused("interview sql --score=" + bad));
  }
  CHECK(interview("0.8") == 80);
  const auto id = evening.recorded("interview sql --score 70")["id"].get<std::string>();
  CHECK(evening.recorded("edit " + id + " --score 3/4")["score"] == 75);
}

TEST_CASE("edit warns as the command that records does", "[cli]") {
  Evening evening;
  REQUIRE(evening.warning("log 19:00-20:00 lab").empty());
  const auto id = evening.recorded("log 20:00-20:30 read")["id"].get<std::string>();
  CHECK(evening.warning("edit " + id + " --at 20:10").empty());
  CHECK(evening.warning("edit " + id + " --at 19:30").find("[overlap]") != std::string::npos);
  CHECK(evening.warning("edit " + id + " --on 2026-11-29").find("[before-start]") !=
        std::string::npos);
  CHECK(evening.warning("edit " + id + " --on 2026-12-06 --minutes 23h").find("[day-over-24h]") ==
        std::string::npos);
  CHECK(evening.warning("edit " + id + " --minutes 23h30m").find("[day-over-24h]") !=
        std::string::npos);
}

}  // namespace gradus::cli::recording_test
