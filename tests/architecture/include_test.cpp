#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

// The map of docs/architecture.md: what each box may include. Arrows point down only.
struct Box {
  std::set<std::string> uses;
  std::set<std::string> libraries;
};

const std::map<std::string, Box> boxes{
    {"calendar", {{}, {}}},
    {"curriculum", {{"calendar"}, {"nlohmann", "fmt", "xxhash.h"}}},
    {"journal", {{"curriculum", "calendar"}, {"fmt", "utf8proc.h"}}},
    {"rules", {{"journal", "curriculum", "calendar"}, {"fmt"}}},
    {"plan", {{"journal", "curriculum", "calendar"}, {"fmt"}}},
    {"insight", {{"plan", "rules", "journal", "curriculum", "calendar"}, {"fmt"}}},
    {"advice", {{"plan", "rules", "journal", "curriculum", "calendar"}, {"fmt"}}},
    {"evidence", {{"curriculum", "calendar"}, {"fmt", "utf8proc.h", "poll.h", "spawn.h"}}},
    {"report",
     {{"insight", "advice", "evidence", "plan", "rules", "journal", "curriculum", "calendar"},
      {"fmt", "nlohmann", "utf8proc.h"}}},
    {"exchange",
     {{"insight", "advice", "plan", "rules", "journal", "curriculum", "calendar"},
      {"fmt", "nlohmann", "xxhash.h"}}},
    {"store",
     {{"insight", "advice", "plan", "rules", "journal", "curriculum", "calendar"},
      {"fmt", "SQLiteCpp", "sqlite3.h"}}},
    {"cli",
     {{"report", "exchange", "store", "insight", "advice", "evidence", "plan", "rules", "journal",
       "curriculum", "calendar"},
      {"fmt", "CLI"}}},
};

struct Line {
  fs::path file;
  std::size_t number;
  std::string text;
};

std::ostream& operator<<(std::ostream& out, const Line& line) {
  return out << line.file.string() << ':' << line.number << ": " << line.text;
}

const fs::path root = GRADUS_SOURCE_DIR;

// "cli" for src/cli/plan/init.cpp and for include/gradus/cli/run.hpp; empty for src/main.cpp.
std::string box_of(const fs::path& file) {
  const fs::path relative = fs::relative(file, root);
  std::vector<std::string> parts(relative.begin(), relative.end());
  const std::size_t at = parts.front() == "include" ? 2 : 1;
  return parts.size() > at + 1 ? parts[at] : "";
}

std::vector<Line> lines_of_boxes() {
  std::vector<Line> lines;
  for (const char* folder : {"include", "src"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const auto extension = entry.path().extension();
      if (extension != ".cpp" && extension != ".hpp") continue;
      std::ifstream file(entry.path());
      std::string text;
      for (std::size_t number = 1; std::getline(file, text); ++number)
        if (!box_of(entry.path()).empty()) lines.push_back({entry.path(), number, text});
    }
  }
  return lines;
}

// The first part of what a line includes: {"own", "journal"} or {"library", "fmt"}; library is
// empty for the standard one.
struct Include {
  std::string own_box;
  std::string library;
};

Include parse_include(const std::string& text) {
  static const std::regex ours{R"(^\s*#include "(gradus/)?([a-z_]+)/.*)"};
  static const std::regex theirs{R"(^\s*#include <([A-Za-z0-9_.]+)(/.*)?>.*)"};
  static const std::set<std::string> system_folders{"sys", "unistd.h", "fcntl.h", "stdlib.h"};
  std::smatch match;
  if (std::regex_match(text, match, ours)) return {match[2], ""};
  if (!std::regex_match(text, match, theirs)) return {"", ""};
  const std::string name = match[1];
  const bool standard = match[2].length() == 0 && name.find('.') == std::string::npos;
  return {"", standard || system_folders.count(name) != 0 ? "" : name};
}

template <class Wrong>
std::vector<std::string> offenders(Wrong wrong) {
  std::vector<std::string> found;
  for (const Line& line : lines_of_boxes())
    if (wrong(line)) found.push_back(Catch::Detail::stringify(line));
  return found;
}

}  // namespace

TEST_CASE("every folder is a box of the map", "[architecture]") {
  for (const fs::path& parent : {root / "include" / "gradus", root / "src"})
    for (const auto& entry : fs::directory_iterator(parent))
      if (entry.is_directory()) CHECK(boxes.count(entry.path().filename().string()) == 1);
  for (const auto& [name, box] : boxes) CHECK(fs::is_directory(root / "src" / name));
}

TEST_CASE("a box includes only what the map allows", "[architecture]") {
  CHECK(offenders([](const Line& line) {
          const std::string own = box_of(line.file);
          const Include include = parse_include(line.text);
          return !include.own_box.empty() && include.own_box != own &&
                 boxes.at(own).uses.count(include.own_box) == 0;
        }).empty());
}

TEST_CASE("a library is included only in its boxes", "[architecture]") {
  CHECK(offenders([](const Line& line) {
          const Include include = parse_include(line.text);
          return !include.library.empty() &&
                 boxes.at(box_of(line.file)).libraries.count(include.library) == 0;
        }).empty());
}

TEST_CASE("CLI11's heavy header stays in two files", "[architecture]") {
  const std::set<fs::path> allowed{root / "src/cli/command.cpp", root / "src/cli/grammar.cpp"};
  CHECK(offenders([&](const Line& line) {
          return parse_include(line.text).library == "CLI" && allowed.count(line.file) == 0;
        }).empty());
}

TEST_CASE("clock, environment, terminal and files stay above", "[architecture]") {
  // Outside main nothing reads the clock or the environment or writes to the terminal, and below
  // cli and store nothing opens files but evidence, which is there to look at some.
  const std::regex everywhere{
      R"re(\b(system_clock::now|steady_clock::now|std::time\(|std::cout|std::cerr|std::cin|getenv))re"};
  const std::regex below{R"(<(fstream|filesystem|iostream|cstdio|unistd\.h)>)"};
  const std::set<std::string> with_files{"cli", "store", "evidence"};
  CHECK(offenders([&](const Line& line) {
          return std::regex_search(line.text, everywhere);
        }).empty());
  CHECK(offenders([&](const Line& line) {
          return with_files.count(box_of(line.file)) == 0 && std::regex_search(line.text, below);
        }).empty());
}

TEST_CASE("nothing climbs out of its folder", "[architecture]") {
  const std::regex upwards{R"(^\s*#include ".*\.\./)"};
  CHECK(offenders([&](const Line& line) { return std::regex_search(line.text, upwards); }).empty());
}

TEST_CASE("the map sees what it must refuse", "[architecture]") {
  CHECK(parse_include("#include \"gradus/store/store.hpp\"").own_box == "store");
  CHECK(parse_include("#include \"cli/session.hpp\"").own_box == "cli");
  CHECK(parse_include("#include <SQLiteCpp/SQLiteCpp.h>").library == "SQLiteCpp");
  CHECK(parse_include("#include <utf8proc.h>").library == "utf8proc.h");
  CHECK(parse_include("#include <vector>").library.empty());
}
