#include "gradus/insight/drill.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <vector>

namespace gradus::insight::drill_test {

using namespace gradus::insight;
using calendar::Date;
using calendar::Days;
using curriculum::Question;
using curriculum::QuestionId;
using curriculum::QuestionKind;
using curriculum::TierId;
using curriculum::TopicId;
using rules::TierState;
using std::chrono::seconds;

namespace {

const Date today = Date::parse("2026-11-30").value();

Question question(const std::string& id, const std::string& tier, const std::string& topic = "") {
  Question made{.id = QuestionId{id},
                .kind = QuestionKind::prompt,
                .title = id,
                .ask = id + "?",
                .points = {"a", "b", "c"},
                .tier = TierId{tier}};
  if (!topic.empty()) made.topic = TopicId{topic};
  return made;
}

// One question a tier, and two of the open one.
const std::vector<Question>& deck() {
  static const std::vector questions{
      question("late", "third", "joins"), question("old", "first", "joins"),
      question("here", "second", "joins"), question("there", "second", "windows")};
  return questions;
}

DrillState state() {
  return {.today = today,
          .tiers = rules::TierStates{{TierId{"first"}, TierState::passed},
                                     {TierId{"second"}, TierState::open},
                                     {TierId{"third"}, TierState::locked}}};
}

// All of them, one after the other, as if each was answered at once.
std::vector<std::string> in_order(DrillState now, std::uint64_t seed,
                                  const std::vector<Question>& questions = deck()) {
  std::vector<std::string> ids;
  while (const auto* next = next_question(questions, now, seed)) {
    ids.push_back(next->id.text());
    now.drilled.insert_or_assign(next->id, Drilled{.last = now.today, .due = now.today + Days{3}});
  }
  return ids;
}

}  // namespace

TEST_CASE("the open tier's questions come first, and locked ones last", "[insight]") {
  auto now = state();
  now.weak.insert(TopicId{"windows"});
  CHECK(in_order(now, 1) == std::vector<std::string>{"there", "here", "old", "late"});
  now.weak = {TopicId{"joins"}};
  CHECK(in_order(now, 1) == std::vector<std::string>{"here", "there", "old", "late"});
}

TEST_CASE("what is due comes before what was never asked, and what isn't due after both",
          "[insight]") {
  auto now = state();
  now.drilled.emplace(QuestionId{"there"}, Drilled{.last = today - Days{3}, .due = today});
  CHECK(in_order(now, 1).front() == "there");
  now.drilled.at(QuestionId{"there"}).due = today + Days{1};
  CHECK(in_order(now, 1) == std::vector<std::string>{"here", "old", "there", "late"});
}

TEST_CASE("without a track every tier will do", "[insight]") {
  std::set<std::string> first;
  for (std::uint64_t seed = 0; seed < 50; ++seed)
    first.insert(next_question(deck(), {.today = today}, seed)->id.text());
  CHECK(first.size() == deck().size());
}

TEST_CASE("no question is put twice on a day", "[insight]") {
  rc::prop("each once, whatever the seed", [](std::uint64_t seed) {
    const auto ids = in_order(state(), seed);
    RC_ASSERT(ids.size() == deck().size());
    RC_ASSERT(std::set<std::string>(ids.begin(), ids.end()).size() == deck().size());
  });
  auto now = state();
  now.drilled.emplace(QuestionId{"here"}, Drilled{.last = today, .due = today});
  for (const auto& id : in_order(now, 3)) CHECK(id != "here");
}

TEST_CASE("the same seed chooses the same question, whatever the order of the list", "[insight]") {
  rc::prop("a permutation changes nothing", [](std::uint64_t seed) {
    auto turned = deck();
    std::reverse(turned.begin(), turned.end());
    RC_ASSERT(in_order(state(), seed) == in_order(state(), seed, turned));
  });
}

TEST_CASE("an answer passes with two thirds of its points, in time", "[insight]") {
  auto asked = question("q", "first");
  CHECK(passes(asked, seconds{1'000}, 2 / 3.0));
  CHECK(passes(asked, seconds{1'000}, 1));
  CHECK_FALSE(passes(asked, seconds{1'000}, 0.66));
  asked.kind = QuestionKind::timed;
  asked.limit = seconds{60};
  CHECK(passes(asked, seconds{60}, 1));
  CHECK_FALSE(passes(asked, seconds{61}, 1));
  CHECK_FALSE(passes(asked, seconds{30}, 0.5));
}

}  // namespace gradus::insight::drill_test
