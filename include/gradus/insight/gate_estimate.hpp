#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/insight/solving_times.hpp"
#include "gradus/rules/gate.hpp"

#include <string>
#include <vector>

namespace gradus::insight {

using calendar::Minutes;

// One thing that an unmet criterion lacks, in study time.
struct GateItem {
  curriculum::CriterionId criterion;
  double missing;
  std::string unit;  // "problems", "minutes", "artefacts", …
  Minutes minutes;   // in all; 0 for what no study time can be given to
  bool own = false;  // by the learner's own times
  Minutes low{0};    // by the learner's quicker and slower times; without any, both are `minutes`
  Minutes high{0};
};

// The study time that a gate which is not met still asks for.
struct GateEstimate {
  Minutes minutes{0};
  Minutes low{0};
  Minutes high{0};
  calendar::Days least_days{0};  // a run of days takes at least as many
  std::vector<GateItem> items{};
};

// A missing problem takes as long as the learner's own of that topic and difficulty, else of that
// difficulty, else all of the learner's; without any, 15, 25 or 40 minutes by the difficulty asked
// for or that of the rows that are still open, else 25. Problems that serve several criteria count
// once: of criteria whose filters contain each other, the one that takes longest. Minutes count as
// they are, an artefact or a signature as 60; a run takes at least its days; anything else is
// listed with 0. `open_rows`: the tier's, in order.
[[nodiscard]] GateEstimate gate_estimate(const rules::Verdict& gate, const SolvingTimes& times,
                                         const std::vector<curriculum::ProblemTarget>& open_rows);

// "the gate needs about 36h (28h to 45h): 144 problems in 35h at your pace, 1 artefact in 1h".
[[nodiscard]] std::string in_words(const GateEstimate& estimate);

}  // namespace gradus::insight
