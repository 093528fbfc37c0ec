#include "gradus/store/drills.hpp"

#include "store_fixture.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <string>

namespace gradus::store::drills_test {

using namespace gradus;
using namespace gradus::testing;
using curriculum::QuestionId;
using std::chrono::seconds;

TEST_CASE("of each question the newest answer is known", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  unsigned number = 100;
  const auto drill = [&](const std::string& on, const std::string& id, bool passed) {
    auto entry =
        make_entry(on, journal::Drill{.drill = id, .seconds = seconds{9}, .passed = passed});
    entry.id = entry_id(++number);
    record(file, entry);
    return entry.id;
  };
  drill("2026-12-03", "ranks", false);
  drill("2026-12-01", "ranks", true);  // recorded later, done before
  drill("2026-12-02", "gaps", false);
  const auto last = drill("2026-12-02", "gaps", true);
  drill("2026-12-02", "Another program's", true);
  record(file, make_session("2026-12-04", 30));
  {
    const auto store = Store::read(file);
    const auto drilled = drilled_questions(store, active(store));
    REQUIRE(drilled.size() == 2);
    CHECK(drilled.at(QuestionId("ranks")).last == day("2026-12-03"));
    CHECK_FALSE(drilled.at(QuestionId("ranks")).passed);
    CHECK(drilled.at(QuestionId("gaps")).passed);
  }
  auto store = Store::write(file);
  remove_entry(store, active(store), {last, instant("2026-12-05T00:00:00Z")});
  CHECK_FALSE(drilled_questions(store, active(store)).at(QuestionId("gaps")).passed);
}

}  // namespace gradus::store::drills_test
