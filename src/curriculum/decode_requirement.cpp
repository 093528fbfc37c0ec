#include "curriculum/decode.hpp"

#include <fmt/format.h>

#include <array>
#include <limits>
#include <utility>

namespace gradus::curriculum {
namespace {

std::vector<Requirement> parts(const text::Cursor& list, const Scope& scope) {
  return some_of(list, [&](const text::Cursor& part) { return decode_requirement(part, scope); });
}

Requirement decode_all(text::Object& from, const Scope& scope) {
  return {All{parts(from.required("all"), scope)}};
}

Requirement decode_any(text::Object& from, const Scope& scope) {
  return {Any{parts(from.required("any"), scope)}};
}

Requirement decode_not(text::Object& from, const Scope& scope) {
  return {Not{{decode_requirement(from.required("not"), scope)}}};
}

Requirement decode_some(text::Object& from, const Scope& scope) {
  const text::Cursor some = from.required("some");
  std::vector<Requirement> of_these = parts(from.required("of_these"), scope);
  const int at_least = some.whole(1, std::numeric_limits<int>::max()).value_or(1);
  if (!of_these.empty() && std::cmp_greater(at_least, of_these.size())) {
    some.error(fmt::format("asks for {} of {}", at_least, of_these.size()),
               fmt::format("write {} or less, or add to \"of_these\"", of_these.size()));
  }
  return {Some{static_cast<std::size_t>(at_least), std::move(of_these)}};
}

Requirement decode_attested(text::Object& from, const Scope&) {
  const text::Cursor attested = from.required("attested");
  if (attested.expect(text::Node::Kind::flag) && !attested.flag()) {
    attested.error("can only be true", "write {\"not\": {\"attested\": true}} for the opposite");
  }
  return {Attested{}};
}

Requirement decode_delivered(text::Object& from, const Scope& scope) {
  return {Delivered{
      reference<ArtefactId>(from.required("artefact"), scope.declared.artefacts, "artefact"),
      from.optional("verified").flag()}};
}

// The key that distinguishes a form of requirement from the others.
struct Form {
  std::string_view key;
  Requirement (*decode)(text::Object&, const Scope&);
};

constexpr std::array forms{
    Form{"all", decode_all},           Form{"any", decode_any},
    Form{"not", decode_not},           Form{"some", decode_some},
    Form{"attested", decode_attested}, Form{"artefact", decode_delivered},
    Form{"of", decode_measure},
};

// All the keys a requirement may have, for one without a form.
constexpr std::array<std::string_view, 18> requirement_keys{
    "all",      "any",         "not",     "some",    "of_these", "attested",
    "artefact", "verified",    "of",      "measure", "field",    "per",
    "last",     "within_days", "repeats", "where",   "at_least", "at_most"};

}  // namespace

Requirement decode_requirement(const text::Cursor& from, const Scope& scope) {
  text::Object object{from};
  if (!from.is(text::Node::Kind::object)) return {Attested{}};
  std::vector<const Form*> present;
  for (const Form& form : forms) {
    if (from.node().find(form.key) != nullptr) present.push_back(&form);
  }
  if (present.size() > 1) {
    from.error(
        fmt::format("\"{}\" and \"{}\" in the same object", present[0]->key, present[1]->key),
        "put them into an \"all\" or \"any\", each in its own { }");
    for (const Form* form : present) static_cast<void>(form->decode(object, scope));
    object.no_other_keys();
    return {Attested{}};
  }
  if (present.empty()) {
    from.error("requires nothing", "add one of all, any, not, some, attested, artefact, of");
    for (const auto key : requirement_keys) static_cast<void>(object.optional(key));
    object.no_other_keys();
    return {Attested{}};
  }
  Requirement requirement = present.front()->decode(object, scope);
  object.no_other_keys();
  return requirement;
}

}  // namespace gradus::curriculum
