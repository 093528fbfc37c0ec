#include "gradus/curriculum/load.hpp"

#include "curriculum/declared.hpp"
#include "curriculum/decode.hpp"
#include "curriculum/limits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gradus::curriculum {
namespace {

constexpr double format_known = 1;

Loaded refused(text::Finding finding, bool over_limit = false) {
  Loaded loaded;
  loaded.findings.push_back(std::move(finding));
  loaded.over_limit = over_limit;
  return loaded;
}

// For a format not known yet, nothing else can be judged.
std::optional<text::Finding> newer_format(const text::Node& root) {
  const text::Node* node = root.find("format");
  if (node == nullptr || !node->whole() || node->number() <= format_known) return std::nullopt;
  return text::Finding{
      text::Severity::error, node->line(), "/format",
      fmt::format("this file was written for a newer gradus: it has format {}, and this "
                  "version reads format {}",
                  node->number(), format_known),
      "install a newer gradus"};
}

// Reasons to stop before anything else can be judged.
std::optional<Loaded> refuse(text::ParsedJson& document) {
  if (document.failure) {
    text::ParseFailure& failure = *document.failure;
    return refused({text::Severity::error, failure.line, std::move(failure.pointer),
                    std::move(failure.message), std::move(failure.fix)},
                   failure.over_limit);
  }
  if (auto finding = newer_format(document.root)) return refused(std::move(*finding));
  if (auto finding = past_a_limit(document.root)) return refused(std::move(*finding), true);
  return std::nullopt;
}

}  // namespace

std::variant<Reading, Loaded> read(std::string_view json) {
  text::ParsedJson document = text::parse_json(json);
  if (auto refusal = refuse(document)) return std::move(*refusal);
  std::vector<text::Finding> errors;
  const text::Cursor root{document.root, errors};
  Curriculum curriculum = decode_curriculum(root, declare(root));
  return Reading{std::move(document.root), std::move(curriculum), std::move(errors)};
}

Loaded loaded(Reading reading) {
  Loaded result;
  if (reading.errors.empty()) result.curriculum = std::move(reading.curriculum);
  result.findings = std::move(reading.errors);
  std::ranges::stable_sort(result.findings, {}, &text::Finding::line);
  return result;
}

Loaded load(std::string_view json) {
  auto read_text = read(json);
  if (auto* refused = std::get_if<Loaded>(&read_text)) return std::move(*refused);
  return loaded(std::get<Reading>(std::move(read_text)));
}

void require_no_errors(const std::vector<text::Finding>& findings, std::string_view file) {
  constexpr std::size_t shown = 3;
  std::string message;
  std::size_t errors = 0;
  for (const text::Finding& finding : findings) {
    if (finding.severity != text::Severity::error || ++errors > shown) continue;
    if (errors > 1) message += '\n';
    message += finding.text(file);
  }
  if (errors == 0) return;
  if (errors > shown) message += fmt::format("\nand {} more", errors - shown);
  throw Findings{message,
                 fmt::format("gradus curriculum check {} lists them all, each with a fix", file)};
}

Curriculum load_or_throw(std::string_view json, std::string_view file) {
  Loaded loaded = load(json);
  require_no_errors(loaded.findings, file);
  return std::move(loaded.curriculum.value());
}

}  // namespace gradus::curriculum
