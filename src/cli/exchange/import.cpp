#include "cli/exchange/import.hpp"

#include "gradus/report/lists.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/store/import_batch.hpp"
#include "gradus/text/plural.hpp"
#include "gradus/track/adopt_entry.hpp"
#include "gradus/track/error.hpp"

#include "cli/commit.hpp"
#include "cli/error.hpp"
#include "cli/exchange/input.hpp"
#include "cli/odd_sessions.hpp"
#include "cli/show.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <variant>

namespace gradus::cli {
namespace {

constexpr std::size_t most_shown = 20;  // of a kind of message

// The learner's day on which it was.
calendar::Date local_day(calendar::Instant instant, const Session& session) {
  const auto minutes = std::chrono::floor<calendar::Minutes>(instant.since_1970());
  const auto days = std::chrono::floor<calendar::Days>(minutes);
  const calendar::Date day{std::chrono::year_month_day{std::chrono::sys_days{days}}};
  const auto east = session.world.local_offset(day, calendar::TimeOfDay{minutes - days}).east;
  return day + (std::chrono::floor<calendar::Days>(minutes + east) - days);
}

// The way of a file's entries into the track.
class Intake {
 public:
  Intake(const Import& request, std::string file, const track::LoadedTrack& track,
         track::Standing standing, store::ImportBatch& batch, const Session& session)
      : file_(std::move(file)),
        track_(track),
        assigner_(track, std::move(standing)),
        batch_(batch),
        session_(session) {
    imported_.dry_run = request.dry_run;
    for (const auto& tier : track.curriculum.tiers)
      if (!tier.retired) imported_.tiers.push_back({tier.id, track::is_locked(tier.id, track)});
  }

  // Ends at the first that is refused.
  void take_all(exchange::Reader& reader) {
    try {
      take_up(reader);
    } catch (const exchange::Error& error) {
      const auto ends = error.hint().find_last_of(".?!") + 1 == error.hint().size();
      throw exchange::Error(error.what(),
                            error.hint() + (ends ? "" : ".") +
                                " Nothing was stored; --dry-run lists all lines that need fixing");
    }
  }

  // Goes on behind what is refused.
  void try_all(exchange::Reader& reader) {
    for (;;) {
      try {
        take_up(reader);
        return;
      } catch (const exchange::Error& error) {
        refuse(error.what());
      } catch (const Error& error) {
        refuse(error.what());
      }
    }
  }

  // Of an entry that the file says was removed.
  void remove(const journal::Removal& removal, std::size_t line) {
    check_changed(removal.changed, line);
    switch (batch_.remove(removal)) {
      case store::Took::removed:
        ++imported_.removed;
        break;
      case store::Took::kept:
        ++imported_.older;
        break;
      case store::Took::elsewhere:
        throw of_another_track(removal.id, line);
      case store::Took::noted:
      case store::Took::known:
        break;
    }
  }

  // Once all is taken.
  void clear_missing() {
    const auto cleared = batch_.clear_missing();
    imported_.removed += cleared.removed;
    imported_.between = cleared.between;
    imported_.look_alikes = batch_.look_alikes();
  }

  // Of the days that the file has entries for.
  void warn_of_oddities(const store::Store& store) const {
    if (!first_) return;
    const auto before = *first_ == calendar::Date::first() ? *first_ : *first_ - calendar::Days{1};
    warn_of_odd_sessions(store, track_.id, before, *last_, session_);
  }

  void notice() { ++imported_.notices; }
  // Of how many solutions the problem was solved before: `then` and `now`, in the whole track.
  void count_further(std::size_t then, std::size_t now) {
    imported_.further_solutions = now - std::min(then, now);
  }
  [[nodiscard]] const report::Imported& imported() const { return imported_; }

 private:
  void take_up(exchange::Reader& reader) {
    while (auto read = reader.next()) take(*std::move(read));
  }

