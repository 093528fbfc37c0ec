#include "cli/curriculum/shown_findings.hpp"

#include "gradus/text/plural.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace gradus::cli {
namespace {

// The words of a message without what it quotes and counts.
std::string kind_of(const text::Finding& finding) {
  std::string kind = finding.severity == text::Severity::error ? "error " : "advice ";
  bool quoted = false;
  for (const char c : finding.message) {
    if (c == '"') quoted = !quoted;
    if (!quoted && (c < '0' || c > '9')) kind += c;
    if (kind.size() > most_bytes) break;
  }
  return kind;
}

bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// Keeps the beginning and the end: the value is quoted in between.
std::string shortened(const std::string& text) {
  if (text.size() <= most_bytes) return text;
  std::size_t begin = most_bytes * 2 / 3;
  std::size_t end = text.size() - most_bytes / 3;
  while (begin > 0 && continues_character(text[begin])) --begin;
  while (end < text.size() && continues_character(text[end])) ++end;
  return text.substr(0, begin) + "…" + text.substr(end);
}

text::Finding shortened(const text::Finding& finding) {
  return {finding.severity, finding.line, shortened(finding.pointer), shortened(finding.message),
          shortened(finding.fix)};
}

}  // namespace

std::vector<text::Finding> shown_findings(const std::vector<text::Finding>& findings) {
  std::vector<text::Finding> shown;
  std::map<std::string, std::size_t> of_kind;
  std::optional<text::Finding> left_out;  // the first, an error if any is
  std::size_t errors = 0;
  std::size_t advice = 0;
  for (const auto& finding : findings) {
    if (shown.size() < most_findings && ++of_kind[kind_of(finding)] <= most_of_a_kind) {
      shown.push_back(shortened(finding));
      continue;
    }
    const bool error = finding.severity == text::Severity::error;
    ++(error ? errors : advice);
    if (!left_out || (error && left_out->severity != text::Severity::error)) left_out = finding;
  }
  if (left_out)
    shown.push_back({left_out->severity, left_out->line, "",
                     fmt::format("{} and {} of advice like those above are left out",
                                 text::counted(errors, "error"), text::counted(advice, "piece")),
                     "change what is listed, then check the file again"});
  return shown;
}

}  // namespace gradus::cli
