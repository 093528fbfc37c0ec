#include "gradus/text/nearest.hpp"

#include "cli/error.hpp"
#include "cli/mcp/protocol.hpp"
#include "cli/mcp/tools.hpp"
#include "cli/mcp/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace gradus::cli::mcp {
namespace {

using text::Node;
using Takes = Argument::Takes;

std::string_view type_name(Takes takes) {
  if (takes == Takes::flag) return "boolean";
  return takes == Takes::whole ? "integer" : "string";
}

Node schema_of(const Argument& argument) {
  Node::Object schema{{"type", text_value(std::string(type_name(argument.takes)))},
                      {"description", text_value(std::string(argument.description))}};
  if (argument.takes == Takes::whole) schema.emplace_back("minimum", whole_value(1));
  if (argument.most) schema.emplace_back("maximum", whole_value(*argument.most));
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

bool is_of(Takes takes, const Node& value) {
  if (takes == Takes::whole) return value.kind() == Node::Kind::number && value.whole();
  return value.kind() == (takes == Takes::flag ? Node::Kind::flag : Node::Kind::text);
}

std::string whole_word(const Argument& argument, const Node& value) {
  const auto number = static_cast<std::int64_t>(value.number());
  if (number < 1 || (argument.most && number > *argument.most))
    throw Error(fmt::format("\"{}\" can't be {}", argument.name, number),
                argument.most ? fmt::format("give a number from 1 to {}", *argument.most)
                              : "give a number from 1 on");
  return std::to_string(number);
}

// What was given, as the command reads it.
std::string word_of(const Argument& argument, const Node& value) {
  if (!is_of(argument.takes, value))
    throw Error(
        fmt::format("\"{}\" has to be of type {}", argument.name, type_name(argument.takes)),
        std::string(argument.description));
  if (argument.takes == Takes::flag) return value.flag() ? "true" : "false";
  if (argument.takes == Takes::whole) return whole_word(argument, value);
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
    else
      words.push_back(fmt::format("{}={}", argument.option, word));
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
