// Which certificate comes next: the catalogue narrowed down step by step.
#include "gradus/curriculum/builtin.hpp"
#include "gradus/decisions/advice.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include <algorithm>
#include <string>
#include <vector>

namespace gradus::decisions::advise_certificate_test {
namespace {

const CertificateCatalogue& catalogue() {
  static const auto read = read_certificates(curriculum::builtin_text("catalog/certificates.json"));
  return read;
}

// The analyst in Bangalore, who built on AWS.
CertificateCase analyst() {
  return {.market = "india-enterprise",
          .portfolio = {"glue", "redshift"},
          .budget_usd = 400,
          .weeks = 8,
          .hours_per_week = 7,
          .jobs = 0,
          .has = {}};
}

CertificateAdvice advise(const CertificateCase& asked) {
  return advise_certificate(catalogue(), asked);
}

const AdviceStep& step(const Advice& advice, const std::string& id) {
  const auto found = std::ranges::find(advice.steps, id, &AdviceStep::id);
  REQUIRE(found != advice.steps.end());
  return *found;
}

Words left_after(const Advice& advice, const std::string& id) {
  return std::get<Words>(step(advice, id).result.value());
}

std::string word_of(const Advice& advice, const std::string& id) {
  return std::get<std::string>(step(advice, id).result.value());
}

bool names(const Words& words, const std::string& word) {
  return std::ranges::find(words, word) != words.end();
}

bool warns(const Advice& advice, const std::string& code, const std::string& text) {
  return std::ranges::any_of(advice.warnings, [&](const Notice& each) {
    return each.code == code && each.message.find(text) != std::string::npos;
  });
}

std::vector<std::string> ids_of(const std::vector<AdviceStep>& steps) {
  std::vector<std::string> ids;
  ids.reserve(steps.size());
  for (const auto& each : steps) ids.push_back(each.id);
  return ids;
}

}  // namespace

TEST_CASE("an analyst who built on AWS takes AWS's certificate, short of time as the weeks are",
          "[advice]") {
  const auto advice = advise(analyst());
  CHECK(advice.pick == "dea-c01");
  CHECK(ids_of(advice.steps) ==
        std::vector<std::string>{"market", "portfolio", "budget", "time", "stopping-rule", "next"});
  CHECK(names(left_after(advice, "market"), "dp-203"));
  CHECK_FALSE(names(left_after(advice, "portfolio"), "dp-203"));
  const auto& out = step(advice, "portfolio").ruled_out;
  CHECK(std::ranges::find(out, "dp-203", &RuledOut::id) != out.end());
  CHECK(word_of(advice, "time") == "borderline");
  CHECK(step(advice, "time").why ==
        "dea-c01: 8 weeks x 7 h = 56 h against 50 to 60 h: borderline, still a yes.");
  CHECK(word_of(advice, "stopping-rule") == "one more");
  CHECK(advice.next == Words{"databricks-de-associate", "snowpro-core"});
  CHECK(step(advice, "next").why.find("snowpro-core where it works with snowflake") !=
        std::string::npos);
  CHECK(warns(advice, "retired", "dp-203 is retired since 2025-03-31; dp-700 follows it"));
  CHECK(advice.as_of == catalogue().as_of);
}

TEST_CASE("what the budget is short of is said, and what fits it instead", "[advice]") {
  auto asked = analyst();
  asked.budget_usd = 250;
  const auto advice = advise(asked);
  CHECK_FALSE(advice.pick);
  CHECK(left_after(advice, "budget").empty());
  CHECK(step(advice, "budget").ruled_out.front().why ==
        "its exam costs 300 USD, 50 USD more than there is");
  CHECK(warns(advice, "save", "dea-c01 needs 50 USD more"));
  CHECK(names(advice.next, "snowpro-core"));
  CHECK_FALSE(names(advice.next, "dea-c01"));
  CHECK(advice.steps.size() == 6);
}

TEST_CASE("weeks that are too few are said with those that would do", "[advice]") {
  auto asked = analyst();
  asked.weeks = 5;
  const auto advice = advise(asked);
  CHECK_FALSE(advice.pick);
  CHECK(word_of(advice, "time") == "too short");
  CHECK(warns(advice, "time", "8 weeks at 7 h, or 10 h a week for 5 weeks"));
  asked.weeks = 9;
  CHECK(word_of(advise(asked), "time") == "fits");
}

TEST_CASE("two certificates and no job are enough; with a job there is no cap", "[advice]") {
  auto asked = analyst();
  asked.has = {"dea-c01", "snowpro-core"};
  const auto stopped = advise(asked);
  CHECK_FALSE(stopped.pick);
  CHECK(word_of(stopped, "stopping-rule") == "none now");
  CHECK(stopped.answer.starts_with("None now"));
  asked.jobs = 1;
  const auto going_on = advise(asked);
  CHECK(word_of(going_on, "stopping-rule") == "no cap");
  CHECK(going_on.pick == "databricks-de-associate");
}

TEST_CASE("before a first job a cloud's certificate comes first, and a tool's second", "[advice]") {
  auto asked = analyst();
  asked.portfolio = {"snowflake", "dbt"};
  asked.market = "us";
  CHECK(advise(asked).pick == "dea-c01");
  asked.has = {"dea-c01"};
  CHECK(advise(asked).pick == "snowpro-core");
  asked.has = {"snowpro-core"};
  CHECK(advise(asked).pick == "dea-c01");
}

TEST_CASE("a retired certificate gives way to its successor, whose price nobody knows",
          "[advice]") {
  auto asked = analyst();
  asked.market = "india";
  asked.portfolio = {"synapse"};
  const auto advice = advise(asked);
  CHECK(advice.pick == "dp-700");
  CHECK(step(advice, "budget").ruled_out.front().id == "dp-203");
  CHECK(warns(advice, "price-unknown", "dp-700"));
  CHECK(word_of(advice, "time") == "unknown");
  asked.budget_usd = 0;
  CHECK_FALSE(advise(asked).pick);
}

TEST_CASE("where no certificate is asked for, none is picked", "[advice]") {
  auto asked = analyst();
  asked.market = "free";
  const auto advice = advise(asked);
  CHECK_FALSE(advice.pick);
  CHECK(advice.next.empty());
  CHECK(warns(advice, "projects", "3 projects"));
}

TEST_CASE("a portfolio that goes with none rules none out", "[advice]") {
  auto asked = analyst();
  asked.portfolio = {};
  CHECK(left_after(advise(asked), "portfolio") == left_after(advise(asked), "market"));
}

TEST_CASE("markets and portfolio words have other names, and near ones are offered", "[advice]") {
  CHECK(known_market(catalogue(), "EU") == "europe");
  CHECK(known_portfolio_word(catalogue(), "aws-glue") == "glue");
  for (const auto* word :
       {"aws", "s3", "glue", "athena", "redshift", "snowflake", "dbt", "databricks", "pyspark",
        "spark", "delta", "gcp", "dataflow", "bigquery", "azure", "synapse", "adf", "fabric"})
    CHECK(known_portfolio_word(catalogue(), word) == word);
  try {
    (void)known_portfolio_word(catalogue(), "reshift");
    FAIL("reshift is no portfolio word");
  } catch (const Error& error) {
    CHECK(error.hint().find("redshift") != std::string::npos);
  }
  CHECK_THROWS_AS(known_market(catalogue(), "mars"), Error);
}

TEST_CASE("every certificate of the catalogue is weighed, and one is the pick", "[advice]") {
  const auto advice = advise(analyst());
  CHECK(advice.weighed.size() == catalogue().certificates.size());
  CHECK(std::ranges::count(advice.weighed, "the pick", &WeighedCertificate::verdict) == 1);
  for (const auto& each : advice.weighed) CHECK_FALSE(each.verdict.empty());
}

namespace {

template <class T>
T any_of(const std::vector<T>& all) {
  return *rc::gen::elementOf(all);
}

CertificateCase any_case() {
  Words ids;
  for (const auto& each : catalogue().certificates) ids.push_back(each.id);
  CertificateCase asked{.market = any_of(catalogue().markets),
                        .portfolio = {},
                        .budget_usd = static_cast<double>(*rc::gen::inRange(0, 700)),
                        .weeks = static_cast<double>(*rc::gen::inRange(0, 30)),
                        .hours_per_week = static_cast<double>(*rc::gen::inRange(0, 20)),
                        .jobs = static_cast<double>(*rc::gen::inRange(0, 2)),
                        .has = {}};
  const auto words = portfolio_words(catalogue());
  for (int count = *rc::gen::inRange(0, 4); count > 0; --count)
    asked.portfolio.push_back(any_of(words));
  for (int count = *rc::gen::inRange(0, 3); count > 0; --count) {
    const auto id = any_of(ids);
    if (!names(asked.has, id)) asked.has.push_back(id);
  }
  return asked;
}

}  // namespace

TEST_CASE("more budget or more weeks never turn a yes into a no", "[advice]") {
  rc::prop("over the catalogue, the markets and the portfolios", [] {
    const auto asked = any_case();
    auto richer = asked;
    richer.budget_usd += *rc::gen::inRange(0, 400);
    richer.weeks += *rc::gen::inRange(0, 20);
    const auto before = advise(asked);
    const auto after = advise(richer);
    if (before.pick) RC_ASSERT(after.pick.has_value());
    // Neither for any certificate that was left.
    for (const auto& each : before.weighed) {
      if (each.verdict != "the pick" && each.verdict != "fits too") continue;
      const auto now =
          std::ranges::find(after.weighed, each.certificate, &WeighedCertificate::certificate);
      RC_ASSERT(now->verdict == "the pick" || now->verdict == "fits too");
    }
  });
}

TEST_CASE("whatever is asked, six steps answer, and the pick is one that can be taken",
          "[advice]") {
  rc::prop("over the catalogue, the markets and the portfolios", [] {
    const auto asked = any_case();
    const auto advice = advise(asked);
    RC_ASSERT(advice.steps.size() == 6U);
    if (!advice.pick) return;
    const auto& pick = find_certificate(catalogue(), *advice.pick);
    RC_ASSERT(!pick.retired_on);
    RC_ASSERT(!names(asked.has, pick.id));
    if (pick.exam_usd) RC_ASSERT(pick.exam_usd->dollars() <= asked.budget_usd);
    if (pick.prep_hours) RC_ASSERT(pick.prep_hours->front() <= asked.weeks * asked.hours_per_week);
    if (asked.jobs < 1) RC_ASSERT(asked.has.size() < 2U);
  });
}

}  // namespace gradus::decisions::advise_certificate_test
