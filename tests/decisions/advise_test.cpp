// Advice on a budget, a bootcamp and a stack, by the built-in tables.
#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/load.hpp"
#include "gradus/decisions/advice.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include <algorithm>
#include <string>

namespace gradus::decisions::advise_test {
namespace {

Table table(const std::string& id) {
  return read_table(curriculum::builtin_text(fmt::format("decisions/{}.json", id)));
}

const CertificateCatalogue& catalogue() {
  static const auto read = read_certificates(curriculum::builtin_text("catalog/certificates.json"));
  return read;
}

const curriculum::Curriculum& roadmap() {
  static const auto loaded = curriculum::load_or_throw(
      curriculum::builtin_text("curricula/de-roadmap.json"), "de-roadmap");
  return loaded;
}

curriculum::StackId stack(const char* id) {
  return curriculum::StackId{id};
}

bool warns(const Advice& advice, const std::string& code) {
  return std::ranges::find(advice.warnings, code, &Notice::code) != advice.warnings.end();
}

std::ptrdiff_t free_items(const BudgetAdvice& advice) {
  return std::ranges::count(advice.kit, curriculum::Usd{0}, &KitItem::usd);
}

BudgetAdvice under(std::optional<double> cap) {
  return advise_budget(starter_kit(roadmap(), catalogue(), std::nullopt), table("spending"),
                       {.cap_usd = cap});
}

// Everything speaks for it.
Values good_bootcamp() {
  return {{"funds", 15000.0},    {"quit_before", true}, {"full_time", true}, {"placement", 0.85},
          {"salary_data", true}, {"salary", 90000.0},   {"debt", false}};
}

Advice weigh(const Values& given) {
  return advise_bootcamp(table("bootcamp"), table("bootcamp-record"), given);
}

}  // namespace

TEST_CASE("a kit under a cap is what is free, then an exam, then a paid course", "[advice]") {
  const auto whole = under(600);
  CHECK(whole.pick == "starter");
  CHECK(free_items(whole) == 5);
  CHECK(whole.kit.size() == 7);
  CHECK(whole.kit_usd.dollars() == 600);
  CHECK(under(std::nullopt).kit.size() == 7);

  const auto half = under(300);
  CHECK(half.pick == "free-and-exam");
  CHECK(half.kit.back().id == "dea-c01");
  CHECK(free_items(half) == 5);
  CHECK(half.kit_usd.dollars() == 300);
  CHECK(warns(half, "save"));

  const auto none = under(0);
  CHECK(none.pick == "free");
  CHECK(none.kit.size() == 5);
  CHECK(none.kit_usd.cents() == 0);
}

TEST_CASE("where the usual exam is too dear, one that fits the cap stands in its place",
          "[advice]") {
  const auto advice = under(250);
  CHECK(advice.kit.back().id == "gcp-pde");
  CHECK(warns(advice, "other-exam"));
  CHECK(under(100).pick == "free");
}

TEST_CASE("a kit never costs more than its cap, and a larger cap never holds less", "[advice]") {
  rc::prop("for any cap", [] {
    const double cap = *rc::gen::inRange(0, 1000);
    const auto smaller = under(cap);
    const auto larger = under(cap + *rc::gen::inRange(0, 500));
    RC_ASSERT(smaller.kit_usd.dollars() <= cap);
    RC_ASSERT(larger.kit.size() >= smaller.kit.size());
  });
}

TEST_CASE("a stack's kit has its own exam and its own courses", "[advice]") {
  const auto kit = starter_kit(roadmap(), catalogue(), stack("eu"));
  REQUIRE(kit.exams.size() == 1);
  CHECK(kit.exams.front().id == "gcp-pde");
  const auto has = [&](const std::string& id) {
    return std::ranges::find(kit.free, id, &KitItem::id) != kit.free.end();
  };
  CHECK(kit.free.size() == 5);
  CHECK(has("google-skills-boost"));
  CHECK(has("dagster-university"));
  CHECK_FALSE(has("aws-skill-builder"));
  CHECK(starter_kit(roadmap(), catalogue(), stack("free")).exams.empty());
}

TEST_CASE("rules of spending are told broken, or about to be", "[advice]") {
  const BudgetCase asked{.cap_usd = 600,
                         .spent_usd = 620,
                         .spending = {{"courses", 1.0},
                                      {"weeks_on_tier", 1.0},
                                      {"course_usd", 300.0},
                                      {"certificates", 2.0},
                                      {"jobs", 0.0}}};
  const auto advice =
      advise_budget(starter_kit(roadmap(), catalogue(), std::nullopt), table("spending"), asked);
  const auto told = [&](const std::string& id) {
    const auto found = std::ranges::find(advice.steps, id, &AdviceStep::id);
    REQUIRE(found != advice.steps.end());
    return std::get<Words>(found->result.value());
  };
  CHECK(told("rules").empty());
  CHECK(told("next-course") == Words{"two-courses", "too-soon", "over-cap"});
  CHECK(told("next-exam") == Words{"too-many-badges"});
  auto worse = asked;
  worse.spending["courses"] = 2.0;
  worse.spending["course_usd"] = 501.0;
  worse.spending["certificates"] = 3.0;
  const auto broken =
      advise_budget(starter_kit(roadmap(), catalogue(), std::nullopt), table("spending"), worse);
  CHECK(warns(broken, "two-courses"));
  CHECK(warns(broken, "over-cap"));
  CHECK(warns(broken, "too-many-badges"));
}

TEST_CASE("a bootcamp of proven record is worth weighing", "[advice]") {
  const auto advice = weigh(good_bootcamp());
  CHECK(advice.pick == "worth weighing");
  CHECK(advice.answer == "Worth weighing, and its record defends the price.");
  CHECK(advice.warnings.empty());
}

TEST_CASE("a bootcamp that keeps the pay of its graduates quiet is none", "[advice]") {
  auto given = good_bootcamp();
  given.erase("salary");
  given["salary_data"] = false;
  const auto advice = weigh(given);
  CHECK(advice.pick == "no");
  CHECK(advice.answer.find("while their pay is kept quiet") != std::string::npos);
}

TEST_CASE("what isn't known of a bootcamp leaves it undecided, and is named", "[advice]") {
  auto given = good_bootcamp();
  given.erase("placement");
  given.erase("full_time");
  const auto advice = weigh(given);
  CHECK(advice.pick == "undecided");
  CHECK(advice.next == Words{"full_time", "placement"});
  // Something that speaks against it decides all the same.
  given["debt"] = true;
  CHECK(weigh(given).pick == "no");
}

TEST_CASE("a bootcamp's record may fall short of its price", "[advice]") {
  auto given = good_bootcamp();
  given["placement"] = 0.75;
  const auto advice = weigh(given);
  CHECK(advice.pick == "worth weighing");
  CHECK(warns(advice, "record"));
}

TEST_CASE("stacks stand side by side, with the weeks that differ", "[advice]") {
  const auto advice =
      advise_stack(roadmap(), catalogue(), table("starter-stack"), {.market = "europe"});
  CHECK(advice.pick == "eu");
  REQUIRE(advice.stacks.size() == 4);
  for (const auto& each : advice.stacks) {
    CHECK(each.weeks.size() == advice.stacks.front().weeks.size());
    for (const auto& week : each.weeks)
      CHECK((week.tier.text() == "cloud" || week.tier.text() == "orchestration"));
  }
  CHECK(advice.stacks.front().exam_usd == curriculum::Usd{30000});
  CHECK(advice.next == Words{"gradus init --stack eu"});
}

TEST_CASE("midway a stack stays, unless a switch is weighed anyway", "[advice]") {
  StackCase asked{.market = "europe", .own = stack("us"), .midway = true};
  const auto advice_for = [&] {
    return advise_stack(roadmap(), catalogue(), table("starter-stack"), asked);
  };
  CHECK(advice_for().pick == "us");
  CHECK(warns(advice_for(), "midway"));
  asked.anyway = true;
  CHECK(advice_for().pick == "eu");
  asked.anyway = false;
  asked.midway = false;
  CHECK(advice_for().pick == "eu");
  CHECK_FALSE(warns(advice_for(), "midway"));
}

TEST_CASE("the catalogue's stacks and the table's agree", "[advice]") {
  for (const auto& each : roadmap().stacks)
    for (const auto& market : each.markets) {
      CAPTURE(each.id.text(), market);
      const auto advice =
          advise_stack(roadmap(), catalogue(), table("starter-stack"), {.market = market});
      const bool shared = std::ranges::any_of(roadmap().stacks, [&](const auto& other) {
        return other.id != each.id &&
               std::ranges::find(other.markets, market) != other.markets.end();
      });
      if (!shared) CHECK(advice.pick == each.id.text());
    }
}

}  // namespace gradus::decisions::advise_test
