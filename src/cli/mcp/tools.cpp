#include "cli/mcp/tools.hpp"

#include "gradus/curriculum/vocabulary.hpp"
#include "gradus/text/nearest.hpp"

#include "cli/error.hpp"
#include "cli/mcp/protocol.hpp"
#include "cli/mcp/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace gradus::cli::mcp {
namespace {

using text::Node;
using Takes = Argument::Takes;

constexpr std::string_view a_day = "A day: YYYY-MM-DD, yesterday, -3d, tue";

template <class Values>
std::vector<std::string> names_of(const Values& values) {
  std::vector<std::string> names;
  names.reserve(values.size());
  for (const auto value : values) names.emplace_back(name(value));
  return names;
}

// Entries of money, applications and decisions are private, and so are notes: to look for a text
// in them would tell what they hold.
Tool entries_tool(bool with_private) {
  auto types = names_of(curriculum::entry_types);
  if (!with_private)
    std::erase_if(types, [](const std::string& type) {
      return type == "expense" || type == "application" || type == "decision";
    });
  Tool tool{.name = "entries",
            .title = "Entries of the journal",
            .description =
                "What the learner recorded, newest first: study time, solved problems, things "
                "made, mock exams, drills, reviews.",
            .command = {"entries"},
            .arguments = {{"type", "--type", "Only entries of this type", Takes::text, false,
                           std::move(types)},
                          {"topic", "--topic", "Only those of this topic, by its id"},
                          {"tier", "--tier", "Only those of this tier, by its id"},
                          {"week", "--week", "Only those of this week, by its id or number"},
                          {"from", "--from", "Only from this day on: YYYY-MM-DD"},
                          {"to", "--to", "Only up to this day: YYYY-MM-DD"},
                          {.name = "limit",
                           .option = "--limit",
                           .description = "At most this many (50 if left out)",
                           .takes = Takes::whole,
                           .usual = "50"}},
            .member = "entries"};
  if (with_private)
    tool.arguments.push_back({"text", "--grep", "Only those with this text in them, in any case"});
  return tool;
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
       .arguments = {{"tier", "", "A tier's id, or finish (the open tier if left out)"},
                     {"explain", "--explain", "Also the entries that counted, and near misses",
                      Takes::flag}}},
      {.name = "pace",
       .title = "Pace",
       .description =
           "Each week's planned and studied minutes, the gaps, and what each topic takes.",
       .command = {"pace"},
       .arguments =
           {{"since", "--since", "Only what was from that day on: YYYY-MM-DD, -30d"},
            {"by", "--by", "Only this part", Takes::text, false, {"week", "topic", "kind"}}}},
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
                      .takes = Takes::whole},
                     {"until", "--until",
                      "An interview or exam: choose what helps most on that day: YYYY-MM-DD"}}},
      {.name = "weak_topics",
       .title = "Weak topics",
       .description =
           "The topics that go badly, with the signs of it: few first tries, slow solutions, "
           "little remembered.",
       .command = {"pace", "--by", "topic"},
       .arguments = {{"since", "--since", "Only what was from that day on: YYYY-MM-DD, -30d"}},
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
  arguments.insert(arguments.end(),
                   {{"on", "--on", a_day},
                    {"at", "--at", "The time it began: HH:MM"},
                    {"week", "--week", "The week it counts for (found by gradus if left out)"},
                    {"note", "--note", "Anything to remember; private"}});
}

Tool log_tool() {
  Tool tool{.name = "log",
            .title = "Record study time",
            .description = "Records a session of study. The answer says how to undo it.",
            .command = {"log"},
            .arguments = {{.name = "length",
                           .option = "",
                           .description = "How long: 50m, 1h30m; or by the clock: 19:00-20:30",
                           .required = true},
                          {"kind", "", "The kind of study (as planned if left out)", Takes::text,
                           false, names_of(curriculum::session_kinds)},
                          {"topic", "--topic", "A topic of the curriculum, by its id"}},
            .changes = true,
            .member = "entry"};
  add_recording(tool.arguments);
  return tool;
}

Tool solve_tool() {
  Tool tool{.name = "solve",
            .title = "Record a solved problem",
            .description =
                "Records a problem that the learner solved. The answer says how to undo "
                "it.",
            .command = {"solve"},
            .arguments = {{.name = "title",
                           .option = "",
                           .description = "The problem's name",
                           .required = true},
                          {.name = "minutes",
                           .option = "--minutes",
                           .description = "How long it took",
                           .takes = Takes::whole,
                           .required = true},
                          {"topic", "--topic",
                           "A topic of the curriculum, by its id (what is asked for next if left "
                           "out)"},
                          {"difficulty", "--difficulty", "How hard it is", Takes::text, false,
                           names_of(curriculum::difficulties)},
                          {.name = "attempts",
                           .option = "--attempts",
                           .description = "1: solved at the first try",
                           .takes = Takes::whole},
                          {"help_used", "--help-used",
                           "A solution, a hint or someone's help was used", Takes::flag},
                          {"platform", "--platform", "The site or book it comes from"},
                          {"url", "--url", "The problem's address"},
                          {"language", "--language", "sql, python, …"}},
            .changes = true,
            .member = "entry"};
  add_recording(tool.arguments);
  return tool;
}

