#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/module.hpp"
#include "gradus/curriculum/module_checks.hpp"
#include "gradus/rules/gate.hpp"

#include "support/entries.hpp"
#include "support/memory_facts.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace gradus::rules::module_gate_test {

using curriculum::CriterionKind;
using curriculum::Module;
using curriculum::ModuleCheck;
using journal::Entry;
using testing::day;
using testing::make_entry;
using testing::MemoryFacts;

namespace {

constexpr auto today = "2027-03-01";

std::vector<Module> builtin_modules() {
  std::vector<Module> modules;
  for (const auto& file : curriculum::builtin_files()) {
    if (!file.path.starts_with("modules/") || file.path == "modules/bundles.json") continue;
    modules.push_back(curriculum::load_module(file.text, file.path));
  }
  return modules;
}

Entry recorded(const Module& module, const ModuleCheck& check, bool passed = true) {
  return make_entry(today, journal::Check{module.id, check.id, passed}, "sql");
}

Entry drill(const ModuleCheck& check, int seconds, bool passed) {
  return make_entry(today, journal::Drill{.drill = check.id.text(),
                                          .seconds = std::chrono::seconds{seconds},
                                          .limit_seconds = check.limit,
                                          .passed = passed});
}

Entry round_of(const curriculum::Quiz& quiz, int items, double score) {
  return make_entry(today, journal::Drill{.drill = quiz.table.text(),
                                          .seconds = std::chrono::seconds{90},
                                          .passed = true,
                                          .score = score,
                                          .items = items});
}

// What passes a check in the way of its kind: a question answered in time, something delivered, a
// word given.
Entry work_for(const Module& module, const ModuleCheck& check) {
  if (check.kind == CriterionKind::timed)
    return drill(check, static_cast<int>(check.limit.value().count()), true);
  if (check.quiz) return round_of(*check.quiz, check.quiz->items, check.quiz->share());
  if (check.kind == CriterionKind::artefact)
    return make_entry(today, journal::Artefact{curriculum::ArtefactId(check.id.text()), "It"});
  return recorded(module, check);
}

Verdict verdict_on(const Module& module, std::vector<Entry> entries) {
  return check_module(module, day(today), MemoryFacts(std::move(entries)));
}

}  // namespace

TEST_CASE("each built-in module is passed by what its checks ask for, and not one step short",
          "[rules]") {
  const auto modules = builtin_modules();
  REQUIRE(modules.size() == 10);
  for (const auto& module : modules) {
    INFO(module.id.text());
    std::vector<Entry> all;
    for (const auto& check : module.checks) all.push_back(work_for(module, check));
    const auto passed = verdict_on(module, all);
    CHECK(passed.ready);
    CHECK(passed.state == TierState::passed);
    CHECK(passed.met == module.checks.size());
    for (std::size_t missing = 0; missing < all.size(); ++missing) {
      INFO(module.checks[missing].id.text());
      auto short_of_one = all;
      short_of_one.erase(short_of_one.begin() + static_cast<std::ptrdiff_t>(missing));
      const auto verdict = verdict_on(module, short_of_one);
      CHECK_FALSE(verdict.ready);
      CHECK(verdict.state == TierState::open);
      CHECK(verdict.met == module.checks.size() - 1);
      CHECK(verdict.criteria.at(missing).status != Status::pass);
    }
    CHECK(verdict_on(module, {}).met == 0);
  }
}

TEST_CASE("a check of any kind passes once it is recorded as passed, and stays so", "[rules]") {
  for (const auto& module : builtin_modules()) {
    INFO(module.id.text());
    std::vector<Entry> passed;
    std::vector<Entry> failed;
    for (const auto& check : module.checks) {
      passed.push_back(recorded(module, check));
      failed.push_back(recorded(module, check, false));
    }
    CHECK(verdict_on(module, passed).ready);
    CHECK(verdict_on(module, failed).met == 0);
    passed.insert(passed.end(), failed.begin(), failed.end());
    CHECK(verdict_on(module, passed).ready);
  }
}

TEST_CASE("a drill passes its timed check within the limit alone", "[rules]") {
  for (const auto& module : builtin_modules())
    for (const auto& check : module.checks) {
      if (check.kind != CriterionKind::timed) continue;
      INFO(check.id.text());
      const auto limit = static_cast<int>(check.limit.value().count());
      CHECK(verdict_on(module, {drill(check, limit, true)}).met == 1);
      CHECK(verdict_on(module, {drill(check, limit + 1, true)}).met == 0);
      CHECK(verdict_on(module, {drill(check, limit, false)}).met == 0);
    }
}

TEST_CASE("a quiz passes with a round that is long and good enough", "[rules]") {
  for (const auto& module : builtin_modules())
    for (const auto& check : module.checks) {
      if (check.kind != CriterionKind::quiz) continue;
      INFO(check.id.text());
      REQUIRE(check.quiz.has_value());
      const auto& quiz = *check.quiz;
      const auto met = [&](int items, double score) {
        return verdict_on(module, {round_of(quiz, items, score)})
                   .criteria.at(static_cast<std::size_t>(&check - module.checks.data()))
                   .status == Status::pass;
      };
      CHECK(met(quiz.items, quiz.share()));
      CHECK(met(quiz.items + 5, 1));
      CHECK_FALSE(met(quiz.items, quiz.share() - 0.01));
      if (quiz.items > 1) CHECK_FALSE(met(quiz.items - 1, 1));
    }
}

TEST_CASE("a check says what it has and needs in the words of its kind", "[rules]") {
  const auto path = "modules/query-tuning.json";
  const auto module = curriculum::load_module(curriculum::builtin_text(path), path);
  const auto open = verdict_on(module, {});
  CHECK(open.criteria.at(0).outcome.unit == "drills");
  CHECK(open.criteria.at(3).outcome.unit == "artefacts");
  CHECK(open.criteria.at(3).outcome.have == 0.0);
  CHECK(open.criteria.at(3).outcome.need == 1.0);
  const auto met = verdict_on(module, {recorded(module, module.checks.at(3))});
  CHECK(met.criteria.at(3).outcome.unit == "checks");
  CHECK(met.criteria.at(3).outcome.have == 1.0);
}

TEST_CASE("only what was done up to the day counts", "[rules]") {
  const auto path = "modules/query-tuning.json";
  const auto module = curriculum::load_module(curriculum::builtin_text(path), path);
  const MemoryFacts facts({recorded(module, module.checks.front())});
  const auto before = day("2027-02-28");
  CHECK(check_module(module, AsOf{before, before}, facts).met == 0);
  CHECK(check_module(module, AsOf{day(today), day(today)}, facts).met == 1);
}

}  // namespace gradus::rules::module_gate_test
