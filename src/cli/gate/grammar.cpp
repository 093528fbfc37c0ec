#include "cli/command.hpp"
#include "cli/gate/requests.hpp"
#include "cli/recording_options.hpp"

namespace gradus::cli {
namespace {

void describe_attest(Command& attest, AttestCriterion& request) {
  attest.add_option("CRITERION", request.criterion, "As gradus ready shows it")
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

}  // namespace

void add_gate_commands(Command& gradus) {
  gradus.add_command<CheckReadiness>(
      "ready", "Check a tier's exit criteria; exit code 1 means not yet.",
      "  gradus ready\n  gradus ready sql --json\n", [](Command& ready, CheckReadiness& request) {
        ready.add_option("TIER", request.tier, "A tier's id (default: the open one)")
            .completes(Completion::tier);
      });
  gradus.add_command<UnlockTier>(
      "unlock", "Pass the open tier and open the next.", "  gradus unlock\n  gradus unlock sql\n",
      [](Command& unlock, UnlockTier& request) {
        unlock.add_option("TIER", request.tier, "The tier to pass (default: the open one)")
            .completes(Completion::tier);
      });
  gradus.add_command<AttestCriterion>(
      "attest", "Sign a criterion that no log can measure.",
      "  gradus attest sql/sql-plan-reading --evidence https://github.com/you/plans\n"
      "  gradus attest sql/sql-problems --placement --evidence \"five years as an analyst\"\n",
      describe_attest);
}

}  // namespace gradus::cli
