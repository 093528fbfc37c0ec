#include "cli/exchange/intake.hpp"

#include "gradus/store/recall.hpp"
#include "gradus/text/plural.hpp"
#include "gradus/track/adopt_entry.hpp"
#include "gradus/track/error.hpp"

#include "cli/odd_sessions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <istream>
#include <utility>
#include <variant>

namespace gradus::cli {
namespace {

// Entries: often enough to be seen, seldom enough to cost nothing.
constexpr std::uint64_t told_after = 256;

// The learner's day on which it was.
calendar::Date local_day(calendar::Instant instant, const Session& session) {
  const auto minutes = std::chrono::floor<calendar::Minutes>(instant.since_1970());
  const auto days = std::chrono::floor<calendar::Days>(minutes);
  const calendar::Date day{std::chrono::year_month_day{std::chrono::sys_days{days}}};
  const auto east = session.world.local_offset(day, calendar::TimeOfDay{minutes - days}).east;
  return day + (std::chrono::floor<calendar::Days>(minutes + east) - days);
}

}  // namespace

Intake::Intake(std::string file, const track::LoadedTrack& track, track::Standing standing,
               store::ImportBatch& batch, const Session& session)
    : file_(std::move(file)),
      track_(track),
      assigner_(track, std::move(standing)),
      batch_(batch),
      session_(session),
      progress_("import", onlooker(session)) {
  for (const auto& tier : track.curriculum.tiers)
    if (!tier.retired) imported_.tiers.push_back({tier.id, track::is_locked(tier.id, track)});
}

exchange::Source Intake::source(std::istream& in) {
  in_ = &in;
  length_ = in.seekg(0, std::ios::end).tellg();
  in.seekg(0);
  exchange::Source source{
      .in = in,
      .file = file_,
      .count = [this](const journal::EntryId& id) { return batch_.count(id); },
      .tell = [this](const std::string& message) { tell(message); },
      .salt = track_.salt,
      .removed = [this](const journal::Removal& removal,
                        std::size_t line) { remove(removal, line); },
      .empty_day =
          [this](calendar::Date day) { batch_.hold(day, curriculum::EntryType::session); }};
  if (batch_.may_know_derived())
    source.holds = [this](const journal::EntryId& id) {
      return batch_.known(id) || batch_.removed_at(id);
    };
  return source;
}

void Intake::take_all(exchange::Reader& reader) {
  try {
    take_up(reader);
    clear_missing();
  } catch (const exchange::Error& error) {
    const auto ends = error.hint().find_last_of(".?!") + 1 == error.hint().size();
    throw exchange::Error(error.what(),
                          error.hint() + (ends ? "" : ".") +
                              " Nothing was stored; --dry-run lists all lines that need fixing");
  }
}

void Intake::try_all(exchange::Reader& reader) {
  imported_.dry_run = true;
  for (;;) {
    try {
      take_up(reader);
      clear_missing();
      return;
    } catch (const exchange::Error& error) {
      refuse(error.what());
    } catch (const Error& error) {
      refuse(error.what());
    }
  }
}

void Intake::clear_missing() {
  const auto cleared = batch_.clear_missing();
  imported_.removed += cleared.removed;
  imported_.between = cleared.between;
  imported_.look_alikes = batch_.look_alikes();
}

void Intake::count_further(std::size_t then, std::size_t now) {
  imported_.further_solutions = now - std::min(then, now);
}

void Intake::warn_of_oddities(const store::Store& store) {
  if (!first_) return;
  const auto before = *first_ == calendar::Date::first() ? *first_ : *first_ - calendar::Days{1};
  warn_of_odd_sessions(store, track_.id, before, *last_, session_);
  const auto lost = store::lost_reviews(store, track_.id, *first_, *last_);
  imported_.lost_reviews = lost;
  if (lost > 0)
    session_.warn(fmt::format(
        "{} a problem that the journal doesn't have; {} once its solution is imported too",
        text::counted(lost, "review names", "reviews name"),
        lost == 1 ? "it counts" : "they count"));
}

void Intake::take_up(exchange::Reader& reader) {
  while (auto read = reader.next()) {
    take(*std::move(read));
    if (++read_ % told_after == 0) tell_progress();
  }
  progress_.clear();
}

void Intake::tell_progress() {
  const auto at = static_cast<double>(in_->tellg());
  const double share = length_ > 0 && at > 0 ? at / static_cast<double>(length_) : 0;
  progress_.tell({.done = read_, .things = "entries", .share = share});
}

void Intake::take(exchange::Read read) {
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
      note_mock_exam(entry);
      break;
    case store::Put::changed:
      ++imported_.changed;
      note_mock_exam(entry);
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
      throw Error(fmt::format("{}:{}: id: {} also appears on line {} with different content", file_,
                              line, entry.id.text(), batch_.first_line(entry.id)),
                  "keep the line that is right");
  }
  if (entry.on < track_.plan.start) ++imported_.before_start;
  first_ = std::min(first_.value_or(entry.on), entry.on);
  last_ = std::max(last_.value_or(entry.on), entry.on);
}

// The newest, which says best what is prepared for.
void Intake::note_mock_exam(const journal::Entry& entry) {
  if (entry.type() != curriculum::EntryType::mock_exam) return;
  if (!mock_exam_ || mock_exam_->on <= entry.on) mock_exam_ = entry;
}

// Of an entry that the file says was removed.
void Intake::remove(const journal::Removal& removal, std::size_t line) {
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

void Intake::stayed_removed(const journal::EntryId& id) {
  ++imported_.stayed_removed;
  if (const auto at = batch_.removed_at(id)) {
    const auto day = local_day(*at, session_);
    imported_.removed_on = std::max(imported_.removed_on.value_or(day), day);
  }
}

// A `changed` in the future would beat every later change.
void Intake::check_changed(calendar::Instant changed, std::size_t line) const {
  const auto now = session_.world.clock();
  if (changed <= now + journal::most_clock_skew) return;
  throw Error(fmt::format("{}:{}: changed: {} is more than a day ahead of this computer's clock "
                          "({})",
                          file_, line, changed.iso(), now.iso()),
              "which of the two clocks is wrong? without `changed` a line is as old as its import");
}

Error Intake::of_another_track(const journal::EntryId& id, std::size_t line) const {
  return Error(
      fmt::format("{}:{}: id: {} belongs to an entry of another track", file_, line, id.text()),
      "name that track with --track, or leave the id out, so that a new one is made");
}

journal::Entry Intake::assigned(const exchange::Read& read) const {
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

void Intake::refuse(const char* reason) {
  if (++imported_.refused <= most_shown) imported_.reasons.emplace_back(reason);
}

void Intake::tell(const std::string& message) {
  if (++imported_.notices > most_shown) return;
  progress_.clear();
  session_.warn(message);
}

}  // namespace gradus::cli
