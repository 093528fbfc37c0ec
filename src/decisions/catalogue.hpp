#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/decisions/certificates.hpp"
#include "gradus/text/json.hpp"
#include "gradus/text/reader.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace gradus::decisions {

// What every catalogue file has in common.

[[nodiscard]] std::optional<calendar::Date> read_date(const text::Cursor& from);
void check_format(const text::Cursor& from);

// The file's text as JSON without a syntax error; throws Error with the line of one.
[[nodiscard]] text::ParsedJson parse_catalogue(std::string_view json);
// Throws Error with line and pointer of the first finding, if there is any.
void refuse(const std::vector<text::Finding>& findings);

template <class Decode>
auto read_file(std::string_view json, Decode decode) {
  const auto document = parse_catalogue(json);
  std::vector<text::Finding> findings;
  auto catalogue = decode(text::Cursor{document.root, findings});
  refuse(findings);
  return catalogue;
}

}  // namespace gradus::decisions
