#pragma once

#include "gradus/journal/entry.hpp"
#include "gradus/journal/facts.hpp"
#include "gradus/journal/summary.hpp"
#include "gradus/store/store.hpp"
#include "gradus/store/tracks.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace gradus::store {

// Stores a checked entry. Throws Error when the id is already there.
void add_entry(Store& store, TrackId track, const journal::Entry& entry);

struct EntryFilter {
  std::optional<curriculum::EntryType> type{};
  std::optional<calendar::Date> from{};
  std::optional<calendar::Date> to{};
  std::optional<std::size_t> limit{};
};
// Newest first: by day, time, then recording.
[[nodiscard]] std::vector<journal::Entry> entries(const Store& store, TrackId track,
                                                  const EntryFilter& filter);

// Each of the track's entries, oldest first, without holding more than one.
void each_entry(const Store& store, TrackId track,
                const std::function<void(const journal::Entry&)>& visit);

// The same, going on behind entries whose row can't be read: `refused` is told the id that stands
// there, and the reason.
void each_entry(
    const Store& store, TrackId track, const std::function<void(const journal::Entry&)>& visit,
    const std::function<void(const std::string& id, const std::string& reason)>& refused);

// The entry whose id begins with the prefix (4 characters or more). Throws NotFound when there is
// none or more than one, naming those.
[[nodiscard]] journal::Entry find_entry(const Store& store, TrackId track,
                                        const std::string& prefix);
// With what was found when it was verified. That it was removed is kept; throws NotFound when the
// track has no such entry.
void remove_entry(Store& store, TrackId track, const journal::Removal& removal);
// Each that the track knows of, whether or not it ever held the entry, in the order of their ids,
// without holding more than one.
void each_removal(const Store& store, TrackId track,
                  const std::function<void(const journal::Removal&)>& visit);
// How many of the track's removed entries are there all the same.
[[nodiscard]] std::size_t removed_and_there(const Store& store, TrackId track);
// Puts a checked entry in the place of the one of its id, which keeps its order of recording.
// Throws NotFound when there is none.
void replace_entry(Store& store, TrackId track, const journal::Entry& entry);

// The shortest beginning of the id, 4 characters or more, that no other entry shares.
[[nodiscard]] std::string short_id(const Store& store, const journal::EntryId& id);

[[nodiscard]] journal::MinutesByWeek minutes_by_week(const Store& store, TrackId track);
// What a track's entries name of its curriculum, known to it or not.
struct NamedIds {
  std::set<curriculum::TierId> tiers;
  std::set<curriculum::WeekId> weeks;
  std::set<curriculum::TopicId> topics;
  std::set<curriculum::ArtefactId> artefacts;
  // With the tier of each; none: of the finish check, or of a module.
  std::set<std::pair<std::optional<curriculum::TierId>, curriculum::CriterionId>> criteria;
};
[[nodiscard]] NamedIds named_ids(const Store& store, TrackId track);
// Studied on the day, by the kind of block it fills.
[[nodiscard]] curriculum::WeekMinutes minutes_on(const Store& store, TrackId track,
                                                 calendar::Date day);
[[nodiscard]] journal::MinutesByKind minutes_by_kind(const Store& store, TrackId track);
[[nodiscard]] std::vector<journal::ProblemCount> problem_counts(const Store& store, TrackId track);
// The newest delivery of each artefact of the curriculum, and every other artefact; oldest first.
[[nodiscard]] std::vector<journal::Entry> delivered(const Store& store, TrackId track);

// Answers a criterion's questions by SQL over indexes.
class StoredFacts : public journal::Facts {
 public:
  // Keeps a reference to the store.
  StoredFacts(const Store& store, TrackId track) : store_(store), track_(track) {}
  [[nodiscard]] std::optional<double> answer(const journal::Question& question) const override;
  [[nodiscard]] journal::Found find(const journal::Question& question, std::size_t most,
                                    const journal::Order& order = {}) const override;

 private:
  const Store& store_;
  TrackId track_;
};

}  // namespace gradus::store
