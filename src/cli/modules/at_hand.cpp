#include "cli/modules/at_hand.hpp"

#include "gradus/curriculum/question.hpp"

#include "cli/study/questions.hpp"

#include <filesystem>
#include <utility>

namespace gradus::cli {
namespace {

std::optional<store::Store> store_if_there(const Session& session) {
  if (!std::filesystem::exists(session.store.file) && !session.track) return std::nullopt;
  return store::Store::read(session.store);
}

std::optional<track::LoadedTrack> track_if_there(const std::optional<store::Store>& store,
                                                 const Session& session) {
  if (!store) return std::nullopt;
  return track::load(*store, session.track);
}

insight::DrillIds ids_of(const std::vector<curriculum::Question>& questions) {
  insight::DrillIds drills;
  for (const auto& question : questions) drills.insert(question.id.text());
  return drills;
}

}  // namespace

ModulesAtHand::ModulesAtHand(const Session& session)
    : session_(session),
      store_(store_if_there(session)),
      track_(track_if_there(store_, session)),
      curriculum_(track_ ? track_->curriculum : usual_curriculum()),
      planned_(track_ ? track_->shape.modules : std::vector<curriculum::Module>{}),
      modules_(curriculum_, planned_) {}

insight::ModuleState ModulesAtHand::state_of(const curriculum::Module& module,
                                             const insight::DrillIds& drills) const {
  if (!track_) return {.module = module};
  return track::module_state(*store_, *track_, module, session_.today, drills);
}

std::vector<insight::ModuleState> ModulesAtHand::all() const {
  std::vector<insight::ModuleState> states;
  states.reserve(modules_.all().size());
  for (const auto& module : modules_.all()) states.push_back(state_of(module, {}));
  return states;
}

insight::ModuleState ModulesAtHand::get(const std::string& id) const {
  return state_of(modules_.get(id), ids_of(known_questions(curriculum_.id, session_)));
}

insight::ModulePage ModulesAtHand::page(const std::string& id) const {
  const auto& module = modules_.get(id);
  const auto questions = known_questions(curriculum_.id, session_);
  const auto drills = ids_of(questions);
  return insight::module_page(state_of(module, drills), curriculum_,
                              curriculum::prompts_of(module, questions), drills);
}

}  // namespace gradus::cli
