#include "gradus/report/lists.hpp"
#include "gradus/report/verification.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gradus::report {
namespace {

// "verified 2026-12-01 (commit abc1234)".
std::string verified_words(const insight::ListedArtefact& artefact) {
  if (!artefact.verified_on) return "verified";
  return fmt::format("verified {}{}", artefact.verified_on->iso(),
                     artefact.commit ? fmt::format(" (commit {})", short_commit(*artefact.commit))
                                     : std::string());
}

Item artefact_item(const insight::ListedArtefact& artefact) {
  const auto id = artefact.id ? artefact.id->text() : std::string("your own");
  auto when = artefact.delivered_on ? "delivered " + day_text(*artefact.delivered_on)
              : artefact.due        ? "by " + day_text(*artefact.due)
                                    : std::string("not delivered");
  Item item{artefact.delivered_on ? "DONE"
            : artefact.late       ? "LATE"
            : artefact.locked     ? "LATER"
                                  : "DUE",
            artefact.delivered_on ? Tone::good
            : artefact.late       ? Tone::bad
            : artefact.locked     ? Tone::faint
                                  : Tone::plain,
            artefact.title,
            {fmt::format("{}, {}", id, when)}};
  if (artefact.url) item.details.emplace_back(Link{"", *artefact.url});
  if (artefact.path) item.details.emplace_back(*artefact.path);
  if (artefact.verified) item.details.emplace_back(verified_words(artefact));
  return item;
}

}  // namespace

std::string state_of(const ListedTrack& track) {
  if (track.archived) return "archived";
  return track.active ? "current" : "active";
}

Document view(const std::vector<insight::ListedArtefact>& artefacts) {
  if (artefacts.empty()) return {{Paragraph{"No artefacts."}}};
  const auto delivered = std::ranges::count_if(
      artefacts, [](const auto& artefact) { return artefact.delivered_on.has_value(); });
  ItemList list;
  for (const auto& artefact : artefacts) list.items.push_back(artefact_item(artefact));
  return {
      {Section{fmt::format("{} of {} delivered", delivered, counted(artefacts.size(), "artefact")),
               {std::move(list)}}}};
}

Document view(const std::vector<ListedCurriculum>& curricula) {
  if (curricula.empty()) return {{Paragraph{"No curricula."}}};
  Table table{{{"curriculum"}, {"title"}, {"version"}, {"from"}}, {}};
  for (const auto& listed : curricula) {
    const auto from = listed.built_in ? std::string("built in") : listed.name;
    if (listed.curriculum) {
      const auto& curriculum = *listed.curriculum;
      table.rows.push_back(
          {{curriculum.id.text()}, {curriculum.title}, {curriculum.version}, {from}});
    } else {
      table.rows.push_back(
          {{listed.name}, {"has errors: see gradus curriculum check", Tone::bad}, {}, {from}});
    }
  }
  return {{std::move(table)}};
}

Document view(const std::vector<ListedTrack>& tracks) {
  if (tracks.empty()) return {{Paragraph{"No tracks. Start one: gradus init"}}};
  Table table{{{"track"},
               {"state"},
               {"tier"},
               {"from", Align::right, false, true},
               {"to", Align::right},
               {"hours", Align::right},
               {"curriculum", Align::left, false, true},
               {"gates", Align::left, false, true}},
              {}};
  for (const auto& track : tracks) {
    const auto tone = track.active ? Tone::strong : track.archived ? Tone::faint : Tone::plain;
    table.rows.push_back({{track.name, tone},
                          {state_of(track), tone},
                          {track.tier ? track.tier->text() : "all passed", tone},
                          {track.start.iso(), tone},
                          {track.finish.iso(), tone},
                          {fmt::format("{}/{}", calendar::format_duration(track.actual),
                                       calendar::format_duration(track.planned)),
                           tone},
                          {track.curriculum.text(), tone},
                          {std::string(name(track.gate)), tone}});
  }
  return {{std::move(table)}};
}

}  // namespace gradus::report