std::string_view type_name(Takes takes) {
  if (takes == Takes::flag) return "boolean";
  return takes == Takes::whole ? "integer" : "string";
}

Node schema_of(const Argument& argument) {
  Node::Object schema{{"type", text_value(std::string(type_name(argument.takes)))},
                      {"description", text_value(std::string(argument.description))}};
  if (argument.takes == Takes::whole) schema.emplace_back("minimum", whole_value(1));
  if (!argument.choices.empty()) {
    Node::List words;
    words.reserve(argument.choices.size());
    for (const auto& word : argument.choices) words.push_back(text_value(word));
    schema.emplace_back("enum", list_value(std::move(words)));
  }
  return object_value(std::move(schema));
}

Node input_schema(const Tool& tool) {
  Node::Object schema{{"type", text_value("object")}};
  Node::Object properties;
  Node::List required;
  for (const auto& argument : tool.arguments) {
    properties.emplace_back(argument.name, schema_of(argument));
    if (argument.required) required.push_back(text_value(std::string(argument.name)));
  }
  schema.emplace_back("properties", object_value(std::move(properties)));
  if (!required.empty()) schema.emplace_back("required", list_value(std::move(required)));
  schema.emplace_back("additionalProperties", flag_value(false));
  return object_value(std::move(schema));
}

// What was given, as the command reads it.
std::string word_of(const Argument& argument, const Node& value) {
  const bool fits = argument.takes == Takes::whole
                        ? value.kind() == Node::Kind::number && value.whole()
                    : argument.takes == Takes::flag ? value.kind() == Node::Kind::flag
                                                    : value.kind() == Node::Kind::text;
  if (!fits)
    throw Error(
        fmt::format("\"{}\" has to be of type {}", argument.name, type_name(argument.takes)),
        std::string(argument.description));
  if (argument.takes == Takes::flag) return value.flag() ? "true" : "false";
  if (argument.takes == Takes::whole)
    return std::to_string(static_cast<std::int64_t>(value.number()));
  const auto& choices = argument.choices;
  if (!choices.empty() && std::ranges::find(choices, value.text()) == choices.end())
    throw Error(fmt::format("\"{}\" can't be {}", argument.name, shortened(value.text())),
                fmt::format("choose from {}", fmt::join(choices, ", ")));
  return value.text();
}

void expect_known(const Tool& tool, const Node& given) {
  std::vector<std::string> known;
  known.reserve(tool.arguments.size());
  for (const auto& argument : tool.arguments) known.emplace_back(argument.name);
  for (const auto& [name, value] : given.members()) {
    if (std::ranges::find(known, name) != known.end()) continue;
    throw Error(fmt::format("{} has no argument {}", tool.name, shortened(name)),
                known.empty() ? "it takes none" : text::nearest_or_all(name, known));
  }
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

Node described(const Tool& tool) {
  const auto flag = [](bool value) { return flag_value(value); };
  return object_value({{"name", text_value(std::string(tool.name))},
                       {"title", text_value(std::string(tool.title))},
                       {"description", text_value(std::string(tool.description))},
                       {"inputSchema", input_schema(tool)},
                       {"annotations", object_value({{"readOnlyHint", flag(!tool.changes)},
                                                     {"destructiveHint", flag(false)},
                                                     {"idempotentHint", flag(!tool.changes)},
                                                     {"openWorldHint", flag(false)}})}});
}

std::vector<std::string> command_line(const Tool& tool, const Node& given) {
  expect_known(tool, given);
  auto words = tool.command;
  std::vector<std::string> behind{"--"};
  for (const auto& argument : tool.arguments) {
    const auto* const value = given.find(argument.name);
    if (value == nullptr) {
      if (argument.required)
        throw Error(fmt::format("{} needs \"{}\"", tool.name, argument.name),
                    std::string(argument.description));
      if (!argument.usual.empty())
        words.push_back(fmt::format("{}={}", argument.option, argument.usual));
      continue;
    }
    const auto word = word_of(argument, *value);
    if (argument.option.empty())
      behind.push_back(word);
    else if (argument.takes != Takes::flag)
      words.push_back(fmt::format("{}={}", argument.option, word));
    else if (value->flag())
      words.emplace_back(argument.option);
  }
  if (behind.size() > 1) words.insert(words.end(), behind.begin(), behind.end());
  return words;
}

Node shaped(const Tool& tool, Node printed) {
  if (!tool.member.empty()) return object_value({{std::string(tool.member), std::move(printed)}});
  if (!tool.only_weak) return printed;
  Node::List weak;
  if (const auto* const topics = printed.find("topics"))
    std::ranges::copy_if(topics->items(), std::back_inserter(weak), [](const Node& topic) {
      const auto* const is_weak = topic.find("weak");
      return is_weak != nullptr && is_weak->flag();
    });
  return object_value({{"topics", list_value(std::move(weak))}});
}

}  // namespace gradus::cli::mcp
