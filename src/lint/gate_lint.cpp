#include "lint/gate_lint.hpp"

#include "lint/references.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>
#include <variant>

namespace gradus::lint {
namespace {

std::string spell(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value))
    return fmt::format("\"{}:{}\"", text->size(), *text);  // unambiguous once joined
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  return fmt::format("{}", std::get<double>(value));
}

std::string spell(const Filter& filter) {
  std::string text = fmt::format("{}{}", filter.field.name, filter.or_absent ? "?" : "");
  if (const auto* one_of = std::get_if<OneOf>(&filter.test)) {
    for (const Value& value : one_of->values) text += "=" + spell(value);
    return text;
  }
  const auto& between = std::get<Between>(filter.test);
  for (const auto* bound : {&between.lt, &between.le, &between.gt, &between.ge})
    text += "," + (*bound ? spell(**bound) : std::string());
  return text;
}

std::string spell(const Query& query) {
  std::string text = fmt::format("{} {}", name(query.measure), plural(query.of));
  if (query.field) text += fmt::format(" field {}", query.field->name);
  if (query.per) text += fmt::format(" per {}", query.per->name);
  if (query.last) text += fmt::format(" last {}", *query.last);
  if (query.within) text += fmt::format(" within {}", query.within->count());
  if (query.repeats) text += " repeats";
  std::vector<std::string> filters;
  filters.reserve(query.where.size());
  for (const Filter& filter : query.where) filters.push_back(spell(filter));
  std::ranges::sort(filters);
  for (const std::string& filter : filters) text += " where " + filter;
  if (query.tiers) text += " tiers";
  if (query.tiers)
    for (const TierId& tier : *query.tiers) text += " " + tier.text();
  return text;
}

// Advises on duplicate parts.
void advise_on_twins(const std::vector<Part>& parts, const text::Cursor& list) {
  std::unordered_map<CanonicalId, std::size_t> lines;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const text::Cursor item = list.item(i);
    const auto [first, fresh] = lines.emplace(parts[i].shape, item.node().line());
    if (!fresh) {
      item.advise(fmt::format("the same as the part on line {}", first->second),
                  "remove one of the two");
    }
  }
}

// The first part whose negation is among the others.
std::optional<std::size_t> contrary(const std::vector<Part>& parts) {
  std::unordered_set<CanonicalId> shapes;
  for (const Part& part : parts) shapes.insert(part.shape);
  const auto found = std::ranges::find_if(
      parts, [&](const Part& part) { return part.negated && shapes.contains(*part.negated); });
  if (found == parts.end()) return std::nullopt;
  return static_cast<std::size_t>(found - parts.begin());
}

std::vector<Judged> judged(const std::vector<Part>& parts) {
  std::vector<Judged> all;
  all.reserve(parts.size());
  for (const Part& part : parts) all.push_back(part.judged);
  return all;
}

}  // namespace

bool narrow(Bounds& bounds, const Part& part, const text::Cursor& place) {
  if (!part.query) return true;
  const Measure& measure = *part.measure;
  const auto [entry, fresh] =
      bounds.emplace(*part.query, Narrowed{measure.at_least, measure.at_most, place.node().line()});
  if (fresh) return true;
  Narrowed& narrowed = entry->second;
  const bool had_room =
      !(narrowed.at_least && narrowed.at_most) || *narrowed.at_least <= *narrowed.at_most;
  if (measure.at_least) narrowed.at_least = std::max(measure.at_least, narrowed.at_least);
  if (measure.at_most && (!narrowed.at_most || *measure.at_most < *narrowed.at_most))
    narrowed.at_most = measure.at_most;
  const bool room =
      !(narrowed.at_least && narrowed.at_most) || *narrowed.at_least <= *narrowed.at_most;
  if (had_room && !room) {
    place.advise(fmt::format("contradicts what line {} asks of the same entries", narrowed.line),
                 "change the bounds so that both can hold");
  }
  return room;
}

