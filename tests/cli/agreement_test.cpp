#include "support/figures.hpp"
#include "support/json_lines.hpp"
#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <fstream>
#include <string>
#include <vector>

// Whatever a learner did, every format tells the same numbers: the lines of each text that hold a
// number are written here from the JSON, and have to be those that the program printed.
namespace gradus::cli::agreement_test {

using gradus::testing::figures;
using gradus::testing::Program;
using gradus::testing::by_json::Charts;
using gradus::testing::by_json::json;
using gradus::testing::by_json::Lines;
using gradus::testing::by_json::module_gate_lines;
using gradus::testing::by_json::module_list_lines;
using gradus::testing::by_json::module_page_lines;
using gradus::testing::by_json::plan_lines;
using gradus::testing::by_json::report_lines;
using gradus::testing::by_json::review_lines;
using gradus::testing::by_json::text;
using gradus::testing::by_json::today_lines;
using gradus::testing::by_json::week_lines;

namespace {

// Two tiers of five weeks and a deep dive, without a digit in any title.
constexpr auto ink = R"({"format": 1, "id": "ink", "title": "Ink", "version": "one",
  "minutes": {"read": 60, "lab": 90, "review": 30},
  "available": "wed=1h@20:00:read,sat=1h30m@10:00:lab,sun=30m@17:00:review",
  "topics": [{"id": "lines", "title": "Lines"}, {"id": "washes", "title": "Washes"}],
  "tiers": [
    {"id": "pen", "title": "Pen", "compress": "half", "weeks": [
       {"id": "one", "title": "Nib",
        "problems": [{"topic": "lines", "difficulty": "easy", "count": 2},
                     {"topic": "lines", "difficulty": "easy", "count": 1, "top_up": true}],
        "artefacts": [{"id": "sheet", "title": "A sheet", "kind": "photo"}]},
       {"id": "two", "title": "Hatching",
        "problems": [{"topic": "lines", "difficulty": "hard", "count": 3}]},
       {"id": "three", "title": "Contour", "minutes": {"read": 0, "lab": 45, "review": 0}}],
     "exit": [
       {"id": "time", "title": "Time with the pen", "kind": "measured",
        "require": {"of": "sessions", "measure": "minutes", "at_least": 150}},
       {"id": "drawn", "title": "Lines drawn", "kind": "measured",
        "require": {"of": "problems", "measure": "count", "at_least": 3}}]},
    {"id": "brush", "title": "Brush", "weeks": [
       {"id": "four", "title": "Wet",
        "problems": [{"topic": "washes", "difficulty": "medium", "count": 2}],
        "artefacts": [{"id": "study", "title": "A study", "kind": "photo"}]},
       {"id": "five", "title": "Dry",
        "artefacts": [{"id": "picture", "title": "A picture", "kind": "photo"}]}],
     "exit": [{"id": "shown", "title": "It is shown", "kind": "attest",
               "require": {"attested": true}},
              {"id": "hung", "title": "The picture hangs", "kind": "artefact",
               "require": {"artefact": "picture"}}]}],
  "modules": [
    {"id": "blots", "title": "Blots", "source": "A book on ink", "as_of": "2026-10-01",
     "weeks": ["two"], "minutes": {"read": 30, "lab": 45}, "overlap": {"lab": 15},
     "topics": [{"id": "absorbing", "title": "Absorbing", "outcome": "Lift a blot in time"}],
     "checks": [
       {"id": "rescued", "title": "A rescued sheet", "kind": "artefact"},
       {"id": "in-time", "title": "A blot lifted in time", "kind": "timed", "limit_seconds": 20},
       {"id": "which-join", "title": "The joins told apart", "kind": "quiz",
        "table": "join-method", "items": 8, "at_least": 4}]}]})";

constexpr std::array sums{"minutes",        "left_minutes",  "planned_minutes", "actual_minutes",
                          "problems_total", "problems_done", "artefacts_total", "artefacts_done"};

// A store that anything was done to.
class Learner {
 public:
  Learner() : program_(std::string(monday)) {
    const auto file = program_.folder().path() / "ink.json";
    std::ofstream(file) << ink;
    RC_ASSERT(program_.run({"init", "--curriculum", file.string()}).code == 0);
    if (any(0, 1) == 1) run("plan module add blots");
  }

