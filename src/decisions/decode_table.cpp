#include "gradus/text/id.hpp"

#include "decisions/catalogue.hpp"
#include "decisions/decode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace gradus::decisions {
namespace {

template <class Item>
void refuse_twice(const text::Cursor& list, const std::vector<Item>& items) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (!seen.insert(items[i].id).second)
      list.item(i).error(fmt::format("the id \"{}\" stands there twice", items[i].id),
                         "give each its own");
}

Output read_output(const text::Cursor& from) {
  text::Object object{from};
  Output output{.id = read_name(object.required("id")), .title = object.required("title").text()};
  object.no_other_keys();
  return output;
}

// Reads what names inputs, values and outputs.
class RowReader {
 public:
  RowReader(const Table& table, const Scope& scope) : table_(table), scope_(scope) {}

  [[nodiscard]] Gives gives(const text::Cursor& from) const {
    Gives gives;
    text::each_member(from, [&](const std::string& output, const text::Cursor& place) {
      check_output(place, output);
      if (place.is(text::Node::Kind::object))
        gives.emplace_back(output, read_expression(place, scope_));
      else
        gives.emplace_back(output, read_fixed(place));
    });
    return gives;
  }

  // What a table of findings reports: expressions, a name alone among them.
  [[nodiscard]] Gives report(const text::Cursor& from) const {
    Gives gives;
    text::each_member(from, [&](const std::string& output, const text::Cursor& place) {
      check_output(place, output);
      gives.emplace_back(output, read_expression(place, scope_));
    });
    return gives;
  }

  [[nodiscard]] Row row(const text::Cursor& from) const {
    text::Object object{from};
    Row row{.id = read_name(object.required("id")), .when = {}, .then = {}, .why = {}};
    if (const auto when = object.required("when"); when.present())
      row.when = read_condition(when, scope_);
    const auto then = table_.hit == Hit::all ? object.optional("then") : object.required("then");
    if (then.present()) row.then = gives(then);
    if (table_.hit == Hit::all && !row.then.empty())
      then.error("a finding gives nothing", "remove \"then\"");
    row.why = object.optional("why").optional_text().value_or("");
    object.no_other_keys();
    return row;
  }

  [[nodiscard]] Narrowing filter(const text::Cursor& from) const {
    text::Object object{from};
    Narrowing filter{.id = read_name(object.required("id")),
                     .keep = {},
                     .may_be_empty_handed = false,
                     .why = {}};
    if (const auto keep = object.required("keep"); keep.present())
      text::each_member(keep, [&](const std::string& field, const text::Cursor& place) {
        filter.keep.push_back(read_keep(field, place));
      });
    filter.may_be_empty_handed = object.optional("may_be_empty_handed").flag();
    filter.why = object.optional("why").optional_text().value_or("");
    object.no_other_keys();
    return filter;
  }

 private:
  void check_output(const text::Cursor& place, const std::string& output) const {
    if (std::ranges::find(table_.outputs, output, &Output::id) == table_.outputs.end())
      place.error(fmt::format("\"{}\" is no output", output), "outputs stand under \"outputs\"");
  }

  [[nodiscard]] Keep read_keep(const std::string& field, const text::Cursor& from) const {
    Keep keep{.field = field, .comparison = Comparison::has, .with = {}};
    if (!from.expect(text::Node::Kind::list)) return keep;
    if (from.node().items().size() != 2) {
      from.error("is no comparison and name", R"(such as ["le", "budget"])");
      return keep;
    }
    keep.comparison = text::word(from.item(0), comparisons);
    keep.with = from.item(1).text();
    static_cast<void>(scope_.find(from.item(1), keep.with));
    return keep;
  }

  const Table& table_;
  const Scope& scope_;
};

Candidate read_candidate(const text::Cursor& from) {
  Candidate candidate{.id = {}, .title = {}, .note = {}, .fields = {}};
  text::each_member(from, [&](const std::string& key, const text::Cursor& place) {
    if (key == "id") {
      candidate.id = read_name(place);
    } else if (key == "title" || key == "note") {
      (key == "title" ? candidate.title : candidate.note) = place.text();
    } else if (place.is(text::Node::Kind::number)) {
      candidate.fields.emplace(key, place.node().number());
    } else {
      candidate.fields.emplace(key, text::texts(place));
    }
  });
  if (candidate.id.empty()) from.error("has no id", "add \"id\"");
  return candidate;
}

