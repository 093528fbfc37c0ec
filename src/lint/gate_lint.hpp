#pragma once

#include "lint/attainability.hpp"
#include "lint/curriculum_index.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace gradus::lint {

// A number that requirements share exactly when they ask for the same thing.
using CanonicalId = std::size_t;

// The combined bounds on one query so far.
struct Narrowed {
  std::optional<double> at_least;
  std::optional<double> at_most;
  std::size_t line;
};
using Bounds = std::unordered_map<CanonicalId, Narrowed>;

// A requirement that has been judged.
struct Part {
  Judged judged;
  CanonicalId shape;
  std::optional<CanonicalId> query{};    // for a measure: its shape without the bounds
  const Measure* measure = nullptr;      // the measure itself, if it is one
  std::optional<CanonicalId> negated{};  // for a `not`: the shape of its part
};

// Adds the bounds of a part that must hold together with those already there, and advises when they
// leave no room. Returns whether they do.
bool narrow(Bounds& bounds, const Part& part, const text::Cursor& place);

// Judges the requirements of one gate, each in time proportional to its size, and advises on them.
class GateLint {
 public:
  GateLint(const CurriculumIndex& index, const Gate& gate) : index_(index), gate_(gate) {}

  // Sets the criterion whose requirements come next: `attested` means its signature.
  void begin(const Criterion& criterion) { criterion_ = criterion.id.text(); }
  [[nodiscard]] Part judge(const Requirement& requirement, const text::Cursor& place);

 private:
  struct Form;

  [[nodiscard]] CanonicalId shape(std::string text);
  [[nodiscard]] std::vector<Part> each(const std::vector<Requirement>& parts,
                                       const text::Cursor& list);
  [[nodiscard]] CanonicalId shape_of_group(std::string_view form, const std::vector<Part>& parts);

  const CurriculumIndex& index_;
  const Gate& gate_;
  std::string criterion_;
  std::unordered_map<std::string, CanonicalId> shapes_;
};

}  // namespace gradus::lint
