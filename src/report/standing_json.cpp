#include "gradus/report/json.hpp"

#include "report/json_values.hpp"
#include "report/timer_values.hpp"

namespace gradus::report {
namespace {

Json problems(const std::vector<insight::ProblemProgress>& rows) {
  auto json = Json::array();
  for (const auto& [target, solved] : rows) {
    json.push_back({{"topic", target.topic.text()},
                    {"difficulty", name(target.difficulty)},
                    {"count", target.count},
                    {"top_up", target.top_up},
                    {"solved", solved}});
  }
  return json;
}

Json artefacts(const std::vector<insight::ArtefactProgress>& rows) {
  auto json = Json::array();
  for (const auto& [artefact, due, delivered] : rows) {
    json.push_back({{"id", artefact.id.text()},
                    {"title", artefact.title},
                    {"due", due.iso()},
                    {"delivered", delivered}});
  }
  return json;
}

Json artefacts_due(const insight::WeekStanding& week) {
  std::vector<insight::ArtefactProgress> due;
  for (const auto& artefact : week.artefacts) {
    if (!artefact.delivered) due.push_back(artefact);
  }
  return artefacts(due);
}

Json todays_blocks(const insight::Today& today) {
  auto json = Json::array();
  for (const auto& each : today.blocks) {
    auto block = to_json(each.block);
    block["done_minutes"] = each.done.count();
    json.push_back(std::move(block));
  }
  return json;
}

}  // namespace

Json to_json(const insight::WeekStanding& standing) {
  const auto& [week, progress, problem_rows, artefact_rows] = standing;
  return {{"number", week.number},
          {"week", week.load.carries.front().text()},
          {"carries", ids(week.load.carries)},
          {"tier", week.load.tier.text()},
          {"title", week.load.title},
          {"repeat", week.load.repeat},
          {"from", week.dates.from.iso()},
          {"to", week.dates.to.iso()},
          {"minutes", week.dates.minutes().count()},
          {"planned_minutes", progress.planned.count()},
          {"actual_minutes", progress.actual.count()},
          {"complete", progress.complete},
          {"blocks", to_json(week.dates.blocks)},
          {"problems", problems(problem_rows)},
          {"artefacts", artefacts(artefact_rows)}};
}

std::string week_json(const insight::WeekStanding& week) {
  return to_text(to_json(week));
}

std::string today_json(const insight::Today& today, const insight::Track& track) {
  const bool studying = today.tier != nullptr && today.week;
  const auto of_week = [&](auto&& value) { return studying ? Json(value(*today.week)) : Json(); };
  return to_text(
      {{"date", today.date.iso()},
       {"track", track.name},
       {"tier", studying ? Json(today.tier->id.text()) : Json()},
       {"week", of_week([](const auto& w) { return w.week.load.carries.front().text(); })},
       {"week_number", of_week([](const auto& w) { return w.week.number; })},
       {"week_title", of_week([](const auto& w) { return w.week.load.title; })},
       {"weeks_total", track.plan.weeks.size()},
       {"planned_minutes", of_week([](const auto& w) { return w.progress.planned.count(); })},
       {"actual_minutes", of_week([](const auto& w) { return w.progress.actual.count(); })},
       {"blocks", todays_blocks(today)},
       {"break_until", today.pause ? Json(today.pause->to.iso()) : Json()},
       {"problems", studying ? problems(today.week->problems) : Json::array()},
       {"artefacts_due", studying ? artefacts_due(*today.week) : Json::array()},
       {"criteria_met", today.criteria_met},
       {"criteria_waived", today.criteria_waived},
       {"criteria_total", today.criteria_total},
       {"first_unmet", today.first_unmet ? to_json(*today.first_unmet) : Json()},
       {"waiting_minutes", today.waiting.minutes.count()},
       {"waiting_problems", today.waiting.problems},
       {"timer", today.timer ? to_json(*today.timer) : Json()},
       {"next", {{"command", today.next.command}, {"reason", today.next.reason}}}});
}

}  // namespace gradus::report
