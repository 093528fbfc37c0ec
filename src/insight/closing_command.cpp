#include "gradus/insight/closing_command.hpp"

#include "gradus/curriculum/vocabulary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <variant>
#include <vector>

namespace gradus::insight {
namespace {

using curriculum::EntryType;

std::string text_of(const curriculum::Value& value) {
  if (const auto* number = std::get_if<double>(&value)) return fmt::format("{:g}", *number);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "yes" : "no";
  return std::get<std::string>(value);
}

// What the filters on an entry's fields leave to choose from.
class Filters {
 public:
  explicit Filters(const std::vector<curriculum::Filter>& where) : where_(where) {}

  // The first value that passes the field's filter; `otherwise` when there is none.
  [[nodiscard]] std::string value(std::string_view field, const std::string& otherwise) const {
    const auto found = passing(field);
    return found ? text_of(*found) : otherwise;
  }
  // " --topic ctes", or nothing when the field is free.
  [[nodiscard]] std::string option(std::string_view field) const {
    const auto found = passing(field);
    return found ? fmt::format(" --{} {}", field, text_of(*found)) : std::string();
  }
  [[nodiscard]] bool is(std::string_view field, bool flag) const {
    const auto found = passing(field);
    return found && *found == curriculum::Value(flag);
  }

 private:
  [[nodiscard]] std::optional<curriculum::Value> passing(std::string_view field) const {
    const auto filter =
        std::ranges::find(where_, field, [](const auto& each) { return each.field.name; });
    if (filter == where_.end()) return std::nullopt;
    if (const auto* values = std::get_if<curriculum::OneOf>(&filter->test))
      return values->values.front();
    const auto& bounds = std::get<curriculum::Between>(filter->test);
    if (bounds.ge) return bounds.ge;
    if (bounds.le) return bounds.le;
    const auto* below = bounds.lt ? std::get_if<double>(&*bounds.lt) : nullptr;
    if (below == nullptr) return std::nullopt;
    return std::ceil(*below) - 1;
  }

  const std::vector<curriculum::Filter>& where_;
};

std::string solve_command(const Filters& filters) {
  return fmt::format("gradus solve TITLE --topic {} --difficulty {} --minutes {}",
                     filters.value("topic", "TOPIC"), filters.value("difficulty", "DIFFICULTY"),
                     filters.value("minutes", "N")) +
         filters.option("platform") + filters.option("language");
}

// Empty for drills and reviews, which no one enters by hand.
std::string recording_command(EntryType type, const Filters& filters, std::string_view gate) {
  switch (type) {
    case EntryType::session:
      return fmt::format("gradus log 1h {}{}", filters.value("kind", "KIND"),
                         filters.option("topic"));
    case EntryType::problem:
      return solve_command(filters);
    case EntryType::artefact:
      return fmt::format("gradus artefact add {} --url URL", filters.value("artefact", "TITLE"));
    case EntryType::attestation:
      return fmt::format("gradus attest {}/{} --evidence TEXT", gate,
                         filters.value("criterion", "CRITERION"));
    case EntryType::mock_exam:
      return fmt::format("gradus exam add {} --score S{}", filters.value("exam", "EXAM"),
                         filters.is("timed", true) ? " --timed" : "");
    case EntryType::mock_interview:
      return fmt::format("gradus interview {} --score S", filters.value("area", "AREA"));
    case EntryType::application:
      return "gradus apply COMPANY" + filters.option("status");
    case EntryType::run:
      return fmt::format("gradus run {} {}", filters.is("ok", false) ? "failed" : "ok",
                         filters.value("pipeline", "PIPELINE"));
    case EntryType::expense:
      return fmt::format("gradus spend USD TITLE --kind {}", filters.value("kind", "KIND"));
    case EntryType::drill:
    case EntryType::review:
      break;
  }
  return {};
}

}  // namespace

std::string closing_command(const curriculum::Requirement& leaf, std::string_view gate,
                            const curriculum::CriterionId& criterion) {
  if (std::holds_alternative<curriculum::Attested>(leaf.form))
    return fmt::format("gradus attest {}/{} --evidence TEXT", gate, criterion.text());
  if (const auto* delivered = std::get_if<curriculum::Delivered>(&leaf.form))
    return fmt::format(
        "gradus artefact add {} {}", delivered->artefact.text(),
        delivered->verified ? "--path FOLDER, then gradus artefact verify" : "--url URL");
  if (const auto* measure = std::get_if<curriculum::Measure>(&leaf.form))
    return recording_command(measure->query.of, Filters(measure->query.where), gate);
  return {};
}

}  // namespace gradus::insight
