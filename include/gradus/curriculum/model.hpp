#pragma once

#include "gradus/calendar/availability.hpp"
#include "gradus/calendar/date.hpp"
#include "gradus/calendar/named.hpp"
#include "gradus/curriculum/error.hpp"
#include "gradus/curriculum/id.hpp"
#include "gradus/curriculum/quiz.hpp"
#include "gradus/curriculum/requirement.hpp"
#include "gradus/curriculum/usd.hpp"
#include "gradus/curriculum/verify.hpp"
#include "gradus/curriculum/vocabulary.hpp"
#include "gradus/text/json.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::curriculum {

using calendar::Minutes;

// A week's study time, by purpose.
struct WeekMinutes {
  Minutes read{0};
  Minutes lab{0};
  Minutes review{0};

  [[nodiscard]] Minutes& of(calendar::BlockKind kind);
  [[nodiscard]] Minutes of(calendar::BlockKind kind) const;
  [[nodiscard]] Minutes total() const { return read + lab + review; }
  [[nodiscard]] friend bool operator==(const WeekMinutes&, const WeekMinutes&) = default;
};

struct Topic {
  TopicId id;
  std::string title;
  std::optional<std::string> practice_url;
  std::optional<double> weight;  // in an exam curriculum: the domain's share, 0 to 1
  bool retired = false;
};

// A number of problems of a topic to solve in a week. A top-up row closes the gap between the
// weekly targets and the tier's exit.
struct ProblemTarget {
  TopicId topic;
  Difficulty difficulty;
  int count;  // at least 1
  bool top_up = false;
  [[nodiscard]] friend bool operator==(const ProblemTarget&, const ProblemTarget&) = default;
};

struct Artefact {
  ArtefactId id;
  std::string title;
  std::string kind;  // free text: gist, repo, notebook, …; empty when not given
  std::optional<Verify> verify{};
  std::vector<TopicId> topics{};  // what it practises: of an exam, the domains it is a lab of
  bool retired = false;
};

struct Week {
  WeekId id;
  std::string title;
  std::vector<std::string> goals;
  WeekMinutes minutes;  // the curriculum's, if the week names none
  std::vector<ProblemTarget> problems;
  std::vector<Artefact> artefacts;
  std::vector<ResourceId> resources;
  bool retired = false;
};

enum class CriterionKind { measured, timed, quiz, artefact, attest };
inline constexpr auto criterion_kinds = named<CriterionKind>({{CriterionKind::measured, "measured"},
                                                              {CriterionKind::timed, "timed"},
                                                              {CriterionKind::quiz, "quiz"},
                                                              {CriterionKind::artefact, "artefact"},
                                                              {CriterionKind::attest, "attest"}});
[[nodiscard]] constexpr std::string_view name(CriterionKind kind) {
  return criterion_kinds.name(kind);
}

// Which wording of a criterion applies, depending on how far the track's plan is compressed.
enum class Compression {
  regular,
  weeks_saved,       // some tier is compressed: `when_saved` replaces keys of `require`
  compressed_deeply  // this tier has less than half its weeks: `placed` replaces keys as well
};

struct Criterion {
  CriterionId id;
  std::string title;
  CriterionKind kind;
  std::map<Compression, Requirement> require;  // one for each
  std::string how;                             // a command to type; empty when not given
  std::vector<WeekId> repeat;                  // the remedy: weeks to do again
  bool retired = false;
  std::optional<Quiz> quiz{};  // what `require` measures then; only of kind quiz

  [[nodiscard]] const Requirement& requirement(Compression compression) const {
    return require.at(compression);
  }
};

enum class Compress { never, half };
inline constexpr auto compressions =
    named<Compress>({{Compress::never, "never"}, {Compress::half, "half"}});
[[nodiscard]] constexpr std::string_view name(Compress compress) {
  return compressions.name(compress);
}

struct Tier {
  TierId id;
  std::string title;
  Compress compress = Compress::never;
  bool closing = false;
  std::optional<int> deep_hours;  // the source's optional deep-practice target; never a gate
  std::vector<std::string> advice;
  std::vector<ProblemTarget> placed_problems;  // in place of the weeks' while compressed below half
  std::vector<Week> weeks;                     // at least one that is not retired
  std::vector<Criterion> exit;                 // at least one that is not retired
  bool retired = false;
};

// Where the plan weeks go that a compressed tier saves: the plan ends sooner (`none`), or the
// closing tier takes them up.
enum class SavedWeeks { none, closing };
inline constexpr auto saved_weeks_uses =
    named<SavedWeeks>({{SavedWeeks::none, "none"}, {SavedWeeks::closing, "closing"}});
[[nodiscard]] constexpr std::string_view name(SavedWeeks use) {
  return saved_weeks_uses.name(use);
}