  void take(exchange::Read read) {
    if (read.stamped) check_changed(read.entry.changed, read.line);
    read.entry = assigned(read);
    const auto line = read.line;
    const auto& entry = read.entry;
    switch (batch_.put(
        {.entry = entry, .line = line, .stamped = read.stamped, .holds_day = read.holds_day})) {
      case store::Put::added:
        ++imported_.added;
        assigner_.add(entry);
        for (auto& tier : imported_.tiers) tier.entries += entry.tier == tier.tier ? 1U : 0U;
        break;
      case store::Put::changed:
        ++imported_.changed;
        break;
      case store::Put::unchanged:
        ++imported_.unchanged;
        break;
      case store::Put::older:
        ++imported_.older;
        break;
      case store::Put::tied:
        ++imported_.tied;
        break;
      case store::Put::stayed_removed:
        stayed_removed(entry.id);
        return;
      case store::Put::elsewhere:
        throw of_another_track(entry.id, line);
      case store::Put::doubled:
        throw Error(fmt::format("{}:{}: id: {} also appears on line {} with different content",
                                file_, line, entry.id.text(), batch_.first_line(entry.id)),
                    "keep the line that is right");
    }
    if (entry.on < track_.plan.start) ++imported_.before_start;
    first_ = std::min(first_.value_or(entry.on), entry.on);
    last_ = std::max(last_.value_or(entry.on), entry.on);
  }

  void stayed_removed(const journal::EntryId& id) {
    ++imported_.stayed_removed;
    if (const auto at = batch_.removed_at(id)) {
      const auto day = local_day(*at, session_);
      imported_.removed_on = std::max(imported_.removed_on.value_or(day), day);
    }
  }

  // A `changed` in the future would beat every later change.
  void check_changed(calendar::Instant changed, std::size_t line) const {
    const auto now = session_.world.clock();
    if (changed <= now + journal::most_clock_skew) return;
    throw Error(
        fmt::format("{}:{}: changed: {} is more than a day ahead of this computer's clock "
                    "({})",
                    file_, line, changed.iso(), now.iso()),
        "which of the two clocks is wrong? without `changed` a line is as old as its import");
  }

  [[nodiscard]] Error of_another_track(const journal::EntryId& id, std::size_t line) const {
    return Error(
        fmt::format("{}:{}: id: {} belongs to an entry of another track", file_, line, id.text()),
        "name that track with --track, or leave the id out, so that a new one is made");
  }

  [[nodiscard]] journal::Entry assigned(const exchange::Read& read) const {
    track::Outsider outsider{.entry = read.entry,
                             .wants_week = read.wants_week,
                             .zoned = read.zoned,
                             .counts_attempts = read.counts_attempts,
                             .untitled = read.untitled};
    const auto known = outsider.leaves_open() ? batch_.known(read.entry.id) : std::nullopt;
    if (outsider.counts_attempts && !known) {
      auto& problem = std::get<journal::Problem>(outsider.entry.what);
      problem.attempts = journal::next_attempt(batch_.most_attempts(problem.topic, problem.title));
    }
    try {
      return track::adopt_entry(outsider, known, assigner_, track_, session_.known_time());
    } catch (const track::Error& error) {
      throw Error(fmt::format("{}:{}: {}", file_, read.line, error.what()), error.hint());
    }
  }

  void refuse(const char* reason) {
    if (++imported_.refused <= most_shown) imported_.reasons.emplace_back(reason);
  }

