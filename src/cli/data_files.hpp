#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::cli {

// The JSON files in one of the learner's own folders, in order of their names; none where there is
// no such folder.
[[nodiscard]] std::vector<std::filesystem::path> json_files_in(const std::filesystem::path& folder);

// The text of a curriculum, of questions or of a decision table. Throws Error when it can't be
// read, with that hint, or is larger than a document may be. `noun`: what it is to hold.
[[nodiscard]] std::string read_data_file(const std::filesystem::path& path, std::string_view noun,
                                         const std::string& hint = "is the path right?");

}  // namespace gradus::cli
