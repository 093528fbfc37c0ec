#pragma once

#include "gradus/decisions/table.hpp"
#include "gradus/text/reader.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

// How the parts of a table are read from its file.
namespace gradus::decisions {

// What conditions and expressions may name: the inputs of the table, of one record where it is for
// each of several, and the numbers computed so far.
class Scope {
 public:
  void add(const Input& input);
  void add_number(const std::string& name);

  // The input of that name, or a number without a range for a computed one; notes a finding, and
  // gives nullptr, where there is none.
  [[nodiscard]] const Input* find(const text::Cursor& place, const std::string& name) const;
  [[nodiscard]] bool has(const std::string& name) const { return known_.contains(name); }

 private:
  std::map<std::string, Input, std::less<>> known_;
};

inline constexpr int most_inputs = 64;
inline constexpr std::size_t most_rows = 1000;

// An id that may also have underscores; the placeholder is "missing".
[[nodiscard]] std::string read_name(const text::Cursor& from);

[[nodiscard]] Input read_input(const text::Cursor& from);
// A value as that input takes it; nullopt, with a finding, for any other. Its range is kept.
[[nodiscard]] std::optional<Value> read_value(const text::Cursor& from, const Input& input);

// What a row gives or a case expects, as it stands there: true, false, a number, a word, or null.
[[nodiscard]] Given read_fixed(const text::Cursor& from);

[[nodiscard]] Expression read_expression(const text::Cursor& from, const Scope& scope);
// All members as expressions, each of which may name those before and after it; sorted so that each
// comes after what it names. A circle is a finding.
[[nodiscard]] std::vector<std::pair<std::string, Expression>> read_values(const text::Cursor& from,
                                                                          Scope& scope);

[[nodiscard]] rules::Condition read_condition(const text::Cursor& from, const Scope& scope);

// The rows that a grid stands for, named row/column.
[[nodiscard]] std::vector<Row> read_grid(const text::Cursor& from, const Table& table,
                                         const Scope& scope);

[[nodiscard]] std::vector<Case> read_cases(const text::Cursor& list, const Table& table);

}  // namespace gradus::decisions
