#include "gradus/curriculum/builtin.hpp"

#include "support/program.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

namespace gradus::cli::curricula_test {

using gradus::testing::Answer;
using gradus::testing::Program;
using nlohmann::json;

namespace {

json builtin(const std::string& path) {
  return json::parse(gradus::curriculum::builtin_text(path));
}

// A learner who does what a curriculum asks, on one day after the other.
class Pupil {
 public:
  explicit Pupil(const std::string& init) { done(init); }

  Answer run(const std::string& words) { return program_.run(words); }
  void done(const std::string& words, int code = 0) {
    const auto answer = program_.run(words);
    INFO(words << '\n' << answer.out << answer.err);
    REQUIRE(answer.code == code);
  }
  void times(int number, const std::string& words) {
    for (int i = 0; i < number; ++i) done(words);
  }
  // Different ones.
  void solve(int number, const std::string& title, const std::string& words) {
    for (int i = 0; i < number; ++i) done(fmt::format("solve '{} {}' {}", title, i, words));
  }
  void on(const std::string& day) { program_.set_today(day); }
  void import(const std::string& line) {
    program_.folder().write("line.jsonl", line + "\n");
    done("import jsonl $FOLDER/line.jsonl");
  }
  void pass(const std::string& tier) {
    const auto answer = run("ready");
    INFO(tier << '\n' << answer.out << answer.err);
    REQUIRE(answer.code == 0);
    done("unlock " + tier);
  }
  [[nodiscard]] json verdict() { return json::parse(run("ready --json").out); }

  void write(const std::string& file, const std::string& text) const {
    const auto path = program_.folder().path() / file;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::app) << text;
  }
  // Keeps a folder in git, as its owner does at noon.
  void commit(const std::string& folder, const std::string& day) const {
    const auto line = fmt::format(
        "cd '{}' && export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@b "
        "GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@b GIT_AUTHOR_DATE={}T12:00:00Z && "
        "exec >/dev/null 2>&1; git init -q; git add -A; git commit -q -m work",
        (program_.folder().path() / folder).string(), day);
    REQUIRE(std::system(line.c_str()) == 0);
  }

 private:
  Program program_{"2027-01-04"};
};

void keys_used(const json& node, std::set<std::string>& keys) {
  if (node.is_object())
    for (const auto& each : node.items()) keys.insert(each.key());
  for (const auto& part : node)
    if (part.is_structured()) keys_used(part, keys);
}

void keys_known(const json& schema, std::set<std::string>& keys) {
  if (schema.is_object() && schema.contains("properties") && schema["properties"].is_object())
    for (const auto& each : schema["properties"].items()) keys.insert(each.key());
  for (const auto& part : schema)
    if (part.is_structured()) keys_known(part, keys);
}

// The texts that stand under the key, anywhere.
void words_under(const std::string& key, const json& node, std::set<std::string>& words) {
  if (node.is_object() && node.contains(key) && node[key].is_string())
    words.insert(node[key].get<std::string>());
  for (const auto& part : node)
    if (part.is_structured()) words_under(key, part, words);
}

std::string replaced(std::string text, const std::string& word, const std::string& with) {
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + with.size()))
    text.replace(at, word.size(), with);
  return text;
}

// What somebody types who reads "gradus … URL && gradus …".
std::vector<std::string> typed(std::string how) {
  // No number that a tired hand would record as it stands.
  for (const std::string before : {"--minutes ", "--score ", "gradus log "})
    if (const auto at = how.find(before); at != std::string::npos)
      CHECK_FALSE((how[at + before.size()] >= '0' && how[at + before.size()] <= '9'));
  for (const auto& [word, with] : {std::pair{"TITLE", "'A title'"},
                                   {"--minutes N", "--minutes 7"},
                                   {"--score N", "--score 92"},
                                   {"DURATION", "30m"},
                                   {"TEXT", "'my word'"},
                                   {"URL", "https://example.org/1"},
                                   {"FILE", "$FOLDER/photo.jpg"},
                                   {"DIR", "$FOLDER"},
                                   {"PIPELINE", "daily"},
                                   {"COMPANY", "'A company'"},
                                   {"CLUB", "'A club'"}})
    how = replaced(how, word, with);
  std::vector<std::string> commands;
  for (std::size_t end = 0; end != std::string::npos;) {
    end = how.find(" && ");
    auto command = how.substr(0, end);
    REQUIRE(command.starts_with("gradus "));
    commands.push_back(command.substr(7));
    if (end != std::string::npos) how.erase(0, end + 4);
  }
  return commands;
}

// "artefact verify ID …" looks at what was delivered, so that comes first.
void type_all(Pupil& pupil, const json& criteria) {
  for (const auto& criterion : criteria) {
    if (criterion.value("retired", false)) continue;
    for (const auto& command : typed(criterion["how"].get<std::string>())) {
      const std::string verify = "artefact verify ";
      if (command.starts_with(verify)) {
        const auto id =
            command.substr(verify.size(), command.find(' ', verify.size()) - verify.size());
        pupil.done("artefact add " + id);
        CHECK(pupil.run(command).code == 1);  // the folder holds nothing of it
      } else {
        pupil.done(command);
      }
    }
  }
}

}  // namespace

TEST_CASE("every criterion names a command that works when it is typed", "[cli]") {
  const std::string path =
      GENERATE("curricula/de-roadmap.json", "curricula/examples/watercolour.json",
               "curricula/examples/amateur-radio.json");
  const json file = builtin(path);
  const auto id = file["id"].get<std::string>();
  INFO(id);
  Pupil pupil(fmt::format("init --curriculum {}{}", id,
                          file.contains("beginner")
                              ? fmt::format(" --beginner {}", file["beginner"]["weeks"].size())
                              : ""));
  pupil.done("track gate warn");
  if (file.contains("beginner")) {
    type_all(pupil, file["beginner"]["exit"]);
    pupil.done("unlock");
  }
  for (const auto& tier : file["tiers"]) {
    type_all(pupil, tier["exit"]);
    pupil.done("unlock");
  }
  type_all(pupil, file["finish"]);
}

