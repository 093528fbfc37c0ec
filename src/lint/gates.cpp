#include "lint/gate_lint.hpp"
#include "lint/lints.hpp"
#include "lint/variants.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace gradus::lint {
namespace {

// The criteria of one gate judged so far.
struct Judgement {
  struct First {
    std::string id;
    std::size_t line;
  };
  std::unordered_map<CanonicalId, First> requirements{};
  Bounds bounds{};
  std::size_t criteria = 0;
  std::size_t signable = 0;  // of these, those that can be met without work, and can be missed
};

void advise_as_a_whole(const Judged& judged, const text::Cursor& place) {
  if (judged.reported) return;
  if (!judged.attainable.pass) {
    place.advise("can't be met as a whole: nobody passes this gate",
                 "loosen the parts that can't be met");
  } else if (!judged.attainable.fail && !judged.attainable.unknown) {
    place.advise("is met from the start, whatever the learner does",
                 "remove the part that is always met");
  }
}

void advise_on_kind(const Criterion& criterion, const text::Cursor& place) {
  if (criterion.kind != CriterionKind::attest) return;
  const bool signs = std::ranges::any_of(criterion.require, [](const auto& variant) {
    return could_count(variant.second, EntryType::attestation);
  });
  if (signs) return;
  place.child("kind").advise("is of kind attest, but asks for no signature",
                             "make the kind measured or artefact, or require {\"attested\": true}");
}

void compare_with_others(Judgement& judgement, const Criterion& criterion, const Part& part,
                         const text::Cursor& require) {
  const auto [first, fresh] = judgement.requirements.emplace(
      part.shape, Judgement::First{criterion.id.text(), require.node().line()});
  if (!fresh) {
    require.advise(
        fmt::format("requires the same as \"{}\" on line {}", first->second.id, first->second.line),
        "remove one of the two (\"retired\": true), or ask for something else");
  }
  narrow(judgement.bounds, part, require);
}

void advise_on_gate(const CurriculumIndex& index, const Gate& gate) {
  Judgement judgement;
  GateLint judge{index, gate};
  each_criterion(index, gate, [&](const Criterion& criterion, const text::Cursor& place) {
    judge.begin(criterion);
    advise_on_kind(criterion, place);
    bool regular = true;
    advise_on_variants(
        criterion, place,
        [&](const Requirement& requirement, const text::Cursor& require, Compression) {
          const Part part = judge.judge(requirement, require);
          advise_as_a_whole(part.judged, require);
          if (!std::exchange(regular, false)) return;
          compare_with_others(judgement, criterion, part, require);
          ++judgement.criteria;
          const Judged& judged = part.judged;
          if (judged.when_signed == rules::Truth::pass && judged.attainable.fail)
            ++judgement.signable;
        });
  });
  const bool all_signable = judgement.criteria > 0 && judgement.signable == judgement.criteria;
  if (gate.tier != nullptr && all_signable && index.sound(gate.list)) {
    gate.list.advise("every criterion can be met without work: by signing, or from the start",
                     "ask for an artefact, or measure what the learner does");
  }
}

}  // namespace

void advise_on_gates(const CurriculumIndex& index) {
  each_gate(index, [&](const Gate& gate) { advise_on_gate(index, gate); });
}

}  // namespace gradus::lint
