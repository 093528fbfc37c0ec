#include "gradus/curriculum/vocabulary.hpp"

#include "cli/command.hpp"
#include "cli/journal/requests.hpp"

namespace gradus::cli {
namespace {

std::vector<std::string> entry_type_names() {
  std::vector<std::string> names;
  for (const auto type : curriculum::entry_types) names.emplace_back(name(type));
  return names;
}

void add_entries(CLI::App& app, CommandLine& line) {
  const auto request = std::make_shared<ListEntries>();
  CLI::App* entries = add_command(app, line, "entries", "List what was recorded, newest first.",
                                  "  gradus entries --limit 10\n"
                                  "  gradus entries --type problem --from 2026-12-01\n",
                                  request);
  entries->add_option("--type", request->type, "Only entries of this type")
      ->type_name("TYPE")
      ->check(one_of(entry_type_names()));
  entries->add_option("--from", request->from, "Only from this day on")->type_name("DATE");
  entries->add_option("--to", request->to, "Only up to this day")->type_name("DATE");
  entries->add_option("--limit", request->limit, "Only so many")->type_name("N");
}

}  // namespace

void add_journal_commands(CLI::App& app, CommandLine& line) {
  add_entries(app, line);
  const auto remove = std::make_shared<RemoveEntry>();
  add_command(app, line, "rm", "Remove an entry.", "  gradus rm 3f9c\n", remove)
      ->add_option("ID", remove->id, "The entry's id, or 4 or more of its first characters")
      ->required();
  add_command(app, line, "undo", "Take back the last change, whatever it was.", "  gradus undo\n",
              std::make_shared<Undo>());
}

}  // namespace gradus::cli
