#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/named.hpp"
#include "gradus/rules/condition.hpp"
#include "gradus/text/finding.hpp"
#include "gradus/text/json.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::decisions {

// A decision table as a file says it. The written form, with all limits, is in
// docs/decisions-format.md.

using rules::Words;
using Numbers = std::vector<double>;
struct Record;
using Records = std::vector<Record>;
// What is known of an input, or comes out of a table.
using Value = std::variant<bool, double, std::string, Words, Numbers, Records>;
using Values = std::map<std::string, Value, std::less<>>;  // by the name of an input or output
// One of the records of a `for_each` table.
struct Record {
  std::string id;
  bool numbered = false;  // the id was written as a number
  Values fields;
  [[nodiscard]] friend bool operator==(const Record&, const Record&) = default;
};

enum class InputKind { number, yes, one, some, list };
inline constexpr auto input_kinds = named<InputKind>({{InputKind::number, "number"},
                                                      {InputKind::yes, "yes"},
                                                      {InputKind::one, "one"},
                                                      {InputKind::some, "some"},
                                                      {InputKind::list, "list"}});
[[nodiscard]] constexpr std::string_view name(InputKind kind) {
  return input_kinds.name(kind);
}

struct Range {
  double least;
  double most;
};
struct Input {
  std::string id;
  std::string title;  // the question in full
  InputKind kind;
  Words of{};          // the options of `one` and `some`
  std::string unit{};  // of a number; may be empty
  std::optional<Range> range{};
  std::optional<Value> otherwise{};  // assumed where there is no answer
  std::vector<Input> fields{};       // of each record; empty for a list of numbers
};

enum class Operator {
  sum,
  product,
  minus,
  ratio,
  abs,
  mean,
  min,
  max,
  size,
  round,
  count,
  without
};
inline constexpr auto operators = named<Operator>({{Operator::sum, "sum"},
                                                   {Operator::product, "product"},
                                                   {Operator::minus, "minus"},
                                                   {Operator::ratio, "ratio"},
                                                   {Operator::abs, "abs"},
                                                   {Operator::mean, "mean"},
                                                   {Operator::min, "min"},
                                                   {Operator::max, "max"},
                                                   {Operator::size, "size"},
                                                   {Operator::round, "round"},
                                                   {Operator::count, "count"},
                                                   {Operator::without, "without"}});
[[nodiscard]] constexpr std::string_view name(Operator op) {
  return operators.name(op);
}

struct Expression;
struct Operation {
  Operator op;
  std::string list;  // the list or the options it works on; else `of`
  std::vector<Expression> of;
  std::optional<Words> options;  // of `count` and `without`
};
struct Expression {
  std::variant<double, std::string, Operation> form;  // a number, a name, or worked out
};

// What a row gives one output: a value, nothing, or a number to be worked out.
using Given = std::variant<std::monostate, Value, Expression>;
using Gives = std::vector<std::pair<std::string, Given>>;

struct Row {
  std::string id;
  rules::Condition when;
  Gives then;
  std::string why;
};

struct Output {
  std::string id;
  std::string title;
};

struct Candidate {
  std::string id;
  std::string title;
  std::string note;  // may be empty
  Values fields;
};
enum class Comparison { has, shares, le };
inline constexpr auto comparisons = named<Comparison>(
    {{Comparison::has, "has"}, {Comparison::shares, "shares"}, {Comparison::le, "le"}});
[[nodiscard]] constexpr std::string_view name(Comparison comparison) {
  return comparisons.name(comparison);
}
struct Keep {
  std::string field;
  Comparison comparison;
  std::string with;  // an input or value
};
struct Narrowing {
  std::string id;
  std::vector<Keep> keep;
  bool may_be_empty_handed;  // one that would drop everybody drops nobody
  std::string why;
};

// An example with its answer.
struct Case {
  Values given;
  Gives expect;                                  // some of the outputs
  std::vector<std::pair<Record, Gives>> each{};  // of `for_each`: by record
  std::optional<std::vector<std::string>> by{};  // the rows; `otherwise` is one
  std::optional<std::string> record{};           // with `best`
  std::size_t line = 0;
  std::string pointer{};
};

enum class Hit { first, all };
inline constexpr auto hits = named<Hit>({{Hit::first, "first"}, {Hit::all, "all"}});
[[nodiscard]] constexpr std::string_view name(Hit hit) {
  return hits.name(hit);
}

struct Table {
  std::string id;
  std::string title;
  std::string module;  // this and the next may be empty
  std::string topic;
  std::string source;
  std::optional<calendar::Date> as_of;
  bool illustrative = false;  // an opinion of its source

  // A sequence has these alone.
  Words items;
  Words whys;

  std::vector<Input> inputs;
  std::vector<std::pair<std::string, Expression>> values;  // each after those it depends on
  Hit hit = Hit::first;
  std::optional<std::string> for_each;
  std::optional<std::string> best;
  std::vector<Output> outputs;
  std::vector<Row> rows;  // those of a grid are named row/column
  std::optional<Gives> otherwise;
  std::string otherwise_why;
  Gives report;  // of a table of findings
  std::vector<Candidate> candidates;
  std::vector<Narrowing> filters;
  std::vector<Case> cases;

  [[nodiscard]] bool is_sequence() const { return !items.empty(); }
  // Whether it answers for each record of a list, not for one case.
  [[nodiscard]] bool for_records() const { return for_each && !best; }
  // Whether what is given to it is a sheet that holds or not: see passes().
  [[nodiscard]] bool judges() const { return hit == Hit::all || for_records(); }
  // The inputs of its conditions: of one record, where the table is for each of several.
  [[nodiscard]] const Input* find_input(std::string_view name) const;
};

struct ReadTable {
  Table table;  // unusable if anything was found
  std::vector<text::Finding> findings{};
};
// Reads a table from a tree, such as that of a curriculum it is part of, and notes every mistake.
[[nodiscard]] ReadTable read_table(const text::Node& root);

// Reads a file. Throws Error with the line of the first mistake; the hint says what to change.
[[nodiscard]] Table read_table(std::string_view json);

}  // namespace gradus::decisions
