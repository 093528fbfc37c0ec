#include "cli/command.hpp"
#include "cli/report/requests.hpp"

#include <map>

namespace gradus::cli {

void add_report_commands(Command& gradus) {
  gradus.add_command<WriteReport>(
      "report", "Show how far you have come, for a mentor or a recruiter.",
      "  gradus report\n"
      "  gradus report --format md --output progress.md\n",
      [](Command& report, WriteReport& request) {
        const std::map<std::string, ReportFormat> formats{{"text", ReportFormat::text},
                                                          {"md", ReportFormat::markdown},
                                                          {"json", ReportFormat::json}};
        report.add_choice(
            "--format", {"text", "md", "json"},
            [&request, formats](const std::string& word) { request.format = formats.at(word); },
            "How to write it (default: text)");
        report.add_option("--output", request.output, "Write to this file instead")
            .type_name("FILE");
      });
}

}  // namespace gradus::cli
