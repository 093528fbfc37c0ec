#include "gradus/curriculum/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace gradus::curriculum {
namespace {

using enum FieldType;

constexpr Field on{"on", date};
constexpr Field week{"week", text};
constexpr Field tier{"tier", text};

constexpr std::array session_fields{
    Field{"minutes", number}, Field{"kind", text}, Field{"topic", text}, on, week, tier};
constexpr std::array problem_fields{Field{"title", text},
                                    Field{"topic", text},
                                    Field{"difficulty", text},
                                    Field{"minutes", number},
                                    Field{"attempts", number},
                                    Field{"help_used", flag},
                                    Field{"platform", text},
                                    Field{"url", text},
                                    Field{"language", text},
                                    on,
                                    week,
                                    tier};
constexpr std::array artefact_fields{Field{"artefact", text},
                                     Field{"title", text},
                                     Field{"url", text},
                                     Field{"path", text},
                                     Field{"verified", flag},
                                     on,
                                     week,
                                     tier};
constexpr std::array attestation_fields{
    Field{"criterion", text}, Field{"evidence", text}, Field{"placement", flag}, on, week, tier};
constexpr std::array mock_exam_fields{
    Field{"exam", text}, Field{"score", number}, Field{"timed", flag}, on, week, tier};
constexpr std::array mock_interview_fields{Field{"area", text}, Field{"score", number}, on, week,
                                           tier};
constexpr std::array application_fields{
    Field{"company", text}, Field{"role", text}, Field{"status", text}, on, week, tier};
constexpr std::array run_fields{Field{"pipeline", text}, Field{"ok", flag}, on, week, tier};
constexpr std::array expense_fields{
    Field{"usd", number}, Field{"kind", text}, Field{"title", text}, on, week, tier};
constexpr std::array drill_fields{Field{"drill", text},
                                  Field{"seconds", number},
                                  Field{"limit_seconds", number},
                                  Field{"passed", flag},
                                  on,
                                  week,
                                  tier};
constexpr std::array review_fields{Field{"problem", text}, Field{"grade", number}, on, week, tier};

struct Description {
  std::string_view plural;
  std::span<const Field> fields;
};

// In the order of the enumeration.
constexpr std::array descriptions{
    Description{"sessions", session_fields},
    Description{"problems", problem_fields},
    Description{"artefacts", artefact_fields},
    Description{"attestations", attestation_fields},
    Description{"mock_exams", mock_exam_fields},
    Description{"mock_interviews", mock_interview_fields},
    Description{"applications", application_fields},
    Description{"runs", run_fields},
    Description{"expenses", expense_fields},
    Description{"drills", drill_fields},
    Description{"reviews", review_fields},
};
static_assert(descriptions.size() == entry_types.size());

const Description& describe(EntryType type) {
  return descriptions.at(static_cast<std::size_t>(type));
}

constexpr double unlimited = std::numeric_limits<double>::infinity();
constexpr double day_minutes = 24 * 60;

struct FieldRange {
  EntryType type;
  std::string_view field;
  Range range;
};
constexpr std::array field_ranges{
    FieldRange{EntryType::session, "minutes", {1, day_minutes, true}},
    FieldRange{EntryType::problem, "minutes", {1, day_minutes, true}},
    FieldRange{EntryType::problem, "attempts", {1, unlimited, true}},
    FieldRange{EntryType::mock_exam, "score", {0, 1, false}},
    FieldRange{EntryType::mock_exam, "domains", {0, 1, false}},
    FieldRange{EntryType::mock_interview, "score", {0, 100, false}},
    FieldRange{EntryType::expense, "usd", {0, unlimited, false}},
    FieldRange{EntryType::drill, "seconds", {0, unlimited, true}},
    FieldRange{EntryType::drill, "limit_seconds", {0, unlimited, true}},
    FieldRange{EntryType::review, "grade", {1, 4, true}},
};

}  // namespace

std::string_view plural(EntryType type) {
  return describe(type).plural;
}

std::optional<EntryType> parse_measured_type(std::string_view text) {
  const auto found = std::ranges::find(entry_types, text, plural);
  if (found == entry_types.end() || *found == EntryType::review) return std::nullopt;
  return *found;
}

std::span<const Field> fields_of(EntryType type) {
  return describe(type).fields;
}

std::optional<Field> find_field(EntryType type, std::string_view name) {
  const auto fields = fields_of(type);
  const auto found = std::ranges::find(fields, name, &Field::name);
  return found == fields.end() ? std::nullopt : std::optional{*found};
}

Range range_of(EntryType type, std::string_view field) {
  const auto* const found = std::ranges::find_if(field_ranges, [&](const FieldRange& each) {
    return each.type == type && each.field == field;
  });
  return found == field_ranges.end() ? Range{-unlimited, unlimited, false} : found->range;
}

std::span<const std::string_view> words_of(EntryType type, std::string_view field) {
  if (type == EntryType::problem && field == "difficulty") return difficulties.names();
  if (type == EntryType::session && field == "kind") return session_kinds.names();
  if (type == EntryType::expense && field == "kind") return expense_kinds.names();
  return {};
}

}  // namespace gradus::curriculum
