#include "gradus/curriculum/builtin.hpp"
#include "gradus/decisions/certificates.hpp"
#include "gradus/lint/slots.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/views.hpp"
#include "gradus/text/plural.hpp"
#include "gradus/track/start.hpp"

#include "cli/commands.hpp"
#include "cli/commit.hpp"
#include "cli/curriculum/files.hpp"
#include "cli/error.hpp"
#include "cli/plan/available.hpp"
#include "cli/plan/change.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace gradus::cli {
namespace {

struct InitTrack {
  std::string curriculum = curriculum::default_curriculum;  // an id, or a file
  track::Wishes wishes;
  bool what_if = false;
};

void describe_init(Command& init, InitTrack& request) {
  auto& wishes = request.wishes;
  init.add_option("--curriculum", request.curriculum,
                  "A curriculum's id, or a file of your own (default: de-roadmap)")
      .type_name("ID|FILE")
      .completes(Completion::curriculum);
  init.add_option("--start", wishes.start, read_day_ahead,
                  "The first day (default: the next Monday)")
      .type_name("DATE");
  init.add_option("--stack", wishes.stack,
                  "The set of services to learn with (default: the curriculum's first)")
      .type_name("ID")
      .completes(Completion::stack);
  init.add_option("--available", wishes.available, read_availability,
                  fmt::format("Study time by weekday: {}", availability_form))
      .type_name("SPEC");
  add_fit(init, wishes.fit);
  init.add_option("--finish-by", wishes.finish_by, read_day_ahead,
                  "Study as many hours a week as it takes to finish by this day")
      .type_name("DATE");
  init.add_option("--weeks", wishes.weeks, whole_number(1, 1000),
                  "The same, within so many weeks from the start")
      .type_name("N");
  init.add_option("--beginner", wishes.beginner, whole_number(1, 1000),
                  "Start with this many weeks of foundations")
      .type_name("WEEKS");
  add_what_if(init, request.what_if);
}

// "50 to 60 h to prepare".
std::string preparation(const std::array<int, 2>& hours) {
  const auto [least, most] = hours;
  return least == most ? fmt::format("{} h to prepare", most)
                       : fmt::format("{} to {} h to prepare", least, most);
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
      "Target certificate: {} (exam {}, {}; {}, as of {}).", found->title,
      found->exam_usd ? found->exam_usd->text() + " USD" : "price unknown",
      found->prep_hours ? preparation(*found->prep_hours) : "preparation time unknown",
      catalogue.source, catalogue.as_of.iso());
}

// A what-if refuses and warns as `init` would; without a store there is nothing to object.
void try_track(track::NewRun& run, const Session& session) {
  std::error_code failed;
  if (!std::filesystem::exists(session.store, failed)) return;
  track::rehearse_start(store::Store::read(session.store), run, session.today);
}

// The current track of before, if there was one.
std::string store_track(track::NewRun& run, const Session& session) {
  auto store = store::Store::create(session.store);
  auto before = store::current_track(store) ? store::find_track(store, {}).name : "";
  const auto uid = journal::EntryId::from_random(session.world.random_bytes()).text();
  track::start(store, run, uid, session.today, session.world.clock());
  commit(store, fmt::format("init {}", run.described.name), session);
  return before;
}

void show(const insight::Track& track, bool assumed, const Session& session) {
  const auto values = insight::plan_values(track, {}, session.today);
  if (session.json)
    session.answer(report::json(track, values, session.today));
  else
    session.answer(report::started_view(track, values, session.today, assumed));
  if (const auto line = certificate_line(track.curriculum, track.stack); !line.empty())
    session.say(line);
}

std::string dates_text(const plan::Plan& plan) {
  return fmt::format("{}, {} to {}", report::length_text(plan), plan.start.iso(),
                     plan.finish().iso());
}

// What was done, and what to do next.
void say_started(const insight::Track& track, const std::string& before, const Session& session) {
  session.say(fmt::format("Started the track {}: {}. Undo: gradus undo", track.name,
                          dates_text(track.plan)));
  if (!before.empty())
    session.say(
        fmt::format("It is the current track now; {0} was. "
                    "Back to that: gradus track use {0}",
                    before));
  session.say("Next: gradus today. To take in what you did before: gradus import --help");
}

