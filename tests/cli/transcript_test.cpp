#include "support/transcript.hpp"

#include "support/program.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

namespace gradus::cli::transcript_test {

namespace fs = std::filesystem;
using gradus::testing::read_file;

namespace {

const fs::path root = GRADUS_SOURCE_DIR;

// With UPDATE_TRANSCRIPTS=1 what the program prints now becomes what is expected.
void compare(const fs::path& file, const std::string& actual) {
  const std::string expected = read_file(file);
  if (std::getenv("UPDATE_TRANSCRIPTS") != nullptr && actual != expected)
    std::ofstream(file, std::ios::binary) << actual;
  else
    CHECK(actual == expected);
}

}  // namespace

TEST_CASE("the program prints what the transcripts say", "[cli]") {
  std::vector<fs::path> transcripts;
  for (const auto& file : fs::directory_iterator(root / "tests" / "transcripts"))
    transcripts.push_back(file.path());
  std::ranges::sort(transcripts);
  REQUIRE_FALSE(transcripts.empty());
  for (const auto& file : transcripts) {
    INFO(file);
    compare(file, gradus::testing::replay_transcript(read_file(file)));
  }
}

TEST_CASE("the console blocks of the documents are what the program prints", "[cli]") {
  std::vector<fs::path> pages{root / "README.md", root / "CONTRIBUTING.md"};
  for (const auto& file : fs::recursive_directory_iterator(root / "docs"))
    if (file.path().extension() == ".md") pages.push_back(file.path());
  std::ranges::sort(pages);
  for (const auto& file : pages) {
    INFO(file);
    compare(file, gradus::testing::replay_console_blocks(read_file(file)));
  }
}

TEST_CASE("a replay replaces stale output and keeps all else", "[cli]") {
  const std::string before =
      "Text.\n\n"
      "<!-- save as mine.json -->\n```json\n{}\n```\n\n"
      "```console\n"
      "$ export GRADUS_TODAY=2027-01-04\n"
      "$ gradus init --curriculum watercolour | head -n 1\n"
      "what it once printed\n"
      "$ gradus curriculum check mine.json | tail -n 1\n"
      "```\n"
      "More text.\n\n"
      "```console\n$ gradus today\n```\n";
  const std::string after = gradus::testing::replay_console_blocks(before);
  using Catch::Matchers::Contains;
  CHECK_THAT(after, Catch::Matchers::StartsWith("Text.\n\n<!-- save as mine.json -->\n```json\n"));
  CHECK_THAT(after, Contains("Watercolour in five weeks\n$ gradus curriculum check"));
  CHECK_THAT(after, !Contains("once printed"));
  CHECK_THAT(after, Contains("\n[exit 1]\n```\nMore text.\n"));
  CHECK_THAT(after, Contains("$ gradus today\nMon 2027-01-04"));
  CHECK(gradus::testing::replay_console_blocks(after) == after);
}

TEST_CASE("no step of the tour in the README fails", "[cli]") {
  const std::string readme = read_file(root / "README.md");
  CHECK(readme.find("```console\n$ gradus") != std::string::npos);
  for (const char* failed : {"[exit 2]", "[exit 3]", "[exit 4]"})
    CHECK(readme.find(failed) == std::string::npos);
}

}  // namespace gradus::cli::transcript_test
