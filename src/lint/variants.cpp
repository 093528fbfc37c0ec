#include "lint/variants.hpp"

#include "gradus/text/pointer.hpp"

#include <algorithm>
#include <charconv>

namespace gradus::lint {
namespace {

// The part of the node that a pointer's next step leads to; nullptr if there is none.
const text::Node* part(const text::Node& node, std::string_view step) {
  if (node.kind() == text::Node::Kind::list) {
    std::size_t index = node.items().size();
    std::from_chars(step.data() + 1, step.data() + step.size(), index);
    return index < node.items().size() ? &node.items()[index] : nullptr;
  }
  const auto found = std::ranges::find_if(node.members(), [&](const text::Node::Member& member) {
    return text::pointer_step(member.first) == step;
  });
  return found == node.members().end() ? nullptr : &found->second;
}

// The finding, moved to the key of the patch that it is about.
text::Finding at_patch(const text::Cursor& patch, text::Finding finding) {
  const text::Node* node = &patch.node();
  std::size_t end = patch.pointer().size();
  while (end < finding.pointer.size()) {
    const std::size_t next = std::min(finding.pointer.find('/', end + 1), finding.pointer.size());
    const text::Node* inner =
        part(*node, std::string_view{finding.pointer}.substr(end, next - end));
    if (inner == nullptr) break;
    node = inner;
    end = next;
  }
  finding.pointer.resize(end);
  finding.line = node->line();
  return finding;
}

}  // namespace

void pass_on_of_patch(const text::Cursor& patch, const std::vector<text::Finding>& found,
                      const std::vector<text::Finding>& known) {
  std::vector<text::Finding> fresh;
  const text::Cursor sink = patch.replaced(patch.node(), fresh);
  pass_on_new(sink, found, known);
  for (text::Finding& finding : fresh) patch.pass_on(at_patch(patch, std::move(finding)));
}

}  // namespace gradus::lint
