#include "gradus/text/json.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <string>

namespace gradus::text::document_test {

using namespace gradus::text;
using Kind = Node::Kind;

namespace {

Node parsed(std::string_view json) {
  ParsedJson document = parse_json(json);
  INFO(json);
  REQUIRE_FALSE(document.failure.has_value());
  return document.root;
}

ParseFailure failure(std::string_view json) {
  ParsedJson document = parse_json(json);
  INFO(json);
  REQUIRE(document.failure.has_value());
  return *document.failure;
}

std::string nested(std::size_t depth) {
  return std::string(depth, '[') + std::string(depth, ']');
}

// The tree as text, lines left out.
std::string outline(const Node& node) {
  switch (node.kind()) {
    case Kind::null:
      return "null";
    case Kind::flag:
      return node.flag() ? "true" : "false";
    case Kind::number:
      return std::to_string(node.number());
    case Kind::text:
      return '"' + node.text() + '"';
    case Kind::list: {
      std::string text = "[";
      for (const Node& item : node.items()) text += outline(item) + ",";
      return text + "]";
    }
    case Kind::object:
      break;
  }
  std::string text = "{";
  for (const auto& [key, value] : node.members()) text += key + ":" + outline(value) + ",";
  return text + "}";
}

}  // namespace

TEST_CASE("a document becomes a tree of values in order", "[curriculum]") {
  const Node root = parsed(R"( {"b": [1, -2.5, true, false, null, "x"], "a": {}, "": []} )");
  CHECK(outline(root) == R"({b:[1.000000,-2.500000,true,false,null,"x",],a:{},:[],})");
  CHECK(root.find("a")->kind() == Kind::object);
  CHECK(root.find("c") == nullptr);
}

TEST_CASE("texts keep their characters, escapes and UTF-8 alike", "[curriculum]") {
  CHECK(parsed(R"("a;b[c]\\\"\/\n\u00e9é\ud83c\udfbb🎻")").text() == "a;b[c]\\\"/\néé🎻🎻");
  CHECK(parsed("\"\"").text().empty());
}

TEST_CASE("a value's line is the one its token began on", "[curriculum]") {
  const Node root = parsed("\n{\n\"a\":\n1\n,\"b\": [2\r\n,\n3],\n\n\"c\": {\n\"d\": \"x\"}}\n");
  CHECK(root.line() == 2);
  CHECK(root.find("a")->line() == 4);
  CHECK(root.find("b")->line() == 5);
  CHECK(root.find("b")->items()[0].line() == 5);
  CHECK(root.find("b")->items()[1].line() == 7);
  CHECK(root.find("c")->line() == 9);
  CHECK(root.find("c")->find("d")->line() == 10);
}

TEST_CASE("a number is whole when written so and small enough to be exact", "[curriculum]") {
  for (const char* whole : {"0", "-0", "7", "-7", "9007199254740992", "-9007199254740992"}) {
    INFO(whole);
    CHECK(parsed(whole).whole());
  }
  for (const char* other : {"7.0", "7e0", "0.5", "9007199254740993", "-9007199254740993",
                            "18446744073709551615", "18446744073709551616"}) {
    INFO(other);
    CHECK_FALSE(parsed(other).whole());
  }
  CHECK(parsed("7.25").number() == 7.25);
}

TEST_CASE("a key written twice stands twice", "[curriculum]") {
  const Node root = parsed("{\"a\": 1,\n\"a\": 2}");
  REQUIRE(root.members().size() == 2);
  CHECK(root.find("a")->number() == 1);
  CHECK(root.members()[1].second.line() == 2);
}

TEST_CASE("a byte order mark is passed over", "[curriculum]") {
  CHECK(parsed("\xEF\xBB\xBF{}").kind() == Kind::object);
}

TEST_CASE("what is no JSON is refused in words for people, with its line", "[curriculum]") {
  struct Case {
    const char* json;
    std::size_t line;
    const char* words;
  };
  for (const Case& c : {
           Case{"", 1, "ends too early"},
           Case{"{\n\"a\": 1,\n", 2, "ends too early"},
           Case{"{\"a\": \"x", 1, "a \" is missing"},
           Case{"{\n\"a\": 1\n\"b\": 2}", 3, "near «\"b\"»"},
           Case{"{\"a\": 1,\n}", 2, "near «}»"},
           Case{"[1,\n2,\n]", 3, "near «]»"},
           Case{"{} {}", 1, "near «{} {»"},
           Case{"{}\n\nx", 3, "near «x»"},
           Case{"{'a': 1}", 1, "near «{'»"},
           Case{"[\n// hours\n1]", 2, "comments are not allowed"},
           Case{"[NaN]", 1, "NaN is not a number"},
           Case{"[-Infinity]", 1, "-Infinity is not a number"},
           Case{"[+1]", 1, "near «[+»"},
           Case{"[01]", 1, "near «[01]»"},
           Case{"[\"a\nb\"]", 1, "must end on the line it begins on"},
           Case{"[\"\xC3\x28\"]", 1, "not UTF-8"},
           Case{"[\"\xED\xA0\x80\"]", 1, "not UTF-8"},
           Case{"[\xC3\xA9]", 1, "only allowed inside quoted text"},
       }) {
    const ParseFailure found = failure(c.json);
    INFO(c.json << "\n" << found.message);
    CHECK(found.line == c.line);
    CHECK(found.message.find(c.words) != std::string::npos);
    CHECK(found.message.find("exception") == std::string::npos);
    CHECK_FALSE(found.over_limit);
  }
}

TEST_CASE("what is no JSON is told with what to type", "[curriculum]") {
  struct Case {
    std::string json;
    std::string fix;
  };
  for (const Case& c : {
           Case{"[NaN]", "write a number, or leave the key out"},
           Case{"[1e400]", "write a smaller number"},
           Case{"{\"a\": 1,}", "remove the comma before the }"},
           Case{"[1 , ]", "remove the comma before the ]"},
           Case{"[\"a\" \"b\"]", "put a comma before it"},
           Case{"{\"a\" = 1}", "write : after a key and , between values"},
           Case{"['a']", "write \" in place of '"},
           Case{"[True]", "write true"},
           Case{"[None]", "write null"},
           Case{"[+1]",
                "write numbers as 16, -2 or 0.5: no plus sign, no leading zero, a digit before the "
                "point"},
           Case{"{a: 1}", "put quotes around text and keys"},
           Case{"[1}", "check for a comma, quote or bracket before it"},
           Case{"[1] // one", "remove the comment"},
           Case{"[\"a", "add \" where that text ends"},
           Case{"[1", "close what is open, innermost first"},
           Case{"[\"\\ud800\"]", "write the character itself"},
           Case{"[\"a\nb\"]", "end the text with \" or write \\n"},
           Case{"[\"\xC3\x28\"]", "save the file as UTF-8"},
           Case{"[\xC3\xA9]", "remove it; quotes are written \""},
       }) {
    INFO(c.json);
    CHECK(failure(c.json).fix == c.fix);
  }
}

TEST_CASE("a number past all bounds is blamed at its place", "[curriculum]") {
  const ParseFailure found =
      failure("{\"a\": [1, {\"b/c\": [[], 2]}, {\"x\": 1,\n \"d\": -1e400}]}");
  CHECK(found.message == "the number -1e400 is too large");
  CHECK(found.pointer == "/a/2/d");
  CHECK(found.line == 2);
  CHECK(failure("[0, 1e400]").pointer == "/1");
  CHECK(failure("1e400").pointer.empty());
}

TEST_CASE("nesting goes 64 deep and no deeper", "[curriculum]") {
  CHECK_FALSE(parse_json(nested(64)).failure.has_value());
  const ParseFailure found = failure(nested(65));
  CHECK(found.message.find("64") != std::string::npos);
  CHECK(found.over_limit);
  CHECK(failure(std::string(1'000'000, '[')).over_limit);
  CHECK(failure(std::string(100, '\n') + nested(65)).line == 101);
}

TEST_CASE("a document of 16 MiB is read, one byte more is not", "[curriculum]") {
  std::string text(max_document_bytes, ' ');
  text.front() = '7';
  CHECK_FALSE(parse_json(text).failure.has_value());
  text += ' ';
  const ParseFailure found = failure(text);
  CHECK(found.over_limit);
  CHECK(found.message.find("16 MiB") != std::string::npos);
}

TEST_CASE("no text at all breaks the parser", "[curriculum]") {
  REQUIRE(rc::check("parse_json returns", [](const std::string& text) {
    const ParsedJson document = parse_json(text);
    RC_ASSERT(!document.failure || !document.failure->message.empty());
  }));
  REQUIRE(rc::check("parse_json returns for what looks like JSON", [] {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::elementOf(std::string{"{}[]\",:0123456789.eE+-truefalsnl \n\\u\xC3\xA9/"}));
    const ParsedJson document = parse_json(text);
    RC_ASSERT(!document.failure || !document.failure->message.empty());
  }));
}

