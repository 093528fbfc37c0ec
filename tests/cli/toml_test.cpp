#include "cli/toml.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace gradus::cli::toml_test {

using gradus::cli::read_toml;
using gradus::cli::TomlSetting;

namespace {

using Values = std::vector<std::string>;

TomlSetting only(const std::string& text) {
  const auto toml = read_toml(text);
  INFO(text << (toml.failure ? toml.failure->message : ""));
  REQUIRE_FALSE(toml.failure);
  REQUIRE(toml.settings.size() == 1);
  return toml.settings.front();
}

Values values(const std::string& value) {
  return only("key = " + value).values;
}

// "LINE: message" of a text that is no TOML.
std::string failure(const std::string& text) {
  const auto toml = read_toml(text);
  INFO(text);
  REQUIRE(toml.failure);
  return std::to_string(toml.failure->line) + ": " + toml.failure->message;
}

}  // namespace

TEST_CASE("TOML settings have a table, a key and a value", "[cli]") {
  const auto toml = read_toml(
      "\xEF\xBB\xBF# mine\r\n"
      "color = \"never\"  # always\r\n"
      "\r\n"
      "[log]\n"
      "topic='joins'\n"
      "[ plan . break ]\n"
      "note = \"Christmas\"\n"
      "deeper.\"quoted key\" = 1");
  REQUIRE_FALSE(toml.failure);
  REQUIRE(toml.settings.size() == 4);
  CHECK(toml.settings[0].table.empty());
  CHECK(toml.settings[0].key == "color");
  CHECK(toml.settings[0].values == Values{"never"});
  CHECK(toml.settings[0].line == 2);
  CHECK(toml.settings[1].table == "log");
  CHECK(toml.settings[1].values == Values{"joins"});
  CHECK(toml.settings[2].table == "plan.break");
  CHECK(toml.settings[2].line == 7);
  CHECK(toml.settings[3].table == "plan.break.deeper");
  CHECK(toml.settings[3].key == "quoted key");
}

TEST_CASE("TOML texts keep every character", "[cli]") {
  CHECK(values(R"("a # b, c = [d] 'e'")") == Values{"a # b, c = [d] 'e'"});
  CHECK(values(R"('C:\new "x"')") == Values{R"(C:\new "x")"});
  CHECK(values(R"("\"\\\t\n\u00e4\U0001F600")") == Values{"\"\\\t\n\u00e4\U0001F600"});
  CHECK(values(R"("")") == Values{""});
}

TEST_CASE("TOML numbers, days and booleans stay as they are written", "[cli]") {
  for (const std::string value : {"true", "false", "7", "-1", "+9.5", "1e3", "2026-12-01", "19:30"})
    CHECK(values(value) == Values{value});
}

TEST_CASE("TOML arrays may stand on several lines", "[cli]") {
  const auto setting = only("key = [ # two\n  \"a\",\n\n  'b', # more\n]\n");
  CHECK(setting.list);
  CHECK(setting.values == Values{"a", "b"});
  CHECK(values("[]").empty());
  CHECK(values("[1,2]") == Values{"1", "2"});
  CHECK_FALSE(only("key = 1").list);
}

TEST_CASE("words need no quotes, and comments may begin with a semicolon", "[cli]") {
  CHECK(only("; mine\nkey = never ; always").values == Values{"never"});
  CHECK(only("key = ~/study/gradus.db").values == Values{"~/study/gradus.db"});
  CHECK(only("key = on").as_switch() == true);
  CHECK(only("key = 0").as_switch() == false);
  CHECK_FALSE(only("key = maybe").as_switch());
  CHECK_FALSE(only("key = [true]").as_switch());
}

TEST_CASE("what is no TOML is told with its line", "[cli]") {
  CHECK(failure("\n\nkey = {}") == "3: {inline tables} are not understood here");
  CHECK(failure("key = \"open\nkey2 = 1") == "1: a quote is not closed");
  CHECK(failure("key =") == "1: a value is missing; text needs quotes");
  CHECK(failure("key") == "1: a = is missing after \"key\"");
  CHECK(failure("= 1") == "1: a key is missing here, as in: color = \"never\"");
  CHECK(failure("[log\nkey = 1") == "1: a ] is missing, as in: [log]");
  CHECK(failure("key = 1 2") ==
        "1: there is more than one setting on this line; text needs quotes");
  CHECK(failure("key = [1\n2]") == "2: a , or ] is missing");
  CHECK(failure("key = [1,\n") == "2: a ] is missing");
  CHECK(failure("key = 1\nkey = 2") == "2: \"key\" is set a second time; the first is on line 1");
  CHECK(failure("[a]\n[a]\n") == "2: [a] appears a second time");
  CHECK(failure(R"(key = "\q")") ==
        "1: \\ does not begin a known escape; for a plain \\ use 'single quotes'");
  CHECK(failure(R"(key = "\ud800")").starts_with("1: \\ does not begin"));
  CHECK(failure(R"(key = "\u12)").starts_with("1: \\ does not begin"));
  CHECK(failure(std::string("key = \"\x1b[0m\"")) == "1: the text contains a control character");
}

TEST_CASE("the parts of TOML that no setting needs are refused by name", "[cli]") {
  CHECK(failure("[[log]]") == "1: [[double brackets]] are not understood here");
  CHECK(failure("key = {a = 1}") == "1: {inline tables} are not understood here");
  CHECK(failure("key = \"\"\"\nx\"\"\"") == "1: texts of several lines are not understood here");
  CHECK(failure("key = [[1]]") == "1: an array in an array is not understood here");
}

TEST_CASE("what stands before a failure is read", "[cli]") {
  CHECK(read_toml("a = 1\nb = {\n").settings.size() == 1);
}

// Each was compared with all before it: 200,000 would have taken minutes.
TEST_CASE("a file of many settings and tables is read in one go", "[cli]") {
  std::string text;
  for (int i = 0; i < 200'000; ++i)
    text += (i % 2 == 0 ? "[t" + std::to_string(i) + "]\n" : "k" + std::to_string(i) + " = 1\n");
  CHECK(read_toml(text).settings.size() == 100'000);
  CHECK(failure(text + "k199999 = 2\n").starts_with("200001: \"k199999\" is set a second time"));
}

}  // namespace gradus::cli::toml_test
