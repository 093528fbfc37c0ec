#include "gradus/report/letter.hpp"
#include "gradus/report/links.hpp"

#include "report/json_values.hpp"
#include "report/letter_words.hpp"
#include "report/private_parts.hpp"
#include "report/report_head.hpp"

#include <string>
#include <variant>

namespace gradus::report {
namespace {

using insight::Letter;
using insight::Moved;
using insight::Standing;

// Without what is only of use to the learner: how to pass it, and a waiver's reason.
Json criterion_value(const rules::CriterionResult& criterion) {
  auto json = to_json(criterion);
  for (const auto* const key : {"how", "repeat", "waiver", "parts"}) json.erase(key);
  return json;
}

Json moved_value(const std::vector<Moved>& list) {
  auto json = Json::array();
  for (const auto& each : list) {
    auto one = criterion_value(each.criterion.now);
    one["tier"] = each.tier;
    one["done"] = number(each.criterion.done_now);
    one["before"] = {{"status", name(each.criterion.then.status)},
                     {"have", number(each.criterion.then.outcome.have)},
                     {"done", number(each.criterion.done_then)}};
    json.push_back(std::move(one));
  }
  return json;
}

std::string_view since_name(Standing::Since why) {
  switch (why) {
    case Standing::Since::last_entry:
      return "last-entry";
    case Standing::Since::tier_opened:
      return "tier-opened";
    case Standing::Since::worked_on:
      break;
  }
  return "worked-on";
}

Json standing_value(const Letter& letter) {
  auto json = Json::array();
  for (const auto& each : letter.standing) {
    auto one = criterion_value(each.criterion);
    one["since"] = each.since.iso();
    one["days"] = (letter.date - each.since).count();
    one["since_what"] = since_name(each.why);
    json.push_back(std::move(one));
  }
  return json;
}

Json late_value(const Letter& letter) {
  auto json = Json::array();
  for (const auto& week : letter.late)
    json.push_back({{"number", week.number},
                    {"title", week.title},
                    {"due", week.due.iso()},
                    {"days", (letter.date - week.due).count()},
                    {"left_minutes", week.left.count()},
                    {"problems_left", week.problems_left},
                    {"undelivered", week.undelivered}});
  return json;
}

Json studied_value(const Letter& letter) {
  Json by_kind = Json::object();
  for (const auto kind : journal::session_kinds) {
    const auto found = letter.work.minutes_by_kind.find(kind);
    by_kind[std::string(journal::name(kind))] =
        found == letter.work.minutes_by_kind.end() ? 0 : found->second.count();
  }
  return {{"minutes", letter.work.minutes().count()},
          {"minutes_by_kind", std::move(by_kind)},
          {"planned_minutes", letter.planned.count()},
          {"minutes_before", letter.before ? Json(letter.before->count()) : Json()},
          {"days", letter.work.days},
          {"last_before", date_or_null(letter.last_study)}};
}

Json problems_value(const insight::WorkDone& work) {
  auto topics = Json::array();
  for (const auto& topic : work.topics)
    topics.push_back({{"topic", topic.topic.text()},
                      {"title", topic.title},
                      {"easy", topic.easy},
                      {"medium", topic.medium},
                      {"hard", topic.hard},
                      {"solved", topic.solved()},
                      {"first_tries", topic.first_tries}});
  return {{"solved", work.problems()}, {"again", work.again}, {"topics", std::move(topics)}};
}

Json artefacts_value(const Letter& letter) {
  auto json = Json::array();
  for (const auto& news : letter.artefacts) {
    const bool link = news.url && is_link(*news.url);
    json.push_back({{"title", news.title},
                    {"on", news.on.iso()},
                    {"again", news.again},
                    {"verified_on", date_or_null(news.verified_on)},
                    {"url", link ? Json(*news.url) : Json()}});
  }
  return json;
}

Json passed_value(const Letter& letter) {
  auto json = Json::array();
  for (const auto& gate : letter.passed)
    json.push_back({{"tier", gate.title},
                    {"on", gate.passed_on.value().iso()},
                    {"met", gate.met_now},
                    {"total", gate.criteria.size()}});
  return json;
}

Json mocks_value(const Letter& letter) {
  auto json = Json::array();
  for (const auto& entry : letter.mocks) {
    const auto& mock = std::get<journal::MockExam>(entry.what);
    json.push_back({{"on", entry.on.iso()},
                    {"exam", mock.exam},
                    {"score", mock.score},
                    {"timed", mock.timed}});
  }
  return json;
}

Json moved_values(const Letter& letter) {
  return {{"tiers_passed", passed_value(letter)},
          {"criteria_met", moved_value(letter.met)},
          {"criteria_nearer", moved_value(letter.closer)},
          {"criteria_no_longer_met", moved_value(letter.lost)},
          {"criteria_waived", moved_value(letter.waived)},
          {"artefacts", artefacts_value(letter)},
          {"modules_passed", letter.modules_passed},
          {"mocks", mocks_value(letter)}};
}

Json gate_value(const Letter& letter) {
  if (!letter.gate) return {};
  return {{"title", letter.gate->title},
          {"met", letter.gate->met_now},
          {"met_before", letter.gate->met_then},
          {"total", letter.gate->criteria.size()},
          {"ready", letter.gate->ready}};
}

Json question_value(const Letter& letter) {
  const auto& asked = letter.question;
  return {{"about", name(asked.about)},
          {"of", asked.of.empty() ? Json() : Json(asked.of)},
          {"since", date_or_null(asked.since)},
          {"text", question_text(letter)}};
}

Json due_value(const Letter& letter) {
  auto json = Json::array();
  for (const auto& artefact : letter.due)
    json.push_back({{"title", artefact.artefact.title}, {"due", artefact.due.iso()}});
  return json;
}

Json plan_value(const Letter& letter) {
  return {{"finish", letter.finish.iso()},
          {"slip_days", letter.slip.count()},
          {"slip_days_before", letter.slip_before ? Json(letter.slip_before->count()) : Json()},
          {"changes", letter.plan_changes}};
}

}  // namespace

std::string json(const Letter& letter, const ReportHead& head) {
  Json json{{"curriculum_title", letter.curriculum_title},
            {"track", text_or_null(letter.track)},
            {"since", letter.since.iso()},
            {"date", letter.date.iso()},
            {"days", letter.days()},
            {"news", name(letter.news)},
            {"news_text", news_text(letter)},
            {"tier", letter.tier.empty() ? Json() : Json(letter.tier)},
            {"tier_number", letter.tier_number == 0 ? Json() : Json(letter.tier_number)},
            {"tiers_total", letter.tiers_total},
            {"week_number", letter.week ? Json(letter.week->number) : Json()},
            {"week_title", letter.week ? Json(letter.week->load.title) : Json()},
            {"week_to", letter.week ? Json(letter.week->dates.to.iso()) : Json()},
            {"weeks_total", letter.weeks_total},
            {"gate", gate_value(letter)},
            {"studied", studied_value(letter)},
            {"problems", problems_value(letter.work)},
            {"moved", moved_values(letter)},
            {"plan", plan_value(letter)},
            {"still", {{"criteria", standing_value(letter)}, {"weeks", late_value(letter)}}},
            {"question", question_value(letter)},
            {"due", due_value(letter)}};
  add_head(json, head);
  if (letter.only_for_me) json["private"] = private_value(*letter.only_for_me);
  return to_text(json);
}

}  // namespace gradus::report
