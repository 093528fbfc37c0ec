#pragma once

#include "gradus/decisions/advice.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/report/decisions.hpp"

#include "cli/command.hpp"
#include "cli/recording.hpp"
#include "cli/show.hpp"

#include <string>

namespace gradus::cli {

// The options with which an answer becomes an entry.
struct Keeping {
  bool keep = false;
  Recording recording{};
};
void add_keeping_options(Command& command, Keeping& keeping);
// Throws Error for options of an entry without --keep.
void check_keeping(const Keeping& keeping);

// The answer as the journal keeps it. Throws Error, which names what to give, where nothing is
// decided.
[[nodiscard]] journal::Decision decision_of(const report::AnsweredTable& answered);
// What a sheet that holds is worth as evidence: "slo-sheet: pass = yes, budget_days = 1.5".
[[nodiscard]] std::string evidence_of(const report::AnsweredTable& answered);
// `kind`: which advice it is, such as "budget".
[[nodiscard]] journal::Decision decision_of(const std::string& kind,
                                            const decisions::Advice& advice);

ExitCode keep_decision(const journal::Decision& decision, const Keeping& keeping, Session& session);

// Shows the advice, and keeps it if that was asked for; with --json the answer is the entry then.
template <class Advice>
ExitCode give_advice(const Advice& advice, const std::string& kind, const Keeping& keeping,
                     Session& session) {
  if (!keeping.keep || !session.json) session.show(advice);
  return keeping.keep ? keep_decision(decision_of(kind, advice), keeping, session) : ExitCode::done;
}

}  // namespace gradus::cli
