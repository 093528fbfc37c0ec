#include "decisions/catalogue.hpp"

#include <fmt/core.h>

namespace gradus::decisions {

std::optional<calendar::Date> read_date(const text::Cursor& from) {
  if (!from.expect(text::Node::Kind::text)) return std::nullopt;
  const auto day = calendar::Date::parse(from.node().text());
  if (!day) from.error("must be a date (YYYY-MM-DD)", "write it like 2026-12-31");
  return day;
}

void check_format(const text::Cursor& from) {
  if (!from.is(text::Node::Kind::number) || from.node().number() != 1) {
    from.error("must be 1, the only format", "write 1");
  }
}

text::ParsedJson parse_catalogue(std::string_view json) {
  auto document = text::parse_json(json);
  if (document.failure)
    throw Error(fmt::format("line {}: {}", document.failure->line, document.failure->message),
                document.failure->fix);
  return document;
}

void refuse(const std::vector<text::Finding>& findings) {
  if (findings.empty()) return;
  const text::Finding& first = findings.front();
  throw Error(fmt::format("line {}: {} {}", first.line,
                          first.pointer.empty() ? "the file" : first.pointer, first.message),
              first.fix);
}

}  // namespace gradus::decisions
