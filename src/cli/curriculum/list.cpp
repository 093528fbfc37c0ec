#include "gradus/curriculum/load.hpp"
#include "gradus/report/lists.hpp"

#include "cli/curriculum/files.hpp"
#include "cli/curriculum/requests.hpp"

namespace gradus::cli {

ExitCode run(const ListCurricula&, Session& session) {
  std::vector<report::ListedCurriculum> listed;
  for (const auto& file : list_curricula(session)) {
    auto loaded = curriculum::load(file.text);
    listed.push_back({file.name, file.built_in, std::move(loaded.curriculum)});
  }
  if (session.json)
    session.answer(report::curricula_json(listed));
  else
    session.answer(report::curricula_view(listed));
  return ExitCode::done;
}

}  // namespace gradus::cli
