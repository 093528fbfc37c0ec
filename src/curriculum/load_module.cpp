#include "gradus/curriculum/load.hpp"
#include "gradus/curriculum/module.hpp"

#include "curriculum/decode_module.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gradus::curriculum {
namespace {

Findings refusal(const std::vector<text::Finding>& findings, std::string_view file) {
  constexpr std::size_t most = 3;
  const std::size_t shown = std::min(most, findings.size());
  std::string message;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) message += '\n';
    message += findings[i].text(file);
  }
  if (findings.size() > shown) message += fmt::format("\nand {} more", findings.size() - shown);
  return Findings{message, "correct these lines; docs/module-format.md has every key"};
}

// Decodes the text; the decoder gives no advice, so every finding is an error.
template <class Decode>
auto load_with(Decode decode, std::string_view json, std::string_view file) {
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
  return load_with(decode_module, json, file);
}

std::vector<ModuleBundle> load_bundles(std::string_view json, std::string_view file) {
  return load_with(decode_bundles, json, file);
}

}  // namespace gradus::curriculum
