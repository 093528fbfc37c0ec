#include "cli/mcp/tools.hpp"

#include "gradus/curriculum/privacy.hpp"
#include "gradus/curriculum/vocabulary.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::cli::mcp {
namespace {

using Takes = Argument::Takes;

// More than a program with a language model reads at once.
constexpr int most_entries = 1'000;

template <class Values>
std::vector<std::string> each_name(const Values& values) {
  std::vector<std::string> names;
  names.reserve(values.size());
  for (const auto value : values) names.emplace_back(name(value));
  return names;
}

// Without the private ones, `limit` counts those that the answer has, and a type can't be asked for
// either. Notes are private too: to look for a text in them would tell what they hold.
Tool entries_tool(bool with_private) {
  auto types = each_name(curriculum::entry_types);
  Tool tool{.name = "entries",
            .title = "Entries of the journal",
            .description =
                "What the learner recorded, newest first: study time, solved problems, things "
                "made, mock exams, drills, reviews.",
            .command = {"entries"},
            .member = "entries"};
  if (!with_private) {
    for (const auto& type : each_name(curriculum::private_types)) {
      tool.command.push_back(fmt::format("--without={}", type));
      std::erase(types, type);
    }
  }
  tool.arguments = {{.name = "type",
                     .option = "--type",
                     .description = "Only entries of this type",
                     .choices = std::move(types),
                     .narrows = true},
                    {.name = "topic",
                     .option = "--topic",
                     .description = "Only those of this topic, by its id",
                     .narrows = true},
                    {.name = "tier",
                     .option = "--tier",
                     .description = "Only those of this tier, by its id",
                     .narrows = true},
                    {.name = "week",
                     .option = "--week",
                     .description = "Only those of this week, by its id or number",
                     .narrows = true},
                    {.name = "from",
                     .option = "--from",
                     .description = "Only from this day on: YYYY-MM-DD",
                     .narrows = true},
                    {.name = "to",
                     .option = "--to",
                     .description = "Only up to this day: YYYY-MM-DD",
                     .narrows = true},
                    {.name = "limit",
                     .option = "--limit",
                     .description = "At most this many (50 if left out)",
                     .takes = Takes::whole,
                     .usual = "50",
                     .most = most_entries,
                     .narrows = true}};
  if (with_private)
    tool.arguments.push_back({.name = "text",
                              .option = "--grep",
                              .description = "Only those with this text in them, in any case",
                              .narrows = true});
  return tool;
}

Argument since() {
  return {.name = "since",
          .option = "--since",
          .description = "Only what was from that day on: YYYY-MM-DD, -30d",
          .narrows = true};
}

std::vector<Tool> reading_tools(bool with_private) {
  return {
      {.name = "today",
       .title = "Today",
       .description =
           "What is planned for today, what is behind, how the current week stands, and the "
           "command to type next.",
       .command = {"today"}},
      {.name = "ready",
       .title = "Readiness for the gate",
       .description =
           "Whether a tier's exit criteria are met; of each what there is, what it needs, what is "
           "missing, and how to get there.",
       .command = {"ready"},
       .arguments = {{.name = "tier",
                      .description = "A tier's id, or finish (the open tier if left out)"},
                     {.name = "explain",
                      .option = "--explain",
                      .description = "Also the entries that counted, and near misses",
                      .takes = Takes::flag}}},
      {.name = "pace",
       .title = "Pace",
       .description =
           "Each week's planned and studied minutes, the gaps, and what each topic takes.",
       .command = {"pace"},
       .arguments = {since(),
                     {.name = "by",
                      .option = "--by",
                      .description = "Only this part",
                      .choices = {"week", "topic", "kind"},
                      .narrows = true}}},
      {.name = "forecast",
       .title = "Forecast",
       .description =
           "When the gates open and the hours are done, as a range of dates, and what that is "
           "computed from.",
       .command = {"forecast"}},
      {.name = "review_due",
       .title = "Due for review",
       .description =
           "The solved problems and drills that are due for review today, the most urgent first, "
           "with how likely each is still remembered.",
       .command = {"review"},
       .arguments = {{.name = "minutes",
                      .option = "--minutes",
                      .description = "How long the reviews may take",
                      .takes = Takes::whole,
                      .narrows = true},
                     {.name = "until",
                      .option = "--until",
                      .description =
                          "An interview or exam: choose what helps most on that day: YYYY-MM-DD"}}},
      {.name = "weak_topics",
       .title = "Weak topics",
       .description =
           "The topics that go badly, with the signs of it: few first tries, slow solutions, "
           "little remembered.",
       .command = {"pace", "--by", "topic"},
       .arguments = {since()},
       .only_weak = true},
      entries_tool(with_private),
      {.name = "curriculum",
       .title = "Curriculum",
       .description =
           "The curriculum that the learner follows: tiers, weeks with their goals and problems, "
           "topics, exit criteria, resources.",
       .command = {"curriculum", "show"},
       .of_journal = false},
  };
}

void add_recording(std::vector<Argument>& arguments) {
  arguments.insert(
      arguments.end(),
      {{.name = "on", .option = "--on", .description = "A day: YYYY-MM-DD, yesterday, -3d, tue"},
       {.name = "at", .option = "--at", .description = "The time it began: HH:MM"},
       {.name = "week",
        .option = "--week",
        .description = "The week it counts for (found by gradus if left out)"},
       {.name = "note", .option = "--note", .description = "Anything to remember; private"}});
}

Tool log_tool() {
  Tool tool{.name = "log",
            .title = "Record study time",
            .description = "Records a session of study. The answer says how to undo it.",
            .command = {"log"},
            .arguments = {{.name = "length",
                           .description = "How long: 50m, 1h30m; or by the clock: 19:00-20:30",
                           .required = true},
                          {.name = "kind",
                           .description = "The kind of study (as planned if left out)",
                           .choices = each_name(curriculum::session_kinds)},
                          {.name = "topic",
                           .option = "--topic",
                           .description = "A topic of the curriculum, by its id"}},
            .changes = true,
            .member = "entry"};
  add_recording(tool.arguments);
  return tool;
}

Tool solve_tool() {
  Tool tool{
      .name = "solve",
      .title = "Record a solved problem",
      .description = "Records a problem that the learner solved. The answer says how to undo it.",
      .command = {"solve"},
      .arguments =
          {{.name = "title", .description = "The problem's name", .required = true},
           {.name = "minutes",
            .option = "--minutes",
            .description = "How long it took",
            .takes = Takes::whole,
            .required = true},
           {.name = "topic",
            .option = "--topic",
            .description =
                "A topic of the curriculum, by its id (what is asked for next if left out)"},
           {.name = "difficulty",
            .option = "--difficulty",
            .description = "How hard it is",
            .choices = each_name(curriculum::difficulties)},
           {.name = "attempts",
            .option = "--attempts",
            .description = "1: solved at the first try",
            .takes = Takes::whole},
           {.name = "help_used",
            .option = "--help-used",
            .description = "A solution, a hint or someone's help was used",
            .takes = Takes::flag},
           {.name = "platform",
            .option = "--platform",
            .description = "The site or book it comes from"},
           {.name = "url", .option = "--url", .description = "The problem's address"},
           {.name = "language", .option = "--language", .description = "sql, python, …"}},
      .changes = true,
      .member = "entry"};
  add_recording(tool.arguments);
  return tool;
}

}  // namespace

std::vector<Tool> tools(const Offer& offer) {
  auto all = reading_tools(offer.with_private);
  const auto allowed = [&offer](std::string_view command) {
    return std::ranges::find(offer.allowed, command) != offer.allowed.end();
  };
  if (allowed("log")) all.push_back(log_tool());
  if (allowed("solve")) all.push_back(solve_tool());
  return all;
}

std::vector<std::string> names_of(const std::vector<Tool>& tools) {
  std::vector<std::string> names;
  names.reserve(tools.size());
  for (const auto& tool : tools) names.emplace_back(tool.name);
  return names;
}

}  // namespace gradus::cli::mcp
