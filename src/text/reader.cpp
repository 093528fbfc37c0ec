#include "gradus/text/reader.hpp"

#include "gradus/text/error.hpp"
#include "gradus/text/id.hpp"
#include "gradus/text/pointer.hpp"

#include "text/type_hint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace gradus::text {
namespace {

std::string_view describe(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::null:
      return "null";
    case Node::Kind::flag:
      return "true or false";
    case Node::Kind::number:
      return "a number";
    case Node::Kind::text:
      return "text";
    case Node::Kind::list:
      return "a list";
    case Node::Kind::object:
      break;
  }
  return "an object";
}

// What was found, as the author wrote it.
std::string describe(const Node& node) {
  constexpr std::size_t most = 40;
  if (node.kind() == Node::Kind::flag) return node.flag() ? "true" : "false";
  if (node.kind() == Node::Kind::number) return fmt::format("{}", node.number());
  if (node.kind() == Node::Kind::text && node.text().size() <= most) {
    return fmt::format("the text \"{}\"", node.text());
  }
  return std::string{describe(node.kind())};
}

}  // namespace

bool has_doubled_keys(const Node& object) {
  std::vector<std::string_view> keys;
  keys.reserve(object.members().size());
  for (const auto& [key, node] : object.members()) keys.emplace_back(key);
  std::ranges::sort(keys);
  return std::ranges::adjacent_find(keys) != keys.end();
}

Cursor Cursor::item(std::size_t index) const {
  return {&node_->items()[index], *this, {}, index};
}

Cursor Cursor::member(std::string_view key, const Node* node) const {
  return {node, *this, key, 0};
}

Cursor Cursor::child(std::string_view key) const {
  return member(key, is(Node::Kind::object) ? node_->find(key) : nullptr);
}

Cursor Cursor::replaced(const Node& node, std::vector<Finding>& findings) const {
  Cursor place = *this;
  place.node_ = &node;
  place.findings_ = &findings;
  return place;
}

std::string Cursor::pointer() const {
  if (parent_ == nullptr) return {};
  const bool is_member = key_.data() != nullptr;
  return parent_->pointer() + pointer_step(is_member ? key_ : std::to_string(index_));
}

void Cursor::note(Severity severity, std::string message, std::string fix) const {
  if (!present()) return;
  findings_->push_back({severity, node_->line(), pointer(), std::move(message), std::move(fix)});
}

void Cursor::error(std::string message, std::string fix) const {
  note(Severity::error, std::move(message), std::move(fix));
}

void Cursor::advise(std::string message, std::string fix) const {
  note(Severity::advice, std::move(message), std::move(fix));
}

void Cursor::error_none_of(std::string_view text, const std::vector<std::string>& known) const {
  error(fmt::format("\"{}\" is not one of {}", text, fmt::join(known, ", ")),
        suggest(text, known, "write one of them"));
}

bool Cursor::expect(Node::Kind kind) const {
  if (!present()) return false;
  if (is(kind)) return true;
  error(fmt::format("must be {}, not {}", describe(kind), describe(*node_)),
        type_hint(*node_, kind));
  return false;
}

std::string Cursor::text() const {
  if (!expect(Node::Kind::text)) return {};
  if (node_->text().empty()) error("is empty", "write some text between the quotes");
  return node_->text();
}

std::optional<std::string> Cursor::optional_text() const {
  return present() ? std::optional{text()} : std::nullopt;
}

bool Cursor::flag() const {
  return expect(Node::Kind::flag) && node_->flag();
}

std::optional<double> Cursor::number(double least, double most) const {
  if (!expect(Node::Kind::number)) return std::nullopt;
  if (node_->number() >= least && node_->number() <= most) return node_->number();
  if (node_->number() < least) {
    error(fmt::format("must be at least {}, not {}", least, node_->number()),
          fmt::format("write {} or more", least));
  } else {
    error(fmt::format("must be at most {}, not {}", most, node_->number()),
          fmt::format("write {} or less", most));
  }
  return std::nullopt;
}

std::optional<int> Cursor::whole(int least, int most) const {
  if (is(Node::Kind::number) && !node_->whole()) {
    error(fmt::format("must be a whole number, not {}", node_->number()), whole_near(*node_));
    return std::nullopt;
  }
  const std::optional<double> value = number(least, most);
  return value ? std::optional{static_cast<int>(*value)} : std::nullopt;
}

Object::Object(const Cursor& place) : place_(place), is_object_(place.expect(Node::Kind::object)) {
  constexpr std::size_t usual = 16;
  asked_.reserve(usual);
}

Cursor Object::optional(std::string_view key) {
  asked_.push_back(key);
  return place_.member(key, is_object_ ? place_.node().find(key) : nullptr);
}

Cursor Object::required(std::string_view key) {
  Cursor member = optional(key);
  if (is_object_ && !member.present())
    place_.error(fmt::format("has no \"{}\"", key), fmt::format("add the key \"{}\"", key));
  return member;
}

void Object::no_other_keys() const {
  if (!is_object_) return;
  // An object with more unknown keys than this has a bigger problem than spelling.
  constexpr int most_searched = 20;
  int unknown = 0;
  each_member(place_, [&](const std::string& key, const Cursor& member) {
    if (std::ranges::find(asked_, key) != asked_.end()) return;
    const std::vector<std::string> known{asked_.begin(), asked_.end()};
    const std::string keys = fmt::format("remove it; the keys here are {}", fmt::join(known, ", "));
    member.error(fmt::format("unknown key \"{}\"", key),
                 ++unknown > most_searched ? "remove it" : suggest(key, known, keys));
  });
}

std::vector<std::string> texts(const Cursor& list) {
  return list_of(list, [](const Cursor& item) { return item.text(); });
}

std::string suggest(std::string_view wrong, const std::vector<std::string>& known,
                    std::string otherwise) {
  std::string near = did_you_mean(wrong, known);
  return near.empty() ? std::move(otherwise) : near;
}

std::string id_text(const Cursor& place) {
  constexpr const char* stand_in = "missing";
  if (!place.expect(Node::Kind::text)) return stand_in;
  const std::string& text = place.node().text();
  if (is_id(text)) return text;
  const Error error = not_an_id(text);
  const std::string near = as_id(text);
  place.error(error.what(), near.empty() ? error.hint() : fmt::format("write \"{}\"", near));
  return stand_in;
}

void pass_on_new(const Cursor& place, const std::vector<Finding>& found,
                 const std::vector<Finding>& known) {
  const auto key = [](const Finding& finding) {
    return std::tie(finding.line, finding.pointer, finding.message);
  };
  std::set<std::tuple<std::size_t, std::string, std::string>> reported;
  for (const Finding& finding : known) reported.emplace(key(finding));
  for (const Finding& finding : found) {
    if (!reported.contains(key(finding))) place.pass_on(finding);
  }
}

}  // namespace gradus::text
