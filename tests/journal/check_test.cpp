#include "gradus/journal/entry.hpp"
#include "gradus/journal/error.hpp"

#include "support/entries.hpp"

#include <catch2/catch.hpp>

#include <limits>
#include <string>

namespace gradus::journal::check_test {

using namespace gradus::journal;
using Catch::Contains;
using gradus::curriculum::CriterionId;
using gradus::curriculum::Usd;
using gradus::testing::at_minute;
using gradus::testing::day;
using gradus::testing::entry_id;
using gradus::testing::make_entry;
using gradus::testing::make_problem;
using gradus::testing::make_session;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// Empty when the entry can be.
std::string complaint(const Entry& entry) {
  try {
    check(entry);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

std::string complaint(What what) {
  return complaint(make_entry("2026-06-01", std::move(what)));
}

Problem problem() {
  return std::get<Problem>(make_problem("2026-06-01", "joins").what);
}

}  // namespace

TEST_CASE("a session lasts from one minute to a day", "[journal]") {
  CHECK(complaint(make_session("2026-06-01", 0)) == "minutes is 0; it must be from 1 to 1440");
  CHECK(complaint(make_session("2026-06-01", -30)) == "minutes is -30; it must be from 1 to 1440");
  CHECK(complaint(make_session("2026-06-01", 1)).empty());
  CHECK(complaint(make_session("2026-06-01", 1440)).empty());
  CHECK(complaint(make_session("2026-06-01", 1441)) ==
        "minutes is 1441; it must be from 1 to 1440");
  CHECK(gradus::curriculum::field::minutes.range.most == max_session.count());
}

TEST_CASE("a problem takes time and at least one attempt", "[journal]") {
  auto solved = problem();
  CHECK(complaint(solved).empty());
  solved.attempts = 0;
  CHECK(complaint(solved) == "attempts is 0; it must be 1 or more");
  solved = problem();
  solved.minutes = Minutes{0};
  CHECK_THAT(complaint(solved), Contains("minutes is 0"));
  solved.minutes = Minutes{1441};
  CHECK_THAT(complaint(solved), Contains("minutes is 1441"));
}

TEST_CASE("what names a thing is not empty", "[journal]") {
  const auto blank = GENERATE(as<std::string>{}, "", " ", "\t\r\n ");
  auto untitled = problem();
  untitled.title = blank;
  CHECK(complaint(untitled) == "title is empty");
  CHECK(complaint(Artefact{.title = blank}) == "title is empty");
  CHECK(complaint(Expense{Usd(100), ExpenseKind::book, blank}) == "title is empty");
  CHECK(complaint(MockExam{.exam = blank}) == "exam is empty");
  CHECK(complaint(MockInterview{.area = blank}) == "area is empty");
  CHECK(complaint(Application{.company = blank}) == "company is empty");
  CHECK(complaint(Run{.pipeline = blank}) == "pipeline is empty");
  CHECK(complaint(Drill{.drill = blank, .seconds = {}, .limit_seconds = {}}) == "drill is empty");
}

TEST_CASE("a signature may come without evidence", "[journal]") {
  CHECK(complaint(Attestation{CriterionId("explain"), ""}).empty());
}

TEST_CASE("a mock exam's score is a share of one", "[journal]") {
  CHECK(complaint(MockExam{.exam = "associate", .score = 0}).empty());
  CHECK(complaint(MockExam{.exam = "associate", .score = 1}).empty());
  CHECK(complaint(MockExam{.exam = "associate", .score = 1.01}) ==
        "score is 1.01; it must be from 0 to 1");
  const auto wrong = GENERATE(-0.01, 74.0, infinity, -infinity, not_a_number);
  CHECK_THAT(complaint(MockExam{.exam = "associate", .score = wrong}), Contains("score is"));
  CHECK_THAT(complaint(MockExam{.exam = "associate", .domains = {{"elt", wrong}}}),
             Contains("domains is"));
}

TEST_CASE("a mock interview's score goes to 100 or is not known", "[journal]") {
  CHECK(complaint(MockInterview{.area = "sql"}).empty());
  CHECK(complaint(MockInterview{.area = "sql", .score = 0}).empty());
  CHECK(complaint(MockInterview{.area = "sql", .score = 100}).empty());
  const auto wrong = GENERATE(-1.0, 100.5, infinity, not_a_number);
  CHECK_THAT(complaint(MockInterview{.area = "sql", .score = wrong}), Contains("from 0 to 100"));
}

TEST_CASE("money and seconds are not negative", "[journal]") {
  CHECK(complaint(Expense{Usd(0), ExpenseKind::book, "Free book"}).empty());
  CHECK_THAT(complaint(Expense{Usd(-1), ExpenseKind::book, "Book"}), Contains("usd is -0.01"));
  using std::chrono::seconds;
  CHECK(complaint(Drill{"window", seconds{0}, seconds{0}}).empty());
  CHECK_THAT(complaint(Drill{"window", seconds{-1}, seconds{0}}), Contains("seconds is -1"));
  CHECK_THAT(complaint(Drill{"window", seconds{0}, seconds{-1}}), Contains("limit_seconds is -1"));
  CHECK(complaint(Drill{"window", seconds{0}, std::nullopt, true, 1}).empty());
  CHECK_THAT(complaint(Drill{"window", seconds{0}, std::nullopt, true, 85}),
             Contains("score is 85; it must be from 0 to 1"));
}

TEST_CASE("a review's grade goes from 1 to 4", "[journal]") {
  CHECK(complaint(Review{.item = entry_id(1).text(), .grade = 0}) ==
        "grade is 0; it must be from 1 to 4");
  CHECK(complaint(Review{.item = entry_id(1).text(), .grade = 1}).empty());
  CHECK(complaint(Review{.item = entry_id(1).text(), .grade = 4}).empty());
  CHECK(complaint(Review{.item = entry_id(1).text(), .grade = 5}) ==
        "grade is 5; it must be from 1 to 4");
}

TEST_CASE("a text holds 64 KiB and not a byte more", "[journal]") {
  const std::string longest(std::size_t{64} * 1024, 'x');
  auto entry = make_session("2026-06-01", 30);
  entry.note = longest;
  CHECK(complaint(entry).empty());
  entry.note += 'x';
  CHECK(complaint(entry) == "note has 65537 bytes; the limit is 65536 (64 KiB)");

  CHECK(complaint(Artefact{.title = longest, .url = longest, .path = longest}).empty());
  CHECK_THAT(complaint(Artefact{.title = longest + "x"}), Contains("title has"));
  CHECK_THAT(complaint(Artefact{.title = "t", .url = longest + "x"}), Contains("url has"));
  CHECK_THAT(complaint(Attestation{CriterionId("explain"), longest + "x"}),
             Contains("evidence has"));
  CHECK_THAT(complaint(Attestation{CriterionId(longest + "x"), ""}), Contains("criterion has"));
  CHECK_THAT(complaint(MockExam{.exam = "e", .domains = {{longest + "x", 0.5}}}),
             Contains("domains has"));
}

TEST_CASE("a text is UTF-8", "[journal]") {
  CHECK(complaint(Artefact{.title = "Übung 窓関数 🎓"}).empty());
  // A stray byte, a cut sequence, an overlong slash, half a surrogate pair, past U+10FFFF.
  const auto broken = GENERATE(as<std::string>{}, "\xff", "\xe7\xaa", "\xc0\xaf", "\xed\xa0\x80",
                               "\xf4\x90\x80\x80");
  CHECK_THAT(complaint(Artefact{.title = "ab" + broken}),
             Contains("title is not UTF-8 text (byte 3 is 0x"));
  auto entry = make_session("2026-06-01", 30);
  entry.note = broken;
  CHECK_THAT(complaint(entry), Contains("note is not UTF-8 text"));
}

TEST_CASE("the time of an entry lies on its day, or in the night after", "[journal]") {
  auto entry = at_minute(make_session("2026-06-01", 70), 23 * 60 + 30);
  CHECK(complaint(entry).empty());
  entry.on = day("2026-06-02");
  CHECK(complaint(entry) ==
        "at is 23:30 on 2026-06-01, but the entry is on 2026-06-02; it must be that day, or before "
        "12:00 on the next");
  entry.on = day("2026-05-31");
  CHECK_FALSE(complaint(entry).empty());
  entry.at->time = calendar::TimeOfDay{calendar::Minutes{12 * 60}};
  CHECK_FALSE(complaint(entry).empty());
  entry.at->time = calendar::TimeOfDay{calendar::Minutes{12 * 60 - 1}};
  CHECK(complaint(entry).empty());
  entry.on = day("2026-05-30");
  CHECK_FALSE(complaint(entry).empty());
}

}  // namespace gradus::journal::check_test
