#include "cli/command.hpp"
#include "cli/report/requests.hpp"

#include <map>

namespace gradus::cli {

void add_report_commands(CLI::App& app, CommandLine& line) {
  const auto request = std::make_shared<WriteReport>();
  CLI::App* report =
      add_command(app, line, "report", "Show how far you have come, for a mentor or a recruiter.",
                  "  gradus report\n"
                  "  gradus report --format md --output progress.md\n",
                  request);
  const std::map<std::string, ReportFormat> formats{
      {"text", ReportFormat::text}, {"md", ReportFormat::markdown}, {"json", ReportFormat::json}};
  report
      ->add_option_function<std::string>(
          "--format",
          [request, formats](const std::string& word) { request->format = formats.at(word); },
          "text, md or json")
      ->type_name("FORMAT")
      ->check(one_of({"text", "md", "json"}));
  report->add_option("--output", request->output, "Write to this file instead")->type_name("FILE");
}

}  // namespace gradus::cli
