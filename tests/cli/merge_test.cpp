#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

// Two copies of a store that are used on two machines, and meet by export and import.
namespace gradus::cli::merge_test {

namespace fs = std::filesystem;

using gradus::testing::Answer;
using gradus::testing::Program;
using nlohmann::json;

namespace {

using Lines = std::vector<std::string>;

class Machine : public Program {
 public:
  Machine() : Program("2026-01-10") {}

  Answer done(const std::string& words) {
    auto answer = run(words);
    INFO(words << "\n" << answer.out << answer.err);
    REQUIRE(answer.code == 0);
    return answer;
  }
  json asked(const std::string& words) { return json::parse(done(words + " --json").out); }

  // What both are to agree on: the order of recording is each machine's own.
  Lines journal() {
    std::istringstream in(done("export jsonl").out);
    Lines lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    std::ranges::sort(lines);
    return lines;
  }

  std::string id_of(const std::string& words) { return asked(words).at("id").get<std::string>(); }

  // Takes what the other one exports.
  json take_from(Machine& other) {
    other.done("export jsonl --output " + (folder().path() / "other.jsonl").string());
    return asked("import jsonl $FOLDER/other.jsonl");
  }
};

// Two machines with the same store: a session of 10 minutes, one of 20, one of 30.
class Pair {
 public:
  Pair() {
    desk.done("init --curriculum watercolour --start 2026-01-05");
    for (const auto* minutes : {"10m", "20m", "30m"})
      ids.push_back(desk.id_of(fmt::format("log {} read", minutes)));
    fs::copy_file(desk.store(), laptop.store());
    laptop.count_ids_from(1'000'000);
    laptop.set_real_time("2026-11-30T18:00:01.5Z");
  }

  void exchange(bool desk_first = true) {
    auto& first = desk_first ? desk : laptop;
    auto& second = desk_first ? laptop : desk;
    (void)first.take_from(second);
    (void)second.take_from(first);
  }

