#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace gradus::cli::use_test {

using gradus::testing::Answer;
using gradus::testing::everything_in;
using gradus::testing::Program;
using gradus::testing::read_file;
using nlohmann::json;

namespace {

json list(const std::string& text) {
  return json::parse(text);
}

// Two tiers and a closing one; its minutes and criteria are small enough for a test to meet.
json first_version() {
  return json::parse(R"({
    "format": 1, "id": "piano", "title": "The piano", "version": "1",
    "minutes": {"read": 30, "lab": 60, "review": 30},
    "available": "tue=1h@19:00,sat=1h@09:00:lab",
    "topics": [{"id": "scales", "title": "Scales"}, {"id": "chords", "title": "Chords"}],
    "tiers": [
      {"id": "hands", "title": "Hands", "compress": "half",
       "weeks": [
         {"id": "w1", "title": "Right hand", "goals": ["a"],
          "problems": [{"topic": "scales", "difficulty": "easy", "count": 3}],
          "artefacts": [{"id": "w1-tape", "title": "A tape"}]},
         {"id": "w2", "title": "Left hand", "goals": ["b"]}],
       "exit": [
         {"id": "hands-time", "title": "An hour", "kind": "measured",
          "require": {"of": "sessions", "measure": "minutes", "at_least": 60}},
         {"id": "hands-signed", "title": "Signed", "kind": "attest", "require": {"attested": true}}]},
      {"id": "keys", "title": "Keys", "compress": "half",
       "weeks": [
         {"id": "w3", "title": "Major", "goals": ["c"]},
         {"id": "w4", "title": "Minor", "goals": ["d"]},
         {"id": "w5", "title": "Modes", "goals": ["e"]}],
       "exit": [
         {"id": "keys-scales", "title": "Scales", "kind": "measured",
          "require": {"of": "problems", "measure": "count", "at_least": 4}},
         {"id": "keys-signed", "title": "By heart", "kind": "attest", "require": {"attested": true}}]},
      {"id": "pieces", "title": "Pieces", "closing": true,
       "weeks": [{"id": "w6", "title": "A piece", "goals": ["f"]}],
       "exit": [
         {"id": "pieces-time", "title": "Two hours", "kind": "measured",
          "require": {"of": "sessions", "measure": "minutes", "at_least": 120}}]}],
    "finish": [
      {"id": "played", "title": "Played in public", "kind": "attest", "require": {"attested": true}}]
  })");
}

json& weeks(json& curriculum, std::size_t tier) {
  return curriculum["tiers"][tier]["weeks"];
}

// The pianist has passed `hands` and studies `keys`, in its second week.
class Pianist {
 public:
  Pianist() {
    write(first_version());
    done("init --curriculum $FOLDER/piano.json --start 2026-11-30");
    program_.set_today("2026-12-05");
    done("log 2h lab --week w1");
    done("solve 'C major' --topic scales --difficulty easy --minutes 5 --week w1");
    done("artefact add w1-tape --url https://example.org/tape");
    program_.set_today("2026-12-12");
    done("log 1h30m read --week w2");
    done("attest hands/hands-signed --evidence teacher");
    done("unlock");
    program_.set_today("2026-12-19");
    done("log 2h lab --week w3");
    done("solve 'D major' --topic scales --difficulty easy --minutes 5 --week w3");
    program_.set_today("2026-12-23");
    done("log 30m lab --week w4");
  }

  Program& program() { return program_; }
  void write(const json& curriculum) { program_.folder().write("piano.json", curriculum.dump(1)); }
  Answer run(const std::string& words) { return program_.run(words); }
  Answer done(const std::string& words) {
    auto answer = program_.run(words);
    INFO(words << '\n' << answer.out << answer.err);
    REQUIRE(answer.code == 0);
    return answer;
  }
  json asked(const std::string& words) { return json::parse(program_.run(words + " --json").out); }
  Answer refused(const std::string& words, int code) {
    const auto before = everything_in(program_.folder().path());
    auto answer = program_.run(words);
    INFO(words << '\n' << answer.out << answer.err);
    CHECK(answer.code == code);
    CHECK(everything_in(program_.folder().path()) == before);
    return answer;
  }
  std::string journal() { return done("export jsonl").out; }
  json use(const json& curriculum) {
    write(curriculum);
    return asked(used);
  }
  json what_if(const json& curriculum) {
    write(curriculum);
    return asked(used + " --what-if");
  }
  json criterion(const std::string& id, const std::string& words = "ready") {
    const auto verdict = asked(words);
    for (const auto& each : verdict["criteria"])
      if (each["id"] == id) return each;
    return {};
  }

