#pragma once

#include "gradus/calendar/named.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace gradus::curriculum {

// The words a criterion may use to speak of the journal: the types of entries and their fields.
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
                                                      {EntryType::review, "review"}});
[[nodiscard]] constexpr std::string_view name(EntryType type) {
  return entry_types.name(type);
}
[[nodiscard]] constexpr std::optional<EntryType> parse_entry_type(std::string_view text) {
  return entry_types.parse(text);
}
[[nodiscard]] std::string_view plural(EntryType type);  // "mock_exams", as in `of`
// Reviews are no criterion's business, so "reviews" is none.
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

enum class FieldType { text, number, flag, date };

struct Field {
  std::string_view name;
  FieldType type;
  [[nodiscard]] friend bool operator==(const Field&, const Field&) = default;
};

// The fields a criterion may name for a type of entry: its own, and `on`, `week` and `tier`.
// (`domains` of a mock exam is a table, not a value, and is left out.)
[[nodiscard]] std::span<const Field> fields_of(EntryType type);
[[nodiscard]] std::optional<Field> find_field(EntryType type, std::string_view name);

// The numbers a field may hold, both ends included.
struct Range {
  double least;
  double most;  // infinite where nothing bounds it
  bool whole;
  [[nodiscard]] friend bool operator==(const Range&, const Range&) = default;
};
// Of a number field; any number where nothing is said of it.
[[nodiscard]] Range range_of(EntryType type, std::string_view field);

// The words a text field may hold; empty when it takes any.
[[nodiscard]] std::span<const std::string_view> words_of(EntryType type, std::string_view field);

}  // namespace gradus::curriculum