TEST_CASE("a merge patch does what RFC 7386 lists", "[curriculum]") {
  struct Case {
    const char* target;
    const char* patch;
    const char* result;
  };
  // The examples of the RFC's appendix A.
  for (const Case& c : {
           Case{R"({"a":"b"})", R"({"a":"c"})", R"({"a":"c"})"},
           Case{R"({"a":"b"})", R"({"b":"c"})", R"({"a":"b","b":"c"})"},
           Case{R"({"a":"b"})", R"({"a":null})", R"({})"},
           Case{R"({"a":"b","b":"c"})", R"({"a":null})", R"({"b":"c"})"},
           Case{R"({"a":["b"]})", R"({"a":"c"})", R"({"a":"c"})"},
           Case{R"({"a":"c"})", R"({"a":["b"]})", R"({"a":["b"]})"},
           Case{R"({"a":{"b":"c"}})", R"({"a":{"b":"d","c":null}})", R"({"a":{"b":"d"}})"},
           Case{R"({"a":[{"b":"c"}]})", R"({"a":[1]})", R"({"a":[1]})"},
           Case{R"(["a","b"])", R"(["c","d"])", R"(["c","d"])"},
           Case{R"({"a":"b"})", R"(["c"])", R"(["c"])"},
           Case{R"({"a":"foo"})", "null", "null"},
           Case{R"({"a":"foo"})", "\"bar\"", "\"bar\""},
           Case{R"({"e":null})", R"({"a":1})", R"({"e":null,"a":1})"},
           Case{"[1,2]", R"({"a":"b","c":null})", R"({"a":"b"})"},
           Case{"{}", R"({"a":{"bb":{"ccc":null}}})", R"({"a":{"bb":{}}})"},
       }) {
    INFO(c.target << " + " << c.patch);
    CHECK(outline(merge_patch(parsed(c.target), parsed(c.patch))) == outline(parsed(c.result)));
  }
}

TEST_CASE("merged values keep the lines they came from", "[curriculum]") {
  const Node merged =
      merge_patch(parsed("{\"a\": 1,\n\"b\": 2}"), parsed("\n\n\n{\"b\": 3,\n\"c\": 4}"));
  CHECK(merged.line() == 1);
  CHECK(merged.find("a")->line() == 1);
  CHECK(merged.find("b")->line() == 4);
  CHECK(merged.find("c")->line() == 5);
}

}  // namespace gradus::text::document_test