  const std::string used = "curriculum use $FOLDER/piano.json";

 private:
  Program program_{"2026-11-30"};
};

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

// "week w5" of each.
std::vector<std::string> named(const json& items) {
  std::vector<std::string> names;
  for (const auto& item : items)
    names.push_back(item["kind"].get<std::string>() + " " + item["id"].get<std::string>());
  return names;
}
using Names = std::vector<std::string>;

// Every block before the day, whatever week it stands in.
json past_blocks(const json& plan, const std::string& day) {
  auto blocks = json::array();
  for (const auto& week : plan["weeks"])
    for (const auto& block : week["blocks"])
      if (block["on"].get<std::string>() < day)
        blocks.push_back({block["on"], block["minutes"], block["kind"]});
  std::sort(blocks.begin(), blocks.end());
  return blocks;
}

json week_of(const json& plan, const std::string& id) {
  for (const auto& week : plan["weeks"])
    if (week["week"] == id) return week;
  return nullptr;
}

// The version of the issue: ids kept, titles changed, a week moved between tiers, an item retired
// and one new.
json second_version() {
  auto next = first_version();
  next["version"] = "2";
  next["tiers"][0]["title"] = "Both hands";
  weeks(next, 0)[0]["title"] = "The right hand";
  weeks(next, 0).push_back(weeks(next, 1)[0]);  // w3 from keys to hands
  weeks(next, 1).erase(0);
  weeks(next, 1)[0]["retired"] = true;  // w4, with time logged
  weeks(next, 1).push_back(list(R"({"id": "w7", "title": "Blues", "goals": ["g"]})"));
  next["tiers"][1]["exit"][0]["require"]["at_least"] = 6;
  next["topics"][1]["retired"] = true;
  return next;
}

}  // namespace

TEST_CASE("no hour, problem or pass is lost to a new version of the curriculum", "[cli]") {
  Pianist pianist;
  const auto journal = pianist.journal();
  const auto report = pianist.asked("report");
  const auto passed = pianist.asked("ready hands");
  const auto plan = pianist.asked("plan");

  pianist.use(second_version());
  CHECK(pianist.journal() == journal);
  const auto now = pianist.asked("report");
  CHECK(now["actual_minutes"] == report["actual_minutes"]);
  int minutes = 0;
  int solved = 0;
  for (const auto& tier : now["tiers"]) {
    minutes += tier["actual_minutes"].get<int>();
    solved += tier["problems_solved"].get<int>();
  }
  CHECK(minutes == 360);  // w3 counts with its new tier, w4 with its old one, though it is retired
  CHECK(now["tiers"][0]["actual_minutes"] == 330);
  CHECK(now["tiers"][1]["actual_minutes"] == 30);
  CHECK(solved == 2);
  CHECK(now["artefacts"] == report["artefacts"]);
  CHECK(pianist.asked("ready hands") == passed);
  CHECK(pianist.criterion("keys-scales")["have"] == 1);  // recorded for keys, and stays so
  CHECK(pianist.criterion("keys-scales")["need"] == 6);
  CHECK(past_blocks(pianist.asked("plan"), "2026-12-23") == past_blocks(plan, "2026-12-23"));
  CHECK(pianist.asked("plan")["baseline_finish"] == plan["baseline_finish"]);
  CHECK(pianist.run("doctor").code == 0);
  pianist.done("today");
  pianist.done("week");
  pianist.done("plan");
}

