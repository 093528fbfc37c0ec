#pragma once

#include "gradus/curriculum/question.hpp"
#include "gradus/track/track.hpp"

#include "cli/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::cli {

// Which questions are meant, by the ids of what they belong to.
struct QuestionFilter {
  std::optional<std::string> tier{};
  std::optional<std::string> topic{};
  std::optional<std::string> module{};
};

// The curriculum whose questions are asked: the track's, or the usual one where there is no store.
[[nodiscard]] curriculum::Curriculum curriculum_at_hand(const Session& session);
// The built-in roadmap.
[[nodiscard]] curriculum::Curriculum usual_curriculum();

// All questions for a curriculum: the built-in ones, then those of the learner's own files. Throws
// for a file with errors, or with an id that another file has.
[[nodiscard]] std::vector<curriculum::Question> known_questions(const curriculum::CurriculumId& of,
                                                                const Session& session);

// Those that the filter means. Throws Error, with the nearest names, where a part of it is no
// question's.
[[nodiscard]] std::vector<curriculum::Question> filtered(
    std::vector<curriculum::Question> questions, const QuestionFilter& filter);

// Tier by tier as the curriculum has them, and those of other tiers last; of a tier in their order.
[[nodiscard]] std::vector<curriculum::Question> in_tier_order(
    std::vector<curriculum::Question> questions, const curriculum::Curriculum& curriculum);

// Throws Error with the nearest ids, of tables as well, which may be drilled too; for a module or a
// check of one with the command that is for it.
[[nodiscard]] const curriculum::Question& find_question(
    const std::vector<curriculum::Question>& questions, const std::string& id,
    const Session& session);

}  // namespace gradus::cli
