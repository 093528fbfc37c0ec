#include "exchange/study_tags.hpp"

#include "gradus/text/id.hpp"

#include <fmt/format.h>

namespace gradus::exchange {

std::optional<curriculum::TopicId> topic_of(std::string_view text,
                                            const std::vector<curriculum::Topic>& topics) {
  const auto id = text::folded(text);
  if (id.empty()) return std::nullopt;
  for (const auto& topic : topics) {
    if (topic.id.text() == id || text::folded(topic.title) == id) return topic.id;
  }
  return std::nullopt;
}

Understood understand(const std::vector<std::string>& tags,
                      const std::vector<curriculum::Topic>& topics, const Place& place) {
  Understood understood;
  auto& kind = understood.kind;
  for (const auto& tag : tags) {
    if (const auto named = journal::parse_session_kind(text::folded(tag))) {
      if (kind && *kind != *named) {
        throw place.error(fmt::format("tags: {} and {} are two kinds of study",
                                      journal::name(*kind), journal::name(*named)),
                          "remove one of the tags");
      }
      kind = named;
    } else if (auto topic = topic_of(tag, topics); topic && !understood.topic) {
      understood.topic = std::move(topic);
    } else {
      understood.others.push_back(tag);
    }
  }
  return understood;
}

}  // namespace gradus::exchange
