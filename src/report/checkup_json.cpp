#include "gradus/report/checkup.hpp"

#include "report/json_values.hpp"

namespace gradus::report {
namespace {

using insight::Finding;

Json findings_json(const std::vector<Finding>& findings) {
  auto json = Json::array();
  for (const auto& [code, message, remedy, hint] : findings)
    json.push_back(
        {{"code", code}, {"message", message}, {"remedy", name(remedy)}, {"hint", hint}});
  return json;
}

}  // namespace

std::string json(const Checkup& checkup) {
  auto backups = Json::array();
  for (const auto& [file, fault] : checkup.backups)
    backups.push_back(
        {{"file", file}, {"good", !fault.has_value()}, {"fault", text_or_null(fault)}});
  return to_text({{"store", checkup.store},
                  {"sound", checkup.findings.empty()},
                  {"fixed", findings_json(checkup.fixed)},
                  {"findings", findings_json(checkup.findings)},
                  {"backups", std::move(backups)}});
}

}  // namespace gradus::report
