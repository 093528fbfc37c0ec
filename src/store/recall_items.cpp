#include "store/recall_items.hpp"

#include "gradus/recall/derived_grade.hpp"

#include "store/statement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <vector>

namespace gradus::store {
namespace {

using journal::Minutes;
using journal::ReviewOf;
using recall::Grade;

constexpr Minutes usual_drill{10};  // where no drill says how long it takes

// When something was graded: by day, clock time (an entry without one comes before those with one)
// and order of recording.
using When = std::tuple<std::string, std::optional<std::string>, std::int64_t>;

// The log of one item while its rows come in, in any order.
class Log {
 public:
  void add(When when, Grade grade) { grades_.emplace_back(std::move(when), grade); }
  // A solution, or a drill that was done: the newest one stands for the item.
  void offer(const When& when, std::string entry, Minutes minutes) {
    if (newest_ && *newest_ >= when) return;
    newest_ = when;
    entry_ = std::move(entry);
    minutes_ = std::max(minutes, Minutes{1});
  }
  [[nodiscard]] bool has_newest() const { return newest_.has_value(); }

  [[nodiscard]] std::optional<ItemRecall> replayed() {
    if (grades_.empty() || entry_.empty()) return std::nullopt;
    std::ranges::sort(grades_);
    std::vector<recall::Graded> log;
    log.reserve(grades_.size());
    for (const auto& [when, grade] : grades_)
      if (const auto on = calendar::Date::parse(std::get<0>(when))) log.push_back({*on, grade});
    const auto state = recall::replay(log);
    if (!state) return std::nullopt;
    return ItemRecall{entry_, minutes_, *state};
  }

 private:
  std::vector<std::pair<When, Grade>> grades_{};
  std::optional<When> newest_{};
  std::string entry_{};
  Minutes minutes_{usual_drill};
};

// Collects the rows of one item after the other.
class Collector {
 public:
  using Visit = std::function<void(const ItemKey&, const std::optional<ItemRecall>&)>;
  explicit Collector(const Visit& visit) : visit_(visit) {}

  // The log of the item that the row is of.
  Log& log_of(TrackId track, ReviewOf of, std::string topic, std::string item) {
    const bool same = key_ && key_->track == track && key_->of == of && key_->topic == topic &&
                      key_->item == item;
    if (same) return log_;
    finish();
    key_ = ItemKey{track, of, std::move(topic), std::move(item)};
    log_ = {};
    return log_;
  }
  // The last item is complete.
  void finish() {
    if (key_) visit_(*key_, log_.replayed());
    key_.reset();
  }