// Slots that the curriculum brings, or doesn't: the learner's own need not fit its weeks.
void warn_of_misfits(const track::NewRun& run, const Session& session) {
  for (const auto& misfit : lint::misfits(run.track.curriculum))
    session.warn(fmt::format("{}: {}. Your own hours, for example: gradus plan available sat=4h",
                             run.track.curriculum.id.text(), misfit.message));
}

// "3 to 4 weeks".
std::string weeks_text(const std::array<int, 2>& weeks) {
  const auto [least, most] = weeks;
  return least == most ? text::counted(most, "week") : fmt::format("{} to {} weeks", least, most);
}

// The weeks that the learner chooses by what they know already; nullopt: as the curriculum has it.
std::optional<int> ask_for_weeks(const std::vector<curriculum::PreparationLength>& lengths,
                                 const Session& session) {
  std::string question = "How long will you prepare?\n";
  for (std::size_t i = 0; i < lengths.size(); ++i)
    question +=
        fmt::format("  {}  {}: {}\n", i + 1, lengths[i].title, weeks_text(lengths[i].weeks));
  const auto answer = session.offer(question + "A number, or Enter for the usual weeks: ");
  if (!answer || answer->empty()) return std::nullopt;
  const Typed typed{"the answer", *answer, session};
  const auto chosen = whole_number(1, static_cast<int>(lengths.size()))(typed);
  return lengths[static_cast<std::size_t>(chosen - 1)].weeks.back();
}

// Who can't be asked is told.
void say_lengths(const curriculum::Curriculum& curriculum, const Session& session) {
  if (!curriculum.exam || curriculum.exam->lengths.empty()) return;
  std::vector<std::string> lengths;
  for (const auto& length : curriculum.exam->lengths)
    lengths.push_back(fmt::format("{} ({})", weeks_text(length.weeks), length.title));
  session.say(
      fmt::format("Other lengths: {}. To choose one: gradus undo, then gradus init --curriculum "
                  "{} --weeks N",
                  fmt::join(lengths, ", "), curriculum.id.text()));
}

track::NewRun plan_run(const CurriculumFile& file, track::Wishes& wishes, const Session& session) {
  auto run = track::plan_run(file, wishes, session.today);
  const auto& exam = run.track.curriculum.exam;
  const bool open = !wishes.available && !wishes.finish_by && !wishes.weeks;
  if (!open || !exam || exam->lengths.empty()) return run;
  wishes.weeks = ask_for_weeks(exam->lengths, session);
  return wishes.weeks ? track::plan_run(file, wishes, session.today) : std::move(run);
}

void check(const track::Wishes& wishes) {
  if (wishes.finish_by && wishes.weeks)
    throw Error("--finish-by and --weeks both say when to finish", "give one of them");
}

ExitCode run(const InitTrack& request, Session& session) {
  check(request.wishes);
  const auto file = find_curriculum(request.curriculum, session);
  auto wishes = request.wishes;
  wishes.name = session.track;
  auto run = plan_run(file, wishes, session);
  const auto& [described, track, shape] = run;
  const bool by_end = wishes.finish_by || wishes.weeks;
  if (by_end)
    session.say(fmt::format("It takes {} a week: {}",
                            calendar::format_duration(described.available.per_week()),
                            described.available.spec()));
  if (!wishes.available && !by_end) warn_of_misfits(run, session);
  if (described.start < session.today)
    session.warn(fmt::format("the plan starts on {}, in the past", described.start.iso()));
  const bool assumed = !wishes.available && !by_end;
  if (request.what_if) {
    try_track(run, session);
    show(track, assumed, session);
    session.say(fmt::format("Only a what-if: {}; nothing was stored.", dates_text(track.plan)));
  } else {
    const auto before = store_track(run, session);
    show(track, assumed, session);
    if (assumed) say_lengths(track.curriculum, session);
    say_started(track, before, session);
  }
  return ExitCode::done;
}

}  // namespace

void add_init(Command& gradus) {
  gradus.add_command<InitTrack>(
      "init", "Start a track and lay out its plan.",
      "  gradus init\n"
      "  gradus init --start 2026-11-30 --stack us\n"
      "  gradus init --available \"tue=1h@19:00,sat=3h@09:00:lab,sun=1h\"\n"
      "  gradus init --finish-by 2027-05-30 --what-if\n"
      "  gradus init --beginner 8\n"
      "  gradus init --curriculum databricks-de-associate --weeks 8 --track exam\n"
      "  gradus init --curriculum ./watercolour.json --track evenings\n",
      describe_init);
}

}  // namespace gradus::cli
