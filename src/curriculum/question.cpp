#include "gradus/curriculum/question.hpp"

#include "gradus/curriculum/builtin.hpp"

#include <iterator>
#include <utility>

namespace gradus::curriculum {

std::vector<Question> builtin_questions(const CurriculumId& of) {
  std::vector<Question> all;
  for (const auto& file : builtin_files()) {
    if (!file.path.starts_with("questions/")) continue;
    auto set = load_questions(file.text, file.path);
    if (set.curriculum != of) continue;
    all.insert(all.end(), std::make_move_iterator(set.questions.begin()),
               std::make_move_iterator(set.questions.end()));
  }
  return all;
}

std::vector<ModulePrompt> prompts_of(const Module& module, const std::vector<Question>& questions) {
  auto prompts = module.prompts;
  for (const auto& question : questions)
    if (question.kind == QuestionKind::prompt && question.module == module.id)
      prompts.push_back({PromptId{question.id.text()}, question.ask, question.points});
  return prompts;
}

}  // namespace gradus::curriculum
