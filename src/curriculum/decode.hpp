#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/text/reader.hpp"

#include "curriculum/declared.hpp"

#include <optional>
#include <vector>

// The decoders, each for one kind of thing in the file; docs/curriculum-format.md lists the keys.
namespace gradus::curriculum {

// What the decoders know of the rest of the file.
struct Scope {
  const Declared& declared;
  WeekMinutes minutes{};  // a week's, where it names none
  bool finish = false;    // in the last check, a measure counts any tier's entries
};

[[nodiscard]] Curriculum decode_curriculum(const text::Cursor& from, const Declared& declared);

[[nodiscard]] std::optional<calendar::Date> decode_date(const text::Cursor& from);
[[nodiscard]] std::vector<Topic> decode_topics(const text::Cursor& from);
[[nodiscard]] Exam decode_exam(const text::Cursor& from);
[[nodiscard]] WeekMinutes decode_minutes(const text::Cursor& from);
// What is to be found in an artefact's folder; none where the curriculum does not say.
[[nodiscard]] std::optional<Verify> decode_verify(const text::Cursor& from);
[[nodiscard]] Week decode_week(const text::Cursor& from, const Scope& scope);
[[nodiscard]] Tier decode_tier(const text::Cursor& from, const Scope& scope);
[[nodiscard]] Criterion decode_criterion(const text::Cursor& from, const Scope& scope);
[[nodiscard]] Requirement decode_requirement(const text::Cursor& from, const Scope& scope);
// The form of requirement that has `of`.
[[nodiscard]] Requirement decode_measure(text::Object& from, const Scope& scope);
[[nodiscard]] Resource decode_resource(const text::Cursor& from, const Scope& scope);
// After the tiers and the last check of `curriculum`: no stack may take away what those ask for.
[[nodiscard]] std::vector<Stack> decode_stacks(const text::Cursor& from, const Scope& scope,
                                               const Curriculum& curriculum);

}  // namespace gradus::curriculum
