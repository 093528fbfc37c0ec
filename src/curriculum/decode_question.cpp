#include "curriculum/decode_question.hpp"

#include "curriculum/decode.hpp"
#include "curriculum/decode_module.hpp"
#include "curriculum/unique.hpp"

namespace gradus::curriculum {
namespace {

constexpr int most_article = 9'999;

template <class AnId>
std::optional<AnId> optional_id(const text::Cursor& place) {
  if (!place.present()) return std::nullopt;
  return text::id<AnId>(place);
}

Question decode_question(const text::Cursor& from) {
  text::Object object{from};
  const text::Cursor kind = object.required("kind");
  const text::Cursor limit = object.optional("limit_seconds");
  Question question{.id = text::id<QuestionId>(object.required("id")),
                    .kind = word(kind, question_kinds),
                    .title = object.required("title").text(),
                    .ask = object.required("ask").text(),
                    .points = some_of(object.required("points"),
                                      [](const text::Cursor& item) { return item.text(); }),
                    .tier = text::id<TierId>(object.required("tier")),
                    .module = optional_id<ModuleId>(object.optional("module")),
                    .topic = optional_id<TopicId>(object.optional("topic")),
                    .limit = decode_limit(limit),
                    .interview = object.optional("interview").optional_text(),
                    .article = object.optional("article").whole(0, most_article),
                    .source = object.optional("source").text()};
  object.no_other_keys();
  // A placeholder for a kind that could not be read says nothing about the limit.
  if (kind.is(text::Node::Kind::text) && kind.node().text() == name(question.kind))
    check_limit(object.place(), limit, question.kind == QuestionKind::timed, "question");
  return question;
}

}  // namespace

QuestionSet decode_questions(const text::Cursor& from) {
  text::Object object{from};
  check_module_format(object.required("format"));
  const text::Cursor questions = object.required("questions");
  QuestionSet set{.id = text::id<QuestionSetId>(object.required("id")),
                  .title = object.required("title").text(),
                  .curriculum = text::id<CurriculumId>(object.required("curriculum")),
                  .source = object.optional("source").text(),
                  .as_of = decode_date(object.optional("as_of")),
                  .questions = some_of(questions, decode_question)};
  object.no_other_keys();
  check_unique_ids(questions);
  for (auto& question : set.questions)
    if (question.source.empty()) question.source = set.source;
  return set;
}

}  // namespace gradus::curriculum
