#pragma once

#include "gradus/insight/progress_report.hpp"
#include "gradus/insight/work_of_days.hpp"
#include "gradus/rules/explanation.hpp"
#include "gradus/rules/gate.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

// A letter for a mentor: what moved since a day, what stands still and since when, and one question
// to ask. Everything is counted by the day that an entry is for, not by when it was typed.
namespace gradus::insight {

// A gate on the eve of the first day, and now.
struct GateThenNow {
  struct Criterion {
    rules::CriterionResult then;
    rules::CriterionResult now;
    double done_then = 0;  // how far along it was, 0 to 1; see rules::Explanation
    double done_now = 0;
    std::optional<calendar::Date> last_counted{};  // the newest day of an entry that counts for it
  };
  std::string title;
  calendar::Date opened;  // the day from which its tier was studied
  std::size_t met_then = 0;
  std::size_t met_now = 0;
  std::vector<Criterion> criteria;
  std::optional<calendar::Date> passed_on{};  // set if it was passed within these days
  bool ready = false;                         // every criterion is met or waived
};
// `now` may have been read back from the store, and then has no explanations.
[[nodiscard]] GateThenNow gate_then_now(const rules::Verdict& then,
                                        const std::vector<rules::Explanation>& why_then,
                                        const rules::Verdict& now,
                                        const std::vector<rules::Explanation>& why_now);

// The newest day of an entry that counted for it, or for a part of it.
[[nodiscard]] std::optional<calendar::Date> last_counted(const rules::Explanation& criterion);

// A criterion that is open still, and no nearer than before.
struct Standing {
  enum class Since {
    last_entry,   // that counted for it
    tier_opened,  // nothing has counted since
    worked_on,    // an entry of these days counted for it, and it is no nearer
  };
  rules::CriterionResult criterion;
  calendar::Date since;
  Since why;
};

// A week of the open tier that is over and not done.
struct LateWeek {
  int number;
  std::string title;
  calendar::Date due;
  Minutes left;
  int problems_left;
  std::vector<std::string> undelivered;  // titles of artefacts
};

struct ArtefactNews {
  std::string title;
  bool own = false;  // the curriculum asks for no such artefact: the title is the learner's
  std::optional<std::string> url{};
  calendar::Date on;                            // delivered
  bool again = false;                           // delivered before these days as well
  std::optional<calendar::Date> verified_on{};  // within these days
};

// What the letter begins with: the first of these that is so.
enum class News {
  finished,
  tier_passed,
  nothing_done,
  criteria_met,
  module_passed,
  delivered,
  studied
};
inline constexpr auto news_names = named<News>({{News::finished, "finished"},
                                                {News::tier_passed, "tier-passed"},
                                                {News::nothing_done, "nothing-done"},
                                                {News::criteria_met, "criteria-met"},
                                                {News::module_passed, "module-passed"},
                                                {News::delivered, "delivered"},
                                                {News::studied, "studied"}});
[[nodiscard]] constexpr std::string_view name(News news) {
  return news_names.name(news);
}

// What the one question is about: the first of these that is so.
enum class Ask {
  after_break,    // nothing was logged, and these days are in a break
  what_next,      // all tiers are passed, and nothing more is asked for
  why_nothing,    // nothing was logged
  ready_gate,     // the open tier's gate is met, and not passed
  late_artefact,  // the one due first
  late_week,      // the one due first
  no_longer_met,  // the first criterion that was met and is no more
  long_standing,  // the criterion that has stood longest, for `long_standing` or more
  mock_score,     // the newest mock exam of these days is below the target
  weak_topic,     // few first tries among the new problems of a topic
  plan_moved,     // its end is later than it was
  standing,       // the criterion that has stood longest
  what_helped,    // nothing stands still
};
inline constexpr auto ask_names = named<Ask>({{Ask::after_break, "after-break"},
                                              {Ask::what_next, "what-next"},
                                              {Ask::why_nothing, "why-nothing"},
                                              {Ask::ready_gate, "ready-gate"},
                                              {Ask::late_artefact, "late-artefact"},
                                              {Ask::late_week, "late-week"},
                                              {Ask::no_longer_met, "no-longer-met"},
                                              {Ask::long_standing, "long-standing"},
                                              {Ask::mock_score, "mock-score"},
                                              {Ask::weak_topic, "weak-topic"},
                                              {Ask::plan_moved, "plan-moved"},
                                              {Ask::standing, "standing"},
                                              {Ask::what_helped, "what-helped"}});
[[nodiscard]] constexpr std::string_view name(Ask ask) {
  return ask_names.name(ask);
}
inline constexpr calendar::Days long_standing{14};
// A topic is weak by at least so many new problems, fewer than half of them at the first try.
inline constexpr int enough_problems = 3;

struct MentorQuestion {
  Ask about;
  std::string of{};                       // the title of what it is about; empty if it has none
  std::optional<calendar::Date> since{};  // due, or standing still; of a break, its last day
  int part = 0;                           // of a topic: first tries; of a plan: days
  int whole = 0;                          // of a topic: new problems
  double score = 0;                       // of a mock exam, 0 to 1
  double target = 0;
};

// The criteria that moved, each with the title of its tier.
struct Moved {
  std::string tier;
  GateThenNow::Criterion criterion;
};

// What only the store knows.
struct LetterFacts {
  calendar::Date since;
  WorkDone work;
  std::optional<Minutes> before{};  // studied in as many days before; nullopt: not all on the track
  std::optional<calendar::Date> last_study{};  // before these days
  std::vector<GateThenNow> gates{};  // those passed within these days, then the one at hand
  std::vector<ArtefactNews> artefacts{};
  std::vector<std::string> modules_passed{};
  std::vector<journal::Entry> mocks{};            // of these days, oldest first
  std::optional<calendar::Date> finish_before{};  // of the plan, the evening before; if known
  int plan_changes = 0;                           // since; 0 if unknown
  std::optional<calendar::Date> finished_on{};    // the last tier was passed
};

struct Letter {
  std::string curriculum_title;
  std::optional<std::string> track;
  calendar::Date since;
  calendar::Date date;  // the last of the days
  calendar::Date finish;
  calendar::Days slip;
  std::optional<calendar::Days> slip_before{};  // the evening before; nullopt if unknown
  int plan_changes = 0;
  std::optional<calendar::Date> finished_on{};  // the last tier was passed
  std::optional<calendar::Date> on_break{};     // until when, if its last day is in one
  std::string tier;                             // the open one's title; empty once all are passed
  int tier_number = 0;
  int tiers_total = 0;
  std::optional<plan::PlanWeek> week{};  // the one being studied
  int weeks_total = 0;
  Minutes planned{0};  // by the plan, on these days
  WorkDone work;
  std::optional<Minutes> before{};
  std::optional<calendar::Date> last_study{};

  std::vector<GateThenNow> passed;    // gates passed within these days
  std::optional<GateThenNow> gate{};  // the one at hand
  std::vector<Moved> met;             // newly
  std::vector<Moved> closer;
  std::vector<Moved> lost;    // met then, and no longer
  std::vector<Moved> waived;  // newly
  std::vector<ArtefactNews> artefacts;
  std::vector<std::string> modules_passed;
  std::vector<journal::Entry> mocks;
  std::vector<Standing> standing;     // of the gate at hand
  std::vector<LateWeek> late;         // the earliest first
  std::vector<ArtefactProgress> due;  // undelivered, of the current week and the next
  News news = News::studied;
  MentorQuestion question{Ask::what_helped};
  std::optional<PrivateReport> only_for_me{};  // of these days; nullopt where others may read it

  [[nodiscard]] int days() const { return static_cast<int>((date - since).count()) + 1; }
};

[[nodiscard]] Letter letter(const Track& track, const PlanValues& plan, const Today& now,
                            LetterFacts facts);

}  // namespace gradus::insight
