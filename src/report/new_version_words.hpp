#pragma once

#include "gradus/report/new_version.hpp"

#include <string>

// Wording for what changed, shared by both forms of a new version.
namespace gradus::report {

// A criterion in its gate, found by an item's id ("sql/sql-problems"); null in a gate that is
// passed.
[[nodiscard]] const rules::CriterionShift* find_shift(const NewVersion& version,
                                                      const std::string& id);

// What a changed item required and now requires: "7h, 32 problems"; "fail: 120 of 200 problems, 80
// missing". Empty for a criterion whose gate is passed.
struct Asked {
  std::string before;
  std::string after;
};
[[nodiscard]] Asked asked(const NewVersion& version, const curriculum::ItemShift& shift);

}  // namespace gradus::report
