#pragma once

#include "gradus/journal/entry.hpp"
#include "gradus/recall/queue.hpp"
#include "gradus/store/store.hpp"
#include "gradus/store/tracks.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::store {

// What comes up again, as far as it is remembered: computed at each change of the journal, so that
// none of these reads the journal through.

enum class StateGroup : std::int64_t {};

// The things of a track that are in the same state. There are far fewer groups than things: two
// that were graded alike on the same days are in one.
struct AlikeItems : recall::Alike {
  StateGroup id;
};
[[nodiscard]] std::vector<AlikeItems> recall_groups(const Store& store, TrackId track);

// A thing that comes up again.
struct RecallItem {
  std::string id;  // of a problem's newest solution, in full; a drill's id
  journal::ReviewOf of;
  std::string title;                         // a drill's id is its title
  std::optional<curriculum::TopicId> topic;  // none of a drill
  std::optional<std::string> url;            // a problem's address
  journal::Minutes minutes;                  // that a review takes
  recall::State state;
};
// At most so many of a group, the shortest first.
[[nodiscard]] std::vector<RecallItem> recall_items(const Store& store, const AlikeItems& group,
                                                   std::size_t most);
// What reviews of them take, one by one: of at most so many, the shortest first.
[[nodiscard]] std::vector<journal::Minutes> recall_minutes(const Store& store,
                                                           const AlikeItems& group,
                                                           std::size_t most);
// The things that have a review dated on the day, each once, and what they usually take. Reads the
// entries of that day.
struct ReviewedItems {
  int items = 0;
  journal::Minutes minutes{0};
};
[[nodiscard]] ReviewedItems reviewed_on(const Store& store, TrackId track, calendar::Date day);
// How many reviews from one day to another name a solution that the track doesn't have. They bring
// nothing up. Reads the entries of those days.
[[nodiscard]] std::size_t lost_reviews(const Store& store, TrackId track, calendar::Date from,
                                       calendar::Date to);
// The problem that the solution is of; nullopt if nothing is known of it.
[[nodiscard]] std::optional<RecallItem> recall_of_problem(const Store& store, TrackId track,
                                                          const journal::Entry& solution);
[[nodiscard]] std::optional<RecallItem> recall_of_drill(const Store& store, TrackId track,
                                                        const std::string& drill);
// The ids of drills that were done or reviewed.
[[nodiscard]] std::vector<std::string> known_drills(const Store& store, TrackId track);

// Computes anew what changes of the journal touched, which a commit does in any case: for who wants
// to know before it. The store must be open for writing.
void bring_recall_up_to_date(const Store& store);

// How well the problems of a topic are remembered on a day: the mean probability of recall, 0 to 1,
// of those practised last; nullopt without any.
inline constexpr int most_of_a_topic = 200;
[[nodiscard]] std::optional<double> topic_recall(const Store& store, TrackId track,
                                                 const curriculum::TopicId& topic,
                                                 calendar::Date on);

}  // namespace gradus::store
