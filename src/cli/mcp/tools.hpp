#pragma once

// What the server offers. A tool stands for a command line, and its answer is what that command
// prints with --json: nothing is computed here.

#include "gradus/text/json.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::cli::mcp {

// The commands that change the store and may be allowed.
inline constexpr std::array<std::string_view, 2> may_be_allowed{"log", "solve"};

// What its user offers of the store.
struct Offer {
  bool with_private = false;
  std::vector<std::string> allowed{};  // of may_be_allowed
};

struct Argument {
  enum class Takes { text, whole, flag };

  std::string_view name;
  std::string_view option{};  // "--from"; empty: a word of the command, in this order
  std::string_view description{};
  Takes takes = Takes::text;
  bool required = false;
  std::vector<std::string> choices{};  // empty: any
  std::string_view usual{};            // given to the command where the caller gives none
  std::optional<int> most{};           // of a whole number; the least is 1
  bool narrows = false;                // it makes the answer shorter
};

struct Tool {
  std::string_view name;
  std::string_view title;
  std::string_view description;
  std::vector<std::string> command;  // "pace", "--by", "topic"
  std::vector<Argument> arguments{};
  bool changes = false;
  // An answer is an object: where the command prints a list or an entry, it is the member of this
  // name.
  std::string_view member{};
  bool only_weak = false;  // of the topics
  bool of_journal = true;  // its answer holds what the learner wrote
};

// In the order of tools/list, which is always the same.
[[nodiscard]] std::vector<Tool> tools(const Offer& offer);
[[nodiscard]] std::vector<std::string> names_of(const std::vector<Tool>& tools);

// As tools/list shows it.
[[nodiscard]] text::Node described(const Tool& tool);

// The words of the command. What was given stands as an option's value (--from=…) or behind "--",
// so that none of it is read as an option. Throws Error for arguments that the tool doesn't take.
[[nodiscard]] std::vector<std::string> command_line(const Tool& tool, const text::Node& given);

// What the command printed, as the tool's answer.
[[nodiscard]] text::Node shaped(const Tool& tool, text::Node printed);

}  // namespace gradus::cli::mcp
