#include "curriculum/decode.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::curriculum {
namespace {

constexpr int minutes_a_week = 7 * 24 * 60;

ProblemTarget decode_problems(const text::Cursor& from, const Scope& scope) {
  constexpr int most = 100'000;
  text::Object object{from};
  ProblemTarget problems{
      .topic = reference<TopicId>(object.required("topic"), scope.declared.topics, "topic"),
      .difficulty = word(object.required("difficulty"), difficulties),
      .count = object.required("count").whole(1, most).value_or(1),
      .top_up = object.optional("top_up").flag()};
  object.no_other_keys();
  return problems;
}

Artefact decode_artefact(const text::Cursor& from, const Scope& scope) {
  text::Object object{from};
  Artefact artefact{.id = text::id<ArtefactId>(object.required("id")),
                    .title = object.required("title").text(),
                    .kind = object.optional("kind").text(),
                    .verify = decode_verify(object.optional("verify")),
                    .topics = list_of(object.optional("topics"),
                                      [&](const text::Cursor& item) {
                                        return reference<TopicId>(item, scope.declared.topics,
                                                                  "topic");
                                      }),
                    .retired = object.optional("retired").flag()};
  object.no_other_keys();
  return artefact;
}

// A gate that asks only for signatures measures nothing.
bool only_signatures(const std::vector<Criterion>& exit) {
  return std::ranges::all_of(exit, [](const Criterion& criterion) {
    return criterion.retired || criterion.kind == CriterionKind::attest;
  });
}

void check(const Tier& tier, const text::Cursor& from, const text::Cursor& weeks,
           const text::Cursor& exit) {
  if (tier.id.text() == "any")
    from.error("the id \"any\" stands for every tier in \"where\"", "give the tier another id");
  if (tier.id.text() == "finish")
    from.error("the id \"finish\" stands for the check after the last tier",
               "give the tier another id");
  if (tier.retired) return;
  if (!tier.weeks.empty() && std::ranges::all_of(tier.weeks, &Week::retired)) {
    weeks.error("all weeks are retired", "remove \"retired\" from one, or retire the tier");
  }
  if (tier.exit.empty()) return;
  if (std::ranges::all_of(tier.exit, &Criterion::retired)) {
    exit.error("all criteria are retired", "remove \"retired\" from one, or retire the tier");
  } else if (only_signatures(tier.exit)) {
    exit.error("every criterion is of kind attest: at least one must be more than a signature",
               "add a criterion that asks for an artefact or measures something");
  }
}

}  // namespace

WeekMinutes decode_minutes(const text::Cursor& from) {
  text::Object object{from};
  WeekMinutes minutes;
  bool any = false;
  for (const auto kind : calendar::block_kinds) {
    const text::Cursor value = object.optional(calendar::name(kind));
    if (!value.present()) continue;
    any = true;
    minutes.of(kind) = Minutes{value.whole(0, minutes_a_week).value_or(1)};
  }
  object.no_other_keys();
  if (from.is(text::Node::Kind::object) && !any)
    from.error("names none of read, lab, review", "write {\"read\": 60, \"lab\": 90}");
  if (minutes.total() > Minutes{minutes_a_week}) {
    from.error(fmt::format("a week has only {} minutes", minutes_a_week),
               "write less: read, lab and review count together");
  }
  return minutes;
}

Week decode_week(const text::Cursor& from, const Scope& scope) {
  text::Object object{from};
  const text::Cursor minutes = object.optional("minutes");
  Week week{
      .id = text::id<WeekId>(object.required("id")),
      .title = object.required("title").text(),
      .goals = texts(object.optional("goals")),
      .minutes = minutes.present() ? decode_minutes(minutes) : scope.minutes,
      .problems = list_of(object.optional("problems"),
                          [&](const text::Cursor& item) { return decode_problems(item, scope); }),
      .artefacts = list_of(object.optional("artefacts"),
                           [&](const text::Cursor& item) { return decode_artefact(item, scope); }),
      .resources = list_of(object.optional("resources"),
                           [&](const text::Cursor& item) {
                             return reference<ResourceId>(item, scope.declared.resources,
                                                          "resource");
                           }),
      .retired = object.optional("retired").flag()};
  object.no_other_keys();
  return week;
}

Tier decode_tier(const text::Cursor& from, const Scope& scope) {
  constexpr int most_hours = 100'000;
  text::Object object{from};
  const text::Cursor weeks = object.required("weeks");
  const text::Cursor exit = object.required("exit");
  const text::Cursor compress = object.optional("compress");
  Tier tier{
      .id = text::id<TierId>(object.required("id")),
      .title = object.required("title").text(),
      .compress = word(compress, compressions),
      .closing = object.optional("closing").flag(),
      .deep_hours = object.optional("deep_hours").whole(0, most_hours),
      .advice = texts(object.optional("advice")),
      .placed_problems =
          list_of(object.optional("placed_problems"),
                  [&](const text::Cursor& item) { return decode_problems(item, scope); }),
      .weeks = some_of(weeks, [&](const text::Cursor& item) { return decode_week(item, scope); }),
      .exit =
          some_of(exit, [&](const text::Cursor& item) { return decode_criterion(item, scope); }),
      .retired = object.optional("retired").flag()};
  object.no_other_keys();
  check(tier, object.place(), weeks, exit);
  return tier;
}

}  // namespace gradus::curriculum
