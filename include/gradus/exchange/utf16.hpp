#pragma once

#include <iosfwd>

namespace gradus::exchange {

// Writes UTF-16 text as UTF-8, without its byte order mark, which says the order of bytes. False
// if it has no mark, ends within a character or has half a pair: what was written then is of no
// use.
[[nodiscard]] bool utf16_to_utf8(std::istream& in, std::ostream& out);

}  // namespace gradus::exchange
