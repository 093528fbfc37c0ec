#include "gradus/track/examine.hpp"

#include "gradus/curriculum/load.hpp"
#include "gradus/journal/error.hpp"
#include "gradus/plan/arrange.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/store/history.hpp"
#include "gradus/store/plans.hpp"
#include "gradus/store/timer.hpp"
#include "gradus/store/tracks.hpp"
#include "gradus/store/verifications.hpp"
#include "gradus/text/plural.hpp"
#include "gradus/track/known_modules.hpp"
#include "gradus/track/track.hpp"

#include "track/unknown_ids.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <iterator>
#include <map>
#include <utility>

namespace gradus::track {
namespace {

using insight::Finding;
using insight::Remedy;

constexpr auto unknown_id = "unknown-id";
constexpr auto clock_oddity = "clock";
constexpr auto bad_value = "value";
constexpr std::chrono::hours most_offset{18};  // from UTC, see calendar::Moment

// Combines entries with the same problem into one finding.
class EntryFindings {
 public:
  void add(const char* code, const std::string& id, const std::string& reason) {
    auto& ids = ids_[{code, reason}];
    ++ids.count;
    if (ids.first.size() < named) ids.first.push_back(id);
  }

  [[nodiscard]] std::vector<Finding> findings() const {
    std::vector<Finding> findings;
    findings.reserve(ids_.size());
    for (const auto& [about, ids] : ids_) {
      const auto& [code, reason] = about;
      const bool damaged = code == bad_value;
      findings.push_back({code,
                          fmt::format("{} ({}{}): {}", text::counted(ids.count, "entry", "entries"),
                                      fmt::join(ids.first, ", "),
                                      ids.count > ids.first.size() ? ", …" : "", reason),
                          damaged ? Remedy::restore : Remedy::by_hand,
                          damaged ? "" : hint_of(code)});
    }
    return findings;
  }

 private:
  static constexpr std::size_t named = 3;
  struct Ids {
    std::size_t count = 0;
    std::vector<std::string> first;
  };

  static std::string hint_of(const std::string& code) {
    return code == clock_oddity
               ? "is this computer's clock right? gradus rm ID removes an entry"
               : "it won't count where a known id is required; gradus rm ID removes an entry";
  }

  std::map<std::pair<std::string, std::string>, Ids> ids_;
};

// Examines the rows of one track part by part: a part that can't be read is a finding, and the next
// part is examined all the same.
class TrackExaminer {
 public:
  TrackExaminer(const store::Store& store, store::Track track, const calendar::Moment& now)
      : store_(store), track_(std::move(track)), now_(now) {}

  std::vector<Finding> examine() && {
    part([&] { examine_curriculum(); });
    if (curriculum_) {
      part([&] { examine_tiers(); });
      part([&] { examine_plan(); });
      part([&] { examine_entries(); });
      part([&] { examine_removals(); });
      part([&] { (void)store::verifications(store_, track_.id); });
    }
    return std::move(findings_);
  }

 private:
  template <class Examine>
  void part(Examine examine_part) {
    try {
      examine_part();
    } catch (const gradus::Error& failure) {
      add(bad_value, failure.what(), Remedy::restore);
    }
  }

  void add(const char* code, const std::string& message, Remedy remedy) {
    findings_.push_back({code, fmt::format("the track {}: {}", track_.name, message), remedy, ""});
  }

  void examine_curriculum() {
    const auto& text = track_.curriculum_text;
    if (curriculum::content_hash(text) != track_.hash)
      add("curriculum", "its copy of the curriculum has changed since it was stored",
          Remedy::restore);
    curriculum_ = tailored(curriculum::load_or_throw(text, "its copy of the curriculum"),
                           track_.stack, track_.beginner);
  }

  void examine_tiers() {
    const auto states = store::tier_states(store_, track_.id);
    for (const auto& passing : store::passings(store_, track_.id)) {
      if (!passing.verdict)
        add(bad_value,
            fmt::format("the verdict on which {} was passed can't be read", passing.tier.text()),
            Remedy::restore);
    }
    for (const auto& waiver : store::waivers(store_, track_.id)) examine_waiver(waiver);
    for (const auto& [id, state] : states) (void)curriculum::find_tier(*curriculum_, id.text());
    for (const auto& tier : curriculum_->tiers) {
      if (!tier.retired && !states.contains(tier.id))
        add(unknown_id, fmt::format("the tier {} has no state", tier.id.text()), Remedy::restore);
    }
  }

