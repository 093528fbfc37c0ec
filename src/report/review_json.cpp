#include "gradus/journal/json_value.hpp"
#include "gradus/report/review.hpp"

#include "report/json_values.hpp"

#include <cmath>

namespace gradus::report {
namespace {

// Of a probability, what means anything.
double four_decimals(double share) {
  return std::round(share * 1e4) / 1e4;
}

Json items_json(const std::vector<insight::ReviewItem>& items) {
  auto json = Json::array();
  for (const auto& item : items)
    json.push_back({{"id", item.id},
                    {"of", name(item.of)},
                    {"title", item.title},
                    {"topic", item.topic ? Json(item.topic->text()) : Json()},
                    {"url", text_or_null(item.url)},
                    {"retrievability", number(four_decimals(item.recall))},
                    {"interval_days", item.interval.count()},
                    {"last_on", item.last.iso()},
                    {"due_on", item.due.iso()},
                    {"weak", item.weak},
                    {"minutes", item.minutes.count()}});
  return json;
}

Json topics_json(const std::vector<insight::TopicRecall>& topics) {
  auto json = Json::array();
  for (const auto& topic : topics)
    json.push_back(
        {{"topic", topic.topic.text()}, {"title", topic.title}, {"recall", number(topic.recall)}});
  return json;
}

Json ahead_json(const std::vector<insight::ComingUp>& days) {
  auto json = Json::array();
  for (const auto& day : days) json.push_back({{"on", day.on.iso()}, {"due", day.items}});
  return json;
}

Json target_json(const std::optional<insight::ReviewTarget>& target) {
  if (!target) return nullptr;
  return {{"date", target->date.iso()},
          {"recall_before", number(four_decimals(target->recall_before))},
          {"recall_after", number(four_decimals(target->recall_after))}};
}

}  // namespace

std::string json(const insight::ReviewList& list) {
  return to_text(Json{{"date", list.date.iso()},
                      {"minutes", list.time.minutes.count()},
                      {"left_minutes", list.time.left().count()},
                      {"reviewed", list.time.reviewed},
                      {"full", list.full},
                      {"due", items_json(list.due)},
                      {"set_apart", items_json(list.apart)},
                      {"set_apart_total", list.apart_total},
                      {"again_today", list.again_today},
                      {"rest", list.rest},
                      {"rest_long", list.rest_long},
                      {"rest_days", list.rest_days},
                      {"topics", topics_json(list.topics)},
                      {"next_days", ahead_json(list.ahead)},
                      {"next_due", date_or_null(list.next)},
                      {"target", target_json(list.target)}});
}

std::string review_json(const journal::Entry& review, const insight::ReviewItem& item) {
  Json json = journal::to_value(review);
  json["title"] = item.title;
  json["due_on"] = item.due.iso();
  json["interval_days"] = item.interval.count();
  return to_text(json);
}

}  // namespace gradus::report
