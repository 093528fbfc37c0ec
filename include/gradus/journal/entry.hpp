#pragma once

#include "gradus/calendar/availability.hpp"
#include "gradus/calendar/date.hpp"
#include "gradus/calendar/duration.hpp"
#include "gradus/calendar/instant.hpp"
#include "gradus/calendar/moment.hpp"
#include "gradus/curriculum/id.hpp"
#include "gradus/curriculum/usd.hpp"
#include "gradus/curriculum/vocabulary.hpp"
#include "gradus/journal/entry_id.hpp"

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace gradus::journal {

using calendar::Minutes;

using curriculum::expense_kinds;
using curriculum::ExpenseKind;
using curriculum::name;
using curriculum::parse_expense_kind;
using curriculum::parse_session_kind;
using curriculum::ReviewOf;
using curriculum::session_kinds;
using curriculum::SessionKind;
namespace field = curriculum::field;

// Everything but reading is hands-on.
[[nodiscard]] bool hands_on(SessionKind kind);
// The kind of planned time it counts towards.
[[nodiscard]] calendar::BlockKind fills(SessionKind kind);

// The types of entries. `fields(self, visit)` calls visit(field, member) for each field of the
// exchange format, in order. The store's columns, the JSON lines and the answers to criteria are
// all generated from it. Each field's name, range and words are in one place: curriculum::field.

struct Session {
  static constexpr auto type = curriculum::EntryType::session;
  Minutes minutes;
  SessionKind kind;
  std::optional<curriculum::TopicId> topic{};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(field::minutes, self.minutes);
    visit(field::session_kind, self.kind);
    visit(field::topic, self.topic);
  }

  [[nodiscard]] friend bool operator==(const Session&, const Session&) = default;
};

struct Problem {
  static constexpr auto type = curriculum::EntryType::problem;
  std::string title;
  curriculum::TopicId topic;
  curriculum::Difficulty difficulty;
  Minutes minutes;
  int attempts = 1;  // 1: solved at the first try
  bool help_used = false;
  std::optional<std::string> platform{};
  std::optional<std::string> url{};
  std::optional<std::string> language{};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(field::title, self.title);
    visit(field::topic, self.topic);
    visit(field::difficulty, self.difficulty);
    visit(field::minutes, self.minutes);
    visit(field::attempts, self.attempts);
    visit(field::help_used, self.help_used);
    visit(field::platform, self.platform);
    visit(field::url, self.url);
    visit(field::language, self.language);
  }

  [[nodiscard]] friend bool operator==(const Problem&, const Problem&) = default;
};

struct Artefact {
  static constexpr auto type = curriculum::EntryType::artefact;
  std::optional<curriculum::ArtefactId> artefact{};  // nullopt: the curriculum didn't ask for it
  std::string title;
  std::optional<std::string> url{};
  std::optional<std::string> path{};
  bool verified = false;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(field::artefact, self.artefact);
    visit(field::title, self.title);
    visit(field::url, self.url);
    visit(field::path, self.path);
    visit(field::verified, self.verified);
  }

  [[nodiscard]] friend bool operator==(const Artefact&, const Artefact&) = default;
};

// The learner's signature under a criterion of the entry's tier. A signature for placement only
// says what they could already do when the tier began: it allows compressing the tier and passes
// nothing.
struct Attestation {
  static constexpr auto type = curriculum::EntryType::attestation;
  curriculum::CriterionId criterion;
  std::string evidence;
  bool placement = false;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(field::criterion, self.criterion);
    visit(field::evidence, self.evidence);
    visit(field::placement, self.placement);
  }

  [[nodiscard]] friend bool operator==(const Attestation&, const Attestation&) = default;
};

struct MockExam {
  static constexpr auto type = curriculum::EntryType::mock_exam;
  std::string exam;
  double score = 0;  // 0 to 1
  bool timed = false;
  std::map<std::string, double> domains{};  // scores from 0 to 1, by domain

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(field::exam, self.exam);
    visit(field::exam_score, self.score);
    visit(field::timed, self.timed);
    visit(field::domains, self.domains);
  }

  [[nodiscard]] friend bool operator==(const MockExam&, const MockExam&) = default;
};

struct MockInterview {
  static constexpr auto type = curriculum::EntryType::mock_interview;
  std::string area;
  std::optional<double> score{};  // 0 to 100

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(field::area, self.area);
    visit(field::interview_score, self.score);
  }

  [[nodiscard]] friend bool operator==(const MockInterview&, const MockInterview&) = default;
};

struct Application {
  static constexpr auto type = curriculum::EntryType::application;
  std::string company;
  std::optional<std::string> role{};
  std::optional<std::string> status{};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(field::company, self.company);
    visit(field::role, self.role);
    visit(field::status, self.status);
  }

  [[nodiscard]] friend bool operator==(const Application&, const Application&) = default;
};

struct Run {
  static constexpr auto type = curriculum::EntryType::run;
  std::string pipeline;
  bool ok = false;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(field::pipeline, self.pipeline);
    visit(field::ok, self.ok);
  }

  [[nodiscard]] friend bool operator==(const Run&, const Run&) = default;
};

struct Expense {
  static constexpr auto type = curriculum::EntryType::expense;
  curriculum::Usd usd;
  ExpenseKind kind;
  std::string title;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(field::usd, self.usd);
    visit(field::expense_kind, self.kind);
    visit(field::title, self.title);
  }

  [[nodiscard]] friend bool operator==(const Expense&, const Expense&) = default;
};

