#include "gradus/insight/module_state.hpp"
#include "gradus/text/nearest.hpp"
#include "gradus/track/gate_criterion.hpp"
#include "gradus/track/modules.hpp"
#include "gradus/track/signature.hpp"

#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/gate/named_check.hpp"
#include "cli/recording.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace gradus::cli {
namespace {

struct AttestCriterion {
  Recording recording;
  std::string criterion;  // [TIER/]CRITERION, or MODULE/CHECK
  std::string evidence;
  bool placement = false;  // counts for compression only, under any criterion
};

void describe_attest(Command& attest, AttestCriterion& request) {
  attest
      .add_option("CRITERION", request.criterion,
                  "A criterion's id as gradus ready shows it; with its tier, TIER/CRITERION or "
                  "finish/CRITERION, where several have it. A module's check: MODULE/CHECK")
      .required()
      .type_name("[TIER/]CRITERION|MODULE/CHECK")
      .completes(Completion::signature);
  attest.add_option("--evidence", request.evidence, "A link, or words that say how you know")
      .required()
      .type_name("TEXT|URL");
  attest.add_flag("--placement", request.placement,
                  "For what you could already do: lets you compress the tier, but doesn't count "
                  "towards its gate");
  add_recording_options(attest, request.recording);
}

// Throws Error where the words that are no criterion's name a module, or a check of one.
void expect_no_module(const std::string& name, const track::TrackModules& modules) {
  if (modules.find(name) != nullptr)
    throw Error(fmt::format("{} is a module; what is signed is a check of it", name),
                fmt::format("gradus module ready {} shows its checks", name));
  if (const auto named = modules.find_named_check(name))
    throw Error(fmt::format("{} is a check of the module {}", name, named->module->id.text()),
                insight::check_command(*named->module, *named->check, {}));
  const auto owner = name.substr(0, name.find('/'));
  std::vector<std::string> ids;
  ids.reserve(modules.all().size());
  for (const auto& module : modules.all()) ids.push_back(module.id.text());
  if (const auto near = text::did_you_mean(owner, ids); owner != name && !near.empty())
    throw Error(fmt::format("there is no tier or module \"{}\"", owner), near);
}

track::GateCriterion criterion_of(const std::string& name, const track::LoadedTrack& track,
                                  const track::TrackModules& modules) {
  try {
    return track::find_gate_criterion(name, track.curriculum);
  } catch (const gradus::Error&) {
    expect_no_module(name, modules);
    throw;
  }
}

ExitCode sign(const AttestCriterion& request, const track::NamedCheck& named, store::Store& store,
              const track::LoadedTrack& track, const Session& session) {
  const auto& module = *named.module;
  const auto& check = *named.check;
  track::check_signature(module, check, {check.id, request.evidence, request.placement});
  const journal::Check passed{
      .module = module.id, .check = check.id, .passed = true, .evidence = request.evidence};
  return record(store, track, new_entry(request.recording, passed, session), session);
}

ExitCode run(const AttestCriterion& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const track::TrackModules modules(track);
  if (const auto named = named_check(request.criterion, track, modules))
    return sign(request, *named, store, track, session);
  const auto criterion = criterion_of(request.criterion, track, modules);
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
      "attest", "Sign a criterion or a module's check that no log can measure.",
      "  gradus attest sql-dialects --evidence https://github.com/you/notes\n"
      "  gradus attest sql/sql-problems --placement --evidence \"five years as an analyst\"\n"
      "  gradus attest open-table-formats/format-defence --evidence \"to a colleague, recorded\"\n"
      "  gradus attest finish/ready-outcome --evidence \"40 GB a day for 5 dollars a month\"\n",
      describe_attest);
}

}  // namespace gradus::cli
