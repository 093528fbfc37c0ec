#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/journal/entry.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace gradus::exchange {

// What the tags of a time tracker may name. Case, blanks and underscores make no difference:
// "Window Functions" names the topic window-functions.
struct StudyTags {
  std::vector<curriculum::Topic> topics;  // by id or title
  // For entries without a tag that names one.
  journal::SessionKind kind = journal::SessionKind::read;
};

// The topic of that id or title.
[[nodiscard]] std::optional<curriculum::TopicId> topic_of(
    std::string_view text, const std::vector<curriculum::Topic>& topics);

}  // namespace gradus::exchange
