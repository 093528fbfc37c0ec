#include "gradus/exchange/airflow_runs.hpp"
#include "gradus/exchange/jsonl.hpp"
#include "gradus/exchange/klog.hpp"
#include "gradus/exchange/timewarrior.hpp"

#include "cli/commands.hpp"
#include "cli/exchange/import.hpp"

#include <utility>

namespace gradus::cli {
namespace {

struct ImportJsonl : Import {};

// From a time tracker, whose tags say what was studied.
struct ImportSessions : Import {
  journal::SessionKind kind = journal::SessionKind::read;  // where no tag says it
};
struct ImportTimewarrior : ImportSessions {};
struct ImportKlog : ImportSessions {};

struct ImportAirflowRuns : Import {};

void describe_sessions(Command& command, ImportSessions& request) {
  add_import_words(command, request);
  command.add_choice("--kind", request.kind, journal::session_kinds,
                     "The kind if no tag gives it (default: read)");
}

exchange::StudyTags study_tags(const ImportSessions& request, const track::LoadedTrack& track) {
  return {.topics = track.curriculum.topics, .kind = request.kind};
}

ExitCode run(const ImportJsonl& request, Session& session) {
  const auto reader = [](exchange::Source source, const track::LoadedTrack&) {
    return exchange::read_jsonl(std::move(source));
  };
  return import_entries(request, exchange::Format::jsonl, reader, session);
}

ExitCode run(const ImportTimewarrior& request, Session& session) {
  const auto reader = [&](exchange::Source source, const track::LoadedTrack& track) {
    return exchange::read_timewarrior(std::move(source), study_tags(request, track),
                                      local_offsets(session));
  };
  return import_entries(request, exchange::Format::timewarrior, reader, session);
}

ExitCode run(const ImportKlog& request, Session& session) {
  const auto reader = [&](exchange::Source source, const track::LoadedTrack& track) {
    return exchange::read_klog(std::move(source), study_tags(request, track),
                               local_offsets(session));
  };
  return import_entries(request, exchange::Format::klog, reader, session);
}

ExitCode run(const ImportAirflowRuns& request, Session& session) {
  const auto reader = [&](exchange::Source source, const track::LoadedTrack&) {
    return exchange::read_airflow_runs(std::move(source), local_offsets(session));
  };
  return import_entries(request, exchange::Format::airflow, reader, session);
}

}  // namespace

void add_import(Command& gradus) {
  gradus.add_family(
      "import", "Import entries from a file; importing it again changes nothing.",
      "  gradus import jsonl journal.jsonl\n"
      "  gradus import klog hours.klg --dry-run\n",
      [](Command& import) {
        import.add_command<ImportJsonl>("jsonl", "One entry of the exchange format per line.",
                                        "  gradus import jsonl journal.jsonl\n", add_import_words);
        add_import_csv(import);
        import.add_command<ImportTimewarrior>("timewarrior", "The output of timew export.",
                                              "  timew export > hours.json\n"
                                              "  gradus import timewarrior hours.json --kind lab\n",
                                              describe_sessions);
        import.add_command<ImportKlog>("klog", "A file of klog records.",
                                       "  gradus import klog hours.klg\n", describe_sessions);
        import.add_command<ImportAirflowRuns>(
            "airflow-runs", "The output of airflow dags list-runs -o json.",
            "  airflow dags list-runs daily_load -o json > runs.json\n"
            "  gradus import airflow-runs runs.json\n",
            add_import_words);
      });
}

}  // namespace gradus::cli