TEST_CASE("a preview says what a new version does, and it does that", "[cli]") {
  Pianist pianist;
  pianist.write(second_version());
  const auto bytes = everything_in(pianist.program().folder().path());
  const auto text = pianist.done(pianist.used + " --what-if").out;
  auto preview = pianist.asked(pianist.used + " --what-if");
  CHECK(everything_in(pianist.program().folder().path()) == bytes);
  const auto result_text = pianist.done(pianist.used).out;
  pianist.done("undo");
  auto result = pianist.asked(pianist.used);

  CHECK(preview["what_if"] == true);
  CHECK(result["what_if"] == false);
  preview.erase("what_if");
  result.erase("what_if");
  CHECK(preview == result);
  const auto without_last_line = [](const std::string& all) {
    return all.substr(0, all.rfind('\n', all.size() - 2));
  };
  CHECK(without_last_line(text) == without_last_line(result_text));
  CHECK(text.ends_with("Only a what-if: nothing was stored.\n"));
  CHECK(result_text.ends_with("Now using piano 2 (was 1). Undo: gradus undo\n"));
  // And what it said is what the other commands say now.
  auto plan = pianist.asked("plan");
  for (const auto& [key, value] : plan.items()) CHECK(result["plan"][key] == value);
  const auto ready = pianist.asked("ready");
  for (const auto& shift : result["criteria"]) {
    REQUIRE(shift["gate"] == "keys");
    CHECK(shift["after"] == pianist.criterion(shift["id"].get<std::string>()));
  }
}

TEST_CASE("each kind of change is told", "[cli]") {
  Pianist pianist;
  const auto told = pianist.what_if(second_version());
  CHECK(told["curriculum"] == "piano");
  CHECK(told["from_version"] == "1");
  CHECK(told["to_version"] == "2");
  CHECK(named(told["retitled"]) == Names{"tier hands", "week w1"});
  CHECK(told["retitled"][1] ==
        json{{"kind", "week"}, {"id", "w1"}, {"from", "Right hand"}, {"to", "The right hand"}});
  CHECK(told["moved"] == list(R"([{"kind": "week", "id": "w3", "from": "keys", "to": "hands"}])"));
  CHECK(named(told["retired"]) == Names{"week w4", "topic chords"});
  CHECK(named(told["new"]) == Names{"week w7"});
  CHECK(told["gone"].empty());
  CHECK(told["kept"] == 16);
  CHECK(told["counts"]["week"]["kept"] == 5);
  CHECK(told["counts"]["week"]["new"] == 1);
  CHECK(named(told["changed"]) == Names{"criterion keys/keys-scales"});
  CHECK(told["changed"][0]["from"] == "fail: 1 of 4 problems, 3 missing");
  CHECK(told["changed"][0]["to"] == "fail: 1 of 6 problems, 5 missing");
  CHECK(told["criteria"][0]["before"]["need"] == 4);
  CHECK(told["criteria"][0]["after"]["need"] == 6);
  CHECK(told["tiers"][1] ==
        json{{"tier", "keys"}, {"was", "open"}, {"now", "open"}, {"retired", false}});

  const auto text = pianist.done(pianist.used + " --what-if").out;
  INFO(text);
  CHECK(says(text, "MOVED     week w3: Major"));
  CHECK(says(text, "from keys to hands; what is recorded for it still counts for keys"));
  CHECK(says(text, "fail: 1 of 4 problems, 3 missing → fail: 1 of 6 problems, 5 missing"));
}

TEST_CASE("taking a version over is one step, back and forth", "[cli]") {
  Pianist pianist;
  const auto everything = [&] {
    return pianist.journal() + pianist.done("plan --json").out + pianist.done("report --json").out +
           pianist.run("ready --json").out;
  };
  const auto before = everything();
  pianist.use(second_version());
  const auto after = everything();
  CHECK(after != before);
  CHECK(says(pianist.done("undo").out, "curriculum use piano 2"));
  CHECK(everything() == before);
  pianist.done("redo");
  CHECK(everything() == after);
  // The way to an older version is open as well, and told.
  pianist.write(first_version());
  CHECK(says(pianist.done(pianist.used + " --what-if").out, "1 looks older than 2"));
}

TEST_CASE("the same text is nothing to do, another text of the same version is said", "[cli]") {
  Pianist pianist;
  CHECK(says(pianist.refused(pianist.used, 0).out, "Nothing to change"));
  CHECK(pianist.asked(pianist.used)["retired"].empty());
  auto same = first_version();
  same["tiers"][0]["title"] = "Ten fingers";
  pianist.write(same);
  CHECK(says(pianist.done(pianist.used).out, "Same version number, different content."));
  CHECK(says(pianist.done("plan").out, "Ten fingers"));
}

