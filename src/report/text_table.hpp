#pragma once

#include "gradus/report/document.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gradus::report {

// The lines of a table, its columns two spaces apart. With a width, the widest left-aligned columns
// are cut until the lines fit; where even that is not enough, each row becomes a list of
// "title: value" lines instead. Right-aligned columns (numbers, dates) are never cut.
[[nodiscard]] std::vector<std::string> table_lines(const Table& table,
                                                   std::optional<std::size_t> width, bool colour);

}  // namespace gradus::report
