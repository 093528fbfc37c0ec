#pragma once

#include <string>

namespace gradus::testing {

// Runs a transcript: lines "$ gradus …" and, below each, what it prints as a terminal shows it,
// then
// "[exit N]" unless it was 0. " | head -n N" behind a call keeps the first N lines of stdout,
// " | tail -n N" the last; all of stderr follows.
// "$ export NAME=VALUE …" sets the environment, "@today DATE" and "@clock HH:MM" day and time,
// "% …" is a comment; the lines from "@file NAME" to "@end" become a file in the test's folder,
// which is written $FOLDER. Returns the transcript with the output of this run: the given text when
// nothing has changed.
[[nodiscard]] std::string replay_transcript(const std::string& text);

// The same for the ```console blocks of a Markdown file, in order and with one store; all else is
// kept. The program works in the test's folder, which has a copy of docs/example-journal.jsonl. The
// fenced block below a line
// "<!-- save as NAME -->" becomes a file there.
[[nodiscard]] std::string replay_console_blocks(const std::string& markdown);

}  // namespace gradus::testing
