#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/load.hpp"
#include "gradus/exchange/edit.hpp"
#include "gradus/rules/outcome.hpp"

#include "support/entries.hpp"
#include "support/memory_facts.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::rules::builtin_criteria_test {

// For every criterion of the built-in curriculum, in each of its wordings: a journal that just
// meets it, and the same one step short.

using namespace gradus;
using namespace gradus::curriculum;
using journal::Entry;
using testing::make_entry;

namespace {

using Journal = std::vector<Entry>;

constexpr auto first_day = "2027-06-01";
constexpr auto today = "2027-06-30";

Entry any_entry(EntryType type, const std::string& tier) {
  switch (type) {
    case EntryType::problem:
      return testing::make_problem(first_day, "joins", Difficulty::easy, 10, "", tier);
    case EntryType::mock_exam:
      return make_entry(first_day, journal::MockExam{.exam = "dea-c01", .score = 0.5}, tier);
    case EntryType::mock_interview:
      return make_entry(first_day, journal::MockInterview{.area = "sql"}, tier);
    case EntryType::application:
      return make_entry(first_day, journal::Application{.company = "A company"}, tier);
    case EntryType::run:
      return make_entry(first_day, journal::Run{.pipeline = "daily", .ok = false}, tier);
    case EntryType::artefact:
      return make_entry(first_day, journal::Artefact{.artefact = {}, .title = "Built"}, tier);
    case EntryType::expense:
      return make_entry(
          first_day,
          journal::Expense{.usd = Usd{1}, .kind = journal::ExpenseKind::other, .title = "Bought"},
          tier);
    default:
      FAIL("no built-in criterion measures " << name(type));
      throw;
  }
}

std::string spelled(const Value& value) {
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  if (const auto* number = std::get_if<double>(&value)) return fmt::format("{}", *number);
  return std::get<std::string>(value);
}

// A value that the filter lets through; of numbers below a bound the nearest.
std::string passing(const Filter& filter) {
  if (const auto* one_of = std::get_if<OneOf>(&filter.test)) return spelled(one_of->values.front());
  const auto& between = std::get<Between>(filter.test);
  if (between.lt) return fmt::format("{}", std::get<double>(*between.lt) - 1);
  if (between.le) return spelled(*between.le);
  if (between.ge) return spelled(*between.ge);
  return fmt::format("{}", std::get<double>(*between.gt) + 1);
}

// Two journals: one that just meets a requirement, and the same one step short of it.
struct Edge {
  Journal met;
  Journal short_of;
};

void append(Journal& journal, const Journal& more) {
  journal.insert(journal.end(), more.begin(), more.end());
}

// Writes the edges of a requirement, one for each way to meet it.
struct Writer {
  const Curriculum& curriculum;
  std::string tier;
  CriterionId criterion;

  [[nodiscard]] std::vector<Edge> operator()(const Measure& measure) const {
    const auto& query = measure.query;
    const auto number = static_cast<int>(std::ceil(measure.at_least.value()));
    const auto where = query.tiers && !query.tiers->empty() ? query.tiers->front().text() : tier;
    exchange::Changes changes;
    for (const auto& filter : query.where) {
      auto text = passing(filter);
      if (filter.field.name == "minutes") text += 'm';
      changes.emplace(filter.field.name, std::move(text));
    }
    Journal journal;
    for (int i = 0; i < number; ++i) {
      auto entry = exchange::edited(any_entry(query.of, where), changes, curriculum.topics);
      if (query.measure == Aggregate::streak) entry.on = entry.on + calendar::Days{i};
      journal.push_back(std::move(entry));
    }
    return {{journal, {journal.begin(), journal.end() - 1}}};
  }
  [[nodiscard]] std::vector<Edge> operator()(const Attested&) const {
    return {{{make_entry(first_day, journal::Attestation{criterion, "seen", false}, tier)}, {}}};
  }
  [[nodiscard]] std::vector<Edge> operator()(const Delivered& delivered) const {
    journal::Artefact artefact{.artefact = delivered.artefact, .title = "Delivered"};
    Journal short_of;
    if (delivered.verified) short_of.push_back(make_entry(first_day, artefact, tier));
    artefact.verified = delivered.verified;
    return {{{make_entry(first_day, artefact, tier)}, short_of}};
  }
  [[nodiscard]] std::vector<Edge> operator()(const Any& any) const { return some(1, any.parts); }
  [[nodiscard]] std::vector<Edge> operator()(const All& all) const {
    return some(all.parts.size(), all.parts);
  }
  [[nodiscard]] std::vector<Edge> operator()(const Some& part) const {
    return some(part.at_least, part.of_these);
  }
  [[nodiscard]] std::vector<Edge> operator()(const Not& inverse) const {
    auto edges = std::visit(*this, inverse.part.front().form);
    for (auto& [met, short_of] : edges) std::swap(met, short_of);
    return edges;
  }

 private:
  // Exactly so many of the parts are met, and one fewer; each part is once the one that decides.
  [[nodiscard]] std::vector<Edge> some(std::size_t need,
                                       const std::vector<Requirement>& parts) const {
    std::vector<Edge> edges;
    for (std::size_t decides = 0; decides < parts.size(); ++decides) {
      for (const auto& [met, short_of] : std::visit(*this, parts[decides].form)) {
        Journal others;
        for (std::size_t i = 1; i < parts.size(); ++i) {
          const auto& other = parts[(decides + i) % parts.size()];
          const auto edge = std::visit(*this, other.form).front();
          append(others, i < need ? edge.met : edge.short_of);
        }
        edges.push_back({others, others});
        append(edges.back().met, met);
        append(edges.back().short_of, short_of);
      }
    }
    return edges;
  }
};

void check_criterion(const Curriculum& curriculum, const std::optional<TierId>& tier,
                     const Criterion& criterion) {
  const rules::Context context{tier, criterion.id, testing::day(today)};
  const Writer writer{curriculum, tier ? tier->text() : "", criterion.id};
  for (const auto& [compression, requirement] : criterion.require) {
    CAPTURE(criterion.id.text(), static_cast<int>(compression));
    const auto edges = std::visit(writer, requirement.form);
    CHECK_FALSE(edges.empty());
    for (const auto& edge : edges) {
      const auto met = rules::evaluate(requirement, context, testing::MemoryFacts(edge.met));
      CHECK(met.truth == rules::Truth::pass);
      CHECK(met.missing == 0.0);
      const auto not_yet =
          rules::evaluate(requirement, context, testing::MemoryFacts(edge.short_of));
      CHECK(not_yet.truth == rules::Truth::fail);
      CHECK(not_yet.missing == 1.0);
      CHECK_FALSE(not_yet.unit.empty());
    }
  }
}

}  // namespace

TEST_CASE("each built-in criterion is just met, and not by one step fewer", "[rules]") {
  const auto curriculum = load_or_throw(builtin_text("curricula/de-roadmap.json"), "de-roadmap");
  std::size_t checked = 0;
  for (const auto& tier : curriculum.tiers) {
    for (const auto& criterion : tier.exit) {
      check_criterion(curriculum, tier.id, criterion);
      ++checked;
    }
  }
  for (const auto& criterion : curriculum.finish) {
    check_criterion(curriculum, std::nullopt, criterion);
    ++checked;
  }
  CHECK(checked == 51);
}

}  // namespace gradus::rules::builtin_criteria_test
