#include "cli/shell/candidates.hpp"

#include "gradus/calendar/date.hpp"
#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/load.hpp"
#include "gradus/decisions/certificates.hpp"
#include "gradus/report/views.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/track/track.hpp"

#include "cli/curriculum/files.hpp"
#include "cli/decisions/tables.hpp"
#include "cli/shell/module_candidates.hpp"
#include "cli/study/questions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <utility>

namespace gradus::cli {
namespace {

using Candidates = std::vector<Candidate>;

constexpr std::size_t newest_entries = 200;  // more is no help to complete a word
constexpr std::size_t entries_at_hand = 10;  // more pushes the newest off the screen

Candidates both(Candidates first, Candidates second) {
  std::ranges::move(second, std::back_inserter(first));
  return first;
}

template <class Item>
void add(Candidates& to, const std::vector<Item>& items) {
  for (const auto& item : items)
    if (!item.retired) to.push_back({item.id.text(), item.title});
}

// Calls `visit` with each tier that is not retired.
template <class Visit>
Candidates of_tiers(const curriculum::Curriculum& curriculum, Visit visit) {
  Candidates found;
  for (const auto& tier : curriculum.tiers)
    if (!tier.retired) visit(tier, found);
  return found;
}

Candidates weeks(const curriculum::Curriculum& curriculum) {
  return of_tiers(curriculum, [](const auto& tier, auto& found) { add(found, tier.weeks); });
}

void add_criteria(Candidates& to, std::string_view gate,
                  const std::vector<curriculum::Criterion>& criteria) {
  for (const auto& criterion : criteria)
    if (!criterion.retired)
      to.push_back({fmt::format("{}/{}", gate, criterion.id.text()), criterion.title});
}

// Of every gate, the finish check's among them.
Candidates criteria(const curriculum::Curriculum& curriculum) {
  auto found = of_tiers(curriculum, [](const auto& tier, auto& among) {
    add_criteria(among, tier.id.text(), tier.exit);
  });
  add_criteria(found, rules::finish_gate, curriculum.finish);
  return found;
}

Candidates artefacts(const curriculum::Curriculum& curriculum) {
  return of_tiers(curriculum, [](const auto& tier, auto& found) {
    for (const auto& week : tier.weeks)
      if (!week.retired) add(found, week.artefacts);
  });
}

// What the curriculum has addresses of, and artefacts, which may have one.
Candidates pages(const curriculum::Curriculum& curriculum) {
  Candidates found;
  add(found, curriculum.resources);
  add(found, curriculum.topics);
  for (auto& artefact : artefacts(curriculum)) found.push_back(std::move(artefact));
  return found;
}

Candidates stacks(const std::string& curriculum, const Session& session) {
  const auto file = find_curriculum(curriculum, session);
  Candidates found;
  add(found, curriculum::load_or_throw(file.text, file.name).stacks);
  return found;
}

Candidates curricula(const Session& session) {
  Candidates found;
  for (const auto& file : list_curricula(session))
    if (const auto loaded = curriculum::load(file.text); loaded.curriculum)
      found.push_back({loaded.curriculum->id.text(), loaded.curriculum->title});
  return found;
}

// Without a store, those of the built-in roadmap.
Candidates questions(const Session& session) {
  curriculum::CurriculumId of{curriculum::default_curriculum};
  if (std::filesystem::exists(session.store.file))
    of = track::load(store::Store::glance(session.store), session.track).curriculum.id;
  const auto known = known_questions(of, session);
  Candidates found;
  found.reserve(known.size());
  for (const auto& question : known) found.push_back({question.id.text(), question.title});
  return found;
}

Candidates days(calendar::Date today) {
  Candidates found{{"today", today.iso()}, {"yesterday", (today - calendar::Days{1}).iso()}};
  for (int back = 2; back <= 7; ++back) {
    const auto day = today - calendar::Days{back};
    found.push_back({std::string(calendar::short_name(day.weekday())), day.iso()});
  }
  return found;
}

Candidates entry_ids(const store::Store& store, const Session& session, std::size_t most) {
  const auto track = store::find_track(store, session.track);
  Candidates found;
  for (const auto& entry : store::entries(store, track.id, {.limit = most}))
    found.push_back({store::short_id(store, entry.id),
                     fmt::format("{}: {}", entry.on.iso(), report::describe(entry))});
  return found;
}

Candidates known_tracks(const store::Store& store) {
  Candidates found;
  for (const auto& name : store::track_names(store)) found.push_back({name, ""});
  return found;
}

// Of the curriculum, then of the catalogue.
Candidates exams(const std::optional<curriculum::Exam>& own) {
  Candidates found;
  if (own) found.push_back({own->id, "the curriculum's"});
  const auto known =
      decisions::read_certificates(curriculum::builtin_text("catalog/certificates.json"));
  for (const auto& certificate : known.certificates)
    if (!own || certificate.id != own->id) found.push_back({certificate.id, certificate.title});
  return found;
}

Candidates tables(const Session& session) {
  Candidates found;
  for (const auto& table : known_tables(session)) found.push_back({table.id, table.title});
  return found;
}

Candidates what_is_drilled(const Session& session) {
  return both(questions(session), tables(session));
}

Candidates of_curriculum(Completion kind, const curriculum::Curriculum& curriculum) {
  switch (kind) {
    case Completion::tier:
      return of_tiers(curriculum, [](const auto& tier, auto& found) {
        found.push_back({tier.id.text(), tier.title});
      });
    case Completion::week:
      return weeks(curriculum);
    case Completion::topic: {
      Candidates found;
      add(found, curriculum.topics);
      return found;
    }
    case Completion::criterion:
      return criteria(curriculum);
    case Completion::artefact:
      return artefacts(curriculum);
    case Completion::page:
      return pages(curriculum);
    case Completion::exam:
      return exams(curriculum.exam);
    default:
      return {};
  }
}

// `gates`: the track's curriculum, or the part of it that is offered.
Candidates of_track(Completion kind, const track::LoadedTrack& track,
                    const curriculum::Curriculum& gates, Dives dives) {
  switch (kind) {
    case Completion::signature:
      return both(criteria(gates), checks_to_sign(track, dives));
    case Completion::sheet:
      return checks_with_sheet(track, dives);
    case Completion::delivery:
      return both(artefacts(gates), artefacts_of_dives(track, dives));
    case Completion::module_to_add:
      return modules_to_add(track);
    case Completion::module_to_remove:
      return modules_to_remove(track);
    default:
      return of_curriculum(kind, gates);
  }
}

// Of which a question offers a few only.
bool is_by_tier(Completion kind) {
  using enum Completion;
  return kind == criterion || kind == signature || kind == sheet || kind == artefact ||
         kind == delivery;
}

}  // namespace

std::vector<Candidate> candidates(Completion kind, const std::string& curriculum,
                                  const Session& session) {
  switch (kind) {
    case Completion::none:
    case Completion::file:
      return {};
    case Completion::day:
      return days(session.today);
    case Completion::stack:
      return stacks(curriculum, session);
    case Completion::curriculum:
      return curricula(session);
    case Completion::question:
      return what_is_drilled(session);
    case Completion::table:
      return tables(session);
    case Completion::module:
      return module_names(session);
    default:
      break;
  }
  const auto store = store::Store::glance(session.store);
  if (kind == Completion::entry) return entry_ids(store, session, newest_entries);
  if (kind == Completion::track) return known_tracks(store);
  const auto track = track::load(store, session.track);
  return of_track(kind, track, track.curriculum, Dives::all);
}

std::vector<Candidate> candidates_at_hand(Completion kind, const std::string& curriculum,
                                          const Session& session) {
  if (kind != Completion::entry && !is_by_tier(kind)) return candidates(kind, curriculum, session);
  const auto store = store::Store::glance(session.store);
  if (kind == Completion::entry) return entry_ids(store, session, entries_at_hand);
  const auto track = track::load(store, session.track);
  auto gates = track.curriculum;
  if (const auto* open = rules::open_tier(track.curriculum, track.states)) {
    std::erase_if(gates.tiers, [&](const auto& tier) { return tier.id != open->id; });
    gates.finish.clear();
  }
  return of_track(kind, track, gates, Dives::planned);
}

}  // namespace gradus::cli
