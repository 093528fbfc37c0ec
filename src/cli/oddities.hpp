#pragma once

#include "gradus/journal/entry.hpp"
#include "gradus/store/tracks.hpp"

#include "cli/config.hpp"

#include <string>
#include <vector>

namespace gradus::cli {

// What is odd about a new session beside those around it, in words: it overlaps another, or its day
// comes to more than 24 hours. Such a session is recorded all the same. Only what is `wanted`.
[[nodiscard]] std::vector<std::string> oddities(const journal::Entry& session,
                                                const store::Store& store, store::TrackId track,
                                                const Warnings& wanted);

}  // namespace gradus::cli
