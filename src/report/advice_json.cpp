#include "gradus/report/advice.hpp"

#include "report/decision_values.hpp"

#include <utility>

namespace gradus::report {
namespace {

Json step_json(const decisions::AdviceStep& step) {
  auto input = Json::object();
  for (const auto& [name, value] : step.input) input[name] = value_json(value);
  auto ruled_out = Json::array();
  for (const auto& each : step.ruled_out) ruled_out.push_back({{"id", each.id}, {"why", each.why}});
  return {{"step", step.id},
          {"input", std::move(input)},
          {"result", value_json(step.result)},
          {"why", step.why},
          {"ruled_out", std::move(ruled_out)}};
}

Json advice_json(const decisions::Advice& advice) {
  Json json{{"pick", text_or_null(advice.pick)},
            {"answer", advice.answer},
            {"steps", Json::array()},
            {"next", advice.next},
            {"warnings", Json::array()},
            {"notes", advice.notes},
            {"from_track", advice.from_track},
            {"assumed", advice.assumed}};
  for (const auto& step : advice.steps) json["steps"].push_back(step_json(step));
  for (const auto& each : advice.warnings)
    json["warnings"].push_back({{"code", each.code}, {"message", each.message}});
  json["source"] = advice.source.empty() ? Json() : Json(advice.source);
  json["as_of"] = date_or_null(advice.as_of);
  return json;
}

Json usd_json(const std::optional<curriculum::Usd>& usd) {
  return usd ? number(usd->dollars()) : Json();
}

Json words_json(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

Json price_json(const decisions::WeighedCertificate& weighed) {
  const auto& certificate = *weighed.certificate;
  return {{"id", certificate.id},
          {"title", certificate.title},
          {"exam_usd", usd_json(certificate.exam_usd)},
          {"prep_hours", certificate.prep_hours ? Json(*certificate.prep_hours) : Json()},
          {"markets", certificate.markets},
          {"retired_on", date_or_null(certificate.retired_on)},
          {"successor", text_or_null(certificate.successor)},
          {"verdict", weighed.verdict}};
}

Json stack_json(const decisions::ComparedStack& compared) {
  const auto& stack = *compared.stack;
  Json json{{"id", stack.id.text()},
            {"title", stack.title},
            {"markets", stack.markets},
            {"cloud", words_json(stack.cloud)},
            {"warehouse", words_json(stack.warehouse)},
            {"transform", words_json(stack.transform)},
            {"orchestrator", words_json(stack.orchestrator)},
            {"language", words_json(stack.language)},
            {"certificate", text_or_null(stack.certificate)},
            {"exam_usd", usd_json(compared.exam_usd)},
            {"weeks", Json::array()}};
  for (const auto& week : compared.weeks)
    json["weeks"].push_back({{"week", week.week.text()},
                             {"tier", week.tier.text()},
                             {"title", week.title},
                             {"artefacts", week.artefacts}});
  return json;
}

}  // namespace

std::string json(const decisions::Advice& advice) {
  return to_text(advice_json(advice));
}

std::string json(const decisions::CertificateAdvice& advice) {
  auto json = advice_json(advice);
  json["prices"] = Json::array();
  for (const auto& each : advice.weighed) json["prices"].push_back(price_json(each));
  return to_text(json);
}

std::string json(const decisions::BudgetAdvice& advice) {
  auto json = advice_json(advice);
  json["kit"] = Json::array();
  for (const auto& item : advice.kit)
    json["kit"].push_back({{"id", item.id},
                           {"title", item.title},
                           {"usd", number(item.usd.dollars())},
                           {"note", words_json(item.note)}});
  json["kit_usd"] = number(advice.kit_usd.dollars());
  return to_text(json);
}

std::string json(const decisions::StackAdvice& advice) {
  auto json = advice_json(advice);
  json["stacks"] = Json::array();
  for (const auto& each : advice.stacks) json["stacks"].push_back(stack_json(each));
  return to_text(json);
}

}  // namespace gradus::report
