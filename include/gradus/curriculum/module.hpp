#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/id.hpp"
#include "gradus/curriculum/model.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Elective modules: deep dives alongside a curriculum's weeks. The written form is in
// docs/module-format.md.
namespace gradus::curriculum {

using ModuleTopicId = Id<struct ModuleTopicTag>;
using LabId = Id<struct LabTag>;
using PromptId = Id<struct PromptTag>;

struct ModuleTopic {
  ModuleTopicId id;
  std::string title;
  std::string outcome;                // what the learner can do afterwards
  std::optional<TopicId> practice{};  // the curriculum's topic on whose page it is practised
};

// What shows that a module is done; never `measured`.
struct ModuleCheck {
  CriterionId id;
  std::string title;
  CriterionKind kind;
  std::optional<std::chrono::seconds> limit;  // set exactly when timed
  std::optional<Quiz> quiz{};                 // only of kind quiz
  std::optional<TableId> sheet{};             // the decision table that judges the learner's own
};

struct ModuleLab {
  LabId id;
  std::string title;
};

// An interview question and the points a good answer covers.
struct ModulePrompt {
  PromptId id;
  std::string title;
  std::vector<std::string> points;  // at least one
};

struct Module {
  ModuleId id;
  std::string title;
  CurriculumId curriculum;
  std::string source;
  std::optional<calendar::Date> as_of;
  std::vector<WeekId> weeks;        // its home weeks, in order; at least one
  std::vector<WeekId> also;         // other weeks it helps with
  WeekMinutes minutes;              // of the whole module; at least one
  WeekMinutes overlap;              // of these, what replaces the home weeks' own work
  std::vector<ModuleId> needs;      // must be passed before it starts
  std::vector<ModuleId> soft;       // better passed before; only a warning
  std::vector<ModuleTopic> topics;  // at least one
  std::vector<ModuleCheck> checks;  // at least one that is more than a signature
  std::vector<ModuleLab> labs;
  std::vector<ModulePrompt> prompts;
  std::vector<std::string> tags;   // of practice problems
  std::vector<std::string> notes;  // common misconceptions, and what is true instead

  // What it adds to the study time of its weeks.
  [[nodiscard]] WeekMinutes net() const;
};

// Modules that go well together, in an order that can be followed.
struct ModuleBundle {
  ModuleId id;
  std::string title;
  std::vector<ModuleId> modules;  // at least one
  std::string note;
};

// Each throws Error naming the first findings, by line, and how many more there are. They can't
// tell whether the weeks and the other modules exist: those are in other files.
[[nodiscard]] Module load_module(std::string_view json, std::string_view file);
[[nodiscard]] std::vector<ModuleBundle> load_bundles(std::string_view json, std::string_view file);

}  // namespace gradus::curriculum
