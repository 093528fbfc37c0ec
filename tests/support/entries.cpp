#include "support/entries.hpp"

#include <fmt/core.h>

#include <utility>

namespace gradus::testing {

using calendar::Minutes;

calendar::Date day(std::string_view iso) {
  return calendar::Date::parse(iso).value();
}

journal::StudyDays studied(std::initializer_list<std::pair<const char*, int>> weeks,
                           std::string_view on) {
  journal::StudyDays days;
  for (const auto& [week, minutes] : weeks)
    days[curriculum::WeekId(week)][day(on)].read = calendar::Minutes{minutes};
  return days;
}

journal::EntryId entry_id(unsigned number) {
  return journal::EntryId::parse(fmt::format("00000000-0000-4000-8000-{:012x}", number)).value();
}

journal::Entry make_entry(std::string_view on, journal::What what, const std::string& tier,
                          const std::string& week) {
  static unsigned made = 0;
  ++made;
  journal::Entry entry{.id = entry_id(made), .on = day(on), .what = std::move(what)};
  if (!tier.empty()) entry.tier.emplace(tier);
  if (!week.empty()) entry.week.emplace(week);
  return entry;
}

journal::Entry make_session(std::string_view on, int minutes, journal::SessionKind kind,
                            const std::string& week, const std::string& tier) {
  return make_entry(on, journal::Session{.minutes = Minutes{minutes}, .kind = kind}, tier, week);
}

journal::Entry make_problem(std::string_view on, const std::string& topic,
                            curriculum::Difficulty difficulty, int minutes, const std::string& week,
                            const std::string& tier) {
  static unsigned made = 0;
  ++made;
  return make_entry(on,
                    journal::Problem{.title = fmt::format("{} {}", topic, made),
                                     .topic = curriculum::TopicId(topic),
                                     .difficulty = difficulty,
                                     .minutes = Minutes{minutes}},
                    tier, week);
}

journal::Entry at_minute(journal::Entry entry, int minute) {
  entry.at.emplace(calendar::Moment{entry.on, calendar::TimeOfDay(Minutes{minute}), Minutes{0}});
  return entry;
}

}  // namespace gradus::testing
