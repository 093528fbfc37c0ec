#include "support/program.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace gradus::cli::grammar_test {

using gradus::testing::Program;
using gradus::testing::read_file;

namespace {

// What a command line says that is refused as bad input, and changes nothing.
std::string refused(Program& program, const std::string& words) {
  const auto before = read_file(program.store());
  const auto answer = program.run(words);
  INFO(words << '\n' << answer.out << answer.err);
  CHECK(answer.code == 2);
  CHECK(answer.out.empty());
  CHECK(read_file(program.store()) == before);
  return answer.err;
}

}  // namespace

TEST_CASE("what stands before a command that doesn't take it is refused by name", "[cli]") {
  Program program;
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  CHECK(refused(program, "plan break 2026-12-20 2026-12-24 list") ==
        "gradus: gradus plan break list doesn't take \"2026-12-20\", \"2026-12-24\"\n"
        "  hint: leave out what belongs to another command; see gradus plan break list --help\n");
  CHECK_THAT(refused(program, "plan break list extra"), Catch::Contains("\"extra\""));
  CHECK_THAT(refused(program, "plan break --note hi list"), Catch::Contains("take --note"));
  CHECK_THAT(refused(program, "plan break list --what-if"), Catch::Contains("take --what-if"));
  CHECK_THAT(refused(program, "plan --finish-by 2027-05-30 stretch sql --to 8"),
             Catch::Contains("gradus plan stretch doesn't take --finish-by"));
  CHECK_THAT(refused(program, "plan stretch sql --to 8 --wide"), Catch::Contains("take --wide"));
  CHECK_THAT(refused(program, "plan --wide break --note x list"),
             Catch::Contains("--note") && Catch::Contains("--wide"));
}

TEST_CASE("a what-if before the command it is for stores nothing", "[cli]") {
  Program program;
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  REQUIRE(program.run("plan break 2026-12-20 2026-12-24").code == 0);
  CHECK(refused(program, "plan break --what-if rm 2026-12-20") ==
        "gradus: --what-if is before rm, where it would be lost\n"
        "  hint: write it at the end: gradus plan break rm … --what-if\n");
  CHECK(program.run("plan break rm 2026-12-20 --what-if").code == 0);
  CHECK_THAT(program.run("plan break list").out, Catch::Contains("2026-12-20"));
}

TEST_CASE("gradus's own options stand anywhere", "[cli]") {
  Program program;
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  for (const char* words : {"--json plan break list", "plan --json break list",
                            "plan break --json list", "plan break list --json"}) {
    INFO(words);
    CHECK(program.run(words).out == "[]\n");
  }
}

TEST_CASE("a misspelt command or option lists the nearest", "[cli]") {
  Program program;
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  CHECK(refused(program, "plan brake 2026-12-20 2026-12-24") ==
        "gradus: unknown command \"brake\" of gradus plan\n  hint: did you mean break?\n");
  CHECK_THAT(refused(program, "plan zzzzzz"),
             Catch::Contains("its commands are compress, stretch, available, break, module"));
  CHECK(refused(program, "plan --finsh-by 2027-05-30") ==
        "gradus: unknown option \"--finsh-by\" of gradus plan\n  hint: did you mean "
        "--finish-by?\n");
  CHECK_THAT(refused(program, "plan --finsh-by=2027-05-30"), Catch::Contains("--finish-by?"));
  CHECK_THAT(refused(program, "today --jsn"), Catch::Contains("did you mean --json?"));
}

