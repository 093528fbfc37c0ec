#include "gradus/decisions/advice.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/decisions/advise/inputs.hpp"
#include "cli/decisions/keeping.hpp"
#include "cli/decisions/tables.hpp"

namespace gradus::cli {
namespace {

constexpr double most_to_spend = 1'000'000;

struct AdviseBudget {
  std::optional<double> cap_usd;
  Keeping keeping;
};

void describe_budget(Command& budget, AdviseBudget& request) {
  budget
      .add_option("--cap", request.cap_usd, number_within(0, most_to_spend, "300"),
                  "The most that the kit may cost, in US dollars (default: no limit)")
      .type_name("USD");
  add_keeping_options(budget, request.keeping);
}

// With what the track knows of spending.
decisions::BudgetCase budget_case(const AdviseBudget& request,
                                  const std::optional<TrackAtHand>& at_hand,
                                  const decisions::Table& spending, const Session& session) {
  decisions::BudgetCase asked{.cap_usd = request.cap_usd};
  FromTrack from_track(at_hand, session.today);
  from_track.fill(asked.spent_usd, "spent_usd", "spent_usd");
  if (at_hand) asked.spending = known_inputs(spending, session);
  return asked;
}

ExitCode run(const AdviseBudget& request, Session& session) {
  check_keeping(request.keeping);
  const auto spending = find_table("spending", session);
  auto at_hand = track_at_hand(session);
  const auto starter = decisions::starter_kit(curriculum_with_stacks(at_hand, session),
                                              known_certificates(), own_stack(at_hand));
  auto advice =
      decisions::advise_budget(starter, spending, budget_case(request, at_hand, spending, session));
  at_hand.reset();  // to keep an answer, the store must not be open
  return give_advice(advice, "budget", request.keeping, session);
}

}  // namespace

void add_advise_budget(Command& advise) {
  advise.add_command<AdviseBudget>(
      "budget", "Put together what to begin with under a cap, and hold your spending to the rules.",
      "  gradus advise budget\n"
      "  gradus advise budget --cap 300\n"
      "  gradus advise budget --cap 0 --json\n",
      describe_budget);
}

}  // namespace gradus::cli
