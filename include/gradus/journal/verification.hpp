#pragma once

#include "gradus/calendar/moment.hpp"
#include "gradus/journal/entry_id.hpp"

#include <optional>
#include <string>

namespace gradus::journal {

// What the latest `artefact verify` of a delivered artefact found.
struct Verification {
  EntryId entry;
  calendar::Moment at;
  std::optional<std::string> commit{};  // the newest in the folder's repository at the time
  std::string result;                   // the checks and their outcome, as JSON
};

}  // namespace gradus::journal
