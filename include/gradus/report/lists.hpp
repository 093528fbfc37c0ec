#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/insight/artefacts.hpp"
#include "gradus/insight/entry_sums.hpp"
#include "gradus/report/document.hpp"
#include "gradus/rules/gate.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gradus::report {

[[nodiscard]] Document view(const std::vector<insight::ListedArtefact>& artefacts);
[[nodiscard]] std::string json(const std::vector<insight::ListedArtefact>& artefacts);

// With a line of what the rows add up to.
[[nodiscard]] Document view(const std::vector<insight::SumRow>& rows, insight::SumBy by,
                            const insight::ListedSums& sums);
// [{"week": "w1", "entries": 4, "minutes": 105, "problems": 1, "problem_minutes": 10}]; null for
// what has no week.
[[nodiscard]] std::string json(const std::vector<insight::SumRow>& rows, insight::SumBy by);

struct ListedCurriculum {
  std::string name;  // its file, or its id when it is built in
  bool built_in;
  std::optional<curriculum::Curriculum> curriculum;  // nullopt: the file has errors
};
[[nodiscard]] Document view(const std::vector<ListedCurriculum>& curricula);
[[nodiscard]] std::string json(const std::vector<ListedCurriculum>& curricula);

struct ListedTrack {
  std::string name;
  curriculum::CurriculumId curriculum;
  std::string title;                         // the curriculum's
  std::optional<curriculum::TierId> tier{};  // the open one; nullopt when all are passed
  bool active;                               // the one to use when none is named
  rules::GateMode gate;
  bool archived;
  calendar::Date start;
  calendar::Date finish;
  calendar::Minutes actual;   // logged for the plan's weeks
  calendar::Minutes planned;  // in all
};
// "current", "active" or "archived".
[[nodiscard]] std::string state_of(const ListedTrack& track);
[[nodiscard]] Document view(const std::vector<ListedTrack>& tracks);
[[nodiscard]] std::string json(const std::vector<ListedTrack>& tracks);
// A track that was changed.
[[nodiscard]] std::string track_json(const std::string& track, rules::GateMode gate, bool archived);

// How many entries an import brought into a tier.
struct AddedTo {
  curriculum::TierId tier;
  bool locked;
  std::size_t entries = 0;
};

// What an import did, or would do.
struct Imported {
  bool dry_run = false;
  std::size_t added = 0;
  std::vector<AddedTo> tiers{};                // where those went, in the curriculum's order
  std::size_t changed = 0;                     // known ids with other content
  std::size_t unchanged = 0;                   // already known
  std::size_t removed = 0;                     // removed, as the file says
  std::size_t older = 0;                       // left out: the journal has later versions
  std::size_t tied = 0;                        // left out: other content, changed at the same time
  std::size_t stayed_removed = 0;              // left out: removed since
  std::optional<calendar::Date> removed_on{};  // the last of those
  std::optional<std::size_t> further_solutions{};  // of problems solved before; not of a dry run
  std::size_t look_alikes = 0;  // of those added: what looks like them has another id
  std::size_t between = 0;  // left alone by a file for whole days: on days between that it lacks
  std::size_t before_start = 0;  // of all of them: dated before the track's start
  // On the days of the file: reviews of solutions that the track doesn't have. Not of a dry run.
  std::optional<std::size_t> lost_reviews{};
  std::size_t notices = 0;  // anything in the file that became no entry
  // Only of a dry run: an import ends at the first. The reasons are the first few.
  std::size_t refused = 0;
  std::vector<std::string> reasons{};
};
// "142 in sql, 8 in python (locked)"; empty when nothing was added to a tier.
[[nodiscard]] std::string added_to(const Imported& imported);
// What was left out, and how to include it: a sentence each.
[[nodiscard]] std::vector<std::string> left_out(const Imported& imported);
[[nodiscard]] Document view(const Imported& imported);
[[nodiscard]] std::string json(const Imported& imported);

}  // namespace gradus::report
