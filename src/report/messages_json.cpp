#include "gradus/report/json.hpp"

#include "report/json_values.hpp"

#include <algorithm>

namespace gradus::report {

std::string findings_json(const std::string& file, const std::vector<text::Finding>& findings) {
  auto json = Json::array();
  for (const auto& finding : findings) {
    json.push_back({{"severity", finding.severity == text::Severity::error ? "error" : "advice"},
                    {"line", finding.line},
                    {"pointer", finding.pointer},
                    {"message", finding.message},
                    {"fix", finding.fix}});
  }
  const auto errors = std::ranges::count(findings, text::Severity::error, &text::Finding::severity);
  return to_text({{"file", file},
                  {"errors", errors},
                  {"advice", std::ssize(findings) - errors},
                  {"findings", std::move(json)}});
}

std::string error_json(const std::string& kind, const std::string& message, const std::string& hint,
                       const std::vector<std::string>& warnings) {
  Json error{{"kind", kind}, {"message", message}, {"hint", hint}};
  if (!warnings.empty()) error["warnings"] = warnings;
  return to_text(Json{{"error", std::move(error)}});
}

std::string exported_json(const std::string& text) {
  return to_text({{"text", text}});
}

std::string address_json(const std::optional<std::string>& address) {
  return to_text({{"url", address ? Json(*address) : Json()}});
}

std::string written_json(const std::string& file) {
  return to_text({{"written", file}});
}

}  // namespace gradus::report
