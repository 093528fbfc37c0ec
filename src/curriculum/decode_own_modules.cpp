#include "gradus/curriculum/module.hpp"

#include "curriculum/decode.hpp"
#include "curriculum/decode_module.hpp"

#include <fmt/format.h>

#include <utility>

namespace gradus::curriculum {
namespace {

template <class Visit>
void each_item(const text::Cursor& list, Visit visit) {
  if (!list.is(text::Node::Kind::list)) return;
  for (std::size_t i = 0; i < list.node().items().size(); ++i) visit(list.item(i));
}

// What several modules of a file must not share, or may name.
struct Earlier {
  Names modules{};
  Names artefacts{};  // checks of that kind
};

void refuse_taken(const text::Cursor& id, const text::Node* owner, std::string_view by) {
  if (owner == nullptr) return;
  id.error(fmt::format("the id \"{}\" is taken {} on line {}", id.node().text(), by, owner->line()),
           "give one of the two another id");
}

void expect_earlier(const text::Cursor& id, const Earlier& earlier) {
  if (!id.is(text::Node::Kind::text) || earlier.modules.find(id.node().text()) != nullptr) return;
  id.error(fmt::format("no module \"{}\" comes before this one", id.node().text()),
           earlier.modules.suggest(id.node().text(), "put this module behind those it needs"));
}

// Who delivers an artefact names it alone, so it must be clear which one is meant.
void claim_artefact(const text::Cursor& check, Earlier& earlier, const Scope& scope) {
  const text::Cursor kind = check.child("kind");
  const text::Cursor id = check.child("id");
  if (!kind.is(text::Node::Kind::text) || !id.is(text::Node::Kind::text) ||
      kind.node().text() != name(CriterionKind::artefact))
    return;
  refuse_taken(id, scope.declared.artefacts.find(id.node().text()), "by an artefact");
  refuse_taken(id, earlier.artefacts.enter(id.node().text(), check.node()),
               "by another module's artefact");
}

void check_names(const text::Cursor& module, Earlier& earlier, const Scope& scope) {
  const auto& declared = scope.declared;
  for (const auto* key : {"weeks", "also"})
    each_item(module.child(key),
              [&](const text::Cursor& week) { check_reference(week, declared.weeks, "week"); });
  for (const auto* key : {"requires", "soft"})
    each_item(module.child(key), [&](const text::Cursor& id) { expect_earlier(id, earlier); });
  each_item(module.child("topics"), [&](const text::Cursor& topic) {
    check_reference(topic.child("practice"), declared.topics, "topic");
  });
  each_item(module.child("checks"),
            [&](const text::Cursor& check) { claim_artefact(check, earlier, scope); });
  const text::Cursor id = module.child("id");
  if (id.is(text::Node::Kind::text))
    refuse_taken(id, earlier.modules.enter(id.node().text(), module.node()), "by a module");
}

// As a file of its own says it.
std::string file_text(const text::Node& module, const CurriculumId& of) {
  text::Node::Object keys;
  keys.emplace_back("format", text::Node(1.0, 1, true));
  keys.emplace_back("curriculum", text::Node(of.text(), 1));
  return text::to_json(text::with_members(module, text::Node(std::move(keys), 1)));
}

}  // namespace

std::vector<OwnModule> decode_own_modules(const text::Cursor& from, const Scope& scope,
                                          const CurriculumId& of) {
  Earlier earlier;
  return list_of(from, [&](const text::Cursor& item) {
    text::Object object{item};
    const Module module = decode_module_of(object, of);
    check_names(item, earlier, scope);
    return OwnModule{module.id, file_text(item.node(), of)};
  });
}

}  // namespace gradus::curriculum
