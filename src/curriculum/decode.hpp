#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/text/reader.hpp"

#include "curriculum/declared.hpp"

#include <optional>
#include <vector>

// The decoders, each for one kind of thing in the file; docs/curriculum-format.md lists the keys.
namespace gradus::curriculum {

// What the decoders know about the rest of the file.
struct Scope {
  const Declared& declared;
  WeekMinutes minutes{};  // for a week that names none
  bool finish = false;    // in the last check, a measure counts entries of any tier
};

[[nodiscard]] Curriculum decode_curriculum(const text::Cursor& from, const Declared& declared);

[[nodiscard]] std::optional<calendar::Date> decode_date(const text::Cursor& from);
[[nodiscard]] std::vector<Topic> decode_topics(const text::Cursor& from);
[[nodiscard]] Exam decode_exam(const text::Cursor& from);
[[nodiscard]] WeekMinutes decode_minutes(const text::Cursor& from);
// What must be in an artefact's folder; nullopt if the curriculum doesn't say.
[[nodiscard]] std::optional<Verify> decode_verify(const text::Cursor& from);
[[nodiscard]] Week decode_week(const text::Cursor& from, const Scope& scope);
[[nodiscard]] Tier decode_tier(const text::Cursor& from, const Scope& scope);
[[nodiscard]] Criterion decode_criterion(const text::Cursor& from, const Scope& scope);
[[nodiscard]] Requirement decode_requirement(const text::Cursor& from, const Scope& scope);
// Decodes the form of requirement that has `of`.
[[nodiscard]] Requirement decode_measure(text::Object& from, const Scope& scope);
[[nodiscard]] Resource decode_resource(const text::Cursor& from, const Scope& scope);
// Call after decoding the tiers and last check of `curriculum`: every stack must leave enough to
// meet them.
[[nodiscard]] std::vector<Stack> decode_stacks(const text::Cursor& from, const Scope& scope,
                                               const Curriculum& curriculum);
// The modules of the curriculum `of`; they may name its weeks, its topics, and earlier modules.
[[nodiscard]] std::vector<OwnModule> decode_own_modules(const text::Cursor& from,
                                                        const Scope& scope, const CurriculumId& of);

}  // namespace gradus::curriculum
