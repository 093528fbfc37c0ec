#pragma once

#include "gradus/curriculum/model.hpp"
#include "gradus/insight/artefacts.hpp"
#include "gradus/report/document.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gradus::report {

[[nodiscard]] Document artefacts_view(const std::vector<insight::ListedArtefact>& artefacts);
[[nodiscard]] std::string artefacts_json(const std::vector<insight::ListedArtefact>& artefacts);

struct ListedCurriculum {
  std::string name;  // its file, or its id when it is built in
  bool built_in;
  std::optional<curriculum::Curriculum> curriculum;  // none: the file has errors
};
[[nodiscard]] Document curricula_view(const std::vector<ListedCurriculum>& curricula);
[[nodiscard]] std::string curricula_json(const std::vector<ListedCurriculum>& curricula);

// What an import did.
struct Imported {
  std::size_t added = 0;
  std::size_t changed = 0;       // known ids with other content
  std::size_t unchanged = 0;     // known already
  std::size_t before_start = 0;  // of all of them: dated before the track's start
};
[[nodiscard]] std::string imported_json(const Imported& imported);

}  // namespace gradus::report
