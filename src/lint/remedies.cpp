#include "lint/lints.hpp"

#include <fmt/format.h>

#include <set>

namespace gradus::lint {
namespace {

// `replan` can only repeat a week of the tier that is open.
void advise_on_remedy_week(const CurriculumIndex& index, const Gate& gate, const WeekId& id,
                           const text::Cursor& place) {
  const Location* week = index.week(id.text());
  if (week == nullptr) return;
  if (week->retired) {
    place.advise(fmt::format("the week \"{}\" is retired and never planned", id.text()),
                 "name a week that is studied");
  } else if (gate.order == the_end) {
    place.advise("no week can be repeated after the last tier",
                 "remove \"remedy\", and say in \"how\" what helps");
  } else if (week->order != gate.order) {
    place.advise(
        fmt::format("the week \"{}\" is in {}; only weeks of the criterion's own tier can be "
                    "repeated",
                    id.text(), index.name_of(week->order)),
        "name a week of the criterion's own tier");
  }
}

void advise_on_remedy(const CurriculumIndex& index, const Gate& gate, const Criterion& criterion,
                      const text::Cursor& place) {
  const text::Cursor remedy = place.child("remedy");
  const text::Cursor repeat = remedy.child("repeat");
  std::set<std::string_view> named;
  for (std::size_t i = 0; i < criterion.repeat.size(); ++i) {
    const WeekId& week = criterion.repeat[i];
    if (!named.insert(week.text()).second)
      repeat.item(i).advise(fmt::format("the week \"{}\" appears twice", week.text()),
                            "remove one of the two");
    else
      advise_on_remedy_week(index, gate, week, repeat.item(i));
  }
}

}  // namespace

void advise_on_remedies(const CurriculumIndex& index) {
  each_gate(index, [&](const Gate& gate) {
    each_criterion(index, gate, [&](const Criterion& criterion, const text::Cursor& place) {
      advise_on_remedy(index, gate, criterion, place);
    });
  });
}

}  // namespace gradus::lint
