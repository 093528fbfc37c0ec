#pragma once

#include "gradus/track/track.hpp"

#include "cli/session.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace gradus::cli {

struct CurriculumFile : track::CurriculumText {
  bool built_in;
};

// The text of a curriculum, by its id or a file's path (anything with a slash or ending in .json,
// and else what is no known id). A file ID.json in the learner's own folder wins over a built-in
// one. Throws Error when there is none.
[[nodiscard]] CurriculumFile find_curriculum(const std::string& id_or_path, const Session& session);

// All that can be named by id, the learner's own first; each id once.
[[nodiscard]] std::vector<CurriculumFile> list_curricula(const Session& session);

// Throws Error when it can't be read, or is larger than a curriculum may be.
[[nodiscard]] CurriculumFile read_curriculum(const std::filesystem::path& file);

}  // namespace gradus::cli
