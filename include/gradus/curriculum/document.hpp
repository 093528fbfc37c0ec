#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gradus::curriculum {

// A JSON value that remembers the line it began on, and the order of its keys. The data files are
// decoded from these by hand, so that every finding has a line and an exact pointer.
struct Node {
  enum class Kind { null, flag, number, text, list, object };

  Node();  // clang can't complete the pair of `members` while this is implicit

  Kind kind = Kind::null;
  bool flag = false;
  bool whole = false;  // a number written without fraction or exponent, and within 2^53
  double number = 0;
  std::size_t line = 1;
  std::string text;
  std::vector<Node> items;
  std::vector<std::pair<std::string, Node>> members;  // in order; a doubled key stands twice

  [[nodiscard]] const Node* find(std::string_view key) const;
};

struct ParseFailure {
  std::size_t line;
  std::string message;      // for people
  std::string pointer{};    // to the value at fault, where one can be named
  bool over_limit = false;  // too large or too deep, whatever else it may be
};

inline constexpr std::size_t max_document_bytes = std::size_t{16} * 1024 * 1024;
inline constexpr std::size_t max_document_depth = 64;

struct Document {
  Node root;
  std::optional<ParseFailure> failure;  // malformed, too large or too deep: root is of no use
};

[[nodiscard]] Document parse_document(std::string_view json);

// RFC 7386: members of the patch replace the target's, null removes, lists are replaced whole.
[[nodiscard]] Node merge_patch(const Node& target, const Node& patch);

}  // namespace gradus::curriculum
