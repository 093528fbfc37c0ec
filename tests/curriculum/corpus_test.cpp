#include "gradus/curriculum/load.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>

namespace gradus::curriculum::corpus_test {

using namespace gradus::curriculum;

namespace {

namespace fs = std::filesystem;

const fs::path corpus = fs::path{GRADUS_SOURCE_DIR} / "tests/curriculum/corpus";

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

std::set<std::string> files_in(const char* folder) {
  std::set<std::string> files;
  for (const auto& entry : fs::directory_iterator{corpus / folder}) {
    files.insert(std::string{folder} + "/" + entry.path().filename().string());
  }
  return files;
}

}  // namespace

TEST_CASE("every good curriculum of the corpus loads without an error", "[curriculum]") {
  const auto files = files_in("good");
  REQUIRE(files.size() >= 10);
  for (const std::string& file : files) {
    const Loaded loaded = load(read(corpus / file));
    INFO(listing(loaded, file));
    CHECK(loaded.curriculum.has_value());
    CHECK(std::ranges::none_of(loaded.findings, is_error));
  }
}

TEST_CASE("a curriculum of the corpus draws no advice at all", "[curriculum][advice]") {
  const Loaded sound = check(read(corpus / "good/sound.json"));
  INFO(listing(sound, "good/sound.json"));
  CHECK(sound.findings.empty());
}

TEST_CASE("every curriculum to be advised on draws what the table says, and no more",
          "[curriculum][advice]") {
  std::istringstream table{read(corpus / "advised.tsv")};
  std::map<std::string, std::set<std::string>> expected;
  std::string line;
  std::getline(table, line);  // the heading
  while (std::getline(table, line)) expected[line.substr(0, line.find('\t'))].insert(line);
  std::set<std::string> listed;
  for (const auto& [file, lines] : expected) {
    listed.insert(file);
    const Loaded checked = check(read(corpus / file));
    CHECK(checked.curriculum.has_value());
    std::set<std::string> found;
    for (const Finding& finding : checked.findings)
      found.insert(file + '\t' + finding.pointer + '\t' + finding.message + '\t' + finding.fix);
    CHECK(found == lines);
    CHECK(found.size() == checked.findings.size());
    CHECK(std::ranges::none_of(checked.findings, is_error));
  }
  CHECK(listed == files_in("advice"));
}

TEST_CASE("the findings that the format's page tells are those of the corpus",
          "[curriculum][advice]") {
  std::set<std::string> told;  // "| what is wrong | fix |", as the page has its rows
  for (const char* folder : {"bad", "advice"}) {
    for (const std::string& file : files_in(folder)) {
      for (const Finding& finding : check(read(corpus / file)).findings)
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

TEST_CASE("every bad curriculum of the corpus is blamed where its defect stands", "[curriculum]") {
  std::istringstream table{read(corpus / "expected.tsv")};
  std::set<std::string> listed;
  std::string line;
  std::getline(table, line);  // the heading
  while (std::getline(table, line)) {
    std::istringstream columns{line};
    std::string file, pointer;
    std::getline(columns, file, '\t');
    std::getline(columns, pointer, '\t');
    listed.insert(file);
    const Loaded loaded = load(read(corpus / file));
    INFO(line << '\n' << listing(loaded, file));
    CHECK_FALSE(loaded.curriculum.has_value());
    CHECK(std::ranges::any_of(loaded.findings, [&](const Finding& finding) {
      return is_error(finding) && finding.pointer == pointer;
    }));
    CHECK(std::ranges::none_of(loaded.findings, &std::string::empty, &Finding::fix));
    // One defect: everything that is said of the file is said about one place.
    CHECK(std::ranges::count_if(loaded.findings, is_error) <= 2);
  }
  CHECK(listed == files_in("bad"));
}

}  // namespace gradus::curriculum::corpus_test
