#include "exchange/csv_value.hpp"

#include "gradus/calendar/duration.hpp"
#include "gradus/calendar/error.hpp"

#include "exchange/study_tags.hpp"
#include "exchange/as_id.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace gradus::exchange {
namespace {

using curriculum::Node;

Node text_node(std::string text) {
  return {Node::Value(std::move(text)), 1};
}

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

Node json_or_text(const std::string& text) {
  auto document = curriculum::parse_document(text);
  return document.failure ? text_node(text) : std::move(document.root);
}

Node flag(const std::string& text) {
  constexpr std::array<std::string_view, 4> yes{"true", "yes", "y", "1"};
  constexpr std::array<std::string_view, 4> no{"false", "no", "n", "0"};
  const auto word = as_id(text);
  if (std::ranges::find(yes, word) != yes.end()) return {Node::Value(true), 1};
  if (std::ranges::find(no, word) != no.end()) return {Node::Value(false), 1};
  return text_node(text);
}

// "12", and what people type for a duration: "12m", "1h5m", "1:05".
Node minutes(const std::string& text) {
  if (text.find_first_of("hm:") == std::string::npos) return json_or_text(text);
  try {
    const auto length = calendar::read_duration(text);
    return {Node::Value(static_cast<double>(length.count())), 1, true};
  } catch (const calendar::Error&) {
    return text_node(text);
  }
}

// A topic of the curriculum by its id or title; of several, the first that is one.
Node topic(const std::string& text, const std::vector<curriculum::Topic>& topics) {
  if (const auto known = topic_of(text, topics)) return text_node(known->text());
  constexpr std::string_view separators = ",;|/";
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find_first_of(separators, begin), text.size());
    if (const auto known = topic_of(text.substr(begin, end - begin), topics))
      return text_node(known->text());
    begin = end + 1;
  }
  const auto id = as_id(text);
  return text_node(curriculum::is_id(id) ? id : text);
}

}  // namespace

Node csv_value(curriculum::EntryType type, const std::string& field, const std::string& text,
               const CsvWords& words) {
  const auto known = curriculum::find_field(type, field);
  if (field == "domains") return json_or_text(text);
  if (field == "topic") return topic(text, words.topics);
  if (field == "minutes") return minutes(trimmed(text));
  if (known && known->type == curriculum::FieldType::number) return json_or_text(trimmed(text));
  if (known && known->type == curriculum::FieldType::flag) return flag(text);
  // One of a few words, or a free text.
  if (known && !curriculum::words_of(type, field).empty()) return text_node(as_id(text));
  return text_node(text);
}

}  // namespace gradus::exchange
