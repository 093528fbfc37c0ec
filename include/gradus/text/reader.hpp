#pragma once

#include "gradus/text/finding.hpp"
#include "gradus/text/json.hpp"
#include "gradus/text/nearest.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

// Reads a tree of nodes and notes what is wrong with it. A decoder always returns a value: where
// the text is wrong it notes a finding and goes on with a stand-in, so that everything wrong is
// found in one pass; what was decoded is thrown away then.
namespace gradus::text {

// A value of the document and where it stands. Its pointer is a chain up to the root, written out
// only for a finding, so a place must not outlive the one it was taken from. An absent one (a key
// left out) gives its stand-ins without a word.
class Cursor {
 public:
  Cursor(const Node& root, std::vector<Finding>& findings) : node_(&root), findings_(&findings) {}

  [[nodiscard]] Cursor item(std::size_t index) const;
  [[nodiscard]] Cursor member(std::string_view key, const Node* node) const;
  // The member of that key, or an absent value.
  [[nodiscard]] Cursor child(std::string_view key) const;
  // Another node read as if it stood here.
  [[nodiscard]] Cursor replaced(const Node& node, std::vector<Finding>& findings) const;

  [[nodiscard]] bool present() const { return node_ != nullptr; }
  [[nodiscard]] const Node& node() const { return *node_; }
  [[nodiscard]] bool is(Node::Kind kind) const { return present() && node_->kind() == kind; }
  [[nodiscard]] std::string pointer() const;

  // Notes what is wrong, and what to type or change.
  void error(std::string message, std::string fix) const;
  void advise(std::string message, std::string fix) const;
  // Notes that the text is none of the known ones.
  void error_none_of(std::string_view text, const std::vector<std::string>& known) const;
  void pass_on(Finding finding) const { findings_->push_back(std::move(finding)); }

  // Whether it is of this kind; a finding when it is present and is not.
  [[nodiscard]] bool expect(Node::Kind kind) const;

  // The value as a type, or the stand-in and a finding.
  [[nodiscard]] std::string text() const;  // not empty; stand-in: ""
  [[nodiscard]] std::optional<std::string> optional_text() const;
  [[nodiscard]] bool flag() const;  // stand-in: false
  [[nodiscard]] std::optional<double> number(double least, double most) const;
  [[nodiscard]] std::optional<int> whole(int least, int most) const;

 private:
  Cursor(const Node* node, const Cursor& parent, std::string_view key, std::size_t index)
      : node_(node), findings_(parent.findings_), parent_(&parent), key_(key), index_(index) {}
  void note(Severity severity, std::string message, std::string fix) const;

  const Node* node_;
  std::vector<Finding>* findings_;
  const Cursor* parent_ = nullptr;
  std::string_view key_{};  // of a member; of an item, its index counts
  std::size_t index_ = 0;
};

// An object whose keys are asked for one by one, so that those nobody asks for can be told.
class Object {
 public:
  explicit Object(const Cursor& place);
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;
  ~Object() = default;

  [[nodiscard]] const Cursor& place() const { return place_; }
  // The member, or an absent value; `required` notes its absence.
  [[nodiscard]] Cursor optional(std::string_view key);
  [[nodiscard]] Cursor required(std::string_view key);
  // Notes every key that was not asked for, and those written twice.
  void no_other_keys() const;

 private:
  Cursor place_;
  bool is_object_;
  std::vector<std::string_view> asked_;
};

// Each item of a list, decoded. Absent: empty.
template <class Decode>
auto list_of(const Cursor& list, Decode decode) {
  std::vector<decltype(decode(list))> items;
  if (!list.expect(Node::Kind::list)) return items;
  items.reserve(list.node().items().size());
  for (std::size_t i = 0; i < list.node().items().size(); ++i)
    items.push_back(decode(list.item(i)));
  return items;
}

// As list_of; a finding when the list has no items.
template <class Decode>
auto some_of(const Cursor& list, Decode decode) {
  if (list.is(Node::Kind::list) && list.node().items().empty())
    list.error("is empty", "put at least one item into it");
  return list_of(list, decode);
}

[[nodiscard]] bool has_doubled_keys(const Node& object);

// Each member of an object, once; a key written twice is noted.
template <class Visit>
void each_member(const Cursor& object, Visit visit) {
  if (!object.expect(Node::Kind::object)) return;
  const bool doubled = has_doubled_keys(object.node());
  std::unordered_set<std::string_view> seen;
  for (const auto& [key, node] : object.node().members()) {
    const Cursor member = object.member(key, &node);
    if (!doubled || seen.insert(key).second) {
      visit(key, member);
    } else {
      member.error("the key \"" + key + "\" stands twice in its object", "take one of the two out");
    }
  }
}

[[nodiscard]] std::vector<std::string> texts(const Cursor& list);

// One of a few values by its name. The first of them is the stand-in.
template <class Values>
auto word(const Cursor& place, const Values& values) -> typename Values::value_type {
  const auto stand_in = *values.begin();
  if (!place.present()) return stand_in;
  const std::string text = place.text();
  if (text.empty()) return stand_in;
  std::vector<std::string> names;
  for (const auto each : values) {
    if (name(each) == text) return each;
    names.emplace_back(name(each));
  }
  place.error_none_of(text, names);
  return stand_in;
}

// What is near a misspelt name, for a fix; the other words where nothing is.
[[nodiscard]] std::string suggest(std::string_view wrong, const std::vector<std::string>& known,
                                  std::string otherwise);

// A text in the form of an id; the stand-in is "missing".
[[nodiscard]] std::string id_text(const Cursor& place);

template <class AnId>
AnId id(const Cursor& place) {
  return AnId{id_text(place)};
}

// The findings about a value that was merged from another: those the other has as well are left
// out.
void pass_on_new(const Cursor& place, const std::vector<Finding>& found,
                 const std::vector<Finding>& known);

// Decodes `merged` in the place of the `patch` that made it of `base`. What is wrong with `base`
// has been found where that stands, and is not told again.
template <class Decode>
auto decode_merged(const Cursor& patch, const Node& base, const Node& merged, Decode decode) {
  std::vector<Finding> known;
  std::vector<Finding> found;
  decode(patch.replaced(base, known));
  auto result = decode(patch.replaced(merged, found));
  pass_on_new(patch, found, known);
  return result;
}

}  // namespace gradus::text
