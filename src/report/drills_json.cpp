#include "gradus/report/drills.hpp"

#include "report/json_values.hpp"

namespace gradus::report {
namespace {

template <class Id>
Json id_or_none(const std::optional<Id>& id) {
  return id ? Json(id->text()) : Json();
}

Json limit_or_none(const curriculum::Question& question) {
  return question.limit ? Json(question.limit->count()) : Json();
}

// What a question belongs to, and where it comes from.
void add_origin(Json& json, const curriculum::Question& question) {
  json["module"] = id_or_none(question.module);
  json["topic"] = id_or_none(question.topic);
  json["interview"] = text_or_null(question.interview);
  json["article"] = question.article ? Json(*question.article) : Json();
}

}  // namespace

std::string json(const std::vector<curriculum::Question>& questions) {
  auto all = Json::array();
  for (const auto& question : questions) {
    Json row{{"id", question.id.text()},
             {"kind", name(question.kind)},
             {"tier", question.tier.text()},
             {"title", question.title},
             {"limit_seconds", limit_or_none(question)},
             {"source", question.source}};
    add_origin(row, question);
    all.push_back(std::move(row));
  }
  return to_text(all);
}

std::string json(const AskedQuestion& asked) {
  if (asked.question == nullptr) return to_text(Json());
  const auto& question = *asked.question;
  Json json{{"id", question.id.text()},     {"kind", name(question.kind)},
            {"title", question.title},      {"ask", question.ask},
            {"points", question.points},    {"limit_seconds", limit_or_none(question)},
            {"tier", question.tier.text()}, {"source", question.source}};
  add_origin(json, question);
  return to_text(json);
}

}  // namespace gradus::report
