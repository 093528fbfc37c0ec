#pragma once

#include <string>

namespace gradus::testing {

// Runs a transcript: lines "$ gradus …" and, below each, what it prints (stdout, then stderr, then
// "[exit N]" unless it was 0). "% …" is a comment, "@today DATE" and "@clock HH:MM" set day and
// time, the lines from "@file NAME" to "@end" become a file in the test's folder, which is written
// $FOLDER. Returns the transcript as it came out: equal to the
// given text when all is well.
[[nodiscard]] std::string replay_transcript(const std::string& text);

// The same for the ```console blocks of a Markdown file; what stands between them is kept.
[[nodiscard]] std::string replay_console_blocks(const std::string& markdown);

}  // namespace gradus::testing
