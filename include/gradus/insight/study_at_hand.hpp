#pragma once

#include "gradus/insight/today.hpp"
#include "gradus/journal/entry.hpp"

#include <optional>

namespace gradus::insight {

// The day's first block that is not done, if of a kind then of blocks that this kind fills; nullopt
// when none is left.
[[nodiscard]] std::optional<TodaysBlock> block_left(
    const Today& today, std::optional<journal::SessionKind> kind = std::nullopt);

// The kind of study time that names none: that of the day's first block that is not done, else of
// the current week's first that was missed, else of the next one; reading when nothing is planned.
[[nodiscard]] journal::SessionKind kind_at_hand(const Today& today);

// The kind of session that fills such a block as planned.
[[nodiscard]] journal::SessionKind session_kind(calendar::BlockKind kind);

}  // namespace gradus::insight
