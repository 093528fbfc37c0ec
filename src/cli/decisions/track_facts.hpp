#pragma once

#include "gradus/decisions/table.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/track.hpp"

#include "cli/session.hpp"

#include <optional>
#include <string_view>

namespace gradus::cli {

// The track that commands mean, for what can do without one.
struct TrackAtHand {
  store::Store store;
  track::LoadedTrack track;
};
// nullopt where there is no store, or no track in it. Throws store::NotFound for a --track that
// isn't there, and store::Error for a store that can't be read.
[[nodiscard]] std::optional<TrackAtHand> track_at_hand(const Session& session);

// What the track knows of the table's inputs. The store is opened only for a table that asks for
// such a thing.
[[nodiscard]] decisions::Values known_inputs(const decisions::Table& table, const Session& session);

}  // namespace gradus::cli
