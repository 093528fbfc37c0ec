#include "gradus/track/exam.hpp"

#include "gradus/calendar/lower.hpp"
#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/load.hpp"
#include "gradus/decisions/certificates.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/text/nearest.hpp"
#include "gradus/track/error.hpp"
#include "gradus/track/gate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <variant>

namespace gradus::track {
namespace {

constexpr std::size_t most_mocks = 1000;  // nobody sits more in the days that count

decisions::CertificateCatalogue catalogue() {
  return decisions::read_certificates(curriculum::builtin_text("catalog/certificates.json"));
}

// Of the built-in curriculum that prepares for it, if one does.
std::optional<insight::ExamRule> builtin_exam(const std::string& id) {
  const auto text = curriculum::builtin_text(fmt::format("curricula/{}.json", id));
  if (text.empty()) return std::nullopt;
  auto rule = insight::exam_rule(curriculum::load_or_throw(text, id));
  return rule && rule->id == id ? rule : std::nullopt;
}

insight::ExamRule rule_of(const decisions::Certificate& certificate) {
  if (certificate.domains.empty())
    if (auto rule = builtin_exam(certificate.id)) return *std::move(rule);
  insight::ExamRule rule{.id = certificate.id, .domains = certificate.domains};
  if (certificate.prep_hours) rule.hours = std::chrono::hours{certificate.prep_hours->back()};
  return rule;
}

// The newest mock exams first, by the journal's indexes: of the exam with that id, or of any.
std::vector<journal::Entry> mock_entries(const store::Store& store, const LoadedTrack& track,
                                         const std::optional<std::string>& exam,
                                         std::optional<calendar::Date> from = std::nullopt,
                                         std::size_t most = most_mocks) {
  curriculum::Query query{.of = curriculum::EntryType::mock_exam,
                          .measure = curriculum::Aggregate::count};
  if (exam) query.where.push_back({curriculum::field::exam, curriculum::OneOf{.values = {*exam}}});
  const store::StoredFacts facts{store, track.id};
  return facts.find({.query = query, .tiers = std::nullopt, .from = from}, most).first;
}

std::optional<std::string> usual_exam(const store::Store& store, const LoadedTrack& track) {
  if (track.curriculum.exam) return track.curriculum.exam->id;
  if (track.stack) {
    const auto& stack = curriculum::find_stack(track.curriculum, track.stack->text());
    if (stack.certificate) return stack.certificate;
  }
  const auto newest = mock_entries(store, track, std::nullopt, std::nullopt, 1);
  if (newest.empty()) return std::nullopt;
  return std::get<journal::MockExam>(newest.front().what).exam;
}

std::optional<calendar::Date> first_counted_day(const insight::ExamRule& exam,
                                                calendar::Date today) {
  if (today - calendar::Date::first() < exam.within) return std::nullopt;
  return today - exam.within;
}

[[noreturn]] void refuse_exam(const std::string& id, const LoadedTrack& track,
                              const decisions::CertificateCatalogue& known) {
  std::vector<std::string> ids;
  ids.reserve(known.certificates.size() + 1);
  if (track.curriculum.exam) ids.push_back(track.curriculum.exam->id);
  for (const auto& certificate : known.certificates)
    if (std::ranges::find(ids, certificate.id) == ids.end()) ids.push_back(certificate.id);
  throw Error(fmt::format("there is no exam \"{}\"", id), text::nearest_or_all(id, ids));
}

// By the curriculum, the catalogue of certificates, or another built-in curriculum.
std::optional<insight::ExamRule> known_exam(const LoadedTrack& track, const std::string& id) {
  if (auto own = insight::exam_rule(track.curriculum); own && own->id == id) return own;
  const auto known = catalogue();
  const auto found = std::ranges::find(known.certificates, id, &decisions::Certificate::id);
  if (found != known.certificates.end()) return rule_of(*found);
  return builtin_exam(id);
}

// Adds the exams that a measure of mock exams names; false if it doesn't choose among exams.
bool add_exams(const curriculum::Query& query, std::vector<std::string>& exams) {
  const auto filter = std::ranges::find_if(query.where, [](const curriculum::Filter& each) {
    return each.field.name == curriculum::field::exam.name;
  });
  if (filter == query.where.end()) return false;
  const auto* one_of = std::get_if<curriculum::OneOf>(&filter->test);
  if (one_of == nullptr) return false;
  for (const auto& value : one_of->values)
    if (const auto* id = std::get_if<std::string>(&value);
        id != nullptr && std::ranges::find(exams, *id) == exams.end())
      exams.push_back(*id);
  return true;
}

// Of all its measures of mock exams.
bool add_exams(const curriculum::Requirement& requirement, std::vector<std::string>& exams) {
  const auto* measure = std::get_if<curriculum::Measure>(&requirement.form);
  if (measure != nullptr && measure->query.of == curriculum::EntryType::mock_exam)
    return add_exams(measure->query, exams);
  const auto parts = curriculum::parts_of(requirement);
  return std::ranges::all_of(parts, [&](const auto& part) { return add_exams(part, exams); });
}

void sort_lines(plan::ExamPlan& planned) {
  std::ranges::stable_sort(planned.lines, {}, &plan::ExamLine::on);
}

// Lays the reviews to come anew, for the domains that are weak by these mock exams, newest first.
void lay_reviews(plan::ExamPlan& planned, const LoadedTrack& track, const insight::ExamRule& exam,
                 const std::vector<journal::Entry>& mocks, calendar::Date today) {
  const auto need = insight::domains_in_need(insight::exam_readiness(exam, mocks, today));
  // One name, one line: a domain that is weak again is reviewed again.
  std::erase_if(planned.lines, [&](const plan::ExamLine& line) {
    return line.is_review() &&
           (line.on > today || std::ranges::any_of(need, [&](const plan::DomainInNeed& each) {
              return line.is_review_of(each.id);
            }));
  });
  auto lines = plan::reviews(need, track.plan, track.frame, planned, today);
  planned.lines.insert(planned.lines.end(), lines.begin(), lines.end());
  sort_lines(planned);
}

}  // namespace

insight::ExamRule find_exam(const store::Store& store, const LoadedTrack& track,
                            const std::optional<std::string>& id) {
  const auto wanted = id ? id : usual_exam(store, track);
  if (!wanted)
    throw Error("this track prepares for no exam", "name one, such as gradus exam status dea-c01");
  for (const auto& spelling : {*wanted, lower(*wanted)}) {
    if (auto known = known_exam(track, spelling)) return *std::move(known);
    if (!mock_entries(store, track, spelling, std::nullopt, 1).empty()) return {.id = spelling};
  }
  refuse_exam(*wanted, track, catalogue());
}

void check_domains(const journal::MockExam& mock, const insight::ExamRule& exam) {
  if (exam.domains.empty()) return;
  std::vector<std::string> ids;
  ids.reserve(exam.domains.size());
  for (const auto& domain : exam.domains) ids.push_back(domain.id.text());
  for (const auto& [id, score] : mock.domains)
    if (std::ranges::find(ids, id) == ids.end())
      throw Error(fmt::format("{} has no domain \"{}\"", exam.id, id),
                  text::nearest_or_all(id, ids));
}

std::vector<std::string> exams_of_gate(const LoadedTrack& track) {
  const auto* tier = rules::open_tier(track.curriculum, track.states);
  std::vector<std::string> exams;
  if (tier == nullptr) return exams;
  for (const auto& criterion : tier->exit) {
    if (criterion.retired) continue;
    if (!add_exams(criterion.requirement(curriculum::Compression::regular), exams)) return {};
  }
  return exams;
}

std::optional<insight::ExamRule> exam_of_day(const LoadedTrack& track) {
  if (auto own = insight::exam_rule(track.curriculum)) return own;
  const auto& planned = track.exam_plan.exam;
  if (planned.empty()) return std::nullopt;
  if (auto known = known_exam(track, planned)) return known;
  return insight::ExamRule{.id = planned};
}

std::vector<journal::Entry> recent_mocks(const store::Store& store, const LoadedTrack& track,
                                         const insight::ExamRule& exam, calendar::Date today) {
  return mock_entries(store, track, exam.id, first_counted_day(exam, today));
}

insight::ExamStatus exam_status(const store::Store& store, const LoadedTrack& track,
                                const insight::ExamRule& exam, calendar::Date today,
                                std::optional<int> tenths) {
  constexpr int minutes_in_a_tenth = 6;
  insight::ExamStatus status{
      .readiness = insight::exam_readiness(exam, mock_entries(store, track, exam.id), today)};
  status.tenths = tenths;
  if (!tenths && exam.hours)
    status.tenths = static_cast<int>(exam.hours->count() / minutes_in_a_tenth);
  if (status.tenths) status.budget = insight::study_budget(exam.domains, *status.tenths);
  if (track.exam_plan.exam == exam.id) status.planned = track.exam_plan;
  if (!track.curriculum.exam || track.curriculum.exam->id != exam.id) return status;
  status.about = track.curriculum.exam;
  status.labs =
      insight::lab_coverage(track.curriculum, exam.domains, store::delivered(store, track.id));
  if (!status.about->next.empty()) status.next = check_gate(store, track, nullptr, today);
  return status;
}

plan::ExamPlan with_countdown(const store::Store& store, const LoadedTrack& track,
                              const insight::ExamRule& exam, calendar::Date on,
                              calendar::Date today) {
  if (on < today)
    throw Error(fmt::format("the exam on {} would be in the past (today is {})", on.with_weekday(),
                            today.iso()),
                "give the day of an exam to come, such as gradus exam countdown +14d");
  auto planned = track.exam_plan;
  std::erase_if(planned.lines, [&](const plan::ExamLine& line) {
    return !line.is_review() || planned.exam != exam.id;
  });
  planned.exam = exam.id;
  planned.exam_date = on;
  auto lines = plan::countdown(on, fmt::format("Exam: {}", exam.id));
  planned.lines.insert(planned.lines.end(), lines.begin(), lines.end());
  lay_reviews(planned, track, exam, recent_mocks(store, track, exam, today), today);
  return planned;
}

plan::ExamPlan with_reviews(const store::Store& store, const LoadedTrack& track,
                            const insight::ExamRule& exam, calendar::Date today,
                            const std::optional<journal::Entry>& added) {
  auto planned = track.exam_plan;
  if (planned.exam.empty()) planned.exam = exam.id;
  if (planned.exam != exam.id) return planned;  // a countdown to another exam stands
  auto mocks = recent_mocks(store, track, exam, today);
  if (added) mocks.insert(mocks.begin(), *added);  // of its day, the newest
  lay_reviews(planned, track, exam, mocks, today);
  return planned;
}

}  // namespace gradus::track
