#include "gradus/insight/artefacts.hpp"
#include "gradus/report/lists.hpp"
#include "gradus/store/verifications.hpp"
#include "gradus/text/nearest.hpp"

#include "cli/error.hpp"
#include "cli/option_values.hpp"
#include "cli/study/requests.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::cli {
namespace {

std::vector<const curriculum::Artefact*> known_artefacts(const curriculum::Curriculum& curriculum) {
  std::vector<const curriculum::Artefact*> known;
  for (const auto& tier : curriculum.tiers)
    for (const auto& week : tier.weeks)
      for (const auto& artefact : week.artefacts) known.push_back(&artefact);
  return known;
}

// An artefact of the curriculum by its id, or one of the learner's own by its title. A word that is
// nearly an id is taken for a slip, not for a title.
journal::Artefact name_artefact(const std::string& word, const curriculum::Curriculum& curriculum) {
  std::vector<std::string> ids;
  for (const auto* artefact : known_artefacts(curriculum)) {
    if (artefact->id.text() == word) return {.artefact = artefact->id, .title = artefact->title};
    ids.push_back(artefact->id.text());
  }
  if (text::is_id(word)) {
    const std::string near = text::did_you_mean(word, ids);
    if (!near.empty())
      throw Error(fmt::format("the curriculum asks for no artefact \"{}\"", word),
                  near + " For one of your own, give a title of several words.");
  }
  return {.artefact = std::nullopt, .title = word};
}

}  // namespace

ExitCode run(const AddArtefact& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  journal::Artefact what = name_artefact(request.artefact, track.curriculum);
  what.url = given(request.url);
  what.path = given(request.path);
  return record(store, track, new_entry(request.recording, what, session), session);
}

ExitCode run(const ListArtefacts&, Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  const auto list = insight::artefacts(track, track::read_record(store, track.id, session.today),
                                       store::verifications(store, track.id));
  if (session.json)
    session.answer(report::artefacts_json(list));
  else
    session.answer(report::artefacts_view(list));
  return ExitCode::done;
}

}  // namespace gradus::cli
