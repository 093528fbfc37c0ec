#include "gradus/curriculum/question.hpp"

#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/load.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace gradus::curriculum::question_test {

using namespace gradus::curriculum;
using Strings = std::vector<std::string>;
using std::chrono::seconds;

namespace {

constexpr std::string_view sound = R"({
  "format": 1, "id": "bowing", "title": "Bowing", "curriculum": "cello",
  "source": "A teacher", "as_of": "2026-05-31",
  "questions": [
    {"id": "why-rosin", "kind": "prompt", "tier": "first", "module": "bow", "topic": "tone",
     "article": 3, "title": "Rosin", "ask": "What is rosin for?", "points": ["grip", "sound"]},
    {"id": "long-note", "kind": "timed", "limit_seconds": 20, "tier": "first",
     "interview": "audition", "source": "A master class",
     "title": "One long note", "ask": "Hold a note.", "points": ["even"]}
  ]
})";

// The text with the one place that reads `old` changed.
std::string with(std::string_view old, std::string_view changed) {
  std::string edited{sound};
  const auto at = edited.find(old);
  if (at == std::string::npos || edited.find(old, at + 1) != std::string::npos)
    throw std::logic_error("stands not exactly once in the sample: " + std::string{old});
  return edited.replace(at, old.size(), changed);
}

std::string refusal(std::string_view old, std::string_view changed) {
  try {
    static_cast<void>(load_questions(with(old, changed), "q.json"));
  } catch (const Error& error) {
    CHECK(error.hint() == "correct these lines; docs/drills.md has every key");
    return error.what();
  }
  return "";
}

const Curriculum& roadmap() {
  static const Curriculum curriculum =
      load_or_throw(builtin_text("curricula/de-roadmap.json"), "de-roadmap.json");
  return curriculum;
}

const std::vector<Question>& built_in() {
  static const auto questions = builtin_questions(roadmap().id);
  return questions;
}

// The tier whose week is the module's first home.
TierId tier_of_module(const ModuleId& id) {
  const auto path = "modules/" + id.text() + ".json";
  const auto module = load_module(builtin_text(path), path);
  return tier_of(roadmap(), module.weeks.front()).id;
}

// The guide's timed drills, typed from its articles.
struct Timed {
  const char* id;
  int limit;
  int article;
};
constexpr std::array timed_drills{
    Timed{"dataframe-to-sql", 30, 9},    Timed{"seven-terms", 30, 8},
    Timed{"plan-aloud", 60, 5},          Timed{"request-to-grain", 60, 2},
    Timed{"bus-matrix", 60, 2},          Timed{"shape-defence", 60, 8},
    Timed{"self-introduction", 90, 0},   Timed{"portfolio-walkthrough", 120, 0},
    Timed{"pipeline-sketch", 180, 11},   Timed{"delta-commands", 180, 6},
    Timed{"zones-on-paper", 300, 6},     Timed{"dbt-connected", 300, 10},
    Timed{"hard-window-problem", 480, 0}};

}  // namespace

TEST_CASE("a file of questions is read whole", "[curriculum][question]") {
  const auto set = load_questions(sound, "q.json");
  CHECK(set.id.text() == "bowing");
  CHECK(set.curriculum.text() == "cello");
  CHECK(set.as_of->iso() == "2026-05-31");
  REQUIRE(set.questions.size() == 2);
  const auto& [rosin, note] = std::tie(set.questions[0], set.questions[1]);
  CHECK(rosin.id.text() == "why-rosin");
  CHECK(rosin.kind == QuestionKind::prompt);
  CHECK(rosin.title == "Rosin");
  CHECK(rosin.ask == "What is rosin for?");
  CHECK(rosin.points == Strings{"grip", "sound"});
  CHECK(rosin.tier.text() == "first");
  CHECK(rosin.module->text() == "bow");
  CHECK(rosin.topic->text() == "tone");
  CHECK(rosin.article == 3);
  CHECK(rosin.source == "A teacher");
  CHECK_FALSE(rosin.limit.has_value());
  CHECK_FALSE(rosin.interview.has_value());
  CHECK(note.kind == QuestionKind::timed);
  CHECK(note.limit == seconds{20});
  CHECK(note.interview == "audition");
  CHECK(note.source == "A master class");
  CHECK_FALSE(note.module.has_value());
  CHECK_FALSE(note.article.has_value());
}

