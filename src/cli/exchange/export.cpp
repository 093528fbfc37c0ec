#include "gradus/exchange/csv.hpp"
#include "gradus/exchange/icalendar.hpp"
#include "gradus/exchange/jsonl.hpp"
#include "gradus/report/json.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/store/plans.hpp"
#include "gradus/track/track.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/readers.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <ostream>
#include <sstream>
#include <string_view>

namespace gradus::cli {
namespace {

constexpr auto calendar_beginning = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//gradus//";

struct Export {
  std::string output;  // a file; stdout when empty
  bool force = false;  // writes over a file that is no export
};
struct ExportCalendar : Export {  // a calendar program that runs as somebody else may read it
  std::optional<calendar::Date> from;
  std::optional<calendar::Minutes> alarm;
};
struct ExportJsonl : Export {};
struct ExportCsv : Export {};

void add_output(Command& command, Export& request) {
  command.add_option("--output", request.output, "Write to this file, not to standard output")
      .type_name("FILE");
  command.add_flag("--force", request.force,
                   "Write over the file even if it is no earlier export of this kind");
}

void describe_calendar(Command& ics, ExportCalendar& request) {
  add_output(ics, request);
  ics.add_option("--from", request.from, read_any_day, "Leave out what is over before this day")
      .type_name("DATE");
  ics.add_option("--alarm", request.alarm, read_minutes,
                 "A reminder so long before each event that has a time")
      .type_name("DURATION");
}

using Write = std::function<void(std::ostream&)>;

// What is written: its name, and how it begins. A journal has notes in it, for nobody else to read.
struct Content {
  std::string_view what;
  std::string_view beginning;
  bool for_owner = true;
};

// To the file or to stdout; a long export is never held in memory, but for --json.
void write(const Export& request, const Write& write_to, const Content& content,
           const Session& session) {
  if (!request.output.empty()) {
    write_output(request.output, content.what, session, write_to,
                 {.force = request.force,
                  .own_beginnings = {std::string(content.beginning)},
                  .for_owner = content.for_owner});
  } else if (session.json) {
    std::ostringstream text;
    write_to(text);
    session.answer(report::exported_json(text.str()));
  } else {
    write_to(session.world.out);
  }
}

ExitCode run(const ExportCalendar& request, Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  const auto events = store::load_events(store, track.id, session.today);
  const std::string text = exchange::to_icalendar(
      track, events,
      {session.today, local_offsets(session), store::next_revision(store, session.world.clock())},
      {.from = request.from, .alarm = request.alarm});
  write(
      request, [&](std::ostream& out) { out << text; }, {"the calendar", calendar_beginning, false},
      session);
  return ExitCode::done;
}

// Who writes to stdout may look at it on the same terminal.
Onlooker onlooker_of(const Export& request, const Session& session) {
  auto looking = onlooker(session);
  if (request.output.empty()) looking.width.reset();
  return looking;
}

ExitCode run(const ExportJsonl& request, Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = store::find_track(store, session.track);
  Progress progress("export", onlooker_of(request, session));
  const auto write_lines = [&](std::ostream& out) {
    store::each_entry(store, track.id, [&](const journal::Entry& entry) {
      out << exchange::to_json(entry) << '\n';
      progress.count("entries");
    });
    store::each_removal(store, track.id, [&](const journal::Removal& removal) {
      out << exchange::to_json(removal) << '\n';
    });
    progress.clear();
  };
  write(request, write_lines, {"the journal", R"({"type":")"}, session);
  return ExitCode::done;
}

ExitCode run(const ExportCsv& request, Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = store::find_track(store, session.track);
  Progress progress("export", onlooker_of(request, session));
  const auto write_rows = [&](std::ostream& out) {
    out << exchange::csv_header() << '\n';
    store::each_entry(store, track.id, [&](const journal::Entry& entry) {
      out << exchange::to_csv(entry) << '\n';
      progress.count("entries");
    });
    progress.clear();
  };
  write(request, write_rows, {"the journal", exchange::csv_header()}, session);
  return ExitCode::done;
}

}  // namespace

void add_export(Command& gradus) {
  gradus.add_family(
      "export", "Write the journal, or the plan as a calendar that updates itself.",
      "  gradus export jsonl --output journal.jsonl\n"
      "  gradus export ics --output plan.ics\n",
      [](Command& exports) {
        exports.add_command<ExportCalendar>(
            "ics",
            "The plan as a calendar: one event per study block, and an all-day event for each "
            "artefact due.",
            "  gradus export ics --output plan.ics\n"
            "  gradus export ics --from today --alarm 15m --output plan.ics\n",
            describe_calendar);
        exports.add_command<ExportJsonl>(
            "jsonl", "The journal, one entry of the exchange format per line, oldest first.",
            "  gradus export jsonl --output journal.jsonl\n", add_output);
        exports.add_command<ExportCsv>("csv", "The journal as one table, oldest first.",
                                       "  gradus export csv --output journal.csv\n", add_output);
      });
}

}  // namespace gradus::cli
