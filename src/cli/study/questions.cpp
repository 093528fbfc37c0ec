#include "cli/study/questions.hpp"

#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/load.hpp"
#include "gradus/insight/module_state.hpp"
#include "gradus/text/nearest.hpp"
#include "gradus/track/modules.hpp"

#include "cli/data_files.hpp"
#include "cli/decisions/tables.hpp"
#include "cli/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

namespace gradus::cli {
namespace {

namespace fs = std::filesystem;
using curriculum::Question;

void add_own(std::vector<Question>& questions, const fs::path& path,
             const curriculum::CurriculumId& of) {
  const auto text = read_data_file(path, "set of questions");
  auto set = curriculum::load_questions(text, path.string());
  if (set.curriculum != of) return;
  for (auto& question : set.questions) {
    const auto& id = question.id;
    if (std::ranges::find(questions, id, &Question::id) != questions.end())
      throw Error(fmt::format("{}: the id \"{}\" is taken by a question of another file",
                              path.string(), id.text()),
                  "give it another id there; a question keeps its id for good");
    questions.push_back(std::move(question));
  }
}

// Keeps the questions of which `value`, an optional id's text, is the wanted one.
template <class ValueOf>
void keep(std::vector<Question>& questions, const std::optional<std::string>& wanted,
          std::string_view noun, ValueOf value) {
  if (!wanted) return;
  std::set<std::string> known;
  for (const auto& question : questions)
    if (const auto text = value(question)) known.insert(*text);
  if (!known.contains(*wanted))
    throw Error(fmt::format("there is no question of the {} \"{}\"", noun, *wanted),
                known.empty() ? "gradus drill --list shows the questions there are"
                              : text::nearest_or_all(*wanted, {known.begin(), known.end()}));
  std::erase_if(questions, [&](const Question& question) { return value(question) != wanted; });
}

template <class Id>
std::optional<std::string> text_of(const std::optional<Id>& id) {
  return id ? std::optional(id->text()) : std::nullopt;
}

// Throws Error where what is no question is a module, or a check of one.
void refuse_module(const std::string& id, const Session& session) {
  const auto curriculum = curriculum_at_hand(session);
  const std::vector<curriculum::Module> none_planned;
  const track::TrackModules modules(curriculum, none_planned);
  if (modules.find(id) != nullptr)
    throw Error(fmt::format("{} is a module, and no question or table", id),
                fmt::format("gradus drill --module {}", id));
  if (const auto named = modules.find_named_check(id))
    throw Error(fmt::format("{} is a check of the module {}, and no question or table", id,
                            named->module->id.text()),
                insight::check_command(*named->module, *named->check, {}));
}

}  // namespace

curriculum::Curriculum usual_curriculum() {
  const auto path = fmt::format("curricula/{}.json", curriculum::default_curriculum);
  return curriculum::load_or_throw(curriculum::builtin_text(path), path);
}

curriculum::Curriculum curriculum_at_hand(const Session& session) {
  if (!fs::exists(session.store.file) && !session.track) return usual_curriculum();
  return track::load(store::Store::read(session.store), session.track).curriculum;
}

std::vector<Question> known_questions(const curriculum::CurriculumId& of, const Session& session) {
  auto questions = curriculum::builtin_questions(of);
  for (const auto& path : json_files_in(session.curricula.parent_path() / "questions"))
    add_own(questions, path, of);
  return questions;
}

std::vector<Question> filtered(std::vector<Question> questions, const QuestionFilter& filter) {
  keep(questions, filter.tier, "tier",
       [](const Question& question) { return std::optional(question.tier.text()); });
  keep(questions, filter.topic, "topic",
       [](const Question& question) { return text_of(question.topic); });
  keep(questions, filter.module, "module",
       [](const Question& question) { return text_of(question.module); });
  return questions;
}

std::vector<Question> in_tier_order(std::vector<Question> questions,
                                    const curriculum::Curriculum& curriculum) {
  const auto place = [&](const Question& question) {
    return std::ranges::find(curriculum.tiers, question.tier, &curriculum::Tier::id) -
           curriculum.tiers.begin();
  };
  std::ranges::stable_sort(questions, {}, place);
  return questions;
}

const Question& find_question(const std::vector<Question>& questions, const std::string& id,
                              const Session& session) {
  const auto found =
      std::ranges::find(questions, id, [](const Question& question) { return question.id.text(); });
  if (found != questions.end()) return *found;
  refuse_module(id, session);
  auto known = table_ids(session);
  known.reserve(known.size() + questions.size());
  for (const auto& question : questions) known.push_back(question.id.text());
  const auto near = text::did_you_mean(id, known);
  throw Error(
      fmt::format("there is no question or table \"{}\"", id),
      near.empty() ? "gradus drill --list shows the questions, gradus decide the tables" : near);
}

}  // namespace gradus::cli
