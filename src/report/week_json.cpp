#include "gradus/report/json.hpp"

#include "report/exam_parts.hpp"
#include "report/json_values.hpp"
#include "report/module_parts.hpp"
#include "report/timer_values.hpp"

#include <utility>

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

// With what comes next, the first check that is open; null for a module that is passed.
Json modules_today(const std::vector<insight::ModulePage>& pages) {
  auto json = Json::array();
  for (const auto& page : pages) {
    auto module = module_in_week(page);
    const auto* const next = page.state.first_open();
    module["next"] =
        next == nullptr ? Json()
                        : Json{{"id", next->id.text()}, {"title", next->title}, {"how", next->how}};
    json.push_back(std::move(module));
  }
  return json;
}

Json targets(const std::vector<curriculum::ProblemTarget>& kinds) {
  auto json = Json::array();
  for (const auto& kind : kinds)
    json.push_back({{"topic", kind.topic.text()},
                    {"difficulty", name(kind.difficulty)},
                    {"count", kind.count}});
  return json;
}

Json artefacts(const std::vector<insight::ArtefactProgress>& rows) {
  auto json = Json::array();
  for (const auto& [artefact, due, delivered, late] : rows) {
    json.push_back({{"id", artefact.id.text()},
                    {"title", artefact.title},
                    {"due", due.iso()},
                    {"delivered", delivered},
                    {"late", late}});
  }
  return json;
}

Json artefacts_due(const insight::WeekValues& week) {
  std::vector<insight::ArtefactProgress> due;
  for (const auto& artefact : week.artefacts) {
    if (!artefact.delivered) due.push_back(artefact);
  }
  return artefacts(due);
}

Json open_before(const std::vector<insight::OpenBefore>& weeks) {
  auto json = Json::array();
  for (const auto& open : weeks) {
    auto artefacts = Json::array();
    for (const auto& each : open.artefacts) artefacts.push_back(each.artefact.id.text());
    json.push_back({{"week", open.week.text()},
                    {"number", open.number},
                    {"problems", open.problem_count()},
                    {"unsolved", targets(open.problems)},
                    {"artefacts", std::move(artefacts)},
                    {"days_late", open.late.count()}});
  }
  return json;
}

Json unmet(const std::vector<rules::CriterionResult>& criteria) {
  auto json = Json::array();
  for (const auto& criterion : criteria) json.push_back(to_json(criterion));
  return json;
}

Json todays_blocks(const std::vector<insight::TodaysBlock>& blocks) {
  auto json = Json::array();
  for (const auto& each : blocks) {
    auto block = to_json(each.block);
    block["done_minutes"] = each.done.count();
    json.push_back(std::move(block));
  }
  return json;
}

Json studied_days(const std::vector<insight::StudiedDay>& days) {
  auto json = Json::array();
  for (const auto& day : days)
    json.push_back({{"on", day.on.iso()}, {"minutes", day.minutes.count()}});
  return json;
}

Json elsewhere(const std::vector<insight::TrackToday>& tracks) {
  auto json = Json::array();
  for (const auto& [track, blocks] : tracks)
    json.push_back({{"track", track}, {"blocks", todays_blocks(blocks)}});
  return json;
}

Json exam_value(const insight::ExamAhead& exam) {
  auto json = readiness_value(exam.readiness);
  json["exam_date"] = date_or_null(exam.exam_date);
  auto& lines = json["today"] = Json::array();
  for (const auto& each : exam.lines) {
    auto line = to_json(each.line);
    line["done"] = each.is_done();
    lines.push_back(std::move(line));
  }
  json["past_exam_date"] = exam.past ? Json(exam.past->on.iso()) : Json();
  return json;
}

}  // namespace

void add_amounts(Json& json, const insight::Amounts& amounts) {
  json["minutes"] = amounts.remaining.count();
  json["left_minutes"] = amounts.left.count();
  json["planned_minutes"] = amounts.planned.count();
  json["actual_minutes"] = amounts.actual.count();
  json["filled_minutes"] = amounts.filled.count();
  json["problems_total"] = amounts.problems;
  json["problems_done"] = amounts.problems_done;
  json["artefacts_total"] = amounts.artefacts;
  json["artefacts_done"] = amounts.artefacts_done;
}

Json week_row(const insight::WeekValues& values) {
  const auto& week = values.week;
  Json json{{"number", week.number},
            {"week", week.load.gate ? Json() : Json(week.load.carries.front().week.text())},
            {"carries", ids(week.load.week_ids())},
            {"tier", week.load.tier.text()},
            {"title", week.load.title},
            {"repeat", week.load.repeat},
            {"from", week.dates.from.iso()},
            {"to", week.dates.to.iso()}};
  add_amounts(json, insight::amounts(values));
  json["done_minutes"] = json["actual_minutes"];
  json["read_minutes"] = week.load.minutes.read.count();
  json["lab_minutes"] = week.load.minutes.lab.count();
  json["review_minutes"] = week.load.minutes.review.count();
  json["complete"] = values.progress.complete;
  json["done"] = values.done();
  json["current"] = values.current;
  json["gate"] = week.load.gate;
  json["blocks"] = to_json(week.dates.blocks);
  json["modules"] = ids(week.load.modules);
  return json;
}

