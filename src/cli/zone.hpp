#pragma once

#include "cli/session.hpp"

namespace gradus::cli {

// Warns where TZ names a zone that this computer doesn't know: the C library then takes local time
// for UTC without a word.
void warn_of_unknown_zone(const Session& session);

}  // namespace gradus::cli
