#pragma once

#include "gradus/curriculum/difference.hpp"
#include "gradus/report/new_version.hpp"
#include "gradus/store/store.hpp"
#include "gradus/store/tracks.hpp"

#include "cli/curriculum/files.hpp"
#include "cli/session.hpp"
#include "cli/track.hpp"

#include <string>
#include <vector>

namespace gradus::cli {

// A track by the version of its curriculum that it has, and by another one. Nothing is stored yet.
struct Takeover {
  OpenTrack before;
  OpenTrack after;
  store::CurriculumCopy had;
  store::CurriculumCopy copy;
  std::vector<curriculum::ItemShift> items{};
  std::vector<std::string> notes{};

  [[nodiscard]] bool same_text() const { return had.hash == copy.hash; }
};

// The session's track with the curriculum of the file. Throws Error for another curriculum, and for
// one that leaves out ids which the track uses; curriculum::Error for one that has errors.
[[nodiscard]] Takeover take_over(const store::Store& store, const CurriculumFile& file,
                                 const Session& session);

// What it changes; keeps references to the takeover.
[[nodiscard]] report::NewVersion new_version(const Takeover& takeover, const store::Store& store,
                                             bool what_if, calendar::Date today);

}  // namespace gradus::cli
