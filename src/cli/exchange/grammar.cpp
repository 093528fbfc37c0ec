#include "cli/command.hpp"
#include "cli/exchange/requests.hpp"

namespace gradus::cli {
namespace {

// A format is only a word yet: there is one.
void add_format(Command& command, const std::string& format, const std::string& description) {
  command
      .add_choice(
          "FORMAT", {format}, [](const std::string&) {}, description)
      .required();
}

}  // namespace

void add_exchange_commands(Command& gradus) {
  gradus.add_command<ImportEntries>(
      "import", "Take in entries from a file; a second time changes nothing.",
      "  gradus import jsonl journal.jsonl\n", [](Command& import, ImportEntries& request) {
        add_format(import, "jsonl", "An entry of the exchange format a line");
        import.add_option("FILE", request.file, "The file to read").required();
      });
  gradus.add_command<ExportCalendar>(
      "export", "Write the plan as a calendar file that updates itself.",
      "  gradus export ics --output plan.ics\n", [](Command& calendar, ExportCalendar& request) {
        add_format(calendar, "ics", "An event a block, an all-day one an artefact due");
        calendar.add_option("--output", request.output, "Write to this file instead")
            .type_name("FILE");
      });
}

}  // namespace gradus::cli
