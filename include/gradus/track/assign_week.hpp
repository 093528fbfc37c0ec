#pragma once

#include "gradus/insight/problem_rows.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/plan/current_weeks.hpp"
#include "gradus/track/choose_problem.hpp"
#include "gradus/track/modules.hpp"
#include "gradus/track/track.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace gradus::track {

// How an entry came in. A typed one belongs to the tier that is open now; an imported one to the
// tier that was open on its day: up to and including the day it was passed, and before the track's
// start the first.
enum class Way { typed, imported };

// The week and the tier of an entry that names none.
struct Place {
  std::optional<curriculum::WeekId> week;
  std::optional<curriculum::TierId> tier;
};

// What the rule looks at.
struct Standing {
  std::map<curriculum::TierId, calendar::Date> passed_on;
  journal::StudyDays studied;
  std::vector<journal::ProblemCount> solved;
  // Whether another solution of the entry's problem is recorded in its tier.
  std::function<bool(const journal::Entry&)> solved_before;
  // Whether a check of the module passes.
  std::function<bool(const curriculum::Module&)> begun;

  // As if the entry had not been recorded.
  void forget(const journal::Entry& entry);
};
[[nodiscard]] Standing read_standing(const store::Store& store, const LoadedTrack& track);

// The one rule by which an entry belongs to what asks for it, however it comes in:
//   - an artefact of the curriculum, or a module's check, to its own week; so a drill, or a round
//   of
//     a table, that a check of a planned or begun module asks for, unless the gate of the tier it
//     would go to asks for it too;
//   - a problem to the open tier's first week with a row of its topic and difficulty that is not
//     full, else the first with a row of its topic that is not full, else the last with a row of
//     its topic; else likewise to the latest passed tier that asks for the topic, else to the next
//     locked one that does; else as anything else;
//   - anything else to the week that was current on its day. Study time from more than 7 days
//     before the track's start belongs to no week.
// An entry that names its tier is placed within it. Takes time by what the curriculum asks for, not
// by the length of the journal.
class WeekAssigner {
 public:
  // Keeps a reference to the track.
  WeekAssigner(const LoadedTrack& track, Standing standing);

  [[nodiscard]] Place place(const journal::Entry& entry, Way way) const;
  // The tier's rows of problems that are not full, in order, but those of `first` before all
  // others: by default of the week that is current on the day, with those of the plan weeks that
  // carry it.
  [[nodiscard]] std::vector<AskedProblem> open_rows(const curriculum::Tier& tier,
                                                    const std::optional<curriculum::WeekId>& first,
                                                    calendar::Date day) const;
  // Whether the entry is a problem that no row of its week has room for: those of its topic are
  // full, or harder.
  [[nodiscard]] bool is_beyond_rows(const journal::Entry& entry) const;
  // Those that the track can have.
  [[nodiscard]] const TrackModules& modules() const { return modules_; }
  // The module for whose check the entry is; nullptr if it is for none. A drill is for one that is
  // planned, else for one that was begun.
  [[nodiscard]] const curriculum::Module* asking_module(const journal::Entry& entry) const;
  // Counts an entry that was recorded.
  void add(const journal::Entry& entry);

 private:
  // A curriculum week that asks for problems.
  struct AskingWeek {
    curriculum::WeekId id;
    std::vector<curriculum::ProblemTarget> rows;
  };
  using Titled = std::tuple<curriculum::TierId, curriculum::TopicId, std::string>;  // title keys

  void read_rows(const curriculum::Tier& tier);
  [[nodiscard]] const curriculum::Tier& tier_on(calendar::Date day) const;
  [[nodiscard]] std::vector<const curriculum::Tier*> tiers_to_ask() const;
  [[nodiscard]] std::optional<curriculum::WeekId> week_asking(
      const curriculum::Tier& tier, const journal::Problem& problem) const;
  // Which of the week's rows are not full; with a topic, only of that.
  [[nodiscard]] std::vector<curriculum::ProblemTarget> open_rows(
      const AskingWeek& week, const std::optional<curriculum::TopicId>& topic) const;
  [[nodiscard]] std::optional<Place> place_of_problem(const journal::Entry& entry) const;
  [[nodiscard]] const curriculum::Module* drilled_module(const journal::Drill& drill) const;
  // The tier of what belongs to the week that is current on its day.
  [[nodiscard]] const curriculum::TierId& usual_tier(const journal::Entry& entry, Way way) const;
  // Of an artefact that is asked for, or a module's check. `otherwise`: the usual tier.
  [[nodiscard]] const curriculum::Week* own_week(const journal::Entry& entry,
                                                 const curriculum::TierId& otherwise) const;
  [[nodiscard]] const curriculum::Week* week_of_drill(const journal::Entry& entry,
                                                      const curriculum::TierId& otherwise) const;
  void count(const journal::Entry& entry);

  const LoadedTrack& track_;
  TrackModules modules_;
  Standing standing_;
  plan::CurrentWeeks weeks_;
  std::map<curriculum::TierId, std::vector<AskingWeek>> asking_{};
  std::map<curriculum::WeekId, insight::Solved> solved_{};
  std::set<Titled> counted_{};  // those that filled a row since the standing was read
};

}  // namespace gradus::track
