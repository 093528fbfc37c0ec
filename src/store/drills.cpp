#include "gradus/store/drills.hpp"

#include "store/statement.hpp"

namespace gradus::store {

insight::DrilledQuestions drilled_questions(const Store& store, TrackId track) {
  Statement rows(store,
                 "SELECT entry.drill, entry.on_day, entry.passed FROM tally "
                 "CROSS JOIN entry ON entry.tally = tally.id WHERE tally.track = ? "
                 "AND tally.type = ? AND tally.entries > 0 "
                 "ORDER BY entry.on_day, entry.at, entry.seq",
                 track, curriculum::EntryType::drill);
  insight::DrilledQuestions drilled;
  while (rows.next()) {
    const auto id = rows.get<std::string>(0);
    if (!text::is_id(id)) continue;  // another program's drill, by a name of its own
    drilled.insert_or_assign(
        curriculum::QuestionId(id),
        insight::Drilled{.last = rows.get<calendar::Date>(1), .passed = rows.get<bool>(2)});
  }
  return drilled;
}

}  // namespace gradus::store
