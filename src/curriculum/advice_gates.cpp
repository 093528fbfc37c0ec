#include "curriculum/advice.hpp"
#include "curriculum/gate_judge.hpp"
#include "curriculum/wordings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace gradus::curriculum {
namespace {

// The criteria of one gate that were judged so far.
struct Judgement {
  struct First {
    std::string id;
    std::size_t line;
  };
  std::unordered_map<Shape, First> requirements{};
  Bounds bounds{};
  std::size_t criteria = 0;
  std::size_t signable = 0;  // of these, those that can be met without work, and can be missed
};

void advise_as_a_whole(const Judged& judged, const Place& place) {
  if (judged.told) return;
  if (!judged.reach.pass) {
    place.advise("can't be met as a whole: nobody passes this gate",
                 "loosen the parts that can't be met");
  } else if (!judged.reach.fail && !judged.reach.unknown) {
    place.advise("is met from the start, whatever the learner does",
                 "take out the part that is always met");
  }
}

void advise_on_kind(const Criterion& criterion, const Place& place) {
  if (criterion.kind != CriterionKind::attest) return;
  const bool signs = std::ranges::any_of(criterion.require, [](const auto& wording) {
    return could_count(wording.second, EntryType::attestation);
  });
  if (signs) return;
  place.child("kind").advise("of kind attest, and asks for no signature",
                             "write kind measured or artefact, or require {\"attested\": true}");
}

void compare_with_others(Judgement& judgement, const Criterion& criterion, const Part& part,
                         const Place& require) {
  const auto [first, fresh] = judgement.requirements.emplace(
      part.shape, Judgement::First{criterion.id.text(), require.node().line()});
  if (!fresh) {
    require.advise(
        fmt::format("requires the same as \"{}\" on line {}", first->second.id, first->second.line),
        "take one of the two out (\"retired\": true), or ask for something else");
  }
  narrow(judgement.bounds, part, require);
}

void advise_on_gate(const Survey& survey, const Gate& gate) {
  Judgement judgement;
  GateJudge judge{survey, gate};
  each_criterion(survey, gate, [&](const Criterion& criterion, const Place& place) {
    judge.begin(criterion);
    advise_on_kind(criterion, place);
    bool regular = true;
    advise_on_wordings(criterion, place,
                       [&](const Requirement& requirement, const Place& require, Standing) {
                         const Part part = judge.judge(requirement, require);
                         advise_as_a_whole(part.judged, require);
                         if (!std::exchange(regular, false)) return;
                         compare_with_others(judgement, criterion, part, require);
                         ++judgement.criteria;
                         const Judged& judged = part.judged;
                         if (judged.when_signed == Answer::pass && judged.reach.fail)
                           ++judgement.signable;
                       });
  });
  const bool all_signable = judgement.criteria > 0 && judgement.signable == judgement.criteria;
  if (gate.tier != nullptr && all_signable && survey.sound(gate.list)) {
    gate.list.advise("every criterion can be met without work: by signing, or from the start",
                     "ask for an artefact, or measure what the learner does");
  }
}

}  // namespace

void advise_on_gates(const Survey& survey) {
  each_gate(survey, [&](const Gate& gate) { advise_on_gate(survey, gate); });
}

}  // namespace gradus::curriculum