// What is asked of one case: for each of several, the fields of a record too.
Scope scope_of(const text::Cursor& place, const Table& table) {
  Scope scope;
  for (const auto& input : table.inputs) scope.add(input);
  if (!table.for_each) return scope;
  const auto* records = scope.find(place.child("for_each"), *table.for_each);
  if (records && (records->kind != InputKind::list || records->fields.empty()))
    place.child("for_each")
        .error(fmt::format("\"{}\" is no list of records", *table.for_each),
               R"(give it "kind": "list" and "fields")");
  if (records)
    for (const auto& field : std::vector(records->fields)) scope.add(field);
  return scope;
}

void read_inputs(text::Object& object, Table& table) {
  const auto inputs = object.optional("inputs");
  table.inputs = text::list_of(inputs, read_input);
  refuse_twice(inputs, table.inputs);
  if (table.inputs.size() > most_inputs)
    inputs.error(fmt::format("has more than {} inputs", most_inputs), "make two tables of it");
}

void read_rows(text::Object& object, Table& table, const Scope& scope) {
  const RowReader reader(table, scope);
  if (const auto grid = object.optional("grid"); grid.present()) {
    table.rows = read_grid(grid, table, scope);
  } else if (const auto candidates = object.optional("candidates"); candidates.present()) {
    table.candidates = text::some_of(candidates, read_candidate);
    refuse_twice(candidates, table.candidates);
    table.filters = text::some_of(object.required("filters"),
                                  [&](const auto& from) { return reader.filter(from); });
  } else {
    const auto rows = object.required("rows");
    table.rows = text::some_of(rows, [&](const auto& from) { return reader.row(from); });
    refuse_twice(rows, table.rows);
    if (table.rows.size() > most_rows)
      rows.error(fmt::format("has more than {} rows", most_rows), "make several tables of it");
  }
  if (const auto otherwise = object.optional("otherwise"); otherwise.present())
    table.otherwise = reader.gives(otherwise);
  table.otherwise_why = object.optional("otherwise_why").optional_text().value_or("");
  if (const auto report = object.optional("report"); report.present())
    table.report = reader.report(report);
}

void read_decision(text::Object& object, Table& table) {
  read_inputs(object, table);
  if (const auto hit = object.optional("hit"); hit.present()) table.hit = text::word(hit, hits);
  table.for_each = object.optional("for_each").optional_text();
  const auto outputs = object.required("outputs");
  table.outputs = text::some_of(outputs, read_output);
  refuse_twice(outputs, table.outputs);
  auto scope = scope_of(object.place(), table);
  if (const auto values = object.optional("values"); values.present())
    table.values = read_values(values, scope);
  const auto best = object.optional("best");
  table.best = best.optional_text();
  if (table.best) static_cast<void>(scope.find(best, *table.best));
  if (table.best && !table.for_each) best.error("needs \"for_each\"", "name the list of records");
  read_rows(object, table, scope);
}

void read_sequence(text::Object& object, Table& table) {
  table.items =
      text::some_of(object.required("items"), [](const auto& item) { return item.text(); });
  const auto why = object.optional("why");
  table.whys = text::texts(why);
  if (!table.whys.empty() && table.whys.size() != table.items.size())
    why.error("has not one reason for each item", "write as many as there are items");
}

Table read_whole(const text::Cursor& from) {
  text::Object object{from};
  check_format(object.required("format"));
  Table table;
  table.id = object.required("id").text();
  if (!text::is_id(table.id))
    object.place().child("id").error("is no id", "use a-z, 0-9 and -, such as join-method");
  table.title = object.required("title").text();
  for (const auto& [key, into] :
       {std::pair{"module", &table.module}, {"topic", &table.topic}, {"source", &table.source}})
    *into = object.optional(key).optional_text().value_or("");
  if (const auto as_of = object.optional("as_of"); as_of.present()) table.as_of = read_date(as_of);
  table.illustrative = object.optional("illustrative").flag();
  const auto kind = object.optional("kind");
  if (kind.present() && kind.text() != "sequence")
    kind.error("must be \"sequence\", or left out", "remove it for a table");
  if (kind.present()) {
    read_sequence(object, table);
  } else {
    read_decision(object, table);
    if (const auto cases = object.optional("cases"); cases.present())
      table.cases = read_cases(cases, table);
  }
  object.no_other_keys();
  return table;
}

}  // namespace

const Input* Table::find_input(std::string_view name) const {
  const auto found = std::ranges::find(inputs, name, &Input::id);
  if (found != inputs.end()) return &*found;
  for (const auto& input : inputs) {
    const auto field = std::ranges::find(input.fields, name, &Input::id);
    if (field != input.fields.end()) return &*field;
  }
  return nullptr;
}

ReadTable read_table(const text::Node& root) {
  ReadTable read;
  read.table = read_whole(text::Cursor{root, read.findings});
  return read;
}

Table read_table(std::string_view json) {
  return read_file(json, read_whole);
}

}  // namespace gradus::decisions
