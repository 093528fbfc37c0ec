#include "cli/decisions/track_facts.hpp"

#include "gradus/track/known_facts.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

namespace gradus::cli {
namespace {

// An input of a table that a fact of the track answers (track::known_fact): inputs of one name mean
// different things in different tables.
struct KnownInput {
  std::string_view table;
  std::string_view input;
  std::string_view fact;
};
constexpr std::array known_by_track{KnownInput{"certificate", "market", "market"},
                                    KnownInput{"certificate", "portfolio", "portfolio"},
                                    KnownInput{"certificate", "weeks", "weeks"},
                                    KnownInput{"certificate", "hours_per_week", "hours_per_week"},
                                    KnownInput{"starter-stack", "market", "market"},
                                    KnownInput{"aws-prep", "weeks", "weeks"},
                                    KnownInput{"aws-prep", "hours_per_week", "hours_per_week"},
                                    KnownInput{"spending", "courses", "courses"},
                                    KnownInput{"spending", "weeks_on_tier", "weeks_on_tier"},
                                    KnownInput{"spending", "course_usd", "course_usd"},
                                    KnownInput{"spending", "certificates", "certificates"},
                                    KnownInput{"spending", "jobs", "jobs"},
                                    KnownInput{"paid-course", "tier", "tier"},
                                    KnownInput{"paid-course", "has_one", "paying"},
                                    KnownInput{"paid-course", "weeks_on_tier", "weeks_on_tier"},
                                    KnownInput{"recruiter-screen", "certificates", "certificates"},
                                    KnownInput{"cadence-profile", "hours", "study_hours"},
                                    KnownInput{"cadence-profile", "lab_share", "lab_share"},
                                    KnownInput{"cadence-profile", "weekend_share", "weekend_share"},
                                    KnownInput{"weekly-review", "weeks", "study_weeks"}};

bool is_option(const decisions::Input& input, const std::string& word) {
  return std::ranges::find(input.of, word) != input.of.end();
}

// What the input takes of a value: a track may know words that the table has no use for.
std::optional<decisions::Value> as_taken(const decisions::Input& input, decisions::Value value) {
  if (const auto* number = std::get_if<double>(&value); number && input.range)
    return *number < input.range->least || *number > input.range->most ? std::nullopt
                                                                       : std::optional(value);
  if (const auto* word = std::get_if<std::string>(&value))
    return is_option(input, *word) ? std::optional(value) : std::nullopt;
  if (auto* words = std::get_if<decisions::Words>(&value)) {
    std::erase_if(*words, [&](const std::string& word) { return !is_option(input, word); });
    if (words->empty()) return std::nullopt;
  }
  return value;
}

}  // namespace

std::optional<TrackAtHand> track_at_hand(const Session& session) {
  if (!std::filesystem::exists(session.store.file)) return std::nullopt;
  auto store = store::Store::read(session.store);
  if (!session.track && !store::current_track(store)) return std::nullopt;
  auto track = track::load(store, session.track);
  return TrackAtHand{std::move(store), std::move(track)};
}

decisions::Values known_inputs(const decisions::Table& table, const Session& session) {
  decisions::Values known;
  if (std::ranges::find(known_by_track, table.id, &KnownInput::table) == known_by_track.end())
    return known;
  const auto at_hand = track_at_hand(session);
  if (!at_hand) return known;
  for (const auto& [id, name, fact] : known_by_track) {
    const auto* input = id == table.id ? table.find_input(name) : nullptr;
    if (input == nullptr) continue;
    auto value = track::known_fact(fact, at_hand->store, at_hand->track, session.today);
    if (value) value = as_taken(*input, *std::move(value));
    if (value) known.emplace(name, *std::move(value));
  }
  return known;
}

}  // namespace gradus::cli