  void examine_waiver(const rules::Waiver& waiver) {
    const auto& criteria = waiver.gate == rules::finish_gate
                               ? curriculum_->finish
                               : curriculum::find_tier(*curriculum_, waiver.gate).exit;
    if (std::ranges::find(criteria, waiver.criterion, &curriculum::Criterion::id) == criteria.end())
      add(unknown_id,
          fmt::format("the waived criterion {}/{} is unknown", waiver.gate,
                      waiver.criterion.text()),
          Remedy::restore);
  }

  void examine_plan() {
    shape_ = store::load_shape(store_, track_.id);
    for (const auto& module : store::load_modules(store_, track_.id))
      shape_.modules.push_back(planned_module(module));
    for (const auto& [tier, weeks] : shape_.weeks)
      (void)curriculum::find_tier(*curriculum_, tier.text());
    for (const auto& week : shape_.repeats) (void)curriculum::find_week(*curriculum_, week.text());
    for (const auto& week : shape_.trimmed) (void)curriculum::find_week(*curriculum_, week.text());
    (void)store::load_breaks(store_, track_.id);
    (void)store::load_events(store_, track_.id, now_.on);
    (void)store::baseline_finish(store_, track_.id);

    const auto loads = plan::arrange(*curriculum_, shape_);
    std::vector<std::string> keys;
    keys.reserve(loads.size());
    for (const auto& load : loads) keys.push_back(load.key);
    if (store::planned_weeks(store_, track_.id) != keys)
      add(unknown_id, "the plan's weeks don't match its curriculum", Remedy::restore);
    const auto weeks = store::load_plan(store_, track_.id);
    const auto ends = [](const plan::WeekDates& week) { return week.to; };
    if (!weeks.empty() && track_.start > std::ranges::max(weeks, {}, ends).to)
      add(clock_oddity,
          fmt::format("it starts on {}, after the end of its plan", track_.start.iso()),
          Remedy::restore);
  }

  void examine_entries() {
    const TrackModules modules(*curriculum_, shape_.modules);
    EntryFindings found;
    const auto look = [&](const journal::Entry& entry) { examine_entry(entry, modules, found); };
    store::each_entry(store_, track_.id, look,
                      [&](const std::string& id, const std::string& reason) {
                        found.add(bad_value, id, reason);
                      });
    for (auto& finding : found.findings()) findings_.push_back(std::move(finding));
  }

  void examine_removals() {
    store::each_removal(store_, track_.id, [](const journal::Removal&) {});  // all are readable
    if (const auto there = store::removed_and_there(store_, track_.id); there > 0)
      add(bad_value,
          fmt::format("{} still in the journal although marked as removed",
                      text::counted(there, "entry is", "entries are")),
          Remedy::restore);
  }

  void examine_entry(const journal::Entry& entry, const TrackModules& modules,
                     EntryFindings& found) const {
    const auto note = [&](const char* code, const std::string& reason) {
      found.add(code, store::short_id(store_, entry.id), reason);
    };
    if (journal::is_ahead(entry, now_))
      note(clock_oddity, fmt::format("dated after today, {}", now_.on.iso()));
    for (const auto& error : unknown_ids(entry, *curriculum_, modules))
      note(unknown_id, error.what());
    if (entry.at && std::chrono::abs(entry.at->offset) > most_offset)
      note(bad_value, "the clock time has an impossible time zone");
    try {
      journal::check(entry);
    } catch (const journal::Error& error) {
      note(bad_value, error.what());
    }
  }

  const store::Store& store_;
  store::Track track_;
  calendar::Moment now_;
  std::optional<curriculum::Curriculum> curriculum_;
  plan::Shape shape_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> examine(const store::Store& store, const std::string& name,
                             const calendar::Moment& now) {
  try {
    return TrackExaminer(store, store::find_track(store, name), now).examine();
  } catch (const gradus::Error& failure) {
    return {{bad_value, fmt::format("the track {}: {}", name, failure.what()), Remedy::restore}};
  }
}

std::vector<Finding> examine(const store::Store& store, const calendar::Moment& now) {
  std::vector<Finding> findings;
  try {
    for (const auto& name : store::track_names(store))
      std::ranges::move(examine(store, name, now), std::back_inserter(findings));
    (void)store::steps(store);
    (void)store::load_timer(store);
    if (const auto stray = store::stray_verifications(store); stray > 0)
      findings.push_back({"foreign-key",
                          fmt::format("{} of `artefact verify` for an entry that does not exist",
                                      text::counted(stray, "result")),
                          Remedy::restore});
  } catch (const store::Error& failure) {
    findings.push_back({bad_value, failure.what(), Remedy::restore});
  }
  return findings;
}

}  // namespace gradus::track
