#include "support/program.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace gradus::testing::status_file {
namespace {

namespace fs = std::filesystem;

// A program with a folder for what lasts as long as a login.
class Desk {
 public:
  Desk() {
    fs::create_directory(runtime());
    program.set_environment("XDG_RUNTIME_DIR", runtime().string());
  }
  [[nodiscard]] fs::path runtime() const { return program.folder().path() / "run"; }
  [[nodiscard]] fs::path file() const { return runtime() / "gradus" / "status"; }
  [[nodiscard]] std::string line() const { return read(file()); }
  static std::string read(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
  }

  Program program;
};

}  // namespace

TEST_CASE("each change is on the status line", "[cli]") {
  Desk desk;
  REQUIRE(desk.program.run("init --start 2026-11-30").code == 0);
  CHECK(desk.line() ==
        "day=2026-11-30 track=de-roadmap tier=sql week=w1 studied=0m planned=7h "
        "problems=0/32 today=0m criteria=0/7 streak=0 timer=-\n");
  desk.program.set_today("2026-12-01");
  REQUIRE(desk.program.run("log 45m read").code == 0);
  REQUIRE(desk.program.run("solve Cities 9 -t aggregation -d easy").code == 0);
  CHECK(desk.line() ==
        "day=2026-12-01 track=de-roadmap tier=sql week=w1 studied=45m planned=7h "
        "problems=1/32 today=15m criteria=0/7 streak=1 timer=-\n");
  REQUIRE(desk.program.run("undo").code == 0);
  CHECK(desk.line().find("studied=45m planned=7h problems=0/32 today=15m") != std::string::npos);
  REQUIRE(desk.program.run("start read").code == 0);
  CHECK(desk.line().find(" timer=19:00\n") != std::string::npos);
}

TEST_CASE("a track's name is one field of the status line, and drives no terminal", "[cli]") {
  Desk desk;
  REQUIRE(desk.program
              .run(std::vector<std::string>{"init", "--start", "2026-11-30", "--track",
                                            "a\x1b[31m week=w9 studied=9h \xe2\x80\xae"})
              .code == 0);
  const auto line = desk.line();
  CAPTURE(line);
  CHECK(line.find(" week=w1 ") != std::string::npos);
  CHECK(line.find(" week=w9") == std::string::npos);
  CHECK(line.find('\x1b') == std::string::npos);
  CHECK(line.find("\xe2\x80\xae") == std::string::npos);
}

TEST_CASE("who reads writes no status line", "[cli]") {
  Desk desk;
  REQUIRE(desk.program.run("init --start 2026-11-30").code == 0);
  fs::remove_all(desk.file().parent_path());
  for (const auto* command : {"today", "plan", "ready", "entries", "report", "pace", "doctor"})
    (void)desk.program.run(command);
  CHECK_FALSE(fs::exists(desk.file().parent_path()));
}

TEST_CASE("without a folder for a login the status line is in the cache", "[cli]") {
  Program program;
  const auto cache = program.folder().path() / "cache";
  program.set_environment("XDG_CACHE_HOME", cache.string());
  program.set_environment("XDG_RUNTIME_DIR", (program.folder().path() / "gone").string());
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  CHECK(Desk::read(cache / "gradus" / "status").starts_with("day=2026-11-30 track=de-roadmap "));
  CHECK_FALSE(fs::exists(program.folder().path() / "gone"));
}

TEST_CASE("a status line that can't be written is let pass", "[cli]") {
  Desk desk;
  std::ofstream(desk.runtime() / "gradus") << "in the way";
  const auto answer = desk.program.run("init --start 2026-11-30");
  CHECK(answer.code == 0);
  CHECK(answer.err.empty());
}

TEST_CASE("a status line never outlives its track", "[cli]") {
  Desk desk;
  REQUIRE(desk.program.run("init --start 2026-11-30").code == 0);
  REQUIRE(desk.program.run("undo").code == 0);
  CHECK_FALSE(fs::exists(desk.file()));
}

}  // namespace gradus::testing::status_file
