#include "support/calendar_file.hpp"
#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace gradus::cli::history_test {

using gradus::testing::faults_since;
using gradus::testing::Program;
using gradus::testing::told_events;
using gradus::testing::ToldEvents;
using nlohmann::json;

namespace {

using Words = std::vector<std::string>;

// Draws the commands of a learner who changes everything there is to change.
class Learner {
 public:
  Learner(Program& program, unsigned seed) : program_(program), random_(seed) {}

  // Some are refused; that is a part of the sequence.
  void act() {
    static const std::vector<std::string (Learner::*)()> kinds{
        &Learner::log,    &Learner::unlock, &Learner::log,    &Learner::solve,
        &Learner::record, &Learner::record, &Learner::replan, &Learner::replan,
        &Learner::remove, &Learner::remove, &Learner::import, &Learner::start_track,
        &Learner::timer,  &Learner::timer,  &Learner::timer,
    };
    // Each once, then as it comes.
    warm_ = acts_ >= kinds.size();
    const auto kind = warm_ ? below(kinds.size()) : acts_;
    ++acts_;
    const auto words = (this->*kinds[kind])();
    program_.set_clock(fmt::format("{:02}:{:02}", acts_ / 60, acts_ % 60));
    INFO(words);
    const auto answer = program_.run(words);
    INFO(answer.err);
    CHECK((answer.code == 0 || answer.code == 2 || answer.code == 4));
    if (answer.code == 0) done_.insert(words.substr(0, words.find(' ')));
  }

  // The commands that were not refused.
  [[nodiscard]] const std::set<std::string>& done() const { return done_; }

 private:
  std::size_t below(std::size_t end) { return random_() % end; }
  std::string one_of(const Words& words) { return words[below(words.size())]; }
  // The second track is started in the first round only.
  std::string track() { return warm_ && below(4) == 0 ? " --track evenings" : ""; }

  std::string log() {
    return fmt::format("log {}m {} --on -{}d --note \"{}\"", 1 + below(90),
                       one_of({"read", "lab", "review", "mock", "project"}), below(30),
                       one_of({"", "ä\x1b", "CTEs"})) +
           track();
  }
  std::string solve() {
    return fmt::format("solve Islands --topic {} --difficulty {} --minutes {} --attempts {}",
                       one_of({"window-functions", "aggregation", "cte"}),
                       one_of({"easy", "medium", "hard"}), 1 + below(30), 1 + below(3)) +
           track();
  }
  std::string record() {
    return one_of({"artefact add w1-group-by --url https://example.org",
                   "artefact add \"My own piece\"", "attest sql/sql-dialects --evidence seen",
                   "attest sql/sql-problems --evidence known --placement",
                   "interview sql --score 60", "apply \"A company\" --role engineer",
                   "run ok nightly", "run failed nightly"});
  }
  std::string replan() {
    const auto month = 1 + below(3);
    return one_of({fmt::format("plan break 2027-0{}-10 2027-0{}-{}", month, month, 12 + below(9)),
                   fmt::format("plan break rm 2027-0{}-10", month),
                   fmt::format("plan available tue={}h,sat=3h@09:00:lab", 1 + below(3)),
                   fmt::format("plan stretch {} --to {}", one_of({"sql", "python", "spark"}),
                               4 + below(6)),
                   fmt::format("plan compress sql --to {}", 3 + below(4)),
                   "plan module add query-tuning", "plan module rm query-tuning",
                   "replan --apply extend", "replan --apply trim"}) +
           track();
  }
  std::string remove() {
    const auto entries = json::parse(program_.run("entries --json").out);
    if (entries.empty()) return "rm 0000";
    return "rm " + entries[below(entries.size())]["id"].get<std::string>();
  }
  std::string unlock() { return "unlock" + track(); }
  std::string import() {
    program_.folder().write(
        "some.jsonl",
        fmt::format(R"({{"type": "session", "on": "2026-12-0{}", "minutes": {}, "kind": "lab"}})",
                    1 + below(9), 1 + below(90)));
    return "import jsonl $FOLDER/some.jsonl" + track();
  }
  std::string timer() {
    return one_of({"start lab --topic joins", "start --note \"CTEs\"", "start read --pomodoro",
                   "pause", "resume", "stop", "stop --after 1m", "cancel"}) +
           track();
  }
  std::string start_track() { return "init --track evenings --start 2026-12-07"; }

