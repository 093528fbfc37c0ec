#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/named.hpp"
#include "gradus/curriculum/id.hpp"
#include "gradus/curriculum/module.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Questions to practise on: interview questions, and drills against the clock. The written form is
// in docs/drills.md.
namespace gradus::curriculum {

using QuestionId = Id<struct QuestionTag>;
using QuestionSetId = Id<struct QuestionSetTag>;

enum class QuestionKind { prompt, timed };
inline constexpr auto question_kinds =
    named<QuestionKind>({{QuestionKind::prompt, "prompt"}, {QuestionKind::timed, "timed"}});
[[nodiscard]] constexpr std::string_view name(QuestionKind kind) {
  return question_kinds.name(kind);
}

struct Question {
  QuestionId id;  // permanent, and unique over all files
  QuestionKind kind;
  std::string title;                // short, for lists
  std::string ask;                  // the whole question
  std::vector<std::string> points;  // of a good answer; at least one
  TierId tier;                      // in which it can be answered
  std::optional<ModuleId> module{};
  std::optional<TopicId> topic{};
  std::optional<std::chrono::seconds> limit{};  // set exactly when timed
  // The area of mock interviews that it can stand for; nullopt: too short for one.
  std::optional<std::string> interview{};
  std::optional<int> article{};  // of the series that it was made from
  std::string source{};          // its own, or that of its file
};

// One file of questions.
struct QuestionSet {
  QuestionSetId id;
  std::string title;
  CurriculumId curriculum;  // whose tiers, modules and topics the questions name
  std::string source;
  std::optional<calendar::Date> as_of;
  std::vector<Question> questions;  // at least one
};

// Throws Error naming the first findings, by line, and how many more there are. It can't tell
// whether the tiers, topics and modules exist: those are in other files.
[[nodiscard]] QuestionSet load_questions(std::string_view json, std::string_view file);

// The questions built in for a curriculum, in the order of their files.
[[nodiscard]] std::vector<Question> builtin_questions(const CurriculumId& of);

// The module's interview questions: those in its own file, then those that name it.
[[nodiscard]] std::vector<ModulePrompt> prompts_of(const Module& module,
                                                   const std::vector<Question>& questions);

}  // namespace gradus::curriculum
