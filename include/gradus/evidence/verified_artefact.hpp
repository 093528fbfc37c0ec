#pragma once

#include "gradus/calendar/moment.hpp"
#include "gradus/curriculum/id.hpp"
#include "gradus/evidence/verification.hpp"
#include "gradus/journal/entry_id.hpp"

#include <string>

namespace gradus::evidence {

// A delivered artefact whose folder was checked.
struct VerifiedArtefact {
  curriculum::ArtefactId artefact;
  std::string title;
  journal::EntryId entry;
  std::string path;
  calendar::Moment at;
  Verification result;
};

}  // namespace gradus::evidence
