#pragma once

#include "gradus/calendar/availability.hpp"
#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/id.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gradus::store {

enum class TrackId : std::int64_t {};

// One learner's run through one curriculum.
struct NewTrack {
  std::string uid;  // a random UUID: the track's identity outside this store
  std::string name;
  curriculum::CurriculumId curriculum;
  std::string version;          // the curriculum's own
  std::string hash;             // content_hash of the text
  std::string curriculum_text;  // a copy, exactly as it was loaded
  std::optional<curriculum::StackId> stack;
  calendar::Date start;
  calendar::Availability available;
  plan::Fit fit;
  bool beginner = false;  // the curriculum's foundations come first
};

struct Track : NewTrack {
  TrackId id;
  rules::GateMode gate = rules::GateMode::block;
  bool archived = false;  // not listed, and its days no longer clash with those of other tracks
  // Salts the ids that imports derive. Empty for a store's first track, so that a file gets the
  // same ids in a store on a new machine; different for each other track, so that one file can go
  // into several.
  std::string salt{};
};

// The track of that name; the current track for nullopt. Throws NotFound with the nearest names.
[[nodiscard]] Track find_track(const Store& store, const std::optional<std::string>& name);
// All of them, in the order in which they were started.
[[nodiscard]] std::vector<Track> tracks(const Store& store);
// nullopt in a store without a track.
[[nodiscard]] std::optional<TrackId> current_track(const Store& store);
[[nodiscard]] std::vector<std::string> track_names(const Store& store);
[[nodiscard]] std::optional<TrackId> track_id(const Store& store, const std::string& name);

// Adds a track, makes it the current one, and opens the first of its tiers (`tiers` in order).
[[nodiscard]] TrackId add_track(Store& store, const NewTrack& track,
                                const std::vector<curriculum::TierId>& tiers);

// Another version of a track's curriculum.
struct CurriculumCopy {
  std::string version;
  std::string hash;  // content_hash of the text
  std::string text;
  bool beginner;  // the curriculum's foundations come first
};
// Replaces the track's curriculum, and the states of its tiers, in the new order. A tier that was
// passed must be passed again, and keeps its day and verdict; one that is not listed is removed.
void replace_curriculum(Store& store, TrackId track, const CurriculumCopy& copy,
                        const std::vector<std::pair<curriculum::TierId, rules::TierState>>& tiers);

// Makes it the track that commands mean when none is named. An archived one comes back.
void make_current(Store& store, TrackId track);
// Throws NameTaken.
void rename_track(Store& store, TrackId track, const std::string& name);
void archive_track(Store& store, TrackId track);
void set_gate_mode(Store& store, TrackId track, rules::GateMode mode);

[[nodiscard]] rules::TierStates tier_states(const Store& store, TrackId track);

struct Passing {
  curriculum::TierId tier;
  calendar::Date on;
  // The gate's, with the inputs it saw; nullopt where the store is damaged.
  std::optional<rules::Verdict> verdict;
};
[[nodiscard]] std::vector<Passing> passings(const Store& store, TrackId track);
// The days alone.
[[nodiscard]] std::map<curriculum::TierId, calendar::Date> passed_on(const Store& store,
                                                                     TrackId track);

// Marks a tier passed and the next one (if any) open.
void pass_tier(Store& store, TrackId track, const curriculum::TierId& tier, calendar::Date on,
               const rules::Verdict& verdict, const std::optional<curriculum::TierId>& next);

// A track's waivers, expired ones included, by gate and criterion.
[[nodiscard]] rules::Waivers waivers(const Store& store, TrackId track);
// Replaces the criterion's waiver, if it has one.
void save_waiver(Store& store, TrackId track, const rules::Waiver& waiver);
// False when there was none.
bool remove_waiver(Store& store, TrackId track, const std::string& gate,
                   const curriculum::CriterionId& criterion);

}  // namespace gradus::store
