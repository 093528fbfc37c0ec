#include "curriculum/advice.hpp"

#include <fmt/format.h>

#include <set>

namespace gradus::curriculum {
namespace {

// `replan` plans a week again while its tier is open, and no other tier's.
void advise_on_remedy_week(const Survey& survey, const Gate& gate, const WeekId& id,
                           const Place& place) {
  const Home* week = survey.week(id.text());
  if (week == nullptr) return;
  if (week->retired) {
    place.advise(fmt::format("the week \"{}\" is retired and never planned", id.text()),
                 "name a week that is studied");
  } else if (gate.rank == the_end) {
    place.advise("after the last tier no week is planned again",
                 "take \"remedy\" out, and say in \"how\" what helps");
  } else if (week->rank != gate.rank) {
    place.advise(fmt::format("the week \"{}\" is of {}; only weeks of the criterion's own tier are "
                             "planned again",
                             id.text(), survey.name_of(week->rank)),
                 "name a week of the criterion's own tier");
  }
}

void advise_on_remedy(const Survey& survey, const Gate& gate, const Criterion& criterion,
                      const Place& place) {
  const Place remedy = place.child("remedy");
  const Place repeat = remedy.child("repeat");
  std::set<std::string_view> named;
  for (std::size_t i = 0; i < criterion.repeat.size(); ++i) {
    const WeekId& week = criterion.repeat[i];
    if (!named.insert(week.text()).second)
      repeat.item(i).advise(fmt::format("the week \"{}\" again", week.text()),
                            "take one of the two out");
    else
      advise_on_remedy_week(survey, gate, week, repeat.item(i));
  }
}

}  // namespace

void advise_on_remedies(const Survey& survey) {
  each_gate(survey, [&](const Gate& gate) {
    each_criterion(survey, gate, [&](const Criterion& criterion, const Place& place) {
      advise_on_remedy(survey, gate, criterion, place);
    });
  });
}

}  // namespace gradus::curriculum
