#pragma once

#include "cli/session.hpp"

#include <string>

namespace gradus::cli {

enum class ReportFormat { text, markdown, json };

struct WriteReport {
  ReportFormat format = ReportFormat::text;
  std::string output;  // a file; stdout when empty
};
ExitCode run(const WriteReport& request, Session& session);

}  // namespace gradus::cli