Json to_json(const insight::WeekValues& week) {
  auto json = week_row(week);
  json["problems"] = problems(week.problems);
  json["artefacts"] = artefacts(week.artefacts);
  return json;
}

std::string json(const insight::WeekValues& week, const insight::Track& /*track*/,
                 const WeekOptions& options) {
  auto json = to_json(week);
  const auto* const now = options.at_the_gate;
  json["at_the_gate"] = now != nullptr;
  json["unmet"] = now == nullptr ? Json::array() : unmet(now->unmet);
  auto& days = json["days"] = Json::array();
  for (const auto& day : options.days)
    days.push_back({{"on", day.on.iso()},
                    {"planned_minutes", day.planned.count()},
                    {"studied_minutes", day.studied.count()}});
  auto& deep_dives = json["deep_dives"] = Json::array();
  for (const auto& page : options.modules) deep_dives.push_back(module_in_week(page));
  json["gate_moves_days"] =
      now != nullptr && now->gate_moves_finish ? Json(now->gate_moves_finish->count()) : Json();
  return to_text(json);
}

std::string json(const insight::Today& today, const insight::Track& track) {
  const bool studying = today.tier != nullptr && today.week;
  const auto of_week = [&](auto&& value) { return studying ? Json(value(*today.week)) : Json(); };
  const auto of_sums = [&](auto&& value) {
    return studying ? Json(value(insight::amounts(*today.week))) : Json();
  };
  return to_text(
      {{"date", today.date.iso()},
       {"track", track.name},
       {"tier", studying ? Json(today.tier->id.text()) : Json()},
       {"tier_number", studying ? Json(today.tier_number) : Json()},
       {"tiers_total", today.tiers_total},
       {"week", of_week([](const auto& w) { return w.week.load.carries.front().week.text(); })},
       {"gate_shut", today.gate_shut},
       {"gate_moves_days",
        today.gate_moves_finish ? Json(today.gate_moves_finish->count()) : Json()},
       {"open_before", open_before(today.open_before)},
       {"missed", to_json(today.missed)},
       {"exam", today.exam ? exam_value(*today.exam) : Json()},
       {"streak_weeks", today.streak_weeks},
       {"last_days", studied_days(today.last_days)},
       {"done_today", today.done_today()},
       {"to_review", today.to_review.titles},
       {"to_review_minutes", today.to_review.minutes.count()},
       {"reviewed", today.to_review.reviewed},
       {"review_done", today.to_review.done},
       {"weak_topics", ids(today.to_review.weak_topics)},
       {"next_block", today.next_block ? to_json(*today.next_block) : Json()},
       {"week_number", of_week([](const auto& w) { return w.week.number; })},
       {"week_title", of_week([](const auto& w) { return w.week.load.title; })},
       {"weeks_total", track.plan.weeks.size()},
       {"planned_minutes", of_sums([](const auto& sum) { return sum.planned.count(); })},
       {"actual_minutes", of_sums([](const auto& sum) { return sum.actual.count(); })},
       {"filled_minutes", of_sums([](const auto& sum) { return sum.filled.count(); })},
       {"problems_total", of_sums([](const auto& sum) { return sum.problems; })},
       {"problems_done", of_sums([](const auto& sum) { return sum.problems_done; })},
       {"blocks", todays_blocks(today.blocks)},
       {"elsewhere", elsewhere(today.elsewhere)},
       {"break_until", today.pause ? Json(today.pause->to.iso()) : Json()},
       {"problems", studying ? problems(today.week->problems) : Json::array()},
       {"unsolved", studying ? targets(insight::unsolved(*today.week)) : Json::array()},
       {"artefacts_due", studying ? artefacts_due(*today.week) : Json::array()},
       {"criteria_met", today.criteria_met},
       {"criteria_waived", today.criteria_waived},
       {"criteria_total", today.criteria_total},
       {"at_the_gate", today.at_the_gate()},
       {"unmet", unmet(today.unmet)},
       {"first_unmet", today.first_unmet() ? to_json(*today.first_unmet()) : Json()},
       {"waiting_minutes", today.waiting.minutes.count()},
       {"waiting_problems", today.waiting.problems},
       {"deep_dives", modules_today(today.modules)},
       {"timer", today.timer ? to_json(*today.timer) : Json()},
       {"next", {{"command", today.next.command}, {"reason", today.next.reason}}}});
}

}  // namespace gradus::report
