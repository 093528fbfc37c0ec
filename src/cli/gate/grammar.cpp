#include "cli/command.hpp"
#include "cli/gate/requests.hpp"
#include "cli/recording_options.hpp"

namespace gradus::cli {

void add_gate_commands(CLI::App& app, CommandLine& line) {
  const auto ready = std::make_shared<CheckReadiness>();
  add_command(app, line, "ready", "Check a tier's exit criteria; exit code 1 means not yet.",
              "  gradus ready\n  gradus ready sql --json\n", ready)
      ->add_option("TIER", ready->tier, "A tier's id (default: the open one)");

  const auto unlock = std::make_shared<UnlockTier>();
  add_command(app, line, "unlock", "Pass the open tier and open the next.",
              "  gradus unlock\n  gradus unlock sql\n", unlock)
      ->add_option("TIER", unlock->tier, "The tier to pass (default: the open one)");

  const auto attest = std::make_shared<AttestCriterion>();
  CLI::App* sign = add_command(
      app, line, "attest", "Sign a criterion that no log can measure.",
      "  gradus attest sql/sql-plan-reading --evidence https://github.com/you/plans\n"
      "  gradus attest sql/sql-problems --placement --evidence \"five years as an analyst\"\n",
      attest);
  sign->add_option("CRITERION", attest->criterion, "As gradus ready shows it")
      ->required()
      ->type_name("TIER/CRITERION");
  sign->add_option("--evidence", attest->evidence, "A link, or words that say how you know")
      ->required()
      ->type_name("TEXT|URL");
  sign->add_flag("--placement", attest->placement,
                 "Say what you could already do: lets the tier be compressed, passes nothing");
  add_recording_options(*sign, attest->recording);
}

}  // namespace gradus::cli
