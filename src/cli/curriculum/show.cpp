#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/load.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/views.hpp"

#include "cli/curriculum/files.hpp"
#include "cli/curriculum/requests.hpp"

namespace gradus::cli {

ExitCode run(const ShowCurriculum& request, Session& session) {
  const CurriculumFile file = find_curriculum(request.curriculum, session);
  const auto curriculum = curriculum::load_or_throw(file.text, file.name);
  if (session.json)
    session.answer(file.text);
  else
    session.answer(report::curriculum_view(curriculum));
  return ExitCode::done;
}

ExitCode run(const PrintSchema&, Session& session) {
  session.answer(curriculum::builtin_text("schema/curriculum.schema.json"));
  return ExitCode::done;
}

}  // namespace gradus::cli
