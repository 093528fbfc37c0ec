#include "curriculum/decode.hpp"

#include <utility>

namespace gradus::curriculum {
namespace {

std::vector<WeekId> decode_remedy(const text::Cursor& from, const Scope& scope) {
  if (!from.present()) return {};
  text::Object object{from};
  std::vector<WeekId> repeat = some_of(object.required("repeat"), [&](const text::Cursor& item) {
    return reference<WeekId>(item, scope.declared.weeks, "week");
  });
  object.no_other_keys();
  return repeat;
}

// What a requirement becomes as its keys are replaced.
struct Wording {
  text::Node node;
  Requirement requirement;
};

void reword(Wording& wording, const text::Cursor& keys, const Scope& scope) {
  if (!keys.expect(text::Node::Kind::object)) return;
  text::Node merged = text::with_members(wording.node, keys.node());
  wording.requirement = decode_merged(keys, wording.node, merged, [&](const text::Cursor& place) {
    return decode_requirement(place, scope);
  });
  wording.node = std::move(merged);
}

std::map<Compression, Requirement> decode_wordings(text::Object& object, const Scope& scope) {
  const text::Cursor require = object.required("require");
  const text::Cursor when_saved = object.optional("when_saved");
  const text::Cursor placed = object.optional("placed");
  Requirement regular = decode_requirement(require, scope);
  std::map<Compression, Requirement> wordings{{Compression::regular, regular},
                                              {Compression::weeks_saved, regular},
                                              {Compression::compressed_deeply, regular}};
  if (!require.is(text::Node::Kind::object) || !(when_saved.present() || placed.present())) {
    return wordings;
  }
  Wording wording{require.node(), std::move(regular)};
  reword(wording, when_saved, scope);
  wordings.at(Compression::weeks_saved) = wording.requirement;
  reword(wording, placed, scope);
  wordings.at(Compression::compressed_deeply) = std::move(wording.requirement);
  return wordings;
}

}  // namespace

Criterion decode_criterion(const text::Cursor& from, const Scope& scope) {
  text::Object object{from};
  Criterion criterion{.id = text::id<CriterionId>(object.required("id")),
                      .title = object.required("title").text(),
                      .kind = word(object.required("kind"), criterion_kinds),
                      .require = decode_wordings(object, scope),
                      .how = object.optional("how").text(),
                      .repeat = decode_remedy(object.optional("remedy"), scope),
                      .retired = object.optional("retired").flag()};
  object.no_other_keys();
  return criterion;
}

}  // namespace gradus::curriculum
