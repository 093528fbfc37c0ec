#include "gradus/text/nearest.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>

namespace gradus::text::nearest_test {

using namespace gradus::text;

namespace {

using Words = std::vector<std::string>;
const Words topics{"aggregation", "joins", "window-functions", "windows", "sql", "dbt"};

}  // namespace

TEST_CASE("names within a third of a word's length are near", "[curriculum]") {
  CHECK(nearest("joints", topics) == Words{"joins"});
  CHECK(nearest("agregation", topics) == Words{"aggregation"});
  CHECK(nearest("window-funtcions", topics) == Words{"window-functions"});  // a swap is one step
  CHECK(nearest("sqll", topics) == Words{"sql"});
  CHECK(nearest("sq", Words{"xq"}).empty());  // a third of two letters is nothing
  CHECK(nearest("abc", Words{"abx"}) == Words{"abx"});
  CHECK(nearest("abc", Words{"axx"}).empty());
  CHECK(nearest("brake", Words{"break", "bare"}) == Words{"break"});  // the same letters
  CHECK(nearest("photography", topics).empty());
}

TEST_CASE("names that a word begins are near, the shorter first", "[curriculum]") {
  CHECK(nearest("win", topics) == Words{"windows", "window-functions"});
  CHECK(nearest("WIN", topics) == Words{"windows", "window-functions"});
  CHECK(nearest("SQL", topics) == Words{"sql"});
}

TEST_CASE("a name that has the word's parts in order is near", "[curriculum]") {
  const Words ids{"sql-cte-chain", "w14-spark-job", "sql-window-30"};
  CHECK(nearest("cte-chain", ids) == Words{"sql-cte-chain"});
  CHECK(nearest("w14-job", ids) == Words{"w14-spark-job"});
  CHECK(nearest("job-w14", ids).empty());
  CHECK(nearest("chain", ids).empty());
}

TEST_CASE("at most three names are given, each once, and none for nothing", "[curriculum]") {
  CHECK(nearest("w", Words{"w4", "w3", "w2", "w1"}) == Words{"w4", "w3", "w2"});
  CHECK(nearest("w", Words{"w1", "w1"}) == Words{"w1"});
  CHECK(nearest("", topics).empty());
  CHECK(nearest("joins", {}).empty());
}

TEST_CASE("a suggestion reads as a question", "[curriculum]") {
  CHECK(did_you_mean("joints", topics) == "did you mean joins?");
  CHECK(did_you_mean("win", topics) == "did you mean windows or window-functions?");
  CHECK(did_you_mean("w", {"w1", "w2", "w3"}) == "did you mean w1, w2 or w3?");
  CHECK(did_you_mean("zzz", topics).empty());
}

TEST_CASE("a name is nearest to itself", "[curriculum]") {
  REQUIRE(rc::check("nearest(x)[0] is x when x is known", [](std::vector<std::string> known) {
    RC_PRE(!known.empty());
    const std::string word = *rc::gen::elementOf(known);
    RC_PRE(!word.empty());
    const auto same_but_for_case = [&](const std::string& other) {
      return other != word && nearest(word, {other}).size() == 1 && other.size() == word.size();
    };
    RC_PRE(std::ranges::none_of(known, same_but_for_case));
    RC_ASSERT(nearest(word, known).front() == word);
  }));
}

}  // namespace gradus::text::nearest_test
