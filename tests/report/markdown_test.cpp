#include "gradus/report/writers.hpp"

#include <catch2/catch.hpp>

namespace gradus::report::markdown_test {

using namespace gradus::report;

TEST_CASE("every part has its form in Markdown", "[report]") {
  CHECK(write_markdown({{Heading{1, "Report"}, Paragraph{"1. July"}, FactList{{{"Tier", "SQL"}}},
                         BarList{{{"Hours", 0.6, "6h of 10h"}}}, Heading{2, "Weeks"},
                         Table{{{"#", Align::right}, {"week"}},
                               {{{"1"}, {"a|b"}}, {{"2", Tone::strong}, {"", Tone::strong}}}},
                         ItemList{{{"FAIL", Tone::bad, "one", {"0 of 1", "how: gradus x"}},
                                   {"", Tone::plain, "- two", {}}}},
                         Command{"gradus log 1h read", "it is time"}}}) ==
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

**Next:** `gradus log 1h read` (it is time)
)");
}

TEST_CASE("an empty document is empty in Markdown", "[report]") {
  CHECK(write_markdown({}).empty());
}

}  // namespace gradus::report::markdown_test
