#pragma once

#include "gradus/curriculum/model.hpp"

#include <string>
#include <utility>
#include <vector>

// Curricula and their parts in a line each, for tests that need few of their fields.
namespace gradus::test {

// What a builder leaves out is empty on purpose.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

using calendar::Minutes;

// 180 minutes of reading, 180 of lab work, 60 of review: the usual 7 hours.
inline constexpr curriculum::WeekMinutes usual_minutes{Minutes{180}, Minutes{180}, Minutes{60}};

inline curriculum::Week week(const std::string& id,
                             curriculum::WeekMinutes minutes = usual_minutes) {
  curriculum::Week result{curriculum::WeekId{id}, "Title of " + id, {}, minutes, {}, {}, {}};
  return result;
}

inline curriculum::Criterion signed_criterion(const std::string& id) {
  using curriculum::Compression;
  const curriculum::Requirement attested{curriculum::Attested{}};
  return {.id = curriculum::CriterionId{id},
          .title = "Title of " + id,
          .kind = curriculum::CriterionKind::attest,
          .require = {{Compression::regular, attested},
                      {Compression::weeks_saved, attested},
                      {Compression::compressed_deeply, attested}},
          .how = "",
          .repeat = {}};
}

// A tier whose exit is the learner's signature under "<id>-done".
inline curriculum::Tier tier(const std::string& id, std::vector<curriculum::Week> weeks) {
  curriculum::Tier result{curriculum::TierId{id}, "Title of " + id};
  result.weeks = std::move(weeks);
  result.exit = {signed_criterion(id + "-done")};
  return result;
}

inline curriculum::Curriculum curriculum_of(std::vector<curriculum::Tier> tiers) {
  curriculum::Curriculum result{curriculum::CurriculumId{"small"}, "A small curriculum", "1", ""};
  result.minutes = usual_minutes;
  result.tiers = std::move(tiers);
  return result;
}

// Tier "sql" of w1 and w2, which may be halved; the closing tier "portfolio" of w3, which takes up
// weeks saved.
inline curriculum::Curriculum small_curriculum() {
  curriculum::Tier sql = tier("sql", {week("w1"), week("w2")});
  sql.compress = curriculum::Compress::half;
  curriculum::Tier portfolio = tier("portfolio", {week("w3")});
  portfolio.closing = true;
  auto result = curriculum_of({std::move(sql), std::move(portfolio)});
  result.saved_weeks = curriculum::SavedWeeks::closing;
  return result;
}

#pragma GCC diagnostic pop

}  // namespace gradus::test
