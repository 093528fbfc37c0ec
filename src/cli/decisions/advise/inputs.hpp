#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/decisions/certificates.hpp"
#include "gradus/decisions/table.hpp"
#include "gradus/track/known_facts.hpp"

#include "cli/decisions/track_facts.hpp"
#include "cli/readers.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace gradus::cli {

// What the commands that advise share: their catalogue, the readers of their options, and the track
// as a source of what wasn't typed.

// The built-in one, read once.
[[nodiscard]] const decisions::CertificateCatalogue& known_certificates();

// A market by any of its names.
[[nodiscard]] std::string read_market(const Typed& typed);
// A reader of numbers from `least` to `most`; the hint of a refusal shows `example`.
[[nodiscard]] std::function<double(const Typed&)> number_within(double least, double most,
                                                                std::string_view example);

// The curriculum as its file has it, without a stack's weeks in place: the track's if it has
// stacks, else the built-in roadmap.
[[nodiscard]] curriculum::Curriculum curriculum_with_stacks(
    const std::optional<TrackAtHand>& at_hand, const Session& session);

// The stack that the track is on; nullopt without one.
[[nodiscard]] std::optional<curriculum::StackId> own_stack(
    const std::optional<TrackAtHand>& at_hand);

// Fills in what wasn't typed, and remembers what it filled.
class FromTrack {
 public:
  FromTrack(const std::optional<TrackAtHand>& at_hand, calendar::Date today)
      : at_hand_(at_hand), today_(today) {}

  // `name`: the input's, in the steps of the advice.
  template <class T>
  void fill(std::optional<T>& value, const std::string& name, std::string_view fact) {
    if (value || !at_hand_) return;
    const auto known = track::known_fact(fact, at_hand_->store, at_hand_->track, today_);
    const auto* found = known ? std::get_if<T>(&*known) : nullptr;
    if (found == nullptr) return;
    value = *found;
    filled_.push_back(name);
  }
  [[nodiscard]] const decisions::Words& filled() const { return filled_; }

 private:
  const std::optional<TrackAtHand>& at_hand_;
  calendar::Date today_;
  decisions::Words filled_{};
};

}  // namespace gradus::cli
