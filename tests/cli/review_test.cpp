#include "support/checked_program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <string>
#include <vector>

namespace gradus::cli::review_test {

using Catch::Contains;
using Catch::EndsWith;
using Catch::StartsWith;
using gradus::testing::CheckedProgram;
using nlohmann::json;

namespace {

// A program with a plan and one solved problem.
class Learner : public CheckedProgram {
 public:
  Learner() {
    done("init --start 2026-11-30");
    done("solve Ranks 20 --topic joins --difficulty easy --url https://example.org/ranks");
  }

  json list(const std::string& words = "review") { return json::parse(done(words + " --json")); }
  std::string id() {
    return json::parse(done("entries --type problem --json")).at(0).at("id").get<std::string>();
  }

  // So many problems solved on a day, each of so many minutes.
  void solve(int count, const std::string& on, int minutes) {
    const auto file = folder().path() / "solved.jsonl";
    {
      std::ofstream out(file);
      for (int i = 0; i < count; ++i)
        out << json{{"type", "problem"},
                    {"on", on},
                    {"title", fmt::format("{} of {}", i, on)},
                    {"topic", "joins"},
                    {"difficulty", "medium"},
                    {"minutes", minutes}}
            << '\n';
    }
    done("import jsonl " + file.string());
  }
};

}  // namespace

TEST_CASE("a solved problem is due after some days", "[cli]") {
  Learner program;
  CHECK_THAT(program.done("review"),
             Contains("Nothing is due. The next comes up on Thu 2026-12-03."));
  program.set_today("2026-12-03");
  const auto list = program.list();
  REQUIRE(list.at("due").size() == 1);
  const auto& item = list.at("due").at(0);
  CHECK(item.at("id") == program.id());
  CHECK(item.at("of") == "problem");
  CHECK(item.at("title") == "Ranks");
  CHECK(item.at("interval_days") == 3);
  CHECK(item.at("minutes") == 20);
  CHECK(item.at("retrievability").get<double>() == Approx(0.879).margin(0.01));
  CHECK(list.at("date") == "2026-12-03");
  CHECK(list.at("minutes") == 30);
  CHECK(list.at("set_apart") == json::array());
  CHECK(list.at("rest_days") == 0);
  CHECK(list.at("target").is_null());
  CHECK_THAT(program.done("review"), Contains("88%") && Contains("Ranks"));
}

TEST_CASE("the list says what is recalled of each topic and what comes up next", "[cli]") {
  Learner program;
  program.set_today("2026-12-01");
  const auto list = program.list();
  REQUIRE(list.at("topics").size() == 1);
  CHECK(list.at("topics").at(0).at("topic") == "joins");
  CHECK(list.at("topics").at(0).at("title") == "Joins");
  CHECK(list.at("topics").at(0).at("recall").get<double>() == Approx(0.95).margin(0.02));
  const auto& days = list.at("next_days");
  REQUIRE(days.size() == 7);
  for (const auto& day : days) CHECK(day.at("due") == (day.at("on") == "2026-12-03" ? 1 : 0));
  CHECK_THAT(program.done("review"), Contains("1 in the next 7 days: Thu 1"));
  // What is due is no longer to come.
  program.set_today("2026-12-03");
  CHECK_THAT(program.done("review"), !Contains("Coming up"));
}

TEST_CASE("who solved nothing has nothing to review", "[cli]") {
  CheckedProgram program;
  program.done("init --start 2026-11-30");
  CHECK_THAT(program.done("review"), Contains("Nothing to review yet"));
  CHECK(json::parse(program.done("review --json")).at("due") == json::array());
}

TEST_CASE("a grade says when the problem comes up again, and how to undo it", "[cli]") {
  Learner program;
  program.set_today("2026-12-03");
  const auto id = program.id().substr(0, 8);
  const auto answer = program.done("review " + id + " --grade good");
  CHECK_THAT(answer, StartsWith("Ranks: next on Thu 2026-12-17 (in 14 days)\n"));
  CHECK_THAT(answer, Contains("Recorded good for Ranks on Thu 2026-12-03 as ") &&
                         EndsWith("Undo: gradus undo\n"));
  CHECK(program.list().at("due") == json::array());
  program.done("undo");
  CHECK(program.list().at("due").size() == 1);
}

TEST_CASE("a grade is a word, its first letter or its number, in any case", "[cli]") {
  for (const auto* grade : {"HARD", "hard", "2", "H"}) {
    Learner program;
    program.set_today("2026-12-03");
    program.done(fmt::format("review {} --grade {}", program.id(), grade));
    const auto review = json::parse(program.done("entries --type review --json")).at(0);
    CHECK(review.at("grade") == 2);
    CHECK(review.at("of") == "problem");
    CHECK(review.at("item") == program.id());
  }
}

TEST_CASE("with --json a grade is answered by its entry and the day it comes up again", "[cli]") {
  Learner program;
  program.set_today("2026-12-03");
  const auto answer = json::parse(program.done("review " + program.id() + " --grade easy --json"));
  CHECK(answer.at("type") == "review");
  CHECK(answer.at("grade") == 4);
  CHECK(answer.at("title") == "Ranks");
  CHECK(answer.at("due_on") > "2026-12-14");
}

TEST_CASE("the first grade of a day counts", "[cli]") {
  Learner program;
  program.set_today("2026-12-03");
  const auto id = program.id();
  program.done("review " + id + " --grade again");
  CHECK_THAT(program.done("review " + id + " --grade easy"),
             StartsWith("Ranks: the day's first grade counts, so this one moves nothing; next on "
                        "Fri 2026-12-04 (in 1 day)\n"));
}

TEST_CASE("what can't be graded is refused, with what helps", "[cli]") {
  Learner program;
  program.done("log 50m read");
  const auto session =
      json::parse(program.done("entries --type session --json")).at(0).at("id").get<std::string>();
  const auto problem = program.id();
  CHECK_THAT(program.refused("review ffff --grade good"),
             Contains("no entry begins with \"ffff\"") && Contains("gradus review lists"));
  CHECK_THAT(program.refused("review " + session + " --grade good"),
             Contains("is a session, which doesn't come up for review"));
  CHECK_THAT(program.refused("review " + problem + " --grade fine"),
             Contains("--grade \"fine\" is no grade") && Contains("again (not recalled)"));
  CHECK_THAT(program.refused("review " + problem), Contains("needs a grade"));
  CHECK_THAT(program.refused("review --grade good"), Contains("--grade needs what it is for"));
  CHECK_THAT(program.refused("review " + problem + " --grade good --on 2026-12-24"),
             Contains("is in the future"));
  CHECK_THAT(program.refused("review --until 2026-11-01"), Contains("Sun 2026-11-01 is over"));
  program.done("rm " + problem);
  CHECK_THAT(program.refused("review " + problem + " --grade good"),
             Contains("was removed, so there is nothing to grade"));
}

TEST_CASE("a drill is graded by its id", "[cli]") {
  Learner program;
  program.folder().write("drill.jsonl",
                         R"({"type":"drill","on":"2026-11-30","drill":"window-race","seconds":400,)"
                         R"("limit_seconds":600,"passed":true})"
                         "\n");
  program.done("import jsonl $FOLDER/drill.jsonl");
  program.set_today("2026-12-03");
  CHECK(program.list().at("due").size() == 2);
  CHECK_THAT(program.done("review window-race --grade good"), StartsWith("window-race: next on"));
  const auto review = json::parse(program.done("entries --type review --json")).at(0);
  CHECK(review.at("of") == "drill");
  CHECK(review.at("item") == "window-race");
  CHECK_THAT(program.refused("review window-rase --grade good"), Contains("window-race"));
}

TEST_CASE("after a pause the list fits the day, and says how long the rest takes", "[cli]") {
  Learner program;
  program.solve(12, "2026-11-30", 10);
  program.set_today("2026-12-21");
  const auto list = program.list();
  CHECK(list.at("due").size() == 3);
  int minutes = 0;
  for (const auto& item : list.at("due")) minutes += item.at("minutes").get<int>();
  CHECK(minutes == 30);
  CHECK(list.at("rest_days") == 4);  // 110 minutes
  CHECK(program.list("review --minutes 60").at("rest_days") == 2);
  CHECK_THAT(program.done("review"),
             Contains("What else is due takes about 4 days more like this one."));
}

TEST_CASE("something is listed however short the day is", "[cli]") {
  Learner program;
  program.set_today("2026-12-03");
  CHECK(program.list("review --minutes 5").at("due").size() == 1);
}

TEST_CASE("what is nearly forgotten is set apart", "[cli]") {
  Learner program;
  program.solve(3, "2026-11-30", 10);
  program.set_today("2027-11-01");
  program.solve(1, "2027-10-25", 10);
  const auto list = program.list();
  REQUIRE(list.at("due").size() == 1);
  CHECK(list.at("due").at(0).at("title") == "0 of 2027-10-25");
  CHECK(list.at("set_apart").size() == 4);
  for (const auto& item : list.at("set_apart")) CHECK(item.at("retrievability") < 0.5);
  CHECK_THAT(program.done("review"), Contains("To learn again") && Contains("2 still fit"));
}

TEST_CASE("where all is nearly forgotten, one is listed", "[cli]") {
  Learner program;
  program.set_today("2027-11-01");
  const auto list = program.list();
  CHECK(list.at("due").size() == 1);
  CHECK(list.at("set_apart") == json::array());
}

TEST_CASE("until an interview, what helps most there is reviewed", "[cli]") {
  Learner program;
  program.solve(6, "2026-11-30", 10);
  program.set_today("2026-12-01");
  CHECK(program.list().at("due") == json::array());
  const auto list = program.list("review --until +10d");
  CHECK_FALSE(list.at("due").empty());
  const auto& target = list.at("target");
  CHECK(target.at("date") == "2026-12-11");
  CHECK(target.at("recall_after") > target.at("recall_before"));
  CHECK_THAT(program.done("review --until 2026-12-11"),
             Contains("On Fri 2026-12-11 you can expect to recall"));
}

TEST_CASE("today's review block says how long the reviews may take", "[cli]") {
  Learner program;
  program.set_today("2026-12-06");  // a Sunday, with an hour of review
  CHECK(program.list().at("minutes") == 60);
}

TEST_CASE("while the day's review block is open, today names what to review", "[cli]") {
  Learner program;
  program.solve(3, "2026-11-30", 5);
  program.set_today("2026-12-05");
  CHECK_THAT(program.done("today"), Contains("Review:  4 for today, 35m (gradus review)") ||
                                        Contains("Review:  3 for today, 15m (gradus review)"));
  program.set_today("2026-12-06");
  CHECK_THAT(program.done("today"),
             Contains("Review:  0 of 2026-11-30, 1 of 2026-11-30 and 2 more (gradus review)"));
  CHECK(json::parse(program.done("today --json")).at("to_review").size() == 4);
  for (const auto* title : {"A", "B", "C"})
    program.done(std::string("solve ") + title +
                 " 30 --topic joins --difficulty easy --attempts 3 --on 2026-12-05");
  CHECK_THAT(program.done("today"), Contains("weak: joins (gradus pace --by topic)"));
  CHECK(json::parse(program.done("today --json")).at("weak_topics").at(0) == "joins");
  program.done("log 1h review");
  CHECK_THAT(program.done("today"), !Contains("Review:"));
}

TEST_CASE("the retention of the settings brings things up sooner", "[cli]") {
  Learner program;
  program.folder().write("gradus/config.toml", "retention = 0.95\n");
  program.set_environment("XDG_CONFIG_HOME", program.folder().path().string());
  program.set_today("2026-12-01");
  CHECK(program.list().at("due").empty());
  program.set_today("2026-12-02");
  CHECK_FALSE(program.list("review --json").empty());
  program.folder().write("gradus/config.toml", "retention = 0.99\n");
  CHECK_THAT(program.refused("review"), Contains("retention must be a number from 0.8 to 0.95"));
}

TEST_CASE("on a terminal the list is gone through, and each grade is saved at once", "[cli]") {
  Learner program;
  program.solve(2, "2026-11-30", 5);
  program.set_today("2026-12-03");
  program.set_terminal_width(80);
  program.set_environment("BROWSER", "fox");
  program.add_program("fox");
  program.set_inputs({"what", "o", "good", "q"});
  const auto answer = program.run("review");
  CHECK(answer.code == 0);
  CHECK(program.launched().size() == 1);
  CHECK_THAT(answer.shown, Contains("1 of 3: ") && Contains("How did it go?") &&
                               Contains("Type again, hard, good or easy"));
  CHECK_THAT(answer.shown, Contains("2 of 3: "));
  program.set_terminal_width(0);
  CHECK(json::parse(program.done("entries --type review --json")).size() == 1);
}

TEST_CASE("an empty line asks again, and grades are summed up at the end", "[cli]") {
  Learner program;
  program.solve(3, "2026-11-30", 5);
  program.set_today("2026-12-04");
  program.set_terminal_width(80);
  program.set_inputs({"", "good", "s", "again", "easy"});
  const auto answer = program.run("review");
  CHECK(answer.code == 0);
  CHECK_THAT(answer.shown, Contains("Type again, hard, good or easy") && !Contains("Next:"));
  CHECK_THAT(answer.shown, Contains("; recorded as "));
  CHECK_THAT(answer.shown, Contains("reviewed: 1 again, 1 good"));
  CHECK_THAT(answer.shown, Contains("of today's 30m are left") && Contains("due."));
  CHECK_THAT(answer.shown, EndsWith("(once for each, the last first)\n"));
}

TEST_CASE("leaving without a grade records nothing, and says so", "[cli]") {
  Learner program;
  program.set_today("2026-12-03");
  program.set_terminal_width(80);
  program.set_inputs({"q"});
  CHECK_THAT(program.run("review").shown, EndsWith("Nothing was recorded.\n"));
}

TEST_CASE("a drill's question is shown before its grade, and its points on a key", "[cli]") {
  CheckedProgram program;
  program.done("init --start 2026-11-30");
  program.done("drill plan-aloud --seconds 55 --said all");
  program.set_today("2026-12-03");
  CHECK(json::parse(program.done("review --json")).at("due").at(0).at("title") ==
        "A plan read aloud");
  program.set_terminal_width(80);
  program.set_inputs({"p", "good"});
  const auto answer = program.run("review");
  CHECK_THAT(answer.shown, Contains("Within 60 seconds") && Contains("points of a good answer") &&
                               Contains("1.  began at the scans"));
  CHECK_THAT(answer.shown, Contains("1 reviewed: 1 good."));
  program.done("undo");
  program.set_inputs({"points", "hard"});
  const auto single = program.run("review plan-aloud");
  CHECK_THAT(single.shown, Contains("Within 60 seconds") && Contains("1.  began at the scans") &&
                               Contains("Recorded hard for plan-aloud"));
}

TEST_CASE("a second review of the day offers what is left of its time", "[cli]") {
  Learner program;
  program.solve(8, "2026-11-30", 10);
  program.set_today("2026-12-08");  // a Tuesday, with half an hour
  for (int i = 0; i < 3; ++i) {
    const auto list = program.list();
    CHECK(list.at("minutes") == 30);
    CHECK(list.at("left_minutes") == 30 - 10 * i);
    CHECK(list.at("reviewed") == i);
    program.done("review " + list.at("due").at(0).at("id").get<std::string>() + " --grade good");
  }
  const auto done = program.list();
  CHECK(done.at("left_minutes") == 0);
  CHECK(done.at("full") == true);
  CHECK(done.at("due").size() == 1);
  CHECK_THAT(program.done("review"),
             Contains("Today's review (30m) is done: 3 reviewed. 6 more are due.") &&
                 Contains("Next: gradus review --minutes 15"));
  CHECK_THAT(program.done("today"), Contains("Review:  done for today, 3 reviewed"));
  CHECK(program.list("review --minutes 20").at("due").size() == 2);
  program.set_terminal_width(80);
  program.set_inputs({"good"});
  CHECK_THAT(program.run("review").shown, !Contains("How did it go?"));
}

TEST_CASE("a review block that is logged is not offered again", "[cli]") {
  Learner program;
  program.solve(3, "2026-11-30", 10);
  program.set_today("2026-12-06");
  program.done("log 40m review");
  CHECK_THAT(program.done("review"), Contains("20m of 1h left"));
  program.done("log 20m review");
  CHECK_THAT(program.done("review"), Contains("Today's review (1h) is done."));
}

TEST_CASE("an imported review of an unknown problem is kept, and told", "[cli]") {
  Learner program;
  const auto line = [](const char* item) {
    return fmt::format(R"({{"type":"review","on":"2026-11-30","item":"{}","grade":3}})", item) +
           "\n";
  };
  program.folder().write("lost.jsonl", line("11111111-1111-4111-8111-111111111111") +
                                           line("21111111-1111-4111-8111-111111111111"));
  const auto answer = program.run("import jsonl $FOLDER/lost.jsonl");
  CHECK(answer.code == 0);
  CHECK_THAT(answer.err, Contains("2 reviews name a problem that the journal doesn't have"));
  CHECK(json::parse(program.done("entries --type review --json")).size() == 2);
  program.done("undo");
  program.folder().write("known.jsonl", line(program.id().c_str()));
  const auto known = program.run("import jsonl $FOLDER/known.jsonl --json");
  CHECK_THAT(known.err, !Contains("doesn't have"));
  CHECK(json::parse(known.out).at("lost_reviews") == 0);
}

TEST_CASE("a review of a time to come is not imported", "[cli]") {
  Learner program;
  program.folder().write("ahead.jsonl", fmt::format(R"({{"type":"review","on":"2027-01-01",)"
                                                    R"("item":"{}","grade":3}})",
                                                    program.id()) +
                                            "\n");
  CHECK_THAT(program.refused("import jsonl $FOLDER/ahead.jsonl"), Contains("in the future"));
}

TEST_CASE("a review under its former name is the same entry", "[cli]") {
  Learner program;
  const auto line = [&](const std::string& name) {
    return fmt::format(R"({{"type":"review","on":"2026-11-30","{}":"{}","grade":3}})", name,
                       program.id()) +
           "\n";
  };
  program.folder().write("reviews.jsonl", line("problem"));
  CHECK_THAT(program.done("import jsonl $FOLDER/reviews.jsonl"), StartsWith("Imported 1 new"));
  program.folder().write("reviews.jsonl", line("item"));
  CHECK_THAT(program.done("import jsonl $FOLDER/reviews.jsonl"), Contains("1 entry known already"));
}

}  // namespace gradus::cli::review_test
