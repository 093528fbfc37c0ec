#include "gradus/exchange/jsonl.hpp"

#include "support/entries.hpp"
#include "support/foreign_file.hpp"

#include <catch2/catch.hpp>
#include <fmt/core.h>
#include <rapidcheck.h>

#include <utility>
#include <vector>

namespace gradus::exchange::jsonl_test {
namespace {

using calendar::Minutes;
using curriculum::Difficulty;
using journal::Entry;
using journal::What;
using testing::day;

Entry entry_of(What what) {
  return {.id = testing::entry_id(1), .on = day("2026-12-01"), .what = std::move(what)};
}

const std::string common =
    R"("id":"00000000-0000-4000-8000-000000000001","on":"2026-12-01","at":null,)"
    R"("week":null,"tier":null,"note":"","changed":"1970-01-01T00:00:00Z",)";

// An entry of each type, and its own part of the line.
std::vector<std::pair<What, std::string>> one_of_each() {
  const auto problem = testing::entry_id(7);
  return {
      {journal::Session{.minutes = Minutes{90},
                        .kind = journal::SessionKind::lab,
                        .topic = curriculum::TopicId("joins")},
       R"("minutes":90,"kind":"lab","topic":"joins")"},
      {journal::Problem{.title = "Top \"earners\"",
                        .topic = curriculum::TopicId("joins"),
                        .difficulty = Difficulty::hard,
                        .minutes = Minutes{7},
                        .attempts = 2,
                        .help_used = true,
                        .platform = "sqlzoo",
                        .url = {},
                        .language = "sql"},
       R"("title":"Top \"earners\"","topic":"joins","difficulty":"hard","minutes":7,)"
       R"("attempts":2,"help_used":true,"platform":"sqlzoo","url":null,"language":"sql")"},
      {journal::Artefact{.artefact = curriculum::ArtefactId("w1-gist"),
                         .title = "Gist",
                         .url = "https://example.org",
                         .path = "/home/me/x",
                         .verified = true},
       R"("artefact":"w1-gist","title":"Gist","url":"https://example.org",)"
       R"("path":"/home/me/x","verified":true)"},
      {journal::Attestation{.criterion = curriculum::CriterionId("sql-cte"), .evidence = "seen"},
       R"("criterion":"sql-cte","evidence":"seen","placement":false)"},
      {journal::MockExam{
           .exam = "dea-c01", .score = 0.74, .timed = true, .domains = {{"ingestion", 0.5}}},
       R"("exam":"dea-c01","score":0.74,"timed":true,"domains":{"ingestion":0.5})"},
      {journal::MockInterview{.area = "sql", .score = 70.5}, R"("area":"sql","score":70.5)"},
      {journal::Application{.company = "Initech", .role = {}, .status = "sent"},
       R"("company":"Initech","role":null,"status":"sent")"},
      {journal::Run{.pipeline = "daily", .ok = true}, R"("pipeline":"daily","ok":true)"},
      {journal::Expense{
           .usd = curriculum::Usd(1999), .kind = journal::ExpenseKind::book, .title = "Designing"},
       R"("usd":19.99,"kind":"book","title":"Designing")"},
      {journal::Drill{.drill = "cte",
                      .seconds = std::chrono::seconds{95},
                      .limit_seconds = std::chrono::seconds{120},
                      .passed = true,
                      .score = 0.75,
                      .items = 8},
       R"("drill":"cte","seconds":95,"limit_seconds":120,"passed":true,"score":0.75,"items":8)"},
      {journal::Review{.item = problem.text(), .grade = 3},
       R"("item":"00000000-0000-4000-8000-000000000007","of":"problem","grade":3)"},
      {journal::Check{.module = curriculum::ModuleId("tuning"),
                      .check = curriculum::CriterionId("plan-aloud"),
                      .passed = true,
                      .score = 0.9,
                      .evidence = "recorded"},
       R"("module":"tuning","check":"plan-aloud","passed":true,"score":0.9,"evidence":"recorded")"},
      {journal::Decision{.table = "table-format",
                         .title = "Which format?",
                         .result = "iceberg",
                         .why = {},
                         .given = "engine = trino"},
       R"("table":"table-format","title":"Which format?","result":"iceberg","why":null,"given":"engine = trino")"},
  };
}

TEST_CASE("an entry of each type is one line, with its fields in order", "[exchange]") {
  const auto all = one_of_each();
  REQUIRE(all.size() == curriculum::entry_types.size());
  for (const auto& [what, own_part] : all) {
    const auto entry = entry_of(what);
    const auto type = name(entry.type());
    CHECK(to_json(entry) == fmt::format(R"({{"type":"{}",{}{}}})", type, common, own_part));
  }
}

TEST_CASE("a line that was written is read back as it was", "[exchange]") {
  for (const auto& [what, own_part] : one_of_each()) {
    const auto line = to_json(entry_of(what));
    CHECK(to_json(testing::read_line(line)) == line);
  }
}

TEST_CASE("day, time, week, tier and note stand in every line", "[exchange]") {
  auto entry = entry_of(journal::Run{.pipeline = "daily"});
  entry.at = calendar::Moment::parse("2026-12-01T19:00+01:00");
  entry.week.emplace("w1");
  entry.tier.emplace("sql");
  entry.note = "two\nlines";
  const auto line = to_json(entry);
  CHECK(line.find(R"("on":"2026-12-01","at":"2026-12-01T19:00+01:00","week":"w1","tier":"sql",)"
                  R"("note":"two\nlines",)") != std::string::npos);
  const auto read = testing::read_line(line);
  CHECK(read.id == entry.id);
  CHECK(read.on == entry.on);
  CHECK(read.at == entry.at);
  CHECK(read.week == entry.week);
  CHECK(read.tier == entry.tier);
  CHECK(read.note == entry.note);
}

TEST_CASE("money has no more than two decimals", "[exchange]") {
  const auto line = [](std::int64_t cents) {
    return to_json(entry_of(journal::Expense{
        .usd = curriculum::Usd(cents), .kind = journal::ExpenseKind::exam, .title = "t"}));
  };
  CHECK(line(30000).find(R"("usd":300,)") != std::string::npos);
  CHECK(line(0).find(R"("usd":0,)") != std::string::npos);
  CHECK(line(1).find(R"("usd":0.01,)") != std::string::npos);
  CHECK(line(99'999'999'999).find(R"("usd":999999999.99,)") != std::string::npos);
}

TEST_CASE("no line drives a terminal, and it is read back as it was", "[exchange]") {
  auto entry = entry_of(journal::Run{.pipeline = "abc\u202egnp.exe"});
  entry.note = "\x1b[31m\u009b\u200f";
  const auto line = to_json(entry);
  CHECK(line.find(R"("note":"\u001b[31m\u009b\u200f")") != std::string::npos);
  CHECK(line.find(R"("pipeline":"abc\u202egnp.exe")") != std::string::npos);
  CHECK(testing::read_line(line) == entry);
}

TEST_CASE("bytes that are not UTF-8 are replaced, and the line stays one line", "[exchange]") {
  auto entry = entry_of(journal::Run{.pipeline = "a\xFF"
                                                 "b"});
  entry.note = "x\r\ny";
  const auto line = to_json(entry);
  CHECK(line.find("a\xEF\xBF\xBD"
                  "b") != std::string::npos);
  CHECK(line.find('\n') == std::string::npos);
}

std::string any_text() {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("a", "\"", "\\", "\n", "\r", "\t", "\x01", "é", "日本", "😀",
                                    "'", "\xE2\x80\xA8", "{", ",", "/"));
  std::string text = "t";
  for (const auto& piece : pieces) text += piece;
  return text;
}

std::optional<std::string> maybe_text() {
  return *rc::gen::arbitrary<bool>() ? std::optional(any_text()) : std::nullopt;
}

double hundredths(int most) {
  return *rc::gen::inRange(0, most * 100 + 1) / 100.0;
}

What any_what() {
  using rc::gen::inRange;
  const auto flag = *rc::gen::arbitrary<bool>();
  const auto minutes = Minutes{*inRange(1, 1441)};
  switch (*rc::gen::elementOf(curriculum::entry_types)) {
    using enum curriculum::EntryType;
    case session:
      return journal::Session{.minutes = minutes,
                              .kind = *rc::gen::elementOf(journal::session_kinds)};
    case problem:
      return journal::Problem{.title = any_text(),
                              .topic = curriculum::TopicId("joins"),
                              .difficulty = *rc::gen::elementOf(curriculum::difficulties),
                              .minutes = minutes,
                              .attempts = *inRange(1, 100),
                              .help_used = flag,
                              .platform = maybe_text(),
                              .url = maybe_text(),
                              .language = maybe_text()};
    case artefact:
      return journal::Artefact{
          .title = any_text(), .url = maybe_text(), .path = maybe_text(), .verified = flag};
    case attestation:
      return journal::Attestation{.criterion = curriculum::CriterionId("c"),
                                  .evidence = any_text()};
    case mock_exam:
      return journal::MockExam{.exam = any_text(),
                               .score = hundredths(1),
                               .timed = flag,
                               .domains = {{any_text(), hundredths(1)}}};
    case mock_interview:
      return journal::MockInterview{.area = any_text(), .score = hundredths(100)};
    case application:
      return journal::Application{
          .company = any_text(), .role = maybe_text(), .status = maybe_text()};
    case run:
      return journal::Run{.pipeline = any_text(), .ok = flag};
    case expense:
      return journal::Expense{.usd = curriculum::Usd(*inRange(0, 1'000'000)),
                              .kind = *rc::gen::elementOf(journal::expense_kinds),
                              .title = any_text()};
    case drill:
      return journal::Drill{.drill = any_text(),
                            .seconds = std::chrono::seconds{*inRange(0, 4000)},
                            .limit_seconds = std::chrono::seconds{*inRange(0, 4000)},
                            .passed = flag,
                            .score = *inRange(0, 101) / 100.0};
    case review:
      return journal::Review{.item = testing::entry_id(2).text(), .grade = *inRange(1, 5)};
    case check:
      return journal::Check{.module = curriculum::ModuleId("m"),
                            .check = curriculum::CriterionId("c"),
                            .passed = flag,
                            .score = hundredths(1),
                            .evidence = maybe_text()};
    case decision:
      break;
  }
  return journal::Decision{.table = any_text(),
                           .title = any_text(),
                           .result = any_text(),
                           .why = maybe_text(),
                           .given = maybe_text()};
}

TEST_CASE("whatever an entry holds, its line reads back to the same line", "[exchange]") {
  REQUIRE(rc::check("to_json . read_jsonl . to_json == to_json", [] {
    auto entry = entry_of(any_what());
    entry.on = entry.on + calendar::Days{*rc::gen::inRange(0, 5000)};
    if (*rc::gen::arbitrary<bool>()) entry.week.emplace("w1");
    entry.note = maybe_text().value_or("");
    const auto line = to_json(entry);
    RC_ASSERT(line.find('\n') == std::string::npos);
    const auto read = testing::read_line(line);
    RC_ASSERT(to_json(read) == line);
    RC_ASSERT(read.note == entry.note);
  }));
}

}  // namespace
}  // namespace gradus::exchange::jsonl_test
