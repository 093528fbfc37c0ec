#include "cli/shell/module_candidates.hpp"

#include "gradus/curriculum/module_checks.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/choose_modules.hpp"
#include "gradus/track/modules.hpp"
#include "gradus/track/signature.hpp"

#include "cli/study/questions.hpp"

#include <algorithm>
#include <filesystem>

namespace gradus::cli {
namespace {

using curriculum::Module;
using curriculum::ModuleCheck;

std::vector<Candidate> names_of(const track::TrackModules& modules) {
  std::vector<Candidate> found;
  found.reserve(modules.all().size());
  for (const auto& module : modules.all()) found.push_back({module.id.text(), module.title});
  return found;
}

// Those of which at least a part is planned, or is not.
std::vector<Candidate> to_choose(const track::LoadedTrack& track, Dives of) {
  const auto fits = [&](const curriculum::ModuleId& id) {
    return track::is_planned(track.shape, id) == (of == Dives::planned);
  };
  const auto known = track::known_modules(track.curriculum);
  std::vector<Candidate> found;
  for (const auto& each : known.modules)
    if (fits(each.module.id)) found.push_back({each.module.id.text(), each.module.title});
  for (const auto& bundle : known.bundles)
    if (std::ranges::any_of(bundle.modules, fits))
      found.push_back({bundle.id.text(), bundle.title});
  return found;
}

// Calls `visit` with each check, those of the modules in the plan first.
template <class Visit>
void each_check(const track::LoadedTrack& track, Dives of, Visit visit) {
  for (const auto& module : track.shape.modules)
    for (const auto& check : module.checks) visit(module, check);
  if (of == Dives::planned) return;
  const track::TrackModules modules(track);
  for (const auto& module : modules.all())
    if (!track::is_planned(track.shape, module.id))
      for (const auto& check : module.checks) visit(module, check);
}

}  // namespace

std::vector<Candidate> module_names(const Session& session) {
  if (!std::filesystem::exists(session.store.file)) {
    const auto usual = usual_curriculum();
    const std::vector<Module> none_planned;
    return names_of({usual, none_planned});
  }
  const auto track = track::load(store::Store::glance(session.store), session.track);
  return names_of(track::TrackModules(track));
}

std::vector<Candidate> modules_to_add(const track::LoadedTrack& track) {
  return to_choose(track, Dives::all);
}

std::vector<Candidate> modules_to_remove(const track::LoadedTrack& track) {
  return to_choose(track, Dives::planned);
}

std::vector<Candidate> checks_to_sign(const track::LoadedTrack& track, Dives of) {
  std::vector<Candidate> found;
  each_check(track, of, [&](const Module& module, const ModuleCheck& check) {
    if (track::is_signed(check))
      found.push_back({curriculum::check_name(module.id, check.id), check.title});
  });
  return found;
}

std::vector<Candidate> checks_with_sheet(const track::LoadedTrack& track, Dives of) {
  std::vector<Candidate> found;
  each_check(track, of, [&](const Module& module, const ModuleCheck& check) {
    if (check.sheet) found.push_back({curriculum::check_name(module.id, check.id), check.title});
  });
  return found;
}

std::vector<Candidate> artefacts_of_dives(const track::LoadedTrack& track, Dives of) {
  std::vector<Candidate> found;
  each_check(track, of, [&](const Module&, const ModuleCheck& check) {
    if (check.kind == curriculum::CriterionKind::artefact)
      found.push_back({check.id.text(), check.title});
  });
  return found;
}

}  // namespace gradus::cli
