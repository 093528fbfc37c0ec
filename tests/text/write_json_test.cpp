#include "gradus/text/json.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace gradus::text::write_json_test {

TEST_CASE("what was read is written as it stood, on one line", "[text]") {
  for (const std::string json : {"null", "true", "7", "-12", "0.5", R"("a \"b\" \\ ü")", "[]", "{}",
                                 R"({"b":[1,{"c":null}],"a":"x"})", R"(["\u0001"])"}) {
    INFO(json);
    const auto parsed = parse_json(json);
    REQUIRE_FALSE(parsed.failure);
    CHECK(to_json(parsed.root) == json);
  }
}

TEST_CASE("a key written twice is written once, with its last value", "[text]") {
  CHECK(to_json(parse_json(R"({"a": 1, "a": 2})").root) == R"({"a":2})");
}

}  // namespace gradus::text::write_json_test
