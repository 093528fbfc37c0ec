#include "support/random_journal.hpp"

#include "support/entries.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <iterator>
#include <utility>

namespace gradus::testing::random {

using namespace gradus::curriculum;

int number(int least, int most) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(least, most + 1));
}

bool flag() {
  return *rc::gen::arbitrary<bool>();
}

std::string word() {
  return one_of<std::string>({"a", "b", "c"});
}

namespace {

journal::What some_what(EntryType type) {
  const auto minutes = journal::Minutes{number(1, 5)};
  const auto topic = [] { return TopicId(word()); };
  const auto difficulty = *rc::gen::elementOf(difficulties);
  switch (type) {
    case EntryType::session:
      return journal::Session{minutes, *rc::gen::elementOf(journal::session_kinds),
                              sometimes(topic)};
    case EntryType::problem:
      return journal::Problem{.title = one_of<std::string>({"a", "A ", "b c", " B  c", "d"}),
                              .topic = topic(),
                              .difficulty = difficulty,
                              .minutes = minutes,
                              .attempts = number(1, 3),
                              .help_used = flag(),
                              .platform = sometimes(word),
                              .url = sometimes(word),
                              .language = sometimes(word)};
    case EntryType::artefact:
      return journal::Artefact{.artefact = sometimes([] { return ArtefactId(word()); }),
                               .title = word(),
                               .verified = flag()};
    case EntryType::attestation:
      return journal::Attestation{CriterionId(word()), word(), flag()};
    case EntryType::mock_exam:
      return journal::MockExam{word(), number(0, 10) / 10.0, flag()};
    case EntryType::mock_interview:
      return journal::MockInterview{word(), sometimes([] { return number(0, 400) / 4.0; })};
    case EntryType::application:
      return journal::Application{word(), sometimes(word), sometimes(word)};
    case EntryType::run:
      return journal::Run{word(), flag()};
    case EntryType::expense:
      return journal::Expense{Usd(number(0, 500)), *rc::gen::elementOf(journal::expense_kinds),
                              word()};
    case EntryType::drill:
      return journal::Drill{word(),
                            std::chrono::seconds{number(0, 4)},
                            sometimes([] { return std::chrono::seconds{number(0, 4)}; }),
                            flag(),
                            sometimes([] { return number(0, 4) / 4.0; }),
                            sometimes([] { return number(1, 4); })};
    case EntryType::review:
      return journal::Review{.item = entry_id(1).text(), .grade = number(1, 4)};
    case EntryType::check:
      return journal::Check{.module = ModuleId(word()),
                            .check = CriterionId(word()),
                            .passed = flag(),
                            .score = sometimes([] { return number(0, 4) / 4.0; }),
                            .evidence = sometimes(word)};
    case EntryType::decision:
      return journal::Decision{.table = word(),
                               .title = word(),
                               .result = word(),
                               .why = sometimes(word),
                               .given = sometimes(word)};
  }
  return journal::Run{};
}

}  // namespace

journal::Entry some_entry(EntryType type) {
  // Across a leap day and the turn of a year.
  const auto first = flag() ? day("2028-02-27") : day("2026-12-29");
  auto entry =
      make_entry((first + calendar::Days{number(0, 6)}).iso(), some_what(type),
                 one_of<std::string>({"", "sql", "python"}), one_of<std::string>({"", "w1", "w2"}));
  return flag() ? entry : at_minute(entry, 60 * number(0, 2));
}

namespace {

Value some_value(const Field& field) {
  switch (field.type) {
    case FieldType::flag:
      return flag();
    case FieldType::number:
      return number(0, 20) / 4.0;
    case FieldType::date:
      return (day("2026-12-29") + calendar::Days{number(0, 6)}).iso();
    case FieldType::text:
    case FieldType::table:  // no criterion names one
      break;
  }
  return one_of<std::string>({"a", "b", "read", "easy", "course", "w1", "sql"});
}

}  // namespace

Filter some_filter(EntryType type) {
  const auto fields = fields_of(type);
  const Field field = *rc::gen::elementOf(std::vector<Field>(fields.begin(), fields.end()));
  const auto value = [&] { return some_value(field); };
  const bool ordered = field.type == FieldType::number || field.type == FieldType::date;
  if (ordered && flag()) {
    Between test{sometimes(value), sometimes(value), sometimes(value), sometimes(value)};
    if (!test.lt && !test.le && !test.gt && !test.ge) test.le = value();  // a curriculum names one
    return {field, test, flag()};
  }
  OneOf test{{value()}};
  while (flag()) test.values.push_back(value());
  return {field, test};
}

