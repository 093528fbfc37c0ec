#include "exchange/study_tags.hpp"

#include <fmt/format.h>

namespace gradus::exchange {

std::string as_id(std::string_view text) {
  std::string id;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (c >= 'A' && c <= 'Z') {
      id += static_cast<char>(c - 'A' + 'a');
    } else if (letter || static_cast<unsigned char>(c) >= 0x80) {
      id += c;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  if (id.ends_with('-')) id.pop_back();
  return id;
}

std::optional<curriculum::TopicId> topic_of(std::string_view text,
                                            const std::vector<curriculum::Topic>& topics) {
  const auto id = as_id(text);
  if (id.empty()) return std::nullopt;
  for (const auto& topic : topics) {
    if (topic.id.text() == id || as_id(topic.title) == id) return topic.id;
  }
  return std::nullopt;
}

Understood understand(const std::vector<std::string>& tags,
                      const std::vector<curriculum::Topic>& topics, const Place& place) {
  Understood understood;
  auto& kind = understood.kind;
  for (const auto& tag : tags) {
    if (const auto named = journal::parse_session_kind(as_id(tag))) {
      if (kind && *kind != *named) {
        throw place.error(fmt::format("tags: {} and {} are two kinds of study",
                                      journal::name(*kind), journal::name(*named)),
                          "leave one of the tags out");
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
