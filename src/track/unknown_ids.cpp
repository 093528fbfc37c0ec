#include "track/unknown_ids.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <variant>

namespace gradus::track {
namespace {

using curriculum::Curriculum;

// Looks up what an entry's fields name. Fields that don't refer to the curriculum are skipped.
struct Lookup {
  const journal::Entry& entry;
  const Curriculum& curriculum;
  const TrackModules& modules;
  std::vector<curriculum::Error>& unknown;

  template <class Field>
  void look_up(const Field&) const {}
  template <class Tag>
  void look_up(const std::optional<curriculum::Id<Tag>>& id) const {
    if (id) look_up(*id);
  }
  void look_up(const curriculum::TierId& tier) const {
    (void)curriculum::find_tier(curriculum, tier.text());
  }
  void look_up(const curriculum::WeekId& week) const {
    (void)curriculum::find_week(curriculum, week.text());
  }
  void look_up(const curriculum::TopicId& topic) const {
    (void)curriculum::find_topic(curriculum, topic.text());
  }
  void look_up(const curriculum::ArtefactId& artefact) const {
    if (curriculum::week_of_artefact(curriculum, artefact) == nullptr &&
        modules.asking_for(artefact) == nullptr)
      (void)curriculum::find_artefact(curriculum, artefact.text());
  }
  void look_up(const curriculum::ModuleId& module) const { (void)modules.get(module.text()); }
  void look_up(const curriculum::CriterionId& id) const {
    if (const auto* const of_module = std::get_if<journal::Check>(&entry.what)) {
      if (const auto* const module = modules.find(of_module->module.text()))
        (void)modules.get_check(*module, id.text());
      return;
    }
    const auto is_it = [&](const auto& criterion) { return criterion.id == id; };
    if (std::ranges::any_of(curriculum.finish, is_it)) return;
    for (const auto& module : modules.all()) {
      if (std::ranges::any_of(module.checks, is_it)) return;
    }
    if (!entry.tier)
      throw curriculum::Error("needs its tier as well", "give the tier it belongs to");
    (void)curriculum::find_criterion(curriculum::find_tier(curriculum, entry.tier->text()),
                                     id.text());
  }

  void operator()(std::string_view field, const auto& value) const {
    try {
      look_up(value);
    } catch (const gradus::Error& error) {
      unknown.emplace_back(fmt::format("{}: {}", field, error.what()), error.hint());
    }
  }
};

}  // namespace

std::vector<curriculum::Error> unknown_ids(const journal::Entry& entry,
                                           const Curriculum& curriculum,
                                           const TrackModules& modules) {
  std::vector<curriculum::Error> unknown;
  const Lookup lookup{entry, curriculum, modules, unknown};
  lookup("tier", entry.tier);
  lookup("week", entry.week);
  std::visit([&](const auto& what) { what.fields(what, lookup); }, entry.what);
  return unknown;
}

}  // namespace gradus::track
