#include "gradus/report/lists.hpp"

#include "report/json_values.hpp"

namespace gradus::report {

std::string json(const std::vector<insight::ListedArtefact>& artefacts) {
  auto json = Json::array();
  for (const auto& artefact : artefacts) {
    json.push_back({{"id", artefact.id ? Json(artefact.id->text()) : Json()},
                    {"late", artefact.late},
                    {"locked", artefact.locked},
                    {"week", artefact.week ? Json(artefact.week->text()) : Json()},
                    {"title", artefact.title},
                    {"kind", artefact.kind},
                    {"due", date_or_null(artefact.due)},
                    {"delivered_on", date_or_null(artefact.delivered_on)},
                    {"url", text_or_null(artefact.url)},
                    {"path", text_or_null(artefact.path)},
                    {"verified", artefact.verified},
                    {"verified_on", date_or_null(artefact.verified_on)},
                    {"commit", text_or_null(artefact.commit)}});
  }
  return to_text(json);
}

std::string json(const std::vector<insight::SumRow>& rows, insight::SumBy by) {
  auto json = Json::array();
  for (const auto& [key, sums] : rows)
    json.push_back({{std::string(name(by)), text_or_null(key)},
                    {"entries", sums.entries},
                    {"minutes", sums.minutes.count()},
                    {"problems", sums.problems},
                    {"problem_minutes", sums.problem_minutes.count()}});
  return to_text(json);
}

std::string json(const std::vector<ListedCurriculum>& curricula) {
  auto json = Json::array();
  for (const auto& [name, built_in, curriculum] : curricula) {
    json.push_back({{"id", curriculum ? Json(curriculum->id.text()) : Json()},
                    {"title", curriculum ? Json(curriculum->title) : Json()},
                    {"version", curriculum ? Json(curriculum->version) : Json()},
                    {"name", name},
                    {"built_in", built_in},
                    {"valid", curriculum.has_value()}});
  }
  return to_text(json);
}

std::string json(const std::vector<ListedTrack>& tracks) {
  auto json = Json::array();
  for (const auto& track : tracks) {
    json.push_back({{"name", track.name},
                    {"curriculum", track.curriculum.text()},
                    {"title", track.title},
                    {"tier", track.tier ? Json(track.tier->text()) : Json()},
                    {"active", track.active},
                    {"gate", name(track.gate)},
                    {"archived", track.archived},
                    {"state", state_of(track)},
                    {"start", track.start.iso()},
                    {"finish", track.finish.iso()},
                    {"actual_minutes", track.actual.count()},
                    {"planned_minutes", track.planned.count()}});
  }
  return to_text(json);
}

std::string track_json(const std::string& track, rules::GateMode gate, bool archived) {
  return to_text({{"name", track}, {"gate", name(gate)}, {"archived", archived}});
}

std::string json(const Imported& imported) {
  auto tiers = Json::array();
  for (const auto& [tier, locked, entries] : imported.tiers)
    if (entries > 0)
      tiers.push_back({{"tier", tier.text()}, {"added", entries}, {"locked", locked}});
  Json json{{"added", imported.added},
            {"tiers", std::move(tiers)},
            {"changed", imported.changed},
            {"unchanged", imported.unchanged},
            {"removed", imported.removed},
            {"older", imported.older},
            {"tied", imported.tied},
            {"stayed_removed", imported.stayed_removed},
            {"further_solutions",
             imported.further_solutions ? Json(*imported.further_solutions) : Json()},
            {"between", imported.between},
            {"look_alikes", imported.look_alikes},
            {"before_start", imported.before_start},
            {"lost_reviews", imported.lost_reviews ? Json(*imported.lost_reviews) : Json()},
            {"notices", imported.notices}};
  if (imported.dry_run) {
    json["dry_run"] = true;
    json["refused"] = imported.refused;
    json["reasons"] = imported.reasons;
  }
  return to_text(json);
}

}  // namespace gradus::report
