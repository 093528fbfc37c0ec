#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/load.hpp"
#include "gradus/text/json.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::curriculum::roadmap_facts_test {

// What the guide says beside its figures, and where the roadmap has to say it: typed from the
// guide, as in data_test.cpp.
using namespace gradus::curriculum;
using Catch::Matchers::Contains;

namespace {

const Curriculum& roadmap() {
  static const Curriculum curriculum =
      load_or_throw(builtin_text("curricula/de-roadmap.json"), "de-roadmap.json");
  return curriculum;
}

const Criterion& finish(std::string_view id) {
  const auto found =
      std::ranges::find(roadmap().finish, CriterionId{std::string{id}}, &Criterion::id);
  REQUIRE(found != roadmap().finish.end());
  return *found;
}

// The parts of what it requires, of which any will do.
const std::vector<Requirement>& alternatives(std::string_view id) {
  return std::get<Any>(finish(id).requirement(Compression::regular).form).parts;
}

bool delivers(const Requirement& requirement, const std::string& artefact) {
  const auto* delivered = std::get_if<Delivered>(&requirement.form);
  return delivered != nullptr && delivered->artefact.text() == artefact && !delivered->verified;
}

// All that a week asks for, in words.
std::string words_of(const Week& week) {
  std::string words = week.title;
  for (const std::string& goal : week.goals) words += "\n" + goal;
  for (const Artefact& artefact : week.artefacts) words += "\n" + artefact.title;
  return words;
}

std::string advice_of(const Tier& tier) {
  std::string words;
  for (const std::string& advice : tier.advice) words += advice + "\n";
  return words;
}

bool has(const std::vector<std::string>& group, const std::string& word) {
  return std::ranges::find(group, word) != group.end();
}

}  // namespace

TEST_CASE("the roadmap names the guide's author, address and day", "[curriculum][data]") {
  CHECK_THAT(roadmap().source,
             Contains("Gowtham Potureddi") && Contains("https://dev.to/gowthampotureddi/"));
  CHECK(roadmap().as_of->iso() == "2026-05-31");
  for (const char* path : {"catalog/certificates.json", "catalog/cadence.json"}) {
    const text::ParsedJson document = text::parse_json(builtin_text(path));
    CHECK(document.root.find("author")->text() == "Gowtham Potureddi");
    CHECK_THAT(roadmap().source, Contains(document.root.find("url")->text()));
    CHECK(document.root.find("as_of")->text() == "2026-05-31");
  }
}

TEST_CASE("the portfolio's README ends with what one would improve, and says why these tools",
          "[curriculum][data]") {
  const Artefact& repository = find_artefact(roadmap(), "w23-repo");
  REQUIRE(repository.verify->readme.has_value());
  const auto& readme = *repository.verify->readme;
  REQUIRE(readme.headings.size() == 6);
  for (const char* word :
       {"improve", "improvement", "what i would change", "limitation", "what next"})
    CHECK(has(readme.headings.back(), word));
  // A heading that states the problem is no reason for the tools.
  CHECK_FALSE(has(readme.headings.front(), "why"));
  REQUIRE(readme.words.size() == 1);
  for (const char* word : {"why", "because", "chose", "trade-off", "instead of"})
    CHECK(has(readme.words.front(), word));
  CHECK_THAT(words_of(find_week(roadmap(), "w23")),
             Contains("full day") && Contains("you would improve") && Contains("why these"));
}

TEST_CASE("a certificate, a completed course or three projects make ready", "[curriculum][data]") {
  const auto& parts = alternatives("ready-certificate");
  REQUIRE(parts.size() == 2);
  CHECK(delivers(parts[0], "w18-certificate"));
  CHECK(std::holds_alternative<Attested>(parts[1].form));
  CHECK_THAT(finish("ready-certificate").title, Contains("course") && Contains("3 production"));
}

