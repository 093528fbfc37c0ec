#include "gradus/insight/criterion_command.hpp"

#include "gradus/curriculum/vocabulary.hpp"
#include "gradus/text/shell_quote.hpp"

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

// What the filters on an entry's fields leave open.
class Filters {
 public:
  explicit Filters(const std::vector<curriculum::Filter>& where) : where_(where) {}

  // The first value that passes the field's filter; `otherwise` if there is none.
  [[nodiscard]] std::string value(std::string_view field, const std::string& otherwise) const {
    const auto found = passing(field);
    return found ? text::shell_quote(text_of(*found)) : otherwise;
  }
  // " --topic ctes", or empty when the field is not filtered.
  [[nodiscard]] std::string option(std::string_view field) const {
    const auto found = passing(field);
    return found ? fmt::format(" --{} {}", field, text::shell_quote(text_of(*found)))
                 : std::string();
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

// Without the numbers that would pass: whoever copies the line in the evening would record them.
std::string solve_command(const Filters& filters) {
  return fmt::format("gradus solve TITLE --topic {} --difficulty {} --minutes N",
                     filters.value("topic", "TOPIC"), filters.value("difficulty", "DIFFICULTY")) +
         (filters.option("attempts").empty() ? "" : " --attempts N") +
         (filters.is("help_used", true) ? " --help-used" : "") + filters.option("platform") +
         filters.option("url") + filters.option("language");
}

// A round of a table, which is asked for by its number of items; empty for other drills.
std::string drill_command(const Filters& filters) {
  const auto items = filters.option("items");
  return items.empty() ? items : "gradus drill " + filters.value("drill", "TABLE") + items;
}

// Empty for most drills and for reviews, which nobody enters by hand.
std::string recording_command(EntryType type, const Filters& filters, std::string_view gate) {
  switch (type) {
    case EntryType::session:
      return fmt::format("gradus log DURATION {}{}", filters.value("kind", "KIND"),
                         filters.option("topic"));
    case EntryType::problem:
      return solve_command(filters);
    case EntryType::artefact:
      return fmt::format("gradus artefact add {} {}", filters.value("artefact", "TITLE"),
                         filters.is("verified", true) ? "--path FOLDER" : "--url URL");
    case EntryType::attestation:
      return fmt::format("gradus attest {}/{} --evidence TEXT", gate,
                         filters.value("criterion", "CRITERION"));
    case EntryType::mock_exam:
      return fmt::format("gradus exam add {} --score N{}", filters.value("exam", "EXAM"),
                         filters.is("timed", true) ? " --timed" : "");
    case EntryType::mock_interview:
      return fmt::format("gradus interview {} --score N", filters.value("area", "AREA"));
    case EntryType::application:
      return "gradus apply COMPANY" + filters.option("status");
    case EntryType::run:
      return fmt::format("gradus run {} {}", filters.is("ok", false) ? "failed" : "ok",
                         filters.value("pipeline", "PIPELINE"));
    case EntryType::expense:
      return fmt::format("gradus spend USD TITLE --kind {}", filters.value("kind", "KIND"));
    case EntryType::drill:
      return drill_command(filters);
    case EntryType::review:
    case EntryType::decision:
      break;
    case EntryType::check:
      return fmt::format("gradus attest {}/{} --evidence TEXT", filters.value("module", "MODULE"),
                         filters.value("check", "CHECK"));
  }
  return {};
}

// An artefact that was delivered but not verified is a near miss.
std::string delivery_command(const curriculum::Delivered& delivered,
                             const rules::Explanation& leaf) {
  const auto& id = delivered.artefact.text();
  if (leaf.near_misses.total > 0) return "gradus artefact verify " + id;
  return fmt::format("gradus artefact add {} {}", id,
                     delivered.verified ? "--path FOLDER" : "--url URL");
}

}  // namespace

std::string criterion_command(const rules::Explanation& leaf, std::string_view gate,
                              const curriculum::CriterionId& criterion) {
  const auto& form = leaf.requirement->form;
  if (std::holds_alternative<curriculum::Attested>(form))
    return fmt::format("gradus attest {}/{} --evidence TEXT", gate, criterion.text());
  if (const auto* delivered = std::get_if<curriculum::Delivered>(&form))
    return delivery_command(*delivered, leaf);
  if (const auto* measure = std::get_if<curriculum::Measure>(&form)) {
    const Filters filters(measure->query.where);
    const auto command = recording_command(measure->query.of, filters, gate);
    return command.empty() ? command : command + filters.option("week");
  }
  return {};
}

}  // namespace gradus::insight
