#include "curriculum/decode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace gradus::curriculum {
namespace {

std::optional<std::array<int, 2>> decode_hours(const text::Cursor& from) {
  constexpr int hours_a_week = 7 * 24;
  const std::vector<int> hours = list_of(
      from, [](const text::Cursor& item) { return item.whole(0, hours_a_week).value_or(0); });
  if (!from.is(text::Node::Kind::list)) return std::nullopt;
  if (hours.size() != 2) {
    from.error("must be two numbers: the minimum and maximum hours a week",
               "write both, such as [5, 10]");
    return std::nullopt;
  }
  if (hours[0] > hours[1]) {
    from.error("the minimum is above the maximum",
               fmt::format("write [{}, {}]", hours[1], hours[0]));
  }
  return std::array{hours[0], hours[1]};
}

Limits decode_limits(const text::Cursor& from) {
  constexpr int most_months = 1200;
  if (!from.present()) return {};
  text::Object object{from};
  Limits limits{.hours_per_week = decode_hours(object.optional("hours_per_week")),
                .rest_day = object.optional("rest_day").flag(),
                .months = object.optional("months").whole(0, most_months)};
  object.no_other_keys();
  return limits;
}

std::optional<calendar::Availability> decode_available(const text::Cursor& from) {
  if (!from.expect(text::Node::Kind::text)) return std::nullopt;
  try {
    return calendar::Availability::parse(from.node().text());
  } catch (const calendar::Error& error) {
    from.error(error.what(), error.hint());
    return std::nullopt;
  }
}

void check_format(const text::Cursor& from) {
  const std::optional<int> format = from.whole(0, std::numeric_limits<int>::max());
  if (format && *format < 1)
    from.error(fmt::format("format {} does not exist", *format), "write 1");
}

// The weeks that compression saves may go to the closing tier, so no tier may follow it.
void check_closing(const text::Cursor& tiers, const std::vector<Tier>& decoded) {
  bool last = true;
  for (std::size_t i = decoded.size(); i-- > 0;) {
    if (decoded[i].retired) continue;
    if (decoded[i].closing && !last) {
      const text::Cursor tier = tiers.item(i);
      tier.member("closing", tier.node().find("closing"))
          .error("only the last tier can be the closing tier",
                 "remove \"closing\" here, or move the tier to the end");
    }
    last = false;
  }
  if (!decoded.empty() && last)
    tiers.error("all tiers are retired", "remove \"retired\" from at least one");
}

WeekMinutes decode_usual_minutes(const text::Cursor& from) {
  if (!from.present()) return {};
  const WeekMinutes minutes = decode_minutes(from);
  if (minutes.total() == Minutes{0})
    from.error("a week needs at least one minute of study", "write {\"read\": 60, \"lab\": 90}");
  return minutes;
}

text::Node as_written(const text::Cursor& from) {
  static_cast<void>(from.expect(text::Node::Kind::object));
  return from.node();
}

// Decodes the lists that refer to one another, after the plain fields.
void decode_lists(text::Object& object, Curriculum& curriculum, const Scope& scope) {
  const text::Cursor tiers = object.required("tiers");
  curriculum.tiers =
      some_of(tiers, [&](const text::Cursor& item) { return decode_tier(item, scope); });
  check_closing(tiers, curriculum.tiers);
  Scope at_the_end = scope;
  at_the_end.finish = true;
  curriculum.finish = list_of(object.optional("finish"), [&](const text::Cursor& item) {
    return decode_criterion(item, at_the_end);
  });
  const text::Cursor beginner = object.optional("beginner");
  if (beginner.present()) curriculum.beginner = decode_tier(beginner, scope);
  curriculum.resources = list_of(object.optional("resources"), [&](const text::Cursor& item) {
    return decode_resource(item, scope);
  });
  curriculum.stacks = decode_stacks(object.optional("stacks"), scope, curriculum);
  curriculum.modules = decode_own_modules(object.optional("modules"), scope, curriculum.id);
}

}  // namespace

std::optional<calendar::Date> decode_date(const text::Cursor& from) {
  if (!from.expect(text::Node::Kind::text)) return std::nullopt;
  const std::optional<calendar::Date> date = calendar::Date::parse(from.node().text());
  if (!date) {
    from.error(fmt::format("\"{}\" is not a date", from.node().text()),
               "write year, month and day, such as 2026-12-31");
  }
  return date;
}

Curriculum decode_curriculum(const text::Cursor& from, const Declared& declared) {
  text::Object object{from};
  check_format(object.required("format"));
  const text::Cursor exam = object.optional("exam");
  Curriculum curriculum{.id = text::id<CurriculumId>(object.required("id")),
                        .title = object.required("title").text(),
                        .version = object.required("version").text(),
                        .source = object.optional("source").text(),
                        .as_of = decode_date(object.optional("as_of")),
                        .minutes = decode_usual_minutes(object.required("minutes")),
                        .available = decode_available(object.optional("available")),
                        .limits = decode_limits(object.optional("limits")),
                        .saved_weeks = word(object.optional("saved_weeks"), saved_weeks_uses),
                        .topics = decode_topics(object.optional("topics")),
                        .tiers = {},
                        .finish = {},
                        .beginner = {},
                        .exam = exam.present() ? std::optional{decode_exam(exam)} : std::nullopt,
                        .resources = {},
                        .stacks = {},
                        .decisions = list_of(object.optional("decisions"), as_written)};
  decode_lists(object, curriculum, {.declared = declared, .minutes = curriculum.minutes});
  object.no_other_keys();
  return curriculum;
}

}  // namespace gradus::curriculum
