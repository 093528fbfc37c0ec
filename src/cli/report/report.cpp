#include "gradus/insight/progress_report.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/shares.hpp"
#include "gradus/report/views.hpp"
#include "gradus/track/progress_report.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/output.hpp"
#include "cli/report/page_file.hpp"
#include "cli/report/tables.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace gradus::cli {
namespace {

enum class ReportFormat { text, markdown, html, json, csv, svg, badge };

struct WriteReport {
  std::optional<ReportFormat> format;
  std::string output;  // a file; stdout when empty
  bool force = false;  // writes over a file that is no report
  bool open = false;   // as a page, in the browser
  bool with_private = false;
  std::optional<std::string> table;  // of the CSV
  bool share = false;                // ten lines in place of the report
};

void describe_report(Command& report, WriteReport& request) {
  const std::map<std::string, ReportFormat> formats{
      {"text", ReportFormat::text},  {"md", ReportFormat::markdown}, {"html", ReportFormat::html},
      {"json", ReportFormat::json},  {"csv", ReportFormat::csv},     {"svg", ReportFormat::svg},
      {"badge", ReportFormat::badge}};
  report.add_choice(
      "--format", {"text", "md", "html", "json", "csv", "svg", "badge"},
      [&request, formats](const std::string& word) { request.format = formats.at(word); },
      "How to write it (default: text); svg: a card, badge: what shields.io reads");
  report.add_choice(
      "--table", {report_tables.begin(), report_tables.end()},
      [&request](const std::string& word) { request.table = word; },
      "Which table of the CSV (default: weeks)");
  report
      .add_option("--output", request.output,
                  "Write to this file, not to standard output; all tables of the CSV into a folder "
                  "that ends in /")
      .type_name("FILE");
  report.add_flag("--private", request.with_private,
                  "Also your notes, money, applications and decisions");
  report.add_flag("--force", request.force,
                  "Write over the file even if it is no earlier report of this format");
  report.add_flag("--share", request.share, "Ten lines to post, with nothing private in them");
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
    case ReportFormat::svg:
      return report::card_beginning;
    case ReportFormat::badge:
      return report::badge_beginning;
    case ReportFormat::csv:  // each table begins with its own columns
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
    case ReportFormat::svg:
      return report::write_card(progress);
    case ReportFormat::badge:
      return report::badge(progress);
    case ReportFormat::csv:  // see write_tables
    case ReportFormat::text:
      break;
  }
  return report::write_text(report::view(progress), style);
}

std::string share_text(const insight::ProgressReport& progress, const report::TextStyle& style) {
  const auto text = report::share_lines(progress);
  return style.ascii ? report::ascii_drawing(text) : text;
}

// Throws Error for a page in another format.
ReportFormat format_of(const WriteReport& request, const Session& session) {
  const auto format = session.json ? ReportFormat::json
                                   : request.format.value_or(request.open ? ReportFormat::html
                                                                          : ReportFormat::text);
  if (request.open && format != ReportFormat::html)
    throw Error("--open shows the report as an HTML page, and another format was asked for",
                session.json ? "leave --json out" : "leave --format out, or --open");
  if (request.share && (request.format || session.json || request.open))
    throw Error("--share is a text of its own", "leave --format, --json and --open out");
  if (request.table && format != ReportFormat::csv)
    throw Error("--table is for a report as CSV",
                fmt::format("gradus report --format csv --table {}", *request.table));
  return format;
}

void write(const CsvTable& table, std::ostream& out) {
  out << table.heading << '\n';
  table.each_row([&out](const std::string& line) { out << line << '\n'; });
}

void write_file(const CsvTable& table, const std::string& file, bool force,
                const Session& session) {
  write_output(file, "the table " + table.name, session,
               [&](std::ostream& out) { write(table, out); },
               {.force = force, .own_beginning = table.heading});
}

// One table, or into a folder all of them.
void write_tables(const WriteReport& request, const std::vector<CsvTable>& tables,
                  const Session& session) {
  const bool into_folder = request.output.ends_with('/');
  if (into_folder && !std::filesystem::is_directory(request.output))
    throw Error(fmt::format("there is no folder \"{}\"", request.output),
                "make it first; a name without / at its end is a file");
  const auto name = request.table.value_or(std::string(report_tables.front()));
  for (const auto& table : tables) {
    const bool all = into_folder && !request.table;
    if (!all && table.name != name) continue;
    if (request.output.empty())
      write(table, session.world.out);
    else
      write_file(table, into_folder ? request.output + table.name + ".csv" : request.output,
                 request.force, session);
  }
}

ExitCode run(const WriteReport& request, Session& session) {
  const auto format = format_of(request, session);
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  const auto output =
      request.open && request.output.empty() ? page_in_cache(session) : request.output;
  const auto style = output.empty() ? session.style : report::TextStyle{};
  const auto progress = track::read_progress_report(
      store, track, session.today,
      request.with_private ? track::Audience::learner : track::Audience::others);
  if (format == ReportFormat::csv) {
    write_tables(request, csv_tables(progress, store, track, request.with_private), session);
    return ExitCode::done;
  }
  const std::string text =
      request.share ? share_text(progress, style) : write(progress, format, style);
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
                                  "  gradus report --open\n"
                                  "  gradus report --format csv --table criteria\n"
                                  "  gradus report --share\n",
                                  describe_report);
}

}  // namespace gradus::cli
