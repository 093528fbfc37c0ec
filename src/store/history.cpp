#include "store/history.hpp"

#include "gradus/store/history.hpp"

#include "store/change_recorder.hpp"
#include "store/events.hpp"
#include "store/import_batch.hpp"
#include "store/repeats.hpp"
#include "store/statement.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace gradus::store {
namespace {

constexpr std::int64_t kept_steps = 1000;

// A step to undo or redo, as the history stores it.
struct StoredStep {
  std::int64_t seq;
  std::string name;
  bool is_batch;
  std::optional<std::string> changeset;  // always, but for a batch that changed only entries
};

// A batch's changeset begins with this, before what SQLite makes, which begins with a T.
constexpr char of_batch = 'B';

std::optional<StoredStep> next_step(const Store& store, Direction direction) {
  Statement next(store, direction == Direction::back
                            ? "SELECT seq, step, changeset FROM undo_step WHERE NOT undone "
                              "ORDER BY seq DESC LIMIT 1"
                            : "SELECT seq, step, changeset FROM undo_step WHERE undone "
                              "ORDER BY seq LIMIT 1");
  if (!next.next()) return std::nullopt;
  StoredStep step{next.get<std::int64_t>(0), next.get<std::string>(1), true,
                  next.get<std::optional<std::string>>(2)};
  if (!step.changeset) return step;
  step.is_batch = step.changeset->starts_with(of_batch);
  if (step.is_batch) step.changeset->erase(0, 1);
  return step;
}

Error no_longer_there(const std::string& step, Direction direction) {
  return Error(fmt::format("\"{}\" can't be {}: the store no longer holds what it changed; nothing "
                           "was changed",
                           step, direction == Direction::back ? "undone" : "redone"),
               "did another program change the store? `gradus doctor` checks all of it");
}

std::optional<std::string> walk(Store& store, Direction direction, calendar::Instant clock) {
  auto step = next_step(store, direction);
  if (!step) return std::nullopt;
  if (step->changeset && !apply(store.connection(), *step->changeset, direction))
    throw no_longer_there(step->name, direction);
  if (step->is_batch)
    direction == Direction::back ? undo_batch(store, step->seq) : redo_batch(store, step->seq);
  key_titles(store.connection());
  Statement(store, "UPDATE undo_step SET undone = ? WHERE seq = ?", direction == Direction::back,
            step->seq)
      .run();
  update_events(store, clock);
  return std::move(step->name);
}

}  // namespace

std::int64_t add_step(const Store& store, const Step& step,
                      const std::optional<std::string>& changeset) {
  Statement(store, "DELETE FROM undo_step WHERE undone").run();
  std::optional<std::span<const std::byte>> bytes;
  if (changeset) bytes = std::as_bytes(std::span(*changeset));
  Statement added(store,
                  "INSERT INTO undo_step (step, at, changeset) VALUES (?, ?, ?) RETURNING seq",
                  step.name, step.at, bytes);
  added.next();
  const auto seq = added.get<std::int64_t>(0);
  Statement(store,
            "DELETE FROM undo_step WHERE seq <= "
            "(SELECT seq FROM undo_step ORDER BY seq DESC LIMIT 1 OFFSET ?)",
            kept_steps)
      .run();
  return seq;
}

void add_to_step(const Store& store, std::int64_t step, const std::string& changeset) {
  const auto marked = of_batch + changeset;
  Statement(store, "UPDATE undo_step SET changeset = ? WHERE seq = ?",
            std::optional(std::as_bytes(std::span(marked))), step)
      .run();
}

std::vector<PastStep> steps(const Store& store) {
  std::vector<PastStep> steps;
  Statement rows(store, "SELECT step, at, seq, undone FROM undo_step ORDER BY seq DESC");
  while (rows.next()) {
    steps.push_back({{rows.get<std::string>(0), rows.get<calendar::Moment>(1)},
                     rows.get<int>(2),
                     rows.get<bool>(3)});
  }
  return steps;
}

std::optional<std::string> undo(Store& store, calendar::Instant clock) {
  return walk(store, Direction::back, clock);
}

std::optional<std::string> redo(Store& store, calendar::Instant clock) {
  return walk(store, Direction::forth, clock);
}

}  // namespace gradus::store
