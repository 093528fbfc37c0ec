#pragma once

#include "gradus/calendar/named.hpp"

#include <limits>
#include <optional>
#include <span>
#include <string_view>

namespace gradus::curriculum {

// The words a criterion may use about the journal: the types of entries and their fields.
// The journal's entries, the store's columns and the exchange format use the same names.

enum class EntryType {
  session,
  problem,
  artefact,
  attestation,
  mock_exam,
  mock_interview,
  application,
  run,
  expense,
  drill,
  review,
  check,
  decision,
};
// As in the exchange format.
inline constexpr auto entry_types = named<EntryType>({{EntryType::session, "session"},
                                                      {EntryType::problem, "problem"},
                                                      {EntryType::artefact, "artefact"},
                                                      {EntryType::attestation, "attestation"},
                                                      {EntryType::mock_exam, "mock_exam"},
                                                      {EntryType::mock_interview, "mock_interview"},
                                                      {EntryType::application, "application"},
                                                      {EntryType::run, "run"},
                                                      {EntryType::expense, "expense"},
                                                      {EntryType::drill, "drill"},
                                                      {EntryType::review, "review"},
                                                      {EntryType::check, "check"},
                                                      {EntryType::decision, "decision"}});
[[nodiscard]] constexpr std::string_view name(EntryType type) {
  return entry_types.name(type);
}
[[nodiscard]] constexpr std::optional<EntryType> parse_entry_type(std::string_view text) {
  return entry_types.parse(text);
}
[[nodiscard]] std::string_view plural(EntryType type);  // "mock_exams", as in `of`
// Not for reviews, modules' checks and decisions: criteria in files can't measure them.
[[nodiscard]] bool is_measured(EntryType type);
[[nodiscard]] std::optional<EntryType> parse_measured_type(std::string_view plural);

enum class Difficulty { easy, medium, hard };
inline constexpr auto difficulties = named<Difficulty>(
    {{Difficulty::easy, "easy"}, {Difficulty::medium, "medium"}, {Difficulty::hard, "hard"}});
[[nodiscard]] constexpr std::string_view name(Difficulty difficulty) {
  return difficulties.name(difficulty);
}
[[nodiscard]] constexpr std::optional<Difficulty> parse_difficulty(std::string_view text) {
  return difficulties.parse(text);
}

enum class SessionKind { read, lab, review, mock, project };
inline constexpr auto session_kinds = named<SessionKind>({{SessionKind::read, "read"},
                                                          {SessionKind::lab, "lab"},
                                                          {SessionKind::review, "review"},
                                                          {SessionKind::mock, "mock"},
                                                          {SessionKind::project, "project"}});
[[nodiscard]] constexpr std::string_view name(SessionKind kind) {
  return session_kinds.name(kind);
}
[[nodiscard]] constexpr std::optional<SessionKind> parse_session_kind(std::string_view text) {
  return session_kinds.parse(text);
}

enum class ExpenseKind { course, exam, book, cloud, other };
inline constexpr auto expense_kinds = named<ExpenseKind>({{ExpenseKind::course, "course"},
                                                          {ExpenseKind::exam, "exam"},
                                                          {ExpenseKind::book, "book"},
                                                          {ExpenseKind::cloud, "cloud"},
                                                          {ExpenseKind::other, "other"}});
[[nodiscard]] constexpr std::string_view name(ExpenseKind kind) {
  return expense_kinds.name(kind);
}
[[nodiscard]] constexpr std::optional<ExpenseKind> parse_expense_kind(std::string_view text) {
  return expense_kinds.parse(text);
}

// What a review is of.
enum class ReviewOf { problem, drill };
inline constexpr auto reviewed_kinds =
    named<ReviewOf>({{ReviewOf::problem, "problem"}, {ReviewOf::drill, "drill"}});
[[nodiscard]] constexpr std::string_view name(ReviewOf of) {
  return reviewed_kinds.name(of);
}
[[nodiscard]] constexpr std::optional<ReviewOf> parse_review_of(std::string_view text) {
  return reviewed_kinds.parse(text);
}

enum class FieldType { text, number, flag, date, table };

// The numbers a field may hold, both ends included.
struct Range {
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
  bool whole = false;
  [[nodiscard]] friend bool operator==(const Range&, const Range&) = default;
};

// A field of entries, and what all that reads, checks or asks for it has to know.
struct Field {
  std::string_view name;
  FieldType type;
  Range range{};                              // of a number, or of each in a table
  std::string_view hint{};                    // of a number: what helps when it is out of its range
  std::span<const std::string_view> words{};  // that a text may hold; empty when it takes any
  bool may_be_left_out = false;               // it has a usual value then

