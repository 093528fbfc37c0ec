#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace gradus::cli::planning_test {

using gradus::testing::Program;
using gradus::testing::read_file;
using nlohmann::json;

namespace {

// A program with the built-in curriculum laid from 2026-11-30.
class Planner {
 public:
  Planner() { run("init --start 2026-11-30 --stack us"); }

  int run(const std::string& words) { return program_.run(words).code; }
  json answer(const std::string& words) {
    const auto answer = program_.run(words + " --json");
    INFO(words << '\n' << answer.out << answer.err);
    CHECK(answer.code == 0);
    return json::parse(answer.out);
  }
  // The error's message, of a request that a rule refuses.
  std::string refusal(const std::string& words) {
    const auto answer = program_.run(words);
    INFO(words << '\n' << answer.out << answer.err);
    CHECK(answer.code == 4);
    return answer.err;
  }
  void sign(const std::string& tier, const std::vector<std::string>& criteria) {
    for (const auto& each : criteria)
      REQUIRE(run(fmt::format("attest {0}/{0}-{1} --placement --evidence done", tier, each)) == 0);
  }
  Program& program() { return program_; }

 private:
  Program program_{"2026-11-30"};
};

std::vector<int> weeks_of_tiers(const json& plan) {
  std::vector<int> weeks;
  for (const auto& tier : plan["tiers"]) weeks.push_back(tier["weeks"].get<int>());
  return weeks;
}

int total_minutes(const json& plan) {
  int total = 0;
  for (const auto& week : plan["weeks"]) total += week["minutes"].get<int>();
  return total;
}

// Every block before the day, without the mark of a re-plan.
json past_blocks(const json& plan, const std::string& day) {
  auto blocks = json::array();
  for (const auto& week : plan["weeks"])
    for (const auto& block : week["blocks"])
      if (block["on"].get<std::string>() < day)
        blocks.push_back({block["on"], block["minutes"], block["kind"]});
  std::sort(blocks.begin(), blocks.end());
  return blocks;
}

const std::vector<std::string> half{"window-30", "cte-chain", "conditional-aggregation",
                                    "plan-reading"};
const std::vector<std::string> rest{"dialects", "problems", "speed-gate"};

}  // namespace

