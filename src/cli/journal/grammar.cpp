#include "gradus/curriculum/vocabulary.hpp"
#include "gradus/exchange/csv.hpp"

#include "cli/command.hpp"
#include "cli/journal/requests.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

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

// "--help-used", of "help_used"; "-t,--topic".
std::string option_of(const std::string& field) {
  std::string name = "--" + field;
  std::ranges::replace(name, '_', '-');
  const bool has_short =
      field == "topic" || field == "difficulty" || field == "minutes" || field == "note";
  return has_short ? fmt::format("-{},{}", field.front(), name) : name;
}

std::string describe_field(const std::string& field) {
  if (field == "on") return "The day it was done: ISO, yesterday, -3d, tue";
  if (field == "at") return "The time it began by the clock";
  if (field == "week") return "The week it counts for";
  if (field == "note") return "Anything to remember; stays out of reports";
  std::vector<std::string_view> types;
  for (const auto type : curriculum::entry_types)
    if (curriculum::find_field(type, field) ||
        (field == "domains" && type == curriculum::EntryType::mock_exam))
      types.push_back(curriculum::name(type));
  return fmt::format("Of {}", fmt::join(types, ", "));
}

// The tier follows from the week, `changed` from the clock; what was verified, `artefact verify`
// alone can say.
constexpr std::array<std::string_view, 5> not_edited{"type", "id", "tier", "verified", "changed"};

void describe_edit(Command& edit, EditEntry& request) {
  edit.add_option("ID", request.id, "The entry's id, or 4 or more of its first characters")
      .required()
      .completes(Completion::entry);
  for (const auto& field : exchange::csv_fields()) {
    if (std::ranges::find(not_edited, field) != not_edited.end()) continue;
    auto option = edit.add_option(option_of(field), request.fields[field], describe_field(field));
    if (field == "on") option.type_name("DATE");
    if (field == "at") option.type_name("HH:MM");
    if (field == "week") option.completes(Completion::week);
    if (field == "topic") option.completes(Completion::topic);
  }
}

}  // namespace

void add_journal_commands(Command& gradus) {
  gradus.add_command<ListEntries>("entries", "List what was recorded, newest first.",
                                  "  gradus entries --limit 10\n"
                                  "  gradus entries --type problem --from 2026-12-01\n",
                                  describe_entries);
  gradus.add_command<EditEntry>(
      "edit", "Change an entry: what is named, and nothing else. An empty value takes one away.",
      "  gradus edit 3f9c --minutes 50m\n"
      "  gradus edit 3f9c --on yesterday --week w2\n"
      "  gradus edit 3f9c --note \"\"\n",
      describe_edit);
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
