#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/load.hpp"
#include "gradus/curriculum/module.hpp"
#include "gradus/curriculum/module_checks.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <variant>

namespace gradus::curriculum::own_modules_test {

using namespace gradus::curriculum;

namespace {

Curriculum example() {
  const auto path = "curricula/examples/amateur-radio.json";
  return load_or_throw(builtin_text(path), path);
}

}  // namespace

TEST_CASE("a curriculum's own modules are read as files of theirs", "[curriculum][module]") {
  const auto curriculum = example();
  REQUIRE(curriculum.modules.size() == 3);
  for (const auto& own : curriculum.modules) {
    const auto module = load_module(own.text, own.id.text());
    CHECK(module.id == own.id);
    CHECK(module.curriculum == curriculum.id);
    CHECK_FALSE(module.checks.empty());
  }
  const auto antenna = load_module(curriculum.modules[1].text, "own-antenna");
  CHECK(antenna.minutes == WeekMinutes{Minutes{60}, Minutes{180}, Minutes{0}});
  CHECK(antenna.needs == std::vector{ModuleId("weak-signals")});
  CHECK(antenna.prompts.at(0).points.size() == 2);
}

TEST_CASE("a check is what was recorded, or what its kind asks for", "[curriculum][module]") {
  const auto module = load_module(example().modules.front().text, "weak-signals");
  const auto alternatives = [&](std::size_t check) {
    return std::get<Any>(requirement_of(module, module.checks.at(check)).form).parts;
  };
  const auto artefact = alternatives(0);
  REQUIRE(artefact.size() == 2);
  CHECK(std::get<Measure>(artefact[0].form).query.of == EntryType::check);
  CHECK(std::get<Delivered>(artefact[1].form).artefact == ArtefactId("decoded"));
  const auto quiz = alternatives(1);
  REQUIRE(quiz.size() == 2);
  CHECK(std::get<Measure>(quiz[1].form).at_least == 0.8);
  const auto timed = alternatives(2);
  REQUIRE(timed.size() == 2);
  const auto& drill = std::get<Measure>(timed[1].form).query;
  CHECK(drill.of == EntryType::drill);
  CHECK(drill.where.size() == 3);
  CHECK(drill.tiers == std::vector<TierId>{});  // of any

  const auto antenna = load_module(example().modules.at(1).text, "own-antenna");
  CHECK(std::get<Any>(requirement_of(antenna, antenna.checks.at(1)).form).parts.size() == 1);
  CHECK(find_check(antenna, "hung") == &antenna.checks.front());
  CHECK(find_check(antenna, "hang") == nullptr);
  CHECK(check_name(antenna.id, antenna.checks.front().id) == "own-antenna/hung");
}

}  // namespace gradus::curriculum::own_modules_test
