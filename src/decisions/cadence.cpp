#include "gradus/decisions/cadence.hpp"

#include "decisions/catalogue.hpp"

#include <algorithm>

namespace gradus::decisions {
namespace {

constexpr int percent = 100;

// `unit`: how many of the file's numbers make 1.
std::optional<Bounds> read_bounds(const text::Cursor& from, double unit) {
  if (from.is(text::Node::Kind::null) || !from.expect(text::Node::Kind::object))
    return std::nullopt;
  text::Object object{from};
  const auto bound = [&](std::string_view key) -> std::optional<double> {
    const auto number = object.optional(key);
    if (!number.expect(text::Node::Kind::number)) return std::nullopt;
    return number.node().number() / unit;
  };
  Bounds bounds{.at_least = bound("at_least"), .at_most = bound("at_most")};
  object.no_other_keys();
  return bounds;
}

CadenceProfile read_profile(const text::Cursor& from) {
  text::Object object{from};
  const auto whole_percent = [&](std::string_view key) {
    return object.required(key).whole(0, percent).value_or(0);
  };
  CadenceProfile profile{
      .id = object.required("id").text(),
      .title = object.required("title").text(),
      .sign = object.required("sign").text(),
      .hours_a_week = read_bounds(object.optional("hours_a_week"), 1),
      .hands_on_share = read_bounds(object.optional("hands_on_percent"), percent),
      .on_weeknights_share = read_bounds(object.optional("on_weeknights_percent"), percent),
      .retention_percent = whole_percent("retention_percent"),
      .first_round_percent = whole_percent("first_round_percent"),
      .advice = object.required("advice").text()};
  object.no_other_keys();
  return profile;
}

CadenceCatalogue read_catalogue_of_cadence(const text::Cursor& from) {
  text::Object object{from};
  check_format(object.required("format"));
  return {.as_of = read_date(object.required("as_of")).value_or(calendar::Date::first()),
          .source = object.required("source").text(),
          .profiles = text::list_of(object.required("profiles"), read_profile)};
}

bool fits(const std::optional<Bounds>& bounds, double value) {
  return !bounds || bounds->hold(value);
}

}  // namespace

bool Bounds::hold(double value) const {
  return (!at_least || value >= *at_least) && (!at_most || value <= *at_most);
}

CadenceCatalogue read_cadence(std::string_view json) {
  return read_file(json, read_catalogue_of_cadence);
}

const CadenceProfile* find_profile(const CadenceCatalogue& catalogue, const StudyHabits& habits) {
  const auto found = std::ranges::find_if(catalogue.profiles, [&](const CadenceProfile& each) {
    return fits(each.hours_a_week, habits.hours_a_week) &&
           fits(each.hands_on_share, habits.hands_on_share) &&
           fits(each.on_weeknights_share, habits.on_weeknights_share);
  });
  return found == catalogue.profiles.end() ? nullptr : &*found;
}

}  // namespace gradus::decisions
