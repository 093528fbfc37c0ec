#include "cli/command.hpp"
#include "cli/exchange/requests.hpp"

namespace gradus::cli {
namespace {

void add_import_words(Command& command, Import& request) {
  command.add_option("FILE", request.file, "The file to read; - is the standard input").required();
  command.add_flag("--dry-run", request.dry_run,
                   "Say what would be new, changed or refused, and store nothing");
}

void add_output(Command& command, std::string& output) {
  command.add_option("--output", output, "Write to this file instead").type_name("FILE");
}

void describe_imports(Command& import) {
  import.add_command<ImportJsonl>("jsonl", "An entry of the exchange format a line.",
                                  "  gradus import jsonl journal.jsonl\n", add_import_words);
}

void describe_exports(Command& exports) {
  exports.add_command<ExportCalendar>(
      "ics", "The plan as a calendar: an event a block, an all-day one an artefact due.",
      "  gradus export ics --output plan.ics\n",
      [](Command& calendar, ExportCalendar& request) { add_output(calendar, request.output); });
  exports.add_command<ExportJsonl>(
      "jsonl", "The journal, an entry of the exchange format a line, oldest first.",
      "  gradus export jsonl --output journal.jsonl\n",
      [](Command& jsonl, ExportJsonl& request) { add_output(jsonl, request.output); });
}

}  // namespace

void add_exchange_commands(Command& gradus) {
  gradus.add_family("import", "Take in entries from a file; a second time changes nothing.",
                    "  gradus import jsonl journal.jsonl\n"
                    "  gradus import jsonl journal.jsonl --dry-run\n",
                    describe_imports);
  gradus.add_family("export", "Write the journal, or the plan as a calendar that updates itself.",
                    "  gradus export jsonl --output journal.jsonl\n"
                    "  gradus export ics --output plan.ics\n",
                    describe_exports);
}

}  // namespace gradus::cli
