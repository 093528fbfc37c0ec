#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/load.hpp"

#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <string>
#include <vector>

using namespace gradus::curriculum;

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

}  // namespace

TEST_CASE("every example of the page on rules is one that the roadmap could use", "[curriculum]") {
  const auto blocks = examples(gradus::testing::read_file(GRADUS_SOURCE_DIR "/docs/rules.md"));
  CHECK(blocks.size() >= 13);
  for (const auto& block : blocks) {
    CAPTURE(block);
    std::string text(builtin_text("curricula/de-roadmap.json"));
    const std::string exit = "\"exit\": [";
    text.insert(
        text.find(exit) + exit.size(),
        fmt::format(
            R"({{"id": "of-the-page", "title": "Of the page", "kind": "measured", "require": {}}},)",
            block));
    const auto loaded = load(text);
    for (const auto& finding : loaded.findings) CHECK(finding.severity == Severity::advice);
    CHECK(loaded.curriculum.has_value());
  }
}
