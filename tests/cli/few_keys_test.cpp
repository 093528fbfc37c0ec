#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <string>

// Recording with as few keys as an evening has patience for.
namespace gradus::cli::few_keys_test {

using Catch::Contains;
using gradus::testing::Answer;
using gradus::testing::Program;
using gradus::testing::read_file;
using nlohmann::json;

namespace {

// On Tuesday 2026-12-01 at 19:00, in the plan's first week: 1h of reading is planned.
class Evening : public Program {
 public:
  Evening() {
    set_today("2026-12-01");
    done("init --start 2026-11-30 --quiet");
  }
  std::string done(const std::string& words) {
    const auto answer = run(words);
    INFO(words << ": " << answer.err);
    REQUIRE(answer.code == 0);
    return answer.out;
  }
  std::string refused(const std::string& words, int code = 2) {
    const auto before = read_file(store());
    const auto answer = run(words);
    INFO(words << ": " << answer.out);
    CHECK(answer.code == code);
    CHECK(answer.out.empty());
    CHECK(read_file(store()) == before);
    return answer.err;
  }
  json newest() { return json::parse(done("entries --limit 1 --json")).at(0); }
};

}  // namespace

TEST_CASE("a problem of the week takes 30 keys", "[cli]") {
  Evening program;
  const std::string line = "gradus solve \"Big Countries\" 3";
  CHECK(line.size() == 30);
  const std::string shorter = "gradus so \"Big Countries\" 3\n";
  CHECK(shorter.size() < 30);
  const auto said = program.done(line.substr(7));
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
  SECTION("with --no-input nobody is asked") {
    program.set_input("20");
    CHECK_THAT(program.refused("spend --no-input"), !Contains("What you paid for"));
  }
}

}  // namespace gradus::cli::few_keys_test
