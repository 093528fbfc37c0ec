#include "decisions/decode.hpp"
#include "decisions/expression.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace gradus::decisions {
namespace {

// How many parts an operator takes; nullopt: any number.
std::optional<std::size_t> parts_taken(Operator op) {
  switch (op) {
    case Operator::minus:
    case Operator::ratio:
    case Operator::round:
      return 2;
    case Operator::abs:
      return 1;
    default:
      return std::nullopt;
  }
}

bool is_number_list(const Input& input) {
  return input.kind == InputKind::list && input.fields.empty();
}

std::string read_number_name(const text::Cursor& from, const Scope& scope) {
  auto name = from.text();
  const auto* input = scope.find(from, name);
  if (input && input->kind != InputKind::number)
    from.error(fmt::format("\"{}\" is no number", name), "only numbers can be worked with");
  return name;
}

Operation read_choice(const text::Cursor& from, Operator op, const Scope& scope) {
  text::Object object{from};
  const auto list = object.required("in");
  Operation operation{.op = op, .list = list.text(), .of = {}, .options = {}};
  const auto* input = scope.find(list, operation.list);
  if (input && input->kind != InputKind::some)
    list.error(fmt::format("\"{}\" is no choice of several options", operation.list),
               "count and without work on an input of kind some");
  if (const auto options = object.optional("of"); options.present())
    operation.options = text::texts(options);
  else if (op == Operator::without)
    from.error("names no options to leave out", R"(add them: "of": ["one", "another"])");
  object.no_other_keys();
  return operation;
}

Operation read_operation(const text::Cursor& from, Operator op, const Scope& scope) {
  if (op == Operator::count || op == Operator::without) return read_choice(from, op, scope);
  Operation operation{.op = op, .list = {}, .of = {}, .options = {}};
  if (from.is(text::Node::Kind::text)) {
    operation.list = from.text();
    const auto* input = scope.find(from, operation.list);
    if (parts_taken(op) || (input && !is_number_list(*input)))
      from.error(fmt::format("{} takes a list of numbers or of parts here", name(op)),
                 "such as [\"a\", \"b\"], or the id of an input of kind list");
    return operation;
  }
  operation.of =
      text::list_of(from, [&](const auto& part) { return read_expression(part, scope); });
  const auto taken = parts_taken(op);
  if (taken && operation.of.size() != *taken) {
    from.error(fmt::format("{} takes {} part{}", name(op), *taken, *taken == 1 ? "" : "s"),
               "write them as a list");
    operation.of.resize(*taken, Expression{0.0});
  }
  return operation;
}

std::vector<std::string> operator_names() {
  std::vector<std::string> names;
  names.reserve(std::size(operators));
  for (const auto op : operators) names.emplace_back(name(op));
  return names;
}

// Those that only name what is placed already, until no more are left; what is left is a circle.
class Sorted {
 public:
  using Named = std::pair<std::string, Expression>;
  explicit Sorted(std::vector<Named> values) : left_(std::move(values)) {
    for (const auto& [name, expression] : left_) waiting_.insert(name);
    while (place_one()) continue;
  }

  [[nodiscard]] const std::vector<Named>& circle() const { return left_; }
  [[nodiscard]] std::vector<Named> placed() && { return std::move(placed_); }

 private:
  bool place_one() {
    const auto ready = std::ranges::find_if(left_, [&](const Named& each) {
      return std::ranges::none_of(names_in(each.second),
                                  [&](const auto& name) { return waiting_.contains(name); });
    });
    if (ready == left_.end()) return false;
    waiting_.erase(ready->first);
    placed_.push_back(std::move(*ready));
    left_.erase(ready);
    return true;
  }

  std::vector<Named> left_;
  std::vector<Named> placed_;
  std::set<std::string> waiting_;
};

}  // namespace

void Scope::add(const Input& input) {
  known_.insert_or_assign(input.id, input);
}

void Scope::add_number(const std::string& name) {
  add({.id = name, .title = {}, .kind = InputKind::number});
}

const Input* Scope::find(const text::Cursor& place, const std::string& name) const {
  const auto found = known_.find(name);
  if (found != known_.end()) return &found->second;
  std::vector<std::string> names;
  names.reserve(known_.size());
  for (const auto& [known, input] : known_) names.push_back(known);
  place.error(fmt::format("\"{}\" is neither an input nor a value", name),
              text::suggest(name, names, fmt::format("there are {}", fmt::join(names, ", "))));
  return nullptr;
}

Expression read_expression(const text::Cursor& from, const Scope& scope) {
  if (from.is(text::Node::Kind::number)) return {from.node().number()};
  if (from.is(text::Node::Kind::text)) return {read_number_name(from, scope)};
  if (!from.expect(text::Node::Kind::object)) return {0.0};
  const auto& members = from.node().members();
  if (members.size() != 1) {
    from.error("is no expression", R"(write one operator, such as {"sum": ["a", "b"]})");
    return {0.0};
  }
  const auto& [word, node] = members.front();
  const auto op = operators.parse(word);
  if (!op) {
    from.error_none_of(word, operator_names());
    return {0.0};
  }
  return {read_operation(from.child(word), *op, scope)};
}

std::vector<std::pair<std::string, Expression>> read_values(const text::Cursor& from,
                                                            Scope& scope) {
  text::each_member(from, [&](const std::string& name, const text::Cursor& place) {
    if (scope.has(name))
      place.error(fmt::format("an input is called \"{}\" already", name), "choose another name");
    scope.add_number(name);
  });
  std::vector<std::pair<std::string, Expression>> values;
  values.reserve(from.node().members().size());
  text::each_member(from, [&](const std::string& name, const text::Cursor& place) {
    values.emplace_back(name, read_expression(place, scope));
  });
  Sorted sorted(std::move(values));
  for (const auto& [name, expression] : sorted.circle())
    from.child(name).error(fmt::format("\"{}\" depends on itself", name),
                           "name only inputs, and values that don't come back to it");
  return std::move(sorted).placed();
}

}  // namespace gradus::decisions
