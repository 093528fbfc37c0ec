#include "cli/exchange/import.hpp"

#include "gradus/store/entries.hpp"
#include "gradus/store/import_batch.hpp"
#include "gradus/text/plural.hpp"

#include "cli/commit.hpp"
#include "cli/exam/reviews.hpp"
#include "cli/exchange/input.hpp"
#include "cli/exchange/intake.hpp"
#include "cli/show.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gradus::cli {
namespace {

store::Intent intent_of(const Import& request, exchange::Format format, const Session& session) {
  store::Intent intent{.now = session.world.clock(),
                       .bring_back = request.bring_back || request.whole_days};
  if (request.whole_days) intent.whole_days = static_cast<std::uint8_t>(format);
  return intent;
}

std::unique_ptr<store::ImportBatch> begin_batch(const store::Store& store, store::TrackId track,
                                                const store::Step& step,
                                                const store::Intent& intent, bool dry_run) {
  if (dry_run) return std::make_unique<store::RehearsedBatch>(store, track, intent);
  return std::make_unique<store::StoredBatch>(store, track, step, intent);
}

// What was done, in one line.
std::string summary(const report::Imported& imported) {
  const auto known = text::counted(imported.unchanged, "entry", "entries");
  if (imported.added + imported.changed + imported.removed == 0)
    return fmt::format(
        "Nothing new: {} known already. Only later times of change or removal were taken over",
        known);
  const auto removed =
      imported.removed == 0 ? std::string() : fmt::format(", {} removed", imported.removed);
  const auto where = report::added_to(imported);
  return fmt::format("Imported {} new{}, {} changed, {} known already{}", imported.added,
                     where.empty() ? "" : " (" + where + ")", imported.changed, imported.unchanged,
                     removed);
}

ExitCode answer(const report::Imported& imported, bool touched, const track::LoadedTrack& track,
                const store::Store& store, const Session& session) {
  if (imported.notices > Intake::most_shown)
    session.warn(fmt::format("and {} more like these", imported.notices - Intake::most_shown));
  if (imported.before_start > 0)
    session.warn(fmt::format(
        "{} before the track's start on {}; {} all the same",
        text::counted(imported.before_start, "of the entries is", "of the entries are"),
        track.plan.start.iso(), imported.before_start == 1 ? "it counts" : "they count"));
  if (session.json || imported.dry_run) {
    session.show(imported);
  } else {
    for (const auto& sentence : report::left_out(imported)) session.say(sentence);
    if (const auto further = imported.further_solutions.value_or(0); further > 0)
      session.say(
          fmt::format("{} of a problem that was solved before: kept, but a problem counts "
                      "once in its tier.",
                      text::counted(further, "solution is", "solutions are")));
    if (touched)
      session.say(last_line(summary(imported), track.name, store));
    else if (imported.unchanged + imported.older + imported.tied + imported.stayed_removed > 0)
      session.say(fmt::format("Nothing new: {} known already. Nothing was changed.",
                              text::counted(imported.unchanged, "entry", "entries")));
    else
      session.say("The file has no entry to import. Nothing was changed.");
  }
  return imported.refused > 0 ? ExitCode::no : ExitCode::done;
}

// Mock exams decide on reviews however they come in; what is new of these.
std::vector<std::string> review_after(const Intake& intake, store::ImportBatch& batch,
                                      store::Store& store, const track::LoadedTrack& track,
                                      const Session& session) {
  std::vector<std::string> news;
  const auto& mock = intake.mock_exam();
  const auto exam = mock ? exam_of(*mock, store, track) : std::nullopt;
  if (exam)
    batch.also([&] { news = plan_reviews(store, track, *exam, std::nullopt, session).news; });
  return news;
}

Importable importable(exchange::Format format) {
  using exchange::Format;
  return {.may_be_empty = format == Format::jsonl,  // the export of an empty journal
          .of_lines = format == Format::jsonl || format == Format::csv || format == Format::klog};
}

}  // namespace

void add_import_words(Command& command, Import& request) {
  command.add_option("FILE", request.file, "The file to read; - is the standard input").required();
  command.add_flag("--dry-run", request.dry_run,
                   "Say what would be new, changed or refused, and store nothing");
  command.add_flag("--bring-back", request.bring_back,
                   "Also bring back entries that were removed after the file was written");
  command.add_flag(
      "--whole-days", request.whole_days,
      "The file is the truth for the days it holds: also remove what an earlier import "
      "of this format brought for them and the file no longer has");
}

ExitCode import_entries(const Import& request, exchange::Format format,
                        const MakeReader& make_reader, Session& session) {
  std::fstream in = open_input(request.file, importable(format));
  const std::string file = request.file == "-" ? "stdin" : request.file;
  auto store = request.dry_run ? store::Store::read(session.store)  // a rehearsal locks nobody out
                               : store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const store::Step step = step_of(fmt::format("import {}", file), session);
  const auto batch =
      begin_batch(store, track.id, step, intent_of(request, format, session), request.dry_run);
  Intake intake(file, track, track::read_standing(store, track), *batch, session);
  const auto reader = make_reader(intake.source(in), track);
  std::vector<std::string> reviews;
  if (request.dry_run) {
    intake.try_all(*reader);
  } else {
    const auto further = store::further_solutions(store, track.id);
    intake.take_all(*reader);
    intake.count_further(further, store::further_solutions(store, track.id));
    if (batch->touched()) {
      reviews = review_after(intake, *batch, store, track, session);
      commit(store, step, session);
      intake.warn_of_oddities(store);
    }
  }
  if (!session.json)
    for (const auto& line : reviews) session.say(line);
  return answer(intake.imported(), batch->touched(), track, store, session);
}

}  // namespace gradus::cli
