#include "gradus/report/json.hpp"
#include "gradus/report/links.hpp"

#include "report/exam_parts.hpp"
#include "report/json_values.hpp"
#include "report/private_parts.hpp"
#include "report/progress_value.hpp"
#include "report/report_head.hpp"

#include <cstddef>
#include <string>

namespace gradus::report {
namespace {

// null for what is no address: it may be a path.
Json address_or_null(const std::string& text) {
  return is_link(text) ? Json(text) : Json();
}

// The address that a criterion was signed with.
Json address_of(const curriculum::CriterionId& criterion, const insight::TierReport& tier) {
  const auto found = tier.signed_with.find(criterion);
  return found == tier.signed_with.end() ? Json() : address_or_null(found->second);
}

Json gate(const insight::TierReport& tier) {
  auto json = public_json(tier.gate);
  for (std::size_t i = 0; i < tier.gate.criteria.size(); ++i)
    json["criteria"][i]["url"] = address_of(tier.gate.criteria[i].id, tier);
  return json;
}

Json tiers(const std::vector<insight::TierReport>& list) {
  auto json = Json::array();
  for (const auto& tier : list) {
    auto one = gate(tier);
    one["state"] = name(tier.state);
    one["passed_on"] = date_or_null(tier.passed_on);
    one["no_longer_met"] = to_json(tier.lapsed);
    one["unmet"] = rules::unmet(tier.gate);
    one["from"] = tier.span.from.iso();
    one["to"] = tier.span.to.iso();
    one["weeks"] = tier.span.weeks;
    one["planned_minutes"] = tier.planned.count();
    one["actual_minutes"] = tier.actual.count();
    one["problems_target"] = tier.problems_target;
    one["problems_solved"] = tier.problems_solved;
    json.push_back(std::move(one));
  }
  return json;
}

Json topics(const std::vector<insight::TopicReport>& list) {
  auto json = Json::array();
  for (const auto& topic : list) {
    json.push_back({{"topic", topic.topic.text()},
                    {"title", topic.title},
                    {"target", topic.target},
                    {"solved", topic.solved()},
                    {"easy", topic.easy},
                    {"medium", topic.medium},
                    {"hard", topic.hard},
                    {"first_try", number(topic.first_try)},
                    {"recall", number(topic.recall)}});
  }
  return json;
}

Json artefacts(const std::vector<insight::DeliveredArtefact>& list) {
  auto json = Json::array();
  for (const auto& artefact : list) {
    json.push_back({{"title", artefact.title},
                    {"on", artefact.on.iso()},
                    {"url", address_or_null(artefact.url.value_or(""))},
                    {"verified", artefact.verified}});
  }
  return json;
}

Json ahead(const std::vector<insight::WeekValues>& list) {
  auto json = Json::array();
  for (const auto& week : list) json.push_back(to_json(week));
  return json;
}

Json modules(const std::vector<insight::ModuleState>& list) {
  auto json = Json::array();
  for (const auto& state : list)
    json.push_back({{"id", state.module.id.text()},
                    {"title", state.module.title},
                    {"planned", state.planned},
                    {"passed", state.passed().value_or(false)},
                    {"met", state.met()},
                    {"total", state.module.checks.size()}});
  return json;
}

Json so_far(const std::vector<insight::HoursSoFar>& points) {
  auto json = Json::array();
  for (const auto& point : points)
    json.push_back({{"on", point.on.iso()}, {"minutes", point.minutes.count()}});
  return json;
}

Json hours(const insight::HoursReport& report) {
  Json json{{"planned", so_far(report.planned)}, {"studied", so_far(report.studied)}};
  json["weeks"] = to_json(report.by_week);
  auto& days = json["days"] = Json::array();
  for (const auto& [day, minutes] : report.by_day)
    add_minutes(days.emplace_back(Json{{"on", day.iso()}}), minutes);
  json["forecast"] = {{"status", name(report.status)},
                      {"p50", date_or_null(report.finish.p50)},
                      {"p80", date_or_null(report.finish.p80)}};
  return json;
}

// With the first day of each, what lies behind a re-plan included, and the days that it had in the
// plan as first made; null for one that was added since.
Json weeks(const insight::ProgressReport& progress) {
  auto json = Json::array();
  for (const auto& week : progress.plan.weeks) {
    auto& one = json.emplace_back(to_json(week));
    one["first_day"] = week.week.dates.first_day().iso();
    const auto first = progress.first_dates.find(week.week.load.key);
    const bool known = first != progress.first_dates.end();
    one["first_from"] = known ? Json(first->second.first.iso()) : Json();
    one["first_to"] = known ? Json(first->second.second.iso()) : Json();
  }
  return json;
}

Json mocks(const std::vector<journal::Entry>& entries) {
  auto json = Json::array();
  for (const auto& entry : entries) {
    const auto& mock = std::get<journal::MockExam>(entry.what);
    json.push_back({{"on", entry.on.iso()},
                    {"exam", mock.exam},
                    {"score", mock.score},
                    {"timed", mock.timed},
                    {"domains", mock.domains}});
  }
  return json;
}

Json breaks(const std::vector<plan::Break>& list) {
  auto json = Json::array();
  for (const auto& each : list) json.push_back({{"from", each.from.iso()}, {"to", each.to.iso()}});
  return json;
}

}  // namespace

Json progress_value(const insight::ProgressReport& progress) {
  const auto& now = progress.now;
  Json json(
      {{"curriculum_title", progress.curriculum_title},
       {"track", progress.track.empty() ? Json() : Json(progress.track)},
       {"date", progress.date.iso()},
       {"start", progress.start.iso()},
       {"finish", progress.finish.iso()},
       {"slip_days", progress.slip.count()},
       {"planned_minutes", progress.planned.count()},
       {"actual_minutes", progress.actual.count()},
       {"read_minutes", progress.read.count()},
       {"hands_on_minutes", progress.hands_on.count()},
       {"problems_target", progress.problems_target},
       {"problems_solved", progress.problems_solved},
       {"problems_open", progress.problems_open},
       {"finished_on", date_or_null(progress.finished_on)},
       {"tiers_passed", progress.tiers_passed},
       {"tiers_total", progress.tiers_total},
       {"tier_number", progress.tier_number == 0 ? Json() : Json(progress.tier_number)},
       {"weeks_total", progress.weeks_total},
       {"tier", now.tier != nullptr ? Json(now.tier->id.text()) : Json()},
       {"week_number", now.week ? Json(now.week->week.number) : Json()},
       {"gate_shut", now.gate_shut},
       {"gate_moves_days", now.gate_moves_finish ? Json(now.gate_moves_finish->count()) : Json()},
       {"criteria_met", now.criteria_met},
       {"criteria_total", now.criteria_total},
       {"first_unmet", now.first_unmet() ? to_json(*now.first_unmet()) : Json()},
       {"exam", now.exam ? readiness_value(now.exam->readiness) : Json()},
       {"tiers", tiers(progress.tiers)},
       {"topics", topics(progress.topics)},
       {"artefacts", artefacts(progress.artefacts)},
       {"modules", modules(progress.modules)},
       {"weeks", weeks(progress)},
       {"breaks", breaks(progress.breaks)},
       {"hours", hours(progress.hours)},
       {"mocks", mocks(progress.mocks)},
       {"ahead", ahead(progress.ahead)}});
  if (progress.only_tier) json["only_tier"] = progress.only_tier->text();
  if (progress.only_for_me) json["private"] = private_value(*progress.only_for_me);
  return json;
}

std::string json(const insight::ProgressReport& progress, const ReportHead& head) {
  auto value = progress_value(progress);
  add_head(value, head);
  return to_text(value);
}

}  // namespace gradus::report
