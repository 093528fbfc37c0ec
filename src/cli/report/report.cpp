#include "gradus/insight/journey.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/views.hpp"
#include "gradus/store/entries.hpp"

#include "cli/output.hpp"
#include "cli/report/requests.hpp"
#include "cli/track.hpp"

#include <ostream>
#include <utility>

namespace gradus::cli {
namespace {

insight::Journey read_journey(const store::Store& store, const OpenTrack& open,
                              calendar::Date date) {
  insight::Evidence evidence;
  evidence.minutes_by_kind = store::minutes_by_kind(store, open.id);
  for (const auto& tier : open.track.curriculum.tiers)
    if (auto passed = passed_gate(store, open, tier))
      evidence.passed.push_back(*std::move(passed));
    else if (!tier.retired)
      evidence.gates.push_back(check_gate(store, open, &tier, date));

  const auto record = read_record(store, open.id, date);
  const auto* tier = rules::open_tier(open.track.curriculum, open.track.states);
  const auto today = insight::today(open.track, record, check_gate(store, open, tier, date), date);
  return insight::journey(open.track, record, evidence, today);
}

std::string write(const insight::Journey& journey, ReportFormat format,
                  const report::TextStyle& style) {
  switch (format) {
    case ReportFormat::json:
      return report::journey_json(journey);
    case ReportFormat::markdown:
      return report::write_markdown(report::journey_view(journey));
    case ReportFormat::text:
      break;
  }
  return report::write_text(report::journey_view(journey), style);
}

}  // namespace

ExitCode run(const WriteReport& request, Session& session) {
  const auto store = store::Store::read(session.store);
  const OpenTrack open = open_track(store, session);
  const auto format = session.json ? ReportFormat::json : request.format;
  const auto style = request.output.empty() ? session.style : report::TextStyle{};
  const std::string text = write(read_journey(store, open, session.today), format, style);
  if (request.output.empty()) {
    session.answer(text);
  } else {
    write_output(request.output, "the report", session, [&](std::ostream& out) { out << text; });
  }
  return ExitCode::done;
}

}  // namespace gradus::cli
