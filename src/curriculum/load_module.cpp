#include "gradus/curriculum/load.hpp"
#include "gradus/curriculum/module.hpp"
#include "gradus/curriculum/question.hpp"

#include "curriculum/decode_module.hpp"
#include "curriculum/decode_question.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gradus::curriculum {
namespace {

// A file, and the page that describes its format.
struct DataFile {
  std::string_view name;
  std::string_view page;
};
constexpr std::string_view modules_page = "docs/module-format.md";
constexpr std::string_view questions_page = "docs/drills.md";

Findings refusal(const std::vector<text::Finding>& findings, const DataFile& file) {
  constexpr std::size_t most = 3;
  const std::size_t shown = std::min(most, findings.size());
  std::string message;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) message += '\n';
    message += findings[i].text(file.name);
  }
  if (findings.size() > shown) message += fmt::format("\nand {} more", findings.size() - shown);
  return Findings{message, fmt::format("correct these lines; {} has every key", file.page)};
}

// Decodes the text; the decoder gives no advice, so every finding is an error.
template <class Decode>
auto load_with(Decode decode, std::string_view json, const DataFile& file) {
  const text::ParsedJson document = text::parse_json(json);
  if (document.failure) {
    const text::ParseFailure& failure = *document.failure;
    throw refusal(
        {{text::Severity::error, failure.line, failure.pointer, failure.message, failure.fix}},
        file);
  }
  std::vector<text::Finding> findings;
  auto decoded = decode(text::Cursor{document.root, findings});
  std::ranges::stable_sort(findings, {}, &text::Finding::line);
  if (!findings.empty()) throw refusal(findings, file);
  return decoded;
}

}  // namespace

Module load_module(std::string_view json, std::string_view file) {
  return load_with(decode_module, json, {file, modules_page});
}

std::vector<ModuleBundle> load_bundles(std::string_view json, std::string_view file) {
  return load_with(decode_bundles, json, {file, modules_page});
}

QuestionSet load_questions(std::string_view json, std::string_view file) {
  return load_with(decode_questions, json, {file, questions_page});
}

}  // namespace gradus::curriculum
