#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/decisions/certificates.hpp"
#include "gradus/decisions/table.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gradus::decisions {

// Advice is an answer with each step that led to it. Its thresholds stand in tables and catalogues.

struct RuledOut {
  std::string id;
  std::string why;
};

// One question on the way, such as whether the budget suffices.
struct AdviceStep {
  std::string id;
  std::vector<std::pair<std::string, std::optional<Value>>> input;  // what it looked at
  std::optional<Value> result;  // such as the candidates left; nullopt: there was nothing to ask
  std::string why;              // in a sentence
  std::vector<RuledOut> ruled_out{};
};

// What to keep in mind besides.
struct Notice {
  std::string code;  // retired, borderline, save, …
  std::string message;
};

struct Advice {
  std::string title;                // the question
  std::optional<std::string> pick;  // nullopt: none now
  std::string answer;               // the pick in a sentence, or why there is none
  std::vector<AdviceStep> steps{};
  Words next{};  // what comes after it, or instead: ids of certificates, or commands
  std::vector<Notice> warnings{};
  Words notes{};       // what the source says of the pick
  Words from_track{};  // the inputs that the track gave
  Words assumed{};     // those that nobody gave
  std::string source{};
  std::optional<calendar::Date> as_of{};
};

// Somebody who asks for a certificate. Names are the catalogue's (known_market, …).
struct CertificateCase {
  std::string market;
  Words portfolio;  // what the projects run on; may be empty
  double budget_usd;
  double weeks;
  double hours_per_week;
  double jobs;  // in the field, so far
  Words has;    // ids of certificates
};

// A certificate as the advice weighed it.
struct WeighedCertificate {
  const Certificate* certificate;
  std::string verdict;  // "the pick", "fits too", or "ruled out by" a step
};
struct CertificateAdvice : Advice {
  std::vector<WeighedCertificate> weighed;  // all of the catalogue's; it must outlive this
};

// Asks market, portfolio, budget, time, stopping rule and what comes next, in this order and always
// all six. More budget or more weeks never turn a pick into none.
[[nodiscard]] CertificateAdvice advise_certificate(const CertificateCatalogue& catalogue,
                                                   const CertificateCase& asked);

// Asks whether a bootcamp is worth weighing: by the table `bootcamp`, and whether what is
// documented of it defends its price, by the table `bootcamp-record`. `pick`: "worth weighing",
// "no", or "undecided" where nothing speaks against it but something is unknown; `next` names that.
[[nodiscard]] Advice advise_bootcamp(const Table& bootcamp, const Table& record,
                                     const Values& given);

// Something to learn with, or an exam.
struct KitItem {
  std::string id;
  std::string title;
  curriculum::Usd usd;
  std::string note{};  // what the price doesn't say
};
// What is recommended to begin with, each list in the order of preference.
struct StarterKit {
  std::vector<KitItem> free;
  std::vector<KitItem> paid;   // one of them, at the end
  std::vector<KitItem> exams;  // one of them, before a paid course: no free thing stands for it
};
// The curriculum's starter resources, and the exams of the catalogue: the one that the stack leads
// to, or else one after the other as they are listed. `curriculum`: as its file has it, without a
// stack's weeks in place.
[[nodiscard]] StarterKit starter_kit(const curriculum::Curriculum& curriculum,
                                     const CertificateCatalogue& catalogue,
                                     const std::optional<curriculum::StackId>& stack);

struct BudgetCase {
  std::optional<double> cap_usd;
  std::optional<double> spent_usd{};  // nullopt: unknown, as without a track
  Values spending{};                  // what is known of the table's inputs but `paying`
};
struct BudgetAdvice : Advice {
  std::vector<KitItem> kit;
  curriculum::Usd kit_usd{0};
};
// The kit that the cap has room for, and by the table `spending` the rules that are broken, or
// would be by paying for another course now. `pick`: "starter", "free-and-exam", "free-and-course"
// or "free".
[[nodiscard]] BudgetAdvice advise_budget(const StarterKit& starter, const Table& spending,
                                         const BudgetCase& asked);

// A week of a stack that differs from the curriculum's.
struct StackWeek {
  curriculum::WeekId week;
  curriculum::TierId tier;
  std::string title;
  std::vector<std::string> artefacts;  // their titles
};
struct ComparedStack {
  const curriculum::Stack* stack;
  std::optional<curriculum::Usd> exam_usd{};
  std::vector<StackWeek> weeks{};  // in the curriculum's order
};
struct StackCase {
  std::string market;
  std::optional<curriculum::StackId> own{};  // the track's
  bool midway = false;                       // its weeks have begun to differ from the others'
  bool anyway = false;                       // switching is considered all the same
};
struct StackAdvice : Advice {
  std::vector<ComparedStack> stacks;  // those of the curriculum, which must outlive this
};
// The stack for a market by the table `starter-stack`, beside the others. Midway the track's own
// stays. `curriculum`: as its file has it, without a stack's weeks in place.
[[nodiscard]] StackAdvice advise_stack(const curriculum::Curriculum& curriculum,
                                       const CertificateCatalogue& catalogue, const Table& table,
                                       const StackCase& asked);

}  // namespace gradus::decisions
