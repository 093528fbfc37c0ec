#include "cli/report/request.hpp"

#include "cli/error.hpp"
#include "cli/readers.hpp"
#include "cli/report/tables.hpp"

#include <fmt/format.h>

#include <map>
#include <string>
#include <string_view>

namespace gradus::cli {
namespace {

const std::map<std::string, ReportFormat> report_formats{
    {"text", ReportFormat::text},  {"md", ReportFormat::markdown}, {"html", ReportFormat::html},
    {"json", ReportFormat::json},  {"csv", ReportFormat::csv},     {"svg", ReportFormat::svg},
    {"badge", ReportFormat::badge}};

void describe_form(Command& report, WriteReport& request) {
  report.add_choice(
      "--format", {"text", "md", "html", "json", "csv", "svg", "badge"},
      [&request](const std::string& word) { request.format = report_formats.at(word); },
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
  report.add_flag("--force", request.force,
                  "Write over the file even if it is no earlier report of this format");
  report.add_flag("--share", request.share, "Ten lines to post, with nothing private in them");
  report.add_flag("--open", request.open,
                  "Write it as HTML, to the cache folder or --output, and open it in the browser");
}

void describe_content(Command& report, WriteReport& request) {
  report
      .add_option("--since", request.since, read_past_day,
                  "A letter for a mentor: what moved since this day, what stands still, one "
                  "question to ask")
      .type_name("DATE");
  report.add_option("--tier", request.tier, "Only this tier")
      .type_name("ID")
      .completes(Completion::tier);
  report.add_option("--title", request.head.title, "The heading, in place of the usual one")
      .type_name("TEXT");
  report.add_option("--name", request.head.name, "Your name, below the heading").type_name("NAME");
  report.add_flag("--anonymous", request.anonymous,
                  "Without what tells whose it is: addresses, your own titles, the track's name");
  report.add_flag("--private", request.with_private,
                  "Also your notes, money, applications and decisions");
}

// Whether it is a document for people, or the JSON of one.
bool is_document(ReportFormat format) {
  return format != ReportFormat::csv && format != ReportFormat::svg &&
         format != ReportFormat::badge;
}

// What only a document has a place for.
void check_document(const WriteReport& request, ReportFormat format) {
  if (is_document(format) && !request.share) return;
  const auto refuse = [](std::string_view option, std::string_view why) {
    throw Error(fmt::format("{} has no place in that: {}", option, why),
                fmt::format("leave {} out, or write text, md, html or json", option));
  };
  if (request.since) refuse("--since", "the letter is text, md, html or json");
  if (request.head.title) refuse("--title", "only text, md, html and json have a heading");
  if (request.head.name) refuse("--name", "only text, md, html and json have a heading");
  if (request.tier && format != ReportFormat::csv)
    refuse("--tier", "a card, a badge and the lines to post are of the whole track");
}

void check_scope(const WriteReport& request) {
  if (request.since && request.tier)
    throw Error("the letter is of the whole track: --since and --tier don't go together",
                "leave one of the two out");
  if (request.anonymous && request.head.name)
    throw Error("--anonymous leaves names out, and --name gives one", "leave one of the two out");
  if (request.anonymous && request.with_private)
    throw Error(
        "--private adds your own words, which may name anybody; --anonymous can't clear them",
        "leave one of the two out");
}

void check_share(const WriteReport& request, const Session& session) {
  if (request.share && (request.format || session.json || request.open))
    throw Error("--share is a text of its own", "leave --format, --json and --open out");
}

}  // namespace

void describe_report(Command& report, WriteReport& request) {
  describe_form(report, request);
  describe_content(report, request);
}

ReportFormat format_of(const WriteReport& request, const Session& session) {
  const auto format = session.json ? ReportFormat::json
                                   : request.format.value_or(request.open ? ReportFormat::html
                                                                          : ReportFormat::text);
  if (request.open && format != ReportFormat::html)
    throw Error("--open shows the report as an HTML page, and another format was asked for",
                session.json ? "leave --json out" : "leave --format out, or --open");
  check_share(request, session);
  if (request.table && format != ReportFormat::csv)
    throw Error("--table is for a report as CSV",
                fmt::format("gradus report --format csv --table {}", *request.table));
  check_document(request, format);
  check_scope(request);
  return format;
}

}  // namespace gradus::cli
