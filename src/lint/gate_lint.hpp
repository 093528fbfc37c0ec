#pragma once

#include "lint/attainability.hpp"
#include "lint/curriculum_index.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace gradus::lint {

// A number that requirements share exactly when they ask the same.
using CanonicalId = std::size_t;

// What is asked of one query, by all that was said of it.
struct Narrowed {
  std::optional<double> at_least;
  std::optional<double> at_most;
  std::size_t line;
};
using Bounds = std::unordered_map<CanonicalId, Narrowed>;

// A requirement once it was judged.
struct Part {
  Judged judged;
  CanonicalId shape;
  std::optional<CanonicalId> query{};    // of a measure: its shape without the bounds
  const Measure* measure = nullptr;      // which it is
  std::optional<CanonicalId> negated{};  // of a `not`: the shape of its part
};

// Enters the bounds of a part that must hold together with those entered before; advises when they
// leave no room. Whether they do.
bool narrow(Bounds& bounds, const Part& part, const text::Cursor& place);

// Judges the requirements of one gate, each in time by its size, and advises on them.
class GateLint {
 public:
  GateLint(const CurriculumIndex& index, const Gate& gate) : index_(index), gate_(gate) {}

  // The criterion whose requirements come next: a signature is under it.
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