struct Limits {
  std::optional<std::array<int, 2>> hours_per_week;  // least, most
  bool rest_day = false;
  std::optional<int> months;  // the minimum for a whole plan
};

struct Resource {
  ResourceId id;
  std::string title;
  std::optional<Usd> usd;     // nullopt: unknown; the lower figure of a range
  std::optional<Usd> usd_to;  // the upper figure
  std::string per;            // "", "month", "year" or "once"
  std::string url;
  std::string note;  // what the price doesn't say
  bool starter = false;
  std::vector<TierId> tiers;
  bool retired = false;
};

// A set of services to learn with. Its weeks replace the curriculum's weeks with the same id.
struct Stack {
  StackId id;
  std::string title;
  std::optional<std::string> certificate;  // an id in the catalogue of certificates
  std::vector<std::string> markets;        // those it suits
  std::string cloud, warehouse, transform, orchestrator, language;
  std::map<WeekId, Week> weeks;  // whole weeks: the merge patch is already applied
  bool retired = false;
};

// How to spend the time of an exam.
struct Pacing {
  int items;  // at least 1
  Minutes minutes;
  double pass;                                       // a share, 0 to 1
  std::vector<Minutes> passes;                       // through all items, one after the other
  std::optional<std::chrono::seconds> skip_after{};  // mark it, and go on to the next
  std::optional<std::chrono::seconds> most{};        // on one item, in all passes together
  // The fewest right answers that pass.
  [[nodiscard]] int right_answers() const;
};

// How many weeks the preparation takes for someone who begins like that.
struct PreparationLength {
  std::string title;
  std::array<int, 2> weeks;  // least, most
};

struct Exam {
  std::string id;
  double target;  // a share, 0 to 1
  int mocks;
  std::chrono::days within;
  std::string next{};  // what the `finish` criteria make ready for; may be empty
  std::optional<Pacing> pacing{};
  std::vector<PreparationLength> lengths{};
  std::vector<std::string> day{};  // the checklist of the exam's day
};

// A module of the curriculum's own, as the text of a module's file (load_module reads it): most
// runs need none.
struct OwnModule {
  ModuleId id;
  std::string text;
};

struct Curriculum {
  CurriculumId id;
  std::string title;
  std::string version;
  std::string source;
  std::optional<calendar::Date> as_of;
  WeekMinutes minutes;
  std::optional<calendar::Availability> available;
  Limits limits;
  SavedWeeks saved_weeks = SavedWeeks::none;
  std::vector<Topic> topics;
  std::vector<Tier> tiers;  // in order; at least one
  std::vector<Criterion> finish;
  std::optional<Tier> beginner;
  std::optional<Exam> exam;
  std::vector<Resource> resources;
  std::vector<Stack> stacks;
  std::vector<text::Node>
      decisions{};                   // tables of its own, as written; the box decisions reads them
  std::vector<OwnModule> modules{};  // each after those that it requires
};

// Each throws Error with the nearest names when the curriculum has no such id.
[[nodiscard]] const Tier& find_tier(const Curriculum& curriculum, const std::string& id);
// Also throws for a retired one.
[[nodiscard]] const Tier& find_tier_in_force(const Curriculum& curriculum, const std::string& id);
// Of all artefacts, retired ones included.
using ArtefactTitles = std::map<ArtefactId, std::string>;
[[nodiscard]] ArtefactTitles artefact_titles(const Curriculum& curriculum);
// Falls back to the id if the curriculum no longer has the topic.
[[nodiscard]] std::string topic_title(const Curriculum& curriculum, const TopicId& topic);
[[nodiscard]] const Topic& find_topic(const Curriculum& curriculum, const std::string& id);
[[nodiscard]] const Week& find_week(const Curriculum& curriculum, const std::string& id);
[[nodiscard]] const Artefact& find_artefact(const Curriculum& curriculum, const std::string& id);
// nullptr if the curriculum doesn't have the artefact.
[[nodiscard]] const Week* week_of_artefact(const Curriculum& curriculum, const ArtefactId& id);
[[nodiscard]] const Stack& find_stack(const Curriculum& curriculum, const std::string& id);
[[nodiscard]] const Criterion& find_criterion(const Tier& tier, const std::string& id);

// The tier that contains the week. Throws Error as find_week does.
[[nodiscard]] const Tier& tier_of(const Curriculum& curriculum, const WeekId& week);

// The curriculum with a stack's weeks in place of its own. A tier that they leave without weeks is
// retired. Where a criterion allows several exams, and the stack's certificate is one of them, it
// is the only one that still counts.
[[nodiscard]] Curriculum with_stack(Curriculum curriculum, const StackId& stack);

// The curriculum with its foundations as the first tier. Throws Error when it has none.
[[nodiscard]] Curriculum with_beginner(Curriculum curriculum);

}  // namespace gradus::curriculum
