#include "gradus/text/id.hpp"

#include "decisions/decode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>

namespace gradus::decisions {
namespace {

constexpr double largest = std::numeric_limits<double>::max();

std::optional<Range> read_range(const text::Cursor& from) {
  if (!from.expect(text::Node::Kind::list)) return std::nullopt;
  const auto& bounds = from.node().items();
  const auto number = [](const text::Node& node) {
    return node.kind() == text::Node::Kind::number;
  };
  if (bounds.size() != 2 || !std::ranges::all_of(bounds, number) ||
      bounds[0].number() > bounds[1].number()) {
    from.error("is no range", "write the least and the most number, such as [1, 100]");
    return std::nullopt;
  }
  return Range{bounds[0].number(), bounds[1].number()};
}

Words read_options(const text::Cursor& from) {
  Words options;
  std::set<std::string> seen;
  for (auto& option : text::some_of(from, [](const auto& item) { return item.text(); })) {
    if (!seen.insert(option).second)
      from.error(fmt::format("the option \"{}\" stands there twice", option), "remove one of them");
    options.push_back(std::move(option));
  }
  return options;
}

std::optional<Value> read_number(const text::Cursor& from, const Input& input) {
  const auto& range = input.range;
  const auto number = from.number(range ? range->least : -largest, range ? range->most : largest);
  return number ? std::optional<Value>(*number) : std::nullopt;
}

std::optional<std::string> read_option(const text::Cursor& from, const Input& input) {
  if (!from.expect(text::Node::Kind::text)) return std::nullopt;
  const auto& word = from.node().text();
  if (std::ranges::find(input.of, word) != input.of.end()) return word;
  from.error_none_of(word, input.of);
  return std::nullopt;
}

std::optional<Value> read_options_chosen(const text::Cursor& from, const Input& input) {
  if (!from.expect(text::Node::Kind::list)) return std::nullopt;
  Words words;
  for (std::size_t i = 0; i < from.node().items().size(); ++i) {
    auto word = read_option(from.item(i), input);
    if (!word) return std::nullopt;
    words.push_back(std::move(*word));
  }
  return words;
}

Record read_record(const text::Cursor& from, const Input& input) {
  Record record{.id = {}, .fields = {}};
  text::Object object{from};
  const auto id = object.required("id");
  if (id.is(text::Node::Kind::number)) {
    record.numbered = true;
    record.id = fmt::format("{}", id.node().number());
  } else {
    record.id = id.text();
  }
  for (const auto& field : input.fields) {
    const auto place = object.optional(field.id);
    if (!place.present()) continue;
    if (auto value = read_value(place, field)) record.fields.emplace(field.id, std::move(*value));
  }
  object.no_other_keys();
  return record;
}

std::optional<Value> read_list(const text::Cursor& from, const Input& input) {
  if (!from.expect(text::Node::Kind::list)) return std::nullopt;
  if (!input.fields.empty())
    return text::list_of(from, [&](const auto& item) { return read_record(item, input); });
  Numbers numbers;
  for (std::size_t i = 0; i < from.node().items().size(); ++i) {
    const auto number = read_number(from.item(i), input);
    if (!number) return std::nullopt;
    numbers.push_back(std::get<double>(*number));
  }
  return numbers;
}

// Keys that only some kinds have.
void check_keys(const text::Cursor& from, const Input& input) {
  const bool options = input.kind == InputKind::one || input.kind == InputKind::some;
  const bool numbers = input.kind == InputKind::number || input.kind == InputKind::list;
  if (options && input.of.empty())
    from.error("has no options", R"(name them: "of": ["one", "another"])");
  if (!options && !input.of.empty())
    from.error(fmt::format("a {} has no options", name(input.kind)), "remove \"of\"");
  if (!numbers && (input.range || !input.unit.empty()))
    from.error(fmt::format("a {} has neither range nor unit", name(input.kind)), "remove them");
  if (input.kind != InputKind::list && !input.fields.empty())
    from.error(fmt::format("a {} has no fields", name(input.kind)), "remove \"fields\"");
}

}  // namespace

std::string read_name(const text::Cursor& from) {
  auto name = from.text();
  auto id = name;
  std::ranges::replace(id, '_', '-');
  if (text::is_id(id)) return name;
  if (!name.empty())
    from.error(fmt::format("\"{}\" can't be an id", name),
               "use a-z, 0-9, - and _, beginning with a letter or digit");
  return "missing";
}

Input read_input(const text::Cursor& from) {
  text::Object object{from};
  Input input{.id = read_name(object.required("id")),
              .title = object.required("title").text(),
              .kind = text::word(object.required("kind"), input_kinds)};
  if (const auto options = object.optional("of"); options.present())
    input.of = read_options(options);
  input.unit = object.optional("unit").optional_text().value_or("");
  if (const auto range = object.optional("range"); range.present()) input.range = read_range(range);
  if (const auto fields = object.optional("fields"); fields.present())
    input.fields = text::some_of(fields, read_input);
  check_keys(from, input);
  if (const auto value = object.optional("default"); value.present())
    input.otherwise = read_value(value, input);
  object.no_other_keys();
  return input;
}

std::optional<Value> read_value(const text::Cursor& from, const Input& input) {
  switch (input.kind) {
    case InputKind::number:
      return read_number(from, input);
    case InputKind::yes:
      if (!from.expect(text::Node::Kind::flag)) return std::nullopt;
      return from.flag();
    case InputKind::one: {
      auto word = read_option(from, input);
      return word ? std::optional<Value>(std::move(*word)) : std::nullopt;
    }
    case InputKind::some:
      return read_options_chosen(from, input);
    case InputKind::list:
      break;
  }
  return read_list(from, input);
}

Given read_fixed(const text::Cursor& from) {
  switch (from.node().kind()) {
    case text::Node::Kind::null:
      return std::monostate{};
    case text::Node::Kind::flag:
      return Value{from.flag()};
    case text::Node::Kind::number:
      return Value{from.node().number()};
    default:
      return Value{from.text()};
  }
}

}  // namespace gradus::decisions