  // Of the full range from the first case on.
  static int any(int least, int most) {
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(least, most + 1));
  }

  // One more thing, which may be refused.
  void act() {
    switch (any(0, 11)) {
      case 0:
      case 1:
      case 2:
        run(fmt::format("log {}m {}{}", any(1, 200), pick({"read", "lab", "review"}), week()));
        break;
      case 3:
      case 4:
        run(fmt::format("solve Task{} --minutes {} --topic {}{}", ++tasks_, any(1, 60),
                        pick({"lines --difficulty easy", "lines --difficulty hard",
                              "washes --difficulty medium", "washes --difficulty hard"}),
                        week()));
        break;
      case 5:
        run(std::string("artefact add ") + pick({"sheet", "study", "picture"}));
        break;
      case 6:
        run(pick({"unlock", "attest brush/shown --evidence seen", undo()}));
        break;
      case 7:
        run(std::string("replan --apply ") + pick({"extend", "catch-up", "trim"}));
        break;
      case 8:
        run(pick({fmt::format("plan break {} {}", (today_ + calendar::Days{2}).iso(),
                              (today_ + calendar::Days{6}).iso()),
                  "plan stretch brush --to 3", "plan stretch pen --to 5",
                  "plan available fri=1h"}));
        break;
      case 9:
        review();
        break;
      case 10:
        run(pick({"plan module add blots", "plan module rm blots", "artefact add rescued",
                  "attest blots/in-time --evidence seen",
                  "drill join-method --seconds 90 --score 25%",
                  "drill join-method --seconds 90 --score 50%",
                  "drill join-method --seconds 90 --score 100%"}));
        break;
      default:
        today_ = today_ + calendar::Days{any(1, 9)};
        program_.set_today(today_.iso());
    }
  }

  [[nodiscard]] json asked(const std::string& words) {
    return json::parse(program_.run(words + " --json").out);
  }
  [[nodiscard]] Lines told(const std::string& words) { return figures(program_.run(words).out); }
  [[nodiscard]] long screen_lines(const std::string& words) {
    program_.set_terminal_width(80);
    const auto shown = program_.run(words).out;
    program_.set_terminal_width(0);
    return std::ranges::count(shown, '\n');
  }
  [[nodiscard]] std::string today() const { return today_.iso(); }

 private:
  static constexpr auto monday = "2026-11-30";

  static std::string pick(const std::vector<std::string>& of) { return *rc::gen::elementOf(of); }
  static std::string week() { return pick({"", "", " --week one", " --week two", " --week four"}); }

  // Not so far back that there is no track any more.
  [[nodiscard]] std::string undo() const { return done_ > 0 ? "undo" : "unlock"; }

  // Grades what is next in line.
  void review() {
    const auto due = asked("review")["due"];
    if (!due.empty())
      run(fmt::format("review {} --grade {}", text(due[0]["id"]),
                      pick({"again", "hard", "good", "easy"})));
  }

  void run(const std::string& words) {
    const auto answer = program_.run(words);
    if (words == "undo") --done_;
    if (answer.out.find("gradus undo") != std::string::npos) ++done_;
    RC_LOG() << today_.iso() << " $ gradus " << words << " [" << answer.code << "]\n";
  }

  Program program_;
  calendar::Date today_ = calendar::Date::parse(monday).value();
  int tasks_ = 0;
  int done_ = 0;  // steps since the track was made
};

void check_sums(const json& plan) {
  for (const auto* const sum : sums) {
    for (const auto* const list : {"weeks", "tiers"}) {
      int total = 0;
      for (const auto& each : plan[list]) total += each[sum].get<int>();
      RC_ASSERT(total == plan[sum].get<int>());
    }
  }
}

// A full screen has no room for the last days, then none for what there is to review, and then none
// for what a module asks for next.
void leave_out(Lines& expected, const Lines& told, Learner& learner) {
  const auto with = [](const char* part) {
    return [part](const std::string& line) { return line.find(part) != std::string::npos; };
  };
  const auto review = with("for today,");
  const auto next_check = with("(gradus module ready");
  const auto is_full = [&] { return learner.screen_lines("today") >= 20; };
  // They take up to three lines.
  const auto days = with(" of the last 7");
  if (std::ranges::none_of(told, days) && std::erase_if(expected, days) > 0)
    RC_ASSERT(learner.screen_lines("today") > 20 - 3);
  if (std::ranges::none_of(told, review) && std::erase_if(expected, review) > 0)
    RC_ASSERT(is_full());
  const auto module = std::ranges::find_if(expected, next_check);
  if (module == expected.end() || std::ranges::any_of(told, next_check)) return;
  module->erase(module->find(", next "));
  RC_ASSERT(is_full());
}

