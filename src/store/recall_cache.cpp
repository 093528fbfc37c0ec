#include "store/recall_cache.hpp"

#include "store/recall_items.hpp"
#include "store/statement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>

namespace gradus::store {
namespace {

using journal::Minutes;
using StateId = std::int64_t;

bool computed_by_this_version(const Store& store) {
  Statement found(store, "SELECT algorithm FROM recall_version");
  return found.next() && found.get<std::string>(0) == recall::algorithm;
}

bool anything_stale(const Store& store) {
  Statement found(store, "SELECT 1 FROM recall_stale LIMIT 1");
  return found.next();
}

// The states that items are in, and how many are to be added to each.
class States {
 public:
  explicit States(const Store& store) : store_(store) {}

  void leave(StateId state, const std::string& topic, Minutes minutes) {
    count(state, topic, -1, -minutes);
  }
  StateId enter(TrackId track, const recall::State& state, const std::string& topic,
                Minutes minutes) {
    const auto id = id_of(track, state);
    count(id, topic, 1, minutes);
    return id;
  }

  void save() const {
    for (const auto& [state, change] : changes_)
      Statement(store_,
                "UPDATE recall_state SET items = items + ?2, minutes = minutes + ?3 WHERE id = ?1",
                state, change.items, change.minutes)
          .run();
    for (const auto& [of, items] : topics_)
      Statement(store_,
                "INSERT INTO recall_topic SELECT track, ?2, last_day, id, ?3 FROM recall_state "
                "WHERE id = ?1 ON CONFLICT DO UPDATE SET items = items + excluded.items",
                of.first, of.second, items)
          .run();
    for (const auto& [of, items] : topics_)
      Statement(store_,
                "DELETE FROM recall_topic WHERE (track, last_day) = "
                "(SELECT track, last_day FROM recall_state WHERE id = ?1) "
                "AND topic = ?2 AND state = ?1 AND items = 0",
                of.first, of.second)
          .run();
    for (const auto& [state, change] : changes_)
      Statement(store_, "DELETE FROM recall_state WHERE id = ? AND items = 0", state).run();
  }

 private:
  struct Change {
    int items = 0;
    Minutes minutes{0};
  };
  using Values = std::tuple<TrackId, calendar::Date, int, double, double, double, double, double>;

  void count(StateId state, const std::string& topic, int items, Minutes minutes) {
    auto& change = changes_[state];
    change.items += items;
    change.minutes += minutes;
    topics_[{state, topic}] += items;
  }

  StateId id_of(TrackId track, const recall::State& state) {
    const auto& [again, hard, good, easy] = state.stabilities;
    const Values values{
        track, state.last, static_cast<int>(state.grade), state.memory.difficulty, again, hard,
        good,  easy};
    if (const auto known = ids_.find(values); known != ids_.end()) return known->second;
    const auto id =
        std::apply([this](const auto&... each) { return find_or_add(each...); }, values);
    ids_.emplace(values, id);
    return id;
  }

  template <class... Values>
  StateId find_or_add(const Values&... values) {
    Statement found(store_,
                    "SELECT id FROM recall_state WHERE track = ? AND last_day = ? AND grade = ? "
                    "AND difficulty = ? AND again = ? AND hard = ? AND good = ? AND easy = ?",
                    values...);
    if (found.next()) return found.get<StateId>(0);
    Statement added(store_,
                    "INSERT INTO recall_state (track, last_day, grade, difficulty, again, hard, "
                    "good, easy, items, minutes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0) "
                    "RETURNING id",
                    values...);
    added.next();
    return added.get<StateId>(0);
  }

