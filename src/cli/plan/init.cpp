#include "gradus/advice/certificates.hpp"
#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/load.hpp"
#include "gradus/insight/standing.hpp"
#include "gradus/plan/arrange.hpp"
#include "gradus/plan/layout.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/views.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/tracks.hpp"

#include "cli/curriculum/files.hpp"
#include "cli/plan/requests.hpp"

#include <fmt/format.h>

#include <algorithm>

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
          .fit = request.fit};
}

// The certificate that the stack aims at, with the catalogue's figures.
std::string certificate_line(const curriculum::Curriculum& curriculum,
                             const std::optional<curriculum::StackId>& stack) {
  if (!stack) return "";
  const auto& wanted = curriculum::find_stack(curriculum, stack->text()).certificate;
  if (!wanted) return "";
  const auto catalogue =
      advice::read_certificates(curriculum::builtin_text("catalog/certificates.json"));
  const auto found = std::ranges::find(catalogue.certificates, *wanted, &advice::Certificate::id);
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
  if (!store::has_track(store, name)) return;
  throw rules::Error(fmt::format("the track \"{}\" is already there; nothing was changed", name),
                     "gradus plan shows it; to start another: gradus init --track NAME");
}

}  // namespace

ExitCode run(const InitTrack& request, Session& session) {
  const CurriculumFile file = find_curriculum(
      request.curriculum.empty() ? default_curriculum : request.curriculum, session);
  auto curriculum = curriculum::load_or_throw(file.text, file.name);
  const store::NewTrack described = describe_track(request, session, file, curriculum);
  const std::string certificate = certificate_line(curriculum, described.stack);
  if (described.stack) curriculum = curriculum::with_stack(std::move(curriculum), *described.stack);

  const plan::Frame frame{described.start, described.available, described.fit};
  auto loads = plan::arrange(curriculum);
  auto dates = plan::lay_out(loads, frame);
  auto warnings = plan::warnings(dates, frame, curriculum.limits);

  auto store = store::Store::create(session.store);
  refuse_second_track(store, described.name);
  const auto id = store::add_track(store, described, tiers_in_order(curriculum));
  store::save_first_plan(store, id, dates);
  const auto states = store::tier_states(store, id);
  store.commit(fmt::format("init {}", described.name));

  const auto finish = dates.back().to;
  const insight::Track track{
      described.name, std::move(curriculum), described.stack,
      plan::join(std::move(loads), std::move(dates), finish, std::move(warnings)), states};
  if (session.json) {
    session.answer(report::plan_json(track));
    return ExitCode::done;
  }
  session.answer(report::plan_view(track, session.today));
  if (!certificate.empty()) session.say(certificate);
  session.say(
      fmt::format("Started the track {}: {} weeks, {} to {}. Next: gradus today. Take it "
                  "back: gradus undo",
                  track.name, track.plan.weeks.size(), track.plan.start.iso(), finish.iso()));
  return ExitCode::done;
}

}  // namespace gradus::cli
