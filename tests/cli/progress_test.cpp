#include "cli/progress.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <optional>
#include <sstream>
#include <string>

namespace gradus::testing::progress {
namespace {

using cli::progress_line;
using namespace std::chrono_literals;

// Work on a terminal of that width, and a clock that goes on when it is told to.
class Work {
 public:
  explicit Work(bool animation = true, std::optional<std::size_t> width = 80)
      : animation_(animation), width_(width) {}

  [[nodiscard]] cli::Progress begin(const std::string& doing) {
    return {doing, {err_, width_, animation_, [this] { return now_; }}};
  }
  void wait(std::chrono::milliseconds time) { now_ = now_ + time; }
  [[nodiscard]] std::string err() const { return err_.str(); }

 private:
  bool animation_;
  std::optional<std::size_t> width_;
  std::ostringstream err_;
  calendar::Instant now_;
};

}  // namespace

TEST_CASE("a line of progress has what is known", "[cli]") {
  CHECK(progress_line("import", {.done = 412'000, .things = "entries", .share = 0.41}, 5s) ==
        "import: 412,000 entries, 41%, 82,400 a second, 7 s left");
  CHECK(progress_line("import", {.done = 900, .things = "entries"}, 2s) ==
        "import: 900 entries, 450 a second");
  CHECK(progress_line("restore", {.share = 0.1}, 30s) == "restore: 10%, 4 min 30 s left");
  CHECK(progress_line("restore", {}, 1s) == "restore");
}

TEST_CASE("short work says nothing of how far it is", "[cli]") {
  Work work;
  {
    auto progress = work.begin("restore");
    work.wait(499ms);
    progress.tell({.share = 0.5});
  }
  CHECK(work.err().empty());
}

TEST_CASE("long work draws one line again, and takes it away", "[cli]") {
  Work work;
  {
    auto progress = work.begin("restore");
    work.wait(600ms);
    progress.tell({.share = 0.5});
    work.wait(100ms);
    progress.tell({.share = 0.6});
    work.wait(100ms);
    progress.tell({.share = 1});
  }
  CHECK(work.err() ==
        "\rrestore: 50%, 1 s left\rrestore: 100%, 0 s left\r                       \r");
}

TEST_CASE("a line of progress makes way for what is said", "[cli]") {
  Work work;
  {
    auto progress = work.begin("verify");
    work.wait(600ms);
    progress.tell({.share = 0.5});
    progress.clear();
    progress.clear();
  }
  CHECK(work.err() == "\rverify: 50%, 1 s left\r                     \r");
}

TEST_CASE("a line of progress stays within a narrow terminal", "[cli]") {
  Work work(true, 20);
  {
    auto progress = work.begin("import");
    work.wait(600ms);
    progress.tell({.done = 400, .things = "entries", .share = 0.5});
  }
  CHECK(work.err() == "\rimport: 400 entries\r                   \r");
}

TEST_CASE("where nothing may move, progress is a line now and then", "[cli]") {
  Work work(false);
  {
    auto progress = work.begin("restore");
    for (int tenth = 1; tenth <= 10; ++tenth) {
      work.wait(2s);
      progress.percent()(tenth * 10);
    }
  }
  CHECK(work.err() == "restore: 10%, 18 s left\nrestore: 60%, 8 s left\n");
}

TEST_CASE("counted work looks at the clock once in a thousand", "[cli]") {
  Work work(false);
  {
    auto progress = work.begin("export");
    work.wait(10s);
    for (int entry = 0; entry < 1'999; ++entry) progress.count("entries");
  }
  CHECK(work.err() == "export: 1,000 entries, 100 a second\n");
}

TEST_CASE("in a pipe there is no progress", "[cli]") {
  Work work(true, std::nullopt);
  {
    auto progress = work.begin("restore");
    work.wait(60s);
    progress.tell({.share = 0.5});
  }
  CHECK(work.err().empty());
}

}  // namespace gradus::testing::progress