  Program& program_;
  std::mt19937 random_;
  std::size_t acts_ = 0;
  bool warm_ = false;  // past the first round
  std::set<std::string> done_;
};

// More than the first tier's gate asks for, so that `unlock` works though `rm` takes some away.
void meet_first_gate(Program& program) {
  std::string lines;
  int number = 0;
  const json plan = json::parse(program.run("plan --json").out);
  for (const auto& week : plan["weeks"]) {
    if (week["tier"] != "sql") continue;
    for (const auto& row : week["problems"])
      for (int i = 0; i < row["count"].get<int>() + 3; ++i)
        lines += json{{"type", "problem"},
                      {"on", week["to"]},
                      {"week", week["week"]},
                      {"title", fmt::format("Problem {}", ++number)},
                      {"topic", row["topic"]},
                      {"minutes", 7},
                      {"difficulty", row["difficulty"]}}
                     .dump() +
                 '\n';
  }
  program.folder().write("solved.jsonl", lines);
  REQUIRE(program.run("import jsonl $FOLDER/solved.jsonl").code == 0);
  for (const char* id : {"sql-cte-chain", "sql-conditional-aggregation", "sql-dialects"})
    REQUIRE(program.run(std::string("attest sql/") + id + " --evidence seen").code == 0);
  REQUIRE(program.run("artefact add w6-explain-walkthrough --url https://example.org").code == 0);
  REQUIRE(program.run("solve Gaps --topic window-functions --difficulty hard --minutes 7 --week w5")
              .code == 0);
}

// Everything a learner has, but for the history. The second track may not be there.
std::string everything(Program& program) {
  std::string text;
  for (const std::string track : {"de-roadmap", "evenings"})
    for (const char* words : {"entries --json --track ", "plan --json --track ",
                              "plan break list --json --track ", "ready sql --json --track "})
      text += program.run(words + track).out;
  text += json::parse(program.run("today --json").out)["timer"].dump();
  return text;
}

std::size_t done_steps(Program& program) {
  const auto steps = json::parse(program.run("undo --list --json").out);
  return static_cast<std::size_t>(
      std::ranges::count_if(steps, [](const json& step) { return step["undone"] == false; }));
}

}  // namespace

TEST_CASE("200 commands, as many undos, as many redos: the start, then the end again", "[cli]") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  Program program("2027-01-11");
  REQUIRE(program.run("init --start 2026-11-30 --stack us").code == 0);
  meet_first_gate(program);
  const auto start = everything(program);
  const auto before = done_steps(program);

  Learner learner(program, seed);
  for (int i = 0; i < 200; ++i) learner.act();
  const auto end = everything(program);
  const auto changes = done_steps(program) - before;
  CHECK(changes > 100);
  for (const char* command :
       {"log", "solve", "plan", "rm", "unlock", "import", "init", "start", "stop"}) {
    INFO(command);
    CHECK(learner.done().contains(command));
  }

  for (std::size_t i = 0; i < changes; ++i) REQUIRE(program.run("undo").code == 0);
  CHECK(everything(program) == start);
  for (std::size_t i = 0; i < changes; ++i) REQUIRE(program.run("redo").code == 0);
  CHECK(everything(program) == end);
  CHECK(program.run("redo").code == 4);
}

