#pragma once

#include "gradus/curriculum/quiz.hpp"
#include "gradus/text/reader.hpp"

#include <optional>

namespace gradus::curriculum {

// The quiz that "table", "items" and "at_least" of an object describe; nullopt without a "table",
// or if anything is wrong with it. Whether the table exists is checked where the tables are known.
[[nodiscard]] std::optional<Quiz> decode_quiz(text::Object& from);
// Notes a table that belongs to something of another kind.
void check_kind_of_quiz(const text::Cursor& table, const text::Cursor& kind);

}  // namespace gradus::curriculum