TEST_CASE("one project is enough beside certificates, and a bootcamp begins at 5,000 dollars",
          "[curriculum][data]") {
  const auto& projects = alternatives("ready-projects");
  REQUIRE(projects.size() == 3);
  CHECK(delivers(projects[0], "w14-spark-job"));
  CHECK(delivers(projects[1], "w16-serverless-etl"));
  CHECK(delivers(projects[2], "w22-pipeline"));

  const auto& bootcamp = alternatives("ready-bootcamp");
  REQUIRE(bootcamp.size() == 3);
  const auto& spent = std::get<Measure>(std::get<Not>(bootcamp[0].form).part.front().form);
  CHECK(spent.query.of == EntryType::expense);
  const auto& where = spent.query.where;
  const Filter fee{{"usd", FieldType::number}, Between{.lt = {}, .le = {}, .gt = {}, .ge = 5000.0}};
  CHECK(std::ranges::find(where, fee) != where.end());
  CHECK(delivers(bootcamp[1], "w22-pipeline"));
  CHECK(delivers(bootcamp[2], "w23-repo"));
}

TEST_CASE("with weeks saved the week, the artefact and the gate all say 50 mock interviews",
          "[curriculum][data]") {
  const Week& week = find_week(roadmap(), "w24");
  CHECK_THAT(week.goals.front(), Contains("30") && Contains("50"));
  CHECK_THAT(find_artefact(roadmap(), "w24-mock-notes").title, Contains("30") && Contains("50"));
  const Criterion& gate = find_criterion(find_tier(roadmap(), "portfolio"), "portfolio-mocks");
  CHECK_THAT(gate.title, Contains("30") && Contains("50"));
  CHECK_THAT(words_of(week), Contains("90 seconds") && Contains("Present the portfolio in 2") &&
                                 Contains("Answer in 2 minutes"));
}

TEST_CASE("only the stack on AWS speaks of S3, and only it has Snowflake's trial to plan",
          "[curriculum][data]") {
  for (const Stack& stack : roadmap().stacks) {
    const bool us = stack.id.text() == "us";
    std::string words;
    for (const Tier& tier : with_stack(roadmap(), stack.id).tiers)
      for (const Week& week : tier.weeks)
        if (tier.id.text() != "sql") words += words_of(week) + "\n";
    INFO(stack.id.text());
    CHECK((words.find("S3") != std::string::npos) == us);
    CHECK((words.find("trial") != std::string::npos) == us);
  }
  CHECK_THAT(words_of(find_week(roadmap(), "w17")), Contains("30 days") && Contains("Export"));
  CHECK_THAT(words_of(find_week(roadmap(), "w20")),
             Contains("30 days") && Contains("weeks 20 to 22"));
}

TEST_CASE("what the free stack signs in the cloud tier, it can mean", "[curriculum][data]") {
  const Tier& cloud = find_tier(roadmap(), "cloud");
  CHECK_THAT(find_criterion(cloud, "cloud-one-cloud").title, Contains("your own machine"));
  CHECK_THAT(find_criterion(cloud, "cloud-cert-prep").title, Contains("its course"));
}

TEST_CASE("notes tell what a price leaves out", "[curriculum][data]") {
  struct Row {
    const char *id, *note;
  };
  const std::array rows{Row{"dataexpert", "30 a month"},
                        Row{"real-python", "60 a month"},
                        Row{"google-skills-boost", "30 a month"},
                        Row{"coursera-ibm-de", "6 months"},
                        Row{"dbt-learn", "20 hours"},
                        Row{"microsoft-learn", "DP-700"},
                        Row{"snowflake-essentials", "30 days"},
                        Row{"pipecode-sql", "premium"},
                        Row{"pipecode-python", "premium"},
                        Row{"astronomer-academy", "most courses free"},
                        Row{"aws-skill-builder", "most courses free"},
                        Row{"databricks-community", "serverless"},
                        Row{"datacamp-de", "180 to 300 a year"},
                        Row{"educative", "80 %"},
                        Row{"bootcamp", "10,000 to 20,000"}};
  for (const Row& row : rows) {
    INFO(row.id);
    const auto found = std::ranges::find(roadmap().resources, ResourceId{row.id}, &Resource::id);
    REQUIRE(found != roadmap().resources.end());
    CHECK_THAT(found->note, Contains(row.note));
  }
  const auto learn =
      std::ranges::find(roadmap().resources, ResourceId{"microsoft-learn"}, &Resource::id);
  CHECK(learn->title == "Microsoft Learn");
}

