#include "report/requirement_text.hpp"

#include "gradus/journal/field_value.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace gradus::report {
namespace {

using curriculum::Aggregate;

std::string spaced(std::string_view word) {
  std::string text(word);
  std::ranges::replace(text, '_', ' ');
  return text;
}

std::string value_text(const curriculum::Value& value) {
  if (const auto* number = std::get_if<double>(&value)) return number_text(*number);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "yes" : "no";
  return std::get<std::string>(value);
}

// "a", "a or b", "a, b or c".
std::string either_of(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += words[i];
  }
  return text;
}

std::string either_of(const curriculum::OneOf& test) {
  std::vector<std::string> words;
  words.reserve(test.values.size());
  for (const auto& value : test.values) words.push_back(value_text(value));
  return either_of(words);
}

std::string bounds_text(const curriculum::Between& test, bool of_days) {
  std::string text;
  const auto add = [&](std::string_view words, const std::optional<curriculum::Value>& bound) {
    if (bound)
      text += fmt::format("{}{} {}", text.empty() ? "" : " and ", words, value_text(*bound));
  };
  add(of_days ? "after" : "over", test.gt);
  add(of_days ? "from" : "at least", test.ge);
  add(of_days ? "before" : "under", test.lt);
  add(of_days ? "up to" : "at most", test.le);
  return text;
}

std::string filter_text(const curriculum::Filter& filter) {
  const auto field = spaced(filter.field.name);
  if (const auto* bounds = std::get_if<curriculum::Between>(&filter.test))
    return field + " " + bounds_text(*bounds, filter.field.type == curriculum::FieldType::date);
  return field + " is " + either_of(std::get<curriculum::OneOf>(filter.test));
}

template <class Amount>
std::string bound_text(const curriculum::Measure& measure, Amount amount) {
  if (!measure.at_most) return "at least " + amount(*measure.at_least);
  if (!measure.at_least) return "at most " + amount(*measure.at_most);
  if (*measure.at_least == *measure.at_most) return "exactly " + amount(*measure.at_least);
  return number_text(*measure.at_least) + " to " + amount(*measure.at_most);
}

// "at least 30 problems", "mock exams: mean score at least 0.8".
std::string measured_text(const curriculum::Measure& measure) {
  const auto& query = measure.query;
  const auto entries = spaced(curriculum::plural(query.of));
  const auto with = [&](const std::string& words) {
    return bound_text(measure, [&](double number) {
      const bool one = number == 1 && words.ends_with('s');
      return number_text(number) + " " + (one ? words.substr(0, words.size() - 1) : words);
    });
  };
  switch (query.measure) {
    case Aggregate::count:
      return with(entries);
    case Aggregate::minutes:
      return with("minutes") + " of " + entries;
    case Aggregate::usd:
      return with("USD") + " of " + entries;
    case Aggregate::days:
      return with("days") + " with " + entries;
    case Aggregate::streak:
      return with("days") + " in a row with " + entries;
    case Aggregate::min:
    case Aggregate::max:
    case Aggregate::mean:
    case Aggregate::latest:
      break;
  }
  const std::string_view which = query.measure == Aggregate::min   ? "lowest"
                                 : query.measure == Aggregate::max ? "highest"
                                                                   : name(query.measure);
  return fmt::format("{}: {} {} {}", entries, which, spaced(query.field.value().name),
                     bound_text(measure, number_text));
}

std::string tiers_text(const std::vector<curriculum::TierId>& tiers) {
  if (tiers.empty()) return ", in any tier";
  std::vector<std::string> words;
  words.reserve(tiers.size());
  for (const auto& tier : tiers) words.push_back(tier.text());
  return ", in " + either_of(words);
}

std::string measure_text(const curriculum::Measure& measure) {
  const auto& query = measure.query;
  auto text = measured_text(measure);
  for (const auto& filter : query.where) {
    text += &filter == &query.where.front() ? " where " : " and ";
    text += filter_text(filter);
  }
  if (query.per) text += fmt::format(", for one {}", spaced(query.per->name));
  if (query.last) text += fmt::format(", of the last {}", *query.last);
  if (query.within) text += fmt::format(", in the last {} days", query.within->count());
  if (query.tiers) text += tiers_text(*query.tiers);
  if (query.repeats) text += ", repeats too";
  return text;
}

struct RequirementText {
  std::string operator()(const curriculum::All& all) const {
    return fmt::format("all of these {}", all.parts.size());
  }
  std::string operator()(const curriculum::Any& any) const {
    return fmt::format("any of these {}", any.parts.size());
  }
  std::string operator()(const curriculum::Some& some) const {
    return fmt::format("at least {} of these {}", some.at_least, some.of_these.size());
  }
  std::string operator()(const curriculum::Not&) const { return "not the following"; }
  std::string operator()(const curriculum::Attested&) const {
    return "your signature under this criterion";
  }
  std::string operator()(const curriculum::Delivered& delivered) const {
    return fmt::format("the artefact {}{}", delivered.artefact.text(),
                       delivered.verified ? ", verified" : "");
  }
  std::string operator()(const curriculum::Measure& measure) const { return measure_text(measure); }
};

// Words for common flags: what the entry is, when it should be the opposite.
std::string flag_text(std::string_view name, bool flag) {
  namespace field = curriculum::field;
  struct Words {
    std::string_view field, yes, no;
  };
  constexpr std::array<Words, 6> known{{{field::help_used, "with help", "without help"},
                                        {field::timed, "timed", "not timed"},
                                        {field::ok, "a run that succeeded", "a run that failed"},
                                        {field::verified, "verified", "not verified"},
                                        {field::passed, "passed", "not passed"},
                                        {field::placement, "signed for placement only", "signed"}}};
  const auto* const found = std::ranges::find(known, name, &Words::field);
  if (found != known.end()) return std::string(flag ? found->yes : found->no);
  return fmt::format("{} is {}", spaced(name), flag ? "yes" : "no");
}

// The bound that a number or a day is beyond.
std::string limit_text(const curriculum::Value& value, const curriculum::Between& test) {
  if (test.lt && value >= *test.lt)
    return (value == *test.lt ? "must be under " : "limit ") + value_text(*test.lt);
  if (test.le && value > *test.le) return "limit " + value_text(*test.le);
  if (test.gt && value <= *test.gt) return "must be over " + value_text(*test.gt);
  return "at least " + value_text(test.ge.value_or(value));
}

struct LackText {
  const journal::Entry& entry;

  std::string operator()(const curriculum::Filter& filter) const {
    const auto value = journal::field_value(entry, filter.field.name).value();
    if (const auto* flag = std::get_if<bool>(&value)) return flag_text(filter.field.name, *flag);
    const auto is = filter.field.name == "minutes"
                        ? value_text(value) + " min"
                        : spaced(filter.field.name) + " " + value_text(value);
    if (const auto* bounds = std::get_if<curriculum::Between>(&filter.test))
      return is + ", " + limit_text(value, *bounds);
    return is + ", must be " + either_of(std::get<curriculum::OneOf>(filter.test));
  }
  std::string operator()(const rules::TooOld& old) const {
    return fmt::format("too old, counts from {}", old.first_day.iso());
  }
  std::string operator()(const rules::OtherTier&) const {
    return "recorded for " + (entry.tier ? entry.tier->text() : std::string("no tier"));
  }
};

}  // namespace

std::string requirement_text(const curriculum::Requirement& requirement) {
  return std::visit(RequirementText{}, requirement.form);
}

std::string lack_text(const rules::NearMiss& miss) {
  return std::visit(LackText{miss.entry}, miss.lack);
}

}  // namespace gradus::report
