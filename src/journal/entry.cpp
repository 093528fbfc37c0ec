#include "gradus/journal/entry.hpp"

#include <algorithm>

namespace gradus::journal {

bool hands_on(SessionKind kind) {
  return kind != SessionKind::read;
}

calendar::BlockKind fills(SessionKind kind) {
  if (kind == SessionKind::read) return calendar::BlockKind::read;
  if (kind == SessionKind::review) return calendar::BlockKind::review;
  return calendar::BlockKind::lab;
}

What blank(curriculum::EntryType type) {
  using curriculum::EntryType;
  switch (type) {
    case EntryType::session:
      return Session{.minutes = {}, .kind = {}};
    case EntryType::problem:
      return Problem{
          .title = {}, .topic = curriculum::TopicId("none"), .difficulty = {}, .minutes = {}};
    case EntryType::artefact:
      return Artefact{.title = {}};
    case EntryType::attestation:
      return Attestation{.criterion = curriculum::CriterionId("none"), .evidence = {}};
    case EntryType::mock_exam:
      return MockExam{.exam = {}};
    case EntryType::mock_interview:
      return MockInterview{.area = {}};
    case EntryType::application:
      return Application{.company = {}};
    case EntryType::run:
      return Run{.pipeline = {}};
    case EntryType::expense:
      return Expense{.usd = curriculum::Usd{0}, .kind = {}, .title = {}};
    case EntryType::drill:
      return Drill{.drill = {}, .seconds = {}, .limit_seconds = {}};
    case EntryType::review:
      return Review{.item = {}, .grade = {}};
    case EntryType::check:
      return Check{.module = curriculum::ModuleId("none"),
                   .check = curriculum::CriterionId("none")};
    case EntryType::decision:
      break;
  }
  return Decision{.table = {}, .title = {}, .result = {}};
}

curriculum::EntryType Entry::type() const {
  return std::visit([](const auto& of_type) { return of_type.type; }, what);
}

bool same_content(const Entry& one, const Entry& other) {
  return one.id == other.id && one.on == other.on && one.at == other.at && one.week == other.week &&
         one.tier == other.tier && one.note == other.note && one.what == other.what;
}

bool is_ahead(const Entry& entry, const calendar::Moment& now) {
  constexpr calendar::Minutes first_on_earth{14 * 60};
  constexpr calendar::Minutes last_of_day{24 * 60 - 1};
  using calendar::Moment;
  using calendar::TimeOfDay;
  if (entry.at) return *entry.at - Moment{now.on, TimeOfDay{last_of_day}, now.offset} > Minutes{0};
  return Moment{entry.on, TimeOfDay{Minutes{0}}, first_on_earth} - now > Minutes{0};
}

int next_attempt(int most_so_far) {
  return std::clamp(most_so_far, 0, most_attempts - 1) + 1;
}

calendar::Instant changed_after(calendar::Instant before, calendar::Instant clock) {
  constexpr calendar::Instant::Microseconds least{1};
  if (before > clock + most_clock_skew) return clock;
  return std::max(clock, before + least);
}

}  // namespace gradus::journal