// The forms of a requirement, each at its place.
struct GateLint::Form {
  GateLint& judge;
  const text::Cursor& place;

  Part operator()(const All& all) const {
    const text::Cursor list = place.child("all");
    const auto parts = judge.each(all.parts, list);
    advise_on_twins(parts, list);
    Judged whole = judge_counted(judged(parts), parts.size());
    Bounds bounds;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const text::Cursor item = list.item(i);
      if (!narrow(bounds, parts[i], item)) whole.attainable.pass = false;
    }
    if (const auto index = contrary(parts)) {
      list.item(*index).advise("a part and its opposite: they can never both pass",
                               "remove one of the two");
      whole.attainable.pass = false;
    }
    return {whole, judge.shape_of_group("all", parts)};
  }

  Part operator()(const Any& any) const {
    const text::Cursor list = place.child("any");
    const auto parts = judge.each(any.parts, list);
    advise_on_twins(parts, list);
    Judged whole = judge_counted(judged(parts), 1);
    if (const auto index = contrary(parts)) {
      list.item(*index).advise("a part and its opposite: one of the two always passes, once known",
                               "remove one of the two");
      whole.attainable.fail = false;
    }
    return {whole, judge.shape_of_group("any", parts)};
  }

  Part operator()(const Some& some) const {
    const text::Cursor list = place.child("of_these");
    const auto parts = judge.each(some.of_these, list);
    advise_on_twins(parts, list);
    return {judge_counted(judged(parts), some.at_least),
            judge.shape_of_group(fmt::format("some {} of", some.at_least), parts)};
  }

  Part operator()(const Not& negation) const {
    const text::Cursor inner = place.child("not");
    const Part part = judge.judge(negation.part.front(), inner);
    return {.judged = judge_negation(part.judged),
            .shape = judge.shape(fmt::format("not {}", part.shape)),
            .negated = part.shape};
  }

  Part operator()(const Attested&) const {
    return {{{.pass = true, .fail = true, .unknown = false}, rules::Truth::pass},
            judge.shape("attested " + judge.criterion_)};
  }

  Part operator()(const Delivered& delivered) const {
    advise_on_references(judge.index_, judge.gate_, delivered, place);
    return {
        {{.pass = true, .fail = true, .unknown = false}, rules::Truth::fail},
        judge.shape(fmt::format("artefact {} {}", delivered.artefact.text(), delivered.verified))};
  }

  Part operator()(const Measure& measure) const {
    advise_on_references(judge.index_, judge.gate_, measure, place);
    const std::string query = spell(measure.query);
    const auto bound = [](const std::optional<double>& value) {
      return value ? fmt::format("{}", *value) : std::string("none");
    };
    return {.judged = judge_measure(measure, place),
            .shape = judge.shape(fmt::format("{} from {} to {}", query, bound(measure.at_least),
                                             bound(measure.at_most))),
            .query = judge.shape(query),
            .measure = &measure};
  }
};

Part GateLint::judge(const Requirement& requirement, const text::Cursor& place) {
  return std::visit(Form{*this, place}, requirement.form);
}

CanonicalId GateLint::shape(std::string text) {
  return shapes_.emplace(std::move(text), shapes_.size()).first->second;
}

std::vector<Part> GateLint::each(const std::vector<Requirement>& parts, const text::Cursor& list) {
  std::vector<Part> judged_parts;
  judged_parts.reserve(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i)
    judged_parts.push_back(judge(parts[i], list.item(i)));
  return judged_parts;
}

CanonicalId GateLint::shape_of_group(std::string_view form, const std::vector<Part>& parts) {
  std::vector<CanonicalId> shapes;
  shapes.reserve(parts.size());
  for (const Part& part : parts) shapes.push_back(part.shape);
  std::ranges::sort(shapes);
  return shape(fmt::format("{} {}", form, fmt::join(shapes, " ")));
}

}  // namespace gradus::lint
