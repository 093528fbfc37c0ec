#include "gradus/curriculum/stack_effects.hpp"
#include "gradus/text/id.hpp"

#include "curriculum/decode.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <set>
#include <utility>

namespace gradus::curriculum {
namespace {

std::vector<ArtefactId> artefact_ids(const Week& week) {
  std::vector<ArtefactId> ids;
  for (const Artefact& artefact : week.artefacts) ids.push_back(artefact.id);
  return ids;
}

void check_artefacts(const Week& week, const text::Cursor& patch) {
  std::set<ArtefactId> seen;
  for (const ArtefactId& artefact : artefact_ids(week)) {
    if (!seen.insert(artefact).second) {
      patch.error(fmt::format("the artefact id \"{}\" appears twice in the week", artefact.text()),
                  "give one of the two another id");
    }
  }
}

std::optional<Week> decode_patched(const std::string& key, const text::Cursor& patch,
                                   const Scope& scope) {
  const text::Node* base = scope.declared.weeks.find(key);
  if (base == nullptr) {
    patch.error(fmt::format("there is no week \"{}\" to change", key),
                scope.declared.weeks.suggest(key, "name a week from one of the tiers"));
    return std::nullopt;
  }
  // A malformed week id is reported where the week is declared.
  if (!text::is_id(key) || !patch.expect(text::Node::Kind::object)) return std::nullopt;
  if (const text::Node* renamed = patch.node().find("id")) {
    patch.member("id", renamed).error("a stack can't change a week's id", "remove \"id\"");
  }
  Week decoded =
      decode_merged(patch, *base, text::merge_patch(*base, patch.node()),
                    [&](const text::Cursor& place) { return decode_week(place, scope); });
  check_artefacts(decoded, patch);
  return decoded;
}

// What remains in a stack must be something to study, and able to meet every gate.
void check_effects(const text::Cursor& stack, const StackEffects& effects) {
  const text::Cursor weeks = stack.child("weeks");
  if (effects.no_week_left) {
    weeks.error("retires every week: nothing is left to study", "keep at least one week");
    return;
  }
  for (const auto& [criterion, missing, week, can_be_met] : effects.criteria) {
    if (can_be_met) continue;
    const text::Cursor patch = weeks.child(week.text());
    place_of_loss(patch).error(
        fmt::format("leaves out \"{}\", without which the criterion \"{}\" can't be met", missing,
                    criterion.text()),
        fmt::format("keep \"{}\" in this stack, or let the criterion accept something else",
                    missing));
  }
}

Stack decode_stack(const text::Cursor& from, const Scope& scope) {
  text::Object object{from};
  Stack stack{.id = text::id<StackId>(object.required("id")),
              .title = object.required("title").text(),
              .certificate = object.optional("certificate").optional_text(),
              .markets = texts(object.optional("markets")),
              .cloud = object.optional("cloud").text(),
              .warehouse = object.optional("warehouse").text(),
              .transform = object.optional("transform").text(),
              .orchestrator = object.optional("orchestrator").text(),
              .language = object.optional("language").text(),
              .weeks = {},
              .retired = object.optional("retired").flag()};
  const text::Cursor weeks = object.optional("weeks");
  object.no_other_keys();
  if (!weeks.present()) return stack;
  each_member(weeks, [&](const std::string& key, const text::Cursor& patch) {
    if (auto week = decode_patched(key, patch, scope)) stack.weeks.emplace(key, std::move(*week));
  });
  return stack;
}

}  // namespace

std::vector<Stack> decode_stacks(const text::Cursor& from, const Scope& scope,
                                 const Curriculum& curriculum) {
  auto stacks = list_of(from, [&](const text::Cursor& item) { return decode_stack(item, scope); });
  const StackJudge judge{curriculum};
  for (std::size_t i = 0; i < stacks.size(); ++i)
    check_effects(from.item(i), judge.effects_of(stacks[i]));
  return stacks;
}

}  // namespace gradus::curriculum
