#include "gradus/text/id.hpp"

#include "curriculum/decode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace gradus::curriculum {
namespace {

struct CollectArtefacts {
  std::set<ArtefactId>& asked_for;

  void of(const std::vector<Requirement>& parts) const {
    for (const Requirement& part : parts) std::visit(*this, part.form);
  }
  void operator()(const All& all) const { of(all.parts); }
  void operator()(const Any& any) const { of(any.parts); }
  void operator()(const Not& negation) const { of(negation.part); }
  void operator()(const Some& some) const { of(some.of_these); }
  void operator()(const Attested&) const {}
  void operator()(const Delivered& delivered) const { asked_for.insert(delivered.artefact); }
  void operator()(const Measure&) const {}
};

std::set<ArtefactId> artefacts_asked_for(const Curriculum& curriculum) {
  std::set<ArtefactId> asked_for;
  const auto collect = [&](const std::vector<Criterion>& criteria) {
    for (const Criterion& criterion : criteria) {
      if (criterion.retired) continue;
      for (const auto& [compression, requirement] : criterion.require) {
        std::visit(CollectArtefacts{asked_for}, requirement.form);
      }
    }
  };
  for (const Tier& tier : curriculum.tiers) collect(tier.exit);
  collect(curriculum.finish);
  return asked_for;
}

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

// What criteria ask for must be offered to the learner in every stack.
void check_kept(const Stack& stack, const text::Cursor& weeks, const Scope& scope,
                const std::set<ArtefactId>& asked_for) {
  std::set<ArtefactId> offered;
  for (const auto& [id, week] : stack.weeks) {
    for (ArtefactId& artefact : artefact_ids(week)) offered.insert(std::move(artefact));
  }
  for (const auto& [key, patch] : weeks.node().members()) {
    const text::Cursor place = weeks.member(key, &patch);
    const text::Node* artefacts = patch.find("artefacts");
    const text::Node* base = scope.declared.weeks.find(key);
    if (artefacts == nullptr || base == nullptr) continue;
    std::vector<text::Finding> reported;
    const Week before = decode_week(place.replaced(*base, reported), scope);
    for (const ArtefactId& artefact : artefact_ids(before)) {
      if (asked_for.contains(artefact) && !offered.contains(artefact)) {
        place.member("artefacts", artefacts)
            .error(fmt::format("drops \"{}\", which a criterion asks for", artefact.text()),
                   fmt::format("keep \"{}\" in the list; its title may change", artefact.text()));
      }
    }
  }
}

Stack decode_stack(const text::Cursor& from, const Scope& scope,
                   const std::set<ArtefactId>& asked_for) {
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
  if (weeks.is(text::Node::Kind::object)) check_kept(stack, weeks, scope, asked_for);
  return stack;
}

}  // namespace

std::vector<Stack> decode_stacks(const text::Cursor& from, const Scope& scope,
                                 const Curriculum& curriculum) {
  const std::set<ArtefactId> asked_for = artefacts_asked_for(curriculum);
  return list_of(from,
                 [&](const text::Cursor& item) { return decode_stack(item, scope, asked_for); });
}

}  // namespace gradus::curriculum