TEST_CASE("what is no version of the track's curriculum is refused", "[cli]") {
  Pianist pianist;
  CHECK(says(pianist.refused("curriculum use watercolour", 2).err, "gradus init"));
  CHECK(says(pianist.refused("curriculum use nothing", 2).err, "there is no curriculum"));
  pianist.refused("curriculum use", 2);
  auto wrong = first_version();
  wrong["tiers"][0]["exit"].clear();
  pianist.write(wrong);
  pianist.refused(pianist.used, 2);
  pianist.refused(pianist.used + " --what-if", 2);
  pianist.write(first_version());
  pianist.refused(pianist.used + " --track other", 2);
}

TEST_CASE("ids that the track uses have to stay, those that nothing uses may go", "[cli]") {
  Pianist pianist;
  pianist.done("waive keys/keys-signed --reason shy");
  auto next = first_version();
  weeks(next, 0).erase(0);
  weeks(next, 1).erase(1);
  next["topics"].erase(0);
  next["tiers"][0]["exit"].erase(1);
  next["tiers"][1]["exit"].erase(1);
  pianist.write(next);
  const auto refused = pianist.refused(pianist.used, 2).err;
  INFO(refused);
  CHECK(says(refused, "week w1 (entries)"));
  CHECK(says(refused, "week w4 (entries)"));
  CHECK(says(refused, "artefact w1-tape (entries)"));
  CHECK(says(refused, "topic scales (entries)"));
  CHECK(says(refused, "criterion hands/hands-signed (entries)"));
  CHECK(says(refused, "criterion keys/keys-signed (waived)"));
  CHECK(says(refused, "\"retired\": true"));

  auto unused = first_version();
  weeks(unused, 1).erase(2);  // w5: nothing recorded, no choice
  unused["topics"].erase(1);  // chords
  unused["tiers"].erase(2);   // locked
  unused["tiers"][1]["closing"] = true;
  const auto told = pianist.use(unused);
  CHECK(named(told["gone"]) ==
        Names{"tier pieces", "week w5", "week w6", "criterion pieces/pieces-time", "topic chords"});
  CHECK(pianist.run("doctor").code == 0);
  pianist.done("plan");
}

TEST_CASE("a passed tier, a choice in the plan, a timer hold their ids", "[cli]") {
  Pianist pianist;
  pianist.done("plan stretch pieces --to 2");
  pianist.done("start --week w5 --topic chords");
  auto next = first_version();
  next["tiers"][0]["exit"][0]["id"] = "hands-hours";
  next["tiers"].erase(2);
  weeks(next, 1).erase(2);
  next["topics"].erase(1);
  pianist.write(next);
  const auto refused = pianist.refused(pianist.used, 2).err;
  INFO(refused);
  CHECK(says(refused, "criterion hands/hands-time (its tier is passed)"));
  CHECK(says(refused, "tier pieces (the plan)"));
  CHECK(says(refused, "week w5 (the timer)"));
  CHECK(says(refused, "topic chords (the timer)"));
}

TEST_CASE("a new tier in front of the open one comes first, and nothing done is lost", "[cli]") {
  Pianist pianist;
  auto next = first_version();
  const auto added = list(R"({"id": "ear", "title": "Ear", "weeks": [
      {"id": "e1", "title": "Hearing", "goals": ["h"]}], "exit": [
      {"id": "ear-time", "title": "Half an hour", "kind": "measured",
       "require": {"of": "sessions", "measure": "minutes", "at_least": 30}}]})");
  next["tiers"].insert(next["tiers"].begin() + 1, added);
  pianist.write(next);
  const auto text = pianist.done(pianist.used + " --what-if").out;
  INFO(text);
  CHECK(says(text, "Keys now comes after Ear and waits until that is passed."));
  const auto told = pianist.use(next);
  CHECK(told["tiers"] == list(R"([
      {"tier": "hands", "was": "passed", "now": "passed", "retired": false},
      {"tier": "ear", "was": null, "now": "open", "retired": false},
      {"tier": "keys", "was": "open", "now": "locked", "retired": false},
      {"tier": "pieces", "was": "locked", "now": "locked", "retired": false}])"));
  CHECK(pianist.asked("today")["waiting_minutes"] == 150);
  CHECK(pianist.criterion("keys-scales", "ready keys")["have"] == 1);
  pianist.done("today");
  pianist.done("log 30m lab");
  pianist.done("unlock");
  CHECK(pianist.asked("today")["tier"] == "keys");
  CHECK(pianist.run("doctor").code == 0);
}

