#include "gradus/curriculum/vocabulary.hpp"

#include <algorithm>
#include <array>

namespace gradus::curriculum {
namespace {

constexpr std::array session_fields{field::minutes, field::session_kind, field::topic,
                                    field::on,      field::week,         field::tier};
constexpr std::array problem_fields{field::title,    field::topic,    field::difficulty,
                                    field::minutes,  field::attempts, field::help_used,
                                    field::platform, field::url,      field::language,
                                    field::on,       field::week,     field::tier};
constexpr std::array artefact_fields{field::artefact, field::title, field::url,  field::path,
                                     field::verified, field::on,    field::week, field::tier};
constexpr std::array attestation_fields{field::criterion, field::evidence, field::placement,
                                        field::on,        field::week,     field::tier};
constexpr std::array mock_exam_fields{field::exam, field::exam_score, field::timed,
                                      field::on,   field::week,       field::tier};
constexpr std::array mock_interview_fields{field::area, field::interview_score, field::on,
                                           field::week, field::tier};
constexpr std::array application_fields{field::company, field::role, field::status,
                                        field::on,      field::week, field::tier};
constexpr std::array run_fields{field::pipeline, field::ok, field::on, field::week, field::tier};
constexpr std::array expense_fields{field::usd, field::expense_kind, field::title,
                                    field::on,  field::week,         field::tier};
constexpr std::array drill_fields{field::drill,  field::seconds,     field::limit_seconds,
                                  field::passed, field::drill_score, field::drill_items,
                                  field::on,     field::week,        field::tier};
constexpr std::array review_fields{field::item, field::review_of, field::grade,
                                   field::on,   field::week,      field::tier};
constexpr std::array check_fields{field::module,   field::check, field::passed, field::drill_score,
                                  field::evidence, field::on,    field::week,   field::tier};
constexpr std::array decision_fields{
    field::decision_table, field::title, field::result, field::why,
    field::given,          field::on,    field::week,   field::tier};

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
    Description{"checks", check_fields},
    Description{"decisions", decision_fields},
};
static_assert(descriptions.size() == entry_types.size());

const Description& describe(EntryType type) {
  return descriptions.at(static_cast<std::size_t>(type));
}

}  // namespace

std::string_view plural(EntryType type) {
  return describe(type).plural;
}

bool is_measured(EntryType type) {
  return type != EntryType::review && type != EntryType::check && type != EntryType::decision;
}

std::optional<EntryType> parse_measured_type(std::string_view text) {
  const auto found = std::ranges::find(entry_types, text, plural);
  if (found == entry_types.end() || !is_measured(*found)) return std::nullopt;
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

}  // namespace gradus::curriculum
