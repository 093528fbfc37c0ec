#include "cli/command.hpp"
#include "cli/exchange/requests.hpp"

namespace gradus::cli {

void add_exchange_commands(CLI::App& app, CommandLine& line) {
  const auto request = std::make_shared<ImportEntries>();
  CLI::App* import = add_command(app, line, "import",
                                 "Take in entries from a file; a second time changes nothing.",
                                 "  gradus import jsonl journal.jsonl\n", request);
  import->add_option("FORMAT", "jsonl: an entry of the exchange format a line")
      ->required()
      ->check(one_of({"jsonl"}));
  import->add_option("FILE", request->file, "The file to read")->required();

  const auto calendar = std::make_shared<ExportCalendar>();
  CLI::App* exported =
      add_command(app, line, "export", "Write the plan as a calendar file that updates itself.",
                  "  gradus export ics --output plan.ics\n", calendar);
  exported->add_option("FORMAT", "ics: an event a block, an all-day one an artefact due")
      ->required()
      ->check(one_of({"ics"}));
  exported->add_option("--output", calendar->output, "Write to this file instead")
      ->type_name("FILE");
}

}  // namespace gradus::cli
