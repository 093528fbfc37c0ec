#include "gradus/report/views.hpp"

#include "report/entry_text.hpp"
#include "support/entries.hpp"

#include <catch2/catch.hpp>

namespace gradus::report::describe_entry_test {

using namespace gradus;
using calendar::Minutes;
using curriculum::Difficulty;
using report::describe;

namespace {

std::string described(journal::What what) {
  return describe(testing::make_entry("2026-12-01", std::move(what), "sql", "w3"));
}

}  // namespace

TEST_CASE("a session says how long, what for and in which week", "[report]") {
  CHECK(described(journal::Session{Minutes{90}, journal::SessionKind::read}) == "1h30m read in w3");
  CHECK(described(journal::Session{Minutes{60}, journal::SessionKind::lab,
                                   curriculum::TopicId("joins")}) == "1h lab on joins in w3");
  CHECK(describe(testing::make_session("2026-12-01", 50)) == "50m read");
}

TEST_CASE("a problem says how hard, how long and what helped", "[report]") {
  journal::Problem problem{"Top earners", curriculum::TopicId("window-functions"), Difficulty::hard,
                           Minutes{7}};
  CHECK(described(problem) == "hard window-functions in 7m: Top earners");
  problem.attempts = 3;
  problem.help_used = true;
  CHECK(described(problem) == "hard window-functions in 7m: Top earners, 3 attempts, with help");
}

TEST_CASE("an artefact shows where it is", "[report]") {
  journal::Artefact artefact;
  artefact.title = "Dashboard";
  CHECK(described(artefact) == "Dashboard");
  artefact.artefact.emplace("w1-gist");
  artefact.url = "https://a.b";
  artefact.path = "d/e";
  artefact.verified = true;
  CHECK(described(artefact) == "w1-gist: Dashboard, https://a.b, d/e, verified");
}

TEST_CASE("every other type fits a line", "[report]") {
  CHECK(described(journal::Attestation{curriculum::CriterionId("sql-dialects"), "notes"}) ==
        "signature of sql-dialects: notes");
  CHECK(described(journal::MockExam{"dea-c01", 0.725, true, {}}) == "dea-c01: 72.5%, timed");
  CHECK(described(journal::MockInterview{"sql", 70.0}) == "interview on sql, score 70");
  CHECK(described(journal::MockInterview{"sql", std::nullopt}) == "interview on sql");
  CHECK(described(journal::Application{"Acme", "Engineer", "sent"}) ==
        "application to Acme as Engineer: sent");
  CHECK(described(journal::Application{"Acme", std::nullopt, std::nullopt}) ==
        "application to Acme");
  CHECK(described(journal::Run{"nightly", false}) == "run of nightly: failed");
  CHECK(described(journal::Expense{curriculum::Usd{1999}, journal::ExpenseKind::book, "Book"}) ==
        "19.99 USD, book: Book");
  CHECK(described(journal::Drill{"islands", std::chrono::seconds{432}, std::chrono::seconds{480},
                                 true}) == "islands in 7:12 of 8:00: passed");
  CHECK(described(journal::Drill{"islands", std::chrono::seconds{65}, std::nullopt, false,
                                 2 / 3.0}) == "islands in 1:05, 67%: not passed");
  CHECK(described(journal::Review{.item = testing::entry_id(1).text(), .grade = 3}) ==
        "problem 00000000 again, grade 3");
  CHECK(described(journal::Check{curriculum::ModuleId("tuning"),
                                 curriculum::CriterionId("plan-aloud"), true, 0.9, "a film"}) ==
        "tuning/plan-aloud, 90%: passed, a film");
  CHECK(described(journal::Decision{"table-format", "Which format?", "iceberg"}) ==
        "decision by table-format: iceberg");
}

}  // namespace gradus::report::describe_entry_test
