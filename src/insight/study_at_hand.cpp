#include "gradus/insight/study_at_hand.hpp"

#include <algorithm>

namespace gradus::insight {

std::optional<TodaysBlock> block_left(const Today& today,
                                      std::optional<journal::SessionKind> kind) {
  const auto found = std::ranges::find_if(today.blocks, [&](const TodaysBlock& each) {
    return each.left() > Minutes{0} && (!kind || journal::fills(*kind) == each.block.kind);
  });
  return found == today.blocks.end() ? std::nullopt : std::optional(*found);
}

journal::SessionKind session_kind(calendar::BlockKind kind) {
  return journal::parse_session_kind(name(kind)).value();
}

journal::SessionKind kind_at_hand(const Today& today) {
  if (const auto left = block_left(today)) return session_kind(left->block.kind);
  if (!today.missed.empty()) return session_kind(today.missed.front().kind);
  if (today.next_block) return session_kind(today.next_block->kind);
  return journal::SessionKind::read;
}

}  // namespace gradus::insight
