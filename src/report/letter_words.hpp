#pragma once

#include "gradus/insight/letter.hpp"

#include <string>

namespace gradus::report {

// “Joins”.
[[nodiscard]] std::string in_quotes(const std::string& title);

// The most important thing of a letter, then what was done: a sentence or two.
[[nodiscard]] std::string news_text(const insight::Letter& letter);
[[nodiscard]] std::string question_text(const insight::Letter& letter);
// "1h40m more than in the 7 days before"; empty if those are not known.
[[nodiscard]] std::string compared_text(const insight::Letter& letter);
// "2026-11-03, 27 days ago".
[[nodiscard]] std::string ago_text(calendar::Date day, calendar::Date today);

}  // namespace gradus::report
