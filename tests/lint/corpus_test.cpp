#include "gradus/lint/check.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>

namespace gradus::lint::corpus_test {

using namespace curriculum;
using text::Finding;
using text::Severity;

namespace {

namespace fs = std::filesystem;

const fs::path sources = fs::path{GRADUS_SOURCE_DIR} / "tests";

std::string read(const fs::path& file) {
  std::ifstream in{file, std::ios::binary};
  REQUIRE(in);
  return {std::istreambuf_iterator<char>{in}, {}};
}

bool is_error(const Finding& finding) {
  return finding.severity == Severity::error;
}

std::string listing(const Loaded& loaded, const std::string& file) {
  std::string text;
  for (const Finding& finding : loaded.findings) text += finding.text(file) + '\n';
  return text;
}

std::set<std::string> names_in(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator{sources / folder})
    names.insert(entry.path().filename().string());
  return names;
}

}  // namespace

TEST_CASE("a curriculum of the corpus draws no advice at all", "[lint]") {
  const Loaded sound = check(read(sources / "curriculum/corpus/good/sound.json"));
  INFO(listing(sound, "good/sound.json"));
  CHECK(sound.findings.empty());
}

TEST_CASE("every curriculum to be advised on draws what the table says, and no more", "[lint]") {
  std::istringstream table{read(sources / "lint/expected.tsv")};
  std::map<std::string, std::set<std::string>> expected;
  std::string line;
  std::getline(table, line);  // the heading
  while (std::getline(table, line)) expected[line.substr(0, line.find('\t'))].insert(line);
  std::set<std::string> listed;
  for (const auto& [file, lines] : expected) {
    listed.insert(file);
    const Loaded checked = check(read(sources / "lint/corpus" / file));
    CHECK(checked.curriculum.has_value());
    std::set<std::string> found;
    for (const Finding& finding : checked.findings)
      found.insert(file + '\t' + finding.pointer + '\t' + finding.message + '\t' + finding.fix);
    CHECK(found == lines);
    CHECK(found.size() == checked.findings.size());
    CHECK(std::ranges::none_of(checked.findings, is_error));
  }
  CHECK(listed == names_in("lint/corpus"));
}

TEST_CASE("the format's page lists exactly the findings of the corpus", "[lint]") {
  std::set<std::string> told;  // "| what is wrong | fix |", as the page has its rows
  for (const fs::path folder : {"curriculum/corpus/bad", "lint/corpus"}) {
    for (const std::string& file : names_in(folder)) {
      for (const Finding& finding : check(read(sources / folder / file)).findings)
        told.insert("| " + finding.message + " | " + finding.fix + " |");
    }
  }
  std::istringstream page{read(fs::path{GRADUS_SOURCE_DIR} / "docs/curriculum-format.md")};
  std::size_t rows = 0;
  bool in_section = false;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("## ")) in_section = line == "## Findings";
    if (!in_section || !line.starts_with("| ") || line.starts_with("| what is wrong")) continue;
    ++rows;
    INFO(line);
    CHECK(told.contains(line));
  }
  CHECK(rows >= 100);
}

}  // namespace gradus::lint::corpus_test
