#include "gradus/store/entries.hpp"

#include "gradus/exchange/jsonl.hpp"
#include "gradus/report/views.hpp"
#include "gradus/track/track.hpp"

#include "cli/error.hpp"
#include "cli/journal/requests.hpp"
#include "cli/option_values.hpp"

#include <fmt/format.h>

namespace gradus::cli {
namespace {

store::EntryFilter read_filter(const ListEntries& request, calendar::Date today) {
  store::EntryFilter filter;
  if (!request.type.empty()) filter.type = curriculum::parse_entry_type(request.type);
  if (!request.from.empty()) filter.from = calendar::read_date(request.from, today);
  if (!request.to.empty()) filter.to = calendar::read_date(request.to, today);
  if (filter.from && filter.to && *filter.to < *filter.from)
    throw Error(fmt::format("--to {} lies before --from {}", filter.to->iso(), filter.from->iso()),
                "the first day is --from, the last is --to");
  if (!request.limit.empty())
    filter.limit =
        static_cast<std::size_t>(read_number("--limit", request.limit, 1, 1'000'000'000));
  return filter;
}

std::string to_json(const std::vector<journal::Entry>& entries) {
  std::string json = "[";
  for (const auto& entry : entries)
    json += (json.size() == 1 ? "\n" : ",\n") + exchange::to_json(entry);
  return json + (entries.empty() ? "]\n" : "\n]\n");
}

}  // namespace

ExitCode run(const ListEntries& request, Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = store::find_track(store, session.track);
  const auto entries = store::entries(store, track.id, read_filter(request, session.today));
  if (session.json) {
    session.answer(to_json(entries));
    return ExitCode::done;
  }
  if (entries.empty()) {
    const bool all = request.type.empty() && request.from.empty() && request.to.empty();
    session.answer(all ? "No entries yet. Record the first: gradus log 50m read\n"
                       : "No entry fits. All of them: gradus entries\n");
    return ExitCode::done;
  }
  std::vector<report::ListedEntry> listed;
  listed.reserve(entries.size());
  for (const auto& entry : entries) listed.push_back({entry, store::short_id(store, entry.id)});
  session.answer(report::entries_view(listed));
  return ExitCode::done;
}

}  // namespace gradus::cli
