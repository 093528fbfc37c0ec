#pragma once

#include <string>
#include <string_view>

namespace gradus::journal {

// Two solved problems are the same one if their topics are equal, and so are these keys of their
// titles: case-folded by the rules of Unicode, without spaces around it and with one space between
// words. Text that is not UTF-8 stays as it is.
[[nodiscard]] std::string title_key(std::string_view title);

}  // namespace gradus::journal
