#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::text {

// A JSON value that remembers the line it began on and the order of its keys. Data files are
// decoded from these by hand, so that every finding has a line and an exact pointer. Each program
// start builds several thousand of them, so they are kept small.
class Node {
 public:
  enum class Kind : std::uint8_t { null, flag, number, text, list, object };
  using List = std::vector<Node>;
  using Member = std::pair<std::string, Node>;
  using Object = std::vector<Member>;  // in order; a duplicate key appears twice
  using Value = std::variant<std::monostate, bool, double, std::string, List, Object>;

  Node();  // null, on line 1
  Node(Value value, std::size_t line, bool whole = false);

  [[nodiscard]] Kind kind() const { return static_cast<Kind>(value_.index()); }
  [[nodiscard]] std::size_t line() const { return line_; }
  // A number written without fraction or exponent, and within 2^53.
  [[nodiscard]] bool whole() const { return whole_; }

  // The value as that kind; false, 0 or empty if it is of another kind.
  [[nodiscard]] bool flag() const;
  [[nodiscard]] double number() const;
  [[nodiscard]] const std::string& text() const;
  [[nodiscard]] const List& items() const;
  [[nodiscard]] const Object& members() const;

  [[nodiscard]] const Node* find(std::string_view key) const;

  // For adding to; only for a list and an object respectively.
  [[nodiscard]] List& list() { return std::get<List>(value_); }
  [[nodiscard]] Object& object() { return std::get<Object>(value_); }

 private:
  Value value_;
  std::uint32_t line_ = 1;  // a document is shorter than 2^32 lines: see max_document_bytes
  bool whole_ = false;
};

struct ParseFailure {
  std::size_t line;
  std::string message;      // for people
  std::string fix;          // what to type or change
  std::string pointer{};    // to the value at fault, if one can be named
  bool over_limit = false;  // too large or too deep, whatever else may be wrong
};

inline constexpr std::size_t max_document_bytes = std::size_t{16} * 1024 * 1024;
inline constexpr std::size_t max_document_depth = 64;

struct ParsedJson {
  Node root;
  std::optional<ParseFailure> failure;  // malformed, too large or too deep: root is unusable
};

[[nodiscard]] ParsedJson parse_json(std::string_view json);

// The value as JSON, on one line.
[[nodiscard]] std::string to_json(const Node& node);

// RFC 7386: members of the patch replace the target's, null removes, lists are replaced whole.
[[nodiscard]] Node merge_patch(const Node& target, const Node& patch);

// The object with `members` added; they replace those of the same key, as whole values.
[[nodiscard]] Node with_members(const Node& object, const Node& members);

}  // namespace gradus::text
