#include "gradus/calendar/duration.hpp"
#include "gradus/report/drills.hpp"
#include "gradus/report/views.hpp"
#include "gradus/report/writers.hpp"

#include "report/entry_text.hpp"
#include "report/phrases.hpp"
#include "report/text_width.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <variant>

namespace gradus::report {
namespace {

std::string after(const char* sign, const std::optional<std::string>& text) {
  return text && !text->empty() ? sign + *text : std::string();
}

struct Describer {
  std::string operator()(const journal::Session& session) const {
    const auto topic = session.topic ? " on " + session.topic->text() : std::string();
    return fmt::format("{} {}{}", calendar::format_duration(session.minutes), name(session.kind),
                       topic);
  }

  std::string operator()(const journal::Problem& problem) const {
    auto text = fmt::format("{} {} in {}: {}", name(problem.difficulty), problem.topic.text(),
                            calendar::format_duration(problem.minutes), problem.title);
    if (problem.attempts > 1) text += fmt::format(", {} attempts", problem.attempts);
    if (problem.help_used) text += ", with help";
    return text;
  }

  std::string operator()(const journal::Artefact& artefact) const {
    const auto id = artefact.artefact ? artefact.artefact->text() + ": " : std::string();
    return id + artefact.title + after(", ", artefact.url) + after(", ", artefact.path) +
           (artefact.verified ? ", verified" : "");
  }

  std::string operator()(const journal::Attestation& attestation) const {
    return fmt::format("{}signature of {}{}", attestation.placement ? "placement " : "",
                       attestation.criterion.text(), after(": ", attestation.evidence));
  }

  std::string operator()(const journal::MockExam& exam) const {
    return fmt::format("{}: {}%{}", exam.exam, number_text(exam.score * 100),
                       exam.timed ? ", timed" : "");
  }

  std::string operator()(const journal::MockInterview& interview) const {
    const auto score = interview.score ? ", score " + number_text(*interview.score) : std::string();
    return "interview on " + interview.area + score;
  }

  std::string operator()(const journal::Application& application) const {
    return "application to " + application.company + after(" as ", application.role) +
           after(": ", application.status);
  }

  std::string operator()(const journal::Run& run) const {
    return fmt::format("run of {}: {}", run.pipeline, run.ok ? "ok" : "failed");
  }

  std::string operator()(const journal::Expense& expense) const {
    return fmt::format("{} USD, {}: {}", expense.usd.text(), name(expense.kind), expense.title);
  }

  std::string operator()(const journal::Drill& drill) const {
    const auto limit =
        drill.limit_seconds ? " of " + clock_text(*drill.limit_seconds) : std::string();
    const auto score = drill.score ? fmt::format(", {:.0f}%", *drill.score * 100) : std::string();
    return fmt::format("{} in {}{}{}: {}", drill.drill, clock_text(drill.seconds), limit, score,
                       drill.passed ? "passed" : "not passed");
  }

  std::string operator()(const journal::Review& review) const {
    // An id of a problem is long, and its beginning says as much.
    const auto item =
        review.of == journal::ReviewOf::problem ? review.item.substr(0, 8) : review.item;
    return fmt::format("{} {} again, grade {}", name(review.of), item, review.grade);
  }

  std::string operator()(const journal::Check& check) const {
    const auto score = check.score ? fmt::format(", {:.0f}%", *check.score * 100) : std::string();
    return fmt::format("{}/{}{}: {}{}", check.module.text(), check.check.text(), score,
                       check.passed ? "passed" : "not passed", after(", ", check.evidence));
  }

  std::string operator()(const journal::Decision& decision) const {
    return fmt::format("decision by {}: {}", decision.table, decision.result);
  }
};

}  // namespace

std::string entry_text(const journal::Entry& entry) {
  return std::visit(Describer{}, entry.what);
}

std::string describe(const journal::Entry& entry) {
  const bool session = std::holds_alternative<journal::Session>(entry.what);
  const auto week = session && entry.week ? " in " + entry.week->text() : std::string();
  return entry_text(entry) + week;
}

std::string entry_line(const journal::Entry& entry, const ShortIds& ids) {
  constexpr std::size_t columns = 100;
  return fmt::format("{}  {}  {}", day_text(entry.on), ids.at(entry.id),
                     cut_at_word(visible(describe(entry)), columns));
}

}  // namespace gradus::report
