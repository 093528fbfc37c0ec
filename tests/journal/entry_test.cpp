#include "gradus/journal/entry.hpp"

#include "gradus/curriculum/vocabulary.hpp"

#include "support/entries.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gradus::journal::entry_test {

using namespace gradus::journal;
using gradus::curriculum::EntryType;
using gradus::testing::entry_id;
using gradus::testing::make_entry;

namespace {

const std::vector<std::pair<EntryType, What>>& one_of_each() {
  static const std::vector<std::pair<EntryType, What>> all{
      {EntryType::session, Session{Minutes{30}, SessionKind::lab}},
      {EntryType::problem, Problem{"Two sums", gradus::curriculum::TopicId("joins"),
                                   gradus::curriculum::Difficulty::easy, Minutes{5}}},
      {EntryType::artefact, Artefact{.title = "Repository"}},
      {EntryType::attestation, Attestation{gradus::curriculum::CriterionId("explain"), "did"}},
      {EntryType::mock_exam, MockExam{.exam = "associate"}},
      {EntryType::mock_interview, MockInterview{.area = "sql"}},
      {EntryType::application, Application{.company = "Acme"}},
      {EntryType::run, Run{.pipeline = "daily"}},
      {EntryType::expense, Expense{gradus::curriculum::Usd(100), ExpenseKind::book, "Book"}},
      {EntryType::drill, Drill{.drill = "window", .seconds = {}, .limit_seconds = {}}},
      {EntryType::review, Review{.item = entry_id(1).text(), .grade = 3}},
      {EntryType::check, Check{gradus::curriculum::ModuleId("tuning"),
                               gradus::curriculum::CriterionId("plan-aloud"), true}},
      {EntryType::decision, Decision{"table-format", "Which format?", "iceberg"}},
  };
  return all;
}

std::vector<std::string> field_names(const What& what) {
  std::vector<std::string> names;
  const auto note_name = [&](std::string_view field, const auto&) { names.emplace_back(field); };
  std::visit([&](const auto& of_type) { of_type.fields(of_type, note_name); }, what);
  return names;
}

}  // namespace

TEST_CASE("an entry knows its type", "[journal]") {
  CHECK(one_of_each().size() == gradus::curriculum::entry_types.size());
  for (const auto& [type, what] : one_of_each()) {
    CHECK(make_entry("2026-06-01", what).type() == type);
  }
}

TEST_CASE("a criterion may name an entry's own fields and no others", "[journal]") {
  for (const auto& [type, what] : one_of_each()) {
    CAPTURE(std::string(gradus::curriculum::name(type)));
    auto own = field_names(what);
    std::erase(own, "domains");
    std::vector<std::string> known;
    for (const auto& field : gradus::curriculum::fields_of(type)) {
      const bool common = field.name == "on" || field.name == "week" || field.name == "tier";
      if (!common) known.emplace_back(field.name);
    }
    CHECK_THAT(known, Catch::UnorderedEquals(own));
  }
}

TEST_CASE("the kinds of sessions and expenses are read by their names", "[journal]") {
  for (const auto kind : session_kinds) CHECK(parse_session_kind(name(kind)) == kind);
  for (const auto kind : expense_kinds) CHECK(parse_expense_kind(name(kind)) == kind);
  CHECK(name(SessionKind::project) == "project");
  CHECK(name(ExpenseKind::cloud) == "cloud");
  CHECK_FALSE(parse_session_kind("Read"));
  CHECK_FALSE(parse_session_kind(""));
  CHECK_FALSE(parse_expense_kind("read"));
}

TEST_CASE("every session but reading is hands-on", "[journal]") {
  CHECK_FALSE(hands_on(SessionKind::read));
  CHECK(hands_on(SessionKind::lab));
  CHECK(hands_on(SessionKind::review));
  CHECK(hands_on(SessionKind::mock));
  CHECK(hands_on(SessionKind::project));
}

TEST_CASE("ahead is what has begun nowhere on earth, or an instant past the local day",
          "[journal]") {
  using calendar::Moment;
  const auto honolulu = Moment::parse("2026-12-01T09:00-10:00").value();
  const auto berlin = Moment::parse("2026-12-01T10:59+01:00").value();
  auto entry = make_entry("2026-12-02", Session{Minutes{30}, SessionKind::lab});
  CHECK_FALSE(is_ahead(entry, honolulu));  // it began an hour ago in Auckland's east
  CHECK(is_ahead(entry, berlin));
  CHECK_FALSE(is_ahead(entry, Moment::parse("2026-12-01T11:00+01:00").value()));
  entry.at = Moment::parse("2026-12-02T08:00+13:00");
  CHECK_FALSE(is_ahead(entry, honolulu));
  entry.at = Moment::parse("2026-12-02T08:00-10:00");
  CHECK(is_ahead(entry, honolulu));
  entry.at = Moment::parse("2026-12-01T23:00-10:00");
  CHECK_FALSE(is_ahead(entry, honolulu));  // later on the local day
  entry.at = Moment::parse("2026-12-02T02:00-10:00");
  CHECK(is_ahead(entry, Moment::parse("2026-12-02T08:00+13:00").value()));
}

}  // namespace gradus::journal::entry_test