TEST_CASE("a tier that is new in front of a passed one opens what comes after both", "[cli]") {
  Pianist pianist;
  auto next = first_version();
  const auto added = list(R"({"id": "ear", "title": "Ear", "weeks": [
      {"id": "e1", "title": "Hearing", "goals": ["h"]}], "exit": [
      {"id": "ear-time", "title": "Half an hour", "kind": "measured",
       "require": {"of": "sessions", "measure": "minutes", "at_least": 30}}]})");
  next["tiers"].insert(next["tiers"].begin(), added);
  pianist.use(next);
  CHECK(pianist.asked("today")["tier"] == "ear");
  CHECK(pianist.asked("ready hands")["state"] == "passed");
  pianist.done("log 30m lab");
  CHECK(says(pianist.done("unlock").out, "Opened keys"));
}

TEST_CASE("all tiers passed: a new last one opens, a retired one stays in the report", "[cli]") {
  Pianist pianist;
  pianist.done("track gate warn");
  pianist.done("unlock");
  pianist.done("unlock");
  auto next = first_version();
  next["tiers"][0]["retired"] = true;
  next["tiers"][2].erase("closing");
  next["tiers"].push_back(list(R"({"id": "stage", "title": "Stage", "closing": true, "weeks": [
      {"id": "s1", "title": "Concert", "goals": ["h"]}], "exit": [
      {"id": "stage-time", "title": "Half an hour", "kind": "measured",
       "require": {"of": "sessions", "measure": "minutes", "at_least": 30}}]})"));
  const auto told = pianist.use(next);
  CHECK(told["tiers"][3]["now"] == "open");
  // What was at hand, the finish, and what is now.
  CHECK(told["criteria"][0]["id"] == "stage-time");
  CHECK(told["criteria"][0]["before"].is_null());
  CHECK(told["criteria"][1]["gate"] == "finish");
  const auto report = pianist.asked("report");
  REQUIRE(report["tiers"].size() == 4);
  CHECK(report["tiers"][0]["tier"] == "hands");
  CHECK(report["tiers"][0]["passed_on"] == "2026-12-12");
  CHECK(report["tiers"][0]["weeks"] == 0);
  CHECK(report["tiers"][0]["actual_minutes"] == 210);
  CHECK(pianist.asked("ready hands")["state"] == "passed");
  CHECK(pianist.run("doctor").code == 0);
}

TEST_CASE("a week that comes into a passed tier asks for no study", "[cli]") {
  Pianist pianist;
  auto next = first_version();
  next["version"] = "2";
  weeks(next, 0).push_back(list(R"({"id": "w8", "title": "Extra", "goals": ["g"]})"));
  weeks(next, 0).push_back(weeks(next, 1)[2]);  // a week of keys that is still ahead
  const auto id = weeks(next, 1)[2]["id"].get<std::string>();
  weeks(next, 1).erase(2);
  const auto today = std::string("2026-12-23");
  (void)pianist.use(next);
  const auto plan = pianist.asked("plan");
  for (const auto& week : plan["weeks"]) {
    if (week["week"] != "w8" && week["week"] != id) continue;
    INFO(week.dump(1));
    for (const auto& block : week["blocks"]) CHECK(block["on"].get<std::string>() < today);
  }
}

TEST_CASE("a week retired by mistake comes back without the work already done for it", "[cli]") {
  Pianist pianist;
  pianist.done("log 2h read --week w4");
  pianist.done("log 2h review --week w4");
  pianist.done("log 6h lab --week w4");  // all that is planned for it
  auto retired = first_version();
  retired["version"] = "2";
  weeks(retired, 1)[1]["retired"] = true;
  (void)pianist.use(retired);
  auto back = first_version();
  back["version"] = "3";
  (void)pianist.use(back);
  const auto week = week_of(pianist.asked("plan"), "w4");
  REQUIRE_FALSE(week.is_null());
  INFO(week.dump(1));
  CHECK(week["blocks"].empty());
}

