#pragma once

#include "gradus/insight/exam_status.hpp"
#include "gradus/store/store.hpp"
#include "gradus/track/track.hpp"

#include <optional>
#include <string>
#include <vector>

// Exams: which there are, how ready a learner is, what is planned for one.
namespace gradus::track {

// The exam with that id: that of the track's curriculum, a certificate of the catalogue, or one
// that another built-in curriculum prepares for; an id under which mock exams are recorded already
// is taken for an exam without known domains. Small and capital letters are alike. Without an id:
// that of the curriculum, else of the track's stack, else of the newest mock exam. Throws Error
// with the nearest ids.
[[nodiscard]] insight::ExamRule find_exam(const store::Store& store, const LoadedTrack& track,
                                          const std::optional<std::string>& id);

// Throws Error, with the nearest ones, for a domain that the exam doesn't have. Where its domains
// aren't known, any will do.
void check_domains(const journal::MockExam& mock, const insight::ExamRule& exam);

// The exams whose mock exams the open gate counts; empty if it asks for none, or for any.
[[nodiscard]] std::vector<std::string> exams_of_gate(const LoadedTrack& track);

// The exam that a day's screen tells of: the curriculum's, else the one that something is planned
// for. nullopt: none.
[[nodiscard]] std::optional<insight::ExamRule> exam_of_day(const LoadedTrack& track);
// The track's mock exams of it in the days that count.
[[nodiscard]] std::vector<journal::Entry> recent_mocks(const store::Store& store,
                                                       const LoadedTrack& track,
                                                       const insight::ExamRule& exam,
                                                       calendar::Date today);

// `tenths`: of the hours to divide; nullopt: what the preparation takes.
[[nodiscard]] insight::ExamStatus exam_status(const store::Store& store, const LoadedTrack& track,
                                              const insight::ExamRule& exam, calendar::Date today,
                                              std::optional<int> tenths);

// The track's exam plan with a new countdown in place of the old one, and the reviews to come laid
// around it. Throws Error for a day before `today`.
[[nodiscard]] plan::ExamPlan with_countdown(const store::Store& store, const LoadedTrack& track,
                                            const insight::ExamRule& exam, calendar::Date on,
                                            calendar::Date today);

// The track's exam plan with reviews for the domains that are weak now, in place of those to come.
// Without any weak domain, reviews to come are dropped. `added`: a mock exam about to be recorded,
// if one is.
[[nodiscard]] plan::ExamPlan with_reviews(const store::Store& store, const LoadedTrack& track,
                                          const insight::ExamRule& exam, calendar::Date today,
                                          const std::optional<journal::Entry>& added);

}  // namespace gradus::track
