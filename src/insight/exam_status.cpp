#include "gradus/insight/exam_status.hpp"

#include <algorithm>
#include <set>
#include <variant>

namespace gradus::insight {
namespace {

std::vector<curriculum::ArtefactId> labs_of(const curriculum::Curriculum& curriculum,
                                            const curriculum::TopicId& domain) {
  std::vector<curriculum::ArtefactId> labs;
  for (const auto& tier : curriculum.tiers) {
    if (tier.retired) continue;
    for (const auto& week : tier.weeks)
      for (const auto& artefact : week.artefacts)
        if (!week.retired && !artefact.retired &&
            std::ranges::find(artefact.topics, domain) != artefact.topics.end())
          labs.push_back(artefact.id);
  }
  return labs;
}

}  // namespace

std::vector<LabCoverage> lab_coverage(const curriculum::Curriculum& curriculum,
                                      const std::vector<curriculum::Topic>& domains,
                                      const std::vector<journal::Entry>& delivered) {
  std::set<curriculum::ArtefactId> done;
  for (const auto& entry : delivered)
    if (const auto* artefact = std::get_if<journal::Artefact>(&entry.what);
        artefact != nullptr && artefact->artefact)
      done.insert(*artefact->artefact);
  std::vector<LabCoverage> rows;
  rows.reserve(domains.size());
  for (const auto& domain : domains) {
    auto labs = labs_of(curriculum, domain.id);
    const auto count =
        std::ranges::count_if(labs, [&](const auto& lab) { return done.contains(lab); });
    rows.push_back({domain, std::move(labs), static_cast<std::size_t>(count)});
  }
  return rows;
}

bool shows_checklist(const ExamStatus& status) {
  if (!status.about || status.about->day.empty() || !status.planned.exam_date) return false;
  const auto left = *status.planned.exam_date - status.readiness.today;
  return left >= calendar::Days{0} && left <= checklist_from;
}

std::optional<ExamAhead> exam_ahead(const Track& track, const Record& record,
                                    calendar::Date today) {
  const auto& planned = track.exam_plan;
  if (!record.exam) return std::nullopt;
  ExamAhead ahead{.readiness = exam_readiness(*record.exam, record.mocks, today)};
  if (planned.exam_date && *planned.exam_date >= today) ahead.exam_date = planned.exam_date;
  ahead.lines = planned.on(today);
  if (ahead.readiness.mocks.empty() && !ahead.exam_date && ahead.lines.empty()) return std::nullopt;
  return ahead;
}

std::vector<plan::DomainInNeed> domains_in_need(const ExamReadiness& readiness) {
  constexpr double very_weak_below = 0.5;
  const auto weak = readiness.weak_domains();
  std::vector<plan::DomainInNeed> domains;
  domains.reserve(weak.size());
  for (const auto& row : weak)
    domains.push_back({row.domain.id.text(), row.domain.title,
                       Minutes{row.score.value_or(0) < very_weak_below ? 120 : 60}});
  return domains;
}

}  // namespace gradus::insight
