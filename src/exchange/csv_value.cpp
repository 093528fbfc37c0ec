#include "exchange/csv_value.hpp"

#include "gradus/calendar/duration.hpp"
#include "gradus/calendar/error.hpp"
#include "gradus/calendar/lower.hpp"
#include "gradus/text/id.hpp"
#include "gradus/text/nearest.hpp"

#include "exchange/csv_times.hpp"
#include "exchange/study_tags.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace gradus::exchange {
namespace {

namespace field = curriculum::field;
using text::Node;

Node text_node(std::string text) {
  return {Node::Value(std::move(text)), 1};
}

Node json_or_text(const std::string& text) {
  auto document = text::parse_json(text);
  return document.failure ? text_node(text) : std::move(document.root);
}

Node flag(const std::string& text) {
  constexpr std::array<std::string_view, 4> yes{"true", "yes", "y", "1"};
  constexpr std::array<std::string_view, 4> no{"false", "no", "n", "0"};
  const auto word = text::folded(text);
  if (std::ranges::find(yes, word) != yes.end()) return {Node::Value(true), 1};
  if (std::ranges::find(no, word) != no.end()) return {Node::Value(false), 1};
  return text_node(text);
}

// "1 hr 5 min" as read_duration reads it: "1h5m".
std::string with_short_units(const std::string& text) {
  constexpr std::array<std::string_view, 4> minutes{"min", "mins", "minute", "minutes"};
  constexpr std::array<std::string_view, 4> hours{"hr", "hrs", "hour", "hours"};
  std::string shortened;
  std::string word;
  const auto end_word = [&] {
    if (std::ranges::find(minutes, word) != minutes.end()) word = "m";
    if (std::ranges::find(hours, word) != hours.end()) word = "h";
    shortened += word;
    word.clear();
  };
  for (const char c : text) {
    if (const char small = lower(c); small >= 'a' && small <= 'z') {
      word += small;
    } else {
      end_word();
      if (c != ' ') shortened += c;
    }
  }
  end_word();
  return shortened;
}

// "12", and what people type for a duration: "12m", "12 min", "1h5m", "1:05".
Node minutes(const std::string& text, const Place& place) {
  if (auto number = json_or_text(text); number.kind() == Node::Kind::number) return number;
  if (const auto length = hours_minutes_seconds(text))
    return {Node::Value(static_cast<double>(length->count())), 1, true};
  try {
    const auto length = calendar::read_duration(with_short_units(text));
    return {Node::Value(static_cast<double>(length.count())), 1, true};
  } catch (const calendar::Error&) {
    throw place.error(fmt::format("minutes must be whole minutes, but is \"{}\"", text),
                      "write 65, 65 min, 1h5m or 1:05");
  }
}

Node topic(const std::string& text, const std::vector<curriculum::Topic>& topics,
           const Place& place) {
  if (const auto known = first_topic(text, topics)) return text_node(known->text());
  std::vector<std::string> ids;
  ids.reserve(topics.size());
  for (const auto& each : topics) ids.push_back(each.id.text());
  auto hint = text::did_you_mean(text::folded(text), ids);
  if (hint.empty())
    hint = "--set topic=TOPIC gives such rows a topic, --map topic= leaves the column out";
  throw place.error(fmt::format("topic: \"{}\" is not a topic of the curriculum", text),
                    std::move(hint));
}

Node id(const std::string& text, const Place& place) {
  if (!journal::EntryId::parse(text)) {
    throw place.error(fmt::format("id must be a UUID, but is \"{}\"", text),
                      "--map id= leaves the column out, and ids are derived from the rows");
  }
  return text_node(text);
}

}  // namespace

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::optional<curriculum::TopicId> first_topic(const std::string& text,
                                               const std::vector<curriculum::Topic>& topics) {
  if (auto known = topic_of(text, topics)) return known;
  constexpr std::string_view separators = ",;|/";
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find_first_of(separators, begin), text.size());
    if (auto known = topic_of(text.substr(begin, end - begin), topics)) return known;
    begin = end + 1;
  }
  return std::nullopt;
}

Node csv_value(curriculum::EntryType type, const std::string& field, const std::string& text,
               const CsvWords& words, const Place& place) {
  const auto known = curriculum::find_field(type, field);
  if (field == field::id.name) return id(text, place);
  if (field == field::domains.name) return json_or_text(text);
  if (field == field::topic.name) return topic(text, words.topics, place);
  if (field == field::minutes.name) return minutes(trimmed(text), place);
  if (known && known->type == curriculum::FieldType::number) return json_or_text(trimmed(text));
  if (known && known->type == curriculum::FieldType::flag) return flag(text);
  // One of a few words, or free text.
  if (known && !known->words.empty()) return text_node(text::folded(text));
  return text_node(text);
}

}  // namespace gradus::exchange
