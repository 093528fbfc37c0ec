#include "gradus/report/writers.hpp"

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

TEST_CASE("an empty document is empty in Markdown", "[report]") {
  CHECK(write_markdown({}).empty());
}

}  // namespace gradus::report::markdown_test
