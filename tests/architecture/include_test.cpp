#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace gradus::architecture::include_test {

namespace fs = std::filesystem;

namespace {

struct Box {
  std::set<std::string> uses;       // with what those use
  std::set<std::string> libraries;  // as an #include names them: the first part of its path
};

// "a;b" -> a, b
std::vector<std::string> parts_of(const std::string& list) {
  std::vector<std::string> parts;
  std::istringstream in(list);
  for (std::string part; std::getline(in, part, ';');)
    if (!part.empty()) parts.push_back(part);
  return parts;
}

// How sources include what CMake calls a library.
const std::map<std::string, std::vector<std::string>> headers_of_library{
    {"gradus_fmt", {"fmt"}},
    {"nlohmann_json::nlohmann_json", {"nlohmann"}},
    {"PkgConfig::utf8proc", {"utf8proc.h"}},
    {"PkgConfig::xxhash", {"xxhash.h"}},
    {"SQLiteCpp", {"SQLiteCpp", "sqlite3.h"}},
    {"CLI11::CLI11", {"CLI"}},
};

// The map as the build has it: a line "box|uses|libraries" for each gradus_box() of CMakeLists.txt,
// which names a box after those it uses.
std::map<std::string, Box> read_map() {
  std::map<std::string, Box> boxes;
  std::ifstream file(GRADUS_MAP_FILE);
  std::string name;
  std::string uses;
  std::string libraries;
  while (std::getline(file, name, '|') && std::getline(file, uses, '|') &&
         std::getline(file, libraries)) {
    Box box;
    for (const std::string& used : parts_of(uses)) {
      box.uses.insert(used);
      box.uses.merge(std::set<std::string>(boxes.at(used).uses));
    }
    for (const std::string& library : parts_of(libraries))
      for (const std::string& header : headers_of_library.at(library)) box.libraries.insert(header);
    boxes.emplace(name, std::move(box));
  }
  boxes.at("evidence").libraries.merge(std::set<std::string>{"poll.h", "spawn.h"});
  return boxes;
}

const std::map<std::string, Box> boxes = read_map();

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
  // "ext" is what GCC's standard library adds.
  static const std::set<std::string> system_folders{"sys", "ext", "unistd.h", "fcntl.h",
                                                    "stdlib.h"};
  std::smatch match;
  if (std::regex_match(text, match, ours)) return {match[2], ""};
  if (!std::regex_match(text, match, theirs)) return {"", ""};
  const std::string name = match[1];
  const bool standard = match[2].length() == 0 && name.find('.') == std::string::npos;
  return {"", standard || system_folders.count(name) != 0 ? "" : name};
}

// <iosfwd> only names them.
bool includes_stream(const std::string& text) {
  static const std::regex stream{R"(^\s*#include <((io|i|o|f|s)stream|iomanip|cstdio)>)"};
  return std::regex_search(text, stream);
}
bool includes_output_stream(const std::string& text) {
  static const std::regex stream{R"(^\s*#include <((io|o|s)stream|cstdio)>)"};
  return std::regex_search(text, stream);
}

bool is_verb(const fs::path& file) {
  static const std::regex run{R"(^ExitCode run\w*\(const )"};
  std::ifstream in(file);
  for (std::string text; std::getline(in, text);)
    if (std::regex_search(text, run)) return true;
  return false;
}

template <class Wrong>
std::vector<std::string> offenders(Wrong wrong) {
  std::vector<std::string> found;
  for (const Line& line : lines_of_boxes())
    if (wrong(line)) found.push_back(Catch::Detail::stringify(line));
  return found;
}

}  // namespace

TEST_CASE("the map of the docs names the boxes of the build", "[architecture]") {
  std::ifstream file(root / "docs" / "architecture.md");
  const std::string docs{std::istreambuf_iterator<char>(file), {}};
  for (const auto& [name, box] : boxes) CHECK(docs.find("\n| " + name + " |") != std::string::npos);
}

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

TEST_CASE("CLI11's heavy header stays in three files", "[architecture]") {
  const std::set<fs::path> allowed{root / "src/cli/command.cpp", root / "src/cli/grammar.cpp",
                                   root / "src/cli/spelling.cpp"};
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

TEST_CASE("nothing below cli but report knows a terminal", "[architecture]") {
  // track, above all: it gives values, and whoever called it has the words. report knows columns
  // and colours, and writes texts.
  const std::regex terminal{
      R"re(^\s*#include ["<](gradus/)?(cli|report)/|\b(isatty|ioctl|winsize|ExitCode|World|TextStyle)\b)re"};
  const std::set<std::string> above{"cli", "report"};
  CHECK(offenders([&](const Line& line) {
          return above.count(box_of(line.file)) == 0 && std::regex_search(line.text, terminal);
        }).empty());
  CHECK(boxes.at("track").uses.count("report") == 0);
}

TEST_CASE("track sees no stream", "[architecture]") {
  CHECK(offenders([](const Line& line) {
          return box_of(line.file) == "track" && includes_stream(line.text);
        }).empty());
}

TEST_CASE("in cli only verbs and what answers for them can write", "[architecture]") {
  // Whoever includes an output stream can write past the session, which knows of --json and
  // --quiet. A verb is a file with a run() for its request; input and files have streams of their
  // own; progress is told beside the answer.
  const fs::path cli = root / "src" / "cli";
  const std::set<fs::path> answering{cli / "output.cpp", cli / "progress.cpp", cli / "run.cpp",
                                     cli / "session.cpp"};
  CHECK(offenders([&](const Line& line) {
          return box_of(line.file) == "cli" && includes_output_stream(line.text) &&
                 answering.count(line.file) == 0 && !is_verb(line.file);
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
  for (const char* name : {"iostream", "ostream", "istream", "sstream", "fstream", "cstdio"})
    CHECK(includes_stream(std::string("#include <") + name + ">"));
  CHECK_FALSE(includes_stream("#include <iosfwd>"));
  CHECK(includes_output_stream("#include <iostream>"));
  CHECK(includes_output_stream("#include <sstream>"));
  CHECK_FALSE(includes_output_stream("#include <fstream>"));
  CHECK(is_verb(root / "src/cli/report/report.cpp"));
  CHECK_FALSE(is_verb(root / "src/cli/recording.cpp"));
}

}  // namespace gradus::architecture::include_test
