#pragma once

#include "gradus/report/document.hpp"

#include <array>

namespace gradus::cli {

// What `gradus help` explains besides the commands.
struct HelpTopic {
  const char* name;
  const char* about;
  report::Document (*text)();
};

// The kinds of study, and the words that every screen uses, as docs/glossary.md has them.
[[nodiscard]] report::Document help_words();
[[nodiscard]] report::Document help_accessibility();

inline constexpr std::array help_topics{
    HelpTopic{"words", "the five kinds of study, and the words that gradus uses", help_words},
    HelpTopic{"accessibility", "screen readers, no colour, plain drawing, answers for programs",
              help_accessibility},
};

}  // namespace gradus::cli