TEST_CASE("one example has every key, measure and word of the format", "[cli]") {
  const json file = builtin("curricula/examples/amateur-radio.json");
  const json schema = builtin("schema/curriculum.schema.json");
  std::set<std::string> used, known;
  keys_used(file, used);
  keys_known(schema, known);
  // What a stack of services for data engineering is made of.
  for (const char* key : {"cloud", "warehouse", "transform", "orchestrator"}) known.erase(key);
  for (const auto& key : known) {
    INFO(key);
    CHECK(used.count(key) == 1);
  }

  const json& types = schema["$defs"];
  for (const auto& [type, key] : {std::pair{"measure", "of"},
                                  {"measure", "measure"},
                                  {"criterion", "kind"},
                                  {"tier", "compress"},
                                  {"problems", "difficulty"},
                                  {"resource", "per"}}) {
    std::set<std::string> words;
    words_under(key, file, words);
    for (const auto& word : types[type]["properties"][key]["enum"]) {
      INFO(key << ' ' << word);
      CHECK(words.count(word.get<std::string>()) == 1);
    }
  }
}

TEST_CASE("amateur radio is learnt from the first step to the licence in hand", "[cli]") {
  Pupil pupil("init --curriculum amateur-radio --stack cept --beginner 2 --start 2027-01-04");
  CHECK(pupil.run("plan").out.find("10 weeks") != std::string::npos);

  pupil.solve(8, "A sum", "--topic electricity --difficulty easy --minutes 5");
  pupil.pass("first-steps");

  for (const char* day : {"2027-01-18", "2027-01-20", "2027-01-22", "2027-01-25", "2027-01-27",
                          "2027-01-29", "2027-02-01"}) {
    pupil.on(day);
    pupil.done("log 1h lab --topic listening");
  }
  pupil.solve(24, "A question", "--topic rules --difficulty medium --minutes 3");
  pupil.done("artefact add w2-heard --path $FOLDER/heard.txt");
  pupil.import(R"({"type": "drill", "on": "2027-02-01", "drill": "phonetic-alphabet",)"
               R"( "seconds": 38, "limit_seconds": 40, "passed": true})");
  CHECK(pupil.run("ready").code == 1);
  pupil.done("attest listening/listening-follow --evidence 'they spoke of the weather'");
  pupil.pass("listening");

  pupil.on("2027-02-20");
  for (const char* score : {"81", "85", "92"})
    pupil.done(fmt::format("exam add licence --score {} --timed --domain rules=0.9", score));
  pupil.solve(5, "A hard one", "--topic rules --difficulty hard --minutes 3");
  pupil.solve(5, "A safe one", "--topic safety --difficulty hard --minutes 4");
  pupil.done("artefact add w4-circuit --path $FOLDER/circuit.jpg");
  pupil.done("attest licence/licence-handiwork --evidence 'club evening of 2027-02-12'");
  pupil.done("spend 45 'Soldering iron' --kind other");
  pupil.done("drill band-to-call --seconds 90 --score 5/6");
  SECTION("a question with help counts against it") {
    pupil.done("solve 'A hint' --topic waves --difficulty medium --minutes 3 --help-used");
    CHECK(pupil.run("ready").code == 1);
    pupil.done("undo");
  }
  SECTION("and so does money") {
    pupil.done("spend 155.01 'A transceiver' --kind other");
    CHECK(pupil.run("ready").code == 1);
    pupil.done("undo");
  }
  pupil.pass("licence");

  pupil.write("book/log/january.csv", "heard\n");
  pupil.write("book/log/february.csv", "worked\n");
  pupil.write("book/antenna.py", "def dipole(mhz): return 143 / mhz\n");
  pupil.write("book/tests/test_antenna.py", "from antenna import dipole\n");
  pupil.write("book/README.md", "# My station\n\nThe call sign is on the door.\n\n## Antennas\n");
  for (const char* day : {"2027-02-21", "2027-02-22", "2027-02-23"}) {
    pupil.write("book/log/february.csv", day);
    pupil.commit("book", day);
  }
  for (const char* day : {"2027-02-22", "2027-02-23", "2027-02-24", "2027-02-25", "2027-02-26"}) {
    pupil.on(day);
    pupil.done("run ok evening-net");
    pupil.done("log 2h lab");
  }
  pupil.times(4, "interview first-call --score 75");
  pupil.done("apply 'Riverside club' --status sent");
  pupil.done("apply 'Hilltop club' --status visited");
  pupil.done("artefact add w8-station-book --path $FOLDER/book");
  CHECK(pupil.run("ready").code == 1);  // nobody has looked at it
  pupil.done("artefact verify w8-station-book");
  pupil.pass("on-air");

  CHECK(pupil.verdict()["tier"] == "finish");
  for (const char* week : {"w1", "w3", "w5"})
    pupil.done(fmt::format("artefact add 'My notes' --week {}", week));
  CHECK(pupil.run("ready").code == 1);
  pupil.done("attest finish/radio-licensed --evidence 'posted on 2027-02-25'");
  const auto finish = pupil.verdict();
  INFO(finish.dump(2));
  CHECK(finish["ready"] == true);
  CHECK(finish["total"] == 4);
}

}  // namespace gradus::cli::curricula_test
