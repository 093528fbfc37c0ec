#include "gradus/report/verification.hpp"

#include "report/json_values.hpp"

namespace gradus::report {
namespace {

Json checks_of(const evidence::Verification& result) {
  auto checks = Json::array();
  for (const auto& check : result.checks) {
    checks.push_back({{"what", check.what},
                      {"status", rules::name(check.truth)},
                      {"have", check.have},
                      {"need", check.need},
                      {"reason", check.why.empty() ? Json() : Json(check.why)}});
  }
  return checks;
}

Json verified_value(const Verified& verified) {
  return {{"artefact", verified.artefact.text()},
          {"title", verified.title},
          {"entry", verified.entry.text()},
          {"path", verified.path},
          {"at", verified.at.iso()},
          {"commit", text_or_null(verified.result.commit)},
          {"verified", verified.result.whole()},
          {"checks", checks_of(verified.result)}};
}

}  // namespace

std::string json(const Verified& verified) {
  return to_text(verified_value(verified));
}

std::string json(const std::vector<Verified>& list) {
  auto json = Json::array();
  for (const auto& verified : list) json.push_back(verified_value(verified));
  return to_text(json);
}

std::string unverifiable_json(const curriculum::ArtefactId& artefact, const std::string& reason) {
  return to_text({{"artefact", artefact.text()},
                  {"verified", false},
                  {"checks", Json::array()},
                  {"reason", reason}});
}

std::string checks_json(const evidence::Verification& result) {
  return checks_of(result).dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace gradus::report
