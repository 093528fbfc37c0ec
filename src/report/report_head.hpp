#pragma once

#include "gradus/report/document.hpp"
#include "gradus/report/views.hpp"

#include "report/json_values.hpp"

#include <string>

namespace gradus::report {

// The heading: the learner's, or else the usual one.
[[nodiscard]] inline std::string head_title(const ReportHead& head, std::string usual) {
  return head.title.value_or(std::move(usual));
}
// Empty without a name.
[[nodiscard]] inline Part head_name(const ReportHead& head) {
  return Paragraph{head.name.value_or("")};
}
inline void add_head(Json& json, const ReportHead& head) {
  if (head.title) json["title"] = *head.title;
  if (head.name) json["name"] = *head.name;
}

}  // namespace gradus::report
