#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/requirement.hpp"
#include "gradus/curriculum/vocabulary.hpp"
#include "gradus/text/json.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>

namespace gradus::curriculum::schema_test {

// The published schema knows the words that the loader knows.

using namespace gradus::curriculum;
using text::Node;
using text::parse_json;

namespace {

using Words = std::set<std::string>;

const Node& at(const Node& node, std::string_view key) {
  const Node* found = node.find(key);
  INFO(key);
  REQUIRE(found != nullptr);
  return *found;
}

Words enumerated(const Node& node) {
  Words words;
  for (const auto& word : at(node, "enum").items()) words.insert(word.text());
  return words;
}

// `field` is false where there is none.
Words enumerated_or_none(const Node& node) {
  return node.kind() == Node::Kind::flag ? Words{} : enumerated(node);
}

Words fields(EntryType type, bool numbers, bool texts, bool others) {
  Words names;
  for (const auto& field : fields_of(type)) {
    const bool wanted = field.type == FieldType::number ? numbers
                        : field.type == FieldType::text ? texts
                                                        : others;
    if (wanted) names.emplace(field.name);
  }
  return names;
}

}  // namespace

TEST_CASE("the schema has the loader's types, measures and fields", "[curriculum]") {
  const auto schema = parse_json(builtin_text("schema/curriculum.schema.json"));
  REQUIRE_FALSE(schema.failure);
  const auto& measure = at(at(schema.root, "$defs"), "measure");
  const auto& properties = at(measure, "properties");

  Words measures;
  for (const auto aggregate : aggregates) measures.emplace(name(aggregate));
  CHECK(enumerated(at(properties, "measure")) == measures);

  Words types, every_number, every_text;
  for (const auto type : entry_types) {
    if (!parse_measured_type(plural(type))) continue;
    types.emplace(plural(type));
    every_number.merge(fields(type, true, false, false));
    every_text.merge(fields(type, false, true, false));
  }
  CHECK(enumerated(at(properties, "of")) == types);
  CHECK(enumerated(at(properties, "field")) == every_number);
  CHECK(enumerated(at(properties, "per")) == every_text);

  Words ruled;
  for (const auto& rule : at(measure, "allOf").items()) {
    const auto* of = at(at(rule, "if"), "properties").find("of");
    if (of == nullptr) continue;
    const auto plural_name = at(*of, "enum").items().front().text();
    INFO(plural_name);
    ruled.insert(plural_name);
    const auto type = parse_measured_type(plural_name).value();
    const auto& allowed = at(at(rule, "then"), "properties");
    CHECK(enumerated_or_none(at(allowed, "field")) == fields(type, true, false, false));
    CHECK(enumerated(at(allowed, "per")) == fields(type, false, true, false));
    CHECK(enumerated(at(at(allowed, "where"), "propertyNames")) == fields(type, true, true, true));
  }
  CHECK(ruled == types);
}

}  // namespace gradus::curriculum::schema_test
