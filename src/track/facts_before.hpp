#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/journal/facts.hpp"
#include "gradus/journal/verification.hpp"

#include <set>
#include <vector>

namespace gradus::track {

// The day before; the calendar's first day stays.
[[nodiscard]] calendar::Date evening_before(calendar::Date day);

// The journal's answers as they were on the evening before a day. Days of entries are the
// question's business (`until`); but an artefact that was delivered before the day and verified
// since was not verified then.
class FactsBefore : public journal::Facts {
 public:
  // Keeps a reference to the facts.
  FactsBefore(const journal::Facts& facts, const std::vector<journal::Verification>& verifications,
              calendar::Date day);
  [[nodiscard]] std::optional<double> answer(const journal::Question& question) const override;
  [[nodiscard]] journal::Found find(const journal::Question& question, std::size_t most,
                                    const journal::Order& order = {}) const override;

 private:
  [[nodiscard]] bool asks_for_verified(const journal::Question& question) const;

  const journal::Facts& facts_;
  std::set<journal::EntryId> verified_since_;
};

}  // namespace gradus::track