TEST_CASE("each tier's advice has the guide's rules, and says what is ours or a claim",
          "[curriculum][data]") {
  struct Row {
    const char *tier, *says;
  };
  const std::array rows{Row{"sql", "one dialect well first"},
                        Row{"sql", "cohort or funnel"},
                        Row{"sql", "60 % of interviews"},
                        Row{"sql", "is ours"},
                        Row{"sql", "is optional"},
                        Row{"sql", "leave out what weeks 1 to 5"},
                        Row{"sql", "one orchestrator"},
                        Row{"sql", "Mode tutorial"},
                        Row{"python", "SQL comes before Python"},
                        Row{"python", "10 %"},
                        Row{"python", "One library a week"},
                        Row{"python", "Kaggle"},
                        Row{"spark", "Scala"},
                        Row{"spark", "first 10 chapters"},
                        Row{"spark", "4h40"},
                        Row{"spark", "banks and telecoms"},
                        Row{"cloud", "500 dollars a year"},
                        Row{"cloud", "starter kit is 600"},
                        Row{"cloud", "doubtful"},
                        Row{"cloud", "after the first job"},
                        Row{"cloud", "AWS 60 %"},
                        Row{"orchestration", "Flink"},
                        Row{"orchestration", "ingest, orchestrate, transform, serve"},
                        Row{"orchestration", "14 minutes"},
                        Row{"portfolio", "5 GB a day"},
                        Row{"portfolio", "screenshot of a DAG"},
                        Row{"portfolio", "70 %"},
                        Row{"portfolio", "computer science"}};
  for (const Row& row : rows) {
    INFO(row.tier);
    CHECK_THAT(advice_of(find_tier(roadmap(), row.tier)), Contains(row.says));
  }
  CHECK_THAT(words_of(find_week(roadmap(), "w3")), Contains("cohort") && Contains("funnel"));
  CHECK_THAT(words_of(find_week(roadmap(), "w11")), Contains("HDFS") && Contains("Quick Start"));
  REQUIRE(roadmap().beginner.has_value());
  CHECK_THAT(advice_of(*roadmap().beginner), Contains("our own addition"));
}

TEST_CASE("the catalogue says what the guide says of each certificate", "[curriculum][data]") {
  const text::ParsedJson document = text::parse_json(builtin_text("catalog/certificates.json"));
  struct Row {
    const char *id, *key, *says;
  };
  const std::array rows{Row{"dea-c01", "markets", "europe"},
                        Row{"dea-c01", "markets", "emea"},
                        Row{"dea-c01", "portfolio", "snowflake"},
                        Row{"dea-c01", "services", "Lake Formation"},
                        Row{"dea-c01", "notes", "November 2024"},
                        Row{"dea-c01", "notes", "150"},
                        Row{"gcp-pde", "markets", "emea"},
                        Row{"gcp-pde", "notes", "more for somebody"},
                        Row{"dp-203", "markets", "emea"},
                        Row{"dp-203", "services", "Event Hubs"},
                        Row{"dp-700", "markets", "emea"},
                        Row{"snowpro-core", "subjects", "zero-copy clones"},
                        Row{"snowpro-core", "substitutes", "databricks-de-associate"},
                        Row{"databricks-de-associate", "notes", "not a first"}};
  for (const Row& row : rows) {
    INFO(row.id << ' ' << row.key << ' ' << row.says);
    const auto& all = document.root.find("certificates")->items();
    const auto found = std::ranges::find_if(
        all, [&](const text::Node& each) { return each.find("id")->text() == row.id; });
    REQUIRE(found != all.end());
    REQUIRE(found->find(row.key) != nullptr);
    std::string words;
    for (const text::Node& word : found->find(row.key)->items()) words += word.text() + "\n";
    CHECK_THAT(words, Contains(row.says));
  }
  CHECK(document.root.find("signals")->find("rows")->items().size() == 6);
}

}  // namespace gradus::curriculum::roadmap_facts_test
