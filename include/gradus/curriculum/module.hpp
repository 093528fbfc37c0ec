#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/id.hpp"
#include "gradus/curriculum/model.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Elective modules: deep dives beside a curriculum's weeks. docs/module-format.md gives the written
// form.
namespace gradus::curriculum {

using ModuleTopicId = Id<struct ModuleTopicTag>;
using LabId = Id<struct LabTag>;
using PromptId = Id<struct PromptTag>;

struct ModuleTopic {
  ModuleTopicId id;
  std::string title;
  std::string outcome;  // what the learner can do afterwards
};

// What shows that a module is done; it is never `measured`.
struct ModuleCheck {
  CriterionId id;
  std::string title;
  CriterionKind kind;
  std::optional<std::chrono::seconds> limit;  // set exactly when timed
};

struct ModuleLab {
  LabId id;
  std::string title;
};

// An interview question and what a good answer touches on.
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
  std::vector<WeekId> weeks;        // it belongs to, in order; at least one
  std::vector<WeekId> also;         // it helps as well
  WeekMinutes minutes;              // of the whole module; at least one
  WeekMinutes overlap;              // of these, what stands in for the home weeks' own work
  std::vector<ModuleId> needs;      // must be passed before it starts
  std::vector<ModuleId> soft;       // better passed before; a warning, no more
  std::vector<ModuleTopic> topics;  // at least one
  std::vector<ModuleCheck> checks;  // at least one that is more than a signature
  std::vector<ModuleLab> labs;
  std::vector<ModulePrompt> prompts;
  std::vector<std::string> tags;   // of practice problems
  std::vector<std::string> notes;  // where the usual account misleads, and what holds instead

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

// Each throws Error that names the first findings, by line, and how many more there are. Whether
// the weeks and the other modules exist is not theirs to know: that lies in other files.
[[nodiscard]] Module load_module(std::string_view json, std::string_view file);
[[nodiscard]] std::vector<ModuleBundle> load_bundles(std::string_view json, std::string_view file);

}  // namespace gradus::curriculum
