#include "gradus/report/history.hpp"

#include "report/json_values.hpp"

namespace gradus::report {

std::string json(const std::vector<ListedStep>& steps) {
  auto json = Json::array();
  for (const auto& [number, name, at, undone] : steps)
    json.push_back({{"number", number}, {"step", name}, {"at", at.iso()}, {"undone", undone}});
  return to_text(json);
}

std::string undone_json(const std::string& step) {
  return to_text(Json{{"undone", step}});
}

std::string undone_json(const std::vector<std::string>& steps, int back_to) {
  return to_text(Json{{"undone", steps}, {"back_to", back_to}});
}

std::string redone_json(const std::string& step) {
  return to_text(Json{{"redone", step}});
}

}  // namespace gradus::report
