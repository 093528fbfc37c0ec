#include "cli/command.hpp"
#include "cli/gate/requests.hpp"
#include "cli/recording_options.hpp"

namespace gradus::cli {
namespace {

void describe_attest(Command& attest, AttestCriterion& request) {
  attest
      .add_option("CRITERION", request.criterion,
                  "As gradus ready shows it; of the last check: finish/CRITERION")
      .required()
      .type_name("TIER/CRITERION")
      .completes(Completion::criterion);
  attest.add_option("--evidence", request.evidence, "A link, or words that say how you know")
      .required()
      .type_name("TEXT|URL");
  attest.add_flag("--placement", request.placement,
                  "Say what you could already do: lets the tier be compressed, passes nothing");
  add_recording_options(attest, request.recording);
}

void describe_waive(Command& waive, WaiveCriterion& request) {
  waive
      .add_option("CRITERION", request.criterion,
                  "As gradus ready shows it; of the last check: finish/CRITERION")
      .required()
      .type_name("TIER/CRITERION")
      .completes(Completion::criterion);
  waive.add_option("--reason", request.reason, "Why, for whoever reads the report")
      .type_name("TEXT");
  waive.add_option("--on", request.on, "The day you made it: ISO, yesterday, -3d, tue")
      .type_name("DATE");
  waive.add_option("--until", request.until, "The last day the exception holds (default: no end)")
      .type_name("DATE");
  waive.add_flag("--remove", request.remove, "Take the criterion's exception away again");
}

}  // namespace

void add_gate_commands(Command& gradus) {
  gradus.add_command<CheckReadiness>(
      "ready", "Check a tier's exit criteria; exit code 1 means not yet.",
      "  gradus ready\n  gradus ready sql --json\n  gradus ready --explain\n",
      [](Command& ready, CheckReadiness& request) {
        ready.add_option("TIER", request.tier, "A tier's id, or finish (default: the open one)")
            .completes(Completion::tier);
        ready.add_flag("--explain", request.explain,
                       "Show what counted, what nearly did, and what opens the gate soonest");
      });
  gradus.add_command<UnlockTier>(
      "unlock", "Pass the open tier and open the next.",
      "  gradus unlock\n  gradus unlock sql\n  gradus unlock --on yesterday\n",
      [](Command& unlock, UnlockTier& request) {
        unlock.add_option("TIER", request.tier, "The tier to pass (default: the open one)")
            .completes(Completion::tier);
        unlock.add_option("--on", request.on, "The day it was passed, with what was done by then")
            .type_name("DATE");
      });
  gradus.add_command<AttestCriterion>(
      "attest", "Sign a criterion that no log can measure.",
      "  gradus attest sql/sql-plan-reading --evidence https://github.com/you/plans\n"
      "  gradus attest sql/sql-problems --placement --evidence \"five years as an analyst\"\n"
      "  gradus attest finish/ready-outcome --evidence \"40 GB a day for 5 dollars a month\"\n",
      describe_attest);
  gradus.add_command<WaiveCriterion>(
      "waive", "Make an exception of a criterion: it holds up no gate, and is shown as WAIVED.",
      "  gradus waive sql/sql-plan-reading --reason \"no EXPLAIN on this platform\"\n"
      "  gradus waive sql/sql-problems --reason \"exam month\" --until 2027-01-31\n"
      "  gradus waive sql/sql-problems --remove\n"
      "  gradus waive finish/ready-mocks --reason \"hired already\"\n",
      describe_waive);
}

}  // namespace gradus::cli
