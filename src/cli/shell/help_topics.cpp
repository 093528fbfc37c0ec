#include "cli/shell/help_topics.hpp"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace gradus::cli {
namespace {

using Word = std::pair<const char*, const char*>;

constexpr Word kinds[]{
    {"read", "books, courses, videos: the only kind that is not hands-on"},
    {"lab", "practice: exercises, queries, code"},
    {"review", "going over what you have learnt, and what went wrong"},
    {"mock", "a rehearsal of an interview or an exam"},
    {"project", "work on something to show"},
};

// In the order in which they build on each other.
constexpr Word glossary[]{
    {"curriculum", "what there is to learn, in order: tiers, which consist of weeks."},
    {"track", "one learner's run through one curriculum: its plan, its tiers and its entries."},
    {"tier", "a stage of a curriculum, one or more weeks long, that ends at a gate."},
    {"week",
     "a week's worth of study as the curriculum sets it, with goals, problems, artefacts "
     "and minutes."},
    {"block",
     "a stretch of study time in the plan, on a day, usually at a time, for reading, lab "
     "work or review."},
    {"problem", "a small task that is solved and counted."},
    {"top-up",
     "problems in addition to a week's own, so that all weeks of a tier together have as "
     "many as the tier's gate asks for."},
    {"artefact", "something to make and show, such as a repository, a notebook or a photo."},
    {"gate", "the end of a tier: all its criteria must be met before the next tier opens."},
    {"criterion", "one thing that a gate asks for, such as 30 problems solved without help."},
    {"signature", "your word, with evidence, that you meet a criterion which no log can measure."},
    {"placement",
     "signatures for skills that you had at the start (gradus attest --placement), "
     "together with the criteria that you met by the end of the tier's first week."},
    {"baseline", "the weeks as they were first planned."},
    {"slip", "how many days the plan ends later than the baseline."},
};

report::FactList explained(std::span<const Word> list) {
  report::FactList facts;
  for (const auto& [word, meaning] : list) facts.facts.emplace_back(word, meaning);
  return facts;
}

report::ItemList points(const std::vector<std::string>& texts) {
  report::ItemList list;
  for (const auto& text : texts)
    list.items.push_back({.mark = "", .tone = report::Tone::plain, .text = text, .details = {}});
  return list;
}

}  // namespace

report::Document help_words() {
  return {{report::Section{
      "Words",
      {report::Section{"Kinds of study", {explained(kinds)}},
       report::Section{"What the screens speak of", {explained(glossary)}},
       report::Paragraph{"All of them, and more: docs/glossary.md. Which are in your plan: gradus "
                         "plan, gradus curriculum show ID."}}}}};
}

report::Document help_accessibility() {
  return {{report::Section{
      "Accessibility",
      {report::Paragraph{"No answer needs colour, drawing or a mouse: what a colour or a bar says "
                         "stands beside it in words."},
       report::Section{
           "No colour",
           {points({"gradus --color never, or the variable NO_COLOR=1, or color = \"never\" in the "
                    "settings."})}},
       report::Section{
           "Screen readers and braille",
           {points(
               {"prompts = \"plain\" in the settings: questions are asked in plain lines.",
                "animation = false in the settings: no countdown that redraws its line.",
                "no-pager = true in the settings, or --no-pager: long answers stay as they are.",
                "In a pipe (gradus today | cat): no colour, no animation, a line for each fact.",
                "--no-input: never a question; what is missing is named instead."})}},
       report::Section{"Plain drawing",
                       {points({"Where LC_ALL, LC_CTYPE or LANG name a locale without UTF-8 "
                                "(LC_ALL=C gradus plan), bars and lines are drawn in ASCII."})}},
       report::Section{"Narrow and wide terminals",
                       {points({"Every screen fits 40 columns. COLUMNS=60 sets another width than "
                                "the terminal's."})}},
       report::Section{
           "Programs in between",
           {points({"--json: every answer but help is one JSON document, and every error one.",
                    "Exit codes say yes (0) and no (1): gradus ready --quiet."})}},
       report::Paragraph{
           "The settings are in ~/.config/gradus/config.toml; see docs/shell.md."}}}}};
}

}  // namespace gradus::cli
