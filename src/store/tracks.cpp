#include "gradus/store/tracks.hpp"

#include "gradus/text/nearest.hpp"

#include "store/statement.hpp"
#include "store/verdict.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>

namespace gradus::store {
namespace {

using rules::TierState;

constexpr std::string_view track_columns =
    "id, name, curriculum, version, hash, curriculum_text, stack, start_day, available, fit, "
    "beginner, gate, archived, uid, salt";

Track read_track(const Statement& row) {
  constexpr int uid = 13;
  return {{.uid = row.get<journal::EntryId>(uid).text(),
           .name = row.get<std::string>(1),
           .curriculum = row.get<curriculum::CurriculumId>(2),
           .version = row.get<std::string>(3),
           .hash = row.get<std::string>(4),
           .curriculum_text = row.get<std::string>(5),
           .stack = row.get<std::optional<curriculum::StackId>>(6),
           .start = row.get<calendar::Date>(7),
           .available = row.get<calendar::Availability>(8),
           .fit = row.get<plan::Fit>(9),
           .beginner = row.get<bool>(10)},
          row.get<TrackId>(0),
          row.get<rules::GateMode>(11),
          row.get<bool>(12),
          row.get<std::string>(uid + 1)};
}

Track find_active(const Store& store) {
  Statement active(store, fmt::format("SELECT {} FROM track WHERE id = "
                                      "(SELECT value FROM setting WHERE key = 'active_track')",
                                      track_columns));
  if (active.next()) return read_track(active);
  throw NotFound("the store holds no track yet", "run `gradus init` to start one");
}

NotFound no_track(const Store& store, const std::string& name) {
  const auto names = track_names(store);
  auto hint = text::did_you_mean(name, names);
  if (hint.empty()) hint = fmt::format("the tracks are: {}", fmt::join(names, ", "));
  return NotFound(fmt::format("there is no track \"{}\"", name), hint);
}

}  // namespace

Track find_track(const Store& store, const std::optional<std::string>& name) {
  if (!name) return find_active(store);
  Statement named(store, fmt::format("SELECT {} FROM track WHERE name = ?", track_columns), *name);
  if (named.next()) return read_track(named);
  throw no_track(store, *name);
}

std::optional<TrackId> track_id(const Store& store, const std::string& name) {
  Statement named(store, "SELECT id FROM track WHERE name = ?", name);
  if (!named.next()) return std::nullopt;
  return named.get<TrackId>(0);
}

std::vector<Track> tracks(const Store& store) {
  Statement rows(store, fmt::format("SELECT {} FROM track ORDER BY id", track_columns));
  std::vector<Track> tracks;
  while (rows.next()) tracks.push_back(read_track(rows));
  return tracks;
}

std::optional<TrackId> current_track(const Store& store) {
  Statement active(store, "SELECT value FROM setting WHERE key = 'active_track'");
  if (!active.next()) return std::nullopt;
  return active.get<TrackId>(0);
}

std::vector<std::string> track_names(const Store& store) {
  Statement tracks(store, "SELECT name FROM track ORDER BY id");
  std::vector<std::string> names;
  while (tracks.next()) names.push_back(tracks.get<std::string>(0));
  return names;
}

TrackId add_track(Store& store, const NewTrack& track,
                  const std::vector<curriculum::TierId>& tiers) {
  Statement added(store,
                  "INSERT INTO track (uid, salt, calendar, name, curriculum, version, hash, "
                  "curriculum_text, stack, start_day, available, fit, beginner) SELECT ?1, "
                  "CASE WHEN EXISTS (SELECT 1 FROM track) THEN ?1 ELSE '' END, ?1, "
                  "?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11 WHERE true "
                  "ON CONFLICT (name) DO NOTHING RETURNING id",
                  track.uid, track.name, track.curriculum, track.version, track.hash,
                  track.curriculum_text, track.stack, track.start, track.available, track.fit,
                  track.beginner);
  if (!added.next()) {
    throw NameTaken(fmt::format("there is already a track \"{}\"; nothing was changed", track.name),
                    "give the new one another name with --track");
  }
  const auto id = added.get<TrackId>(0);
  make_current(store, id);
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    Statement(store, "INSERT INTO tier (track, id, position, state) VALUES (?, ?, ?, ?)", id,
              tiers[i], static_cast<std::int64_t>(i), i == 0 ? TierState::open : TierState::locked)
        .run();
  }
  return id;
}