 private:
  const Visit& visit_;
  std::optional<ItemKey> key_{};
  Log log_{};
};

std::optional<When> when_of(const Statement& row, int seq) {
  const auto number = row.get<std::optional<std::int64_t>>(seq);
  if (!number) return std::nullopt;
  return When{row.get<std::string>(seq + 1), row.get<std::optional<std::string>>(seq + 2), *number};
}

// Of a text that may be none: doctor says so, and no change fails because of it.
std::optional<curriculum::Difficulty> difficulty_in(const Statement& row, int column) {
  const auto text = row.get<std::optional<std::string>>(column);
  return text ? curriculum::parse_difficulty(*text) : std::nullopt;
}

// Another program may leave out what an entry of gradus always has.
Grade solution_grade(const Statement& row, int first, TrackId track, const Medians& medians) {
  const auto difficulty = difficulty_in(row, first);
  const auto minutes = row.get<std::optional<Minutes>>(first + 1).value_or(Minutes{1});
  const auto attempts = row.get<std::optional<int>>(first + 2).value_or(1);
  const auto help = row.get<std::optional<bool>>(first + 3).value_or(false);
  auto twice_median = 2 * minutes;
  if (difficulty)
    if (const auto found = medians.find({track, *difficulty}); found != medians.end())
      twice_median = found->second;
  return recall::derived_grade(recall::Solution{minutes, attempts, help}, twice_median);
}

void each_problem(const Store& store, const std::string& source, const Medians& medians,
                  Collector& collector) {
  Statement rows(
      store,
      fmt::format(
          "SELECT stale.track, stale.topic, stale.item, e.seq, e.on_day, e.at, e.id, e.difficulty, "
          "e.minutes, e.attempts, e.help_used, r.seq, r.on_day, r.at, r.grade FROM {} AS stale "
          "LEFT JOIN entry AS e ON e.title_key = stale.item AND e.topic = stale.topic "
          "AND e.track = stale.track "
          "LEFT JOIN entry AS r ON r.item = e.id AND r.of = 'problem' AND r.track = e.track "
          "WHERE stale.of = 'problem'",
          source));
  std::int64_t solution = 0;
  while (rows.next()) {
    const auto track = rows.get<TrackId>(0);
    auto& log = collector.log_of(track, ReviewOf::problem, rows.get<std::string>(1),
                                 rows.get<std::string>(2));
    // A solution has a row for each of its reviews, one after the other.
    if (const auto when = when_of(rows, 3); when && std::get<2>(*when) != solution) {
      solution = std::get<2>(*when);
      log.add(*when, solution_grade(rows, 7, track, medians));
      log.offer(*when, rows.get<std::string>(6),
                rows.get<std::optional<Minutes>>(8).value_or(Minutes{1}));
    }
    if (const auto when = when_of(rows, 11))
      if (const auto grade = recall::grade_of(rows.get<int>(14))) log.add(*when, *grade);
  }
  collector.finish();
}

Minutes whole_minutes(std::chrono::seconds seconds) {
  return std::chrono::ceil<Minutes>(seconds);
}

void add_drill(const Statement& row, Log& log, const std::string& drill) {
  using std::chrono::seconds;
  const auto when = when_of(row, 2);
  if (!when) return;
  if (const auto given = row.get<std::optional<int>>(5)) {
    if (const auto grade = recall::grade_of(*given)) log.add(*when, *grade);
    if (!log.has_newest()) log.offer({}, drill, usual_drill);
    return;
  }
  const recall::DrillResult result{
      .passed = row.get<std::optional<bool>>(6).value_or(false),
      .seconds = row.get<std::optional<seconds>>(7).value_or(seconds{0}),
      .limit = row.get<std::optional<seconds>>(8).value_or(seconds{0}),
      .score = row.get<std::optional<double>>(9)};
  log.add(*when, recall::derived_grade(result));
  const bool limited = result.limit > seconds{0};
  log.offer(*when, drill, whole_minutes(limited ? result.limit : result.seconds));
}

void each_drill(const Store& store, const std::string& source, Collector& collector) {
  constexpr std::string_view columns =
      "stale.track, stale.item, e.seq, e.on_day, e.at, e.grade, e.passed, e.seconds, "
      "e.limit_seconds, e.score";
  Statement rows(
      store,
      fmt::format(
          "SELECT {0} FROM {1} AS stale LEFT JOIN entry AS e ON e.drill = stale.item "
          "AND e.track = stale.track WHERE stale.of = 'drill' "
          "UNION ALL SELECT {0} FROM {1} AS stale CROSS JOIN entry AS e ON e.item = stale.item "
          "AND e.of = 'drill' AND e.track = stale.track WHERE stale.of = 'drill' "
          "ORDER BY 1, 2",
          columns, source));
  while (rows.next()) {
    auto drill = rows.get<std::string>(1);
    auto& log = collector.log_of(rows.get<TrackId>(0), ReviewOf::drill, {}, drill);
    add_drill(rows, log, drill);
  }
  collector.finish();
}

}  // namespace

Medians solving_medians(const Store& store) {
  Statement rows(store,
                 "SELECT track, difficulty, minutes, solutions, "
                 "sum(solutions) OVER (PARTITION BY track, difficulty) FROM ("
                 "SELECT track, difficulty, minutes, sum(solutions) AS solutions FROM solving_time "
                 "WHERE solutions > 0 GROUP BY 1, 2, 3) ORDER BY 1, 2, 3");
  Medians medians;
  std::optional<std::pair<TrackId, curriculum::Difficulty>> current;
  std::int64_t seen = 0;
  while (rows.next()) {
    const auto difficulty = difficulty_in(rows, 1);
    if (!difficulty) continue;
    const std::pair of{rows.get<TrackId>(0), *difficulty};
    if (of != current) seen = 0;
    current = of;
    const auto before = seen;
    seen += rows.get<std::int64_t>(3);
    // In order of minutes, the middle solution, or the two in the middle.
    const auto all = rows.get<std::int64_t>(4);
    for (const auto middle : {(all - 1) / 2, all / 2})
      if (before <= middle && middle < seen) medians[of] += rows.get<Minutes>(2);
  }
  return medians;
}

void each_item(const Store& store, Which which, const Medians& medians,
               const std::function<void(const ItemKey&, const std::optional<ItemRecall>&)>& visit) {
  const bool stale = which == Which::stale;
  Collector collector(visit);
  each_problem(store,
               stale ? "recall_stale"
                     : "(SELECT DISTINCT track, 'problem' AS of, topic, title_key AS item "
                       "FROM entry WHERE title_key IS NOT NULL)",
               medians, collector);
  each_drill(store,
             stale ? "recall_stale"
                   : "(SELECT track, 'drill' AS of, drill AS item FROM entry "
                     "WHERE drill IS NOT NULL UNION "
                     "SELECT track, of, item FROM entry WHERE item IS NOT NULL AND of = 'drill')",
             collector);
}

}  // namespace gradus::store
