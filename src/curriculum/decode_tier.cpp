#include "curriculum/decode.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::curriculum {
namespace {

constexpr int minutes_a_week = 7 * 24 * 60;

ProblemTarget decode_problems(const Place& from, const Scope& scope) {
  constexpr int most = 100'000;
  Object object{from};
  ProblemTarget problems{
      .topic = reference<TopicId>(object.required("topic"), scope.declared.topics, "topic"),
      .difficulty = word(object.required("difficulty"), parse_difficulty,
                         {Difficulty::easy, Difficulty::medium, Difficulty::hard}),
      .count = object.required("count").whole(1, most).value_or(1),
      .top_up = object.optional("top_up").flag()};
  object.no_other_keys();
  return problems;
}

Artefact decode_artefact(const Place& from) {
  Object object{from};
  Artefact artefact{.id = id<ArtefactId>(object.required("id")),
                    .title = object.required("title").text(),
                    .kind = object.optional("kind").text(),
                    .verify = decode_verify(object.optional("verify")),
                    .retired = object.optional("retired").flag()};
  object.no_other_keys();
  return artefact;
}

// A gate that only asks for signatures measures nothing.
bool only_signatures(const std::vector<Criterion>& exit) {
  return std::ranges::all_of(exit, [](const Criterion& criterion) {
    return criterion.retired || criterion.kind == CriterionKind::attest;
  });
}

void check(const Tier& tier, const Place& from, const Place& weeks, const Place& exit) {
  if (tier.id.text() == "any")
    from.error("the id \"any\" stands for every tier in \"where\"", "give the tier another id");
  if (tier.id.text() == "finish")
    from.error("the id \"finish\" stands for the check after the last tier",
               "give the tier another id");
  if (tier.retired) return;
  if (!tier.weeks.empty() && std::ranges::all_of(tier.weeks, &Week::retired)) {
    weeks.error("all weeks are retired", "take \"retired\" out of one, or retire the tier");
  }
  if (tier.exit.empty()) return;
  if (std::ranges::all_of(tier.exit, &Criterion::retired)) {
    exit.error("all criteria are retired", "take \"retired\" out of one, or retire the tier");
  } else if (only_signatures(tier.exit)) {
    exit.error("every criterion is of kind attest: at least one must be more than a signature",
               "add a criterion that asks for an artefact or measures something");
  }
}

}  // namespace

WeekMinutes decode_minutes(const Place& from) {
  Object object{from};
  WeekMinutes minutes;
  bool any = false;
  for (const auto kind : calendar::block_kinds) {
    const Place value = object.optional(calendar::name(kind));
    if (!value.present()) continue;
    any = true;
    minutes.of(kind) = Minutes{value.whole(0, minutes_a_week).value_or(1)};
  }
  object.no_other_keys();
  if (from.is(Node::Kind::object) && !any)
    from.error("names none of read, lab, review", "write {\"read\": 60, \"lab\": 90}");
  if (minutes.total() > Minutes{minutes_a_week}) {
    from.error(fmt::format("a week has only {} minutes", minutes_a_week),
               "write less; the three are added up");
  }
  return minutes;
}

Week decode_week(const Place& from, const Scope& scope) {
  Object object{from};
  const Place minutes = object.optional("minutes");
  Week week{.id = id<WeekId>(object.required("id")),
            .title = object.required("title").text(),
            .goals = texts(object.optional("goals")),
            .minutes = minutes.present() ? decode_minutes(minutes) : scope.minutes,
            .problems = list_of(object.optional("problems"),
                                [&](const Place& item) { return decode_problems(item, scope); }),
            .artefacts = list_of(object.optional("artefacts"), decode_artefact),
            .resources = list_of(object.optional("resources"),
                                 [&](const Place& item) {
                                   return reference<ResourceId>(item, scope.declared.resources,
                                                                "resource");
                                 }),
            .retired = object.optional("retired").flag()};
  object.no_other_keys();
  return week;
}

Tier decode_tier(const Place& from, const Scope& scope) {
  constexpr int most_hours = 100'000;
  Object object{from};
  const Place weeks = object.required("weeks");
  const Place exit = object.required("exit");
  const Place compress = object.optional("compress");
  Tier tier{
      .id = id<TierId>(object.required("id")),
      .title = object.required("title").text(),
      .compress = word(compress, parse_compress, {Compress::never, Compress::half}),
      .closing = object.optional("closing").flag(),
      .deep_hours = object.optional("deep_hours").whole(0, most_hours),
      .advice = texts(object.optional("advice")),
      .placed_problems = list_of(object.optional("placed_problems"),
                                 [&](const Place& item) { return decode_problems(item, scope); }),
      .weeks = some_of(weeks, [&](const Place& item) { return decode_week(item, scope); }),
      .exit = some_of(exit, [&](const Place& item) { return decode_criterion(item, scope); }),
      .retired = object.optional("retired").flag()};
  object.no_other_keys();
  check(tier, object.place(), weeks, exit);
  return tier;
}

}  // namespace gradus::curriculum
