#pragma once

#include "gradus/calendar/named.hpp"
#include "gradus/curriculum/id.hpp"
#include "gradus/curriculum/vocabulary.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gradus::curriculum {

// What a criterion requires, as a tree. The written form is in docs/curriculum-format.md.

using Value = std::variant<bool, double, std::string>;  // a date is its ISO text

struct OneOf {
  std::vector<Value> values;  // at least one
  [[nodiscard]] friend bool operator==(const OneOf&, const OneOf&) = default;
};
// A number or a date between bounds; at least one bound is set, and they don't exclude each other.
struct Between {
  std::optional<Value> lt{}, le{}, gt{}, ge{};
  [[nodiscard]] friend bool operator==(const Between&, const Between&) = default;
};
struct Filter {
  Field field;
  std::variant<OneOf, Between> test;
  bool or_absent = false;  // an entry without the field matches as well
  [[nodiscard]] friend bool operator==(const Filter&, const Filter&) = default;
};

enum class Aggregate { count, minutes, usd, days, streak, min, max, mean, latest };
inline constexpr auto aggregates = named<Aggregate>({{Aggregate::count, "count"},
                                                     {Aggregate::minutes, "minutes"},
                                                     {Aggregate::usd, "usd"},
                                                     {Aggregate::days, "days"},
                                                     {Aggregate::streak, "streak"},
                                                     {Aggregate::min, "min"},
                                                     {Aggregate::max, "max"},
                                                     {Aggregate::mean, "mean"},
                                                     {Aggregate::latest, "latest"}});
[[nodiscard]] constexpr std::string_view name(Aggregate aggregate) {
  return aggregates.name(aggregate);
}
// min, max, mean and latest look at one field, and are unknown when no entry matches.
[[nodiscard]] bool needs_field(Aggregate aggregate);

// Which entries count, and what is computed from them.
struct Query {
  EntryType of;
  Aggregate measure;
  std::optional<Field> field{};               // set exactly when needs_field(measure)
  std::optional<Field> per{};                 // the best group counts
  std::optional<std::size_t> last{};          // only that many of the newest matches
  std::optional<std::chrono::days> within{};  // on or after today - within
  std::vector<Filter> where{};                // all must match; never names `tier`
  // nullopt: the criterion's own tier. Empty: any tier, or no tier.
  std::optional<std::vector<TierId>> tiers{};
  bool repeats = false;  // a count of problems: each solution counts, not each problem once
  // Ignores the order of the filters.
  friend bool operator==(const Query& a, const Query& b);
};

// Whether solutions of one problem (one title under one topic) count once.
[[nodiscard]] bool counts_once(const Query& query);

struct Requirement;

struct All {
  std::vector<Requirement> parts;  // at least one
  [[nodiscard]] friend bool operator==(const All&, const All&) = default;
};
struct Any {
  std::vector<Requirement> parts;  // at least one
  [[nodiscard]] friend bool operator==(const Any&, const Any&) = default;
};
struct Not {
  std::vector<Requirement> part;  // exactly one
  [[nodiscard]] friend bool operator==(const Not&, const Not&) = default;
};
struct Some {
  std::size_t at_least;
  std::vector<Requirement> of_these;
  [[nodiscard]] friend bool operator==(const Some&, const Some&) = default;
};
// The learner's signature under this particular criterion.
struct Attested {
  [[nodiscard]] friend bool operator==(const Attested&, const Attested&) = default;
};
// The artefact was delivered, in any tier; with `verified`, `artefact verify` also found it sound.
struct Delivered {
  ArtefactId artefact;
  bool verified;
  [[nodiscard]] friend bool operator==(const Delivered&, const Delivered&) = default;
};
struct Measure {
  Query query;
  std::optional<double> at_least;  // at least one bound is set; both inclusive
  std::optional<double> at_most;
  [[nodiscard]] friend bool operator==(const Measure&, const Measure&) = default;
};

struct Requirement {
  std::variant<All, Any, Not, Some, Attested, Delivered, Measure> form;
  // The same tree, part by part in the same order.
  [[nodiscard]] friend bool operator==(const Requirement&, const Requirement&) = default;
};

// The parts of all, any, not and some; empty for the others.
[[nodiscard]] std::span<const Requirement> parts_of(const Requirement& requirement);

// Whether an entry of the type could count somewhere in the tree.
[[nodiscard]] bool could_count(const Requirement& requirement, EntryType type);

}  // namespace gradus::curriculum
