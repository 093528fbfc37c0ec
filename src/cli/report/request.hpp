#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/report/views.hpp"

#include "cli/command.hpp"
#include "cli/session.hpp"

#include <optional>
#include <string>

namespace gradus::cli {

enum class ReportFormat { text, markdown, html, json, csv, svg, badge };

// The words of `gradus report`.
struct WriteReport {
  std::optional<ReportFormat> format;
  std::string output;  // a file; stdout when empty
  bool force = false;  // writes over a file that is no report
  bool open = false;   // as a page, in the browser
  bool with_private = false;
  std::optional<std::string> table;     // of the CSV
  bool share = false;                   // ten lines in place of the report
  std::optional<calendar::Date> since;  // a letter in place of the report
  std::optional<std::string> tier;      // only this one
  report::ReportHead head;
  bool anonymous = false;
};

// Writes it.
ExitCode run(const WriteReport& request, Session& session);

void describe_report(Command& report, WriteReport& request);

// The format that was asked for. Throws Error for options that don't go together.
[[nodiscard]] ReportFormat format_of(const WriteReport& request, const Session& session);

}  // namespace gradus::cli