  const Store& store_;
  std::map<Values, StateId> ids_{};
  std::map<StateId, Change> changes_{};
  std::map<std::pair<StateId, std::string>, int> topics_{};
};

// Replaces what is known of the item.
void keep(const Store& store, const ItemKey& key, const std::optional<ItemRecall>& found,
          States& states) {
  const auto& [track, of, topic, item] = key;
  {
    Statement old(store,
                  "DELETE FROM recall WHERE track = ? AND of = ? AND topic = ? AND item = ? "
                  "RETURNING state, minutes",
                  track, of, topic, item);
    while (old.next()) states.leave(old.get<StateId>(0), topic, old.get<Minutes>(1));
  }
  if (!found) return;
  const auto state = states.enter(track, found->state, topic, found->minutes);
  Statement(store, "INSERT INTO recall VALUES (?, ?, ?, ?, ?, ?, ?)", track, of, topic, item,
            found->entry, found->minutes, state)
      .run();
}

// The solutions whose derived grade depends on which of the two is twice the median. Only of those
// that took no help, and less than three attempts.
void mark_regraded(const Store& store, TrackId track, curriculum::Difficulty difficulty,
                   Minutes one, Minutes other) {
  const auto [less, more] = std::minmax({one.count(), other.count()});
  const auto mark = [&](std::string_view attempts, std::int64_t from, std::int64_t to) {
    if (from > to) return;
    Statement(store,
              fmt::format("INSERT OR IGNORE INTO recall_stale "
                          "SELECT entry.track, 'problem', entry.topic, entry.title_key FROM tally "
                          "CROSS JOIN entry ON entry.tally = tally.id WHERE tally.track = ? "
                          "AND tally.type = 'problem' AND tally.difficulty = ? "
                          "AND tally.help_used = 0 AND tally.attempts {} "
                          "AND entry.minutes BETWEEN ? AND ? AND entry.title_key IS NOT NULL",
                          attempts),
              track, difficulty, from, to)
        .run();
  };
  mark("< 3", less + 1, more);                      // more than twice the median is hard
  mark("= 1", (less + 3) / 4, (more + 3) / 4 - 1);  // less than half of it is easy
}

void keep_medians(const Store& store, const Medians& medians) {
  Statement(store, "DELETE FROM recall_median").run();
  for (const auto& [of, minutes] : medians)
    Statement(store, "INSERT INTO recall_median VALUES (?, ?, ?)", of.first, of.second, minutes)
        .run();
}

Medians kept_medians(const Store& store) {
  Statement rows(store, "SELECT track, difficulty, twice FROM recall_median");
  Medians medians;
  while (rows.next())
    medians.emplace(std::pair{rows.get<TrackId>(0), rows.get<curriculum::Difficulty>(1)},
                    rows.get<Minutes>(2));
  return medians;
}

void update_medians(const Store& store, const Medians& medians) {
  const auto before = kept_medians(store);
  if (before == medians) return;
  for (const auto& [of, minutes] : medians)
    if (const auto old = before.find(of); old != before.end() && old->second != minutes)
      mark_regraded(store, of.first, of.second, old->second, minutes);
  keep_medians(store, medians);
}

void compute(const Store& store, Which which, const Medians& medians) {
  States states(store);
  each_item(store, which, medians, [&](const ItemKey& key, const std::optional<ItemRecall>& found) {
    keep(store, key, found, states);
  });
  states.save();
  Statement(store, "DELETE FROM recall_stale").run();
}

// Whether each item is kept as the journal has it, and no others are.
bool items_agree(const Store& store) {
  const auto medians = solving_medians(store);
  if (kept_medians(store) != medians) return false;
  std::int64_t items = 0;
  bool agree = true;
  each_item(store, Which::all, medians,
            [&](const ItemKey& key, const std::optional<ItemRecall>& found) {
              if (!found) return;
              ++items;
              const auto& [entry, minutes, state] = *found;
              const auto& [again, hard, good, easy] = state.stabilities;
              Statement kept(
                  store,
                  "SELECT 1 FROM recall JOIN recall_state ON recall_state.id = recall.state "
                  "WHERE recall.track = ? AND recall.of = ? AND recall.topic = ? "
                  "AND recall.item = ? AND recall.entry = ? AND recall.minutes = ? "
                  "AND last_day = ? AND grade = ? AND difficulty = ? AND again = ? AND hard = ? "
                  "AND good = ? AND easy = ?",
                  key.track, key.of, key.topic, key.item, entry, minutes, state.last,
                  static_cast<int>(state.grade), state.memory.difficulty, again, hard, good, easy);
              agree = agree && kept.next();
            });
  Statement count(store, "SELECT count(*) FROM recall");
  return agree && count.next() && count.get<std::int64_t>(0) == items;
}

// Whether the sums are those of what they sum up.
bool state_sums_agree(const Store& store) {
  Statement differs(
      store,
      "WITH states AS (SELECT state, count(*) AS items, sum(minutes) AS minutes FROM recall "
      "GROUP BY state), topics AS (SELECT recall.track, topic, last_day, state, count(*) AS items "
      "FROM recall JOIN recall_state ON recall_state.id = recall.state GROUP BY 1, 2, 3, 4) "
      "SELECT EXISTS (SELECT * FROM states EXCEPT SELECT id, items, minutes FROM recall_state) "
      "OR EXISTS (SELECT id, items, minutes FROM recall_state EXCEPT SELECT * FROM states) "
      "OR EXISTS (SELECT * FROM topics EXCEPT SELECT * FROM recall_topic) "
      "OR EXISTS (SELECT * FROM recall_topic EXCEPT SELECT * FROM topics)");
  return differs.next() && !differs.get<bool>(0);
}

void compute_all(const Store& store) {
  store.connection().execute(
      "DELETE FROM recall; DELETE FROM recall_state; DELETE FROM recall_topic;"
      "DELETE FROM recall_version");
  const auto medians = solving_medians(store);
  keep_medians(store, medians);
  compute(store, Which::all, medians);
  Statement(store, "INSERT INTO recall_version VALUES (?)", std::string(recall::algorithm)).run();
}

}  // namespace

void refresh_recall(const Store& store) {
  if (!computed_by_this_version(store)) return compute_all(store);
  if (!anything_stale(store)) return;
  const auto medians = solving_medians(store);
  update_medians(store, medians);
  compute(store, Which::stale, medians);
}

bool recall_agrees(const Store& store) {
  return computed_by_this_version(store) && !anything_stale(store) && state_sums_agree(store) &&
         items_agree(store);
}

void recount_recall(const Store& store) {
  compute_all(store);
}

}  // namespace gradus::store
