// The facts that come with the program say where they are from, and as of when.
#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/builtin.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <string>

namespace gradus::curriculum::data_sources_test {
namespace {

// Examples of the format, a list of ids, and the schema state no facts.
bool states_facts(std::string_view path) {
  return path.ends_with(".json") && !path.starts_with("curricula/examples/") &&
         path != "modules/bundles.json" && !path.starts_with("schema/");
}

}  // namespace

TEST_CASE("every data file names its source and the day it is of", "[data]") {
  int seen = 0;
  for (const auto& file : builtin_files()) {
    if (!states_facts(file.path)) continue;
    CAPTURE(file.path);
    ++seen;
    const auto json = nlohmann::json::parse(file.text);
    REQUIRE(json.contains("source"));
    CHECK(json["source"].get<std::string>().size() > 10);
    REQUIRE(json.contains("as_of"));
    CHECK(calendar::Date::parse(json["as_of"].get<std::string>()));
  }
  CHECK(seen > 60);
}

}  // namespace gradus::curriculum::data_sources_test
