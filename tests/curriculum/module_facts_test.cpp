#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/load.hpp"
#include "gradus/curriculum/module.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace gradus::curriculum::module_facts_test {

// Words that interviewers use and figures that learners need, and which module has to have them:
// typed from the articles. Fewer words of ours would leave a learner without the subject's own.
using namespace gradus::curriculum;
using Catch::Matchers::Contains;

namespace {

struct Row {
  std::string module;
  std::vector<std::string> says;
};

const std::vector<Row>& terms() {
  static const std::vector<Row> rows{
      {"query-tuning",
       {"SARGable", "work_mem", "heap fetch", "VACUUM", "n_live_tup", "30,000", "940,000"}},
      {"transactions-consistency",
       {"MVCC", "write-ahead log", "fsync", "quorum", "CRDT", "dirty read", "phantom",
        "non-repeatable read", "basically available", "write skew", "30 s"}},
      {"lakehouse-medallion",
       {"bronze", "silver", "gold", "_delta_log", "OPTIMIZE", "Auto Loader", "Delta Live Tables",
        "Lakeflow", "Unity Catalog", "CDC", "append, merge or overwrite", "9,810"}},
      {"storage-architecture-choice",
       {"schema-on-write", "schema-on-read", "ODS", "Glue", "Lake Formation", "Ten steps",
        "deep archive", "8 folders a day", "1,176,000"}},
      {"open-table-formats",
       {"MoR", "CoW", "Nessie", "Polaris", "Glue", "Bloom", "expire_snapshots",
        "rewrite_data_files", "rewrite_manifests", "BULK_INSERT", "incremental", "{0, 2, 3, 4}"}},
      {"dimensional-modelling",
       {"SCD type 1", "SCD type 2", "SCD type 3", "SCD type 6", "history table", "factless fact",
        "junk dimension", "bridge table", "Kimball", "Inmon", "Data Vault", "subset"}},
      {"star-vs-snowflake", {"star schema", "snowflake schema", "broadcast join", "10,000 rows"}},
      {"orchestrator-choice", {"DAG", "xecutor", "XCom", "IO manager", "5 minutes", "sensor"}},
      {"dbt-transformations",
       {"Slim CI", "state:modified+", "dbt_utils", "dbt_expectations", "audit_helper", "elementary",
        "snapshot", "seed", "Threads"}},
      {"pipeline-design",
       {"Kappa", "Lambda", "Schema Registry", "OpenTelemetry", "jitter", "dead-letter queue", "SLI",
        "error budget", "burn rate", "BACKWARD", "diagnose, confirm", "backpressure"}}};
  return rows;
}

std::string words_of(const Module& module) {
  std::string words;
  for (const ModuleTopic& topic : module.topics) words += topic.title + "\n" + topic.outcome + "\n";
  for (const ModuleCheck& check : module.checks) words += check.title + "\n";
  for (const ModuleLab& lab : module.labs) words += lab.title + "\n";
  for (const std::string& note : module.notes) words += note + "\n";
  return words;
}

}  // namespace

TEST_CASE("the modules use the words of their subject and have its figures",
          "[curriculum][module][data]") {
  for (const Row& row : terms()) {
    const std::string path = "modules/" + row.module + ".json";
    const std::string words = words_of(load_module(builtin_text(path), path));
    INFO(row.module);
    for (const std::string& term : row.says) CHECK_THAT(words, Contains(term));
    // No article states hours.
    CHECK_THAT(words, Contains("is our estimate"));
  }
}

TEST_CASE("on Postgres no schedule of the lab has to show a dirty read",
          "[curriculum][module][data]") {
  const Module module = load_module(builtin_text("modules/transactions-consistency.json"), "t");
  const std::string& lab = module.labs.front().title;
  CHECK(module.labs.front().id.text() == "anomaly-schedules");
  CHECK_THAT(lab, Contains("lost update") && Contains("write skew"));
  CHECK_THAT(lab, Contains("dirty read on paper"));
}

}  // namespace gradus::curriculum::module_facts_test
