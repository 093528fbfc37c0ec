#include "decisions/decode.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::decisions {
namespace {

std::vector<std::string> ids_of_inputs(const Table& table) {
  std::vector<std::string> ids;
  for (const auto& input : table.inputs) ids.push_back(input.id);
  return ids;
}

Values read_given(const text::Cursor& from, const Table& table) {
  Values given;
  text::each_member(from, [&](const std::string& name, const text::Cursor& place) {
    const auto input = std::ranges::find(table.inputs, name, &Input::id);
    if (input == table.inputs.end()) {
      place.error(fmt::format("\"{}\" is no input", name),
                  text::suggest(name, ids_of_inputs(table), "inputs stand under \"inputs\""));
    } else if (auto value = read_value(place, *input)) {
      given.emplace(name, std::move(*value));
    }
  });
  return given;
}

Gives read_outputs(const text::Cursor& from, const Table& table) {
  Gives gives;
  text::each_member(from, [&](const std::string& name, const text::Cursor& place) {
    if (std::ranges::find(table.outputs, name, &Output::id) == table.outputs.end())
      place.error(fmt::format("\"{}\" is no output", name), "outputs stand under \"outputs\"");
    gives.emplace_back(name, read_fixed(place));
  });
  return gives;
}

Record read_record_id(const text::Cursor& from) {
  if (!from.is(text::Node::Kind::number)) return {.id = from.text(), .fields = {}};
  return {.id = fmt::format("{}", from.node().number()), .numbered = true, .fields = {}};
}

// [[ID, {output: value}], ...]
std::vector<std::pair<Record, Gives>> read_each(const text::Cursor& from, const Table& table) {
  return text::some_of(from, [&](const text::Cursor& pair) -> std::pair<Record, Gives> {
    if (!pair.is(text::Node::Kind::list) || pair.node().items().size() != 2) {
      pair.error("is no pair of a record's id and its result", R"(such as ["w1", {"gap": true}])");
      return {};
    }
    return {read_record_id(pair.item(0)), read_outputs(pair.item(1), table)};
  });
}

void read_expectation(const text::Cursor& from, const Table& table, Case& into) {
  const auto all = from.child("all");
  if (table.for_records()) {
    into.each = read_each(all.present() ? all : from, table);
  } else {
    into.expect = read_outputs(from, table);
  }
}

Words read_rows(const text::Cursor& from, const Table& table) {
  Words rows;
  if (from.is(text::Node::Kind::list)) {
    rows = text::texts(from);
  } else {
    rows = {from.text()};
  }
  for (const auto& row : rows)
    if (row != "otherwise" && std::ranges::find(table.rows, row, &Row::id) == table.rows.end())
      from.error(fmt::format("there is no row \"{}\"", row), "name a row by its id, or otherwise");
  return rows;
}

}  // namespace

std::vector<Case> read_cases(const text::Cursor& list, const Table& table) {
  return text::list_of(list, [&](const text::Cursor& from) {
    Case result{.given = {}, .expect = {}};
    result.line = from.node().line();
    result.pointer = from.pointer();
    text::Object object{from};
    if (const auto given = object.required("given"); given.present())
      result.given = read_given(given, table);
    if (const auto expect = object.required("expect"); expect.present())
      read_expectation(expect, table, result);
    if (const auto by = object.optional("by"); by.present()) result.by = read_rows(by, table);
    result.record = object.optional("record").optional_text();
    object.no_other_keys();
    return result;
  });
}

}  // namespace gradus::decisions
