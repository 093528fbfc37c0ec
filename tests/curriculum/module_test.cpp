#include "gradus/curriculum/module.hpp"

#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/load.hpp"
#include "gradus/curriculum/question.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <string>

namespace gradus::curriculum::module_test {

using namespace gradus::curriculum;
using Strings = std::vector<std::string>;

namespace {

constexpr std::string_view sound = R"({
  "format": 1, "id": "vibrato", "title": "Vibrato", "curriculum": "cello",
  "source": "A teacher", "as_of": "2026-05-31",
  "weeks": ["w2", "w3"], "also": ["w5"],
  "minutes": {"read": 60, "lab": 90}, "overlap": {"lab": 30},
  "requires": ["scales"], "soft": ["posture"],
  "topics": [{"id": "wrist", "title": "The wrist", "outcome": "Let it swing", "practice": "slow"}],
  "checks": [
    {"id": "slow-note", "title": "One note", "kind": "timed", "limit_seconds": 30},
    {"id": "signed", "title": "Signed", "kind": "attest"}],
  "labs": [{"id": "mirror", "title": "Before a mirror"}],
  "prompts": [{"id": "why", "title": "Why at all?", "points": ["warmth", "taste"]}],
  "tags": ["left-hand"], "notes": ["It starts below the note."]
})";

constexpr std::string_view sound_bundles = R"({
  "format": 1,
  "bundles": [
    {"id": "hands", "title": "Both hands", "modules": ["vibrato", "bowing"], "note": "3 hours"},
    {"id": "ears", "title": "The ears", "modules": ["scales"]}]
})";

// The text with the one place that reads `old` changed.
std::string with(std::string_view text, std::string_view old, std::string_view changed) {
  std::string edited{text};
  const auto at = edited.find(old);
  if (at == std::string::npos || edited.find(old, at + 1) != std::string::npos) {
    throw std::logic_error("stands not exactly once in the sample: " + std::string{old});
  }
  return edited.replace(at, old.size(), changed);
}

