#include "gradus/curriculum/vocabulary.hpp"

#include "cli/command.hpp"
#include "cli/journal/requests.hpp"

namespace gradus::cli {
namespace {

void describe_entries(Command& entries, ListEntries& request) {
  entries.add_choice(
      "--type", words(curriculum::entry_types),
      [&request](const std::string& word) { request.type = word; }, "Only entries of this type");
  entries.add_option("--from", request.from, "Only from this day on").type_name("DATE");
  entries.add_option("--to", request.to, "Only up to this day").type_name("DATE");
  entries.add_option("--limit", request.limit, "Only so many").type_name("N");
}

}  // namespace

void add_journal_commands(Command& gradus) {
  gradus.add_command<ListEntries>("entries", "List what was recorded, newest first.",
                                  "  gradus entries --limit 10\n"
                                  "  gradus entries --type problem --from 2026-12-01\n",
                                  describe_entries);
  gradus.add_command<RemoveEntry>(
      "rm", "Remove an entry.", "  gradus rm 3f9c\n", [](Command& rm, RemoveEntry& request) {
        rm.add_option("ID", request.id, "The entry's id, or 4 or more of its first characters")
            .required()
            .completes(Completion::entry);
      });
  gradus.add_command<Undo>("undo", "Take back the last change, whatever it was.",
                           "  gradus undo\n"
                           "  gradus undo --list\n",
                           [](Command& undo, Undo& request) {
                             undo.add_flag("--list", request.list,
                                           "Take nothing back, show what could be, newest first");
                           });
  gradus.add_command<Redo>("redo", "Do again what undo took back last.", "  gradus redo\n");
}

}  // namespace gradus::cli
