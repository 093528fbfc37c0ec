#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/load.hpp"
#include "gradus/decisions/certificates.hpp"
#include "gradus/insight/standing.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/plan/draft.hpp"
#include "gradus/plan/error.hpp"
#include "gradus/plan/options.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/views.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/plans.hpp"
#include "gradus/store/tracks.hpp"

#include "cli/commit.hpp"
#include "cli/curriculum/files.hpp"
#include "cli/option_values.hpp"
#include "cli/plan/requests.hpp"
#include "cli/track.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace gradus::cli {
namespace {

constexpr auto default_curriculum = "de-roadmap";
constexpr auto default_availability =
    "tue=1h@19:00:read,wed=1h@19:00:read,thu=1h@19:00:read,sat=3h@09:00:lab,sun=1h@10:00:review";

calendar::Date next_monday(calendar::Date today) {
  return today + (std::chrono::Monday - today.weekday());
}

std::optional<curriculum::StackId> choose_stack(const curriculum::Curriculum& curriculum,
                                                const std::string& wanted) {
  if (!wanted.empty()) return curriculum::find_stack(curriculum, wanted).id;
  if (curriculum.stacks.empty()) return std::nullopt;
  return curriculum.stacks.front().id;
}

calendar::Availability choose_availability(const curriculum::Curriculum& curriculum,
                                           const std::string& wanted) {
  if (!wanted.empty()) return calendar::Availability::parse(wanted);
  return curriculum.available.value_or(calendar::Availability::parse(default_availability));
}

std::vector<curriculum::TierId> tiers_in_order(const curriculum::Curriculum& curriculum) {
  std::vector<curriculum::TierId> ids;
  for (const auto& tier : curriculum.tiers)
    if (!tier.retired) ids.push_back(tier.id);
  return ids;
}

store::NewTrack describe_track(const InitTrack& request, const Session& session,
                               const CurriculumFile& file,
                               const curriculum::Curriculum& curriculum) {
  return {.name = session.track.value_or(curriculum.id.text()),
          .curriculum = curriculum.id,
          .version = curriculum.version,
          .hash = curriculum::content_hash(file.text),
          .curriculum_text = file.text,
          .stack = choose_stack(curriculum, request.stack),
          .start = request.start.empty() ? next_monday(session.today)
                                         : calendar::read_date(request.start, session.today),
          .available = choose_availability(curriculum, request.available),
          .fit = request.fit,
          .beginner = !request.beginner.empty()};
}

// The foundations in as many weeks as were asked for: half their own at least. No placement is
// needed, for nobody could have one.
plan::Shape foundations(const InitTrack& request, const curriculum::Curriculum& curriculum) {
  if (request.beginner.empty()) return {};
  const auto weeks = static_cast<int>(read_number("--beginner", request.beginner, 1, 1000));
  const auto& tier = *curriculum.beginner;
  if (weeks >= plan::own_weeks(tier)) return plan::stretch({}, tier, weeks);
  constexpr plan::Placement half{1, 2};
  const int least = plan::least_weeks(tier, half);
  if (weeks < least)
    throw plan::Error(fmt::format("{} takes {} weeks at least, and {} at its usual pace",
                                  tier.id.text(), least, plan::own_weeks(tier)),
                      fmt::format("gradus init --beginner {}", least));
  return plan::compress({}, tier, weeks, half);
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

void refuse_second_track(const store::Store& store, const std::string& name) {
  if (!store::track_id(store, name)) return;
  throw rules::Error(fmt::format("the track \"{}\" is already there; nothing was changed", name),
                     "gradus plan shows it; to start another: gradus init --track NAME");
}

// A what-if refuses and warns as `init` would.
void try_track(const store::NewTrack& described, insight::Track& track, const Session& session) {
  std::error_code failed;
  if (!std::filesystem::exists(session.store, failed)) return;
  const auto store = store::Store::read(session.store);
  refuse_second_track(store, described.name);
  warn_of_other_tracks(track.plan, track.name, described.available, store, session.today);
}

void store_track(const store::NewTrack& described, insight::Track& track, const plan::Shape& shape,
                 const Session& session) {
  auto store = store::Store::create(session.store);
  refuse_second_track(store, described.name);
  const auto id = store::add_track(store, described, tiers_in_order(track.curriculum));
  store::save_shape(store, id, shape, {});
  store::save_first_plan(store, id, track.plan);
  track.states = store::tier_states(store, id);
  warn_of_other_tracks(track.plan, track.name, described.available, store, session.today);
  commit(store, fmt::format("init {}", described.name), session);
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
  const CurriculumFile file = find_curriculum(
      request.curriculum.empty() ? default_curriculum : request.curriculum, session);
  auto loaded = curriculum::load_or_throw(file.text, file.name);
  store::NewTrack described = describe_track(request, session, file, loaded);
  const std::string certificate = certificate_line(loaded, described.stack);
  const auto curriculum = tailored(std::move(loaded), described.stack, described.beginner);

  const auto shape = foundations(request, curriculum);
  plan::Frame frame{described.start, described.available, described.fit};
  plan::Plan plan = [&] {
    if (request.finish_by.empty()) return plan::first_plan(curriculum, shape, frame);
    auto hurried = plan::finish_by(
        calendar::read_date(request.finish_by, session.today), frame.start, frame,
        curriculum.limits,
        [&](const plan::Frame& faster) { return plan::first_plan(curriculum, shape, faster); });
    frame = std::move(hurried.frame);
    return std::move(hurried.plan);
  }();
  if (!request.finish_by.empty())
    session.say(fmt::format("It takes {} a week: {}",
                            calendar::format_duration(frame.available.per_week()),
                            frame.available.spec()));
  journal::check_text("the track's name", described.name);
  if (frame.start < session.today)
    session.warn(fmt::format("the plan starts on {}, in the past", frame.start.iso()));
  described.available = frame.available;
  described.fit = frame.fit;

  insight::Track track{described.name, curriculum, described.stack, std::move(plan), {}};
  if (request.what_if)
    try_track(described, track, session);
  else
    store_track(described, track, shape, session);
  return show(track, certificate, request.what_if, session);
}

}  // namespace gradus::cli
