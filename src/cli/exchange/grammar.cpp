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
}

}  // namespace gradus::cli
