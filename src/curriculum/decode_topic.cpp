#include "curriculum/decode.hpp"

#include <fmt/format.h>

#include <cmath>

namespace gradus::curriculum {
namespace {

Topic decode_topic(const text::Cursor& from) {
  text::Object object{from};
  const text::Cursor weight = object.optional("weight");
  Topic topic{.id = text::id<TopicId>(object.required("id")),
              .title = object.required("title").text(),
              .practice_url = object.optional("practice_url").optional_text(),
              .weight = weight.number(0, 1),
              .retired = object.optional("retired").flag()};
  object.no_other_keys();
  if (topic.weight == 0.0)
    weight.error("must be above 0", "write its share of the exam, such as 0.2");
  return topic;
}

// Topics with a weight are the domains of an exam.
void check_weights(const text::Cursor& from, const std::vector<Topic>& topics) {
  constexpr double tolerance = 0.001;
  double sum = 0;
  bool weighted = false;
  for (const Topic& topic : topics) {
    if (topic.retired || !topic.weight) continue;
    weighted = true;
    sum += *topic.weight;
  }
  if (weighted && std::abs(sum - 1) > tolerance) {
    from.error(fmt::format("the weights must sum to 1, not {:.4g}", sum),
               "write each topic's share of the exam, such as 0.25 for a quarter");
  }
}

}  // namespace

std::vector<Topic> decode_topics(const text::Cursor& from) {
  std::vector<Topic> topics = list_of(from, decode_topic);
  check_weights(from, topics);
  return topics;
}

}  // namespace gradus::curriculum