  std::string file_;
  const track::LoadedTrack& track_;
  track::WeekAssigner assigner_;
  store::ImportBatch& batch_;
  const Session& session_;
  report::Imported imported_;
  std::optional<calendar::Date> first_{};  // of the days read, as the last
  std::optional<calendar::Date> last_{};
};

std::unique_ptr<store::ImportBatch> begin_batch(const store::Store& store, store::TrackId track,
                                                const store::Step& step,
                                                const store::Intent& intent, bool dry_run) {
  if (dry_run) return std::make_unique<store::RehearsedBatch>(store, track, intent);
  return std::make_unique<store::StoredBatch>(store, track, step, intent);
}

// What was done, in one line.
std::string summary(const report::Imported& imported) {
  const auto known = text::counted(imported.unchanged, "entry", "entries");
  if (imported.added + imported.changed + imported.removed == 0)
    return fmt::format(
        "Nothing new: {} known already. Only later times of change or removal were taken over",
        known);
  const auto removed =
      imported.removed == 0 ? std::string() : fmt::format(", {} removed", imported.removed);
  const auto where = report::added_to(imported);
  return fmt::format("Imported {} new{}, {} changed, {} known already{}", imported.added,
                     where.empty() ? "" : " (" + where + ")", imported.changed, imported.unchanged,
                     removed);
}

ExitCode answer(const report::Imported& imported, bool touched, const track::LoadedTrack& track,
                const store::Store& store, const Session& session) {
  if (imported.notices > most_shown)
    session.warn(fmt::format("and {} more like these", imported.notices - most_shown));
  if (imported.before_start > 0)
    session.warn(fmt::format(
        "{} before the track's start on {}; {} all the same",
        text::counted(imported.before_start, "of the entries is", "of the entries are"),
        track.plan.start.iso(), imported.before_start == 1 ? "it counts" : "they count"));
  if (session.json || imported.dry_run) {
    session.show(imported);
  } else {
    for (const auto& sentence : report::left_out(imported)) session.say(sentence);
    if (const auto further = imported.further_solutions.value_or(0); further > 0)
      session.say(
          fmt::format("{} of a problem that was solved before: kept, but a problem counts "
                      "once in its tier.",
                      text::counted(further, "solution is", "solutions are")));
    if (touched)
      session.say(last_line(summary(imported), track.name, store));
    else if (imported.unchanged + imported.older + imported.tied + imported.stayed_removed > 0)
      session.say(fmt::format("Nothing new: {} known already. Nothing was changed.",
                              text::counted(imported.unchanged, "entry", "entries")));
    else
      session.say("The file has no entry to import. Nothing was changed.");
  }
  return imported.refused > 0 ? ExitCode::no : ExitCode::done;
}

}  // namespace

void add_import_words(Command& command, Import& request) {
  command.add_option("FILE", request.file, "The file to read; - is the standard input").required();
  command.add_flag("--dry-run", request.dry_run,
                   "Say what would be new, changed or refused, and store nothing");
  command.add_flag("--bring-back", request.bring_back,
                   "Also bring back entries that were removed after the file was written");
  command.add_flag(
      "--whole-days", request.whole_days,
      "The file is the truth for the days it holds: also remove what an earlier import "
      "of this format brought for them and the file no longer has");
}

ExitCode import_entries(const Import& request, exchange::Format format,
                        const MakeReader& make_reader, Session& session) {
  const bool may_be_empty = format == exchange::Format::jsonl;  // the export of an empty journal
  std::fstream in = open_input(request.file, may_be_empty);
  const std::string file = request.file == "-" ? "stdin" : request.file;
  auto store = request.dry_run ? store::Store::read(session.store)  // a rehearsal locks nobody out
                               : store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const store::Step step = step_of(fmt::format("import {}", file), session);
  store::Intent intent{.now = session.world.clock(),
                       .bring_back = request.bring_back || request.whole_days};
  if (request.whole_days) intent.whole_days = static_cast<std::uint8_t>(format);
  const auto batch = begin_batch(store, track.id, step, intent, request.dry_run);
  Intake intake(request, file, track, track::read_standing(store, track), *batch, session);
  const auto tell = [&](const std::string& message) {
    intake.notice();
    if (intake.imported().notices <= most_shown) session.warn(message);
  };
  const auto count = [&](const journal::EntryId& id) { return batch->count(id); };
  const auto remove = [&](const journal::Removal& removal, std::size_t line) {
    intake.remove(removal, line);
  };
  const auto empty_day = [&](calendar::Date day) {
    batch->hold(day, curriculum::EntryType::session);
  };
  std::function<bool(const journal::EntryId&)> holds;
  if (batch->may_know_derived())
    holds = [&](const journal::EntryId& id) { return batch->known(id) || batch->removed_at(id); };
  const auto reader = make_reader({.in = in,
                                   .file = file,
                                   .count = count,
                                   .tell = tell,
                                   .salt = track.salt,
                                   .removed = remove,
                                   .holds = holds,
                                   .empty_day = empty_day},
                                  track);
  if (request.dry_run) {
    intake.try_all(*reader);
    intake.clear_missing();
  } else {
    const auto further = store::further_solutions(store, track.id);
    intake.take_all(*reader);
    intake.clear_missing();
    intake.count_further(further, store::further_solutions(store, track.id));
    if (batch->touched()) {
      intake.warn_of_oddities(store);
      commit(store, step, session);
    }
  }
  return answer(intake.imported(), batch->touched(), track, store, session);
}

}  // namespace gradus::cli