std::string refusal_of(const std::string& json) {
  try {
    static_cast<void>(load_module(json, "m.json"));
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

// Of the sample changed in one place.
std::string refusal(std::string_view old, std::string_view changed) {
  return refusal_of(with(sound, old, changed));
}

std::string bundles_refusal(std::string_view old, std::string_view changed) {
  try {
    static_cast<void>(load_bundles(with(sound_bundles, old, changed), "b.json"));
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

std::string joined(const Strings& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

template <class AnId>
Strings texts(const std::vector<AnId>& ids) {
  Strings all;
  for (const AnId& id : ids) all.push_back(id.text());
  return all;
}

// The built-in modules, typed from the figures they are made from, and not from the data. Lists
// are words with a blank between.
struct Row {
  std::string id;
  int article;
  std::string as_of, weeks, also;
  int hours, read, lab, overlap;  // read and lab in minutes
  std::string needs, soft;
  std::size_t topics, checks;
  std::string limits;  // of the timed checks, in seconds
  std::string tags;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> all{
      Row{"query-tuning", 5, "2026-05-30", "w6", "w2 w17", 7, 180, 240, 3, "", "", 7, 6, "60",
          "optimization indexing joins filtering aggregation database sql"},
      Row{"transactions-consistency", 4, "2026-05-30", "w9", "w6 w21 w22", 6, 150, 210, 1, "",
          "query-tuning", 7, 5, "", "database sql joins data-validation aggregation"},
      Row{"lakehouse-medallion", 6, "2026-05-30", "w14", "w11 w16 w22", 8, 210, 270, 3, "",
          "transactions-consistency", 7, 6, "300 180",
          "etl data-validation optimization aggregation streaming design database python"},
      Row{"storage-architecture-choice", 3, "2026-05-31", "w15 w16", "w17 w24", 5, 120, 180, 1, "",
          "lakehouse-medallion", 7, 5, "",
          "data-modeling etl dimensional-modeling aggregation streaming slowly-changing-data"},
      Row{"open-table-formats", 1, "2026-05-31", "w16", "w14 w22", 6, 150, 210, 1,
          "lakehouse-medallion storage-architecture-choice", "", 7, 5, "",
          "etl database streaming aggregation"},
      Row{"dimensional-modelling", 2, "2026-05-31", "w17", "w20 w24", 7, 180, 240, 1, "",
          "query-tuning", 7, 6, "60 60",
          "dimensional-modeling slowly-changing-data database aggregation"},
      Row{"star-vs-snowflake", 8, "2026-05-29", "w17", "w20", 4, 90, 150, 0,
          "dimensional-modelling", "query-tuning", 6, 5, "30 60",
          "data-modeling joins aggregation group-by database sql"},
      Row{"orchestrator-choice", 7, "2026-05-30", "w19", "w22", 6, 150, 210, 3, "",
          "transactions-consistency", 7, 6, "", "etl data-validation aggregation python"},
      Row{"dbt-transformations", 10, "2026-05-29", "w20", "w17", 8, 210, 270, 6,
          "dimensional-modelling", "orchestrator-choice", 7, 6, "300",
          "etl data-transformation data-validation ctes aggregation conditional-aggregation "
          "dimensional-modeling"},
      Row{"pipeline-design", 11, "2026-05-29", "w21 w22", "w23 w24", 9, 240, 300, 4,
          "orchestrator-choice dbt-transformations", "transactions-consistency open-table-formats",
          7, 6, "180",
          "etl design data-processing streaming real-time-analytics data-manipulation "
          "exception-handling defensive-coding log-processing"}};
  return all;
}

// By id; the file's name is the id.
const std::map<std::string, Module>& builtin_modules() {
  static const std::map<std::string, Module> modules = [] {
    std::map<std::string, Module> loaded;
    for (const Row& row : rows()) {
      const std::string path = "modules/" + row.id + ".json";
      loaded.emplace(row.id, load_module(builtin_text(path), path));
    }
    return loaded;
  }();
  return modules;
}

const std::vector<ModuleBundle>& builtin_bundles() {
  static const std::vector<ModuleBundle> bundles =
      load_bundles(builtin_text("modules/bundles.json"), "modules/bundles.json");
  return bundles;
}

const Curriculum& roadmap() {
  static const Curriculum curriculum =
      load_or_throw(builtin_text("curricula/de-roadmap.json"), "de-roadmap.json");
  return curriculum;
}

const ModuleBundle& bundle(std::string_view id) {
  const auto& all = builtin_bundles();
  const auto found =
      std::ranges::find(all, id, [](const ModuleBundle& each) { return each.id.text(); });
  if (found == all.end()) throw std::logic_error("no bundle " + std::string{id});
  return *found;
}

struct Hours {
  Minutes whole{0};
  Minutes net{0};
};
Hours hours_of(const Strings& ids) {
  Hours sum;
  for (const std::string& id : ids) {
    sum.whole += builtin_modules().at(id).minutes.total();
    sum.net += builtin_modules().at(id).net().total();
  }
  return sum;
}

}  // namespace

TEST_CASE("a sound module loads whole", "[curriculum][module]") {
  const Module vibrato = load_module(sound, "m.json");
  CHECK(vibrato.id.text() == "vibrato");
  CHECK(vibrato.title == "Vibrato");
  CHECK(vibrato.curriculum.text() == "cello");
  CHECK(vibrato.source == "A teacher");
  CHECK(vibrato.as_of->iso() == "2026-05-31");
  CHECK(texts(vibrato.weeks) == Strings{"w2", "w3"});
  CHECK(texts(vibrato.also) == Strings{"w5"});
  CHECK(vibrato.minutes == WeekMinutes{Minutes{60}, Minutes{90}, Minutes{0}});
  CHECK(vibrato.overlap == WeekMinutes{Minutes{0}, Minutes{30}, Minutes{0}});
  CHECK(vibrato.net() == WeekMinutes{Minutes{60}, Minutes{60}, Minutes{0}});
  CHECK(texts(vibrato.needs) == Strings{"scales"});
  CHECK(texts(vibrato.soft) == Strings{"posture"});
  REQUIRE(vibrato.topics.size() == 1);
  CHECK(vibrato.topics[0].outcome == "Let it swing");
  CHECK(vibrato.topics[0].practice == TopicId("slow"));
  REQUIRE(vibrato.checks.size() == 2);
  CHECK(vibrato.checks[0].kind == CriterionKind::timed);
  CHECK(vibrato.checks[0].limit == std::chrono::seconds{30});
  CHECK(vibrato.checks[1].kind == CriterionKind::attest);
  CHECK_FALSE(vibrato.checks[1].limit.has_value());
  REQUIRE(vibrato.labs.size() == 1);
  CHECK(vibrato.labs[0].title == "Before a mirror");
  REQUIRE(vibrato.prompts.size() == 1);
  CHECK(vibrato.prompts[0].points == Strings{"warmth", "taste"});
  CHECK(vibrato.tags == Strings{"left-hand"});
  CHECK(vibrato.notes == Strings{"It starts below the note."});
}

TEST_CASE("a module may leave out what is optional", "[curriculum][module]") {
  const Module bare = load_module(R"({
    "format": 1, "id": "m", "title": "M", "curriculum": "c", "weeks": ["w1"],
    "minutes": {"read": 1}, "topics": [{"id": "t", "title": "T", "outcome": "O"}],
    "checks": [{"id": "c", "title": "C", "kind": "quiz"}]})",
                                  "m.json");
  CHECK(bare.source.empty());
  CHECK_FALSE(bare.as_of.has_value());
  CHECK(bare.also.empty());
  CHECK_FALSE(bare.topics[0].practice.has_value());
  CHECK(bare.net() == bare.minutes);
}

TEST_CASE("a refused module is told by file, line and pointer", "[curriculum][module]") {
  CHECK(refusal("\"title\": \"Vibrato\"", "\"title\": 7") ==
        "m.json:2: /title: must be text, not 7");
  CHECK(refusal_of("[]") == "m.json:1: must be an object, not a list");
  CHECK(refusal_of("{\n\"id\"") ==
        "m.json:2: the file ends too early: a value, a ] or a } is missing");
  CHECK(refusal("\"tags\":", "\"tag\":") == "m.json:13: /tag: unknown key \"tag\"");
  CHECK(refusal("\"format\": 1", "\"format\": 2") == "m.json:2: /format: must be at most 1, not 2");
}

TEST_CASE("the first findings are named in the order of the lines, the others counted",
          "[curriculum][module]") {
  CHECK(refusal_of(R"({"format": 1, "id": "m", "title": "M", "curriculum": "c",
    "tags": [""],
    "weeks": [],
    "minutes": {"read": 0.5},
    "checks": [{"id": "C", "title": "C", "kind": "quiz"}]})") ==
        "m.json:1: has no \"topics\"\n"
        "m.json:2: /tags/0: is empty\n"
        "m.json:3: /weeks: is empty\n"
        "and 2 more");
}

TEST_CASE("a module has home weeks, topics and checks", "[curriculum][module]") {
  CHECK(refusal(R"("weeks": ["w2", "w3"],)", "") == "m.json:1: has no \"weeks\"");
  CHECK(refusal(R"(["w2", "w3"])", "[]") == "m.json:4: /weeks: is empty");
  CHECK(
      refusal(
          R"([{"id": "wrist", "title": "The wrist", "outcome": "Let it swing", "practice": "slow"}])",
          "[]") == "m.json:7: /topics: is empty");
  CHECK(refusal(R"(, "outcome": "Let it swing")", "") == "m.json:7: /topics/0: has no \"outcome\"");
  CHECK(refusal(R"(["warmth", "taste"])", "[]") == "m.json:12: /prompts/0/points: is empty");
  CHECK(refusal(R"("kind": "timed", "limit_seconds": 30)", R"("kind": "attest")") ==
        "m.json:8: /checks: every check is of kind attest: at least one must be more than a "
        "signature");
}

TEST_CASE("what a module names, it names once", "[curriculum][module]") {
  CHECK(refusal(R"("also": ["w5"])", R"("also": ["w3"])") ==
        "m.json:4: /also/0: \"w3\" is already on line 4");
  CHECK(refusal(R"("soft": ["posture"])", R"("soft": ["scales"])") ==
        "m.json:6: /soft/0: \"scales\" is already on line 6");
  CHECK(refusal(R"("soft": ["posture"])", R"("soft": ["vibrato"])") ==
        "m.json:6: /soft/0: a module can't need itself");
  CHECK(refusal(R"(["left-hand"])", R"(["left-hand", "left-hand"])") ==
        "m.json:13: /tags/1: \"left-hand\" is already on line 13");
  CHECK(refusal(R"("id": "signed")", R"("id": "slow-note")") ==
        "m.json:10: /checks/1/id: the id \"slow-note\" is taken on line 9");
  CHECK(refusal(R"([{"id": "mirror", "title": "Before a mirror"}])",
                R"([{"id": "x", "title": "X"}, {"id": "x", "title": "Y"}])") ==
        "m.json:11: /labs/1/id: the id \"x\" is taken on line 11");
  // Ids of different lists don't meet.
  CHECK(refusal(R"("id": "mirror")", R"("id": "wrist")").empty());
  // Two ids that can't be read are not one id twice.
  CHECK(refusal(R"(["w2", "w3"])", R"(["W2", "W3"])").find("already") == std::string::npos);
}

TEST_CASE("a module's minutes are whole, and hold what stands in for the week's own",
          "[curriculum][module]") {
  CHECK(refusal("\"read\": 60", "\"read\": -1") ==
        "m.json:5: /minutes/read: must be at least 0, not -1");
  CHECK(refusal("\"read\": 60", "\"read\": 0.5") ==
        "m.json:5: /minutes/read: must be a whole number, not 0.5");
  CHECK(refusal(R"({"lab": 30})", R"({"lab": 91})") ==
        "m.json:5: /overlap/lab: replaces 91 minutes; the module has 90");
  CHECK(refusal(R"({"lab": 30})", R"({"lab": 90})").empty());
  CHECK(refusal(R"({"lab": 30})", R"({"review": 1})") ==
        "m.json:5: /overlap/review: replaces 1 minutes; the module has 0");
  CHECK(refusal(R"({"read": 60, "lab": 90}, "overlap": {"lab": 30})", R"({"lab": 0})") ==
        "m.json:5: /minutes: a module needs at least one minute of study");
  // Nothing is compared with what could not be read.
  CHECK(refusal("\"lab\": 90", "\"lab\": \"90\"") ==
        "m.json:5: /minutes/lab: must be a number, not the text \"90\"");
}

TEST_CASE("a timed check has a limit, and no other", "[curriculum][module]") {
  CHECK(refusal(R"(, "limit_seconds": 30)", "") ==
        "m.json:9: /checks/0: has no \"limit_seconds\", which a timed check needs");
  CHECK(refusal("\"kind\": \"timed\"", "\"kind\": \"quiz\"") ==
        "m.json:9: /checks/0/limit_seconds: only a timed check has a limit");
  CHECK(refusal("\"limit_seconds\": 30", "\"limit_seconds\": 0") ==
        "m.json:9: /checks/0/limit_seconds: must be at least 1, not 0");
  CHECK(refusal("\"kind\": \"attest\"", "\"kind\": \"measured\"") ==
        "m.json:10: /checks/1/kind: \"measured\" is not one of timed, quiz, artefact, attest");
  // Of a kind that could not be read it is not known whether it has one.
  CHECK(refusal("\"kind\": \"attest\"", "\"kind\": \"Quiz\"") ==
        "m.json:10: /checks/1/kind: \"Quiz\" is not one of timed, quiz, artefact, attest");
}

TEST_CASE("dates and ids have their form", "[curriculum][module]") {
  CHECK(refusal("2026-05-31", "2026-02-30") == "m.json:3: /as_of: \"2026-02-30\" is not a date");
  CHECK(refusal("\"curriculum\": \"cello\"", "\"curriculum\": \"The Cello\"")
            .starts_with("m.json:2: /curriculum: "));
}

TEST_CASE("bundles load, and are refused as modules are", "[curriculum][module]") {
  const std::vector<ModuleBundle> bundles = load_bundles(sound_bundles, "b.json");
  REQUIRE(bundles.size() == 2);
  CHECK(bundles[0].id.text() == "hands");
  CHECK(bundles[0].title == "Both hands");
  CHECK(texts(bundles[0].modules) == Strings{"vibrato", "bowing"});
  CHECK(bundles[0].note == "3 hours");
  CHECK(bundles[1].note.empty());
  CHECK(bundles_refusal(R"(["scales"])", "[]") == "b.json:5: /bundles/1/modules: is empty");
  CHECK(bundles_refusal("\"bowing\"", "\"vibrato\"") ==
        "b.json:4: /bundles/0/modules/1: \"vibrato\" is already on line 4");
  CHECK(bundles_refusal("\"id\": \"ears\"", "\"id\": \"hands\"") ==
        "b.json:5: /bundles/1/id: the id \"hands\" is taken on line 4");
  CHECK(bundles_refusal("\"note\"", "\"notes\"") ==
        "b.json:4: /bundles/0/notes: unknown key \"notes\"");
  CHECK(bundles_refusal("\"format\": 1,", "") == "b.json:1: has no \"format\"");
}

TEST_CASE("every built-in module stands in the table, and the table's in the data",
          "[curriculum][module][data]") {
  std::set<std::string> files;
  for (const BuiltinFile& file : builtin_files()) {
    if (file.path.starts_with("modules/")) files.emplace(file.path);
  }
  std::set<std::string> expected{"modules/bundles.json"};
  for (const Row& row : rows()) expected.insert("modules/" + row.id + ".json");
  CHECK(files == expected);
}

TEST_CASE("the built-in modules have the table's figures", "[curriculum][module][data]") {
  for (const Row& row : rows()) {
    INFO(row.id);
    const Module& module = builtin_modules().at(row.id);
    CHECK(module.id.text() == row.id);
    CHECK(module.curriculum == roadmap().id);
    CHECK(module.as_of->iso() == row.as_of);
    CHECK(module.source.find(fmt::format("deep dive {:02}: ", row.article)) != std::string::npos);
    CHECK(module.source.starts_with("Gowtham Potureddi, "));
    CHECK(module.source.find(", https://dev.to/gowthampotureddi/") != std::string::npos);
    CHECK(joined(texts(module.weeks)) == row.weeks);
    CHECK(joined(texts(module.also)) == row.also);
    CHECK(module.minutes.read == Minutes{row.read});
    CHECK(module.minutes.lab == Minutes{row.lab});
    CHECK(module.minutes.total() == std::chrono::hours{row.hours});
    CHECK(module.overlap.total() == std::chrono::hours{row.overlap});
    CHECK(joined(texts(module.needs)) == row.needs);
    CHECK(joined(texts(module.soft)) == row.soft);
    CHECK(module.topics.size() == row.topics);
    CHECK(module.checks.size() == row.checks);
    CHECK(module.labs.size() == 2);
    CHECK(module.prompts.empty());  // they are in data/questions
    CHECK(prompts_of(module, builtin_questions(roadmap().id)).size() == 6);
    CHECK(joined(module.tags) == row.tags);
    CHECK_FALSE(module.notes.empty());
    Strings limits;
    for (const ModuleCheck& check : module.checks) {
      if (check.limit) limits.push_back(std::to_string(check.limit->count()));
    }
    CHECK(joined(limits) == row.limits);
  }
}

TEST_CASE("a module's weeks are the roadmap's, and have the work it stands in for",
          "[curriculum][module][data]") {
  for (const auto& [id, module] : builtin_modules()) {
    INFO(id);
    WeekMinutes at_home;
    for (const WeekId& week : module.weeks) {
      const WeekMinutes minutes = find_week(roadmap(), week.text()).minutes;
      for (const auto kind : gradus::calendar::block_kinds) at_home.of(kind) += minutes.of(kind);
    }
    for (const WeekId& week : module.also) CHECK_NOTHROW(find_week(roadmap(), week.text()));
    for (const auto kind : gradus::calendar::block_kinds) {
      CHECK(module.overlap.of(kind) <= at_home.of(kind));
    }
    for (const ModuleTopic& topic : module.topics)
      if (topic.practice)
        CHECK(find_topic(roadmap(), topic.practice->text()).practice_url.has_value());
  }
}

TEST_CASE("what a module needs exists and never needs the module", "[curriculum][module][data]") {
  // The table stands in the order of the weeks, and nothing needs what comes after it.
  std::set<std::string> before;
  for (const Row& row : rows()) {
    INFO(row.id);
    const Module& module = builtin_modules().at(row.id);
    for (const ModuleId& need : module.needs) CHECK(before.contains(need.text()));
    for (const ModuleId& soft : module.soft) CHECK(before.contains(soft.text()));
    before.insert(row.id);
  }
}

TEST_CASE("no check bears the id of another module's or of the roadmap's",
          "[curriculum][module][data]") {
  std::set<CriterionId> ids;
  for (const Tier& tier : roadmap().tiers) {
    for (const Criterion& criterion : tier.exit) ids.insert(criterion.id);
  }
  for (const Criterion& criterion : roadmap().finish) ids.insert(criterion.id);
  for (const auto& [id, module] : builtin_modules()) {
    for (const ModuleCheck& check : module.checks) {
      INFO(id << ' ' << check.id.text());
      CHECK(ids.insert(check.id).second);
      CHECK(week_of_artefact(roadmap(), ArtefactId(check.id.text())) == nullptr);
    }
  }
}

TEST_CASE("the bundles hold their modules, and their hours agree with their notes",
          "[curriculum][module][data]") {
  using std::chrono::hours;
  REQUIRE(builtin_bundles().size() == 3);
  CHECK(texts(bundle("core").modules) == Strings{"query-tuning", "dimensional-modelling",
                                                 "orchestrator-choice", "dbt-transformations",
                                                 "pipeline-design"});
  CHECK(texts(bundle("lakehouse").modules) ==
        Strings{"lakehouse-medallion", "storage-architecture-choice", "open-table-formats"});
  CHECK(bundle("all").modules.size() == rows().size());

  struct Sum {
    const char* id;
    int hours, net;
  };
  for (const Sum& sum : {Sum{"core", 37, 20}, Sum{"lakehouse", 19, 14}, Sum{"all", 66, 43}}) {
    INFO(sum.id);
    const Hours found = hours_of(texts(bundle(sum.id).modules));
    CHECK(found.whole == hours{sum.hours});
    CHECK(found.net == hours{sum.net});
    const std::string begins =
        std::to_string(sum.hours) + " hours, " + std::to_string(sum.net) + " of them";
    CHECK(bundle(sum.id).note.starts_with(begins));
  }
  const Hours without =
      hours_of({"query-tuning", "dimensional-modelling", "dbt-transformations", "pipeline-design"});
  CHECK(without.whole == hours{31});
  CHECK(without.net == hours{17});
}

TEST_CASE("a bundle holds what its modules need, and holds it before them",
          "[curriculum][module][data]") {
  for (const ModuleBundle& each : builtin_bundles()) {
    std::set<std::string> before;
    for (const ModuleId& id : each.modules) {
      INFO(each.id.text() << ' ' << id.text());
      REQUIRE(builtin_modules().contains(id.text()));
      for (const ModuleId& need : builtin_modules().at(id.text()).needs) {
        CHECK(before.contains(need.text()));
      }
      before.insert(id.text());
    }
  }
}

}  // namespace gradus::curriculum::module_test
