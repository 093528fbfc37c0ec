#include "curriculum/advice_references.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace gradus::curriculum {
namespace {

// What is to be met at the gate must have been studied by then.
bool comes_too_late(const Gate& gate, Rank rank) {
  return gate.rank != the_end && rank > gate.rank;
}

// The foundations are studied by beginners alone.
bool only_beginners(const Gate& gate, Rank rank) {
  return rank == beginners && gate.rank != beginners;
}

void advise_on_rank(const Survey& survey, const Gate& gate, const Home& home,
                    const std::string& what, const Place& place) {
  if (only_beginners(gate, home.rank)) {
    place.advise(fmt::format("{} is of the beginners' tier, which not everybody studies", what),
                 "name one of the tiers that all learners study");
  } else if (comes_too_late(gate, home.rank)) {
    place.advise(
        fmt::format("{} is of {}, which opens only after this gate", what,
                    survey.name_of(home.rank)),
        fmt::format("name what is studied by then: in {} or before it", survey.name_of(gate.rank)));
  }
}

// Whether entries of the week's tier count in the query.
bool counts(const Survey& survey, const Gate& gate, const Query& query, Rank week) {
  if (!query.tiers) return week == gate.rank;
  if (query.tiers->empty()) return true;
  return std::ranges::any_of(*query.tiers, [&](const TierId& id) {
    const Home* tier = survey.tier(id.text());
    return tier != nullptr && tier->rank == week;
  });
}

struct Asking {
  const Survey& survey;
  const Gate& gate;
  const Query& query;
  const Place& place;
};

// The ids that a filter names, each with its place.
template <class Visit>
void each_text(const Filter& filter, const Place& place, Visit visit) {
  const auto* one_of = std::get_if<OneOf>(&filter.test);
  if (one_of == nullptr) return;
  const bool listed = place.is(Node::Kind::list);
  for (std::size_t i = 0; i < one_of->values.size(); ++i) {
    const auto* text = std::get_if<std::string>(&one_of->values[i]);
    if (text != nullptr) visit(*text, listed ? place.item(i) : place);
  }
}

template <class Find>
bool all_retired(const Filter& filter, Find find) {
  const auto* one_of = std::get_if<OneOf>(&filter.test);
  return one_of != nullptr && std::ranges::all_of(one_of->values, [&](const Value& value) {
           const auto* text = std::get_if<std::string>(&value);
           return text != nullptr && find(*text);
         });
}

// A retired one beside others still counts what was done for it once.
void advise_all_retired(std::string_view noun, const Place& place) {
  place.advise(
      fmt::format("names only what is retired: nobody is asked for that {} any more", noun),
      "name one that is not retired, beside it or in its place");
}

void advise_on_named_weeks(const Asking& where, const Filter& filter, const Place& place) {
  const auto retired = [&](const std::string& id) {
    const Home* week = where.survey.week(id);
    return week != nullptr && week->retired;
  };
  if (all_retired(filter, retired)) {
    advise_all_retired("week", place);
    return;
  }
  each_text(filter, place, [&](const std::string& id, const Place& item) {
    const Home* week = where.survey.week(id);
    if (week == nullptr || week->retired) return;
    if (counts(where.survey, where.gate, where.query, week->rank)) {
      advise_on_rank(where.survey, where.gate, *week, fmt::format("the week \"{}\"", id), item);
    } else {
      item.advise(fmt::format("the week \"{}\" is of {}, whose entries don't count here", id,
                              where.survey.name_of(week->rank)),
                  "add \"tier\": \"any\" to \"where\"");
    }
  });
}

void advise_on_named_artefacts(const Asking& where, const Filter& filter, const Place& place) {
  const auto retired = [&](const std::string& id) {
    const Home* artefact = where.survey.artefact(id);
    return artefact != nullptr && artefact->retired;
  };
  if (all_retired(filter, retired)) {
    advise_all_retired("artefact", place);
    return;
  }
  each_text(filter, place, [&](const std::string& id, const Place& item) {
    const Home* artefact = where.survey.artefact(id);
    if (artefact == nullptr || artefact->retired) return;
    advise_on_rank(where.survey, where.gate, *artefact, fmt::format("the artefact \"{}\"", id),
                   item);
  });
}

void advise_on_attestations(const Asking& where, const Filter& filter, const Place& place) {
  if (filter.field.name == "criterion") {
    each_text(filter, place, [&](const std::string& id, const Place& item) {
      if (where.survey.has_criterion(id)) return;
      item.advise(fmt::format("no criterion of this curriculum has the id \"{}\"", id),
                  "name a criterion that is there; only a module's check may stand elsewhere");
    });
  }
  const auto* one_of = std::get_if<OneOf>(&filter.test);
  if (filter.field.name == "placement" && one_of != nullptr &&
      std::ranges::find(one_of->values, Value{false}) == one_of->values.end()) {
    place.advise("never matches: a signature for placement passes no gate",
                 "take \"placement\" out");
  }
}

void advise_on_named_tiers(const Asking& where) {
  if (!where.query.tiers || where.query.tiers->empty()) return;
  std::vector<const Home*> homes;  // of those that are studied
  for (const TierId& id : *where.query.tiers) {
    const Home* home = where.survey.tier(id.text());
    if (home == nullptr) return;
    if (!home->retired) homes.push_back(home);
  }
  const Place place = where.place.child("tier");
  if (homes.empty()) {
    place.advise("names only tiers that are retired", "name a tier that is studied");
    return;
  }
  // Beside others that come in time, a later one does no harm.
  const auto in_time = [&](const Home* home) {
    return !comes_too_late(where.gate, home->rank) && !only_beginners(where.gate, home->rank);
  };
  if (std::ranges::none_of(homes, in_time))
    advise_on_rank(where.survey, where.gate, *homes.front(), "what counts here", place);
}

}  // namespace

void advise_on_references(const Survey& survey, const Gate& gate, const Delivered& delivered,
                          const Place& place) {
  const std::string& id = delivered.artefact.text();
  const Home* home = survey.artefact(id);
  if (home == nullptr) return;
  const Place artefact = place.child("artefact");
  if (home->retired) {
    artefact.advise(
        fmt::format("the artefact \"{}\" is retired: nobody is asked for it any more", id),
        "name an artefact that is asked for, or retire the criterion");
    return;
  }
  advise_on_rank(survey, gate, *home, fmt::format("the artefact \"{}\"", id), artefact);
  if (delivered.verified && !home->verifiable) {
    place.child("verified")
        .advise(fmt::format("the artefact \"{}\" has no \"verify\", so nothing can verify it", id),
                "give the artefact a \"verify\", or take \"verified\" out");
  }
}

void advise_on_references(const Survey& survey, const Gate& gate, const Measure& measure,
                          const Place& place) {
  const Place where_place = place.child("where");
  const Asking where{survey, gate, measure.query, where_place};
  advise_on_named_tiers(where);
  for (const Filter& filter : measure.query.where) {
    const Place test = where_place.child(filter.field.name);
    const std::string_view field = filter.field.name;
    if (field == "week") advise_on_named_weeks(where, filter, test);
    if (field == "artefact") advise_on_named_artefacts(where, filter, test);
    if (field == "topic") {
      const auto retired = [&](const std::string& id) { return survey.retired_topic(id); };
      if (all_retired(filter, retired)) advise_all_retired("topic", test);
    }
    if (measure.query.of == EntryType::attestation) advise_on_attestations(where, filter, test);
  }
}

}  // namespace gradus::curriculum
