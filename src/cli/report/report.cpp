#include "gradus/insight/progress_report.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/views.hpp"
#include "gradus/track/progress_report.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"

#include <map>
#include <ostream>
#include <utility>

namespace gradus::cli {
namespace {

enum class ReportFormat { text, markdown, json };

struct WriteReport {
  ReportFormat format = ReportFormat::text;
  std::string output;  // a file; stdout when empty
  bool force = false;  // writes over a file that is no report
  bool with_private = false;
};

void describe_report(Command& report, WriteReport& request) {
  const std::map<std::string, ReportFormat> formats{
      {"text", ReportFormat::text}, {"md", ReportFormat::markdown}, {"json", ReportFormat::json}};
  report.add_choice(
      "--format", {"text", "md", "json"},
      [&request, formats](const std::string& word) { request.format = formats.at(word); },
      "How to write it (default: text)");
  report.add_option("--output", request.output, "Write to this file, not to standard output")
      .type_name("FILE");
  report.add_flag("--private", request.with_private,
                  "Also your notes, money, applications and decisions");
  report.add_flag("--force", request.force,
                  "Write over the file even if it is no earlier report of this format");
}

// As each of them begins, whatever the curriculum.
std::string_view beginning_of(ReportFormat format) {
  switch (format) {
    case ReportFormat::json:
      return "{\n  \"curriculum_title\"";
    case ReportFormat::markdown:
      return "# Progress report: ";
    case ReportFormat::text:
      break;
  }
  return "Progress report: ";
}

std::string write(const insight::ProgressReport& progress, ReportFormat format,
                  const report::TextStyle& style) {
  switch (format) {
    case ReportFormat::json:
      return report::json(progress);
    case ReportFormat::markdown:
      return report::write_markdown(report::view(progress));
    case ReportFormat::text:
      break;
  }
  return report::write_text(report::view(progress), style);
}

ExitCode run(const WriteReport& request, Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  const auto format = session.json ? ReportFormat::json : request.format;
  const auto style = request.output.empty() ? session.style : report::TextStyle{};
  const std::string text =
      write(track::read_progress_report(
                store, track, session.today,
                request.with_private ? track::Audience::learner : track::Audience::others),
            format, style);
  if (request.output.empty()) {
    if (format == ReportFormat::text)
      session.page(text);
    else
      session.answer(text);
  } else {
    write_output(request.output, "the report", session, [&](std::ostream& out) { out << text; },
                 {.force = request.force, .own_beginning = beginning_of(format)});
  }
  return ExitCode::done;
}

}  // namespace

void add_report(Command& gradus) {
  gradus.add_command<WriteReport>("report",
                                  "Show how far you have come, for a mentor or a recruiter.",
                                  "  gradus report\n"
                                  "  gradus report --format md --output progress.md\n",
                                  describe_report);
}

}  // namespace gradus::cli