  // Its name is enough for most.
  constexpr operator std::string_view() const { return name; }
  [[nodiscard]] friend bool operator==(const Field& a, const Field& b) {
    return a.name == b.name && a.type == b.type;
  }
};

// Every field, named once. Types that have a field in common share it.
namespace field {
using enum FieldType;
inline constexpr double unlimited = std::numeric_limits<double>::infinity();
inline constexpr Range day_minutes{.least = 1, .most = 24 * 60, .whole = true};
inline constexpr Range from_nought{.least = 0, .most = unlimited, .whole = true};
inline constexpr Range share{.least = 0, .most = 1};
inline constexpr std::string_view share_hint = "0.74 means 74%";

// Of every entry.
inline constexpr Field entry_type{.name = "type", .type = text, .words = entry_types.names()};
inline constexpr Field id{.name = "id", .type = text, .may_be_left_out = true};
inline constexpr Field on{.name = "on", .type = date};
inline constexpr Field at{.name = "at", .type = text};
inline constexpr Field week{.name = "week", .type = text};
inline constexpr Field tier{.name = "tier", .type = text};
inline constexpr Field note{.name = "note", .type = text, .may_be_left_out = true};
inline constexpr Field changed{.name = "changed", .type = text, .may_be_left_out = true};

// Of several types.
inline constexpr Field minutes{
    .name = "minutes", .type = number, .range = day_minutes, .hint = "record one entry per day"};
inline constexpr Field topic{.name = "topic", .type = text};
inline constexpr Field title{.name = "title", .type = text};
inline constexpr Field url{.name = "url", .type = text};

inline constexpr Field session_kind{.name = "kind", .type = text, .words = session_kinds.names()};

inline constexpr Field difficulty{
    .name = "difficulty", .type = text, .words = difficulties.names()};
inline constexpr Field attempts{.name = "attempts",
                                .type = number,
                                .range = {.least = 1, .most = unlimited, .whole = true},
                                .hint = "1 means solved on the first try",
                                .may_be_left_out = true};
inline constexpr Field help_used{.name = "help_used", .type = flag, .may_be_left_out = true};
inline constexpr Field platform{.name = "platform", .type = text};
inline constexpr Field language{.name = "language", .type = text};

inline constexpr Field artefact{.name = "artefact", .type = text};
inline constexpr Field path{.name = "path", .type = text};
inline constexpr Field verified{.name = "verified", .type = flag, .may_be_left_out = true};

inline constexpr Field criterion{.name = "criterion", .type = text};
inline constexpr Field evidence{.name = "evidence", .type = text, .may_be_left_out = true};
inline constexpr Field placement{.name = "placement", .type = flag, .may_be_left_out = true};

inline constexpr Field exam{.name = "exam", .type = text};
inline constexpr Field exam_score{
    .name = "score", .type = number, .range = share, .hint = share_hint};
inline constexpr Field timed{.name = "timed", .type = flag, .may_be_left_out = true};
inline constexpr Field domains{
    .name = "domains", .type = table, .range = share, .hint = share_hint, .may_be_left_out = true};

inline constexpr Field area{.name = "area", .type = text};
inline constexpr Field interview_score{
    .name = "score", .type = number, .range = {.least = 0, .most = 100}, .hint = "74 means 74%"};

inline constexpr Field company{.name = "company", .type = text};
inline constexpr Field role{.name = "role", .type = text};
inline constexpr Field status{.name = "status", .type = text};

inline constexpr Field pipeline{.name = "pipeline", .type = text};
inline constexpr Field ok{.name = "ok", .type = flag};

inline constexpr Field usd{.name = "usd",
                           .type = number,
                           .range = {.least = 0, .most = unlimited},
                           .hint = "write it like 19.99"};
inline constexpr Field expense_kind{.name = "kind", .type = text, .words = expense_kinds.names()};

inline constexpr Field drill{.name = "drill", .type = text};
inline constexpr std::string_view seconds_hint = "write whole seconds, such as 90";
inline constexpr Field seconds{
    .name = "seconds", .type = number, .range = from_nought, .hint = seconds_hint};
inline constexpr Field limit_seconds{.name = "limit_seconds",
                                     .type = number,
                                     .range = from_nought,
                                     .hint = seconds_hint,
                                     .may_be_left_out = true};
inline constexpr Field passed{.name = "passed", .type = flag};
inline constexpr Field drill_score{
    .name = "score", .type = number, .range = share, .hint = share_hint, .may_be_left_out = true};
inline constexpr Field drill_items{.name = "items",
                                   .type = number,
                                   .range = {.least = 1, .most = unlimited, .whole = true},
                                   .hint = "how many items of a table were asked",
                                   .may_be_left_out = true};

inline constexpr Field module{.name = "module", .type = text};
inline constexpr Field check{.name = "check", .type = text};

inline constexpr Field decision_table{.name = "table", .type = text};
inline constexpr Field result{.name = "result", .type = text};
inline constexpr Field why{.name = "why", .type = text, .may_be_left_out = true};
inline constexpr Field given{.name = "given", .type = text, .may_be_left_out = true};

inline constexpr Field item{.name = "item", .type = text};
// What `item` was called while only problems were reviewed.
inline constexpr std::string_view former_item = "problem";
inline constexpr Field review_of{
    .name = "of", .type = text, .words = reviewed_kinds.names(), .may_be_left_out = true};
inline constexpr Field grade{.name = "grade",
                             .type = number,
                             .range = {.least = 1, .most = 4, .whole = true},
                             .hint = "1 forgotten, 2 hard, 3 good, 4 easy"};
}  // namespace field

// The fields a criterion may name for a type of entry: its own, and `on`, `week` and `tier`.
// (`domains` of a mock exam is a table, not a value, so it is left out.)
[[nodiscard]] std::span<const Field> fields_of(EntryType type);
[[nodiscard]] std::optional<Field> find_field(EntryType type, std::string_view name);

}  // namespace gradus::curriculum