TEST_CASE("a criterion made harder after its tier was passed takes nothing away", "[cli]") {
  Pianist pianist;
  auto next = first_version();
  next["tiers"][0]["exit"][0]["require"]["at_least"] = 6000;
  const auto told = pianist.use(next);
  CHECK(told["changed"][0]["to"].is_null());
  const auto passed = pianist.asked("ready hands");
  CHECK(passed["criteria"][0]["need"] == 60);
  CHECK(passed["no_longer_met"].empty());
}

TEST_CASE("a retired criterion is no longer required, waived or not", "[cli]") {
  Pianist pianist;
  pianist.done("waive keys/keys-signed --reason shy");
  auto next = first_version();
  next["tiers"][1]["exit"][1]["retired"] = true;
  pianist.write(next);
  const auto text = pianist.done(pianist.used).out;
  INFO(text);
  CHECK(says(text, "no longer required"));
  CHECK(pianist.asked("ready")["total"] == 1);
  CHECK(pianist.run("doctor").code == 0);
  pianist.refused("waive keys/keys-signed --reason again", 2);
}

TEST_CASE("the tier that is studied may be retired: the next one opens", "[cli]") {
  Pianist pianist;
  auto next = first_version();
  next["tiers"][1]["retired"] = true;
  const auto told = pianist.use(next);
  CHECK(told["tiers"][1] ==
        json{{"tier", "keys"}, {"was", "open"}, {"now", "locked"}, {"retired", true}});
  CHECK(told["tiers"][2]["now"] == "open");
  CHECK(pianist.asked("report")["actual_minutes"] == 360);
  for (const auto* const words : {"ready keys", "plan stretch keys --to 9"})
    CHECK(says(pianist.refused(words, 2).err, "retired"));
  CHECK(says(pianist.refused("unlock keys", 2).err, "retired"));
  CHECK(pianist.run("doctor").code == 0);
}

TEST_CASE("a tier keeps its pace where its new weeks allow it", "[cli]") {
  Pianist pianist;
  pianist.done("plan stretch keys --to 5");
  auto next = first_version();
  weeks(next, 1).push_back(list(R"({"id": "w7", "title": "Blues", "goals": ["g"]})"));
  CHECK(pianist.use(next)["plan"]["tiers"][1]["weeks"] == 5);
  weeks(next, 1).push_back(list(R"({"id": "w8", "title": "Rags", "goals": ["g"]})"));
  const auto told = pianist.use(next);
  CHECK(told["notes"] == list(R"(["keys was planned in 5 weeks, and now takes its usual 5"])"));
  pianist.done("plan");
}

TEST_CASE("an unpassed week moves across tiers in the middle of the plan", "[cli]") {
  Pianist pianist;
  auto next = first_version();
  weeks(next, 2).insert(weeks(next, 2).begin(), weeks(next, 1)[1]);  // w4, under way, to pieces
  weeks(next, 1).erase(1);
  const auto plan = pianist.use(next)["plan"];
  CHECK(week_of(plan, "w4")["tier"] == "pieces");
  // What was laid of it stays, and so does its time.
  int minutes = 0;
  for (const auto& week : plan["weeks"])
    for (const auto& block : week["blocks"]) minutes += block["minutes"].get<int>();
  CHECK(minutes == 6 * 120);
  CHECK(pianist.asked("week w4")["actual_minutes"] == 30);
}

