#include "gradus/curriculum/vocabulary.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

namespace gradus::curriculum::vocabulary_test {

using namespace gradus::curriculum;

TEST_CASE("entry types are read by name, and by plural where criteria measure them",
          "[curriculum]") {
  for (const EntryType type : entry_types) {
    INFO(name(type));
    CHECK(parse_entry_type(name(type)) == type);
    CHECK(parse_measured_type(plural(type)).has_value() == is_measured(type));
  }
  CHECK(name(EntryType::mock_interview) == "mock_interview");
  CHECK(plural(EntryType::mock_interview) == "mock_interviews");
  CHECK(parse_measured_type("mock_exams") == EntryType::mock_exam);
  CHECK_FALSE(parse_measured_type("mock_exam").has_value());
  CHECK_FALSE(parse_measured_type("reviews").has_value());
  CHECK_FALSE(parse_measured_type("checks").has_value());
  CHECK_FALSE(parse_measured_type("decisions").has_value());
  CHECK_FALSE(parse_entry_type("sessions").has_value());
}

TEST_CASE("every type of entry has its own fields, and day, week and tier", "[curriculum]") {
  for (const EntryType type : entry_types) {
    INFO(name(type));
    CHECK(find_field(type, "on") == Field{"on", FieldType::date});
    CHECK(find_field(type, "week") == Field{"week", FieldType::text});
    CHECK(find_field(type, "tier") == Field{"tier", FieldType::text});
    std::set<std::string_view> names;
    for (const Field& field : fields_of(type)) names.insert(field.name);
    CHECK(names.size() == fields_of(type).size());
  }
  CHECK(find_field(EntryType::problem, "help_used") == Field{"help_used", FieldType::flag});
  CHECK(find_field(EntryType::problem, "attempts") == Field{"attempts", FieldType::number});
  CHECK(find_field(EntryType::expense, "usd") == Field{"usd", FieldType::number});
  CHECK_FALSE(find_field(EntryType::session, "difficulty").has_value());
  CHECK_FALSE(find_field(EntryType::mock_exam, "domains").has_value());
}

TEST_CASE("some fields hold only certain words", "[curriculum]") {
  CHECK(find_field(EntryType::session, "kind")->words.size() == 5);
  CHECK(find_field(EntryType::expense, "kind")->words.size() == 5);
  CHECK(find_field(EntryType::problem, "difficulty")->words.size() == difficulties.size());
  CHECK(find_field(EntryType::problem, "title")->words.empty());
}

TEST_CASE("difficulties are read by their names", "[curriculum]") {
  for (const Difficulty difficulty : difficulties) {
    CHECK(parse_difficulty(name(difficulty)) == difficulty);
  }
  CHECK(name(Difficulty::medium) == "medium");
  CHECK_FALSE(parse_difficulty("Hard").has_value());
}

TEST_CASE("number fields have the range that entries keep to", "[curriculum]") {
  CHECK(find_field(EntryType::session, "minutes")->range == Range{1, 1440, true});
  CHECK(find_field(EntryType::mock_exam, "score")->range == Range{0, 1, false});
  CHECK(std::isinf(find_field(EntryType::problem, "attempts")->range.most));
  // Every number that a criterion may ask for is bounded below: none is negative.
  for (const EntryType type : entry_types) {
    for (const Field& field : fields_of(type)) {
      if (field.type == FieldType::number) CHECK(field.range.least >= 0);
    }
  }
}

TEST_CASE("every number with a range says what helps when it is out of it", "[curriculum]") {
  for (const auto type : entry_types) {
    for (const auto& field : fields_of(type)) {
      INFO(field.name);
      CHECK((field.type != FieldType::number || !field.hint.empty()));
    }
  }
}

}  // namespace gradus::curriculum::vocabulary_test
