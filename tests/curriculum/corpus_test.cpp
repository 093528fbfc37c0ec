#include "gradus/curriculum/load.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>

namespace gradus::curriculum::corpus_test {

using namespace gradus::curriculum;
using text::Finding;
using text::Severity;

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
