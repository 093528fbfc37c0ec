#include "gradus/curriculum/privacy.hpp"

#include <catch2/catch.hpp>

namespace gradus::curriculum::privacy_test {

using namespace gradus::curriculum;

TEST_CASE("applications, money and decisions are private, all other entries public",
          "[curriculum]") {
  for (const EntryType type : entry_types)
    CHECK(is_private(type) == (type == EntryType::application || type == EntryType::expense ||
                               type == EntryType::decision));
}

TEST_CASE("what is private in every entry is the note, and what may be a path", "[curriculum]") {
  for (const auto* const name : {"note", "path", "evidence", "given"})
    CHECK(is_private_field(name));
  for (const auto* const name : {"url", "title", "topic", "minutes", "", "notes"})
    CHECK_FALSE(is_private_field(name));
}

}  // namespace gradus::curriculum::privacy_test
