#include "curriculum/decode_module.hpp"

#include "curriculum/decode.hpp"
#include "curriculum/decode_quiz.hpp"
#include "curriculum/unique.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace gradus::curriculum {
namespace {

ModuleTopic decode_module_topic(const text::Cursor& from) {
  text::Object object{from};
  ModuleTopic topic{.id = text::id<ModuleTopicId>(object.required("id")),
                    .title = object.required("title").text(),
                    .outcome = object.required("outcome").text()};
  if (const text::Cursor practice = object.optional("practice"); practice.present())
    topic.practice = text::id<TopicId>(practice);
  object.no_other_keys();
  return topic;
}

// A module's checks don't query the journal, so none can be measured.
constexpr std::array check_kinds{CriterionKind::timed, CriterionKind::quiz, CriterionKind::artefact,
                                 CriterionKind::attest};

ModuleCheck decode_check(const text::Cursor& from) {
  text::Object object{from};
  const text::Cursor kind = object.required("kind");
  const text::Cursor limit = object.optional("limit_seconds");
  const text::Cursor table = object.optional("table");
  const text::Cursor sheet = object.optional("sheet");
  ModuleCheck check{.id = text::id<CriterionId>(object.required("id")),
                    .title = object.required("title").text(),
                    .kind = word(kind, check_kinds),
                    .limit = decode_limit(limit),
                    .quiz = decode_quiz(object)};
  if (sheet.present()) check.sheet = text::id<TableId>(sheet);
  object.no_other_keys();
  check_kind_of_quiz(table, kind);
  // A placeholder for a kind that could not be read says nothing about the limit.
  if (kind.is(text::Node::Kind::text) && kind.node().text() == name(check.kind))
    check_limit(object.place(), limit, check.kind == CriterionKind::timed, "check");
  return check;
}

ModuleLab decode_lab(const text::Cursor& from) {
  text::Object object{from};
  ModuleLab lab{.id = text::id<LabId>(object.required("id")),
                .title = object.required("title").text()};
  object.no_other_keys();
  return lab;
}

ModulePrompt decode_prompt(const text::Cursor& from) {
  text::Object object{from};
  ModulePrompt prompt{.id = text::id<PromptId>(object.required("id")),
                      .title = object.required("title").text(),
                      .points = some_of(object.required("points"),
                                        [](const text::Cursor& item) { return item.text(); })};
  object.no_other_keys();
  return prompt;
}

template <class AnId>
std::vector<AnId> ids(const text::Cursor& list) {
  return list_of(list, text::id<AnId>);
}

// Whether the minutes are as written, and not a placeholder.
bool written_down(const text::Cursor& written, Minutes decoded) {
  return !written.present() || written.node().number() == static_cast<double>(decoded.count());
}

void check_minutes(const Module& module, const text::Cursor& minutes, const text::Cursor& overlap) {
  if (module.minutes.total() == Minutes{0}) {
    minutes.error("a module needs at least one minute of study",
                  "write {\"read\": 60, \"lab\": 90}");
  }
  if (!minutes.is(text::Node::Kind::object) || !overlap.is(text::Node::Kind::object)) return;
  for (const auto kind : calendar::block_kinds) {
    const auto key = calendar::name(kind);
    const text::Cursor whole = minutes.member(key, minutes.node().find(key));
    const text::Cursor part = overlap.member(key, overlap.node().find(key));
    const Minutes most = module.minutes.of(kind);
    const Minutes replaced = module.overlap.of(kind);
    if (replaced <= most || !written_down(whole, most) || !written_down(part, replaced)) continue;
    part.error(
        fmt::format("replaces {} minutes; the module has {}", replaced.count(), most.count()),
        fmt::format("write {} or less", most.count()));
  }
}

void check_no_need_of_itself(const text::Cursor& needs, const ModuleId& id) {
  if (!needs.is(text::Node::Kind::list)) return;
  for (std::size_t i = 0; i < needs.node().items().size(); ++i) {
    const text::Cursor item = needs.item(i);
    if (item.node().text() == id.text()) item.error("a module can't need itself", "remove it");
  }
}

// What the module refers to: home weeks and others, required and recommended modules, each once.
void decode_references(text::Object& object, Module& module) {
  const text::Cursor weeks = object.required("weeks");
  const text::Cursor also = object.optional("also");
  const text::Cursor needs = object.optional("requires");
  const text::Cursor soft = object.optional("soft");
  module.weeks = some_of(weeks, text::id<WeekId>);
  module.also = ids<WeekId>(also);
  module.needs = ids<ModuleId>(needs);
  module.soft = ids<ModuleId>(soft);
  Names named_weeks;
  check_unique_texts(weeks, named_weeks);
  check_unique_texts(also, named_weeks);
  Names named_modules;
  check_unique_texts(needs, named_modules);
  check_unique_texts(soft, named_modules);
  check_no_need_of_itself(needs, module.id);
  check_no_need_of_itself(soft, module.id);
}

// A signature alone proves nothing.
bool only_signatures(const std::vector<ModuleCheck>& checks) {
  return !checks.empty() && std::ranges::all_of(checks, [](const ModuleCheck& check) {
    return check.kind == CriterionKind::attest;
  });
}

void decode_contents(text::Object& object, Module& module) {
  const text::Cursor topics = object.required("topics");
  const text::Cursor checks = object.required("checks");
  const text::Cursor labs = object.optional("labs");
  const text::Cursor prompts = object.optional("prompts");
  const text::Cursor tags = object.optional("tags");
  module.topics = some_of(topics, decode_module_topic);
  module.checks = some_of(checks, decode_check);
  module.labs = list_of(labs, decode_lab);
  module.prompts = list_of(prompts, decode_prompt);
  module.tags = texts(tags);
  module.notes = texts(object.optional("notes"));
  for (const text::Cursor* list : {&topics, &checks, &labs, &prompts}) check_unique_ids(*list);
  Names named_tags;
  check_unique_texts(tags, named_tags);
  if (only_signatures(module.checks)) {
    checks.error("every check is of kind attest: at least one must be more than a signature",
                 "add a check of kind timed, quiz or artefact");
  }
}

}  // namespace

