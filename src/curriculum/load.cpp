#include "gradus/curriculum/load.hpp"

#include "curriculum/declared.hpp"
#include "curriculum/decode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gradus::curriculum {
namespace {

constexpr double format = 1;

Loaded refused(Finding finding, bool over_limit = false) {
  Loaded loaded;
  loaded.findings.push_back(std::move(finding));
  loaded.over_limit = over_limit;
  return loaded;
}

// Of a format still to come nothing else can be judged.
std::optional<Finding> newer_format(const Node& root) {
  const Node* node = root.find("format");
  if (node == nullptr || !node->whole() || node->number() <= format) return std::nullopt;
  return Finding{Severity::error, node->line(), "/format",
                 fmt::format("this file is written for a newer gradus: it has format {}, and this "
                             "one reads format {}",
                             node->number(), format)};
}

std::size_t weeks_of(const Node& tier) {
  const Node* weeks = tier.find("weeks");
  return weeks == nullptr ? 0 : weeks->items().size();
}

std::optional<Finding> too_many_weeks(const Node& root) {
  const Node* tiers = root.find("tiers");
  if (tiers == nullptr) return std::nullopt;
  std::size_t weeks = 0;
  for (const Node& tier : tiers->items()) weeks += weeks_of(tier);
  if (const Node* beginner = root.find("beginner")) weeks += weeks_of(*beginner);
  if (weeks <= max_weeks) return std::nullopt;
  return Finding{Severity::error, tiers->line(), "/tiers",
                 fmt::format("{} weeks; the limit is {}", weeks, max_weeks)};
}

bool is_error(const Finding& finding) {
  return finding.severity == Severity::error;
}

}  // namespace

std::string Finding::text(std::string_view file) const {
  const char* kind = severity == Severity::advice ? "advice: " : "";
  if (pointer.empty()) return fmt::format("{}:{}: {}{}", file, line, kind, message);
  return fmt::format("{}:{}: {}: {}{}", file, line, pointer, kind, message);
}

Loaded load(std::string_view json) {
  Document document = parse_document(json);
  if (document.failure) {
    ParseFailure& failure = *document.failure;
    return refused(
        {Severity::error, failure.line, std::move(failure.pointer), std::move(failure.message)},
        failure.over_limit);
  }
  if (auto finding = newer_format(document.root)) return refused(std::move(*finding));
  if (auto finding = too_many_weeks(document.root)) return refused(std::move(*finding), true);
  Loaded loaded;
  const Place root{document.root, loaded.findings};
  const Declared declared = declare(root);
  Curriculum curriculum = decode_curriculum(root, declared);
  std::ranges::stable_sort(loaded.findings, {}, &Finding::line);
  if (std::ranges::none_of(loaded.findings, is_error)) loaded.curriculum = std::move(curriculum);
  return loaded;
}

Curriculum load_or_throw(std::string_view json, std::string_view file) {
  constexpr std::size_t shown = 3;
  Loaded loaded = load(json);
  if (loaded.curriculum) return std::move(*loaded.curriculum);
  std::string message;
  std::size_t errors = 0;
  for (const Finding& finding : loaded.findings) {
    if (!is_error(finding) || ++errors > shown) continue;
    if (errors > 1) message += '\n';
    message += finding.text(file);
  }
  if (errors > shown) message += fmt::format("\nand {} more", errors - shown);
  throw Error{message, fmt::format("gradus curriculum check {} lists them all", file)};
}

}  // namespace gradus::curriculum