TEST_CASE("a senior analyst with a full placement takes SQL in two weeks", "[cli]") {
  Planner planner;
  CHECK(planner.refusal("plan compress sql --to 2").find("placement") != std::string::npos);
  planner.sign("sql", half);
  CHECK(planner.refusal("plan compress sql --to 2")
            .find("the minimum with this placement is 3 weeks") != std::string::npos);
  CHECK(weeks_of_tiers(planner.answer("plan compress sql --to 3 --what-if")) ==
        std::vector{3, 4, 4, 4, 4, 5});
  planner.sign("sql", rest);
  CHECK(planner.refusal("plan compress cloud --to 2").find("never compressed") !=
        std::string::npos);

  REQUIRE(planner.run("plan compress sql --to 2") == 0);
  const json plan = planner.answer("plan");
  CHECK(weeks_of_tiers(plan) == std::vector{2, 4, 4, 4, 4, 6});
  CHECK(plan["finish"] == "2027-05-16");
  CHECK(total_minutes(plan) == 10'080);
  const json portfolio = json::parse(planner.program().run("ready portfolio --json").out);
  CHECK(portfolio["criteria"][4]["need"] == 50);
  const json sql = json::parse(planner.program().run("ready sql --json").out);
  CHECK(sql["criteria"][5]["need"] == 100);
  CHECK(sql["met"] == 0);  // a placement passes nothing
}

TEST_CASE("stretched tiers move the finish and keep their sums", "[cli]") {
  Planner planner;
  const json sql = planner.answer("plan stretch sql --to 8");
  CHECK(sql["finish"] == "2027-05-30");
  CHECK(sql["weeks"][0]["minutes"] == 315);
  const json spark = planner.answer("plan stretch spark --to 6");
  CHECK(spark["finish"] == "2027-06-13");
  CHECK(total_minutes(spark) == 10'080);
  CHECK(spark["slip_days"] == 28);
}

TEST_CASE("a tier compressed or stretched in the middle of it keeps the past", "[cli]") {
  Planner planner;
  planner.sign("sql", half);
  planner.sign("sql", rest);
  planner.program().set_today("2026-12-24");
  const auto before = planner.answer("plan");
  const auto fewer = planner.answer("plan compress sql --to 3");
  CHECK(past_blocks(fewer, "2026-12-24") == past_blocks(before, "2026-12-24"));
  CHECK(planner.answer("plan stretch portfolio --to 8")["tiers"].back()["weeks"] == 8);
}

TEST_CASE("a tier stretched after a re-plan keeps what remains of it", "[cli]") {
  Planner planner;
  planner.program().set_today("2026-12-06");
  CHECK(planner.run("log 7h lab") == 0);
  planner.program().set_today("2026-12-13");
  CHECK(planner.run("log 7h lab") == 0);
  planner.program().set_today("2026-12-14");
  CHECK(planner.run("replan --apply extend") == 0);
  CHECK(total_minutes(planner.answer("plan stretch sql --to 8")) == 10'080 - 2 * 420);
}

TEST_CASE("a tier stretched in the middle of a week that was planned again", "[cli]") {
  Planner planner;
  planner.program().set_today("2026-12-05");
  const auto again = planner.answer("replan --apply extend");
  CHECK(again["tiers"][0]["from"] == "2026-11-30");
  planner.program().set_today("2026-12-13");
  const auto plan = planner.answer("plan stretch sql --to 7");
  CHECK(plan["tiers"][0]["from"] == "2026-11-30");
  std::string last;
  for (const auto& week : plan["weeks"]) {
    CHECK(last < week["from"].get<std::string>());
    last = week["to"].get<std::string>();
    CHECK(week["minutes"] == (week["tier"] == "sql" ? 360 : 420));
    for (const auto& block : week["blocks"])
      CHECK((block.value("past", false) == (block["on"].get<std::string>() < "2026-12-13")));
  }
  CHECK(past_blocks(plan, "2026-12-13") == past_blocks(again, "2026-12-13"));
}

TEST_CASE("what was studied today is not planned for today again", "[cli]") {
  Planner planner;
  planner.program().set_today("2026-12-01");
  CHECK(planner.run("log 1h read") == 0);
  const auto plan = planner.answer("replan --apply extend");
  std::vector<std::string> days;
  for (const auto& block : plan["weeks"][0]["blocks"])
    days.push_back(block["on"].get<std::string>());
  CHECK(days == std::vector<std::string>{"2026-12-02", "2026-12-03", "2026-12-05", "2026-12-06"});
}

TEST_CASE("a module whose home week is over goes into the week of the day", "[cli]") {
  Planner planner;
  planner.program().set_today("2027-02-25");
  const auto plan = planner.answer("plan module add query-tuning");
  CHECK(total_minutes(plan) == 10'080 + 240);
  std::string last;
  for (const auto& week : plan["weeks"]) {
    CHECK(last < week["from"].get<std::string>());
    last = week["to"].get<std::string>();
    if (week["week"] == "w6") CHECK(week["modules"].empty());
  }
  CHECK(plan["weeks"][12]["modules"] == json{"query-tuning"});
  CHECK(planner.answer("plan")["weeks"] == plan["weeks"]);
}

// A year and more of missed hours and of hours on other days than planned.
TEST_CASE("the command that a date asks for gives exactly the plan it showed", "[cli]") {
  Planner planner;
  REQUIRE(planner.run("log 2h lab --on 2026-11-30") == 0);
  planner.program().set_today("2026-12-17");
  REQUIRE(planner.run("log 3h read --on 2026-12-12") == 0);
  REQUIRE(planner.run("log 30m read") == 0);
  const auto asked = planner.answer("plan --finish-by 2027-05-23");
  const auto command = asked["finish_by"]["command"].get<std::string>();
  CHECK(command == "gradus replan --finish-by 2027-05-23");
  CHECK_THAT(planner.program().run("plan --finish-by 2027-05-23").out,
             Catch::Contains("Next: " + command + "\n"));
  const auto what_if = planner.answer("replan --finish-by 2027-05-23 --what-if");
  const auto plan = planner.answer("replan --finish-by 2027-05-23");
  for (const auto* key : {"weeks", "tiers", "finish", "slip_days", "warnings"}) {
    INFO(key);
    CHECK(plan[key] == asked[key]);
    CHECK(what_if[key] == asked[key]);
  }
  CHECK(plan["available"] == asked["finish_by"]["available"]);
  CHECK(plan["fit"] == "flow");
  CHECK(planner.answer("plan")["weeks"] == asked["weeks"]);
  CHECK(planner.program().run("replan --finish-by 2027-05-23 --apply extend").code == 2);
}

TEST_CASE("plan available changes the weekdays it is told, and shows the week", "[cli]") {
  Planner planner;
  const std::string usual =
      "tue=1h@19:00:read,wed=1h@19:00:read,thu=1h@19:00:read,sat=3h@09:00:lab,sun=1h@10:00:review";
  const json shown = planner.answer("plan available");
  CHECK(shown["available"] == usual);
  CHECK(shown["minutes_per_week"] == 420);
  CHECK(shown["fit"] == "weekly");
  CHECK(
      shown["days"][1] ==
      json::parse(R"({"day": "tue", "slots": [{"at": "19:00", "minutes": 60, "kind": "read"}]})"));
  CHECK(shown["days"][0]["slots"].empty());
  CHECK_THAT(planner.program().run("plan available").out,
             Catch::Contains("Your week: 7h") && Catch::Contains("Tue:  1h at 19:00, read"));

  const json more = planner.answer("plan available thu=2h");
  CHECK(more["available"] ==
        "tue=1h@19:00:read,wed=1h@19:00:read,thu=2h,sat=3h@09:00:lab,sun=1h@10:00:review");
  CHECK(planner.answer("plan available")["minutes_per_week"] == 480);
  CHECK(planner.answer("plan available thu=0")["minutes_per_week"] == 360);
  const json flow = planner.answer("plan available --fit flow");
  CHECK(flow["fit"] == "flow");
  CHECK(flow["minutes_per_week"] == 360);
  CHECK(planner.answer("plan available mon=2h,sat=5h --only")["available"] == "mon=2h,sat=5h");
  CHECK(planner.answer("plan available")["fit"] == "flow");
  CHECK(planner.program().run("plan available --only").code == 2);
  for (const char* words :
       {"plan available sat=6h", "plan available sat=6h", "plan available --fit flow"})
    CHECK_THAT(planner.program().run(words).out,
               Catch::Contains("Your week:  8h, fit flow: mon=2h,sat=6h"));
}

TEST_CASE("a break moves what follows, and taken back it leaves no trace", "[cli]") {
  Planner planner;
  const json before = planner.answer("plan");
  const json broken = planner.answer("plan break 2026-12-30 2027-01-08 --note Holiday");
  for (std::size_t week = 0; week < 4; ++week)
    CHECK(broken["weeks"][week] == before["weeks"][week]);
  CHECK(broken["finish"] == "2027-05-26");
  CHECK(broken["warnings"].empty());
  CHECK(planner.program().run("plan").out.find("Holiday") != std::string::npos);
  CHECK(planner.answer("plan break list")[0]["from"] == "2026-12-30");
  REQUIRE(planner.run("plan break rm 2026-12-30") == 0);
  CHECK(planner.answer("plan") == before);
}

TEST_CASE("an answer says first what this step does, then the whole slip", "[cli]") {
  Planner planner;
  const auto said = [&](const std::string& words) {
    const auto out = planner.program().run(words).out;
    return out.substr(0, out.find("\n\n") + 1);
  };
  CHECK(said("plan stretch sql --to 8") ==
        "This step:  the finish moves 14 days later (it was Sun 2027-05-16); SQL 5h15m a plan week "
        "instead of 7h\n"
        "Finish:     Sun 2027-05-30, 14 days later than first planned (2027-05-16)\n"
        "Weeks:      26 instead of 24\n");
  CHECK(said("plan break 2027-01-04 2027-01-10") ==
        "This step:  the finish moves 7 days later (it was Sun 2027-05-30); as many hours a week "
        "as before\n"
        "Finish:     Sun 2027-06-06, 21 days later than first planned (2027-05-16)\n"
        "Weeks:      26, as before\n");
  CHECK_THAT(said("plan break rm 2027-01-04"),
             Catch::StartsWith("This step:  the finish moves 7 days earlier (it was Sun "
                               "2027-06-06)"));
  CHECK(said("plan available sun=2h --fit weekly")
            .starts_with("This step:  the finish stays where it was; 8h a week instead of 7h\n"));
  const json step = planner.answer("plan available sun=3h --fit flow")["step"];
  CHECK(step["days"].get<int>() < 0);
  CHECK(step["finish_was"] == "2027-05-30");
  CHECK(step["minutes_per_week_was"] == 480);
  CHECK(step["fit_was"] == "weekly");
}

TEST_CASE("plan --explain says why a week and its blocks are where they are", "[cli]") {
  Planner planner;
  planner.run("plan break 2026-12-08 2026-12-09 --note Oslo");
  const auto week = planner.answer("plan --explain w2");
  CHECK(week["begins"]["on"] == "2026-12-07");
  CHECK(week["begins"]["because"] == "seven-days");
  CHECK(week["begins"]["after"] == 1);
  CHECK(week["begins"]["moved_past"].is_null());
  CHECK(week["breaks"][0]["note"] == "Oslo");
  CHECK(week["blocks"][0]["slot"] == json({{"at", "19:00"}, {"minutes", 60}, {"kind", "read"}}));
  CHECK(week["blocks"][0]["because"] == "hint");
  CHECK(planner.program().run("plan --explain 2").out == R"(Why week 2 is where it is: Joins

Begins:  Mon 2026-12-07: 7 days after week 1 (SQL foundations) began, on Mon 2026-11-30
Order:   after week 1 (SQL foundations); no week is skipped
Time:    all of its 7h
Break:   2026-12-08 → 2026-12-09, Oslo: no blocks

Blocks
  day             at     hours  for     why
  ──────────────  ─────  ─────  ──────  ─────────────────────────────
  Thu 2026-12-10  19:00     1h  read    thu=1h@19:00, kept for read
  Sat 2026-12-12  09:00     3h  lab     sat=3h@09:00, kept for lab
  Sun 2026-12-13  10:00     1h  review  sun=1h@10:00, kept for review
  Tue 2026-12-15  19:00     1h  read    tue=1h@19:00, kept for read
  Wed 2026-12-16  19:00     1h  read    wed=1h@19:00, kept for read
)");
  CHECK(planner.program().run("plan --explain w99").code == 2);
}

TEST_CASE("a terminal shows the plan around now, a pipe all of it", "[cli]") {
  Planner planner;
  const auto lines_with = [&](const std::string& words, const char* part) {
    const auto out = planner.program().run(words).out;
    INFO(out);
    std::size_t count = 0;
    for (auto at = out.find(part); at != std::string::npos; at = out.find(part, at + 1)) ++count;
    return count;
  };
  CHECK(lines_with("plan", "Interviews ") == 1);
  CHECK(lines_with("plan --tier portfolio", "Joins") == 0);
  CHECK(lines_with("plan --tier portfolio", "Interviews ") == 1);
  CHECK(planner.program().run("plan --tier portfoli").code == 2);
  CHECK(planner.answer("plan --tier portfolio")["weeks"].size() == 2);
  planner.program().set_terminal_width(100);
  CHECK(lines_with("plan", "Interviews ") == 0);
  CHECK(lines_with("plan", "Joins") == 1);
  CHECK(lines_with("plan", "gradus plan --all shows all weeks") == 1);
  CHECK(lines_with("plan --all", "Interviews ") == 1);
  CHECK(planner.answer("plan")["weeks"].size() == 24);
  planner.program().set_terminal_width(40);
  CHECK(lines_with("plan", "Joins") == 0);
  CHECK(lines_with("plan", "2027-01-10") == 1);
}

TEST_CASE("a break may be one day, and a past one moves nothing", "[cli]") {
  Planner planner;
  const json before = planner.answer("plan");
  CHECK(planner.answer("plan break sat")["breaks"][0] ==
        json::parse(R"({"from": "2026-12-05", "to": "2026-12-05", "note": ""})"));
  CHECK(planner.answer("plan")["weeks"][0]["blocks"].back()["on"] == "2026-12-10");
  REQUIRE(planner.run("undo") == 0);
  planner.program().set_today("2026-12-08");
  const auto past = planner.program().run("plan break -5d 2026-12-06 --note flu");
  CHECK(past.code == 0);
  CHECK_THAT(past.err, Catch::Contains("it moves nothing"));
  CHECK(planner.answer("plan")["weeks"] == before["weeks"]);
  CHECK(planner.answer("plan break list")[0]["from"] == "2026-12-03");
}

TEST_CASE("after two missed weeks there are three ways to go on", "[cli]") {
  Planner planner;
  const json before = planner.answer("plan");
  planner.program().set_today("2026-12-14");
  const json options = planner.answer("replan")["options"];
  REQUIRE(options.size() == 3);
  for (const auto& option : options) {
    CHECK(option["finish"].is_string());
    CHECK(option["minutes_per_week"].get<int>() > 0);
    CHECK_FALSE(option["limit"].get<std::string>().empty());
    CHECK(option["tiers"].size() == 6);
  }
  CHECK(options[0]["slip_days"] == 14);
  CHECK(options[1]["slip_days"].get<int>() <= 0);
  CHECK(planner.answer("plan") == before);  // bare, it stores nothing

  const json after = planner.answer("replan --apply extend");
  CHECK(after["finish"] == "2027-05-30");
  CHECK(after["slip_days"] == 14);
  CHECK(after["baseline_finish"] == "2027-05-16");
  CHECK(past_blocks(after, "2026-12-14") == past_blocks(before, "2026-12-14"));
  CHECK(after["weeks"][0]["blocks"][0]["past"] == true);
  CHECK(total_minutes(after) == 10'080);
  const json once = planner.answer("plan");
  REQUIRE(planner.run("replan --apply extend") == 0);
  CHECK(planner.answer("plan") == once);
}

TEST_CASE("a plan in step stays as it is", "[cli]") {
  Planner planner;
  planner.program().set_today("2026-12-03");
  REQUIRE(planner.run("log 1h read --on 2026-12-01") == 0);
  REQUIRE(planner.run("log 1h read --on 2026-12-02") == 0);
  const json after = planner.answer("replan --apply extend");
  CHECK(after["slip_days"] == 0);
  CHECK(after["weeks"][0]["minutes"] == 300);
  CHECK(after["weeks"][1]["from"] == "2026-12-07");
}

TEST_CASE("a what-if stores nothing", "[cli]") {
  Planner planner;
  const std::string before = read_file(planner.program().store());
  for (const char* words :
       {"plan stretch sql --to 8", "plan break 2026-12-30 2027-01-08", "plan available sat=8h",
        "plan module add core", "replan --apply trim", "init --track other"}) {
    INFO(words);
    CHECK(planner.run(std::string(words) + " --what-if") == 0);
    CHECK(read_file(planner.program().store()) == before);
  }
}

TEST_CASE("every change of a plan can be undone", "[cli]") {
  Planner planner;
  planner.program().set_today("2026-12-14");
  const json before = planner.answer("plan");
  for (const char* words :
       {"plan stretch sql --to 8", "plan break 2026-12-30 2027-01-08", "plan available sat=8h",
        "plan module add core", "replan --apply trim"}) {
    INFO(words);
    REQUIRE(planner.run(words) == 0);
    REQUIRE(planner.run("undo") == 0);
    CHECK(planner.answer("plan") == before);
  }
}

TEST_CASE("one short evening a day is enough for a plan, none is not", "[cli]") {
  Planner planner;
  const json plan =
      planner.answer("plan available mon=59m,tue=59m,wed=59m,thu=59m,fri=59m,sat=59m,sun=59m");
  CHECK(total_minutes(plan) == 10'080);
  for (const auto& week : plan["weeks"])
    for (const auto& block : week["blocks"]) CHECK(block["minutes"].get<int>() <= 59);
  CHECK(planner.refusal("plan available tue=0m --only").find("no capacity") != std::string::npos);
  CHECK(planner.refusal("plan break 2026-12-01 9999-12-31").find("needs an end") !=
        std::string::npos);
}

TEST_CASE("the core modules come in order, in home weeks of at most ten hours", "[cli]") {
  Planner planner;
  CHECK(planner.refusal("plan module add pipeline-design").find("orchestrator-choice") !=
        std::string::npos);
  const json plan = planner.answer("plan module add core");
  CHECK(plan["modules"] == json{"query-tuning", "dimensional-modelling", "orchestrator-choice",
                                "dbt-transformations", "pipeline-design"});
  CHECK(total_minutes(plan) == 10'080 + 20 * 60);
  for (const auto& week : plan["weeks"]) CHECK(week["minutes"].get<int>() <= 600);
  CHECK(planner.refusal("plan module rm orchestrator-choice").find("pipeline-design") !=
        std::string::npos);
}

TEST_CASE("two tracks that ask for more than the time there is are warned of", "[cli]") {
  Program program("2026-11-30");
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  const auto codes = [&](const std::string& words) {
    std::vector<std::string> found;
    const auto plan = json::parse(program.run(words + " --json").out);
    for (const auto& warning : plan["warnings"])
      found.push_back(warning["code"].get<std::string>());
    return found;
  };
  using Codes = std::vector<std::string>;
  const std::string second = "init --curriculum watercolour --start 2026-11-30";
  CHECK(codes(second + " --what-if --available mon=4h,fri=4h").empty());
  CHECK(codes(second + " --what-if") == Codes{"tracks-overload"});
  CHECK(codes(second) == Codes{"tracks-overload"});
  CHECK(codes("plan") == Codes{"tracks-overload"});
  CHECK(codes("plan --track de-roadmap") == Codes{"tracks-overload"});
}

TEST_CASE("the limits are about what can still be changed", "[cli]") {
  Program program("2026-11-30");
  REQUIRE(program.run("init --start 2026-11-30 --available tue=6h,sat=6h --fit flow").code == 0);
  const auto warned = [&](const std::string& words) {
    const auto plan = json::parse(program.run(words + " --json").out);
    return plan["warnings"].dump();
  };
  CHECK_THAT(warned("plan"),
             Catch::Contains("14 weeks have more than 10 hours of study, the first "
                             "on 2026-11-30 with 12h: study less, for example: gradus "
                             "plan available tue=5h,sat=5h"));
  CHECK_THAT(warned("plan --today 2026-12-09"),
             Catch::Contains("12 weeks have more than 10 hours of study, the first on 2026-12-14"));
  // What a change keeps of the past is not its fault, in its answer neither.
  CHECK(warned("plan available tue=5h,sat=5h --today 2026-12-09") == "[]");
  CHECK(warned("plan --today 2026-12-09") == "[]");
}

TEST_CASE("a date to finish by costs hours, or is refused with the earliest one", "[cli]") {
  Planner planner;
  const auto refused = planner.refusal("plan --finish-by 2027-02-28");
  CHECK(refused.find("the curriculum allows at most 10 hours a week") != std::string::npos);
  CHECK(refused.find("the earliest date") != std::string::npos);
  const json six_months = planner.answer("plan --finish-by 2027-05-30");
  CHECK(six_months["finish_by"]["hours_per_week"].get<double>() > 6);
  CHECK(six_months["finish_by"]["hours_per_week"].get<double>() <= 7);
  CHECK(six_months["finish"].get<std::string>() <= "2027-05-30");
}

TEST_CASE("a failed gate's remedy repeats its weeks", "[cli]") {
  Planner planner;
  planner.program().set_today("2027-01-11");
  for (const char* week : {"w1", "w2", "w3", "w4", "w5", "w6"})
    REQUIRE(planner.run(std::string("log 7h lab --on 2027-01-05 --week ") + week) == 0);
  const json plan = planner.answer("replan --apply extend");
  const auto& weeks = plan["weeks"];
  CHECK(weeks[6]["week"] == "w4");
  CHECK(weeks[6]["repeat"] == true);
  CHECK(weeks[6]["artefacts"].empty());
  CHECK(weeks[7]["week"] == "w5");
  // Two weeks for them, one and a half for what else the gate lacks, and then the next tier.
  CHECK(weeks[8]["gate"] == true);
  CHECK(weeks[8]["week"] == nullptr);
  CHECK(weeks[8]["carries"] == json::array({"w6"}));
}

TEST_CASE("a change that changes nothing is no step of the history", "[cli]") {
  Planner planner;
  REQUIRE(planner.run("log 1h read") == 0);
  const json before = planner.answer("plan");
  REQUIRE(planner.run("replan --apply extend") == 0);
  for (const char* words : {"replan --apply extend", "plan stretch sql --to 6"})
    CHECK(planner.program().run(words).out.find("Nothing to change") != std::string::npos);
  REQUIRE(planner.run("undo") == 0);
  CHECK(planner.answer("plan") == before);
  CHECK(planner.answer("entries").size() == 1);
}

TEST_CASE("a change of plan raises the sequence of what it moves, and of nothing else", "[cli]") {
  Planner planner;
  const std::string before = planner.program().run("export ics").out;
  REQUIRE(planner.run("plan break 2026-12-30 2027-01-08") == 0);
  const std::string after = planner.program().run("export ics").out;
  const auto sequence = [](const std::string& calendar, const std::string& uid) {
    const auto event = calendar.find("UID:00000000-0000-4000-8000-000000000000-" + uid + "@");
    REQUIRE(event != std::string::npos);
    const auto at = calendar.find("SEQUENCE:", event);
    return calendar.substr(at, calendar.find('\r', at) - at);
  };
  CHECK(sequence(after, "w1-1") == sequence(before, "w1-1"));
  CHECK(sequence(after, "w6-1") != sequence(before, "w6-1"));
}

TEST_CASE("foundations stand in front for a beginner", "[cli]") {
  Program program("2026-11-30");
  const auto refused = program.run("init --start 2026-11-30 --beginner 3");
  CHECK(refused.code == 4);
  CHECK(refused.err ==
        "gradus: foundations takes at least 4 weeks, or 8 at its usual pace\n"
        "  hint: gradus init --beginner 4\n");
  REQUIRE(program.run("init --start 2026-11-30 --beginner 4").code == 0);
  const json plan = json::parse(program.run("plan --json").out);
  CHECK(weeks_of_tiers(plan) == std::vector{4, 6, 4, 4, 4, 4, 2});
  CHECK(json::parse(program.run("today --json").out)["tier"] == "foundations");
}

}  // namespace gradus::cli::planning_test
