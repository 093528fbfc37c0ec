#pragma once

#include "gradus/insight/progress_report.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/track.hpp"

#include <optional>

namespace gradus::track {

// Which entries: all of them, or those of some days or of a tier.
struct PrivateScope {
  std::optional<calendar::Date> from{};
  std::optional<calendar::Date> to{};
  std::optional<curriculum::TierId> tier{};

  [[nodiscard]] bool is_all() const { return !from && !to && !tier; }
};

// What is nobody's business but the learner's.
[[nodiscard]] insight::PrivateReport read_private(const store::Store& store,
                                                  const LoadedTrack& track,
                                                  const PrivateScope& scope = {});

}  // namespace gradus::track
