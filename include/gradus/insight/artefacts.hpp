#pragma once

#include "gradus/insight/track.hpp"
#include "gradus/journal/verification.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::insight {

// An artefact that the plan asks for, or any other that was delivered.
struct ListedArtefact {
  std::optional<curriculum::ArtefactId> id{};  // nullopt: the learner's own
  std::optional<curriculum::WeekId> week{};    // the one that asks for it, or it was delivered in
  std::string title{};
  std::string kind{};
  std::optional<calendar::Date> due{};           // nullopt: the plan doesn't ask for it
  bool locked = false;                           // its tier is: it is not due yet
  bool late = false;                             // due before today, and not delivered
  std::optional<calendar::Date> delivered_on{};  // nullopt: not yet
  std::optional<std::string> url{};
  std::optional<std::string> path{};
  bool verified = false;
  std::optional<calendar::Date> verified_on{};  // nullopt if only the delivery says so
  std::optional<std::string> commit{};          // the one that was verified
};

// Nothing of a tier that is still locked is late.
// The plan's artefacts in its order, then the others that were delivered, in the record's order.
[[nodiscard]] std::vector<ListedArtefact> artefacts(
    const Track& track, const Record& record, calendar::Date today,
    const std::vector<journal::Verification>& verifications = {});

}  // namespace gradus::insight