TEST_CASE("a refused file of questions is told by file, line and pointer",
          "[curriculum][question]") {
  CHECK(refusal(R"("kind": "prompt")", R"("kind": "quiz")") ==
        "q.json:5: /questions/0/kind: \"quiz\" is not one of prompt, timed");
  CHECK(refusal(R"(["grip", "sound"])", "[]") == "q.json:6: /questions/0/points: is empty");
  CHECK(refusal(R"("ask": "What is rosin for?", )", "") ==
        "q.json:5: /questions/0: has no \"ask\"");
  CHECK(refusal(R"("tier": "first", "module")", R"("module")") ==
        "q.json:5: /questions/0: has no \"tier\"");
  CHECK(refusal(R"("limit_seconds": 20, )", "") ==
        "q.json:7: /questions/1: has no \"limit_seconds\", which a timed question needs");
  CHECK(refusal(R"("article": 3)", R"("limit_seconds": 3)") ==
        "q.json:6: /questions/0/limit_seconds: only a timed question has a limit");
  CHECK(refusal(R"("limit_seconds": 20)", R"("limit_seconds": 0)") ==
        "q.json:7: /questions/1/limit_seconds: must be at least 1, not 0");
  CHECK(refusal(R"("article": 3)", R"("article": -1)") ==
        "q.json:6: /questions/0/article: must be at least 0, not -1");
  CHECK(refusal("\"long-note\"", "\"why-rosin\"") ==
        "q.json:7: /questions/1/id: the id \"why-rosin\" is taken on line 5");
  CHECK(refusal("\"topic\"", "\"topics\"") ==
        "q.json:5: /questions/0/topics: unknown key \"topics\"");
}

TEST_CASE("a module has the questions that name it, after its own prompts",
          "[curriculum][question]") {
  const auto module = load_module(R"({
    "format": 1, "id": "bow", "title": "The bow", "curriculum": "cello", "weeks": ["w1"],
    "minutes": {"read": 1}, "topics": [{"id": "t", "title": "T", "outcome": "O"}],
    "checks": [{"id": "c", "title": "C", "kind": "quiz"}],
    "prompts": [{"id": "own", "title": "Its own?", "points": ["yes"]}]})",
                                  "m.json");
  const auto prompts = prompts_of(module, load_questions(sound, "q.json").questions);
  REQUIRE(prompts.size() == 2);
  CHECK(prompts[0].title == "Its own?");
  CHECK(prompts[1].title == "What is rosin for?");
  CHECK(prompts[1].points == Strings{"grip", "sound"});
}

TEST_CASE("every built-in question names its tier, its points and its article",
          "[curriculum][question][data]") {
  for (const auto& question : built_in()) {
    INFO(question.id.text());
    CHECK_NOTHROW(find_tier(roadmap(), question.tier.text()));
    if (question.topic) CHECK_NOTHROW(find_topic(roadmap(), question.topic->text()));
    if (question.module) CHECK(question.tier == tier_of_module(*question.module));
    CHECK(question.points.size() >= 2);
    CHECK(question.title.size() <= 40);
    REQUIRE(question.article.has_value());
    CHECK(*question.article <= 11);
    const auto number = std::string(*question.article < 10 ? "0" : "");
    CHECK(question.source.find(number + std::to_string(*question.article)) != std::string::npos);
    CHECK((question.module.has_value() || *question.article == 0 || *question.article == 9));
  }
}

TEST_CASE("a built-in question's id is its own over all files", "[curriculum][question][data]") {
  std::set<QuestionId> ids;
  for (const auto& question : built_in()) {
    INFO(question.id.text());
    CHECK(ids.insert(question.id).second);
  }
}

TEST_CASE("every module and every tier has at least six prompts", "[curriculum][question][data]") {
  std::map<std::string, int> of_modules;
  std::map<std::string, int> of_tiers;
  for (const auto& question : built_in()) {
    if (question.kind == QuestionKind::timed) continue;
    if (question.module)
      ++of_modules[question.module->text()];
    else
      ++of_tiers[question.tier.text()];
  }
  CHECK(of_modules.size() == 10);
  for (const auto& [module, prompts] : of_modules) {
    INFO(module);
    CHECK(prompts == 6);
  }
  CHECK(of_tiers.size() == roadmap().tiers.size());
  for (const auto& [tier, prompts] : of_tiers) {
    INFO(tier);
    CHECK(prompts >= 6);
  }
}

TEST_CASE("the timed drills have the guide's limits", "[curriculum][question][data]") {
  std::size_t timed = 0;
  for (const auto& question : built_in())
    if (question.kind == QuestionKind::timed) ++timed;
  CHECK(timed == timed_drills.size());
  for (const auto& [id, limit, article] : timed_drills) {
    INFO(id);
    const auto found = std::ranges::find(built_in(), QuestionId{id}, &Question::id);
    REQUIRE(found != built_in().end());
    CHECK(found->limit == seconds{limit});
    CHECK(found->article == article);
  }
}

TEST_CASE("a timed check of a module has its drill, with the same limit",
          "[curriculum][question][data]") {
  std::size_t checks = 0;
  for (const auto& file : builtin_files()) {
    if (!file.path.starts_with("modules/") || file.path.ends_with("bundles.json")) continue;
    const auto module = load_module(file.text, file.path);
    for (const auto& check : module.checks) {
      if (!check.limit) continue;
      INFO(check.id.text());
      ++checks;
      const auto drill = std::ranges::find(built_in(), QuestionId{check.id.text()}, &Question::id);
      REQUIRE(drill != built_in().end());
      CHECK(drill->module == module.id);
      CHECK(drill->limit == check.limit);
    }
  }
  CHECK(checks == 9);
}

}  // namespace gradus::curriculum::question_test
