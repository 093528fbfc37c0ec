#include "gradus/insight/exam_status.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <utility>
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

// The kind of study that a line is done with; nullopt for rest and for the exam itself.
std::optional<journal::SessionKind> study_kind(plan::ExamWork work) {
  switch (work) {
    case plan::ExamWork::mock:
      return journal::SessionKind::mock;
    case plan::ExamWork::review:
      return journal::SessionKind::review;
    case plan::ExamWork::read:
      return journal::SessionKind::read;
    case plan::ExamWork::lab:
      return journal::SessionKind::lab;
    case plan::ExamWork::rest:
    case plan::ExamWork::exam:
      break;
  }
  return std::nullopt;
}

std::vector<TodaysExamLine> todays_lines(const std::vector<plan::ExamLine>& lines,
                                         const Record& record, calendar::Date today) {
  auto left = record.on_the_day;
  left[journal::SessionKind::lab] += left[journal::SessionKind::project];
  const bool recorded =
      std::ranges::find(record.mocks, today, &journal::Entry::on) != record.mocks.end();
  std::vector<TodaysExamLine> filled;
  filled.reserve(lines.size());
  for (const auto& line : lines) {
    TodaysExamLine each{.line = line, .recorded = recorded && line.kind == plan::ExamWork::mock};
    if (const auto kind = study_kind(line.kind)) {
      each.done = std::min(left[*kind], line.minutes);
      left[*kind] -= each.done;
    }
    filled.push_back(std::move(each));
  }
  return filled;
}

// The one artefact in force that is a badge, where the track's stack leads to the exam.
const curriculum::Artefact* badge_for(const Track& track, const std::string& exam) {
  if (!track.stack ||
      curriculum::find_stack(track.curriculum, track.stack->text()).certificate != exam)
    return nullptr;
  const curriculum::Artefact* badge = nullptr;
  for (const auto& tier : track.curriculum.tiers) {
    for (const auto& week : tier.weeks) {
      for (const auto& artefact : week.artefacts) {
        const bool counts = !tier.retired && !week.retired && !artefact.retired;
        if (!counts || artefact.kind != "badge") continue;
        if (badge != nullptr) return nullptr;
        badge = &artefact;
      }
    }
  }
  return badge;
}

bool is_delivered(const curriculum::ArtefactId& id, const Record& record) {
  return std::ranges::any_of(record.delivered, [&](const journal::Entry& entry) {
    const auto* artefact = std::get_if<journal::Artefact>(&entry.what);
    return artefact != nullptr && artefact->artefact == id;
  });
}

std::optional<ExamPast> exam_past(const Track& track, const Record& record, calendar::Date today) {
  constexpr calendar::Days two_weeks{14};
  const auto& planned = track.exam_plan;
  if (!planned.exam_date || *planned.exam_date > today || today - *planned.exam_date > two_weeks)
    return std::nullopt;
  const auto* badge = badge_for(track, planned.exam);
  if (badge == nullptr) return ExamPast{*planned.exam_date, "gradus exam countdown --clear"};
  if (is_delivered(badge->id, record)) return std::nullopt;
  return ExamPast{*planned.exam_date,
                  fmt::format("gradus artefact add {} --url URL", badge->id.text()), true};
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

curriculum::WeekMinutes ExamAhead::taken() const {
  curriculum::WeekMinutes sum;
  for (const auto& each : lines)
    if (const auto kind = study_kind(each.line.kind)) sum.of(journal::fills(*kind)) += each.done;
  return sum;
}

std::optional<ExamAhead> exam_ahead(const Track& track, const Record& record,
                                    calendar::Date today) {
  const auto& planned = track.exam_plan;
  if (!record.exam) return std::nullopt;
  ExamAhead ahead{.readiness = exam_readiness(*record.exam, record.mocks, today)};
  if (planned.exam_date && *planned.exam_date >= today) ahead.exam_date = planned.exam_date;
  ahead.lines = todays_lines(planned.on(today), record, today);
  ahead.past = exam_past(track, record, today);
  ahead.checklist = ahead.exam_date && *ahead.exam_date - today <= checklist_from &&
                    track.curriculum.exam && track.curriculum.exam->id == planned.exam &&
                    !track.curriculum.exam->day.empty();
  const bool nothing = ahead.readiness.mocks.empty() && !ahead.exam_date && ahead.lines.empty();
  if (nothing && !ahead.past) return std::nullopt;
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
