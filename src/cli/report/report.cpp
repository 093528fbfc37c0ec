#include "gradus/insight/progress_report.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/views.hpp"
#include "gradus/track/progress_report.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/output.hpp"
#include "cli/report/page_file.hpp"

#include <map>
#include <optional>
#include <ostream>
#include <utility>

namespace gradus::cli {
namespace {

enum class ReportFormat { text, markdown, html, json };

struct WriteReport {
  std::optional<ReportFormat> format;
  std::string output;  // a file; stdout when empty
  bool force = false;  // writes over a file that is no report
  bool open = false;   // as a page, in the browser
  bool with_private = false;
};

void describe_report(Command& report, WriteReport& request) {
  const std::map<std::string, ReportFormat> formats{{"text", ReportFormat::text},
                                                    {"md", ReportFormat::markdown},
                                                    {"html", ReportFormat::html},
                                                    {"json", ReportFormat::json}};
  report.add_choice(
      "--format", {"text", "md", "html", "json"},
      [&request, formats](const std::string& word) { request.format = formats.at(word); },
      "How to write it (default: text)");
  report.add_option("--output", request.output, "Write to this file, not to standard output")
      .type_name("FILE");
  report.add_flag("--private", request.with_private,
                  "Also your notes, money, applications and decisions");
  report.add_flag("--force", request.force,
                  "Write over the file even if it is no earlier report of this format");
  report.add_flag("--open", request.open,
                  "Write it as HTML, to the cache folder or --output, and open it in the browser");
}

// As each of them begins, whatever the curriculum.
std::string_view beginning_of(ReportFormat format) {
  switch (format) {
    case ReportFormat::json:
      return "{\n  \"curriculum_title\"";
    case ReportFormat::markdown:
      return "# Progress report: ";
    case ReportFormat::html:
      return report::html_beginning;
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
    case ReportFormat::html:
      return report::write_html(report::view(progress));
    case ReportFormat::text:
      break;
  }
  return report::write_text(report::view(progress), style);
}

// Throws Error for a page in another format.
ReportFormat format_of(const WriteReport& request, const Session& session) {
  const auto format = session.json ? ReportFormat::json
                                   : request.format.value_or(request.open ? ReportFormat::html
                                                                          : ReportFormat::text);
  if (request.open && format != ReportFormat::html)
    throw Error("--open shows the report as an HTML page, and another format was asked for",
                session.json ? "leave --json out" : "leave --format out, or --open");
  return format;
}

ExitCode run(const WriteReport& request, Session& session) {
  const auto format = format_of(request, session);
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  const auto output =
      request.open && request.output.empty() ? page_in_cache(session) : request.output;
  const auto style = output.empty() ? session.style : report::TextStyle{};
  const std::string text =
      write(track::read_progress_report(
                store, track, session.today,
                request.with_private ? track::Audience::learner : track::Audience::others),
            format, style);
  if (output.empty()) {
    if (format == ReportFormat::text)
      session.page(text);
    else
      session.answer(text);
    return ExitCode::done;
  }
  write_output(output, "the report", session, [&](std::ostream& out) { out << text; },
               {.force = request.force, .own_beginning = beginning_of(format)});
  if (request.open) show_page(output, session);
  return ExitCode::done;
}

}  // namespace

void add_report(Command& gradus) {
  gradus.add_command<WriteReport>("report",
                                  "Show how far you have come, for a mentor or a recruiter.",
                                  "  gradus report\n"
                                  "  gradus report --format md --output progress.md\n"
                                  "  gradus report --format html --output progress.html\n"
                                  "  gradus report --open\n",
                                  describe_report);
}

}  // namespace gradus::cli
