#include "gradus/curriculum/load.hpp"

#include "curriculum/advice.hpp"
#include "curriculum/declared.hpp"
#include "curriculum/decode.hpp"
#include "curriculum/limits.hpp"

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
                             node->number(), format),
                 "install a newer gradus"};
}

// What stops the reading before anything else can be judged.
std::optional<Loaded> refuse(Document& document) {
  if (document.failure) {
    ParseFailure& failure = *document.failure;
    return refused({Severity::error, failure.line, std::move(failure.pointer),
                    std::move(failure.message), std::move(failure.fix)},
                   failure.over_limit);
  }
  if (auto finding = newer_format(document.root)) return refused(std::move(*finding));
  if (auto finding = past_a_limit(document.root)) return refused(std::move(*finding), true);
  return std::nullopt;
}

std::vector<Finding> give_advice(const Curriculum& curriculum, const Node& document,
                                 const std::vector<Finding>& errors) {
  std::vector<Finding> advice;
  const Place root{document, advice};
  const Survey survey{curriculum, root, errors};
  advise_on_titles(root);
  advise_on_weeks(survey);
  advise_on_retired(survey);
  advise_on_gates(survey);
  advise_on_targets(survey);
  advise_on_remedies(survey);
  return advice;
}

enum class Wanted { errors, errors_and_advice };

Loaded read(std::string_view json, Wanted wanted) {
  Document document = parse_document(json);
  if (auto refusal = refuse(document)) return std::move(*refusal);
  Loaded loaded;
  const Place root{document.root, loaded.findings};
  const Declared declared = declare(root);
  Curriculum curriculum = decode_curriculum(root, declared);
  const bool sound = loaded.findings.empty();
  if (wanted == Wanted::errors_and_advice) {
    for (Finding& finding : give_advice(curriculum, document.root, loaded.findings))
      loaded.findings.push_back(std::move(finding));
  }
  std::ranges::stable_sort(loaded.findings, {}, &Finding::line);
  if (sound) loaded.curriculum = std::move(curriculum);
  return loaded;
}

}  // namespace

std::string Finding::text(std::string_view file) const {
  const char* kind = severity == Severity::advice ? "advice: " : "";
  if (pointer.empty()) return fmt::format("{}:{}: {}{}", file, line, kind, message);
  return fmt::format("{}:{}: {}: {}{}", file, line, pointer, kind, message);
}

Loaded load(std::string_view json) {
  return read(json, Wanted::errors);
}

Loaded check(std::string_view json) {
  return read(json, Wanted::errors_and_advice);
}

Curriculum load_or_throw(std::string_view json, std::string_view file) {
  constexpr std::size_t shown = 3;
  Loaded loaded = load(json);
  if (loaded.curriculum) return std::move(*loaded.curriculum);
  std::string message;
  std::size_t errors = 0;
  for (const Finding& finding : loaded.findings) {
    if (++errors > shown) continue;
    if (errors > 1) message += '\n';
    message += finding.text(file);
  }
  if (errors > shown) message += fmt::format("\nand {} more", errors - shown);
  throw Error{message,
              fmt::format("gradus curriculum check {} lists them all, each with a fix", file)};
}

}  // namespace gradus::curriculum
