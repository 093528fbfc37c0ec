#include "gradus/insight/progress_report.hpp"
#include "gradus/insight/report_scope.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/letter.hpp"
#include "gradus/report/shares.hpp"
#include "gradus/report/views.hpp"
#include "gradus/track/letter.hpp"
#include "gradus/track/progress_report.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/report/page_file.hpp"
#include "cli/report/request.hpp"
#include "cli/report/tables.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <functional>
#include <ostream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace gradus::cli {
namespace {

// As reports and letters of the format begin, whatever the curriculum.
std::vector<std::string> beginnings_of(ReportFormat format) {
  switch (format) {
    case ReportFormat::json:
      return {"{\n  \"curriculum_title\""};
    case ReportFormat::markdown:
      return {"# Progress report: ", "# Letter: "};
    case ReportFormat::html:
      return {std::string(report::html_beginning)};
    case ReportFormat::svg:
      return {std::string(report::card_beginning)};
    case ReportFormat::badge:
      return {std::string(report::badge_beginning)};
    case ReportFormat::csv:  // each table begins with its own columns
    case ReportFormat::text:
      break;
  }
  return {"Progress report: ", "Letter: "};
}

// The same of a report that may have a heading of the learner's own: then up to where it goes on as
// all of them do, so that nobody's notes under such a heading are lost. What is shared begins with
// the curriculum's title.
std::vector<std::string> own_beginnings(const WriteReport& request, ReportFormat format,
                                        const std::string& text) {
  if (request.share) return {text.substr(0, text.find('\n') + 1)};
  auto beginnings = beginnings_of(format);
  const auto introduction = text.find(report::report_introduction);
  if (request.head.title && introduction != std::string::npos)
    beginnings.push_back(text.substr(0, introduction + report::report_introduction.size()));
  return beginnings;
}

// A letter under any heading ends with the same words, however they are broken into lines.
std::string own_ending(const std::string& text) {
  const auto closing = text.rfind(report::letter_closing);
  return closing == std::string::npos ? "" : text.substr(closing);
}

std::string written(const report::Document& document, ReportFormat format,
                    const report::TextStyle& style, const report::HtmlStyle& html = {}) {
  if (format == ReportFormat::markdown) return report::write_markdown(document);
  if (format == ReportFormat::html) return report::write_html(document, html);
  return report::write_text(document, style);
}

std::string write(const insight::ProgressReport& progress, const WriteReport& request,
                  ReportFormat format, const report::TextStyle& style) {
  if (format == ReportFormat::json) return report::json(progress, request.head);
  if (format == ReportFormat::svg) return report::write_card(progress);
  if (format == ReportFormat::badge) return report::badge(progress);
  return written(report::view(progress, request.head), format, style);
}

// Mail programs show no SVG.
std::string write(const insight::Letter& letter, const WriteReport& request, ReportFormat format,
                  const report::TextStyle& style) {
  if (format == ReportFormat::json) return report::json(letter, request.head);
  return written(report::view(letter, request.head), format, style, {.drawings = false});
}

std::string share_text(const insight::ProgressReport& progress, const report::TextStyle& style) {
  const auto text = report::share_lines(progress);
  return style.ascii ? report::ascii_drawing(text) : text;
}

void write(const CsvTable& table, const std::function<void(const std::string&)>& write_line) {
  write_line(table.heading);
  table.each_row(write_line);
}

void write_file(const CsvTable& table, const std::string& file, const WriteReport& request,
                const Session& session) {
  Progress progress("report", onlooker(session));
  write_output(file, "the table " + table.name, session,
               [&](std::ostream& out) {
                 write(table, [&](const std::string& line) {
                   out << line << '\n';
                   progress.count("lines");
                 });
                 progress.clear();
               },
               {.force = request.force,
                .own_beginnings = {table.own_beginning},
                .for_owner = request.with_private});
}

// One table, or into a folder all of them.
void write_tables(const WriteReport& request, const std::vector<CsvTable>& tables,
                  const Session& session) {
  namespace fs = std::filesystem;
  std::error_code failed;
  const bool is_folder = fs::is_directory(request.output, failed);
  const bool into_folder = request.output.ends_with('/') || is_folder;
  if (into_folder && !is_folder)
    throw Error(fmt::format("there is no folder \"{}\"", request.output),
                "make it first; a name without / at its end is a file");
  const auto name = request.table.value_or(std::string(report_tables.front()));
  for (const auto& table : tables) {
    const bool all = into_folder && !request.table;
    if (!all && table.name != name) continue;
    if (request.output.empty())
      write(table, [&out = session.world.out](const std::string& line) { out << line << '\n'; });
    else
      write_file(table,
                 into_folder ? (fs::path(request.output) / (table.name + ".csv")).string()
                             : request.output,
                 request, session);
  }
}

track::Audience audience_of(const WriteReport& request) {
  return request.with_private ? track::Audience::learner : track::Audience::others;
}

insight::ProgressReport read(const WriteReport& request, const store::Store& store,
                             const track::LoadedTrack& track, const Session& session) {
  auto progress =
      track::read_progress_report(store, track, session.today, audience_of(request), request.tier);
  return request.anonymous ? insight::anonymous(std::move(progress), track.curriculum.id)
                           : progress;
}

std::string letter_text(const WriteReport& request, ReportFormat format, const store::Store& store,
                        const track::LoadedTrack& track, const report::TextStyle& style,
                        const Session& session) {
  auto letter =
      track::read_letter(store, track, request.since.value(), session.today, audience_of(request));
  if (request.anonymous) letter = insight::anonymous(std::move(letter), track.curriculum.id);
  return write(letter, request, format, style);
}

void give(const std::string& text, const WriteReport& request, ReportFormat format,
          const std::string& output, const Session& session) {
  if (output.empty()) {
    if (format == ReportFormat::text)
      session.page(text);
    else
      session.answer(text);
    return;
  }
  write_output(output, request.since ? "the letter" : "the report", session,
               [&](std::ostream& out) { out << text; },
               {.force = request.force,
                .own_beginnings = own_beginnings(request, format, text),
                .own_ending = own_ending(text),
                .for_owner = request.with_private});
  if (request.open) show_page(output, session);
}

}  // namespace

ExitCode run(const WriteReport& request, Session& session) {
  const auto format = format_of(request, session);
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  const auto output =
      request.open && request.output.empty() ? page_in_cache(session) : request.output;
  const auto style = output.empty() ? session.style : report::TextStyle{};
  if (request.since) {
    give(letter_text(request, format, store, track, style, session), request, format, output,
         session);
    return ExitCode::done;
  }
  const auto progress = read(request, store, track, session);
  if (format == ReportFormat::csv)
    write_tables(request, csv_tables(progress, store, track, request.with_private), session);
  else
    give(request.share ? share_text(progress, style) : write(progress, request, format, style),
         request, format, output, session);
  return ExitCode::done;
}

void add_report(Command& gradus) {
  gradus.add_command<WriteReport>("report",
                                  "Show how far you have come, for a mentor or a recruiter.",
                                  "  gradus report\n"
                                  "  gradus report --format md --output progress.md\n"
                                  "  gradus report --format html --output progress.html\n"
                                  "  gradus report --open\n"
                                  "  gradus report --format csv --table criteria\n"
                                  "  gradus report --since -6d --format html --output letter.html\n"
                                  "  gradus report --tier sql --anonymous\n"
                                  "  gradus report --share\n",
                                  describe_report);
}

}  // namespace gradus::cli
