#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/load.hpp"

#include "support/folder.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::curriculum::pages_test {

using namespace gradus::curriculum;
using text::Severity;

namespace {

// What stands between the lines ```json and ```.
std::vector<std::string> examples(const std::string& page) {
  constexpr std::string_view open = "```json\n";
  std::vector<std::string> blocks;
  for (auto at = page.find(open); at != std::string::npos; at = page.find(open, at)) {
    at += open.size();
    blocks.push_back(page.substr(at, page.find("```", at) - at));
  }
  return blocks;
}

// The roadmap with one more item in front of the first list of that name.
std::string roadmap_with(const std::string& list, const std::string& item) {
  std::string text(builtin_text("curricula/de-roadmap.json"));
  const auto start = fmt::format("\"{}\": [", list);
  text.insert(text.find(start) + start.size(), item + ",");
  return text;
}

void check_usable(const std::string& text) {
  const auto loaded = load(text);
  for (const auto& finding : loaded.findings) CHECK(finding.severity == Severity::advice);
  CHECK(loaded.curriculum.has_value());
}

}  // namespace

TEST_CASE("every example of the page on rules is one that the roadmap could use", "[curriculum]") {
  const auto blocks = examples(gradus::testing::read_file(GRADUS_SOURCE_DIR "/docs/rules.md"));
  CHECK(blocks.size() >= 13);
  for (const auto& block : blocks) {
    CAPTURE(block);
    check_usable(roadmap_with(
        "exit",
        fmt::format(
            R"({{"id": "of-the-page", "title": "Of the page", "kind": "measured", "require": {}}})",
            block)));
  }
}

TEST_CASE("the examples of the page on the format are what it says", "[curriculum]") {
  const auto blocks =
      examples(gradus::testing::read_file(GRADUS_SOURCE_DIR "/docs/curriculum-format.md"));
  REQUIRE(blocks.size() == 4);

  // The file to begin with draws no finding at all, and it stays short.
  const auto loaded = load(blocks[0]);
  CHECK(loaded.findings.empty());
  REQUIRE(loaded.curriculum.has_value());
  CHECK(loaded.curriculum->id.text() == "juggling");
  CHECK(std::ranges::count(blocks[0], '\n') <= 22);

  // The others show an artefact and two criteria.
  const auto renamed = [](std::string block) {
    constexpr std::string_view id = "\"id\": \"";
    return block.insert(block.find(id) + id.size(), "of-the-page-");
  };
  CAPTURE(blocks[1], blocks[2], blocks[3]);
  check_usable(roadmap_with("artefacts", renamed(blocks[1])));
  check_usable(roadmap_with("exit", renamed(blocks[2])));
  check_usable(roadmap_with("exit", renamed(blocks[3])));
}

}  // namespace gradus::curriculum::pages_test
