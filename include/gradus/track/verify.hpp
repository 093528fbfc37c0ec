#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/evidence/verification.hpp"
#include "gradus/evidence/verified_artefact.hpp"
#include "gradus/insight/tier_time.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/track.hpp"

#include <optional>
#include <string>
#include <vector>

namespace gradus::track {

// A delivered artefact that can be verified.
struct Delivery {
  const curriculum::Artefact& artefact;  // of the deliveries' track
  journal::EntryId entry;
  std::string path;         // the folder to check, as the learner wrote it
  evidence::Window window;  // the days in which commits count: from its tier's start up to today
};

// What a track has delivered, copied from the store: checking folders may take a while, and must
// not block writers.
class Deliveries {
 public:
  Deliveries(const store::Store& store, const std::optional<std::string>& track,
             calendar::Date today);

  [[nodiscard]] const LoadedTrack& track() const { return track_; }
  // The newest delivery of the artefact; `path`: a folder to use instead of the delivery's, unless
  // empty. Throws Error when there is no folder to check.
  [[nodiscard]] Delivery find(const curriculum::Artefact& artefact, const std::string& path) const;
  // Every delivery with a folder and an artefact for which the curriculum has a `verify`.
  [[nodiscard]] std::vector<Delivery> verifiable() const;

 private:
  [[nodiscard]] const journal::Entry* newest(const curriculum::ArtefactId& id) const;
  [[nodiscard]] evidence::Window window_of(const curriculum::ArtefactId& artefact) const;

  LoadedTrack track_;
  std::vector<journal::Entry> delivered_;
  insight::PassedOn passed_on_;
  calendar::Date today_;
};

// Marks a delivery as verified or not, and stores what was found; with `moved`, its new folder too.
// `clock`: the real time.
void save(store::Store& store, const LoadedTrack& track, const evidence::VerifiedArtefact& verified,
          const std::string& checks, bool moved, calendar::Instant clock);

}  // namespace gradus::track
