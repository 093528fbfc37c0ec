#pragma once

#include "gradus/decisions/table.hpp"

#include "cli/recording.hpp"
#include "cli/study/answer.hpp"

#include <chrono>
#include <optional>

namespace gradus::cli {

// What somebody wants of a round of a table.
struct RoundRequest {
  std::optional<int> items{};  // default: as a quiz on the table says, else a few
  std::optional<int> seed{};
  bool answers = false;                         // shown rather than asked for
  std::optional<std::chrono::seconds> taken{};  // with `score`: a round done elsewhere
  std::optional<GivenScore> score{};
  Recording recording{};
};

// Asks a table's items on a terminal and records the round, records one that was done elsewhere, or
// shows the items.
ExitCode drill_table(const decisions::Table& table, const RoundRequest& request, Session& session);

}  // namespace gradus::cli
