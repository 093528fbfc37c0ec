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
  std::string path;         // the folder to look at, as the learner wrote it
  evidence::Window window;  // the days in which commits count: those of its tier, up to today
};

// What a track has delivered, as it is stored. Looking at folders may take its time, and no writer
// is to wait for it.
class Deliveries {
 public:
  Deliveries(const store::Store& store, const std::optional<std::string>& track,
             calendar::Date today);

  [[nodiscard]] const LoadedTrack& track() const { return track_; }
  // The newest of the artefact; `path`: its folder, in place of the delivery's unless it is empty.
  // Throws Error where there is no folder to look at.
  [[nodiscard]] Delivery find(const curriculum::Artefact& artefact, const std::string& path) const;
  // Every one with a folder of which the curriculum says what to look for.
  [[nodiscard]] std::vector<Delivery> verifiable() const;

 private:
  [[nodiscard]] const journal::Entry* newest(const curriculum::ArtefactId& id) const;
  [[nodiscard]] evidence::Window window_of(const curriculum::ArtefactId& artefact) const;

  LoadedTrack track_;
  std::vector<journal::Entry> delivered_;
  insight::PassedOn passed_on_;
  calendar::Date today_;
};

// Marks a delivery as verified or not, and keeps what was found; with `moved`, its folder as well.
// `clock`: the real one.
void save(store::Store& store, const LoadedTrack& track, const evidence::VerifiedArtefact& verified,
          const std::string& checks, bool moved, calendar::Instant clock);

}  // namespace gradus::track
