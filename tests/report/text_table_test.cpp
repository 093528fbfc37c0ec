#include "report/text_table.hpp"

#include "gradus/report/writers.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace gradus::report::text_table_test {

using namespace gradus::report;

namespace {

using Lines = std::vector<std::string>;

const Table weeks{
    {{"#", Align::right}, {"week"}, {"hours", Align::right}},
    {{{"1"}, {"SQL foundations"}, {"7h"}}, {{"12"}, {"東京 e\u0301 👩‍💻"}, {"7h30m"}}}};

}  // namespace

TEST_CASE("columns are aligned by what a terminal draws", "[report]") {
  CHECK(table_lines(weeks, std::nullopt, false) ==
        Lines{" #  week             hours", "──  ───────────────  ─────",
              " 1  SQL foundations     7h", "12  東京 e\u0301 👩‍💻        7h30m"});
}

TEST_CASE("the widest left-aligned column gives way, and its cells go on below", "[report]") {
  CHECK(table_lines(weeks, 26, false) == table_lines(weeks, std::nullopt, false));
  CHECK(table_lines(weeks, 22, false) == Lines{" #  week         hours", "──  ───────────  ─────",
                                               " 1  SQL             7h", "    foundations",
                                               "12  東京 e\u0301 👩‍💻    7h30m"});
}

TEST_CASE("no line is wider than the terminal", "[report]") {
  const Table table{{{"id", Align::right}, {"what"}, {"note"}},
                    {{{"a1b2"}, {std::string(500, 'x')}, {"short"}},
                     {{"c3d4"}, {"short"}, {std::string(60, 'y')}}}};
  for (std::size_t width = 20; width < 120; ++width) {
    for (const auto& line : table_lines(table, width, false)) CHECK(display_width(line) <= width);
  }
}

TEST_CASE("where a table can't fit, rows stand as lists", "[report]") {
  CHECK(table_lines(weeks, 12, false) == Lines{"#: 1", "week: SQL", "foundations", "hours: 7h", "",
                                               "#: 12", "week: 東京 e\u0301", "👩‍💻",
                                               "hours: 7h30m"});
}

TEST_CASE("where a table can't fit, what may go goes first, from the right", "[report]") {
  Table table{{{"when", Align::right, false, true},
               {"what", Align::right},
               {"left", Align::right, false, true}},
              {{{"2026-12-01"}, {"wxyz"}, {"1h"}}}};
  CHECK(table_lines(table, 22, false).back() == "2026-12-01  wxyz    1h");
  CHECK(table_lines(table, 21, false).back() == "2026-12-01  wxyz");
  CHECK(table_lines(table, 15, false).back() == "wxyz");
  CHECK(table_lines(table, 3, false).front().starts_with("wh"));  // nothing is lost then
}

TEST_CASE("a table without rows keeps its titles", "[report]") {
  CHECK(table_lines({{{"id"}, {"what"}}, {}}, std::nullopt, false) ==
        Lines{"id  what", "──  ────"});
}

TEST_CASE("colour does not move a column", "[report]") {
  const Table table{{{"a"}, {"b"}}, {{{"x", Tone::good}, {"y"}}}};
  CHECK(table_lines(table, std::nullopt, true) ==
        Lines{"\x1b[1ma\x1b[0m  \x1b[1mb\x1b[0m", "─  ─", "\x1b[32mx\x1b[0m  y"});
}

TEST_CASE("line ends in a cell are shown, not drawn", "[report]") {
  CHECK(table_lines({{{"a"}}, {{{"x\ny\tz"}}}}, std::nullopt, false) ==
        Lines{"a", "─────", "x␊y␉z"});
}

}  // namespace gradus::report::text_table_test
