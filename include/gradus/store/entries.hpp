#pragma once

#include "gradus/journal/entry.hpp"
#include "gradus/journal/facts.hpp"
#include "gradus/journal/summary.hpp"
#include "gradus/store/store.hpp"
#include "gradus/store/tracks.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gradus::store {

// Stores a checked entry. Throws Error when the id already exists.
void add_entry(Store& store, TrackId track, const journal::Entry& entry);

struct EntryFilter {
  std::optional<curriculum::EntryType> type{};
  std::set<curriculum::EntryType> without{};  // types to leave out
  std::optional<curriculum::TopicId> topic{};
  std::optional<curriculum::TierId> tier{};
  std::optional<curriculum::WeekId> week{};
  std::optional<std::string> kind{};  // of a session or an expense
  std::optional<std::string> text{};  // in any of its fields, in any case (journal::mentions)
  std::optional<calendar::Date> from{};
  std::optional<calendar::Date> to{};
  std::optional<std::size_t> limit{};
  bool noted = false;  // only those with a note
};
// Newest first: by day, time, then recording.
[[nodiscard]] std::vector<journal::Entry> entries(const Store& store, TrackId track,
                                                  const EntryFilter& filter);

// Visits each of the track's entries, oldest first, with only one in memory at a time.
void each_entry(const Store& store, TrackId track,
                const std::function<void(const journal::Entry&)>& visit);

// The same from one day to another, both included.
void each_entry(const Store& store, TrackId track, calendar::Date from, calendar::Date to,
                const std::function<void(const journal::Entry&)>& visit);

// The same, but skips entries whose row can't be read: `refused` gets the id in that row and the
// reason.
void each_entry(
    const Store& store, TrackId track, const std::function<void(const journal::Entry&)>& visit,
    const std::function<void(const std::string& id, const std::string& reason)>& refused);

// The entry whose id begins with the prefix (4 characters or more), or, for "last", the one
// recorded last, whatever its day. Throws NotFound when there is none or more than one, naming
// those.
[[nodiscard]] journal::Entry find_entry(const Store& store, TrackId track,
                                        const std::string& prefix);
// Whether an entry whose id begins so was removed.
[[nodiscard]] bool was_removed(const Store& store, TrackId track, const std::string& prefix);
// Removes the entry and the result of its verification, and records the removal. Throws NotFound
// when the track has no such entry.
void remove_entry(Store& store, TrackId track, const journal::Removal& removal);
// Visits each removal that the track knows of, whether or not it ever had the entry, in order of
// their ids, with only one in memory at a time.
void each_removal(const Store& store, TrackId track,
                  const std::function<void(const journal::Removal&)>& visit);
// How many of the track's entries exist although their removal is recorded.
[[nodiscard]] std::size_t removed_and_there(const Store& store, TrackId track);
// Replaces the entry that has the same id with a checked one, which keeps its place in the order of
// recording. Throws NotFound when there is none.
void replace_entry(Store& store, TrackId track, const journal::Entry& entry);

// The shortest prefix of the id, 4 characters or more, that no other entry shares.
[[nodiscard]] std::string short_id(const Store& store, const journal::EntryId& id);

// What was studied for each week by day: as many rows as there are days of study.
[[nodiscard]] journal::StudyDays study_days(const Store& store, TrackId track);
// The same, read no further than needed: once a week has `enough` minutes, all that was studied for
// it on later days stands on the next of them. Of a week that isn't named any minute is enough.
[[nodiscard]] journal::StudyDays study_days_until(
    const Store& store, TrackId track,
    const std::map<curriculum::WeekId, journal::Minutes>& enough);
// The same in full, from a day on and for some weeks.
[[nodiscard]] journal::StudyDays study_days_since(const Store& store, TrackId track,
                                                  const std::set<curriculum::WeekId>& weeks,
                                                  calendar::Date since);
// What was studied on each day, for all weeks together.
[[nodiscard]] journal::StudyByDay study_by_day(const Store& store, TrackId track);
// The curriculum ids that a track's entries mention, whether or not its curriculum has them.
struct NamedIds {
  std::set<curriculum::TierId> tiers;
  std::set<curriculum::WeekId> weeks;
  std::set<curriculum::TopicId> topics;
  std::set<curriculum::ArtefactId> artefacts;
  // Each with its tier; nullopt for the finish check or a module.
  std::set<std::pair<std::optional<curriculum::TierId>, curriculum::CriterionId>> criteria;
};
[[nodiscard]] NamedIds named_ids(const Store& store, TrackId track);
// Minutes studied on the day, by the kind of block they fill.
[[nodiscard]] curriculum::WeekMinutes minutes_on(const Store& store, TrackId track,
                                                 calendar::Date day);
// What is odd about the sessions from one day to another: how many begin before an earlier one
// ends, and how many days hold more than 24 hours. Takes time by the sessions between.
struct OddSessions {
  std::size_t overlaps = 0;
  std::optional<calendar::Date> first_overlap{};
  std::size_t long_days = 0;
  std::optional<calendar::Date> first_long_day{};
};
[[nodiscard]] OddSessions odd_sessions(const Store& store, TrackId track, calendar::Date from,
                                       calendar::Date to);
[[nodiscard]] journal::MinutesByKind minutes_by_kind(
    const Store& store, TrackId track, std::optional<calendar::Date> since = std::nullopt);
[[nodiscard]] std::vector<journal::ProblemCount> problem_counts(const Store& store, TrackId track);
// Whether another solution of the problem (journal::title_key) is recorded in the entry's tier;
// with `before`, for an earlier day than that.
[[nodiscard]] bool solved_before(const Store& store, TrackId track, const journal::Entry& problem,
                                 std::optional<calendar::Date> before = std::nullopt);
// How many solutions are of a problem with an earlier one. Takes time by their number.
[[nodiscard]] std::size_t further_solutions(const Store& store, TrackId track);
// What is recorded of a problem (journal::title_key).
struct Solutions {
  int attempts;           // at most: the number of the attempt that a later solution took
  calendar::Date newest;  // the day of the newest one
};
[[nodiscard]] std::optional<Solutions> solutions_of(const Store& store, TrackId track,
                                                    const curriculum::TopicId& topic,
                                                    std::string_view title);
// How long problems took: as many rows as there are topics, difficulties and numbers of minutes.
// Here and below, since a day takes time by the entries from that day on.
[[nodiscard]] std::vector<journal::SolvingTime> solving_times(
    const Store& store, TrackId track, std::optional<calendar::Date> since = std::nullopt);
// What was done on each topic.
[[nodiscard]] std::vector<journal::TopicSum> topic_sums(
    const Store& store, TrackId track, std::optional<calendar::Date> since = std::nullopt);
// The sum of all expenses.
[[nodiscard]] curriculum::Usd spent(const Store& store, TrackId track);
// The newest delivery of each artefact of the curriculum, and every other artefact; oldest first.
[[nodiscard]] std::vector<journal::Entry> delivered(const Store& store, TrackId track);
// The artefacts of the curriculum that were delivered before a day.
[[nodiscard]] std::set<curriculum::ArtefactId> delivered_before(const Store& store, TrackId track,
                                                                calendar::Date day);
// The newest signature of each criterion in each week and tier, those for placement apart from the
// others; newest first.
[[nodiscard]] std::vector<journal::Entry> signatures(const Store& store, TrackId track);

// Answers a criterion's questions with SQL over indexes.
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
