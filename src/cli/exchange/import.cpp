#include "cli/exchange/import.hpp"

#include "gradus/report/lists.hpp"
#include "gradus/store/batch.hpp"
#include "gradus/text/plural.hpp"

#include "cli/commit.hpp"
#include "cli/error.hpp"
#include "cli/exchange/input.hpp"
#include "cli/exchange/settle.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

namespace gradus::cli {
namespace {

constexpr std::size_t most_shown = 20;  // of a kind of message

// The way of a file's entries into the track.
class Intake {
 public:
  Intake(const Import& request, std::string file, const OpenTrack& open, store::Batch& batch,
         calendar::Date today)
      : file_(std::move(file)), open_(open), batch_(batch), today_(today) {
    imported_.dry_run = request.dry_run;
  }

  // Ends at the first that is refused.
  void take_all(exchange::Reader& reader) {
    try {
      take_up(reader);
    } catch (const exchange::Error& error) {
      if (!error.hint().empty()) throw;
      throw exchange::Error(error.what(),
                            "nothing was stored; --dry-run names all lines that need mending");
    }
  }

  // Goes on behind what is refused.
  void try_all(exchange::Reader& reader) {
    for (;;) {
      try {
        take_up(reader);
        return;
      } catch (const exchange::Error& error) {
        refuse(error.what());
      } catch (const Error& error) {
        refuse(error.what());
      }
    }
  }

  void notice() { ++imported_.notices; }
  [[nodiscard]] const report::Imported& imported() const { return imported_; }

 private:
  void take_up(exchange::Reader& reader) {
    while (auto read = reader.next()) take(*std::move(read));
  }

  void take(exchange::Read read) {
    const auto known = leaves_open(read) ? batch_.known(read.entry.id) : std::nullopt;
    settle(read, known, {.file = file_, .open = open_, .today = today_});
    switch (batch_.put(read.entry, read.line)) {
      case store::Put::added:
        ++imported_.added;
        break;
      case store::Put::changed:
        ++imported_.changed;
        break;
      case store::Put::unchanged:
        ++imported_.unchanged;
        break;
      case store::Put::elsewhere:
        throw Error(fmt::format("{}:{}: id: {} belongs to an entry of another track", file_,
                                read.line, read.entry.id.text()),
                    "name that track with --track, or leave the id out: one is made then");
      case store::Put::doubled:
        throw Error(fmt::format("{}:{}: id: {} stands on line {} too, with other content", file_,
                                read.line, read.entry.id.text(), batch_.first_line(read.entry.id)),
                    "keep the line that is right");
    }
    if (read.entry.on < open_.track.plan.start) ++imported_.before_start;
  }

  void refuse(const char* reason) {
    if (++imported_.refused <= most_shown) imported_.reasons.emplace_back(reason);
  }

  std::string file_;
  const OpenTrack& open_;
  store::Batch& batch_;
  calendar::Date today_;
  report::Imported imported_;
};

std::unique_ptr<store::Batch> begin_batch(const store::Store& store, store::TrackId track,
                                          const store::Step& step, bool dry_run) {
  if (dry_run) return std::make_unique<store::RehearsedBatch>(store, track);
  return std::make_unique<store::StoredBatch>(store, track, step);
}

// Of the ids that are derived for a track. By its number, which stays when it is renamed; none for
// a store's first track, so that a file has the same ids in the store of a new machine.
std::string salt_of(store::TrackId track) {
  const auto number = static_cast<std::int64_t>(track);
  return number == 1 ? std::string() : fmt::format("track {}", number);
}

ExitCode answer(const report::Imported& imported, const OpenTrack& open, const Session& session) {
  if (imported.notices > most_shown)
    session.warn(fmt::format("and {} more like these", imported.notices - most_shown));
  if (imported.before_start > 0)
    session.warn(fmt::format(
        "{} before the track's start on {}; {} all the same",
        text::counted(imported.before_start, "of the entries lies", "of the entries lie"),
        open.track.plan.start.iso(), imported.before_start == 1 ? "it counts" : "they count"));
  if (session.json)
    session.answer(report::imported_json(imported));
  else if (imported.dry_run)
    session.answer(report::imported_view(imported));
  else if (imported.added + imported.changed == 0)
    session.say(fmt::format("Nothing new: {} known already. Nothing was changed.",
                            text::counted(imported.unchanged, "entry", "entries")));
  else
    session.say(
        fmt::format("Imported {} new, {} changed, {} known already. Take it back: gradus "
                    "undo",
                    imported.added, imported.changed, imported.unchanged));
  return imported.refused > 0 ? ExitCode::no : ExitCode::done;
}

}  // namespace

ExitCode import_entries(const Import& request, const MakeReader& make_reader, Session& session) {
  std::fstream in = open_input(request.file);
  const std::string file = request.file == "-" ? "stdin" : request.file;
  auto store = request.dry_run ? store::Store::read(session.store)  // a rehearsal locks nobody out
                               : store::Store::write(session.store);
  const OpenTrack open = open_track(store, session);
  const store::Step step = step_of(fmt::format("import {}", file), session);
  const auto batch = begin_batch(store, open.id, step, request.dry_run);
  Intake intake(request, file, open, *batch, session.today);
  const auto tell = [&](const std::string& message) {
    intake.notice();
    if (intake.imported().notices <= most_shown) session.warn(message);
  };
  const auto count = [&](const journal::EntryId& id) { return batch->count(id); };
  const auto reader = make_reader(
      {.in = in, .file = file, .count = count, .tell = tell, .salt = salt_of(open.id)}, open);
  if (request.dry_run) {
    intake.try_all(*reader);
  } else {
    intake.take_all(*reader);
    if (intake.imported().added + intake.imported().changed > 0) commit(store, step, session);
  }
  return answer(intake.imported(), open, session);
}

}  // namespace gradus::cli
