#include "gradus/text/code_point.hpp"
#include "gradus/text/json.hpp"
#include "gradus/text/json_escapes.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <string>
#include <string_view>
#include <vector>

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

TEST_CASE("what drives a terminal or turns a line is written as an escape", "[text]") {
  const auto written = [](const std::string& text) { return to_json(Node{text, 1}); };
  CHECK(written("\x1b[31m\x7f\u009b") == R"("\u001b[31m\u007f\u009b")");
  CHECK(written("abc\u202egnp.exe") == R"("abc\u202egnp.exe")");
  CHECK(written("\u200e\u200f\u061c\u2028\u2029") == R"("\u200e\u200f\u061c\u2028\u2029")");
  CHECK(written("\u202a\u202d\u2066\u2069") == R"("\u202a\u202d\u2066\u2069")");
  CHECK(written("naïve 東京 👩‍💻 \u00a0\u202f\u206a") ==
        "\"naïve 東京 👩‍💻 \u00a0\u202f\u206a\"");
  CHECK(to_json(Node{Node::Object{{"\u202e", Node{}}}, 1}) == R"({"\u202e":null})");
  CHECK(with_escapes("{\n  \"\u202e\"\n}") == "{\n  \"\\u202e\"\n}");
}

TEST_CASE("whatever a text holds, it is read back as it was", "[text]") {
  CHECK(rc::check([] {
    const auto points = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "a", "\"", "\\", "\n", "\x1b", "\x7f", "\u009b", "\u202e", "\u2066", "\u200f", "é", "😀"));
    std::string text;
    for (const auto& point : points) text += point;
    const auto written = to_json(Node{text, 1});
    RC_ASSERT(parse_json(written).root.text() == text);
    for (std::string_view rest = written; !rest.empty();) {
      const auto character = first_code_point(rest);
      RC_ASSERT(!drives_terminal(character.value));
      rest.remove_prefix(character.bytes.size());
    }
  }));
}

TEST_CASE("a key written twice is written once, with its last value", "[text]") {
  CHECK(to_json(parse_json(R"({"a": 1, "a": 2})").root) == R"({"a":2})");
}

}  // namespace gradus::text::write_json_test
