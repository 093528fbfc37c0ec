#include "lint/references.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace gradus::lint {
namespace {

// What the gate requires must have been studied by then.
bool comes_too_late(const Gate& gate, TierOrder order) {
  return gate.order != the_end && order > gate.order;
}

// Only beginners study the foundations.
bool only_beginners(const Gate& gate, TierOrder order) {
  return order == beginners && gate.order != beginners;
}

void advise_on_rank(const CurriculumIndex& index, const Gate& gate, const Location& home,
                    const std::string& what, const text::Cursor& place) {
  if (only_beginners(gate, home.order)) {
    place.advise(fmt::format("{} is in the beginners' tier, which not every learner studies", what),
                 "name something from a tier that every learner studies");
  } else if (comes_too_late(gate, home.order)) {
    place.advise(
        fmt::format("{} is in {}, which opens only after this gate", what,
                    index.name_of(home.order)),
        fmt::format("name something studied by then: in {} or earlier", index.name_of(gate.order)));
  }
}

// Whether entries of the week's tier count in the query.
bool counts(const CurriculumIndex& index, const Gate& gate, const Query& query, TierOrder week) {
  if (!query.tiers) return week == gate.order;
  if (query.tiers->empty()) return true;
  return std::ranges::any_of(*query.tiers, [&](const TierId& id) {
    const Location* tier = index.tier(id.text());
    return tier != nullptr && tier->order == week;
  });
}

struct Asking {
  const CurriculumIndex& index;
  const Gate& gate;
  const Query& query;
  const text::Cursor& place;
};

// The ids that a filter names, each with its place.
template <class Visit>
void each_text(const Filter& filter, const text::Cursor& place, Visit visit) {
  const auto* one_of = std::get_if<OneOf>(&filter.test);
  if (one_of == nullptr) return;
  const bool listed = place.is(text::Node::Kind::list);
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

// A retired one listed beside others is fine: it still counts what was done for it earlier.
void advise_all_retired(std::string_view noun, const text::Cursor& place) {
  place.advise(fmt::format("every {} named is retired: nobody is asked for it any more", noun),
               "name one that is not retired, as well or instead");
}

// Visits each week or artefact, as `find` gives them, that a filter names and that is not retired;
// advises where it names none but retired ones.
template <class Find, class Visit>
void each_in_force(const Filter& filter, const text::Cursor& place, std::string_view noun,
                   Find find, Visit visit) {
  const auto retired = [&](const std::string& id) {
    const Location* named = find(id);
    return named != nullptr && named->retired;
  };
  if (all_retired(filter, retired)) {
    advise_all_retired(noun, place);
    return;
  }
  each_text(filter, place, [&](const std::string& id, const text::Cursor& item) {
    const Location* named = find(id);
    if (named != nullptr && !named->retired) visit(*named, id, item);
  });
}

void advise_on_named_weeks(const Asking& where, const Filter& filter, const text::Cursor& place) {
  const auto find = [&](const std::string& id) { return where.index.week(id); };
  each_in_force(
      filter, place, "week", find,
      [&](const Location& week, const std::string& id, const text::Cursor& item) {
        if (counts(where.index, where.gate, where.query, week.order)) {
          advise_on_rank(where.index, where.gate, week, fmt::format("the week \"{}\"", id), item);
        } else {
          item.advise(fmt::format("the week \"{}\" is in {}, whose entries don't count here", id,
                                  where.index.name_of(week.order)),
                      "add \"tier\": \"any\" to \"where\"");
        }
      });
}

void advise_on_named_artefacts(const Asking& where, const Filter& filter,
                               const text::Cursor& place) {
  const auto find = [&](const std::string& id) { return where.index.artefact(id); };
  each_in_force(filter, place, "artefact", find,
                [&](const Location& artefact, const std::string& id, const text::Cursor& item) {
                  advise_on_rank(where.index, where.gate, artefact,
                                 fmt::format("the artefact \"{}\"", id), item);
                });
}

void advise_on_attestations(const Asking& where, const Filter& filter, const text::Cursor& place) {
  if (filter.field.name == "criterion") {
    each_text(filter, place, [&](const std::string& id, const text::Cursor& item) {
      if (where.index.has_criterion(id)) return;
      item.advise(fmt::format("no criterion of this curriculum has the id \"{}\"", id),
                  "name an existing criterion; only a module's check may be in another file");
    });
  }
  const auto* one_of = std::get_if<OneOf>(&filter.test);
  if (filter.field.name == "placement" && one_of != nullptr &&
      std::ranges::find(one_of->values, Value{false}) == one_of->values.end()) {
    place.advise("never matches: a signature for placement passes no gate", "remove \"placement\"");
  }
}

void advise_on_named_tiers(const Asking& where) {
  if (!where.query.tiers || where.query.tiers->empty()) return;
  std::vector<const Location*> homes;  // those of tiers that are studied
  for (const TierId& id : *where.query.tiers) {
    const Location* home = where.index.tier(id.text());
    if (home == nullptr) return;
    if (!home->retired) homes.push_back(home);
  }
  const text::Cursor place = where.place.child("tier");
  if (homes.empty()) {
    place.advise("names only retired tiers", "name a tier that is studied");
    return;
  }
  // A later tier does no harm beside others that come in time.
  const auto in_time = [&](const Location* home) {
    return !comes_too_late(where.gate, home->order) && !only_beginners(where.gate, home->order);
  };
  if (std::ranges::none_of(homes, in_time))
    advise_on_rank(where.index, where.gate, *homes.front(), "the work that counts here", place);
}

}  // namespace

void advise_on_references(const CurriculumIndex& index, const Gate& gate,
                          const Delivered& delivered, const text::Cursor& place) {
  const std::string& id = delivered.artefact.text();
  const Location* home = index.artefact(id);
  if (home == nullptr) return;
  const text::Cursor artefact = place.child("artefact");
  if (home->retired) {
    artefact.advise(
        fmt::format("the artefact \"{}\" is retired: nobody is asked for it any more", id),
        "name an artefact that is asked for, or retire the criterion");
    return;
  }
  advise_on_rank(index, gate, *home, fmt::format("the artefact \"{}\"", id), artefact);
  if (delivered.verified && !home->verifiable) {
    place.child("verified")
        .advise(fmt::format("the artefact \"{}\" has no \"verify\", so nothing can verify it", id),
                "give the artefact a \"verify\", or remove \"verified\"");
  }
}

void advise_on_references(const CurriculumIndex& index, const Gate& gate, const Measure& measure,
                          const text::Cursor& place) {
  const text::Cursor where_place = place.child("where");
  const Asking where{index, gate, measure.query, where_place};
  advise_on_named_tiers(where);
  for (const Filter& filter : measure.query.where) {
    const text::Cursor test = where_place.child(filter.field.name);
    const std::string_view field = filter.field.name;
    if (field == "week") advise_on_named_weeks(where, filter, test);
    if (field == "artefact") advise_on_named_artefacts(where, filter, test);
    if (field == "topic") {
      const auto retired = [&](const std::string& id) { return index.retired_topic(id); };
      if (all_retired(filter, retired)) advise_all_retired("topic", test);
    }
    if (measure.query.of == EntryType::attestation) advise_on_attestations(where, filter, test);
  }
}

}  // namespace gradus::lint
