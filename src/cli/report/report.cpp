#include "gradus/insight/progress_report.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/views.hpp"
#include "gradus/track/track.hpp"

#include "cli/output.hpp"
#include "cli/report/requests.hpp"

#include <ostream>
#include <utility>

namespace gradus::cli {
namespace {

std::string write(const insight::ProgressReport& journey, ReportFormat format,
                  const report::TextStyle& style) {
  switch (format) {
    case ReportFormat::json:
      return report::progress_report_json(journey);
    case ReportFormat::markdown:
      return report::write_markdown(report::progress_report_view(journey));
    case ReportFormat::text:
      break;
  }
  return report::write_text(report::progress_report_view(journey), style);
}

}  // namespace

ExitCode run(const WriteReport& request, Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  const auto format = session.json ? ReportFormat::json : request.format;
  const auto style = request.output.empty() ? session.style : report::TextStyle{};
  const std::string text =
      write(track::read_progress_report(store, track, session.today), format, style);
  if (request.output.empty()) {
    session.answer(text);
  } else {
    write_output(request.output, "the report", session, [&](std::ostream& out) { out << text; });
  }
  return ExitCode::done;
}

}  // namespace gradus::cli