TEST_CASE("events that undo and redo move have a higher sequence than before", "[cli]") {
  Program program("2026-11-30");
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  REQUIRE(program.run("log 1h read").code == 0);
  auto last = told_events(program.run("export ics").out);
  const std::string uid = "00000000-0000-4000-8000-000000000000-";
  for (const char* words : {"plan break 2026-12-24 2027-01-02", "undo", "redo", "undo"}) {
    INFO(words);
    REQUIRE(program.run(words).code == 0);
    const auto now = told_events(program.run("export ics").out);
    CHECK(faults_since(last, now).empty());
    CHECK(now.at(uid + "w1-1@gradus").sequence == last.at(uid + "w1-1@gradus").sequence);
    CHECK(now.at(uid + "w6-1@gradus").sequence > last.at(uid + "w6-1@gradus").sequence);
    last = now;
  }
}

TEST_CASE("a calendar is told of all that it knew when init is undone and redone, or made anew",
          "[cli]") {
  Program program("2026-11-30");
  const auto told = [&] { return told_events(program.run("export ics").out); };
  const auto run = [&](const char* words) {
    INFO(words);
    REQUIRE(program.run(words).code == 0);
  };
  const auto cancelled = [](const ToldEvents& events) {
    return std::ranges::count_if(
        events, [](const auto& each) { return each.second.status == "CANCELLED"; });
  };
  const std::vector<std::string> none;
  run("init --start 2026-11-30");
  const auto first = told();
  run("plan available mon=30m");
  const auto second = told();
  CHECK(faults_since(first, second) == none);
  run("plan available mon=0");
  const auto third = told();
  CHECK(faults_since(second, third) == none);
  REQUIRE(cancelled(third) > 0);
  for (const char* words : {"undo", "undo", "undo", "redo"}) run(words);
  const auto fourth = told();
  CHECK(faults_since(third, fourth) == none);
  CHECK(cancelled(fourth) > 0);
  for (const char* words : {"redo", "redo"}) run(words);
  const auto fifth = told();
  CHECK(faults_since(fourth, fifth) == none);
  CHECK(fifth.size() == third.size());
  CHECK(cancelled(fifth) == cancelled(third));

  // A track that another one takes the place of.
  for (const char* words : {"undo", "undo", "undo", "init --start 2027-01-04"}) run(words);
  const auto other = told();
  CHECK(faults_since(fifth, other) == none);
  CHECK(cancelled(other) == std::ssize(fifth));
  CHECK(other.size() == fifth.size() + first.size());
}

TEST_CASE("undo --list shows each step with its time and state, and changes nothing", "[cli]") {
  Program program("2026-11-30");
  CHECK(program.run("undo --list").code == 3);
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  REQUIRE(program.run("log 1h read").code == 0);
  REQUIRE(program.run("undo").code == 0);
  const auto store = gradus::testing::read_file(program.store());
  CHECK(
      json::parse(program.run("undo --list --json").out) ==
      json::parse(
          R"([{"number": 2, "step": "1h read in w1", "at": "2026-11-30T19:00+01:00", "undone": true},
                        {"number": 1, "step": "init de-roadmap", "at": "2026-11-30T19:00+01:00",
                         "undone": false}])"));
  const auto text = program.run("undo --list").out;
  CHECK_THAT(text, Catch::Contains("1h read in w1") && Catch::Contains("undone"));
  CHECK(gradus::testing::read_file(program.store()) == store);
}

TEST_CASE("a new change after an undo leaves nothing to do again", "[cli]") {
  Program program("2026-11-30");
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  REQUIRE(program.run("log 1h read").code == 0);
  REQUIRE(program.run("undo").code == 0);
  CHECK(program.run("redo --json").out == "{\n  \"redone\": \"1h read in w1\"\n}\n");
  REQUIRE(program.run("undo").code == 0);
  REQUIRE(program.run("log 2h lab").code == 0);
  const auto answer = program.run("redo");
  CHECK(answer.code == 4);
  CHECK_THAT(answer.err, Catch::Contains("nothing to redo"));
}

}  // namespace gradus::cli::history_test
