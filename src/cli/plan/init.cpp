#include "gradus/curriculum/builtin.hpp"
#include "gradus/decisions/certificates.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/views.hpp"
#include "gradus/track/start.hpp"

#include "cli/commit.hpp"
#include "cli/curriculum/files.hpp"
#include "cli/option_values.hpp"
#include "cli/plan/requests.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

namespace gradus::cli {
namespace {

constexpr auto default_curriculum = "de-roadmap";

track::Wishes wishes_of(const InitTrack& request, const Session& session) {
  track::Wishes wishes{.name = session.track, .stack = given(request.stack), .fit = request.fit};
  if (!request.start.empty()) wishes.start = calendar::read_date(request.start, session.today);
  if (!request.available.empty())
    wishes.available = calendar::Availability::parse(request.available);
  if (!request.beginner.empty())
    wishes.beginner = static_cast<int>(read_number("--beginner", request.beginner, 1, 1000));
  if (!request.finish_by.empty())
    wishes.finish_by = calendar::read_date(request.finish_by, session.today);
  return wishes;
}

// The certificate that the stack aims at, with the catalogue's figures.
std::string certificate_line(const curriculum::Curriculum& curriculum,
                             const std::optional<curriculum::StackId>& stack) {
  if (!stack) return "";
  const auto& wanted = curriculum::find_stack(curriculum, stack->text()).certificate;
  if (!wanted) return "";
  const auto catalogue =
      decisions::read_certificates(curriculum::builtin_text("catalog/certificates.json"));
  const auto found =
      std::ranges::find(catalogue.certificates, *wanted, &decisions::Certificate::id);
  if (found == catalogue.certificates.end()) return "";
  return fmt::format(
      "Certificate aimed at: {} (exam {}, {}; {}, as of {}).", found->title,
      found->exam_usd ? found->exam_usd->text() + " USD" : "price unknown",
      found->prep_hours
          ? fmt::format("{} to {} h to prepare", found->prep_hours->at(0), found->prep_hours->at(1))
          : "preparation time unknown",
      catalogue.source, catalogue.as_of.iso());
}

// A what-if refuses and warns as `init` would; where there is no store, nothing stands against it.
void try_track(track::NewRun& run, const Session& session) {
  std::error_code failed;
  if (!std::filesystem::exists(session.store, failed)) return;
  track::rehearse_start(store::Store::read(session.store), run, session.today);
}

void store_track(track::NewRun& run, const Session& session) {
  auto store = store::Store::create(session.store);
  const auto uid = journal::EntryId::from_random(session.world.random_bytes()).text();
  track::start(store, run, uid, session.today, session.world.clock());
  commit(store, fmt::format("init {}", run.described.name), session);
}

ExitCode show(const insight::Track& track, const std::string& certificate, bool what_if,
              const Session& session) {
  const auto values = insight::plan_values(track, {}, session.today);
  if (session.json) {
    session.answer(report::plan_json(track, values));
    return ExitCode::done;
  }
  const auto& plan = track.plan;
  session.answer(report::plan_view(track, values, session.today));
  if (!certificate.empty()) session.say(certificate);
  const auto dates =
      fmt::format("{} weeks, {} to {}", plan.weeks.size(), plan.start.iso(), plan.finish().iso());
  if (what_if)
    session.say(fmt::format("Only a what-if: {}; nothing was stored.", dates));
  else
    session.say(
        fmt::format("Started the track {}: {}. Next: gradus today. Take it back: gradus undo",
                    report::visible(track.name), dates));
  return ExitCode::done;
}

}  // namespace

ExitCode run(const InitTrack& request, Session& session) {
  const auto file = find_curriculum(
      request.curriculum.empty() ? default_curriculum : request.curriculum, session);
  auto run = track::plan_run(file, wishes_of(request, session), session.today);
  const auto& [described, track, shape] = run;
  if (!request.finish_by.empty())
    session.say(fmt::format("It takes {} a week: {}",
                            calendar::format_duration(described.available.per_week()),
                            described.available.spec()));
  if (described.start < session.today)
    session.warn(fmt::format("the plan starts on {}, in the past", described.start.iso()));
  if (request.what_if)
    try_track(run, session);
  else
    store_track(run, session);
  return show(track, certificate_line(track.curriculum, track.stack), request.what_if, session);
}

}  // namespace gradus::cli