TEST_CASE("a stack that is gone is missed, a retired one goes on", "[cli]") {
  Program program{"2026-11-30"};
  const auto file = program.folder().path() / "roadmap.json";
  auto roadmap = json::parse(program.run("curriculum show de-roadmap --json").out);
  REQUIRE(program.run("init --start 2026-11-30 --stack eu").code == 0);
  const auto use = [&](const json& version) {
    program.folder().write("roadmap.json", version.dump(1));
    return program.run("curriculum use " + file.string());
  };
  auto without = roadmap;
  for (auto stack = without["stacks"].begin(); stack != without["stacks"].end(); ++stack) {
    if ((*stack)["id"] != "eu") continue;
    without["stacks"].erase(stack);
    break;
  }
  const auto refused = use(without);
  CHECK(refused.code == 2);
  CHECK(says(refused.err, "stack eu (the track)"));
  for (auto& stack : roadmap["stacks"])
    if (stack["id"] == "eu") stack["retired"] = true;
  CHECK(use(roadmap).code == 0);
  CHECK(json::parse(program.run("plan --json").out)["stack"] == "eu");
}

TEST_CASE("a module whose home week is retired goes into the next one", "[cli]") {
  Program program{"2026-11-30"};
  auto roadmap = json::parse(program.run("curriculum show de-roadmap --json").out);
  REQUIRE(program.run("init --start 2026-11-30").code == 0);
  REQUIRE(program.run("plan module add query-tuning").code == 0);
  const auto home = [&] {
    const auto plan = json::parse(program.run("plan --json").out);
    for (const auto& week : plan["weeks"])
      if (!week["modules"].empty()) return week["week"].get<std::string>();
    return std::string("none");
  };
  const auto before = home();
  for (auto& tier : roadmap["tiers"])
    for (auto& week : tier["weeks"])
      if (week["id"] == before) week["retired"] = true;
  const auto file = program.folder().write("roadmap.json", roadmap.dump(1));
  const auto used = program.run("curriculum use " + file.string());
  INFO(used.out << used.err);
  CHECK(used.code == 0);
  CHECK(says(used.out,
             fmt::format("the module query-tuning moves from {}, which is retired", before)));
  CHECK(home() != before);
  CHECK(home() != "none");
  CHECK(program.run("doctor").code == 0);
  CHECK(program.run("plan module rm query-tuning").code == 0);
}

TEST_CASE("foundations stay in front, also once every learner has them", "[cli]") {
  Program program{"2026-11-30"};
  auto roadmap = json::parse(program.run("curriculum show de-roadmap --json").out);
  const auto weeks_of_it = roadmap["beginner"]["weeks"].size();
  REQUIRE(program.run(fmt::format("init --start 2026-11-30 --beginner {}", weeks_of_it)).code == 0);
  roadmap["tiers"].insert(roadmap["tiers"].begin(), roadmap["beginner"]);
  roadmap.erase("beginner");
  const auto file = program.folder().write("roadmap.json", roadmap.dump(1));
  const auto used = program.run("curriculum use " + file.string() + " --json");
  INFO(used.out << used.err);
  REQUIRE(used.code == 0);
  CHECK(json::parse(used.out)["new"].empty());
  CHECK(json::parse(used.out)["plan"]["slip_days"] == 0);
  CHECK(program.run("doctor").code == 0);
  CHECK(program.run("today").code == 0);
}

TEST_CASE("a terminal is asked, and only a terminal", "[cli]") {
  Pianist pianist;
  pianist.write(second_version());
  pianist.program().set_input("n");
  pianist.program().set_terminal_width(100);
  const auto declined = pianist.refused(pianist.used, 0);
  CHECK(says(declined.err, "Use this version? [y/N] "));
  CHECK(says(declined.out, "MOVED"));
  CHECK(declined.out.ends_with("Nothing was changed.\n"));
  pianist.program().set_input("");
  pianist.refused(pianist.used, 0);
  CHECK_FALSE(says(pianist.done(pianist.used + " --what-if").err, "Take it over?"));
  pianist.program().set_input("y");
  const auto taken = pianist.done(pianist.used);
  CHECK(says(taken.out, "Now using piano 2"));
  // Shown once.
  CHECK(taken.out.find("MOVED") == taken.out.rfind("MOVED"));
  pianist.done("undo");
  pianist.program().set_input("n");
  CHECK_FALSE(says(pianist.done(pianist.used + " --no-input").err, "Take it over?"));
  pianist.done("undo");
  CHECK(pianist.asked(pianist.used)["what_if"] == false);
  pianist.done("undo");
  pianist.program().set_terminal_width(0);
  CHECK(says(pianist.done(pianist.used).out, "Now using"));
}

}  // namespace gradus::cli::use_test