void replace_curriculum(Store& store, TrackId track, const CurriculumCopy& copy,
                        const std::vector<std::pair<curriculum::TierId, TierState>>& tiers) {
  Statement(store,
            "UPDATE track SET version = ?, hash = ?, curriculum_text = ?, beginner = ? "
            "WHERE id = ?",
            copy.version, copy.hash, copy.text, copy.beginner, track)
      .run();
  // Those still marked at the end are no longer in the curriculum.
  Statement(store, "UPDATE tier SET position = -1 WHERE track = ?", track).run();
  std::int64_t position = 0;
  for (const auto& [id, state] : tiers) {
    const int known =
        Statement(store, "UPDATE tier SET position = ?, state = ? WHERE track = ? AND id = ?",
                  position, state, track, id)
            .run();
    if (known == 0) {
      Statement(store, "INSERT INTO tier (track, id, position, state) VALUES (?, ?, ?, ?)", track,
                id, position, state)
          .run();
    }
    ++position;
  }
  Statement(store, "DELETE FROM tier WHERE track = ? AND position = -1", track).run();
}

void make_current(Store& store, TrackId track) {
  Statement(store,
            "INSERT INTO setting (key, value) VALUES ('active_track', ?) "
            "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            track)
      .run();
  Statement(store, "UPDATE track SET archived = 0 WHERE id = ?", track).run();
}

void rename_track(Store& store, TrackId track, const std::string& name) {
  if (Statement(store, "UPDATE OR IGNORE track SET name = ? WHERE id = ?", name, track).run() == 0)
    throw NameTaken(fmt::format("there is already a track \"{}\"; nothing was changed", name),
                    "choose another name; `gradus track list --all` shows the ones in use");
}

void archive_track(Store& store, TrackId track) {
  Statement(store, "UPDATE track SET archived = 1 WHERE id = ?", track).run();
}

void set_gate_mode(Store& store, TrackId track, rules::GateMode mode) {
  Statement(store, "UPDATE track SET gate = ? WHERE id = ?", mode, track).run();
}

rules::TierStates tier_states(const Store& store, TrackId track) {
  Statement tiers(store, "SELECT id, state FROM tier WHERE track = ?", track);
  rules::TierStates states;
  while (tiers.next()) states.emplace(tiers.get<curriculum::TierId>(0), tiers.get<TierState>(1));
  return states;
}

std::vector<Passing> passings(const Store& store, TrackId track) {
  Statement tiers(store,
                  "SELECT id, passed_on, verdict FROM tier WHERE track = ? AND state = ? "
                  "ORDER BY position",
                  track, TierState::passed);
  std::vector<Passing> passed;
  while (tiers.next()) {
    passed.push_back({.tier = tiers.get<curriculum::TierId>(0),
                      .on = tiers.get<calendar::Date>(1),
                      .verdict = read_verdict(tiers.get<std::string>(2))});
  }
  return passed;
}

std::map<curriculum::TierId, calendar::Date> passed_on(const Store& store, TrackId track) {
  Statement tiers(store, "SELECT id, passed_on FROM tier WHERE track = ? AND state = ?", track,
                  TierState::passed);
  std::map<curriculum::TierId, calendar::Date> days;
  while (tiers.next()) days.emplace(tiers.get<curriculum::TierId>(0), tiers.get<calendar::Date>(1));
  return days;
}

void pass_tier(Store& store, TrackId track, const curriculum::TierId& tier, calendar::Date on,
               const rules::Verdict& verdict, const std::optional<curriculum::TierId>& next) {
  const int passed =
      Statement(store,
                "UPDATE tier SET state = ?, passed_on = ?, verdict = ? WHERE track = ? AND id = ?",
                TierState::passed, on, to_text(verdict), track, tier)
          .run();
  if (passed == 0) {
    throw NotFound(fmt::format("the track has no tier \"{}\"", tier.text()),
                   "gradus plan shows its tiers");
  }
  if (!next) return;
  Statement(store, "UPDATE tier SET state = ? WHERE track = ? AND id = ? AND state = ?",
            TierState::open, track, *next, TierState::locked)
      .run();
}

}  // namespace gradus::store
