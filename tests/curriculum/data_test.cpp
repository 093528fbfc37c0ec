#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/load.hpp"
#include "gradus/text/json.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <vector>

namespace gradus::curriculum::data_test {

// The built-in data against the figures of the guide it is made from: "Data Engineering Courses &
// Self-Study Roadmap (2026)". The tables here are typed from the guide, not from the data.
using namespace gradus::curriculum;
using text::Node;
using text::parse_json;
using text::ParsedJson;

namespace {

const Curriculum& roadmap() {
  static const Curriculum curriculum =
      load_or_throw(builtin_text("curricula/de-roadmap.json"), "de-roadmap.json");
  return curriculum;
}

struct TierRow {
  const char* id;
  int first_week, last_week;
  int hours;
  std::optional<int> deep_hours;
  Compress compress;
  std::size_t criteria;
};

const std::array tier_rows{
    TierRow{"sql", 1, 6, 42, 120, Compress::half, 7},
    TierRow{"python", 7, 10, 28, 80, Compress::half, 7},
    TierRow{"spark", 11, 14, 28, 80, Compress::half, 6},
    TierRow{"cloud", 15, 18, 28, 80, Compress::never, 7},
    TierRow{"orchestration", 19, 22, 28, 80, Compress::never, 5},
    TierRow{"portfolio", 23, 24, 14, std::nullopt, Compress::never, 6},
};

// Problems of each week as the guide sets them, and the top-up rows that close the distance to 200
// and 50; from week 11 there are none.
struct ProblemRow {
  int week, set, top_up;
};
constexpr std::array problem_rows{
    ProblemRow{1, 20, 12}, ProblemRow{2, 20, 12}, ProblemRow{3, 20, 12}, ProblemRow{4, 25, 12},
    ProblemRow{5, 25, 11}, ProblemRow{6, 20, 11}, ProblemRow{7, 15, 7},  ProblemRow{8, 10, 6},
    ProblemRow{9, 0, 6},   ProblemRow{10, 0, 6}};

int problems(const Week& week, bool top_up) {
  int count = 0;
  for (const ProblemTarget& row : week.problems) {
    if (row.top_up == top_up) count += row.count;
  }
  return count;
}

int problems(const Tier& tier, bool top_up) {
  return std::accumulate(tier.weeks.begin(), tier.weeks.end(), 0,
                         [&](int sum, const Week& week) { return sum + problems(week, top_up); });
}

const Measure& measured(const Criterion& criterion, Compression compression) {
  return std::get<Measure>(criterion.requirement(compression).form);
}

const Node* certificate(const Node& catalogue, std::string_view id) {
  const auto& items = catalogue.find("certificates")->items();
  const auto found =
      std::ranges::find_if(items, [&](const Node& item) { return item.find("id")->text() == id; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("the roadmap has the guide's tiers, weeks and hours", "[curriculum][data]") {
  REQUIRE(roadmap().tiers.size() == tier_rows.size());
  for (std::size_t i = 0; i < tier_rows.size(); ++i) {
    const Tier& tier = roadmap().tiers[i];
    const TierRow& row = tier_rows[i];
    INFO(row.id);
    CHECK(tier.id.text() == row.id);
    CHECK(tier.deep_hours == row.deep_hours);
    CHECK(tier.compress == row.compress);
    CHECK(tier.closing == (i + 1 == tier_rows.size()));
    CHECK(tier.exit.size() == row.criteria);
    Minutes minutes{0};
    int number = row.first_week;
    for (const Week& week : tier.weeks) {
      CHECK(week.id.text() == "w" + std::to_string(number++));
      minutes += week.minutes.total();
    }
    CHECK(number == row.last_week + 1);
    CHECK(minutes == std::chrono::hours{row.hours});
  }
}

TEST_CASE("24 weeks of 7 hours make 10,080 minutes, 3 hours read to 4 hands-on",
          "[curriculum][data]") {
  Minutes all{0};
  for (const Tier& tier : roadmap().tiers) {
    for (const Week& week : tier.weeks) {
      CHECK(week.minutes == WeekMinutes{Minutes{180}, Minutes{180}, Minutes{60}});
      all += week.minutes.total();
    }
  }
  CHECK(all == Minutes{10'080});
  REQUIRE(roadmap().available.has_value());
  CHECK(roadmap().available->per_week() == Minutes{420});
  CHECK(roadmap().limits.hours_per_week == std::array{5, 10});
  CHECK(roadmap().limits.rest_day);
  CHECK(roadmap().limits.months == 3);
  CHECK((roadmap().saved_weeks == SavedWeeks::closing));
}

TEST_CASE("weekly problems are the guide's, and with the top-ups they reach the gates",
          "[curriculum][data]") {
  std::map<std::string, ProblemRow> rows;
  for (const ProblemRow& row : problem_rows) rows.emplace("w" + std::to_string(row.week), row);
  for (const Tier& tier : roadmap().tiers) {
    for (const Week& week : tier.weeks) {
      INFO(week.id.text());
      const auto row = rows.find(week.id.text());
      CHECK(problems(week, false) == (row == rows.end() ? 0 : row->second.set));
      CHECK(problems(week, true) == (row == rows.end() ? 0 : row->second.top_up));
    }
  }
  const Tier& sql = find_tier(roadmap(), "sql");
  const Tier& python = find_tier(roadmap(), "python");
  CHECK(problems(sql, false) == 130);
  CHECK(problems(sql, true) == 70);
  CHECK(problems(python, false) == 25);
  CHECK(problems(python, true) == 25);
  CHECK(measured(find_criterion(sql, "sql-problems"), Compression::regular).at_least == 200.0);
  CHECK(measured(find_criterion(python, "python-problems"), Compression::regular).at_least == 50.0);
}

TEST_CASE("100 hard problems stand for the 200 of a tier passed by placement",
          "[curriculum][data]") {
  const Tier& sql = find_tier(roadmap(), "sql");
  const Measure& placed =
      measured(find_criterion(sql, "sql-problems"), Compression::compressed_deeply);
  CHECK(placed.at_least == 100.0);
  CHECK(placed.query.where ==
        std::vector{Filter{Field{"difficulty", FieldType::text}, OneOf{{std::string{"hard"}}}}});
  int count = 0;
  for (const ProblemTarget& row : sql.placed_problems) {
    CHECK(row.difficulty == Difficulty::hard);
    count += row.count;
  }
  CHECK(count == 100);
}

TEST_CASE("the speed gate is one hard problem in under 8 minutes at the first attempt",
          "[curriculum][data]") {
  const Criterion& gate = find_criterion(find_tier(roadmap(), "sql"), "sql-speed-gate");
  CHECK(gate.kind == CriterionKind::timed);
  CHECK(gate.repeat == std::vector{WeekId{"w4"}, WeekId{"w5"}});
  const Measure& measure = measured(gate, Compression::regular);
  CHECK(measure.at_least == 1.0);
  const auto& where = measure.query.where;
  const auto asks = [&](const Filter& filter) {
    return std::ranges::find(where, filter) != where.end();
  };
  CHECK(asks({{"topic", FieldType::text}, OneOf{{std::string{"window-functions"}}}}));
  CHECK(asks({{"difficulty", FieldType::text}, OneOf{{std::string{"hard"}}}}));
  CHECK(asks({{"attempts", FieldType::number}, OneOf{{1.0}}}));
  CHECK(asks({{"minutes", FieldType::number}, Between{.lt = 8.0, .le = {}, .gt = {}, .ge = {}}}));
}

TEST_CASE(
    "the closing tier asks for 30 mock interviews, 50 when weeks were saved, and 20 applications",
    "[curriculum][data]") {
  const Tier& portfolio = find_tier(roadmap(), "portfolio");
  const Criterion& mocks = find_criterion(portfolio, "portfolio-mocks");
  CHECK(measured(mocks, Compression::regular).at_least == 30.0);
  CHECK(measured(mocks, Compression::weeks_saved).at_least == 50.0);
  CHECK(measured(mocks, Compression::regular).query.tiers == std::vector<TierId>{});
  CHECK(measured(find_criterion(portfolio, "portfolio-applications"), Compression::regular)
            .at_least == 20.0);
}

TEST_CASE("the finish asks for the guide's volumes, green signals and red flags turned round",
          "[curriculum][data]") {
  std::vector<std::string> ids;
  for (const Criterion& criterion : roadmap().finish) {
    INFO(criterion.id.text());
    ids.push_back(criterion.id.text());
    CHECK(criterion.how.starts_with("gradus "));
    // What no log can measure can be signed.
    const bool signs = criterion.how.starts_with("gradus attest finish/" + criterion.id.text());
    if (signs || criterion.kind == CriterionKind::attest)
      CHECK(could_count(criterion.requirement(Compression::regular), EntryType::attestation));
  }
  CHECK(ids == std::vector<std::string>{"ready-sql-problems", "ready-python-problems",
                                        "ready-mocks", "ready-pipeline", "ready-certificate",
                                        "ready-public-repo", "ready-readme-why", "ready-outcome",
                                        "ready-clean-python", "ready-projects", "ready-built",
                                        "ready-package", "ready-bootcamp"});
  const auto needs = [](std::size_t at) {
    return measured(roadmap().finish.at(at), Compression::regular).at_least;
  };
  CHECK(needs(0) == 200.0);
  CHECK(needs(1) == 50.0);
  CHECK(needs(2) == 30.0);
  CHECK(measured(roadmap().finish.at(2), Compression::weeks_saved).at_least == 50.0);

  // Something is built of each of the tiers, in whichever it is recorded.
  const auto& built = std::get<All>(roadmap().finish.at(10).requirement(Compression::regular).form);
  REQUIRE(built.parts.size() == roadmap().tiers.size());
  for (std::size_t i = 0; i < built.parts.size(); ++i) {
    std::set<std::string> of_tier;
    for (const Week& week : roadmap().tiers[i].weeks)
      for (const auto& artefact : week.artefacts) of_tier.insert(artefact.id.text());
    const auto& asked = std::get<Measure>(built.parts[i].form).query.where.at(0);
    CHECK(asked.field.name == "artefact");
    for (const Value& id : std::get<OneOf>(asked.test).values)
      CHECK(of_tier.contains(std::get<std::string>(id)));
  }
}

TEST_CASE("the pipeline runs 7 days in a row", "[curriculum][data]") {
  const Measure& runs =
      measured(find_criterion(find_tier(roadmap(), "orchestration"), "orchestration-seven-days"),
               Compression::regular);
  CHECK(runs.query.measure == Aggregate::streak);
  CHECK(runs.query.per == Field{"pipeline", FieldType::text});
  CHECK(runs.at_least == 7.0);
}

TEST_CASE("every week ends in an artefact, but week 4, which ends with week 5",
          "[curriculum][data]") {
  for (const Tier& tier : roadmap().tiers) {
    for (const Week& week : tier.weeks) {
      INFO(week.id.text());
      CHECK(week.artefacts.empty() == (week.id.text() == "w4"));
      CHECK_FALSE(week.goals.empty());
    }
  }
}

TEST_CASE("the stacks and the certificates they aim at are the guide's", "[curriculum][data]") {
  struct Row {
    const char *id, *cloud, *warehouse, *transform, *orchestrator, *language, *certificate;
  };
  const std::array rows{
      Row{"us", "AWS", "Snowflake", "dbt", "Airflow", "Python", "dea-c01"},
      Row{"eu", "GCP", "BigQuery", "dbt", "Dagster", "Python", "gcp-pde"},
      Row{"india", "Azure", "Synapse", "Databricks", "Airflow", "PySpark", "dp-700"},
      Row{"free", "", "PostgreSQL + DuckDB", "dbt", "Dagster", "Python", ""}};
  REQUIRE(roadmap().stacks.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Stack& stack = roadmap().stacks[i];
    INFO(rows[i].id);
    CHECK(stack.id.text() == rows[i].id);
    CHECK(stack.cloud == rows[i].cloud);
    CHECK(stack.warehouse == rows[i].warehouse);
    CHECK(stack.transform == rows[i].transform);
    CHECK(stack.orchestrator == rows[i].orchestrator);
    CHECK(stack.language == rows[i].language);
    CHECK(stack.certificate.value_or("") == rows[i].certificate);
    CHECK_NOTHROW(with_stack(roadmap(), stack.id));
    for (const auto& [id, week] : stack.weeks) {
      const std::string tier = tier_of(roadmap(), id).id.text();
      CHECK((tier == "cloud" || tier == "orchestration"));
    }
  }
}

TEST_CASE("resources cost what the guide says", "[curriculum][data]") {
  struct Row {
    const char* id;
    int usd;
    std::optional<int> usd_to;
  };
  const std::array rows{Row{"dataexpert", 300, 360},
                        Row{"datacamp-de", 15, 25},
                        Row{"spark-definitive-guide", 40, {}},
                        Row{"real-python", 0, 60},
                        Row{"google-skills-boost", 0, 30},
                        Row{"coursera-ibm-de", 50, {}},
                        Row{"educative", 60, 200},
                        Row{"confluent-certificate", 200, {}}};
  for (const Row& row : rows) {
    INFO(row.id);
    const auto found = std::ranges::find(roadmap().resources, ResourceId{row.id}, &Resource::id);
    REQUIRE(found != roadmap().resources.end());
    CHECK(found->usd == Usd{std::int64_t{row.usd} * 100});
    CHECK(found->usd_to.has_value() == row.usd_to.has_value());
    if (row.usd_to) CHECK(found->usd_to == Usd{std::int64_t{*row.usd_to} * 100});
  }
}

TEST_CASE("the recommended kit is one paid course and five free ones", "[curriculum][data]") {
  int paid = 0;
  int free = 0;
  for (const Resource& resource : roadmap().resources) {
    if (!resource.starter) continue;
    REQUIRE(resource.usd.has_value());
    (resource.usd == Usd{0} ? free : paid) += 1;
  }
  CHECK(paid == 1);
  CHECK(free == 5);
}

TEST_CASE("the catalogue has the guide's certificates", "[curriculum][data]") {
  struct Row {
    const char* id;
    double usd, least_hours, most_hours;
  };
  const std::array rows{Row{"dea-c01", 300, 50, 60}, Row{"databricks-de-associate", 200, 30, 42},
                        Row{"snowpro-core", 175, 30, 40}, Row{"gcp-pde", 200, 60, 60},
                        Row{"dp-203", 165, 50, 50}};
  const ParsedJson document = parse_json(builtin_text("catalog/certificates.json"));
  REQUIRE_FALSE(document.failure.has_value());
  CHECK(document.root.find("certificates")->items().size() == rows.size() + 1);
  for (const Row& row : rows) {
    INFO(row.id);
    const Node* found = certificate(document.root, row.id);
    REQUIRE(found != nullptr);
    CHECK(found->find("exam_usd")->number() == row.usd);
    CHECK(found->find("prep_hours")->items().at(0).number() == row.least_hours);
    CHECK(found->find("prep_hours")->items().at(1).number() == row.most_hours);
  }
  const Node* successor = certificate(document.root, "dp-700");
  REQUIRE(successor != nullptr);
  CHECK(successor->find("exam_usd")->kind() == Node::Kind::null);
  CHECK(certificate(document.root, "dp-203")->find("retired_on")->text() == "2025-03-31");
  CHECK(certificate(document.root, "dp-203")->find("successor")->text() == "dp-700");
}

TEST_CASE("the domains of DEA-C01 are weighted as the guide says", "[curriculum][data]") {
  const ParsedJson document = parse_json(builtin_text("catalog/certificates.json"));
  std::vector<double> weights;
  for (const Node& domain : certificate(document.root, "dea-c01")->find("domains")->items()) {
    weights.push_back(domain.find("weight")->number());
  }
  CHECK(weights == std::vector{0.34, 0.26, 0.22, 0.18});
}

TEST_CASE("every stack aims at a certificate of the catalogue", "[curriculum][data]") {
  const ParsedJson document = parse_json(builtin_text("catalog/certificates.json"));
  for (const Stack& stack : roadmap().stacks) {
    INFO(stack.id.text());
    CHECK((!stack.certificate || certificate(document.root, *stack.certificate) != nullptr));
  }
}

TEST_CASE("every built-in curriculum loads", "[curriculum][data]") {
  std::size_t curricula = 0;
  for (const BuiltinFile& file : builtin_files()) {
    if (!file.path.starts_with("curricula/")) continue;
    ++curricula;
    INFO(file.path);
    CHECK_NOTHROW(load_or_throw(file.text, file.path));
  }
  CHECK(curricula >= 2);
}

}  // namespace gradus::curriculum::data_test
