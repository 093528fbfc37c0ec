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
using curriculum::session_kinds;
using curriculum::SessionKind;

// All but reading is hands-on.
[[nodiscard]] bool hands_on(SessionKind kind);
// The kind of planned time it fills.
[[nodiscard]] calendar::BlockKind fills(SessionKind kind);

// The types of entries. `fields(self, visit)` calls visit("name", member) for each field of the
// exchange format, in its order: the store's columns, the JSON lines and the answers to criteria
// are all made from it, so a field is named once.

struct Session {
  static constexpr auto type = curriculum::EntryType::session;
  Minutes minutes;
  SessionKind kind;
  std::optional<curriculum::TopicId> topic{};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("minutes", self.minutes);
    visit("kind", self.kind);
    visit("topic", self.topic);
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
    visit("title", self.title);
    visit("topic", self.topic);
    visit("difficulty", self.difficulty);
    visit("minutes", self.minutes);
    visit("attempts", self.attempts);
    visit("help_used", self.help_used);
    visit("platform", self.platform);
    visit("url", self.url);
    visit("language", self.language);
  }

  [[nodiscard]] friend bool operator==(const Problem&, const Problem&) = default;
};

struct Artefact {
  static constexpr auto type = curriculum::EntryType::artefact;
  std::optional<curriculum::ArtefactId> artefact{};  // none: one the curriculum did not ask for
  std::string title;
  std::optional<std::string> url{};
  std::optional<std::string> path{};
  bool verified = false;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("artefact", self.artefact);
    visit("title", self.title);
    visit("url", self.url);
    visit("path", self.path);
    visit("verified", self.verified);
  }

  [[nodiscard]] friend bool operator==(const Artefact&, const Artefact&) = default;
};

// The learner's signature under a criterion of the entry's tier. For placement, it only says what
// they could already do when the tier began: it lets the tier be compressed and passes nothing.
struct Attestation {
  static constexpr auto type = curriculum::EntryType::attestation;
  curriculum::CriterionId criterion;
  std::string evidence;
  bool placement = false;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("criterion", self.criterion);
    visit("evidence", self.evidence);
    visit("placement", self.placement);
  }

  [[nodiscard]] friend bool operator==(const Attestation&, const Attestation&) = default;
};

struct MockExam {
  static constexpr auto type = curriculum::EntryType::mock_exam;
  std::string exam;
  double score = 0;  // 0 to 1
  bool timed = false;
  std::map<std::string, double> domains{};  // shares of 1, by domain

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("exam", self.exam);
    visit("score", self.score);
    visit("timed", self.timed);
    visit("domains", self.domains);
  }

  [[nodiscard]] friend bool operator==(const MockExam&, const MockExam&) = default;
};

struct MockInterview {
  static constexpr auto type = curriculum::EntryType::mock_interview;
  std::string area;
  std::optional<double> score{};  // 0 to 100

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("area", self.area);
    visit("score", self.score);
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
    visit("company", self.company);
    visit("role", self.role);
    visit("status", self.status);
  }

  [[nodiscard]] friend bool operator==(const Application&, const Application&) = default;
};

struct Run {
  static constexpr auto type = curriculum::EntryType::run;
  std::string pipeline;
  bool ok = false;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("pipeline", self.pipeline);
    visit("ok", self.ok);
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
    visit("usd", self.usd);
    visit("kind", self.kind);
    visit("title", self.title);
  }

  [[nodiscard]] friend bool operator==(const Expense&, const Expense&) = default;
};

struct Drill {
  static constexpr auto type = curriculum::EntryType::drill;
  std::string drill;
  std::chrono::seconds seconds;
  std::chrono::seconds limit_seconds;
  bool passed = false;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("drill", self.drill);
    visit("seconds", self.seconds);
    visit("limit_seconds", self.limit_seconds);
    visit("passed", self.passed);
  }

  [[nodiscard]] friend bool operator==(const Drill&, const Drill&) = default;
};

struct Review {
  static constexpr auto type = curriculum::EntryType::review;
  EntryId problem;
  int grade;  // 1 to 4

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("problem", self.problem);
    visit("grade", self.grade);
  }

  [[nodiscard]] friend bool operator==(const Review&, const Review&) = default;
};

using What = std::variant<Session, Problem, Artefact, Attestation, MockExam, MockInterview,
                          Application, Run, Expense, Drill, Review>;

// A value of each type for `fields` to fill; until then it says nothing true.
[[nodiscard]] What blank(curriculum::EntryType type);

// Something the learner did on a day.
struct Entry {
  EntryId id;
  calendar::Date on;
  std::optional<calendar::Moment> at{};
  std::optional<curriculum::WeekId> week{};  // the curriculum's week it counts for
  std::optional<curriculum::TierId> tier{};  // the tier it was recorded with; kept for good
  std::string note{};
  // When this was last typed, imported or edited, by the real clock: of two versions of an entry
  // the later one counts. 1970 where it was recorded before gradus kept that.
  calendar::Instant changed{};
  What what;

  [[nodiscard]] curriculum::EntryType type() const;
  [[nodiscard]] friend bool operator==(const Entry&, const Entry&) = default;
};

// Whether the two say the same, whenever they came to do so.
[[nodiscard]] bool same_content(const Entry& one, const Entry& other);

// That an entry was taken away, and when. It outlives the entry, so that no older copy of that
// brings it back.
struct Removal {
  EntryId id;
  calendar::Instant changed;
  [[nodiscard]] friend bool operator==(const Removal&, const Removal&) = default;
};

// How far another computer's clock may be ahead of this one's.
inline constexpr std::chrono::hours most_clock_skew{24};
// When a change is made, by the clock, to what was last changed at `before`: later than that, even
// where the clock is behind the one that wrote it. Only a `before` that is further ahead than
// clocks may differ is taken for a clock that was wrong.
[[nodiscard]] calendar::Instant changed_after(calendar::Instant before, calendar::Instant clock);

inline constexpr std::size_t max_text_bytes = std::size_t{64} * 1024;  // of any one text
inline constexpr Minutes max_session{24 * 60};

// Throws Error when a field is out of its range: minutes outside 1 to 1440, attempts below 1, an
// empty title, a score outside its scale, a text over max_text_bytes or not UTF-8, an `at` on
// another day than `on`.
void check(const Entry& entry);
// Throws Error for a text over max_text_bytes or not UTF-8; `field` is what people call it.
void check_text(std::string_view field, std::string_view text);

}  // namespace gradus::journal