struct Drill {
  static constexpr auto type = curriculum::EntryType::drill;
  std::string drill;
  std::chrono::seconds seconds;
  std::optional<std::chrono::seconds> limit_seconds{};  // nullopt: not against the clock
  bool passed = false;
  std::optional<double> score{};  // 0 to 1
  std::optional<int> items{};     // of a table's round: how many were asked

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(field::drill, self.drill);
    visit(field::seconds, self.seconds);
    visit(field::limit_seconds, self.limit_seconds);
    visit(field::passed, self.passed);
    visit(field::drill_score, self.score);
    visit(field::drill_items, self.items);
  }

  [[nodiscard]] friend bool operator==(const Drill&, const Drill&) = default;
};

struct Review {
  static constexpr auto type = curriculum::EntryType::review;
  std::string item;  // the id of a problem's entry, or of a drill
  ReviewOf of = ReviewOf::problem;
  int grade;  // 1 to 4

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(field::item, self.item);
    visit(field::review_of, self.of);
    visit(field::grade, self.grade);
  }

  [[nodiscard]] friend bool operator==(const Review&, const Review&) = default;
};

// What showed that the learner can do what a module's check asks for, or can't yet.
struct Check {
  static constexpr auto type = curriculum::EntryType::check;
  curriculum::ModuleId module;
  curriculum::CriterionId check;
  bool passed = false;
  std::optional<double> score{};  // 0 to 1
  std::optional<std::string> evidence{};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(field::module, self.module);
    visit(field::check, self.check);
    visit(field::passed, self.passed);
    visit(field::drill_score, self.score);
    visit(field::evidence, self.evidence);
  }

  [[nodiscard]] friend bool operator==(const Check&, const Check&) = default;
};

// What the learner decided by a decision table or by advice, in the words of that day: the table
// may change. Private.
struct Decision {
  static constexpr auto type = curriculum::EntryType::decision;
  std::string table;  // its id; of advice "advise budget" and the like
  std::string title;  // the question
  std::string result;
  std::optional<std::string> why{};
  std::optional<std::string> given{};  // "rows = 5000, indexed = yes"

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(field::decision_table, self.table);
    visit(field::title, self.title);
    visit(field::result, self.result);
    visit(field::why, self.why);
    visit(field::given, self.given);
  }

  [[nodiscard]] friend bool operator==(const Decision&, const Decision&) = default;
};

using What = std::variant<Session, Problem, Artefact, Attestation, MockExam, MockInterview,
                          Application, Run, Expense, Drill, Review, Check, Decision>;

// A value of each type for `fields` to fill; its contents mean nothing until then.
[[nodiscard]] What blank(curriculum::EntryType type);

// Something the learner did on a day.
struct Entry {
  EntryId id;
  calendar::Date on;
  std::optional<calendar::Moment> at{};
  std::optional<curriculum::WeekId> week{};  // the curriculum's week it counts for
  std::optional<curriculum::TierId> tier{};  // the tier it was recorded in; never changes
  std::string note{};
  // When this was last typed, imported or edited, by the real clock: of two versions of an entry
  // the later one wins. 1970 if it was recorded before gradus tracked this.
  calendar::Instant changed{};
  What what;

  [[nodiscard]] curriculum::EntryType type() const;
  [[nodiscard]] friend bool operator==(const Entry&, const Entry&) = default;
};

// Whether the two say the same, regardless of when they were changed.
[[nodiscard]] bool same_content(const Entry& one, const Entry& other);

// Records that an entry was removed, and when. It outlives the entry, so that an older copy can't
// bring it back.
struct Removal {
  EntryId id;
  calendar::Instant changed;
  [[nodiscard]] friend bool operator==(const Removal&, const Removal&) = default;
};

// How far another computer's clock may be ahead of this one's.
inline constexpr std::chrono::hours most_clock_skew{24};
// The time to record for a change made at `clock` to something last changed at `before`: always
// later than `before`, even if this clock is behind the one that wrote it. A `before` that is ahead
// by more than most_clock_skew is treated as a wrong clock and ignored.
[[nodiscard]] calendar::Instant changed_after(calendar::Instant before, calendar::Instant clock);

// The attempt that a further solution of a problem took, if nobody says: one more than it took so
// far at most, 0 for a problem that was never solved.
inline constexpr int most_attempts = 10'000;
[[nodiscard]] int next_attempt(int most_so_far);

inline constexpr std::size_t max_text_bytes = std::size_t{64} * 1024;  // for any one text
inline constexpr Minutes max_session{24 * 60};

// Whether the entry is of a time to come. One with a clock time is compared by its own offset, and
// with the end of the local day `now`; a day alone has begun once it has somewhere on earth, at
// UTC+14.
[[nodiscard]] bool is_ahead(const Entry& entry, const calendar::Moment& now);

// Throws Error when a field is out of range: minutes outside 1 to 1440, attempts below 1, an empty
// title, a score off its scale, text over max_text_bytes or not UTF-8, an `at` that is neither on
// the day `on` nor in the night after it, before 12:00.
void check(const Entry& entry);
// Throws Error for text over max_text_bytes or not UTF-8; `field` is what people call it.
void check_text(std::string_view field, std::string_view text);

}  // namespace gradus::journal
