#include "gradus/store/entries.hpp"

#include "store_fixture.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace gradus::store::topic_sums_test {

using namespace gradus;
using namespace gradus::testing;
using store::Store;

namespace {

journal::Entry solution(const std::string& on, const std::string& title, int minutes, int attempts,
                        bool help = false) {
  auto entry = make_problem(on, "joins", curriculum::Difficulty::hard, minutes, "w1", "sql");
  auto& problem = std::get<journal::Problem>(entry.what);
  problem.title = title;
  problem.attempts = attempts;
  problem.help_used = help;
  return entry;
}

// A store with the entries, each with an id of its own.
class Journal {
 public:
  explicit Journal(std::vector<journal::Entry> entries) : file_(new_store(folder_)) {
    std::uint32_t id = 0;
    for (auto& entry : entries) {
      entry.id = entry_id(++id);
      record(file_, entry);
    }
  }

  [[nodiscard]] std::string sums(std::optional<calendar::Date> since = std::nullopt) const {
    const auto store = Store::read(file_);
    std::string text;
    for (const auto& sum : store::topic_sums(store, store::find_track(store, {}).id, since))
      text += fmt::format("{}: study {}, solving {}, {} problems, {} at once, last {}\n",
                          sum.topic.text(), sum.minutes.count(), sum.problem_minutes.count(),
                          sum.problems, sum.first_tries, sum.last_on.iso());
    return text;
  }

 private:
  Folder folder_;
  std::filesystem::path file_;
};

journal::Entry session_on_joins(const std::string& on, int minutes) {
  auto entry = make_session(on, minutes);
  std::get<journal::Session>(entry.what).topic = curriculum::TopicId("joins");
  return entry;
}

}  // namespace

TEST_CASE("a topic's sums count a problem once, by its first solution", "[store]") {
  const Journal journal(
      {solution("2026-12-01", "Ranks", 20, 1), solution("2026-12-03", "Gaps", 30, 2),
       solution("2026-12-02", "Islands", 10, 1, true), solution("2026-12-05", " ranks ", 5, 3),
       session_on_joins("2026-12-04", 50), make_session("2026-12-06", 60)});
  CHECK(journal.sums() == "joins: study 50, solving 65, 3 problems, 1 at once, last 2026-12-05\n");
  CHECK(journal.sums(day("2026-12-03")) ==
        "joins: study 50, solving 35, 2 problems, 0 at once, last 2026-12-05\n");
  CHECK(journal.sums(day("2026-12-06")).empty());
}

TEST_CASE("sums since the first day are those of all time", "[store]") {
  REQUIRE(rc::check([] {
    std::vector<journal::Entry> entries;
    for (int i = *rc::gen::inRange(1, 10); i > 0; --i) {
      const auto on = fmt::format("2026-12-0{}", *rc::gen::inRange(1, 8));
      const auto title = *rc::gen::elementOf(std::vector<std::string>{"Ranks", " ranks", "Gaps"});
      if (*rc::gen::inRange(0, 3) == 0)
        entries.push_back(session_on_joins(on, *rc::gen::inRange(1, 60)));
      else
        entries.push_back(solution(on, title, *rc::gen::inRange(1, 40), *rc::gen::inRange(1, 3),
                                   *rc::gen::arbitrary<bool>()));
    }
    const Journal journal(entries);
    RC_ASSERT(journal.sums() == journal.sums(calendar::Date::first()));
  }));
}

}  // namespace gradus::store::topic_sums_test
