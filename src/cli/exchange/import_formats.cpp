#include "gradus/exchange/airflow_runs.hpp"
#include "gradus/exchange/jsonl.hpp"
#include "gradus/exchange/klog.hpp"
#include "gradus/exchange/timewarrior.hpp"

#include "cli/exchange/import.hpp"

#include <utility>

namespace gradus::cli {
namespace {

exchange::StudyTags study_tags(const ImportSessions& request, const track::LoadedTrack& track) {
  return {.topics = track.curriculum.topics, .kind = request.kind};
}

}  // namespace

ExitCode run(const ImportJsonl& request, Session& session) {
  const auto reader = [](exchange::Source source, const track::LoadedTrack&) {
    return exchange::read_jsonl(std::move(source));
  };
  return import_entries(request, reader, session);
}

ExitCode run(const ImportTimewarrior& request, Session& session) {
  const auto reader = [&](exchange::Source source, const track::LoadedTrack& track) {
    return exchange::read_timewarrior(std::move(source), study_tags(request, track),
                                      local_offsets(session));
  };
  return import_entries(request, reader, session);
}

ExitCode run(const ImportKlog& request, Session& session) {
  const auto reader = [&](exchange::Source source, const track::LoadedTrack& track) {
    return exchange::read_klog(std::move(source), study_tags(request, track),
                               local_offsets(session));
  };
  return import_entries(request, reader, session);
}

ExitCode run(const ImportAirflowRuns& request, Session& session) {
  const auto reader = [&](exchange::Source source, const track::LoadedTrack&) {
    return exchange::read_airflow_runs(std::move(source), local_offsets(session));
  };
  return import_entries(request, reader, session);
}

}  // namespace gradus::cli
