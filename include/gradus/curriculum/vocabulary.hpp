#pragma once

#include <array>
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
};
inline constexpr std::array entry_types{
    EntryType::session,   EntryType::problem,        EntryType::artefact,    EntryType::attestation,
    EntryType::mock_exam, EntryType::mock_interview, EntryType::application, EntryType::run,
    EntryType::expense,   EntryType::drill,          EntryType::review};

[[nodiscard]] std::string_view name(EntryType type);    // "mock_exam", as in the exchange format
[[nodiscard]] std::string_view plural(EntryType type);  // "mock_exams", as in `of`
[[nodiscard]] std::optional<EntryType> parse_entry_type(std::string_view name);
// Not for reviews: criteria can't measure them.
[[nodiscard]] std::optional<EntryType> parse_measured_type(std::string_view plural);

enum class FieldType { text, number, flag, date };

struct Field {
  std::string_view name;
  FieldType type;
  [[nodiscard]] friend bool operator==(const Field&, const Field&) = default;
};

// The fields a criterion may name for a type of entry: its own, and `on`, `week` and `tier`.
// (`domains` of a mock exam is a table, not a value, so it is left out.)
[[nodiscard]] std::span<const Field> fields_of(EntryType type);
[[nodiscard]] std::optional<Field> find_field(EntryType type, std::string_view name);

// The numbers a field may hold, both ends included.
struct Range {
  double least;
  double most;  // infinite if unbounded
  bool whole;
  [[nodiscard]] friend bool operator==(const Range&, const Range&) = default;
};
// For a number field; any number if no range is defined for it.
[[nodiscard]] Range range_of(EntryType type, std::string_view field);

// The words a text field may hold; empty when it takes any text.
[[nodiscard]] std::span<const std::string_view> words_of(EntryType type, std::string_view field);

enum class Difficulty { easy, medium, hard };
inline constexpr std::array difficulties{Difficulty::easy, Difficulty::medium, Difficulty::hard};
[[nodiscard]] std::string_view name(Difficulty difficulty);
[[nodiscard]] std::optional<Difficulty> parse_difficulty(std::string_view text);

}  // namespace gradus::curriculum
