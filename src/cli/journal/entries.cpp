#include "gradus/store/entries.hpp"

#include "gradus/exchange/jsonl.hpp"
#include "gradus/report/views.hpp"
#include "gradus/track/track.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/error.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

struct ListEntries {
  std::optional<curriculum::EntryType> type;
  std::optional<calendar::Date> from;
  std::optional<calendar::Date> to;
  std::optional<int> limit;
};

void describe_entries(Command& entries, ListEntries& request) {
  entries.add_choice("--type", request.type, curriculum::entry_types, "Only entries of this type");
  entries.add_option("--from", request.from, read_any_day, "Only from this day on")
      .type_name("DATE");
  entries.add_option("--to", request.to, read_any_day, "Only up to this day").type_name("DATE");
  entries.add_option("--limit", request.limit, whole_number(1, 1'000'000'000), "At most this many")
      .type_name("N");
}

store::EntryFilter filter_of(const ListEntries& request) {
  const auto& [type, from, to, limit] = request;
  if (from && to && *to < *from)
    throw Error(fmt::format("--to {} is before --from {}", to->iso(), from->iso()),
                "the first day is --from, the last is --to");
  store::EntryFilter filter{.type = type, .from = from, .to = to};
  if (limit) filter.limit = static_cast<std::size_t>(*limit);
  return filter;
}

std::string to_json(const std::vector<journal::Entry>& entries) {
  std::string json = "[";
  for (const auto& entry : entries)
    json += (json.size() == 1 ? "\n" : ",\n") + exchange::to_json(entry);
  return json + (entries.empty() ? "]\n" : "\n]\n");
}

ExitCode run(const ListEntries& request, Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = store::find_track(store, session.track);
  const auto entries = store::entries(store, track.id, filter_of(request));
  if (session.json) {
    session.answer(to_json(entries));
    return ExitCode::done;
  }
  if (entries.empty()) {
    const bool all = !request.type && !request.from && !request.to;
    session.answer(all ? "No entries yet. Record the first: gradus log 50m read\n"
                       : "No entry matches. All of them: gradus entries\n");
    return ExitCode::done;
  }
  std::vector<report::ListedEntry> listed;
  listed.reserve(entries.size());
  for (const auto& entry : entries) listed.push_back({entry, store::short_id(store, entry.id)});
  session.answer(report::view(listed));
  return ExitCode::done;
}

}  // namespace

void add_entries(Command& gradus) {
  gradus.add_command<ListEntries>("entries", "List the recorded entries, newest first.",
                                  "  gradus entries --limit 10\n"
                                  "  gradus entries --type problem --from 2026-12-01\n",
                                  describe_entries);
}

}  // namespace gradus::cli
