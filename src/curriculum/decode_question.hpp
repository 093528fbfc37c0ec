#pragma once

#include "gradus/curriculum/question.hpp"
#include "gradus/text/reader.hpp"

namespace gradus::curriculum {

// The decoder of files of questions; docs/drills.md lists the keys.
[[nodiscard]] QuestionSet decode_questions(const text::Cursor& from);

}  // namespace gradus::curriculum
