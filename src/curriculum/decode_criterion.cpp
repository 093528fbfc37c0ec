#include "curriculum/decode.hpp"
#include "curriculum/decode_quiz.hpp"

#include <fmt/format.h>

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

// A requirement whose keys are replaced from one wording to the next.
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

std::map<Compression, Requirement> in_every_wording(const Requirement& requirement) {
  return {{Compression::regular, requirement},
          {Compression::weeks_saved, requirement},
          {Compression::compressed_deeply, requirement}};
}

std::map<Compression, Requirement> decode_wordings(text::Object& object, const Scope& scope) {
  const text::Cursor require = object.required("require");
  const text::Cursor when_saved = object.optional("when_saved");
  const text::Cursor placed = object.optional("placed");
  Requirement regular = decode_requirement(require, scope);
  auto wordings = in_every_wording(regular);
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

// What a quiz asks is the same in every wording.
std::map<Compression, Requirement> wordings_of_quiz(text::Object& object,
                                                    const std::optional<Quiz>& quiz,
                                                    const Scope& scope) {
  for (const char* key : {"require", "when_saved", "placed"})
    object.optional(key).error(fmt::format("\"table\" and \"{}\" in the same criterion", key),
                               "keep one of the two");
  if (!quiz) return in_every_wording({Attested{}});
  const auto tiers =
      scope.finish ? std::optional(std::vector<TierId>{}) : std::optional<std::vector<TierId>>{};
  return in_every_wording(requirement_of(*quiz, tiers));
}

std::string how_to_pass(const Quiz& quiz) {
  return fmt::format("gradus drill {} --items {}", quiz.table.text(), quiz.items);
}

}  // namespace

Criterion decode_criterion(const text::Cursor& from, const Scope& scope) {
  text::Object object{from};
  const text::Cursor kind = object.required("kind");
  const text::Cursor table = object.optional("table");
  const std::optional<Quiz> quiz = decode_quiz(object);
  Criterion criterion{.id = text::id<CriterionId>(object.required("id")),
                      .title = object.required("title").text(),
                      .kind = word(kind, criterion_kinds),
                      .require = table.present() ? wordings_of_quiz(object, quiz, scope)
                                                 : decode_wordings(object, scope),
                      .how = object.optional("how").text(),
                      .repeat = decode_remedy(object.optional("remedy"), scope),
                      .retired = object.optional("retired").flag(),
                      .quiz = quiz};
  object.no_other_keys();
  check_kind_of_quiz(table, kind);
  if (quiz && criterion.how.empty()) criterion.how = how_to_pass(*quiz);
  return criterion;
}

}  // namespace gradus::curriculum
