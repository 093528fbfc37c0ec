#include "gradus/curriculum/load.hpp"
#include "gradus/rules/outcome.hpp"

#include "fuzz/expect.hpp"
#include "support/entries.hpp"
#include "support/memory_facts.hpp"
#include "support/naive_evaluator.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace gradus;
using curriculum::Difficulty;
using testing::expect;

// A curriculum whose one criterion requires what the input says.
constexpr std::string_view before =
    R"({"format": 1, "id": "fuzz", "title": "Fuzz", "version": "1",
        "minutes": {"read": 60, "lab": 60, "review": 0},
        "topics": [{"id": "knots", "title": "Knots"}, {"id": "sails", "title": "Sails"}],
        "tiers": [{"id": "boat", "title": "Boat",
                   "weeks": [{"id": "one", "title": "One",
                              "artefacts": [{"id": "model", "title": "A model"}]}],
                   "exit": [{"id": "done", "title": "Done", "kind": "measured", "require": )";
constexpr std::string_view after = "}]}]}";

const std::vector<journal::Entry>& entries() {
  static const std::vector<journal::Entry> all{
      testing::make_session("2026-12-01", 50, journal::SessionKind::lab, "one", "boat"),
      testing::make_problem("2026-12-02", "knots", Difficulty::easy, 5, "one", "boat"),
      testing::make_problem("2026-12-02", "sails", Difficulty::medium, 15, "one", "boat"),
      testing::make_session("2026-12-03", 30),
      testing::make_problem("2026-12-04", "knots", Difficulty::hard, 40, "one", "boat"),
      testing::make_session("2026-12-04", 20, journal::SessionKind::review, "one", "boat"),
      testing::make_problem("2026-12-09", "sails")};
  return all;
}

bool agree(const rules::Outcome& program, const testing::naive::Outcome& reference) {
  if (program.parts.size() != reference.parts.size()) return false;
  for (std::size_t i = 0; i < program.parts.size(); ++i)
    if (!agree(program.parts[i], reference.parts[i])) return false;
  if (!reference.passes) return program.truth == rules::Truth::unknown;
  return program.truth == (*reference.passes ? rules::Truth::pass : rules::Truth::fail);
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string json{before};
  json.append(reinterpret_cast<const char*>(data), size).append(after);
  const auto loaded = curriculum::load(json);
  if (!loaded.curriculum) return 0;
  const testing::MemoryFacts facts{entries()};
  for (const auto& tier : loaded.curriculum->tiers)
    for (const auto& criterion : tier.exit)
      for (const auto& [compression, requirement] : criterion.require) {
        const auto today = testing::day("2026-12-10");
        expect(
            agree(rules::evaluate(requirement, {tier.id, criterion.id, today}, facts),
                  testing::naive::evaluate(requirement, {tier.id, criterion.id, today}, entries())),
            "a requirement comes to what a naive evaluator makes of it");
      }
  return 0;
}
