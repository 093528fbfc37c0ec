#include "gradus/track/letter.hpp"

#include "gradus/store/entries.hpp"
#include "gradus/store/history.hpp"
#include "gradus/store/verifications.hpp"
#include "gradus/track/error.hpp"
#include "gradus/track/gate.hpp"
#include "gradus/track/modules.hpp"
#include "gradus/track/today.hpp"

#include "track/facts_before.hpp"
#include "track/gates_then_now.hpp"
#include "track/private_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::track {
namespace {

using calendar::Date;
using calendar::Days;
using curriculum::EntryType;

// The days of a letter, and the journal as it was on the evening before them.
struct LetterDays {
  Date since;
  Date today;

  [[nodiscard]] Date eve() const { return evening_before(since); }
};

void check_days(const LoadedTrack& track, const LetterDays& days) {
  const auto start = track.frame.start;
  if (days.since > days.today)
    throw Error(fmt::format("--since {} is ahead of {}", days.since.iso(), days.today.iso()),
                "give a day that has come: gradus report --since -6d");
  if (start > days.today)
    throw Error(
        fmt::format("the track begins on {}: there is nothing to write about yet", start.iso()),
        "gradus report shows its plan");
}

// Of the day that the last tier was passed; nullopt while one is open.
std::optional<Date> finished_on(const store::Store& store, const LoadedTrack& track) {
  if (rules::open_tier(track.curriculum, track.states) != nullptr) return std::nullopt;
  std::optional<Date> last;
  for (const auto& tier : track.curriculum.tiers)
    if (const auto passed = passed_gate(store, track, tier))
      last = std::max(last, std::optional(passed->on));
  return last;
}

calendar::Minutes all_minutes(const journal::MinutesByKind& by_kind) {
  calendar::Minutes sum{0};
  for (const auto& each : by_kind) sum += each.second;
  return sum;
}

// Studied in as many days before; nullopt where the track is younger.
std::optional<calendar::Minutes> minutes_before(const store::Store& store, const LoadedTrack& track,
                                                const LetterDays& days) {
  const auto length = days.today - days.since + Days{1};
  if (days.since - track.frame.start < length) return std::nullopt;
  return all_minutes(store::minutes_by_kind(store, track.id, days.since - length)) -
         all_minutes(store::minutes_by_kind(store, track.id, days.since));
}

std::optional<Date> last_study(const store::Store& store, const LoadedTrack& track,
                               const LetterDays& days) {
  const auto newest = [&](EntryType type) -> std::optional<Date> {
    const auto found =
        store::entries(store, track.id, {.type = type, .to = days.eve(), .limit = 1});
    return found.empty() ? std::nullopt : std::optional(found.front().on);
  };
  return std::max(newest(EntryType::session), newest(EntryType::problem));
}

insight::WorkDone work_of(const store::Store& store, const LoadedTrack& track,
                          const LetterDays& days) {
  insight::WorkOfDays work;
  store::each_entry(store, track.id, days.since, days.today, [&](const journal::Entry& entry) {
    const bool problem = entry.type() == EntryType::problem;
    work.add(entry, problem && store::solved_before(store, track.id, entry, days.since));
  });
  return work.sum(track.curriculum);
}

// What is known of artefacts, to tell what is new about them.
struct KnownDeliveries {
  curriculum::ArtefactTitles titles;
  std::set<curriculum::ArtefactId> before;       // delivered before these days
  std::map<journal::EntryId, Date> verified_on;  // verified within them
};

insight::ArtefactNews news_of(const journal::Entry& entry, const KnownDeliveries& known) {
  const auto& artefact = std::get<journal::Artefact>(entry.what);
  insight::ArtefactNews news{
      .title = artefact.title, .own = true, .url = artefact.url, .on = entry.on};
  if (artefact.artefact) {
    news.again = known.before.contains(*artefact.artefact);
    if (const auto title = known.titles.find(*artefact.artefact); title != known.titles.end()) {
      news.title = title->second;
      news.own = false;
    }
  }
  const auto verified = known.verified_on.find(entry.id);
  if (artefact.verified && verified != known.verified_on.end()) news.verified_on = verified->second;
  return news;
}

// Delivered or verified within the days, oldest first.
std::vector<insight::ArtefactNews> artefact_news(const store::Store& store,
                                                 const LoadedTrack& track, const LetterDays& days) {
  KnownDeliveries known{.titles = curriculum::artefact_titles(track.curriculum),
                        .before = store::delivered_before(store, track.id, days.since),
                        .verified_on = {}};
  auto entries = store::entries(
      store, track.id, {.type = EntryType::artefact, .from = days.since, .to = days.today});
  std::ranges::reverse(entries);
  for (const auto& each : store::verifications(store, track.id)) {
    if (each.at.on < days.since || each.at.on > days.today) continue;
    known.verified_on.emplace(each.entry, each.at.on);
    auto entry = store::find_entry(store, track.id, each.entry.text());
    if (entry.on < days.since) entries.push_back(std::move(entry));
  }
  std::ranges::stable_sort(entries, {}, [](const journal::Entry& entry) { return entry.on; });
  std::vector<insight::ArtefactNews> news;
  for (const auto& entry : entries) {
    auto one = news_of(entry, known);
    if (entry.on >= days.since || one.verified_on) news.push_back(std::move(one));
  }
  return news;
}

// Titles of the modules whose checks were not all met on the eve, and are now.
std::vector<std::string> modules_passed(const store::Store& store, const LoadedTrack& track,
                                        const LetterDays& days) {
  const store::StoredFacts facts{store, track.id};
  const FactsBefore before(facts, store::verifications(store, track.id), days.since);
  const auto eve = days.eve();
  std::vector<std::string> titles;
  for (const auto& state : modules_in_hand(store, track, days.today)) {
    const bool is_met = state.passed().value_or(false) &&
                        rules::check_module(state.module, {days.today, days.today}, facts).ready;
    const bool was_met = rules::check_module(state.module, {eve, eve}, before).ready;
    if (is_met && !was_met) titles.push_back(state.module.title);
  }
  return titles;
}

std::vector<journal::Entry> mocks_of_days(const store::Store& store, const LoadedTrack& track,
                                          const LetterDays& days) {
  auto mocks = store::entries(store, track.id,
                              {.type = EntryType::mock_exam, .from = days.since, .to = days.today});
  std::ranges::reverse(mocks);
  return mocks;
}

}  // namespace

insight::Letter read_letter(const store::Store& store, const LoadedTrack& track, Date since,
                            Date today, Audience audience) {
  check_days(track, {since, today});
  const LetterDays days{std::max(since, track.frame.start), today};
  insight::LetterFacts facts{.since = days.since,
                             .work = work_of(store, track, days),
                             .before = minutes_before(store, track, days),
                             .last_study = last_study(store, track, days),
                             .gates = gates_then_now(store, track, days.since, today),
                             .artefacts = artefact_news(store, track, days),
                             .modules_passed = modules_passed(store, track, days),
                             .mocks = mocks_of_days(store, track, days),
                             .finished_on = finished_on(store, track)};
  if (const auto plan = store::plan_before(store, track.id, days.since)) {
    facts.finish_before = plan->finish;
    facts.plan_changes = plan->changes;
  }
  auto letter = insight::letter(track, plan_values(store, track, today),
                                read_today(store, track, today), std::move(facts));
  if (audience == Audience::learner)
    letter.only_for_me = read_private(store, track, {.from = days.since, .to = today});
  return letter;
}

}  // namespace gradus::track