TEST_CASE("commands and options may be shortened while only one is meant", "[cli]") {
  Program program;
  REQUIRE(program.run("ini --start 2026-11-30").code == 0);
  CHECK(program.run("wee w2").out == program.run("week w2").out);
  CHECK(program.run("plan br li --js").out == "[]\n");
  CHECK(program.run("cur li").out == program.run("curriculum list").out);
  REQUIRE(program.run("solve Trips --topic joins --diff easy --min 9").code == 0);
  REQUIRE(program.run("solve Orders -t joins -d hard -m 25 -n hash").code == 0);
  REQUIRE(program.run("log 50m review -tjoins --note=--what-if").code == 0);
  CHECK(program.run("entries").out.find("hard joins in 25m: Orders") != std::string::npos);

  CHECK(refused(program, "re") ==
        "gradus: \"re\" could be replan, resume, review, redo, ready, report or restore\n"
        "  hint: type a little more of the one you mean\n");
  CHECK(refused(program, "solve Trips --to joins") ==
        "gradus: \"--to\" could be --today or --topic of gradus solve\n"
        "  hint: type a little more of the one you mean\n");
  CHECK_THAT(refused(program, "track x"), Catch::Contains("unknown command \"x\""));
}

TEST_CASE("a name that others begin with is itself", "[cli]") {
  Program program;
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  // start and stop, unlock and undo, plan and its options.
  CHECK(program.run("plan").code == 0);
  CHECK(program.run("run ok nightly").code == 0);
  CHECK(program.run("rm xxxx").code == 2);
}

TEST_CASE("words that are values are never taken for commands or options", "[cli]") {
  Program program;
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  REQUIRE(program.run("log 50m read --note rea").code == 0);
  REQUIRE(program.run("solve -t joins -d easy -m 9 -- --tricky").code == 0);
  const auto entries = program.run("entries").out;
  CHECK(entries.find("rea") != std::string::npos);
  CHECK(entries.find("--tricky") != std::string::npos);
}

TEST_CASE("choices are taken in any case", "[cli]") {
  Program program;
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  CHECK(program.run("log 50m Lab").code == 0);
  CHECK(program.run("solve Trips -t joins -d EASY -m 9").code == 0);
  CHECK_THAT(refused(program, "log 50m LABS"), Catch::Contains("did you mean lab?"));
}

TEST_CASE("an unknown option is told before anything that is missing", "[cli]") {
  Program program;
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  CHECK(refused(program, "solve --topics joins") ==
        "gradus: unknown option \"--topics\" of gradus solve\n  hint: did you mean --topic?\n");
  CHECK(refused(program, "log -x") ==
        "gradus: unknown option \"-x\" of gradus log\n  hint: see gradus log --help\n");
}

TEST_CASE("a switch takes yes and no, and nothing else", "[cli]") {
  Program program;
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  CHECK(program.run("log 50m read --quiet=yes").out.empty());
  CHECK_FALSE(program.run("log 50m read --quiet=off").out.empty());
  CHECK(refused(program, "log 50m read --quiet=maybe") ==
        "gradus: --quiet \"maybe\" is neither yes nor no\n"
        "  hint: --quiet alone switches it on, --quiet=no off\n");
}

TEST_CASE("help COMMAND is COMMAND --help", "[cli]") {
  Program program;
  CHECK(program.run("help plan break").out == program.run("plan break --help").out);
  CHECK(program.run("help").out == program.run("--help").out);
  CHECK_THAT(refused(program, "help pln"), Catch::Contains("did you mean plan?"));
}

TEST_CASE("a break is dated by days that can be typed", "[cli]") {
  Program program;
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  for (const char* words : {"plan break 2026-13-01 2026-12-30", "plan break 2026-12-30 x",
                            "plan break lst", "plan break rm x"}) {
    const auto said = refused(program, words);
    CHECK_THAT(said, Catch::Contains("hint: write YYYY-MM-DD, tomorrow, +3d"));
  }
}

TEST_CASE("no availability at all is bad input wherever it stands", "[cli]") {
  Program program;
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  CHECK_THAT(refused(program, "plan available ''"), Catch::Contains("its value is empty"));
  CHECK_THAT(refused(program, "init --track other --available ''"),
             Catch::Contains("its value is empty"));
  CHECK(program.run("plan available ' tue = 1h , sat=6h' --what-if").code == 0);
}

}  // namespace gradus::cli::grammar_test
