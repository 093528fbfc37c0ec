#include "gradus/calendar/date.hpp"

#include "support/calendar_file.hpp"
#include "support/checked_program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <numeric>
#include <string>
#include <tuple>
#include <vector>

// Getting ready for an exam: docs/exam.md.
namespace gradus::cli::exam_test {

using Catch::Matchers::Contains;
using gradus::testing::CheckedProgram;
using gradus::testing::faults_since;
using gradus::testing::told_events;
using nlohmann::json;

namespace {

constexpr auto add = "exam add databricks-de-associate --timed --score ";

// Six weeks from Mon 2027-02-01, in front of an exam on Mon 2027-03-15.
class Candidate : public CheckedProgram {
 public:
  explicit Candidate(const std::string& today = "2027-02-01") : CheckedProgram(today) {
    done("init --curriculum databricks-de-associate --start 2027-02-01 --no-input");
  }
  json asked(const std::string& words, int code = 0) {
    const auto answer = run(words + " --json");
    INFO(words << answer.err);
    CHECK(answer.code == code);
    return json::parse(answer.out);
  }
  void mock(const std::string& day, const std::string& rest) {
    set_today(day);
    done(add + rest);
  }
};

std::string told(const json& line) {
  return fmt::format("{} {} {}", line["on"].get<std::string>(), line["minutes"].get<int>(),
                     line["kind"].get<std::string>());
}

}  // namespace

TEST_CASE("six weeks of preparation from a Monday end on a Sunday", "[cli]") {
  Candidate candidate;
  const auto plan = candidate.asked("plan");
  CHECK(plan["start"] == "2027-02-01");
  CHECK(plan["finish"] == "2027-03-14");
  CHECK(plan["planned_minutes"] == 42 * 60);
  CHECK(plan["weeks"].size() == 6);
  CHECK(plan["warnings"].empty());
  CHECK(candidate.run("curriculum check databricks-de-associate").code == 0);
  CHECK_THAT(candidate.done("curriculum list"), Contains("databricks-de-associate"));
}

TEST_CASE("a mock exam under the target says by how much one isn't ready", "[cli]") {
  Candidate candidate;
  candidate.mock("2027-03-01", "0.74");
  candidate.mock("2027-03-06", "82");
  candidate.mock("2027-03-11", "86%");
  const auto status = candidate.asked("exam status", 1);
  CHECK(status["exam"] == "databricks-de-associate");
  CHECK(status["mocks"] == 3);
  CHECK(status["mean"] == 0.81);
  CHECK(status["lowest"] == 0.74);
  CHECK(status["target"] == 0.8);
  CHECK(status["gap_points"] == 6.0);
  CHECK(status["ready"] == false);
  CHECK_THAT(
      candidate.run("exam status").out,
      Contains("of three timed mock exams in the last 14 days the lowest is 74%; three mocks "
               "are needed, each at 80% or above."));
  // The first is out of the 14 days by then: two are left.
  candidate.set_today("2027-03-16");
  CHECK(candidate.asked("exam status", 1)["mocks"] == 2);
}

TEST_CASE("two mock exams, or a third without the clock, are not enough", "[cli]") {
  Candidate candidate;
  candidate.mock("2027-03-01", "0.80");
  candidate.mock("2027-03-06", "0.82");
  candidate.set_today("2027-03-11");
  candidate.done("exam add databricks-de-associate --score 0.86");
  const auto answer = candidate.run("exam status");
  CHECK(answer.code == 1);
  CHECK_THAT(answer.out, Contains("Not ready: two timed mock exams in the last 14 days; three "
                                  "mocks are needed, each at 80% or above."));
  CHECK_THAT(answer.out, Contains("1 without the clock"));
  candidate.done(add + std::string("0.86"));
  CHECK(candidate.asked("exam status")["ready"] == true);
  CHECK_THAT(candidate.done("exam status"), Contains("Ready: three timed mock exams"));
}

TEST_CASE("hours of study are divided by weight", "[cli]") {
  Candidate candidate;
  const auto hours = [](const json& status) {
    std::vector<double> rows;
    for (const auto& row : status["budget"]) rows.push_back(row["hours"].get<double>());
    return rows;
  };
  CHECK(hours(candidate.asked("exam status", 1)) == std::vector{10.1, 12.2, 9.2, 6.7, 3.8});
  CHECK(hours(candidate.asked("exam status --hours 42h", 1)) ==
        std::vector{10.1, 12.2, 9.2, 6.7, 3.8});
  CHECK(hours(candidate.asked("exam status dea-c01 --hours 55", 1)) ==
        std::vector{18.7, 14.3, 12.1, 9.9});
  for (const auto* wrong : {"0", "-3", "10.25", "abc", "1e3"})
    CHECK_THAT(candidate.refused(fmt::format("exam status --hours={}", wrong)), Contains("hint"));
}

TEST_CASE("an unknown exam or domain is refused with the nearest", "[cli]") {
  Candidate candidate;
  CHECK_THAT(candidate.refused("exam add databricks-associate --score 80"),
             Contains("there is no exam") && Contains("databricks-de-associate"));
  CHECK_THAT(candidate.refused(std::string(add) + "80 --domain govern=70"),
             Contains("has no domain \"govern\"") && Contains("governance"));
  CHECK_THAT(candidate.refused("exam status cka"), Contains("there is no exam \"cka\""));
  candidate.done("exam add dea-c01 --score 80 --domain security=70");
  CHECK_THAT(candidate.refused("exam add dea-c01 --score 80 --domain governance=70"),
             Contains("dea-c01 has no domain"));
}

TEST_CASE("what a bare number was read as is said", "[cli]") {
  Candidate candidate;
  CHECK_THAT(candidate.done(std::string(add) + "85 --domain elt=70 --domain governance=0.7"),
             Contains("85 was read as 85% · elt: 70 was read as 70%") && !Contains("governance:"));
  CHECK_THAT(candidate.done(std::string(add) + "85%"), !Contains("was read as"));
  CHECK_THAT(candidate.refused(std::string(add) + "850"), Contains("is not a score"));
}

TEST_CASE("the countdown is the 14 days before the exam", "[cli]") {
  Candidate candidate;
  const auto shown = candidate.asked("exam countdown 2027-03-15");
  CHECK(shown["exam_date"] == "2027-03-15");
  REQUIRE(shown["days"].size() == 14);
  CHECK(told(shown["days"].front()) == "2027-03-01 90 mock");
  CHECK(told(shown["days"].back()) == "2027-03-14 0 rest");
  int minutes = 0;
  int mocks = 0;
  for (const auto& day : shown["days"]) {
    minutes += day["minutes"].get<int>();
    mocks += day["kind"] == "mock" ? 1 : 0;
  }
  CHECK(minutes == 930);
  CHECK(mocks == 3);
  CHECK(candidate.asked("exam countdown") == shown);

  // One step takes it away, and brings it back.
  candidate.done("undo");
  CHECK(candidate.asked("exam countdown")["days"].empty());
  candidate.done("redo");
  CHECK(candidate.asked("exam countdown") == shown);
  CHECK_THAT(candidate.done("exam countdown --clear"), Contains("Undo: gradus undo"));
  CHECK(candidate.asked("exam countdown")["exam_date"].is_null());
}

TEST_CASE("an exam in the past is refused, and of a near one it is said what is over", "[cli]") {
  Candidate candidate("2027-03-10");
  CHECK_THAT(candidate.refused("exam countdown 2027-03-09"), Contains("in the past"));
  CHECK_THAT(candidate.refused("exam countdown 2027-02-30"), Contains("hint"));
  const auto answer = candidate.run("exam countdown 2027-03-15");
  CHECK(answer.code == 0);
  CHECK_THAT(answer.err, Contains("9 of the 14 days before the exam are over"));
  CHECK(candidate.run("exam countdown 2027-03-10").code == 0);
}

TEST_CASE("a countdown that meets a break or a day off says so", "[cli]") {
  Candidate candidate;
  candidate.done("plan break 2027-03-03 2027-03-04");
  const auto shown = candidate.asked("exam countdown 2027-03-15");
  std::vector<std::string> codes;
  for (const auto& warning : shown["warnings"]) codes.push_back(warning["code"].get<std::string>());
  CHECK(codes ==
        std::vector<std::string>{"exam-break", "exam-break", "exam-no-slot", "exam-double"});
  CHECK(shown["days"].size() == 14);
}

TEST_CASE("what the plan has on the countdown's days is told, and a break moves it away", "[cli]") {
  Candidate candidate;
  const auto answer = candidate.done("exam countdown 2027-03-15");
  CHECK_THAT(answer, Contains("the plan has") && Contains("of its own on") &&
                         Contains("gradus plan --finish-by 2027-02-28"));
  const auto command = answer.substr(answer.find("gradus plan break ") + 7, 32);
  CHECK(command == "plan break 2027-03-01 2027-03-15");
  CHECK(candidate.run("plan --finish-by 2027-02-28").code == 0);
  const auto before = candidate.asked("exam countdown")["days"];
  candidate.done(command);
  const auto shown = candidate.asked("exam countdown");
  CHECK(shown["days"] == before);
  std::vector<std::string> codes;
  for (const auto& warning : shown["warnings"]) codes.push_back(warning["code"].get<std::string>());
  CHECK(codes == std::vector<std::string>{"exam-break", "exam-no-slot"});
  candidate.set_today("2027-03-03");
  CHECK(candidate.asked("today")["blocks"].empty());
  CHECK(candidate.asked("today")["next"]["command"] == "gradus log 1h30m read");
}

TEST_CASE("today sees that the countdown's part of the day is done", "[cli]") {
  Candidate candidate;
  candidate.done("exam countdown 2027-03-15");
  candidate.done("plan break 2027-03-01 2027-03-15");
  candidate.set_today("2027-03-03");
  CHECK_THAT(candidate.done("today"), Contains("Read the documentation of that domain (1h30m)"));
  candidate.done("log 1h read");
  CHECK_THAT(candidate.done("today"), Contains("that domain (30m to go)"));
  candidate.done("log 30m read");
  const auto now = candidate.asked("today");
  CHECK(now["exam"]["today"][0]["done"] == true);
  CHECK(now["next"]["reason"] == "done for today: Read the documentation of that domain");
  CHECK_THAT(candidate.done("today"), Contains("that domain (done)"));

  candidate.set_today("2027-03-14");
  CHECK(candidate.asked("today")["next"]["command"] == "gradus exam status");
  CHECK_THAT(candidate.done("today"), Contains("Rest, and lay out what the exam needs; the "));
}

TEST_CASE("once the exam is over today asks how it went", "[cli]") {
  Candidate candidate;
  candidate.done("exam countdown 2027-03-15");
  candidate.set_today("2027-03-15");
  CHECK_THAT(candidate.done("today"), Contains("the exam is today: its checklist is in there"));
  candidate.set_today("2027-03-17");
  const auto now = candidate.asked("today");
  CHECK(now["next"]["command"] == "gradus exam countdown --clear");
  CHECK(now["exam"]["past_exam_date"] == "2027-03-15");
  CHECK_THAT(candidate.done("today"), Contains("Mon 2027-03-15, 2 days ago"));
  candidate.done("exam countdown --clear");
  CHECK(candidate.asked("today")["next"]["command"] != "gradus exam countdown --clear");

  CheckedProgram roadmap("2026-12-01");
  roadmap.done("init --start 2026-11-30 --no-input");
  roadmap.done("exam countdown 2026-12-02");
  roadmap.set_today("2026-12-04");
  const auto next = json::parse(roadmap.done("today --json"))["next"];
  CHECK(next["command"] == "gradus artefact add w18-certificate --url URL");
}

TEST_CASE("the countdown's sum names the reviews as well", "[cli]") {
  Candidate candidate;
  candidate.mock("2027-02-27", "70 --domain governance=55 --domain production=40");
  CHECK_THAT(candidate.done("exam countdown 2027-03-15"),
             Contains("3 mock exams, 15h30m in all, and 3h of review for weak domains."));
}

TEST_CASE("a stack's gate counts mock exams of its own exam alone", "[cli]") {
  const auto [stack, own, other] =
      GENERATE(std::tuple{"us", "dea-c01", "gcp-pde"}, std::tuple{"eu", "gcp-pde", "dp-700"},
               std::tuple{"india", "dp-700", "dea-c01"});
  CheckedProgram program("2026-12-01");
  program.done(fmt::format("init --start 2026-11-30 --no-input --stack {}", stack));
  const auto status = [&] {
    const auto answer = json::parse(program.run("ready cloud --json").out);
    for (const auto& criterion : answer["criteria"])
      if (criterion["id"] == "cloud-cert-prep") return criterion["status"].get<std::string>();
    return std::string("no such criterion");
  };
  program.done(fmt::format("exam add {} --score 74", other));
  CHECK(status() == "fail");
  CHECK_THAT(program.run("ready cloud").out,
             Contains(fmt::format("exam is {}", own)) && !Contains(fmt::format("{} or", own)));
  program.done(fmt::format("exam add {} --score 74", own));
  CHECK(status() == "pass");
}

TEST_CASE("a mock exam that the open gate doesn't count says so", "[cli]") {
  Candidate candidate;
  CHECK_THAT(candidate.done("exam add dea-c01 --score 80"), !Contains("doesn't count"));
  candidate.done("track gate warn");
  for (int tier = 1; tier < 4; ++tier) candidate.done("unlock");
  CHECK_THAT(candidate.done("exam add dea-c01 --score 80"),
             Contains("dea-c01 doesn't count for the open gate, which asks for "
                      "databricks-de-associate"));
  CHECK_THAT(candidate.done(std::string(add) + "80"), !Contains("doesn't count"));
}

TEST_CASE("an exam's id may be typed in any case, and a score with spaces", "[cli]") {
  Candidate candidate;
  candidate.done("exam add DEA-C01 --score '80 %' --domain 'security = 37 / 50' --timed");
  const auto entry = candidate.asked("entries")[0];
  CHECK(entry["exam"] == "dea-c01");
  CHECK(entry["score"] == 0.8);
  CHECK(entry["domains"]["security"] == 0.74);
  CHECK(candidate.asked("exam status Dea-C01", 1)["mocks"] == 1);
  CHECK_THAT(candidate.refused("exam add dea-c01 --score '8 0'"), Contains("is not a score"));
  CHECK_THAT(candidate.refused("exam status --hours abc"),
             Contains("--hours \"abc\" is no number of hours"));
}

TEST_CASE("in JSON a mock exam names the reviews to come, and the status why one isn't ready",
          "[cli]") {
  Candidate candidate;
  candidate.set_today("2027-02-27");
  const auto entry = candidate.asked(std::string(add) + "70 --domain governance=55");
  CHECK(entry["type"] == "mock_exam");
  REQUIRE(entry["reviews"].size() == 1);
  CHECK(entry["reviews"][0]["minutes"] == 60);
  CHECK(candidate.asked("exam status", 1)["reason"] ==
        "the one timed mock exam in the last 14 days is at 70%; three mocks are needed, each at "
        "80% or above");
  for (const auto* day : {"2027-03-13", "2027-03-14", "2027-03-15"}) {
    candidate.mock(day, "90 --domain governance=90");
  }
  CHECK(candidate.asked("exam status", 0)["reason"].is_null());
}

TEST_CASE("imported mock exams lay reviews, in the import's one step", "[cli]") {
  Candidate candidate;
  candidate.set_today("2027-02-27");
  candidate.folder().write("mocks.jsonl", R"({"type":"mock_exam","on":"2027-02-27","exam":)"
                                          R"("databricks-de-associate","score":0.7,"timed":true,)"
                                          R"("domains":{"governance":0.4}})"
                                          "\n");
  CHECK_THAT(candidate.done("import jsonl $FOLDER/mocks.jsonl"),
             Contains("Review of Data governance on"));
  CHECK(candidate.asked("exam countdown")["reviews"].size() == 1);
  candidate.done("undo");
  CHECK(candidate.asked("entries").empty());
  CHECK(candidate.asked("exam countdown")["reviews"].empty());
  candidate.done("redo");
  CHECK(candidate.asked("entries").size() == 1);
  CHECK(candidate.asked("exam countdown")["reviews"].size() == 1);
  CHECK(candidate.run("doctor").code == 0);
  // Known already: nothing new, and no step.
  CHECK_THAT(candidate.done("import jsonl $FOLDER/mocks.jsonl"), Contains("Nothing"));
  candidate.done("undo");
  CHECK(candidate.asked("entries").empty());
}

TEST_CASE("a what-if of the countdown stores nothing", "[cli]") {
  Candidate candidate;
  const auto before = gradus::testing::read_file(candidate.store());
  CHECK_THAT(candidate.done("exam countdown 2027-03-15 --what-if"), Contains("nothing was stored"));
  CHECK(gradus::testing::read_file(candidate.store()) == before);
}

TEST_CASE("a weak domain gets review, which goes when it is weak no more", "[cli]") {
  Candidate candidate;
  candidate.set_today("2027-02-27");
  const auto answer =
      candidate.done(std::string(add) + "70 --domain governance=55 --domain production=40");
  CHECK_THAT(answer,
             Contains("Review of Production pipelines") && Contains("Review of Data governance"));
  const auto status = candidate.asked("exam status", 1);
  CHECK(status["weak_domains"] == json{"production", "governance"});
  REQUIRE(status["reviews"].size() == 2);
  std::vector<int> minutes;
  for (const auto& review : status["reviews"]) {
    CHECK(review["on"] > "2027-02-27");
    minutes.push_back(review["minutes"].get<int>());
  }
  CHECK(std::accumulate(minutes.begin(), minutes.end(), 0) == 180);
  const auto first = status["reviews"].front()["on"].get<std::string>();
  candidate.set_today(first);
  CHECK_THAT(candidate.done("today"), Contains("Review of"));

  // One undo takes the mock exam and its reviews.
  candidate.done("undo");
  CHECK(candidate.asked("exam status", 1)["reviews"].empty());
  candidate.done("redo");
  candidate.set_today("2027-02-27");
  CHECK_THAT(candidate.done(std::string(add) + "90 --domain governance=90 --domain production=90"),
             Contains("No domain needs review any more"));
  CHECK(candidate.asked("exam status", 1)["reviews"].empty());
}

TEST_CASE("a mock exam that goes takes its reviews with it, in one step", "[cli]") {
  Candidate program;
  program.mock("2027-03-01", "0.7 --domain elt=0.5");
  CHECK(program.asked("exam countdown").at("reviews").size() == 1);
  CHECK_THAT(program.done("rm last"), Contains("No domain needs review any more"));
  CHECK(program.asked("exam countdown").at("reviews").empty());
  program.done("undo");
  CHECK(program.asked("exam countdown").at("reviews").size() == 1);
  program.done("edit last --domains '{\"elt\": 0.9}'");
  CHECK(program.asked("exam countdown").at("reviews").empty());
}

TEST_CASE("a countdown lays the reviews to come around it", "[cli]") {
  Candidate program;
  program.mock("2027-02-27",
               "0.74 --domain elt=0.5 --domain governance=0.3 --domain lakehouse=0.55 "
               "--domain production=0.2");
  program.done("exam countdown 2027-03-12");
  const auto reviews = program.asked("exam countdown").at("reviews");
  CHECK(reviews.size() == 4);
  for (const auto& review : reviews) CHECK(review.at("on") < "2027-03-10");
}

TEST_CASE("another exam's domains are known on the day's screen too", "[cli]") {
  CheckedProgram program("2026-12-01");
  program.done("init --start 2026-11-30 --no-input");
  program.done("exam add dea-c01 --score 74 --timed --domain ingestion=0.3");
  program.done("exam countdown 2026-12-20 --exam dea-c01");
  const auto exam = json::parse(program.done("today --json")).at("exam");
  CHECK(exam.at("weak_domains") == json{"ingestion"});
}

TEST_CASE("what is a little under the target never looks like it", "[cli]") {
  Candidate program;
  program.mock("2027-03-01", ".7999");
  CHECK_THAT(program.run("exam status").out, Contains("Lowest:  79.9%"));
}

TEST_CASE("the calendar tells of the countdown and cancels what is dropped", "[cli]") {
  Candidate candidate;
  candidate.set_real_time("2027-02-01T18:00:00Z");
  const auto bare = told_events(candidate.done("export ics"));
  candidate.done("exam countdown 2027-03-15");
  const auto planned = told_events(candidate.done("export ics"));
  CHECK(faults_since(bare, planned).empty());
  CHECK(planned.size() == bare.size() + 15);

  candidate.set_real_time("2027-02-02T18:00:00Z");
  candidate.done("exam countdown 2027-03-22");
  const auto moved = told_events(candidate.done("export ics"));
  CHECK(faults_since(planned, moved).empty());
  CHECK(moved.size() == planned.size());

  candidate.done("undo");
  const auto undone = told_events(candidate.done("export ics"));
  CHECK(faults_since(moved, undone).empty());
  candidate.done("exam countdown --clear");
  const auto cleared = told_events(candidate.done("export ics"));
  CHECK(faults_since(undone, cleared).empty());
  CHECK(std::ranges::count_if(
            cleared, [](const auto& event) { return event.second.status == "CANCELLED"; }) >= 15);
}

TEST_CASE("today tells the exam's day, the day's part of it and the domains under the target",
          "[cli]") {
  Candidate candidate;
  candidate.done("exam countdown 2027-03-15");
  CHECK(candidate.asked("today")["exam"]["exam_date"] == "2027-03-15");
  candidate.set_today("2027-03-01");
  const auto before = candidate.asked("today");
  CHECK(before["next"]["command"] == "gradus exam add databricks-de-associate --score N --timed");
  CHECK(told(before["exam"]["today"].front()) == "2027-03-01 90 mock");
  candidate.done(std::string(add) + "74 --domain elt=0.7 --domain lakehouse=0.9");
  CHECK(candidate.asked("today")["next"]["command"] != before["next"]["command"]);
  const auto screen = candidate.done("today");
  CHECK_THAT(screen, Contains("Mon 2027-03-15, in 14 days") && Contains("under 80%: elt 70%"));
  CHECK(std::ranges::count(screen, '\n') <= 20);

  const auto report = candidate.asked("report --format json");
  CHECK(report["exam"]["mocks"] == 1);
  CHECK(report["exam"]["domains"][0]["score"] == 0.9);
  CHECK_FALSE(report["exam"].contains("exam_date"));
  CHECK_THAT(candidate.done("report"), Contains("Mock exams: databricks-de-associate"));
}

TEST_CASE("on every day before an exam today fits its screen", "[cli]") {
  const auto worst = GENERATE(false, true);
  Candidate candidate;
  candidate.done("exam countdown 2027-03-15");
  candidate.set_terminal_width(80);
  auto day = calendar::Date::parse("2027-02-02").value();
  for (; day.iso() <= "2027-03-16"; day = day + calendar::Days{1}) {
    candidate.set_today(day.iso());
    if (worst && day.weekday() == std::chrono::Saturday)
      candidate.done(std::string(add) +
                     "40 --domain lakehouse=41.5 --domain elt=42.5 --domain incremental=43.5 "
                     "--domain production=44.5 --domain governance=45.5");
    const auto screen = candidate.run("today").shown;
    INFO(screen);
    CHECK(std::ranges::count(screen, '\n') <= 20);
  }
}

TEST_CASE("a track without an exam asks which one is meant", "[cli]") {
  CheckedProgram program("2027-02-01");
  program.done("init --curriculum watercolour");
  CHECK_THAT(program.refused("exam status"), Contains("prepares for no exam"));
  CHECK(program.run("exam status dea-c01").code == 1);
  CHECK(json::parse(program.done("today --json"))["exam"].is_null());
}

TEST_CASE("every domain has a lab, and the checklist comes with the day of the exam", "[cli]") {
  Candidate candidate;
  candidate.done("artefact add w3-merge-lab --url https://example.org/merge");
  const auto status = candidate.asked("exam status", 1);
  std::vector<int> delivered;
  for (const auto& row : status["labs"]) {
    CHECK_FALSE(row["labs"].empty());
    delivered.push_back(row["delivered"].get<int>());
  }
  CHECK(delivered == std::vector{0, 1, 1, 0, 0});
  CHECK(status["pacing"]["right_answers"] == 32);
  CHECK(status["next"]["criteria"].size() == 4);
  candidate.done("exam countdown 2027-03-15");
  CHECK_THAT(candidate.run("exam status").out, !Contains("The day of the exam"));
  candidate.set_today("2027-03-13");
  CHECK_THAT(candidate.run("exam status").out, Contains("The day of the exam"));
}

TEST_CASE("the preparation takes as many weeks as its learner needs", "[cli]") {
  const auto finish = [](CheckedProgram& program, const std::string& words) {
    program.done("init --curriculum databricks-de-associate --start 2027-02-01 " + words);
    return json::parse(program.done("plan --json"))["finish"].get<std::string>();
  };
  CheckedProgram short_one("2027-02-01");
  CHECK(finish(short_one, "--weeks 4 --no-input") <= "2027-02-28");
  CheckedProgram long_one("2027-02-01");
  const auto end = finish(long_one, "--weeks 10 --no-input");
  CHECK(end <= "2027-04-11");
  CHECK(end > "2027-03-14");

  CheckedProgram asked("2027-02-01");
  asked.set_input("3");  // new to it: 8 to 10 weeks
  CHECK(finish(asked, "") > "2027-03-14");
  CheckedProgram usual("2027-02-01");
  usual.set_input("");
  CHECK(finish(usual, "") == "2027-03-14");

  CheckedProgram told("2027-02-01");
  CHECK_THAT(told.done("init --curriculum databricks-de-associate --no-input"),
             Contains("Other lengths: 3 to 4 weeks"));
  CHECK_THAT(told.refused("init --curriculum databricks-de-associate --track b --weeks 4 "
                          "--finish-by 2027-03-01"),
             Contains("give one of them"));
}

}  // namespace gradus::cli::exam_test
