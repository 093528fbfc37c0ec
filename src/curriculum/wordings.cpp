#include "curriculum/wordings.hpp"

#include "curriculum/pointer.hpp"

#include <algorithm>
#include <charconv>

namespace gradus::curriculum {
namespace {

// The part of the node that a pointer's next step leads to; nothing when it has none such.
const Node* part(const Node& node, std::string_view step) {
  if (node.kind() == Node::Kind::list) {
    std::size_t index = node.items().size();
    std::from_chars(step.data() + 1, step.data() + step.size(), index);
    return index < node.items().size() ? &node.items()[index] : nullptr;
  }
  const auto found = std::ranges::find_if(node.members(), [&](const Node::Member& member) {
    return pointer_step(member.first) == step;
  });
  return found == node.members().end() ? nullptr : &found->second;
}

// The finding at what the patch itself says of the matter.
Finding at_patch(const Place& patch, Finding finding) {
  const Node* node = &patch.node();
  std::size_t end = patch.pointer().size();
  while (end < finding.pointer.size()) {
    const std::size_t next = std::min(finding.pointer.find('/', end + 1), finding.pointer.size());
    const Node* inner = part(*node, std::string_view{finding.pointer}.substr(end, next - end));
    if (inner == nullptr) break;
    node = inner;
    end = next;
  }
  finding.pointer.resize(end);
  finding.line = node->line();
  return finding;
}

}  // namespace

void pass_on_of_patch(const Place& patch, const std::vector<Finding>& found,
                      const std::vector<Finding>& known) {
  std::vector<Finding> fresh;
  const Place sink = patch.replaced(patch.node(), fresh);
  pass_on_new(sink, found, known);
  for (Finding& finding : fresh) patch.pass_on(at_patch(patch, std::move(finding)));
}

}  // namespace gradus::curriculum
