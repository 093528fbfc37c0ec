#include "gradus/report/pace.hpp"

#include "report/json_values.hpp"

#include <cmath>

namespace gradus::report {
namespace {

using calendar::Minutes;

// With so many decimals, half away from zero.
Json rounded(std::optional<double> value, int decimals) {
  if (!value) return nullptr;
  const double unit = std::pow(10, decimals);
  return number(std::round(*value * unit) / unit);
}

Json row_values(const insight::PaceRow& row) {
  const auto& time = row.time;
  return {{"week", row.week ? Json(row.week->text()) : Json()},
          {"number", row.number},
          {"title", row.title},
          {"from", row.from.iso()},
          {"planned_minutes", time.planned.count()},
          {"actual_minutes", time.actual.count()},
          {"ratio", rounded(time.ratio(), 2)},
          {"gap", time.gap ? Json(*time.gap) : Json()},
          {"debt_minutes", time.debt().count()},
          {"excused_minutes", row.excused.count()}};
}

Json typical_values(const std::optional<insight::Typical>& time) {
  if (!time) return nullptr;
  return {
      {"low", time->low.count()}, {"median", time->middle.count()}, {"high", time->high.count()}};
}

Json topic_values(const insight::TopicPace& topic) {
  auto signs = Json::array();
  for (const auto sign : topic.weaknesses) signs.push_back(name(sign));
  Json json{{"topic", topic.topic.text()},
            {"title", topic.title},
            {"minutes", topic.minutes.count()},
            {"problem_minutes", topic.problem_minutes.count()},
            {"problems", topic.problems},
            {"first_try", rounded(topic.first_try(), 2)},
            {"median_minutes", topic.time ? Json(topic.time->middle.count()) : Json()},
            {"weak", topic.weak()},
            {"weak_signs", std::move(signs)},
            {"time_minutes", typical_values(topic.time)},
            {"last_on", topic.last_on.iso()},
            {"recall", rounded(topic.recall, 2)}};
  json["times_usual"] = Json();
  if (topic.ratios)
    json["times_usual"] = {{"low", rounded(topic.ratios->low, 2)},
                           {"median", rounded(topic.ratios->middle, 2)},
                           {"high", rounded(topic.ratios->high, 2)},
                           {"to_own_medians", rounded(topic.ratios->to_own, 2)}};
  return json;
}

Json profile_values(const insight::Pace& pace, const Cadence& cadence) {
  Json json{{"hours_a_week", Json()},
            {"hands_on_share", Json()},
            {"on_weeknights_share", Json()},
            {"weeks", 0},
            {"pause_weeks", pace.pause_weeks()},
            {"sign", Json()},
            {"advice", Json()},
            {"guide", Json()}};
  if (pace.habits) {
    json["hours_a_week"] = rounded(pace.habits->hours_a_week, 2);
    json["hands_on_share"] = rounded(pace.habits->hands_on_share, 2);
    json["on_weeknights_share"] = rounded(pace.habits->on_weeknights_share, 2);
    json["weeks"] = pace.habits->weeks;
  }
  if (cadence.profile) {
    json["sign"] = cadence.profile->sign;
    if (pace.pause_weeks() == 0) json["advice"] = cadence.profile->advice;
    json["guide"] = {{"retention_percent", cadence.profile->retention_percent},
                     {"first_round_percent", cadence.profile->first_round_percent},
                     {"illustrative", true},
                     {"source", cadence.source},
                     {"as_of", cadence.as_of.iso()}};
  }
  return json;
}

Json ahead_values(const std::vector<insight::AheadRow>& rows) {
  auto json = Json::array();
  for (const auto& row : rows)
    json.push_back({{"topic", row.target.topic.text()},
                    {"difficulty", name(row.target.difficulty)},
                    {"count", row.target.count},
                    {"minutes", typical_values(row.time)},
                    {"own", row.own}});
  return json;
}

}  // namespace

std::string json(const insight::Pace& pace, const Cadence& cadence, PaceBy) {
  auto weeks = Json::array();
  for (const auto& row : pace.weeks) weeks.push_back(row_values(row));
  auto topics = Json::array();
  for (const auto& topic : pace.topics) topics.push_back(topic_values(topic));
  Json kinds = Json::object();
  for (const auto& [kind, minutes] : pace.by_kind) kinds[name(kind)] = minutes.count();
  return to_text({{"date", pace.date.iso()},
                  {"since", date_or_null(pace.since)},
                  {"weeks", std::move(weeks)},
                  {"debt_minutes", pace.debt().count()},
                  {"streak_weeks", pace.streak_weeks},
                  {"read_minutes", pace.read().count()},
                  {"lab_minutes", pace.hands_on().count()},
                  {"kind_minutes", std::move(kinds)},
                  {"hours_by_week", to_json(pace.by_week)},
                  {"profile", cadence.profile ? Json(cadence.profile->id) : Json()},
                  {"habits", profile_values(pace, cadence)},
                  {"topics", std::move(topics)},
                  {"ahead", ahead_values(pace.ahead)}});
}

}  // namespace gradus::report