// A week of the plan and the same week by itself.
void check_week(const json& row, const json& week) {
  for (const auto& [key, value] : row.items())
    if (key != "problems" && key != "artefacts") RC_ASSERT(week[key] == value);
  int remaining = 0;
  for (const auto& block : week["blocks"])
    if (!block.contains("past")) remaining += block["minutes"].get<int>();
  RC_ASSERT(week["minutes"] == remaining);
  int asked = 0;
  int solved = 0;
  for (const auto& problems : week["problems"]) {
    asked += problems["count"].get<int>();
    solved += problems["solved"].get<int>();
  }
  RC_ASSERT(week["problems_total"] == asked);
  RC_ASSERT(week["problems_done"] == solved);
  RC_ASSERT(week["artefacts_total"] == week["artefacts"].size());
  RC_ASSERT(row["artefacts"].size() == week["artefacts"].size());
  RC_ASSERT(row["problems"].size() == week["problems"].size());
}

// What today and the report say of weeks and tiers that the plan has, too.
void check_others(const json& plan, const json& today, const json& report) {
  if (!today["week_number"].is_null()) {
    const auto& row = plan["weeks"][today["week_number"].get<std::size_t>() - 1];
    for (const auto* const key :
         {"tier", "planned_minutes", "actual_minutes", "problems_total", "problems_done"})
      RC_ASSERT(today[key] == row[key]);
  }
  for (const auto* const key : {"start", "finish", "slip_days", "planned_minutes"})
    RC_ASSERT(report[key] == plan[key]);
  RC_ASSERT(report["problems_target"] == plan["problems_total"]);
  RC_ASSERT(report["weeks_total"] == plan["weeks"].size());
  RC_ASSERT(report["tiers"].size() == plan["tiers"].size());
  for (std::size_t i = 0; i < plan["tiers"].size(); ++i) {
    const auto& tier = plan["tiers"][i];
    const auto& same = report["tiers"][i];
    for (const auto* const key :
         {"tier", "from", "to", "weeks", "planned_minutes", "actual_minutes"})
      RC_ASSERT(same[key] == tier[key]);
    RC_ASSERT(same["problems_target"] == tier["problems_total"]);
  }
}

}  // namespace

TEST_CASE("every format tells the same numbers, whatever was done", "[cli]") {
  REQUIRE(rc::check([] {
    Learner learner;
    for (int acts = Learner::any(0, 30); acts > 0; --acts) learner.act();
    const auto agree = [&](const std::string& words, const Lines& expected) {
      const auto told = learner.told(words);
      RC_LOG() << fmt::format("{}\n{}\n--- by the JSON\n{}\n", words, fmt::join(told, "\n"),
                              fmt::join(expected, "\n"));
      RC_ASSERT(told == expected);
    };
    const auto plan = learner.asked("plan");
    const auto today = learner.asked("today");
    const auto report = learner.asked("report");
    check_sums(plan);
    check_others(plan, today, report);
    agree("plan", plan_lines(plan));
    auto of_today = today_lines(today, plan);
    leave_out(of_today, learner.told("today"), learner);
    agree("today", of_today);
    agree("review", review_lines(learner.asked("review")));
    agree("report --format text", report_lines(report, Charts::drawn));
    agree("report --format md", report_lines(report, Charts::tables));
    const auto& weeks = plan["weeks"];
    const auto& row =
        weeks[static_cast<std::size_t>(Learner::any(0, static_cast<int>(weeks.size()) - 1))];
    const auto words = "week " + text(row["number"]);
    const auto week = learner.asked(words);
    check_week(row, week);
    agree(words, week_lines(week, weeks.size()));
    agree("module list", module_list_lines(learner.asked("module list")));
    agree("module show blots", module_page_lines(learner.asked("module show blots")));
    agree("module ready blots", module_gate_lines(learner.asked("module ready blots")));
  }));
}

TEST_CASE("a finished week has the same minutes in its plan and by itself", "[cli]") {
  Program program("2026-11-30");
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  program.set_today("2026-12-06");
  REQUIRE(program.run("log 7h lab").code == 0);
  program.set_today("2026-12-14");
  REQUIRE(program.run("replan --apply extend").code == 0);
  const auto row = json::parse(program.run("plan --json").out)["weeks"][0];
  const auto week = json::parse(program.run("week w1 --json").out);
  CHECK(row["minutes"] == 0);  // nothing of it remains
  CHECK(week["minutes"] == 0);
  CHECK(row["planned_minutes"] == 420);
  CHECK(week["planned_minutes"] == 420);
  CHECK(row["done_minutes"] == 420);
}

}  // namespace gradus::cli::agreement_test