  Machine desk;
  Machine laptop;
  Lines ids;
};

json importing(int added, int changed, int unchanged, int removed, int older) {
  return {{"added", added},
          {"changed", changed},
          {"unchanged", unchanged},
          {"removed", removed},
          {"older", older}};
}

json part_of(const json& outcome) {
  json part;
  for (const auto* key : {"added", "changed", "unchanged", "removed", "older"})
    part[key] = outcome.at(key);
  return part;
}

// Of the last step, before which the journal was `before`.
void check_undo_and_redo(Machine& machine, const Lines& before) {
  const auto after = machine.journal();
  machine.done("undo");
  CHECK(machine.journal() == before);
  machine.done("redo");
  CHECK(machine.journal() == after);
}

}  // namespace

TEST_CASE("what was logged, edited and removed on one machine is so on the other", "[cli]") {
  Pair pair;
  pair.laptop.done("edit " + pair.ids[0] + " --minutes 15m");
  pair.laptop.done("rm " + pair.ids[1]);
  pair.laptop.done("log 40m lab");
  pair.desk.done("log 50m lab");

  CHECK(part_of(pair.desk.take_from(pair.laptop)) == importing(1, 1, 1, 1, 0));
  CHECK(part_of(pair.laptop.take_from(pair.desk)) == importing(1, 0, 3, 0, 0));
  CHECK(pair.desk.journal() == pair.laptop.journal());
  CHECK(pair.desk.journal().size() == 5);
  // Once more, and nothing is left to say.
  CHECK(part_of(pair.desk.take_from(pair.laptop)) == importing(0, 0, 4, 0, 0));
}

TEST_CASE("an older copy brings back nothing and overwrites nothing", "[cli]") {
  Pair pair;
  pair.laptop.done("rm " + pair.ids[0]);
  pair.laptop.done("edit " + pair.ids[1] + " --minutes 25m");
  const auto journal = pair.laptop.journal();
  const auto outcome = pair.laptop.take_from(pair.desk);
  CHECK(part_of(outcome) == importing(0, 0, 1, 0, 1));
  CHECK(outcome["stayed_removed"] == 1);
  CHECK(pair.laptop.journal() == journal);
  CHECK(pair.laptop.done("import jsonl $FOLDER/other.jsonl").out ==
        "1 older version is left out: the journal has a later one.\n"
        "1 entry, removed here on 2026-11-30, stays removed. The same command with --bring-back "
        "brings it back.\n"
        "Nothing new: 1 entry known already. Nothing was changed.\n");
  const auto rehearsed = pair.laptop.done("import jsonl $FOLDER/other.jsonl --dry-run").out;
  CHECK(rehearsed.find("1 older version is left out") != std::string::npos);
  CHECK(rehearsed.find("1 entry, removed here on 2026-11-30, stays removed") != std::string::npos);
}

TEST_CASE("the later of two edits counts, whichever machine takes first", "[cli]") {
  for (const bool desk_first : {true, false}) {
    Pair pair;
    pair.desk.done("edit " + pair.ids[0] + " --minutes 11m");
    pair.laptop.done("edit " + pair.ids[0] + " --minutes 12m");  // its clock is ahead
    pair.exchange(desk_first);
    CHECK(pair.desk.journal() == pair.laptop.journal());
    CHECK(pair.desk.asked("entries --limit 3").at(2).at("minutes") == 12);
  }
}

TEST_CASE("an edit after a removal elsewhere wins, and a removal after an edit", "[cli]") {
  Pair pair;
  pair.desk.done("rm " + pair.ids[0]);
  pair.laptop.done("edit " + pair.ids[0] + " --minutes 12m");
  pair.desk.done("edit " + pair.ids[1] + " --minutes 21m");
  pair.laptop.done("rm " + pair.ids[1]);
  pair.exchange();
  CHECK(pair.desk.journal() == pair.laptop.journal());
  const auto journal = fmt::format("{}", fmt::join(pair.desk.journal(), "\n"));
  CHECK(journal.find(R"("minutes":12)") != std::string::npos);
  CHECK(journal.find(R"("minutes":21)") == std::string::npos);
  CHECK(journal.find(R"({"type":"removed","id":")" + pair.ids[1]) != std::string::npos);
  CHECK(journal.find(R"({"type":"removed","id":")" + pair.ids[0]) == std::string::npos);
}

TEST_CASE("undo of an rm takes the mark of the removal away, redo sets it again", "[cli]") {
  Pair pair;
  const auto before = pair.desk.journal();
  pair.desk.done("rm " + pair.ids[0]);
  const auto after = pair.desk.journal();
  CHECK(after.size() == 3);
  CHECK(after != before);
  pair.desk.done("undo");
  CHECK(pair.desk.journal() == before);
  pair.desk.done("redo");
  CHECK(pair.desk.journal() == after);
}

TEST_CASE("undo of an edit restores when it was changed, redo the later time", "[cli]") {
  Pair pair;
  const auto before = pair.desk.journal();
  pair.desk.done("edit " + pair.ids[0] + " --minutes 15m");
  check_undo_and_redo(pair.desk, before);
}

TEST_CASE("undo of an import that added, changed and removed leaves the bytes of before", "[cli]") {
  Pair pair;
  pair.laptop.done("edit " + pair.ids[0] + " --minutes 15m");
  pair.laptop.done("rm " + pair.ids[1]);
  pair.laptop.done("log 40m lab");
  pair.laptop.done("rm " + pair.laptop.id_of("log 45m lab"));  // the desk has never seen it
  const auto before = pair.desk.done("export jsonl").out;
  (void)pair.desk.take_from(pair.laptop);
  const auto after = pair.desk.done("export jsonl").out;
  pair.desk.done("undo");
  CHECK(pair.desk.done("export jsonl").out == before);
  pair.desk.done("redo");
  CHECK(pair.desk.done("export jsonl").out == after);
  pair.desk.done("undo");
  CHECK(pair.desk.done("export jsonl").out == before);
  CHECK(pair.desk.run("doctor").out.find("restore") == std::string::npos);
}

TEST_CASE("undo of an import that brought back a removed entry removes the entry again", "[cli]") {
  Pair pair;
  pair.desk.done("rm " + pair.ids[0]);
  pair.laptop.done("edit " + pair.ids[0] + " --minutes 12m");
  const auto before = pair.desk.journal();
  (void)pair.desk.take_from(pair.laptop);
  check_undo_and_redo(pair.desk, before);
}

TEST_CASE("a file without ids brings back nothing that was removed, unless told to", "[cli]") {
  Machine desk;
  desk.done("init --curriculum watercolour --start 2026-01-05");
  desk.folder().write("hours.klg", "2026-01-06\n\t1h #lab\n\t30m #read\n");
  desk.done("import klog $FOLDER/hours.klg");
  desk.done("rm " + desk.asked("entries").at(0).at("id").get<std::string>());
  const auto removed = desk.journal();
  const auto outcome = desk.asked("import klog $FOLDER/hours.klg");
  CHECK(part_of(outcome) == importing(0, 0, 1, 0, 0));
  CHECK(outcome["stayed_removed"] == 1);
  CHECK(desk.journal() == removed);

  CHECK(part_of(desk.asked("import klog $FOLDER/hours.klg --bring-back --dry-run")) ==
        importing(1, 0, 1, 0, 0));
  CHECK(desk.done("import klog $FOLDER/hours.klg --bring-back").out ==
        "Imported 1 new (1 in water), 0 changed, 1 known already. Undo: gradus undo\n");
  CHECK(desk.asked("entries").size() == 2);
  for (const auto& line : desk.journal()) CHECK(line.find("removed") == std::string::npos);
  desk.done("undo");
  CHECK(desk.journal() == removed);
}

TEST_CASE("what is brought back stays so when the other machine's removal comes again", "[cli]") {
  Pair pair;
  pair.desk.done("export jsonl --output $FOLDER/old.jsonl");
  pair.laptop.done("rm " + pair.ids[0]);
  pair.exchange();
  pair.desk.done("import jsonl $FOLDER/old.jsonl --bring-back");
  pair.exchange();
  CHECK(pair.desk.journal() == pair.laptop.journal());
  CHECK(pair.laptop.asked("entries").size() == 3);
}

TEST_CASE("a removal comes to an empty store, and is handed on", "[cli]") {
  Pair pair;
  pair.desk.done("rm " + pair.ids[0]);
  Machine third;
  third.done("init --curriculum watercolour --start 2026-01-05");
  const auto exported = pair.desk.done("export jsonl").out;
  CHECK(part_of(third.take_from(pair.desk)) == importing(2, 0, 0, 0, 0));
  CHECK(third.done("export jsonl").out == exported);
  const auto bytes = testing::read_file(third.store());
  (void)third.take_from(pair.desk);
  CHECK(testing::read_file(third.store()) == bytes);
}

TEST_CASE("a removal of another track's entry is refused", "[cli]") {
  Pair pair;
  pair.desk.done("init --curriculum watercolour --track oils --start 2026-01-05");
  pair.desk.folder().write(
      "file",
      fmt::format("{{\"type\":\"removed\",\"id\":\"{}\",\"changed\":\"2026-11-30T19:00:00Z\"}}\n",
                  pair.ids[0]));
  const auto answer = pair.desk.run("import jsonl $FOLDER/file --track oils");
  CHECK(answer.code == 2);
  CHECK(answer.err.find("file:1: id: " + pair.ids[0] + " belongs to an entry of another track") !=
        std::string::npos);
}

TEST_CASE("a content edited by hand in an export, its time left, is told and not taken", "[cli]") {
  Pair pair;
  auto text = pair.desk.done("export jsonl").out;
  const auto at = text.find(R"("minutes":10)");
  text.replace(at, 12, R"("minutes":13)");
  pair.desk.folder().write("file", text);
  const auto journal = pair.desk.journal();
  const auto answer = pair.desk.done("import jsonl $FOLDER/file");
  CHECK(
      answer.out.find("1 entry differs from the journal's, changed at the same time: the "
                      "journal's is kept. To import the file's, delete `changed` from its line.") !=
      std::string::npos);
  CHECK(pair.desk.journal() == journal);

  auto line = json::parse(text.substr(0, text.find('\n')));
  line.erase("changed");
  pair.desk.folder().write("file", line.dump() + "\n");
  CHECK(pair.desk.asked("import jsonl $FOLDER/file")["changed"] == 1);
}

TEST_CASE("two exports one after the other are one file, whatever their order", "[cli]") {
  Pair pair;
  pair.laptop.done("edit " + pair.ids[0] + " --minutes 15m");
  pair.laptop.done("rm " + pair.ids[1]);
  const auto of_desk = pair.desk.done("export jsonl").out;
  const auto of_laptop = pair.laptop.done("export jsonl").out;
  for (const auto& text : {of_desk + of_laptop, of_laptop + of_desk}) {
    Machine third;
    third.done("init --curriculum watercolour --start 2026-01-05");
    third.folder().write("file", text);
    const auto rehearsed = third.asked("import jsonl $FOLDER/file --dry-run");
    const auto outcome = third.asked("import jsonl $FOLDER/file");
    CHECK(part_of(rehearsed) == part_of(outcome));
    CHECK(third.journal() == pair.laptop.journal());
    third.done("undo");
    CHECK(third.journal().empty());
    third.done("redo");
    CHECK(third.journal() == pair.laptop.journal());
  }
}

TEST_CASE("a day's clock that is set back still makes an edit later", "[cli]") {
  Pair pair;
  pair.desk.set_real_time("2026-11-30T09:00:00Z");
  pair.desk.done("edit " + pair.ids[0] + " --minutes 15m");
  pair.desk.done("rm " + pair.ids[1]);
  pair.exchange();
  CHECK(pair.desk.journal() == pair.laptop.journal());
  CHECK(pair.laptop.asked("entries").size() == 2);
  CHECK(pair.laptop.asked("entries").at(1).at("minutes") == 15);
}

TEST_CASE("the real clock says when an entry was changed, and not --today", "[cli]") {
  Machine desk;
  desk.done("init --curriculum watercolour --start 2026-01-05");
  const auto entry = desk.asked("log 10m read --today 2026-01-20");
  CHECK(entry["on"] == "2026-01-20");
  CHECK(entry["changed"].get<std::string>().starts_with("2026-11-30T18:00:00.0000"));
}

namespace {

// One of the things that a learner does; what the journal refuses does nothing.
void some_step(Machine& machine) {
  const auto journal = machine.asked("entries");
  const auto some_id = [&] {
    const auto at = *rc::gen::inRange<std::size_t>(0, journal.size());
    return journal.at(at).at("id").get<std::string>();
  };
  const auto minutes = *rc::gen::inRange(1, 60);
  switch (*rc::gen::inRange(0, 6)) {
    case 0:
      machine.done(fmt::format("log {}m read", minutes));
      break;
    case 1:
      if (!journal.empty()) machine.done("rm " + some_id());
      break;
    case 2:
    case 3:
      if (!journal.empty()) machine.done(fmt::format("edit {} --minutes {}m", some_id(), minutes));
      break;
    case 4:
      if (machine.asked("undo --list").size() > 4) (void)machine.run("undo");
      break;
    default:
      (void)machine.run("redo");
  }
}

}  // namespace

TEST_CASE("any two copies agree after they met, in whatever order", "[cli]") {
  REQUIRE(rc::check("exports are equal after an exchange", [] {
    Pair pair;
    const auto meetings = *rc::gen::inRange(1, 4);
    for (int i = 0; i < meetings; ++i) {
      for (auto* machine : {&pair.desk, &pair.laptop}) {
        const auto steps = *rc::gen::inRange(0, 6);
        for (int step = 0; step < steps; ++step) some_step(*machine);
      }
      pair.exchange(*rc::gen::arbitrary<bool>());
      RC_ASSERT(pair.desk.journal() == pair.laptop.journal());
    }
    RC_ASSERT(pair.desk.run("doctor").out.find("restore") == std::string::npos);
  }));
}

}  // namespace gradus::cli::merge_test
