#include "gradus/store/plans.hpp"

#include "store/events.hpp"
#include "store/statement.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

namespace gradus::store {
namespace {

plan::Block read_block(const Statement& row, int first) {
  return {.on = row.get<calendar::Date>(first),
          .at = row.get<std::optional<calendar::TimeOfDay>>(first + 1),
          .minutes = row.get<plan::Minutes>(first + 2),
          .kind = row.get<calendar::BlockKind>(first + 3),
          .past = row.get<bool>(first + 4)};
}

// Deletes a track's rows, to be written again.
void clear(const Store& store, const std::string& table, TrackId track) {
  Statement(store, "DELETE FROM " + table + " WHERE track = ?", track).run();
}

void save_weeks(const Store& store, TrackId track, const plan::Plan& plan) {
  clear(store, "plan_week", track);
  for (const auto& week : plan.weeks) {
    Statement(store,
              "INSERT INTO plan_week (track, number, week_key, from_day, to_day, anchor_day, "
              "finished, filled, title, tier) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              track, week.number, week.load.key, week.dates.from, week.dates.to, week.dates.anchor,
              week.dates.finished, week.dates.filled, week.load.title, week.load.tier)
        .run();
  }
}

void save_blocks(const Store& store, TrackId track, const plan::Plan& plan) {
  clear(store, "plan_block", track);
  for (const auto& week : plan.weeks) {
    std::int64_t ordinal = 0;
    for (const auto& block : week.dates.blocks) {
      Statement(
          store,
          "INSERT INTO plan_block (track, week_key, ordinal, on_day, at, minutes, kind, past) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          track, week.load.key, ++ordinal, block.on, block.at, block.minutes, block.kind,
          block.past)
          .run();
    }
  }
}

void save_due(const Store& store, TrackId track, const plan::Plan& plan,
              const curriculum::ArtefactTitles& titles) {
  clear(store, "plan_due", track);
  for (const auto& week : plan.weeks) {
    for (const auto& artefact : week.load.artefacts) {
      // If several weeks ask for an artefact, the last one counts.
      const auto title = titles.find(artefact);
      Statement(store,
                "INSERT OR REPLACE INTO plan_due (track, artefact, on_day, title) "
                "VALUES (?, ?, ?, ?)",
                track, artefact, week.dates.to,
                title == titles.end() ? artefact.text() : title->second)
          .run();
    }
  }
}

void save_choice(const Store& store, TrackId track, const std::string& kind, std::int64_t number,
                 const std::string& item) {
  Statement(store, "INSERT INTO plan_choice (track, kind, number, item) VALUES (?, ?, ?, ?)", track,
            kind, number, item)
      .run();
}

}  // namespace

void save_first_plan(Store& store, TrackId track, const plan::Plan& plan,
                     const curriculum::ArtefactTitles& titles, calendar::Instant clock) {
  for (const auto& week : plan.weeks) {
    Statement(store,
              "INSERT INTO baseline_week (track, number, week_key, from_day, to_day) "
              "VALUES (?, ?, ?, ?, ?)",
              track, week.number, week.load.key, week.dates.from, week.dates.to)
        .run();
  }
  save_plan(store, track, plan, titles, clock);
}

void save_plan(Store& store, TrackId track, const plan::Plan& plan,
               const curriculum::ArtefactTitles& titles, calendar::Instant clock) {
  save_weeks(store, track, plan);
  save_blocks(store, track, plan);
  save_due(store, track, plan, titles);
  update_events(store, clock);
}

std::vector<plan::WeekDates> load_plan(const Store& store, TrackId track) {
  std::vector<plan::WeekDates> weeks;
  std::map<std::string, std::size_t> by_key;
  Statement dates(store,
                  "SELECT week_key, from_day, to_day, anchor_day, finished, filled FROM plan_week "
                  "WHERE track = ? ORDER BY number",
                  track);
  while (dates.next()) {
    by_key.emplace(dates.get<std::string>(0), weeks.size());
    weeks.push_back({.from = dates.get<calendar::Date>(1),
                     .to = dates.get<calendar::Date>(2),
                     .blocks = {},
                     .anchor = dates.get<std::optional<calendar::Date>>(3),
                     .finished = dates.get<bool>(4),
                     .filled = dates.get<plan::Minutes>(5)});
  }
  Statement blocks(store,
                   "SELECT week_key, on_day, at, minutes, kind, past FROM plan_block "
                   "WHERE track = ? ORDER BY week_key, ordinal",
                   track);
  while (blocks.next()) {
    const auto week = by_key.find(blocks.get<std::string>(0));
    if (week == by_key.end()) {
      throw damaged(store.connection().file(), "the plan has a block that belongs to no week");
    }
    weeks[week->second].blocks.push_back(read_block(blocks, 1));
  }
  return weeks;
}

std::vector<std::string> planned_weeks(const Store& store, TrackId track) {
  std::vector<std::string> keys;
  Statement rows(store, "SELECT week_key FROM plan_week WHERE track = ? ORDER BY number", track);
  while (rows.next()) keys.push_back(rows.get<std::string>(0));
  return keys;
}

plan::FirstDates baseline_dates(const Store& store, TrackId track) {
  plan::FirstDates dates;
  Statement rows(store, "SELECT week_key, from_day, to_day FROM baseline_week WHERE track = ?",
                 track);
  while (rows.next())
    dates.emplace(rows.get<std::string>(0),
                  std::pair(rows.get<calendar::Date>(1), rows.get<calendar::Date>(2)));
  return dates;
}

calendar::Date baseline_finish(const Store& store, TrackId track) {
  Statement finish(store, "SELECT max(to_day) FROM baseline_week WHERE track = ?", track);
  finish.next();
  const auto day = finish.get<std::optional<calendar::Date>>(0);
  if (!day) throw damaged(store.connection().file(), "the track has no plan");
  return *day;
}

void save_frame(Store& store, TrackId track, const plan::Frame& frame) {
  Statement(store, "UPDATE track SET available = ?, fit = ? WHERE id = ?", frame.available,
            frame.fit, track)
      .run();
  clear(store, "plan_break", track);
  for (const auto& each : frame.breaks) {
    Statement(store, "INSERT INTO plan_break (track, from_day, to_day, note) VALUES (?, ?, ?, ?)",
              track, each.from, each.to, each.note)
        .run();
  }
}

std::vector<plan::Break> load_breaks(const Store& store, TrackId track) {
  std::vector<plan::Break> breaks;
  Statement rows(store,
                 "SELECT from_day, to_day, note FROM plan_break WHERE track = ? ORDER BY from_day",
                 track);
  while (rows.next()) {
    breaks.push_back({.from = rows.get<calendar::Date>(0),
                      .to = rows.get<calendar::Date>(1),
                      .note = rows.get<std::string>(2)});
  }
  return breaks;
}

void save_shape(Store& store, TrackId track, const plan::Shape& shape,
                const std::vector<StoredModule>& modules) {
  clear(store, "plan_choice", track);
  for (const auto& [tier, weeks] : shape.weeks)
    save_choice(store, track, "weeks", weeks, tier.text());
  std::int64_t position = 0;
  for (const auto& week : shape.repeats)
    save_choice(store, track, "repeat", ++position, week.text());
  for (const auto& week : shape.trimmed) save_choice(store, track, "trimmed", 0, week.text());

  clear(store, "plan_gate_week", track);
  for (const auto& [tier, weeks] : shape.gate_weeks) {
    std::int64_t number = 0;
    for (const auto minutes : weeks)
      Statement(store,
                "INSERT INTO plan_gate_week (track, tier, number, minutes) VALUES (?, ?, ?, ?)",
                track, tier, ++number, minutes)
          .run();
  }

  clear(store, "plan_module", track);
  position = 0;
  for (const auto& [id, text, home] : modules) {
    Statement(store,
              "INSERT INTO plan_module (track, position, id, text, home) VALUES (?, ?, ?, ?, ?)",
              track, ++position, id, text, home)
        .run();
  }
}

plan::Shape load_shape(const Store& store, TrackId track) {
  plan::Shape shape;
  Statement choices(store,
                    "SELECT kind, number, item FROM plan_choice WHERE track = ? "
                    "ORDER BY kind, number, item",
                    track);
  while (choices.next()) {
    const auto kind = choices.get<std::string>(0);
    if (kind == "weeks") {
      shape.weeks.emplace(choices.get<curriculum::TierId>(2), choices.get<int>(1));
    } else if (kind == "repeat") {
      shape.repeats.push_back(choices.get<curriculum::WeekId>(2));
    } else {
      shape.trimmed.insert(choices.get<curriculum::WeekId>(2));
    }
  }
  Statement gate_weeks(store,
                       "SELECT tier, minutes FROM plan_gate_week WHERE track = ? "
                       "ORDER BY tier, number",
                       track);
  while (gate_weeks.next())
    shape.gate_weeks[gate_weeks.get<curriculum::TierId>(0)].push_back(
        gate_weeks.get<plan::Minutes>(1));
  return shape;
}

std::vector<StoredModule> load_modules(const Store& store, TrackId track) {
  std::vector<StoredModule> modules;
  Statement rows(store, "SELECT id, text, home FROM plan_module WHERE track = ? ORDER BY position",
                 track);
  while (rows.next())
    modules.push_back({rows.get<curriculum::ModuleId>(0), rows.get<std::string>(1),
                       rows.get<std::optional<curriculum::WeekId>>(2)});
  return modules;
}

}  // namespace gradus::store
