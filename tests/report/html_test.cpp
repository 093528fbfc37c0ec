#include "gradus/report/writers.hpp"

#include "support/html_page.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace gradus::report::html_test {

using namespace gradus::report;
using gradus::testing::dangers;
using gradus::testing::HtmlPage;
using gradus::testing::read_html;

namespace {

// What stands in <main>.
std::string body(const Document& document, const HtmlStyle& style = {}) {
  const auto page = write_html(document, style);
  const std::string begin = "<main>\n";
  const auto from = page.find(begin) + begin.size();
  return page.substr(from, page.find("</main>") - from);
}

Document of(Part part) {
  return {{Section{"Report", {std::move(part)}}}};
}

Table table_of(std::size_t columns, std::size_t rows) {
  Table table;
  table.columns.assign(columns, Column{"column"});
  table.rows.assign(rows, std::vector<Cell>(columns, Cell{"text"}));
  return table;
}

}  // namespace

TEST_CASE("every part has its element in HTML", "[report]") {
  CHECK(body({{Section{
            "Report",
            {Paragraph{"Began on <day> 1"}, FactList{{{"Tier", "SQL"}, {"", "and more"}}},
             BarList{{{"Hours", 360, 600, "6h of 10h"}}},
             Section{"Weeks",
                     {Table{{{"#", Align::right}, {"week"}, {""}},
                            {{{"1"}, {"a & b", Tone::faint}, {""}},
                             {{"2", Tone::strong}, {"", Tone::strong}, {"x"}}}},
                      ItemList{{{"FAIL", Tone::bad, "one", {"0 of 1", "how: gradus x"}},
                                {"", Tone::plain, "two", {Link{"", "https://a.b"}}},
                                {"", Tone::good, Link{"Mode", "https://a.b/?c&d"}, {}},
                                {"", Tone::plain, Link{"Run", "javascript:alert(1)"}, {}}}}}},
             Command{"gradus log 1h read", "it is time"}}}}}) ==
        R"(<header>
<h1>Report</h1>
<p>Began on &lt;day&gt; 1</p>
<dl>
<dt>Tier</dt>
<dd>SQL</dd>
<dd>and more</dd>
</dl>
<ul class="bars">
<li><span class="label">Hours</span> <svg class="bar" width="100%" height="12" aria-hidden="true"><rect class="rail" width="100%" height="12" fill="none" stroke="#767f89"/><rect class="part" width="60%" height="12" fill="#2f6fd0"/></svg> <span>6h of 10h</span></li>
</ul>
</header>
<section aria-labelledby="s1">
<h2 id="s1">Weeks</h2>
<table>
<caption>Weeks</caption>
<thead>
<tr><th scope="col" class="number">#</th><th scope="col">week</th><td></td></tr>
</thead>
<tbody>
<tr><th scope="row" class="number">1</th><td><span class="faint">a &amp; b</span></td><td></td></tr>
<tr><th scope="row" class="number"><strong>2</strong></th><td></td><td>x</td></tr>
</tbody>
</table>
<ul class="marked">
<li><strong class="bad">FAIL</strong> one
<ul class="more">
<li>0 of 1</li>
<li>how: gradus x</li>
</ul></li>
<li>two
<ul class="more">
<li><a href="https://a.b">https://a.b</a></li>
</ul></li>
<li><span class="good"><a class="named" href="https://a.b/?c&amp;d">Mode</a></span></li>
<li>Run, javascript:alert(1)</li>
</ul>
</section>
<p class="next"><strong>Next:</strong> <code>gradus log 1h read</code> (it is time)</p>
)");
}

TEST_CASE("a page says what it is, and may do nothing", "[report]") {
  const auto text = write_html(of(Paragraph{"x"}));
  CHECK(text.starts_with(html_beginning));
  const auto page = read_html(text);
  CHECK(dangers(page).empty());
  CHECK(page.named("html").front().attribute("lang") == "en");
  CHECK(page.named("title").front().text == "Report");
  std::string policy;
  for (const auto& meta : page.named("meta"))
    if (meta.attribute("http-equiv") == "Content-Security-Policy")
      policy = meta.attribute("content");
  CHECK_THAT(policy, Catch::StartsWith("default-src 'none'; style-src 'sha256-"));
  CHECK_THAT(policy, Catch::EndsWith("='; base-uri 'none'; form-action 'none'"));
}

