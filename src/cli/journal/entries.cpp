#include "gradus/store/entries.hpp"

#include "gradus/calendar/lower.hpp"
#include "gradus/insight/entry_sums.hpp"
#include "gradus/report/lists.hpp"
#include "gradus/report/views.hpp"
#include "gradus/text/nearest.hpp"
#include "gradus/track/track.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/journal/entries_json.hpp"
#include "cli/recording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace gradus::cli {
namespace {

struct ListEntries {
  std::optional<curriculum::EntryType> type;
  std::vector<curriculum::EntryType> without;
  std::optional<std::string> topic;
  std::optional<std::string> tier;
  std::optional<std::string> week;
  std::optional<std::string> kind;
  std::optional<std::string> text;
  std::optional<calendar::Date> from;
  std::optional<calendar::Date> to;
  std::optional<int> limit;
  std::optional<insight::SumBy> by;
};

constexpr int newest_on_terminal = 15;

std::vector<std::string> kinds_listed() {
  auto all = words(journal::session_kinds);
  for (auto& kind : words(journal::expense_kinds)) all.push_back(std::move(kind));
  return all;
}

curriculum::EntryType read_type(const Typed& typed) {
  if (const auto type = curriculum::parse_entry_type(lower(typed.text))) return *type;
  throw Error(
      fmt::format("{}: {}", typed.name, text::none_of(typed.text, words(curriculum::entry_types))),
      "see gradus entries --help");
}

void describe_entries(Command& entries, ListEntries& request) {
  entries.add_choice("--type", request.type, curriculum::entry_types, "Only entries of this type");
  entries.add_option("--without", request.without, read_type, "Leave out entries of this type")
      .type_name("TYPE")
      .offers(words(curriculum::entry_types));
  add_topic(entries, request.topic);
  entries.add_option("--tier", request.tier, "Only those of this tier")
      .type_name("ID")
      .completes(Completion::tier);
  add_week(entries, request.week, "Only those of this week, by its id or number");
  entries.add_choice(
      "--kind", kinds_listed(), [&request](const std::string& word) { request.kind = word; },
      "Only study or money of this kind");
  entries.add_option("--grep", request.text, "Only those with this text in them, in any case")
      .type_name("TEXT");
  entries.add_option("--from", request.from, read_any_day, "Only from this day on")
      .type_name("DATE");
  entries.add_option("--to", request.to, read_any_day, "Only up to this day").type_name("DATE");
  entries
      .add_option("--limit", request.limit, whole_number(1, 1'000'000'000),
                  "At most this many (default: all; on a terminal the newest 15)")
      .type_name("N");
  entries.add_choice("--by", request.by, insight::sums_by,
                     "Sums in place of entries: one line for each day, week, topic or kind");
}

// Ids are looked up, so that a misspelt one is no empty list.
void name_ids(store::EntryFilter& filter, const ListEntries& request,
              const track::LoadedTrack& track) {
  if (request.topic) filter.topic = curriculum::find_topic(track.curriculum, *request.topic).id;
  if (request.tier) filter.tier = curriculum::find_tier(track.curriculum, *request.tier).id;
  if (request.week) filter.week = track::named_week(track, *request.week);
}

store::EntryFilter filter_of(const ListEntries& request, const store::Store& store,
                             const Session& session) {
  const auto& [from, to] = std::pair(request.from, request.to);
  if (from && to && *to < *from)
    throw Error(fmt::format("--to {} is before --from {}", to->iso(), from->iso()),
                "the first day is --from, the last is --to");
  store::EntryFilter filter{.type = request.type,
                            .without = {request.without.begin(), request.without.end()},
                            .kind = request.kind,
                            .text = request.text,
                            .from = from,
                            .to = to};
  // One more tells whether there are more.
  if (request.limit && !request.by) filter.limit = static_cast<std::size_t>(*request.limit) + 1;
  if (request.topic || request.tier || request.week)
    name_ids(filter, request, track::load(store, session.track));
  return filter;
}

bool is_filtered(const ListEntries& request) {
  return request.type || !request.without.empty() || request.topic || request.tier ||
         request.week || request.kind || request.text || request.from || request.to;
}

ExitCode show_sums(const ListEntries& request, const std::vector<journal::Entry>& entries,
                   const Session& session) {
  auto rows = insight::sums_by_key(entries, *request.by);
  if (request.limit && rows.size() > static_cast<std::size_t>(*request.limit))
    rows.resize(static_cast<std::size_t>(*request.limit));
  insight::ListedSums sums{{}, insight::sums(entries)};
  for (const auto& row : rows) sums.listed += row.sums;
  if (session.json)
    session.answer(report::json(rows, *request.by));
  else
    session.page(report::view(rows, *request.by, sums));
  return ExitCode::done;
}

ExitCode run(const ListEntries& request, Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = store::find_track(store, session.track);
  auto entries = store::entries(store, track.id, filter_of(request, store, session));
  if (!entries.empty() && request.by) return show_sums(request, entries, session);
  const auto most = static_cast<std::size_t>(request.limit.value_or(newest_on_terminal));
  const bool more = request.limit && entries.size() > most;
  if (more) entries.pop_back();
  if (session.json) {
    session.answer(entries_json(entries));
    return ExitCode::done;
  }
  if (entries.empty()) {
    session.answer_in_words(!is_filtered(request)
                                ? "No entries yet. Record the first: gradus log 50m read\n"
                                : "No entry matches. All of them: gradus entries\n");
    return ExitCode::done;
  }
  const bool cut = session.world.terminal_width && !request.limit;
  const auto shown = cut ? std::min(entries.size(), most) : entries.size();
  std::vector<report::ListedEntry> listed;
  listed.reserve(shown);
  insight::ListedSums sums;
  if (!more) sums.all = insight::sums(entries);
  entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(shown), entries.end());
  sums.listed = insight::sums(entries);
  for (const auto& entry : entries) listed.push_back({entry, store::short_id(store, entry.id)});
  session.page(report::view(listed, sums));
  return ExitCode::done;
}

}  // namespace

void add_entries(Command& gradus) {
  gradus.add_command<ListEntries>(
      "entries", "List the recorded entries, newest first, and what they add up to.",
      "  gradus entries --limit 10\n"
      "  gradus entries --type problem --from 2026-12-01\n"
      "  gradus entries --without review --without drill\n"
      "  gradus entries --topic joins --grep anti\n"
      "  gradus entries --by week\n",
      describe_entries);
}

}  // namespace gradus::cli
