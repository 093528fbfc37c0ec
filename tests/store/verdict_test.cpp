#include "store/verdict.hpp"

#include "gradus/journal/fields.hpp"

#include "store/kept_entry.hpp"
#include "support/entries.hpp"
#include "support/sample_track.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

namespace gradus::store::verdict_test {

using curriculum::CriterionId;
using rules::Truth;

namespace {

// One entry of each type, no field of it as in a blank one.
std::vector<journal::Entry> entries_of_each_type() {
  using namespace journal;
  const curriculum::TopicId joins("joins");
  const std::vector<What> whats{
      Session{calendar::Minutes{50}, SessionKind::lab, joins},
      Problem{"Top \"earners\"\nby week", joins, curriculum::Difficulty::hard, calendar::Minutes{7},
              2, true, "leetcode", "https://example.com/1", "sql"},
      Artefact{curriculum::ArtefactId("w1-gist"), "A gist", "https://example.com", "~/gist", true},
      Attestation{CriterionId("sql-cte"), "the notes", true},
      MockExam{"practice", 0.123456789012345, true, {{"joins", 0.5}, {"a \"b\"", 1}}},
      MockInterview{"sql", 71.5},
      Application{"Acme", "Engineer", "sent"},
      Run{"daily", true},
      Expense{curriculum::Usd{1999}, ExpenseKind::course, "A course"},
      Drill{"joins-by-hand", std::chrono::seconds{95}, std::chrono::seconds{120}, true},
      Review{.item = testing::entry_id(7).text(), .grade = 3},
      Check{curriculum::ModuleId("tuning"), CriterionId("plan-aloud"), true, 0.75, "a \"film\""},
      Decision{"table-format", "Which \"one\"?", "iceberg", "it reads", "engine = trino"}};
  std::vector<journal::Entry> entries;
  for (const auto& what : whats) {
    auto entry = testing::at_minute(testing::make_entry("2026-12-01", what, "sql", "w1"), 1140);
    entry.note = "ümlauts";
    entry.changed = calendar::Instant::parse("2026-12-01T18:00:00.123456Z").value();
    entries.push_back(std::move(entry));
  }
  return entries;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("an entry that is kept comes back whole, of every type", "[store]") {
  const auto entries = entries_of_each_type();
  CHECK(entries.size() == curriculum::entry_types.size());
  for (const auto& entry : entries) CHECK(read_kept_entry(journal::to_value(entry)) == entry);
}

TEST_CASE("a kept entry may lack fields that its type gained since, but not its id", "[store]") {
  auto object = journal::to_value(entries_of_each_type().front());
  object.erase("changed");
  object.erase("topic");
  const auto read = read_kept_entry(object);
  REQUIRE(read);
  CHECK(read->changed == calendar::Instant{});
  CHECK_FALSE(std::get<journal::Session>(read->what).topic);
  auto other_day = object;
  other_day["on"] = "2026-02-30";
  CHECK_FALSE(read_kept_entry(other_day));
  object.erase("id");
  CHECK_FALSE(read_kept_entry(object));
}

TEST_CASE("a verdict that was stored is read back the same", "[store]") {
  const auto verdict = testing::sample_verdict(entries_of_each_type());
  const auto text = to_text(verdict);
  const auto read = read_verdict(text);
  REQUIRE(read);
  CHECK(to_text(*read) == text);
  CHECK(read->criteria[0].evidence == verdict.criteria[0].evidence);
  CHECK(read->criteria[1].outcome.parts[0].have == 0.1 + 0.2);
  CHECK(read->criteria[1].outcome.parts[1].parts[1].truth == Truth::unknown);
  CHECK(read->criteria[1].repeat == verdict.criteria[1].repeat);
  CHECK(read->criteria[2].waiver == verdict.criteria[2].waiver);
  CHECK(read->criteria[2].outcome.truth == Truth::unknown);
  CHECK(read->criteria[3].outcome.truth == Truth::fail);
  CHECK(read->criteria[3].waiver == verdict.criteria[3].waiver);
}

TEST_CASE("of a verdict of before, the words of its evidence are kept", "[store]") {
  auto json = journal::Json::parse(to_text(testing::sample_verdict(entries_of_each_type())));
  json["evidence"]["a"] = {{"total", 3}, {"newest", {"Tue 2026-12-01  ab12  Top", "and this"}}};
  const auto read = read_verdict(json.dump());
  REQUIRE(read);
  const auto& evidence = read->criteria[0].evidence;
  CHECK(evidence.total == 3);
  CHECK(evidence.words == std::vector<std::string>{"Tue 2026-12-01  ab12  Top", "and this"});
  CHECK(evidence.newest.empty());
  CHECK(read_verdict(to_text(*read))->criteria[0].evidence == evidence);
}

TEST_CASE("what is no verdict is not read as one", "[store]") {
  const auto json = to_text(testing::sample_verdict(entries_of_each_type()));
  for (const auto* const text : {"", "{}", "[]", "null", "{\"tier\":\"sql\"}"})
    CHECK_FALSE(read_verdict(text));
  CHECK_FALSE(read_verdict(json.substr(0, json.size() / 2)));
  CHECK_FALSE(read_verdict(replaced(json, "\"fail\"", "\"failed\"")));
  CHECK_FALSE(read_verdict(replaced(json, "\"passed\"", "\"done\"")));
  CHECK_FALSE(read_verdict(replaced(json, "\"need\":30", "\"need\":null")));
  CHECK_FALSE(read_verdict(replaced(json, "2026-12-31", "2026-12-32")));
  CHECK_FALSE(read_verdict(replaced(json, "\"w1\"", "\"W 1\"")));
  CHECK_FALSE(read_verdict(replaced(json, "\"waiver\"", "\"exception\"")));
  CHECK_FALSE(read_verdict(replaced(json, "\"session\"", "\"sitting\"")));
}

}  // namespace gradus::store::verdict_test
