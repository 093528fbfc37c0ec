#pragma once

#include "gradus/curriculum/question.hpp"
#include "gradus/report/document.hpp"
#include "gradus/report/writers.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace gradus::report {

// Questions to practise on, tier by tier in the order given.
[[nodiscard]] Document view(const std::vector<curriculum::Question>& questions);
// [{"id", "kind", "tier", "title", "limit_seconds", "source", "module", "topic", "article",
// "interview"}]
[[nodiscard]] std::string json(const std::vector<curriculum::Question>& questions);

// What is shown of one question.
struct AskedQuestion {
  const curriculum::Question* question;  // nullptr: none is left for today
  bool points = false;                   // with those of a good answer
  bool how_to_record = false;            // with the command that records an answer
};
[[nodiscard]] Document view(const AskedQuestion& asked);
// {"id", "kind", "title", "ask", "points", "limit_seconds", …}, always with the points; null when
// none is left.
[[nodiscard]] std::string json(const AskedQuestion& asked);

// The command that records an answer.
[[nodiscard]] Document recording_view(const curriculum::Question& question);
// The points alone, numbered from 1.
[[nodiscard]] Document points_view(const curriculum::Question& question);

// "1:35"; "1:02:05" from an hour on.
[[nodiscard]] std::string clock_text(std::chrono::seconds time);
// "Thinking  1:35", or "Over by  0:12": one line without its end, no wider than the style's
// terminal.
[[nodiscard]] std::string stopwatch_line(const std::string& label, std::chrono::seconds time,
                                         const TextStyle& style);

}  // namespace gradus::report