namespace {

// Whether its entries have what the measure adds up.
bool adds_up(EntryType type, Aggregate measure) {
  const bool sum = measure == Aggregate::minutes || measure == Aggregate::usd;
  return !sum || find_field(type, name(measure));
}

}  // namespace

Query some_query(EntryType type) {
  const auto fields = fields_of(type);
  const std::vector<Field> all(fields.begin(), fields.end());
  Query query{.of = type, .measure = *rc::gen::elementOf(aggregates)};
  if (!adds_up(type, query.measure)) query.measure = Aggregate::count;
  if (needs_field(query.measure)) query.field = *rc::gen::elementOf(all);
  if (flag()) query.per = *rc::gen::elementOf(all);
  if (flag()) query.last = static_cast<std::size_t>(number(0, 6));
  while (flag()) query.where.push_back(some_filter(type));
  query.repeats = counts_once(query) && flag();
  return query;
}

namespace {

std::vector<Field> fields_of_type(EntryType type, FieldType wanted) {
  const auto fields = fields_of(type);
  std::vector<Field> found;
  std::ranges::copy_if(fields, std::back_inserter(found),
                       [wanted](const Field& field) { return field.type == wanted; });
  return found;
}

// Two decimals at most, near what entries come to.
double some_bound(const Query& query) {
  if (query.field && query.of == EntryType::mock_interview) return number(0, 400) / 4.0;
  if (query.field && query.of == EntryType::mock_exam) return number(0, 10) / 10.0;
  if (query.measure == Aggregate::minutes) return number(0, 20);
  if (query.measure == Aggregate::usd) return number(0, 1500) / 100.0;
  return query.field ? number(0, 20) / 4.0 : number(0, 5);
}

std::vector<TierId> some_tiers() {
  if (number(0, 2) == 0) return {};
  if (flag()) return {TierId("python")};
  return {TierId("sql"), TierId("python")};
}

Query some_measured(EntryType type) {
  const auto numbers = fields_of_type(type, FieldType::number);
  Query query = some_query(type);
  if (number(0, 3) == 0) query.measure = Aggregate::count;
  if (needs_field(query.measure) && numbers.empty()) query.measure = Aggregate::days;
  query.field.reset();
  if (needs_field(query.measure)) query.field = *rc::gen::elementOf(numbers);
  if (query.per) query.per = *rc::gen::elementOf(fields_of_type(type, FieldType::text));
  if (query.last) query.last = static_cast<std::size_t>(number(1, 6));
  if (flag()) query.within = std::chrono::days{number(0, 6)};
  if (flag()) query.tiers = some_tiers();
  query.repeats = counts_once(query) && flag();
  std::erase_if(query.where, [](const Filter& each) { return each.field.name == "tier"; });
  while (query.where.size() > 2) query.where.pop_back();
  return query;
}

Requirement some_leaf(EntryType type) {
  const int form = number(0, 9);
  if (form == 0) return {Attested{}};
  if (form == 1) return {Delivered{ArtefactId(word()), flag()}};
  const auto of = form == 2 ? *rc::gen::elementOf(entry_types) : type;
  Measure measure{some_measured(is_measured(of) ? of : EntryType::problem), {}, {}};
  if (flag()) measure.at_least = some_bound(measure.query);
  if (!measure.at_least || flag()) measure.at_most = some_bound(measure.query);
  // A curriculum's bounds don't exclude each other.
  if (measure.at_least && measure.at_most && *measure.at_least > *measure.at_most)
    std::swap(measure.at_least, measure.at_most);
  return {measure};
}

}  // namespace

Requirement some_requirement(EntryType type, int depth) {
  const int form = depth == 0 ? 4 : number(0, 5);
  if (form > 3) return some_leaf(type);
  if (form == 0) return {Not{{some_requirement(type, depth - 1)}}};
  std::vector<Requirement> parts;
  for (int i = number(1, 4); i > 0; --i) parts.push_back(some_requirement(type, depth - 1));
  if (form == 1) return {All{std::move(parts)}};
  if (form == 2) return {Any{std::move(parts)}};
  const auto wanted = static_cast<std::size_t>(number(1, static_cast<int>(parts.size())));
  return {Some{wanted, std::move(parts)}};
}

}  // namespace gradus::testing::random
