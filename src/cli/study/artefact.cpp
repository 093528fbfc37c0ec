#include "gradus/insight/artefacts.hpp"
#include "gradus/insight/module_state.hpp"
#include "gradus/store/verifications.hpp"
#include "gradus/text/id.hpp"
#include "gradus/text/nearest.hpp"
#include "gradus/track/modules.hpp"

#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/recording.hpp"
#include "cli/show.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::cli {
namespace {

struct AddArtefact {
  Recording recording;
  std::string artefact;  // an id of the curriculum, or a title of one's own
  std::optional<std::string> url;
  std::optional<std::string> path;
};

struct ListArtefacts {};

void describe_artefact_add(Command& add, AddArtefact& request) {
  add.add_option("ARTEFACT", request.artefact,
                 "The artefact's id in the curriculum or a module, or a title of your own")
      .required()
      .completes(Completion::delivery);
  add.add_option("--url", request.url, "Where others can see it").type_name("URL");
  add.add_option("--path", request.path, "Where it is on this machine").type_name("PATH");
  add_recording_options(add, request.recording);
}

std::vector<const curriculum::Artefact*> known_artefacts(const curriculum::Curriculum& curriculum) {
  std::vector<const curriculum::Artefact*> known;
  for (const auto& tier : curriculum.tiers)
    for (const auto& week : tier.weeks)
      for (const auto& artefact : week.artefacts) known.push_back(&artefact);
  return known;
}

// What a check of a module asks for, by CHECK or MODULE/CHECK; nullopt if none has it. Throws Error
// for a check that asks for something else.
std::optional<journal::Artefact> artefact_of_module(const std::string& word,
                                                    const track::TrackModules& modules) {
  const auto named = modules.find_named_check(word);
  if (!named) return std::nullopt;
  const auto& [module, check] = *named;
  if (check->kind != curriculum::CriterionKind::artefact)
    throw Error(fmt::format("{} is no artefact: as a check of {} its kind is {}", word,
                            module->id.text(), name(check->kind)),
                insight::check_command(*module, *check, {}));
  return journal::Artefact{curriculum::ArtefactId(check->id.text()), check->title};
}

void add_artefact_ids(std::vector<std::string>& ids, const track::TrackModules& modules) {
  for (const auto& module : modules.all())
    for (const auto& check : module.checks)
      if (check.kind == curriculum::CriterionKind::artefact) ids.push_back(check.id.text());
}

// An artefact of the curriculum, or of a module, by its id, or one of the learner's own by its
// title. A word that is almost an id is taken for a typo, not for a title.
journal::Artefact name_artefact(const std::string& word, const track::LoadedTrack& track) {
  std::vector<std::string> ids;
  for (const auto* artefact : known_artefacts(track.curriculum)) {
    if (artefact->id.text() == word) return {.artefact = artefact->id, .title = artefact->title};
    ids.push_back(artefact->id.text());
  }
  if (word.find(' ') != std::string::npos) return {.artefact = std::nullopt, .title = word};
  const track::TrackModules modules(track);
  if (auto of_module = artefact_of_module(word, modules)) return *std::move(of_module);
  if (text::is_id(word)) {
    add_artefact_ids(ids, modules);
    const std::string near = text::did_you_mean(word, ids);
    if (!near.empty())
      throw Error(fmt::format("the curriculum asks for no artefact \"{}\"", word),
                  near + " For one of your own, give a title of several words.");
  }
  return {.artefact = std::nullopt, .title = word};
}

ExitCode run(const AddArtefact& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  journal::Artefact what = name_artefact(request.artefact, track);
  what.url = request.url;
  what.path = request.path;
  return record(store, track, new_entry(request.recording, what, session), session);
}

ExitCode run(const ListArtefacts&, Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  const auto list = insight::artefacts(track, track::read_record(store, track), session.today,
                                       store::verifications(store, track.id));
  session.show_paged(list);
  return ExitCode::done;
}

void describe_artefact(Command& artefact) {
  artefact.add_command<AddArtefact>(
      "add", "Record a delivered artefact.",
      "  gradus artefact add w1-group-by --url https://gist.github.com/you/1\n"
      "  gradus artefact add \"My own dashboard\" --path ~/dashboard\n",
      describe_artefact_add);
  artefact.add_command<ListArtefacts>(
      "list", "List the artefacts in the plan, and those delivered.", "  gradus artefact list\n");
  add_verify(artefact);
}

}  // namespace

void add_artefact(Command& gradus) {
  gradus.add_family("artefact", "Record, list and verify delivered artefacts.",
                    "  gradus artefact add w1-group-by --url https://gist.github.com/you/1\n"
                    "  gradus artefact list\n"
                    "  gradus artefact verify w10-package\n",
                    describe_artefact);
}

}  // namespace gradus::cli
