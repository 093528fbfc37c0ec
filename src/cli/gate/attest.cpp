#include "gradus/track/gate_criterion.hpp"
#include "gradus/track/signature.hpp"

#include "cli/commands.hpp"
#include "cli/gate/criterion.hpp"
#include "cli/recording.hpp"

namespace gradus::cli {
namespace {

struct AttestCriterion {
  Recording recording;
  std::string criterion;  // [TIER/]CRITERION
  std::string evidence;
  bool placement = false;  // counts for compression only, under any criterion
};

void describe_attest(Command& attest, AttestCriterion& request) {
  add_criterion(attest, request.criterion);
  attest.add_option("--evidence", request.evidence, "A link, or words that say how you know")
      .required()
      .type_name("TEXT|URL");
  attest.add_flag("--placement", request.placement,
                  "For what you could already do: lets you compress the tier, but doesn't count "
                  "towards its gate");
  add_recording_options(attest, request.recording);
}

ExitCode run(const AttestCriterion& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const auto criterion = track::find_gate_criterion(request.criterion, track.curriculum);
  const journal::Attestation signature{criterion.criterion->id, request.evidence,
                                       request.placement};
  track::check_signature(signature, criterion);
  auto entry = new_entry(request.recording, signature, session);
  entry.gate = criterion.gate;
  return record(store, track, entry, session);
}

}  // namespace

void add_attest(Command& gradus) {
  gradus.add_command<AttestCriterion>(
      "attest", "Sign a criterion that no log can measure.",
      "  gradus attest sql-dialects --evidence https://github.com/you/notes\n"
      "  gradus attest sql/sql-problems --placement --evidence \"five years as an analyst\"\n"
      "  gradus attest finish/ready-outcome --evidence \"40 GB a day for 5 dollars a month\"\n",
      describe_attest);
}

}  // namespace gradus::cli