TEST_CASE("an empty document is a page all the same", "[report]") {
  const auto page = read_html(write_html({}));
  CHECK(page.named("title").front().text == "gradus");
  CHECK(page.named("main").front().text == "\n");
}

TEST_CASE("headings follow the sections, and end at the sixth", "[report]") {
  Section section{"8", {Paragraph{"text"}}};
  for (int level = 7; level > 0; --level) section = {std::to_string(level), {section}};
  const auto text = body({{section}});
  CHECK_THAT(text, Catch::Contains("<h1>1</h1>") && Catch::Contains("<h2 id=\"s1\">2</h2>") &&
                       Catch::Contains("<h6>6</h6>") && Catch::Contains("<h6>8</h6>"));
}

TEST_CASE("a page of many sections begins with links to them", "[report]") {
  const auto sections = [](int number) {
    Section all{"Report", {Paragraph{"first"}, Section{"empty", {}}}};
    for (int i = 1; i <= number; ++i)
      all.parts.emplace_back(Section{"Part " + std::to_string(i), {Paragraph{"text"}}});
    return Document{{all}};
  };
  CHECK(read_html(write_html(sections(3))).named("nav").empty());
  const auto page = read_html(write_html(sections(4)));
  REQUIRE(page.named("nav").size() == 1);
  const auto links = page.named("a");
  const auto headings = page.named("h2");
  REQUIRE(links.size() == 4);
  for (std::size_t i = 0; i < links.size(); ++i) {
    CHECK(links[i].attribute("href") == "#" + headings[i].attribute("id"));
    CHECK(links[i].text == headings[i].text);
  }
}

TEST_CASE("a wide table scrolls within a region of its own name", "[report]") {
  CHECK(body(of(table_of(3, 1))).find("role=\"region\"") == std::string::npos);
  const auto page = read_html(
      write_html({{Section{"Report", {table_of(4, 1), table_of(4, 1), Paragraph{"x"}}}}}));
  std::vector<std::string> names;
  for (const auto& element : page.elements)
    if (element.attribute("role") == "region") {
      CHECK(element.attribute("tabindex") == "0");
      names.push_back(element.attribute("aria-label"));
    }
  CHECK(names == std::vector<std::string>{"Table: Report", "Table: Report (2)"});
}

TEST_CASE("what is long is folded, but all there", "[report]") {
  CHECK(body(of(table_of(2, 19))).find("<details>") == std::string::npos);
  CHECK_THAT(body(of(table_of(2, 20))),
             Catch::Contains("<details>\n<summary>Show 20 rows</summary>\n<table>"));
  CHECK_THAT(body(of(ItemList{std::vector<Item>(20, Item{"", Tone::plain, "x", {}})})),
             Catch::Contains("<summary>Show 20 points</summary>\n<ul>"));
}

TEST_CASE("without drawings a bar is a row of blocks", "[report]") {
  const auto text = body(of(BarList{{{"Hours", 1, 4, "1 of 4"}}}), {.drawings = false});
  CHECK_THAT(text, Catch::Contains(
                       "<span class=\"blocks\" aria-hidden=\"true\">▓▓▓▓▓░░░░░░░░░░░░░░░</span>"));
  CHECK(text.find("<svg") == std::string::npos);
}

TEST_CASE("a bar is empty for nothing, and full for all", "[report]") {
  const auto width = [](double done, double whole) {
    const auto page = read_html(write_html(of(BarList{{{"bar", done, whole, "words"}}})));
    return page.named("rect").at(1).attribute("width");
  };
  CHECK(width(0, 10) == "0%");
  CHECK(width(1, 100000) == "1%");
  CHECK(width(99999, 100000) == "99%");
  CHECK(width(10, 10) == "100%");
  CHECK(width(20, 10) == "100%");
  CHECK(width(0, 0) == "100%");
}

}  // namespace gradus::report::html_test
