#include "gradus/report/exam.hpp"

#include "report/exam_parts.hpp"

#include <cmath>
#include <optional>
#include <utility>

namespace gradus::report {
namespace {

constexpr double tenths_of_hour = 10;

Json rounded(std::optional<double> value, double parts) {
  if (!value) return nullptr;
  return number(std::round(*value * parts) / parts);
}

Json budget_rows(const std::vector<insight::BudgetRow>& rows) {
  auto json = Json::array();
  for (const auto& [domain, weight, tenths] : rows)
    json.push_back({{"domain", domain.text()},
                    {"weight", number(weight)},
                    {"hours", number(tenths / tenths_of_hour)}});
  return json;
}

Json domain_rows(const insight::ExamReadiness& readiness) {
  auto json = Json::array();
  for (const auto& row : readiness.domains)
    json.push_back({{"domain", row.domain.id.text()},
                    {"title", row.domain.title},
                    {"weight", number(row.domain.weight)},
                    {"score", number(row.score)},
                    {"under_target", row.score ? Json(row.under_target) : Json()},
                    {"weak", row.score ? Json(row.weak) : Json()}});
  return json;
}

Json lab_rows(const std::vector<insight::LabCoverage>& rows) {
  auto json = Json::array();
  for (const auto& [domain, labs, delivered] : rows)
    json.push_back({{"domain", domain.id.text()}, {"labs", ids(labs)}, {"delivered", delivered}});
  return json;
}

Json pacing_value(const curriculum::Pacing& pacing) {
  auto passes = Json::array();
  for (const auto minutes : pacing.passes) passes.push_back(minutes.count());
  const auto seconds = [](const auto& value) { return value ? Json(value->count()) : Json(); };
  return {{"items", pacing.items},
          {"minutes", pacing.minutes.count()},
          {"right_answers", pacing.right_answers()},
          {"passes_minutes", std::move(passes)},
          {"skip_seconds", seconds(pacing.skip_after)},
          {"most_seconds", seconds(pacing.most)}};
}

Json lines_value(const std::vector<plan::ExamLine>& lines) {
  auto json = Json::array();
  for (const auto& line : lines) json.push_back(to_json(line));
  return json;
}

std::vector<plan::ExamLine> review_lines(const plan::ExamPlan& planned) {
  std::vector<plan::ExamLine> lines;
  for (const auto& line : planned.lines)
    if (line.is_review()) lines.push_back(line);
  return lines;
}

}  // namespace

Json to_json(const plan::ExamLine& line) {
  return {{"on", line.on.iso()},
          {"minutes", line.minutes.count()},
          {"task", line.task},
          {"kind", name(line.kind)}};
}

Json readiness_value(const insight::ExamReadiness& readiness) {
  constexpr double hundredths = 100;
  constexpr double tenths = 10;
  auto weak = Json::array();
  for (const auto& row : readiness.weak_domains()) weak.push_back(row.domain.id.text());
  return {{"exam", readiness.exam.id},
          {"mocks", readiness.mocks.size()},
          {"mocks_needed", readiness.exam.mocks},
          {"within_days", readiness.exam.within.count()},
          {"mean", rounded(readiness.mean, hundredths)},
          {"lowest", rounded(readiness.lowest, hundredths)},
          {"target", number(readiness.exam.target)},
          {"ready", readiness.ready()},
          {"gap_points", rounded(readiness.gap_points, tenths)},
          {"weak_domains", std::move(weak)},
          {"domains", domain_rows(readiness)}};
}

std::string exam_lines_json(const std::vector<plan::ExamLine>& lines) {
  return lines_value(lines).dump();
}

std::string json(const insight::ExamStatus& status) {
  const auto& readiness = status.readiness;
  auto json = readiness_value(readiness);
  json["reason"] = readiness.ready() ? Json() : Json(reason_text(readiness));
  json["untimed"] = readiness.untimed;
  json["older"] = readiness.older;
  json["every_domain_over"] =
      readiness.every_domain_over ? Json(*readiness.every_domain_over) : Json();
  json["hours"] = status.tenths ? number(*status.tenths / tenths_of_hour) : Json();
  json["budget"] = budget_rows(status.budget);
  json["labs"] = lab_rows(status.labs);
  const bool paced = status.about && status.about->pacing;
  json["pacing"] = paced ? pacing_value(*status.about->pacing) : Json();
  json["exam_date"] = date_or_null(status.planned.exam_date);
  json["reviews"] = lines_value(review_lines(status.planned));
  json["checklist"] = status.about ? Json(status.about->day) : Json::array();
  json["next"] = status.next ? Json{{"title", status.about->next},
                                    {"ready", status.next->ready},
                                    {"criteria", to_json(status.next->criteria)}}
                             : Json();
  return to_text(json);
}

std::string json(const insight::ExamCountdown& countdown) {
  const auto& planned = countdown.planned;
  auto warnings = Json::array();
  for (const auto& warning : countdown.warnings)
    warnings.push_back({{"code", warning.code}, {"message", warning.message}});
  return to_text({{"exam", planned.exam.empty() ? Json() : Json(planned.exam)},
                  {"exam_date", date_or_null(planned.exam_date)},
                  {"days", lines_value(planned.days())},
                  {"reviews", lines_value(review_lines(planned))},
                  {"warnings", std::move(warnings)},
                  {"checklist", countdown.checklist}});
}

}  // namespace gradus::report
