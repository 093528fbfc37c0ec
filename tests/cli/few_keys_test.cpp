#include "gradus/cli/run.hpp"

#include "support/checked_program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <vector>

// Recording with as few keys as an evening has patience for.
namespace gradus::cli::few_keys_test {

using Catch::Contains;
using gradus::testing::Answer;
using gradus::testing::CheckedProgram;
using nlohmann::json;

namespace {

// On Tuesday 2026-12-01 at 19:00, in the plan's first week: 1h of reading is planned.
class Evening : public CheckedProgram {
 public:
  Evening() {
    set_today("2026-12-01");
    done("init --start 2026-11-30 --quiet");
  }
  json newest() { return json::parse(done("entries --limit 1 --json")).at(0); }
};

}  // namespace

TEST_CASE("a problem of the week takes 30 keys", "[cli]") {
  Evening program;
  const std::string line = "gradus so \"Big Countries\" 3\n";
  REQUIRE(line.size() <= 30);
  const auto said = program.done(line.substr(7, line.size() - 8));
  CHECK_THAT(said, Contains("It counts as easy aggregation, which w1 asks for") &&
                       Contains("Recorded easy aggregation in 3m: Big Countries, in w1"));
  const auto entry = program.newest();
  CHECK(entry.at("topic") == "aggregation");
  CHECK(entry.at("difficulty") == "easy");
  CHECK(entry.at("minutes") == 3);
  program.done("so Small 2");
  CHECK(program.newest().at("title") == "Small");
}

TEST_CASE("one of topic and difficulty chooses the other", "[cli]") {
  Evening program;
  program.done("solve Trips 9 -t joins");
  CHECK(program.newest().at("difficulty") == "easy");
  CHECK(program.newest().at("week") == "w2");
  program.done("solve Ranks 9 -d hard");
  CHECK(program.newest().at("topic") == "window-functions");
  CHECK_THAT(program.done("solve Both 9 -t ctes -d easy"), !Contains("It counts as"));
}

TEST_CASE("the named week, or the day's, is asked first", "[cli]") {
  Evening program;
  program.done("solve Chain 12 --week w3");
  CHECK(program.newest().at("topic") == "ctes");
  CHECK(program.newest().at("week") == "w3");
  program.done("log 7h read");
  CHECK_THAT(program.done("solve Trips 9"), Contains("easy joins, which w2 asks for"));
}

TEST_CASE("where nothing asks for problems, topic and difficulty must be named", "[cli]") {
  Evening program;
  CHECK_THAT(program.refused("solve Spark 9 --week w11"),
             Contains("nothing asks for problems now") && Contains("--topic"));
  CHECK_THAT(program.refused("solve Spark 9 -t dialects"),
             Contains("nothing asks for problems on dialects") && Contains("--difficulty"));
  CHECK_THAT(program.refused("solve Spark 9 -d hard --week w7"),
             Contains("nothing asks for hard problems now") && Contains("--topic"));
}

TEST_CASE("minutes are a bare number, or a duration, once", "[cli]") {
  Evening program;
  for (const auto* minutes : {"75", "75m", "1h15m", "1:15", "-m 75", "--minutes 1h15"}) {
    program.done(std::string("solve Trips ") + minutes);
    CHECK(program.newest().at("minutes") == 75);
  }
  CHECK_THAT(program.refused("solve Trips 3 -m 4"), Contains("3 and --minutes 4"));
  CHECK_THAT(program.refused("solve Trips 0"), Contains("1 to 1440"));
  CHECK_THAT(program.refused("solve Trips 25h"), Contains("1500 minutes"));
  program.refused("solve Trips 99999999999");
  CHECK_THAT(program.refused("solve Big Countries"), Contains("stands in quotes"));
  CHECK_THAT(program.refused("solve Big Countries 3"), Contains("stands in quotes"));
}

TEST_CASE("today's block as planned takes 12 keys", "[cli]") {
  Evening program;
  const std::string keys = "gradus log\n\n";
  REQUIRE(keys.size() <= 12);
  const auto enter = keys.find('\n');
  program.set_input(keys.substr(enter + 2));
  const auto answer = program.run(keys.substr(7, enter - 7));
  CHECK(answer.code == 0);
  CHECK_THAT(answer.err, Contains("Planned: 1h read. Enter records it"));
  CHECK_THAT(answer.out, Contains("Recorded 1h read in w1"));
}

TEST_CASE("bare log takes another length or kind than what is planned", "[cli]") {
  Evening program;
  program.set_input("2h lab");
  program.done("log --on yesterday");
  CHECK(program.newest().at("minutes") == 120);
  CHECK(program.newest().at("kind") == "lab");
  program.set_input("20m");
  program.done("log lab");
  CHECK(program.newest().at("minutes") == 20);
  CHECK(program.newest().at("kind") == "lab");
  // 40 minutes of the hour are left.
  program.set_input("");
  program.done("log");
  CHECK(program.newest().at("minutes") == 40);
  CHECK(program.newest().at("kind") == "read");
  CHECK_THAT(program.refused("log"),
             Contains("Nothing planned is left") && Contains("gradus log needs LENGTH"));
}

TEST_CASE("bare log records nothing unasked", "[cli]") {
  Evening program;
  SECTION("into a pipe it names what is missing") {
    CHECK(program.refused("log") ==
          "gradus: gradus log needs LENGTH: how long it was\n"
          "  hint: what is planned: gradus log 1h read\n");
  }
  SECTION("nor with --no-input") {
    program.set_input("");
    CHECK_THAT(program.refused("log --no-input"), !Contains("Enter"));
  }
  SECTION("nor when the question is left with Ctrl-D") {
    program.set_input(ctrl_d);
    program.refused("log");
  }
  SECTION("nor for an answer without a length") {
    program.set_input("lab");
    program.refused("log");
    program.set_input("something");
    program.refused("log");
  }
}

TEST_CASE("log takes its words in either order, or the kind from the plan", "[cli]") {
  Evening program;
  program.done("log lab 3h --on yesterday");
  CHECK(program.newest().at("kind") == "lab");
  CHECK(program.newest().at("minutes") == 180);
  program.done("log REVIEW 20m");
  CHECK(program.newest().at("kind") == "review");
  program.done("log 40m");
  CHECK(program.newest().at("kind") == "read");
  program.done("log mock 18:00-18:20");
  CHECK(program.newest().at("kind") == "mock");
  program.set_today("2026-12-05");
  program.done("log 3h");
  CHECK(program.newest().at("kind") == "lab");
  program.set_today("2026-12-07");
  program.done("log 10m --on 2026-12-06");
  CHECK(program.newest().at("kind") == "review");
  CHECK_THAT(program.refused("log 1h 2h"), Contains("\"2h\" is a second length"));
  CHECK_THAT(program.refused("log lab read"), Contains("\"read\""));
  CHECK_THAT(program.refused("log raed 1h"), Contains("did you mean read?"));
  CHECK_THAT(program.refused("log 18:00-18:20 --on yesterday"), Contains("--on"));
}

TEST_CASE("all that is missing is named at once", "[cli]") {
  Evening program;
  CHECK(program.refused("spend") ==
        "gradus: gradus spend needs USD, TITLE and --kind\n"
        "  hint: such as gradus spend 19.99 \"A book on joins\" --kind book; see gradus spend "
        "--help\n");
  CHECK_THAT(program.refused("spend 20 --kind book"), Contains("gradus spend needs TITLE\n"));
  CHECK_THAT(program.refused("solve"), Contains("gradus solve needs TITLE and MINUTES\n"));
  CHECK_THAT(program.refused("exam add"), Contains("needs EXAM and --score\n"));
  // Not a word that is wrong besides: that is told first.
  CHECK_THAT(program.refused("spend --kinds book"), Contains("unknown option \"--kinds\""));
}

TEST_CASE("on a terminal what is missing is asked for, with the list to choose from", "[cli]") {
  Evening program;
  SECTION("a list of words") {
    program.set_inputs({"20", "A book", "BOOK"});
    const auto answer = program.run("spend");
    CHECK(answer.code == 0);
    CHECK_THAT(answer.err, Contains("What you paid for\nTITLE: ") &&
                               Contains("  course, exam, book, cloud, other\n--kind: "));
    CHECK(program.newest().at("kind") == "book");
  }
  SECTION("ids of the curriculum") {
    program.set_inputs({"sql/sql-dialects", "https://example.org"});
    const auto answer = program.run("attest");
    CHECK(answer.code == 0);
    CHECK_THAT(answer.err, Contains("  sql/sql-dialects  ") && Contains("CRITERION: "));
  }
  SECTION("a word that is none of them is refused as if typed") {
    program.set_inputs({"bok"});
    CHECK_THAT(program.refused("spend 20 \"A book\""), Contains("did you mean book?"));
    program.set_inputs({"ten", "x", "book"});
    CHECK_THAT(program.refused("spend"), Contains("\"ten\""));
  }
  SECTION("no answer leaves the rest missing") {
    program.set_inputs({"20", ""});
    CHECK_THAT(program.refused("spend"), Contains("gradus spend needs TITLE and --kind"));
  }
  SECTION("of the open tier alone") {
    program.set_inputs({"", ""});
    const auto asked = program.run("attest").err;
    CHECK_THAT(asked,
               Contains("sql/sql-cte-chain") && !Contains("python/") && !Contains("  finish/"));
    CHECK_THAT(program.run("artefact add").err, Contains("w1-group-by") && !Contains("w7-"));
  }
  SECTION("with --no-input nobody is asked") {
    program.set_input("20");
    CHECK_THAT(program.refused("spend --no-input"), !Contains("What you paid for"));
  }
}

TEST_CASE("last is the entry recorded last, whatever its day", "[cli]") {
  Evening program;
  CHECK_THAT(program.refused("rm last", 2), Contains("none is recorded yet"));
  program.done("log 50m read");
  program.done("log 40m lab --on yesterday");
  CHECK_THAT(program.done("edit last --minutes 45"),
             Contains("40m lab in w1 on 2026-11-30") && Contains("now 45m lab"));
  CHECK_THAT(program.done("rm LAST"), Contains("Removed 45m lab in w1 on 2026-11-30"));
  CHECK_THAT(program.done("rm last"), Contains("Removed 50m read"));
}

TEST_CASE("edit takes minutes and choices as they are typed when recording", "[cli]") {
  Evening program;
  program.done("solve Trips 9");
  program.done("edit last -m 1h15m -d HARD");
  CHECK(program.newest().at("minutes") == 75);
  CHECK(program.newest().at("difficulty") == "hard");
  program.refused("edit last -m 0");
}

TEST_CASE("several entries are removed in one step", "[cli]") {
  Evening program;
  std::vector<std::string> ids;
  for (const auto* words : {"log 10m read", "log 20m read", "log 30m read"})
    ids.push_back(
        json::parse(program.done(std::string(words) + " --json")).at("id").get<std::string>());
  program.refused("rm " + ids[0] + " ffffffff");
  const auto said = program.done("rm " + ids[0] + " " + ids[2] + " " + ids[0]);
  CHECK_THAT(said, Contains("Removed 10m read in w1 on 2026-12-01") && Contains("30m read"));
  CHECK(json::parse(program.done("entries --json")).size() == 1);
  CHECK_THAT(program.done("undo"), Contains("Undid: rm 10m read in w1 and 1 more"));
  CHECK(json::parse(program.done("entries --json")).size() == 3);
  CHECK(json::parse(program.done("rm " + ids[0] + " " + ids[1] + " --json")).size() == 2);
  CHECK(json::parse(program.done("rm last --json")).at("minutes") == 30);
}

TEST_CASE("undo --to goes back to a step of the list", "[cli]") {
  Evening program;
  for (const auto* words : {"log 10m read", "log 20m read", "log 30m read"}) program.done(words);
  const auto steps = json::parse(program.done("undo --list --json"));
  const auto number = [&](std::size_t back) {
    return std::to_string(steps.at(back).at("number").get<int>());
  };
  CHECK_THAT(program.done("undo --list"), Contains(number(2)));
  CHECK_THAT(program.refused("undo --to " + number(0), 4), Contains("is the last one"));
  CHECK_THAT(program.refused("undo --to 99"), Contains("there is no step 99"));
  CHECK_THAT(program.done("undo --to " + number(2)),
             Contains("Undid 2 steps, back to step " + number(2) + ": 10m read"));
  CHECK(json::parse(program.done("entries --json")).size() == 1);
  CHECK_THAT(program.refused("undo --to " + number(0), 4), Contains("is undone already"));
  program.done("redo");
  program.done("redo");
  CHECK(json::parse(program.done("entries --json")).size() == 3);
  const auto told = json::parse(program.done("undo --json --to " + number(1)));
  CHECK(told.at("undone").size() == 1);
  CHECK(told.at("back_to") == std::stoi(number(1)));
}

TEST_CASE("entries may be chosen by what they are and say", "[cli]") {
  Evening program;
  program.done("log 50m read --note \"the Self joins\"");
  program.done("log 40m lab -t joins --on yesterday");
  program.done("solve Trips 9 -t joins");
  program.done("spend 20 \"A book\" --kind book");
  const auto count = [&](const std::string& words) {
    return json::parse(program.done("entries --json " + words)).size();
  };
  CHECK(count("") == 4);
  CHECK(count("--topic joins") == 2);
  CHECK(count("--topic joins --type problem") == 1);
  CHECK(count("--kind lab") == 1);
  CHECK(count("--kind BOOK") == 1);
  CHECK(count("--week w2") == 1);
  CHECK(count("--week 1") == 3);
  CHECK(count("--tier sql") == 4);
  CHECK(count("--tier python") == 0);
  CHECK(count("--grep \"self  JOINS\"") == 1);
  CHECK(count("--grep joins") == 3);
  CHECK(count("--grep joins --limit 2") == 2);
  CHECK_THAT(program.refused("entries --topic jons"), Contains("did you mean joins?"));
  CHECK_THAT(program.refused("entries --without sesion"),
             Contains("--without: \"sesion\" is not one of session") &&
                 Contains("see gradus entries --help"));
  CHECK_THAT(program.done("entries --tier python"), Contains("No entry matches"));
}

TEST_CASE("entries end with what they add up to, on a terminal below the newest 15", "[cli]") {
  Evening program;
  for (int i = 0; i < 15; ++i) program.done("log 10m read");
  program.done("solve Trips 9 --on yesterday");
  const auto all = "16 entries: 2h30m of study, 1 problem in 9m\n";
  CHECK_THAT(program.done("entries"), Contains("Trips") && Catch::EndsWith(all));
  CHECK_THAT(program.done("entries --limit 1"),
             Catch::EndsWith("The newest 1 entry: 10m of study. More with a higher --limit\n"));
  CHECK_THAT(program.done("entries --limit 16"), Catch::EndsWith(all));
  CHECK_THAT(
      program.done("entries --by day --limit 1"),
      Contains("Listed here: 15 entries: 2h30m of study. In all 16 entries: 2h30m of study"));
  CHECK_THAT(program.done("entries --by day --limit 2"), Catch::EndsWith(all));
  program.set_terminal_width(80);
  CHECK_THAT(
      program.done("entries"),
      !Contains("Trips") &&
          Contains("The newest 15 entries: 2h30m of study. In all 16 entries: 2h30m of study, 1"));
  CHECK_THAT(program.done("entries --limit 16"), Contains("Trips"));
  CHECK(json::parse(program.done("entries --json")).size() == 16);
}

TEST_CASE("entries are summed by day, week, topic and kind", "[cli]") {
  Evening program;
  program.done("log 50m read");
  program.done("log 40m lab -t joins --on yesterday");
  program.done("solve Trips 9 -t joins");
  CHECK(json::parse(program.done("entries --by day --json")) == json::parse(R"([
      {"day": "2026-12-01", "entries": 2, "minutes": 50, "problems": 1, "problem_minutes": 9},
      {"day": "2026-11-30", "entries": 1, "minutes": 40, "problems": 0, "problem_minutes": 0}])"));
  CHECK(json::parse(program.done("entries --by topic --json")).at(0).at("topic").is_null());
  CHECK(json::parse(program.done("entries --by week --json --limit 1")).size() == 1);
  CHECK_THAT(program.done("entries --by kind"),
             Contains("lab") && Catch::EndsWith("3 entries: 1h30m of study, 1 problem in 9m\n"));
  CHECK(program.done("entries --by kind --type run --json") == "[]\n");
}

TEST_CASE("money is summed by its kind", "[cli]") {
  Evening program;
  program.done("spend 20 --kind book \"A book\"");
  program.done("spend 5 --kind cloud S3");
  CHECK_THAT(program.done("entries --kind book --by kind"),
             Contains("book") && !Contains("expense") && Catch::EndsWith("1 entry\n"));
  CHECK(json::parse(program.done("entries --by kind --json")).size() == 2);
}

TEST_CASE("edit takes a bare switch for true", "[cli]") {
  Evening program;
  program.done("solve Trips 9");
  const auto helped = [&](const std::string& words) {
    program.done(words);
    return program.newest().at("help_used") == true;
  };
  CHECK(helped("edit last --help-used"));
  CHECK_FALSE(helped("edit last --help-used false"));
  CHECK(helped("edit --help-used last"));
  CHECK_FALSE(helped("edit --help-used=no last"));
  CHECK(helped("edit last --help-used --minutes 10"));
  CHECK_FALSE(helped("edit last --help-used \"\""));
  CHECK_THAT(program.refused("edit last --help-used=perhaps"), Contains("neither yes nor no"));
}

TEST_CASE("minutes with a fraction are told how to write them", "[cli]") {
  Evening program;
  CHECK_THAT(program.refused("solve Trips 45.5"),
             Contains("\"45.5\" is no whole number of minutes") &&
                 Contains("write 45 or 45m; hours as 45.5h"));
  CHECK_THAT(program.refused("solve Trips --minutes 0.5"), Contains("write 1 or 1m"));
  program.done("solve Trips 9");
  CHECK_THAT(program.refused("edit last --minutes 9.5"), Contains("write 9 or 9m"));
  program.done("solve Islands 1.5h");
}

TEST_CASE("a criterion needs its tier only where several have its id", "[cli]") {
  Evening program;
  CHECK_THAT(program.done("attest sql-dialects --evidence https://example.org"),
             Contains("sql-dialects"));
  CHECK(program.newest().at("tier") == "sql");
  CHECK_THAT(program.refused("attest sql-dialect --evidence x"),
             Contains("no criterion \"sql-dialect\" in any tier") &&
                 Contains("did you mean sql-dialects?"));
}

}  // namespace gradus::cli::few_keys_test
