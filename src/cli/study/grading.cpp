#include "cli/study/grading.hpp"

#include "gradus/calendar/lower.hpp"
#include "gradus/report/review.hpp"

#include "cli/commit.hpp"
#include "cli/error.hpp"

#include <fmt/format.h>

#include <utility>

namespace gradus::cli {

using recall::Grade;

std::optional<Grade> parse_grade(const std::string& text) {
  const auto word = lower(text);
  for (const auto grade : recall::grades) {
    const auto full = name(grade);
    if (word == full || word == full.substr(0, 1) ||
        word == std::to_string(static_cast<int>(grade)))
      return grade;
  }
  return std::nullopt;
}

Grade read_grade(const Typed& typed) {
  if (const auto grade = parse_grade(typed.text)) return *grade;
  throw Error(fmt::format("{} \"{}\" is no grade", typed.name, typed.text),
              "again (not recalled), hard, good or easy; or 1 to 4");
}

KeptGrade keep_grade(const std::string& what, Grade grade, const Recording& recording,
                     const Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const auto item = track::find_reviewable(store, track, what);
  const journal::Review review{.item = item.item, .of = item.of, .grade = static_cast<int>(grade)};
  auto recorded = track::record_review(store, track, new_entry(recording, review, session), item,
                                       session.today, session.world.clock(), session.retention);
  const auto& entry = recorded.entry.entry;
  commit(store, fmt::format("review of {}: {}", item.title, name(grade)), session);
  warn(recorded.entry.warnings, entry, track.plan, session);
  const auto next = report::next_text(recorded.item, session.today);
  auto comes_back =
      recorded.counted_before
          ? fmt::format("{}: the day's first grade counts, so this one moves nothing; {}",
                        item.title, next)
          : fmt::format("{}: {}", item.title, next);
  auto last = last_line(fmt::format("Recorded {} for {} on {} as {}", name(grade), item.title,
                                    entry.on.with_weekday(), recorded.entry.short_id),
                        track.name, store);
  return {std::move(recorded), std::move(comes_back), std::move(last)};
}

}  // namespace gradus::cli
