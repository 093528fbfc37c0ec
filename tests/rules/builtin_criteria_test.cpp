#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/load.hpp"
#include "gradus/exchange/edit.hpp"
#include "gradus/rules/outcome.hpp"

#include "support/entries.hpp"
#include "support/memory_facts.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <cmath>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

// For every criterion of the built-in curriculum, in each of its wordings: a journal that just
// meets it, and the same one entry short.

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

// Writes the journals that just meet a requirement, one for each way to meet it.
struct Writer {
  const Curriculum& curriculum;
  std::string tier;
  CriterionId criterion;

  [[nodiscard]] std::vector<Journal> operator()(const Measure& measure) const {
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
    return {journal};
  }
  [[nodiscard]] std::vector<Journal> operator()(const Attested&) const {
    return {{make_entry(first_day, journal::Attestation{criterion, "seen", false}, tier)}};
  }
  [[nodiscard]] std::vector<Journal> operator()(const Delivered& delivered) const {
    journal::Artefact artefact{.artefact = delivered.artefact, .title = "Delivered"};
    artefact.verified = delivered.verified;
    return {{make_entry(first_day, artefact, tier)}};
  }
  [[nodiscard]] std::vector<Journal> operator()(const Any& any) const {
    std::vector<Journal> journals;
    for (const auto& part : any.parts)
      for (auto& journal : std::visit(*this, part.form)) journals.push_back(std::move(journal));
    return journals;
  }
  [[nodiscard]] std::vector<Journal> operator()(const All& all) const {
    Journal whole;
    for (const auto& part : all.parts) {
      const auto journals = std::visit(*this, part.form);
      whole.insert(whole.end(), journals.front().begin(), journals.front().end());
    }
    return {whole};
  }
  std::vector<Journal> operator()(const Not&) const { throw std::logic_error("not in the data"); }
  std::vector<Journal> operator()(const Some&) const { throw std::logic_error("not in the data"); }
};

void check_criterion(const Curriculum& curriculum, const std::optional<TierId>& tier,
                     const Criterion& criterion) {
  const rules::Context context{tier, criterion.id, testing::day(today)};
  const Writer writer{curriculum, tier ? tier->text() : "", criterion.id};
  for (const auto& [standing, requirement] : criterion.require) {
    CAPTURE(criterion.id.text(), static_cast<int>(standing));
    for (auto journal : std::visit(writer, requirement.form)) {
      const auto met = rules::evaluate(requirement, context, testing::MemoryFacts(journal));
      CHECK(met.truth == rules::Truth::pass);
      CHECK(met.missing == 0.0);
      journal.pop_back();
      const auto short_of = rules::evaluate(requirement, context, testing::MemoryFacts(journal));
      CHECK(short_of.truth == rules::Truth::fail);
      CHECK(short_of.missing == 1.0);
      CHECK_FALSE(short_of.unit.empty());
    }
  }
}

}  // namespace

TEST_CASE("each built-in criterion is just met, and not by one entry fewer", "[rules]") {
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
  CHECK(checked >= 37);
}
