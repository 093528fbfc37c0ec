#include "gradus/exchange/airflow_runs.hpp"

#include "support/entries.hpp"
#include "support/foreign_file.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace gradus::exchange::airflow_runs_test {
namespace {

using testing::ForeignFile;

calendar::OffsetOf one_hour() {
  return [](calendar::Date, calendar::TimeOfDay) { return calendar::Minutes{60}; };
}

// As Airflow 2 (execution_date) and 3 (logical_date) write it.
const std::string listed = R"([
  {"dag_id": "daily", "run_id": "scheduled__1", "state": "success",
   "execution_date": "2026-12-01T23:30:00.123456+00:00", "start_date": "2026-12-02T23:30:01+00:00",
   "end_date": "2026-12-02T23:31:00+00:00"},
  {"dag_id": "daily", "run_id": "r2", "state": "running", "execution_date": "2026-12-02T00:00:00+00:00",
   "start_date": "", "end_date": ""},
  {"dag_id": "hourly", "run_id": "r3", "state": "failed", "run_after": "2026-12-03T00:00:00+00:00",
   "logical_date": "", "start_date": "2026-12-03T10:00:00+00:00", "end_date": ""}
])";

TEST_CASE("a finished run of a DAG is a run, the others are reported", "[exchange]") {
  ForeignFile file("runs.json", listed);
  const auto all = testing::read_all(*read_airflow_runs(file.source(), one_hour()));
  REQUIRE(all.size() == 2);
  CHECK(all[0].line == 2);
  CHECK(all[0].entry.on == testing::day("2026-12-02"));
  CHECK(all[0].entry.at->iso() == "2026-12-02T00:30+01:00");
  CHECK(std::get<journal::Run>(all[0].entry.what) == journal::Run{.pipeline = "daily", .ok = true});
  CHECK(all[0].entry.note == "scheduled__1");
  CHECK(all[1].entry.at->iso() == "2026-12-03T11:00+01:00");
  CHECK(std::get<journal::Run>(all[1].entry.what) ==
        journal::Run{.pipeline = "hourly", .ok = false});
  CHECK(file.told() == std::vector<std::string>{"runs.json:5: r2 is running and was left out"});
}

TEST_CASE("a run without a date of its own is one of the day it started", "[exchange]") {
  ForeignFile file("f",
                   R"([{"dag_id": "d", "run_id": "r", "state": "success", "logical_date": "None",
                             "start_date": "2026-12-03T10:00:00+00:00"}])");
  const auto all = testing::read_all(*read_airflow_runs(file.source(), one_hour()));
  REQUIRE(all.size() == 1);
  CHECK(all[0].entry.at->iso() == "2026-12-03T11:00+01:00");
}

TEST_CASE("a run that is cleared and succeeds later is the same entry", "[exchange]") {
  const auto id = [](const std::string& state) {
    ForeignFile file("f", R"([{"dag_id": "d", "run_id": "r", "state": ")" + state +
                              R"(", "logical_date": "2026-12-01T00:00:00+00:00"}])");
    return read_airflow_runs(file.source(), one_hour())->next()->entry.id;
  };
  CHECK(id("failed") == id("success"));
}

TEST_CASE("what is no run names its line and field", "[exchange]") {
  const auto refusal = [](const std::string& members) {
    ForeignFile file("f", "[\n{" + members + "}]");
    return testing::refusal(*read_airflow_runs(file.source(), one_hour()));
  };
  const std::string run = R"("dag_id": "d", "run_id": "r", "state": "success")";
  CHECK(refusal("") == "f:2: dag_id is missing");
  CHECK(refusal(R"("dag_id": 7)") == "f:2: dag_id must be a text, but is 7");
  CHECK(refusal(R"("dag_id": "d", "run_id": "r")") == "f:2: state is missing");
  CHECK(refusal(run) == "f:2: logical_date, execution_date and start_date are missing");
  CHECK(refusal(run + R"(, "start_date": "2026-12-01")") ==
        "f:2: start_date must be a time with its offset (2026-12-01T02:00:00+00:00), but is "
        "\"2026-12-01\"");
}

TEST_CASE("log lines before the list are left out and reported", "[exchange]") {
  const std::string run =
      R"({"dag_id":"d","run_id":"r","state":"success","logical_date":"2026-12-01T02:00:00+00:00"})";
  for (const std::string& list : {"[" + run + "]", "[\n  " + run + "\n]", "  [ " + run + "]"}) {
    ForeignFile file("runs.json",
                     "[2026-12-01T02:00:00.000+0000] {dagbag.py:538} INFO - Filling up\n"
                     "WARNING: no executor\n" +
                         list);
    const auto all = testing::read_all(*read_airflow_runs(file.source(), one_hour()));
    CHECK(all.size() == 1);
    CHECK(file.told() ==
          std::vector<std::string>{"runs.json:3: 2 lines of log before the list were left out"});
  }
}

}  // namespace
}  // namespace gradus::exchange::airflow_runs_test
