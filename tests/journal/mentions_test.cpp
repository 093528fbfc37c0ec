#include "gradus/journal/mentions.hpp"

#include "support/entries.hpp"

#include <catch2/catch.hpp>

namespace gradus::journal::mentions_test {

using testing::make_entry;
using testing::make_session;

TEST_CASE("an entry mentions what stands in its texts, in any case", "[journal]") {
  auto entry = make_session("2026-11-30", 50, SessionKind::lab, "w2", "sql");
  entry.note = "The  Self Joins, \u00c9tude";
  CHECK(mentions(entry, "self joins"));
  CHECK(mentions(entry, "SELF  JOINS"));
  CHECK(mentions(entry, "\u00e9tude"));
  CHECK(mentions(entry, "w2"));
  CHECK(mentions(entry, "lab"));
  CHECK_FALSE(mentions(entry, "anti joins"));
  CHECK(mentions(make_entry("2026-11-30", Application{"ACME"}), "acme"));
}

TEST_CASE("neither an id nor a day is mentioned", "[journal]") {
  const auto entry = make_session("2026-11-30", 50);
  CHECK_FALSE(mentions(entry, entry.id.text().substr(0, 8)));
  CHECK_FALSE(mentions(entry, "2026"));
}

}  // namespace gradus::journal::mentions_test
