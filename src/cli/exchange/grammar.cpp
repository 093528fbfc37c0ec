#include "gradus/curriculum/vocabulary.hpp"
#include "gradus/journal/entry.hpp"

#include "cli/command.hpp"
#include "cli/exchange/requests.hpp"

namespace gradus::cli {
namespace {

void add_import_words(Command& command, Import& request) {
  command.add_option("FILE", request.file, "The file to read; - is the standard input").required();
  command.add_flag("--dry-run", request.dry_run,
                   "Say what would be new, changed or refused, and store nothing");
  command.add_flag("--bring-back", request.bring_back,
                   "Take entries that were removed after the file was written, too");
}

void add_output(Command& command, Export& request) {
  command.add_option("--output", request.output, "Write to this file instead").type_name("FILE");
}

void describe_csv(Command& csv, ImportCsv& request) {
  add_import_words(csv, request);
  csv.add_option("--map", request.map,
                 "Which column gives a field: title=Problem,on=Date; nothing behind the =: none")
      .type_name("FIELD=COLUMN,...");
  csv.add_option("--set", request.set,
                 "What stands where no cell gives the field: topic=joins,minutes=15")
      .type_name("FIELD=VALUE,...");
  csv.add_choice(
      "--type", words(curriculum::entry_types),
      [&request](const std::string& word) { request.type = word; },
      "What the rows are, where no column says it");
  csv.add_choice(
      "--preset", {"leetcode"}, [&request](const std::string& word) { request.preset = word; },
      "Understand the columns as lists of solved problems title them");
}

void describe_sessions(Command& command, ImportSessions& request) {
  add_import_words(command, request);
  command.add_choice(
      "--kind", words(journal::session_kinds),
      [&request](const std::string& word) { request.kind = *journal::parse_session_kind(word); },
      "What is counted where no tag says it (read unless given)");
}

void describe_imports(Command& import) {
  import.add_command<ImportJsonl>("jsonl", "An entry of the exchange format a line.",
                                  "  gradus import jsonl journal.jsonl\n", add_import_words);
  import.add_command<ImportCsv>(
      "csv", "A table with a header row, an entry a row.",
      "  gradus import csv journal.csv\n"
      "  gradus import csv solved.csv --type problem --map title=Problem,on=Date\n"
      "  gradus import csv leetcode.csv --preset leetcode --set topic=joins,minutes=15\n",
      describe_csv);
  import.add_command<ImportTimewarrior>("timewarrior", "What timew export writes.",
                                        "  timew export > hours.json\n"
                                        "  gradus import timewarrior hours.json --kind lab\n",
                                        describe_sessions);
  import.add_command<ImportKlog>("klog", "A file of klog records.",
                                 "  gradus import klog hours.klg\n", describe_sessions);
  import.add_command<ImportAirflowRuns>("airflow-runs",
                                        "What airflow dags list-runs -o json writes.",
                                        "  airflow dags list-runs daily_load -o json > runs.json\n"
                                        "  gradus import airflow-runs runs.json\n",
                                        add_import_words);
}

void describe_exports(Command& exports) {
  exports.add_command<ExportCalendar>(
      "ics", "The plan as a calendar: an event a block, an all-day one an artefact due.",
      "  gradus export ics --output plan.ics\n", add_output);
  exports.add_command<ExportJsonl>(
      "jsonl", "The journal, an entry of the exchange format a line, oldest first.",
      "  gradus export jsonl --output journal.jsonl\n", add_output);
  exports.add_command<ExportCsv>("csv", "The journal as one table, oldest first.",
                                 "  gradus export csv --output journal.csv\n", add_output);
}

}  // namespace

void add_exchange_commands(Command& gradus) {
  gradus.add_family("import", "Take in entries from a file; a second time changes nothing.",
                    "  gradus import jsonl journal.jsonl\n"
                    "  gradus import klog hours.klg --dry-run\n",
                    describe_imports);
  gradus.add_family("export", "Write the journal, or the plan as a calendar that updates itself.",
                    "  gradus export jsonl --output journal.jsonl\n"
                    "  gradus export ics --output plan.ics\n",
                    describe_exports);
}

}  // namespace gradus::cli
