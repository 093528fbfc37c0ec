#include "gradus/report/views.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <string>

namespace gradus::report::describe_outcome_test {

using namespace gradus;
using report::describe;
using rules::Truth;

namespace {

rules::Outcome outcome(Truth truth, std::optional<double> have, double need,
                       std::optional<double> missing, const std::string& unit) {
  return {truth, have, need, missing, unit, {}};
}

}  // namespace

TEST_CASE("what there is and is needed can be told without what is missing", "[report]") {
  CHECK(have_of_need(outcome(Truth::fail, 24, 30, 6, "problems")) == "24 of 30 problems");
  CHECK(have_of_need(outcome(Truth::fail, 0, 1, 1, "signatures")) == "not signed yet");
  CHECK(have_of_need(outcome(Truth::unknown, std::nullopt, 0.8, std::nullopt, "score")) ==
        "no data yet");
}

TEST_CASE("a failing outcome says how much is missing", "[report]") {
  CHECK(describe(outcome(Truth::fail, 24, 30, 6, "problems")) == "24 of 30 problems, 6 missing");
  CHECK(describe(outcome(Truth::fail, 0, 1, 1, "artefacts")) == "0 of 1 artefact, 1 missing");
  CHECK(describe(outcome(Truth::fail, 90, 720, 630, "minutes")) == "1h30m of 12h, 10h30m missing");
  CHECK(describe(outcome(Truth::fail, 0.75, 0.8, 0.8 - 0.75, "score")) ==
        "score 0.75 of 0.8, 0.05 missing");
}

TEST_CASE("a passing outcome names its bound", "[report]") {
  CHECK(describe(outcome(Truth::pass, 30, 30, 0, "problems")) == "30 of 30 problems");
  CHECK(describe(outcome(Truth::pass, 76, 30, 0, "problems")) == "76 problems, 30 needed");
  CHECK(describe(outcome(Truth::pass, 0.85, 0.8, 0, "score")) == "score 0.85, 0.8 needed");
  CHECK(describe(outcome(Truth::pass, 300, 500, 0, "usd")) == "300 USD, at most 500");
}

TEST_CASE("what is over an upper bound is not called missing", "[report]") {
  CHECK(describe(outcome(Truth::fail, 600.5, 500, 100.5, "usd")) == "600.5 of 500 USD, 100.5 over");
}

TEST_CASE("a signature is there or not", "[report]") {
  CHECK(describe(outcome(Truth::fail, 0, 1, 1, "signatures")) == "not signed yet");
  CHECK(describe(outcome(Truth::pass, 1, 1, 0, "signatures")) == "signed");
}

TEST_CASE("unknown is no number", "[report]") {
  CHECK(describe(outcome(Truth::unknown, std::nullopt, 0.8, std::nullopt, "score")) ==
        "no data yet");
  CHECK(describe(outcome(Truth::unknown, 1, 2, 1, "conditions")) == "1 of 2 conditions, 1 missing");
}

}  // namespace gradus::report::describe_outcome_test
