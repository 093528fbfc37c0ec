#pragma once

#include "gradus/calendar/duration.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/journal/summary.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace gradus::insight {

// Different problems of a topic that were solved within some days.
struct TopicWork {
  curriculum::TopicId topic;
  std::string title;
  int easy = 0;
  int medium = 0;
  int hard = 0;
  int first_tries = 0;  // at the first attempt, without help
  [[nodiscard]] int solved() const { return easy + medium + hard; }
};

// What was logged within some days.
struct WorkDone {
  std::size_t entries = 0;                   // of any type
  journal::MinutesByKind minutes_by_kind{};  // of study sessions
  std::size_t days = 0;                      // with a session or a solved problem
  std::vector<TopicWork> topics{};  // of the curriculum in its order, then the others by their ids
  int again = 0;                    // solutions of problems that were solved before

  [[nodiscard]] calendar::Minutes minutes() const;
  [[nodiscard]] int problems() const;  // solved for the first time in their tier
};

// Adds up entries, in any order. Grows with the number of problems and days, not of sessions.
class WorkOfDays {
 public:
  // `solved_before`: of a problem, whether its tier has a solution from before these days.
  void add(const journal::Entry& entry, bool solved_before);
  [[nodiscard]] WorkDone sum(const curriculum::Curriculum& curriculum) const;

 private:
  void add_problem(const journal::Entry& entry, const journal::Problem& problem,
                   bool solved_before);

  std::size_t entries_ = 0;
  journal::MinutesByKind minutes_;
  std::set<calendar::Date> days_;
  std::map<curriculum::TopicId, TopicWork> topics_;
  // By tier, topic and title_key.
  std::set<std::tuple<std::optional<curriculum::TierId>, curriculum::TopicId, std::string>> seen_;
  int again_ = 0;
};

}  // namespace gradus::insight
