#include "gradus/insight/work_of_days.hpp"

#include "gradus/journal/title_key.hpp"

#include "insight/topic_numbers.hpp"

#include <utility>
#include <variant>

namespace gradus::insight {

calendar::Minutes WorkDone::minutes() const {
  calendar::Minutes sum{0};
  for (const auto& each : minutes_by_kind) sum += each.second;
  return sum;
}

int WorkDone::problems() const {
  int sum = 0;
  for (const auto& topic : topics) sum += topic.solved();
  return sum;
}

void WorkOfDays::add(const journal::Entry& entry, bool solved_before) {
  ++entries_;
  if (const auto* const session = std::get_if<journal::Session>(&entry.what)) {
    minutes_[session->kind] += session->minutes;
    days_.insert(entry.on);
  }
  if (const auto* const problem = std::get_if<journal::Problem>(&entry.what)) {
    days_.insert(entry.on);
    add_problem(entry, *problem, solved_before);
  }
}

void WorkOfDays::add_problem(const journal::Entry& entry, const journal::Problem& problem,
                             bool solved_before) {
  const bool is_new =
      seen_.emplace(entry.tier, problem.topic, journal::title_key(problem.title)).second;
  if (!is_new || solved_before) {
    ++again_;
    return;
  }
  auto& topic = topics_.try_emplace(problem.topic, TopicWork{problem.topic, problem.topic.text()})
                    .first->second;
  ++number_of(topic, problem.difficulty);
  if (problem.attempts == 1 && !problem.help_used) ++topic.first_tries;
}

WorkDone WorkOfDays::sum(const curriculum::Curriculum& curriculum) const {
  WorkDone done{.entries = entries_,
                .minutes_by_kind = minutes_,
                .days = days_.size(),
                .topics = {},
                .again = again_};
  auto topics = topics_;
  done.topics.reserve(topics.size());
  for (const auto& known : curriculum.topics) {
    auto found = topics.extract(known.id);
    if (found.empty()) continue;
    found.mapped().title = known.title;
    done.topics.push_back(std::move(found.mapped()));
  }
  for (auto& unknown : topics) done.topics.push_back(std::move(unknown.second));
  return done;
}

}  // namespace gradus::insight
