#pragma once

#include "gradus/exchange/study_tags.hpp"

#include "exchange/value.hpp"

#include <string>
#include <vector>

namespace gradus::exchange {

struct Understood {
  std::optional<journal::SessionKind> kind{};
  std::optional<curriculum::TopicId> topic{};
  std::vector<std::string> others{};  // tags that name neither
};

// Throws Error when the tags name two kinds of study.
[[nodiscard]] Understood understand(const std::vector<std::string>& tags,
                                    const std::vector<curriculum::Topic>& topics,
                                    const Place& place);

}  // namespace gradus::exchange
