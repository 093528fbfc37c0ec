#pragma once

#include "gradus/insight/letter.hpp"
#include "gradus/report/document.hpp"

namespace gradus::report {

// Everything that is other than it was, with how it was; "Nothing." if it all is as it was.
[[nodiscard]] Section what_moved(const insight::Letter& letter);

}  // namespace gradus::report
