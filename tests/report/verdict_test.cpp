#include "gradus/report/json.hpp"
#include "gradus/report/writers.hpp"

#include "support/entries.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>

namespace gradus::report::verdict_test {
namespace {

using rules::Status;
using testing::day;

rules::Verdict sample_verdict() {
  return testing::sample_verdict({testing::make_session("2026-12-01", 60)});
}

}  // namespace

TEST_CASE("a waived criterion says why and for how long, and is not met", "[report]") {
  const auto verdict = sample_verdict();
  const auto text = write_text(view(verdict), {});
  CHECK(text.find("1 of 5 criteria met") != std::string::npos);
  CHECK(text.find("WAIVED   Criterion c") != std::string::npos);
  CHECK(text.find("waived on 2026-12-01 until 2026-12-31: no \"exam\" centre") !=
        std::string::npos);
  CHECK(text.find("waived on 2026-12-01: hired") != std::string::npos);
}

TEST_CASE("a passed gate shows what was, and what would no longer be met", "[report]") {
  rules::PassedGate gate{day("2026-12-20"), sample_verdict(), {}};
  auto& evidence = gate.verdict.criteria[0].evidence;
  const ShortIds ids{{evidence.newest.at(0).id, "ab12"}};
  const auto kept = write_text(view(gate, ids), {});
  CHECK(kept.find("passed 2026-12-20 with 2 criteria unmet") != std::string::npos);
  CHECK(kept.find("today") == std::string::npos);
  CHECK(kept.find("counted then, 31:") != std::string::npos);
  CHECK(kept.find("Tue 2026-12-01  ab12  1h read") != std::string::npos);
  CHECK(kept.find("and 28 more") != std::string::npos);
  gate.lapsed.push_back(testing::criterion("a", Status::fail));
  const auto lapsed = write_text(view(gate, ids), {});
  CHECK(lapsed.find("oday 1 of its 5 criteria would not be met: Criterion a") != std::string::npos);
}

TEST_CASE("words that were kept of the evidence are shown as they are", "[report]") {
  rules::PassedGate gate{day("2026-12-20"), sample_verdict(), {}};
  gate.verdict.criteria[0].evidence = {.total = 5, .words = {"Tue 2026-12-01  ab12  Top earners"}};
  const auto text = write_text(view(gate, {}), {});
  CHECK(text.find("- Tue 2026-12-01  ab12  Top earners") != std::string::npos);
  const auto json = report::json(gate, {});
  CHECK(json.find("\"newest\": [],") != std::string::npos);
  CHECK(json.find("\"Tue 2026-12-01  ab12  Top earners\"") != std::string::npos);
}

TEST_CASE("the evidence in JSON is whole entries", "[report]") {
  const auto json = report::json(sample_verdict());
  CHECK(json.find("\"type\": \"session\"") != std::string::npos);
  CHECK(json.find("\"minutes\": 60") != std::string::npos);
  CHECK(json.find("words") == std::string::npos);
}

}  // namespace gradus::report::verdict_test
