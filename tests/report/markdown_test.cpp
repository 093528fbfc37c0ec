#include "gradus/report/writers.hpp"

#include "support/sample_charts.hpp"

#include <catch2/catch.hpp>

namespace gradus::report::markdown_test {

using namespace gradus::report;

TEST_CASE("every part has its form in Markdown", "[report]") {
  CHECK(write_markdown({{Section{
            "Report",
            {Paragraph{"1. July"}, FactList{{{"Tier", "SQL"}}},
             BarList{{{"Hours", 360, 600, "6h of 10h"}}},
             Section{"Weeks",
                     {Table{{{"#", Align::right}, {"week"}},
                            {{{"1"}, {"a|b"}}, {{"2", Tone::strong}, {"", Tone::strong}}}},
                      ItemList{{{"FAIL", Tone::bad, "one", {"0 of 1", "how: gradus x"}},
                                {"", Tone::plain, "- two", {Link{"", "https://a.b"}}},
                                {"", Tone::plain, Link{"Mode [1]", "https://a.b/c|d"}, {}},
                                {"", Tone::plain, Link{"Run", "javascript:alert(1)"}, {}}}}}},
             Command{"gradus log 1h read", "it is time"}}}}}) ==
        R"(# Report

1\. July

- **Tier:** SQL

- **Hours:** ▓▓▓▓▓▓░░░░ 6h of 10h

## Weeks

| \# | week |
| --: | --- |
| 1 | a\|b |
| **2** |  |

- **FAIL** one
  - 0 of 1
  - how: gradus x
- \- two
  - <https://a.b>
- [Mode \[1\]](<https://a.b/c%7Cd>)
- Run, javascript\:alert(1)

**Next:** `gradus log 1h read` (it is time)
)");
}

TEST_CASE("a timeline is told in Markdown by its days", "[report]") {
  CHECK(write_markdown({{gradus::testing::sample_timeline()}}) ==
        R"(From 2026-11-30 to 2027-05-16.

| what | from | to | state | first planned to |
| --- | --: | --: | --- | --: |
| SQL | 2026-11-30 | 2027-01-10 | done | 2027-01-03 |
| The gate of SQL | 2027-01-11 | 2027-01-17 | not done, for the gate |  |
| Python for data | 2027-01-18 | 2027-02-28 | not done |  |
| Distributed compute with Spark | 2027-03-01 | 2027-05-16 | not done |  |
| break | 2027-01-29 | 2027-02-07 |  |  |
| today | 2027-01-14 | 2027-01-14 |  |  |
| first finish | 2027-04-29 | 2027-04-29 |  |  |
)");
}

TEST_CASE("an empty document is empty in Markdown", "[report]") {
  CHECK(write_markdown({}).empty());
}

}  // namespace gradus::report::markdown_test