void check_module_format(const text::Cursor& from) {
  static_cast<void>(from.whole(1, 1));
}

std::optional<std::chrono::seconds> decode_limit(const text::Cursor& limit) {
  constexpr int most_seconds = 24 * 60 * 60;
  if (const auto seconds = limit.whole(1, most_seconds)) return std::chrono::seconds{*seconds};
  return std::nullopt;
}

void check_limit(const text::Cursor& owner, const text::Cursor& limit, bool timed,
                 std::string_view noun) {
  if (timed && !limit.present()) {
    owner.error(fmt::format("has no \"limit_seconds\", which a timed {} needs", noun),
                "add \"limit_seconds\", such as 300 for five minutes");
  }
  if (!timed)
    limit.error(fmt::format("only a timed {} has a limit", noun),
                "remove it, or make the kind timed");
}

Module decode_module_of(text::Object& object, CurriculumId curriculum) {
  const text::Cursor minutes = object.required("minutes");
  const text::Cursor overlap = object.optional("overlap");
  Module module{.id = text::id<ModuleId>(object.required("id")),
                .title = object.required("title").text(),
                .curriculum = std::move(curriculum),
                .source = object.optional("source").text(),
                .as_of = decode_date(object.optional("as_of")),
                .weeks = {},
                .also = {},
                .minutes = decode_minutes(minutes),
                .overlap = overlap.present() ? decode_minutes(overlap) : WeekMinutes{},
                .needs = {},
                .soft = {},
                .topics = {},
                .checks = {},
                .labs = {},
                .prompts = {},
                .tags = {},
                .notes = {}};
  decode_references(object, module);
  decode_contents(object, module);
  object.no_other_keys();
  check_minutes(module, minutes, overlap);
  return module;
}

Module decode_module(const text::Cursor& from) {
  text::Object object{from};
  check_module_format(object.required("format"));
  return decode_module_of(object, text::id<CurriculumId>(object.required("curriculum")));
}

}  // namespace gradus::curriculum
