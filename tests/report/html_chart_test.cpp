#include "gradus/report/writers.hpp"

#include "support/html_page.hpp"
#include "support/sample_charts.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace gradus::report::html_chart_test {

using namespace gradus::report;
using namespace gradus::testing;

namespace {

HtmlPage page_of(Part part, const HtmlStyle& style = {}) {
  return read_html(write_html({{Section{"Report", {std::move(part)}}}}, style));
}

std::vector<HtmlElement> pictures(const HtmlPage& page) {
  auto found = page.named("svg");
  std::erase_if(found, [](const HtmlElement& each) { return each.attribute("role") != "img"; });
  return found;
}

std::size_t count(const HtmlPage& page, const std::string& look) {
  return static_cast<std::size_t>(std::ranges::count_if(
      page.elements, [&](const HtmlElement& each) { return each.attribute("class") == look; }));
}

}  // namespace

TEST_CASE("every picture says what it shows, or is there for eyes only", "[report]") {
  const auto page = read_html(write_html(sample_charts()));
  CHECK(dangers(page).empty());
  CHECK(pictures(page).size() == 7);  // the year is in halves, and rows of bars are many
  for (std::size_t i = 0; i < page.elements.size(); ++i) {
    const auto& svg = page.elements[i];
    if (svg.name != "svg") continue;
    if (svg.attribute("role") != "img") {
      CHECK(svg.attribute("aria-hidden") == "true");
      continue;
    }
    CHECK_FALSE(svg.attribute("aria-label").empty());
    REQUIRE(page.elements[i + 1].name == "title");
    CHECK(page.elements[i + 1].text == svg.attribute("aria-label"));
    REQUIRE(page.elements[i + 2].name == "desc");
    CHECK(page.elements[i + 2].attribute("id") == svg.attribute("aria-describedby"));
  }
}

TEST_CASE("a chart has its words and its numbers beside it", "[report]") {
  for (const auto& chart :
       {sample_trend(), sample_columns(), sample_rows(), sample_days(), sample_pyramid()}) {
    const auto page = page_of(chart);
    CHECK_THAT(page.named("figcaption").at(0).text,
               Catch::Contains(chart.title) && Catch::Contains(chart.words));
    REQUIRE(page.named("details").size() == 1);
    CHECK_THAT(page.named("details").at(0).text, Catch::Contains("all7"));
  }
}

TEST_CASE("what fills and patterns refer to is in the page", "[report]") {
  const auto page = read_html(write_html(sample_charts()));
  std::set<std::string> ids;
  for (const auto& element : page.elements) ids.insert(element.attribute("id"));
  for (const auto& element : page.elements)
    if (const auto fill = element.attribute("fill"); fill.starts_with("url(#"))
      CHECK(ids.contains(fill.substr(5, fill.size() - 6)));
  // A page without pictures has no use for them.
  CHECK(page_of(Paragraph{"x"}).named("pattern").empty());
}

TEST_CASE("without drawings a chart is its table", "[report]") {
  const auto page = read_html(write_html(sample_charts(), {.drawings = false}));
  CHECK(page.named("svg").empty());
  CHECK(page.named("details").empty());
  CHECK(page.named("table").size() == 7);
}

TEST_CASE("a timeline has its days as a table", "[report]") {
  const auto page = page_of(sample_timeline());
  const auto text = page.named("details").at(0).text;
  for (const auto* const fact : {"SQL2026-11-302027-01-10done2027-01-03",
                                 "The gate of SQL2027-01-112027-01-17not done, for the gate",
                                 "break2027-01-292027-02-07", "today2027-01-142027-01-14"})
    CHECK_THAT(text, Catch::Contains(fact));
  const auto plain = page_of(Timeline{
      {chart_day(0), chart_day(9)}, {{"only", {chart_day(0), chart_day(9)}, false}}, {}, {}});
  CHECK(plain.named("tr").at(0).text == "whatfromtostate");
}

TEST_CASE("a timeline's labels stand left of all its days, in a picture that scrolls", "[report]") {
  for (const auto& timeline : {sample_timeline(), sample_weeks()}) {
    const auto page = page_of(timeline);
    const auto x = [](const HtmlElement& element) { return std::stod(element.attribute("x")); };
    std::size_t labels = 0;
    double first_bar = 640;
    for (const auto& rect : page.named("rect"))
      if (page.elements[*rect.parent].name == "g") first_bar = std::min(first_bar, x(rect));
    for (const auto& text : page.named("text")) {
      const auto shown = text.text.substr(0, text.text.find("…"));
      const bool label = std::ranges::any_of(
          timeline.rows, [&](const auto& row) { return row.label.starts_with(shown); });
      if (label) ++labels;
      CHECK((x(text) == 0) == label);
      if (!label) CHECK(x(text) >= first_bar);
    }
    CHECK(labels == timeline.rows.size());
    CHECK(first_bar > 60);
    CHECK(page.elements[*pictures(page).at(0).parent].attribute("class") == "scroll");
  }
}

TEST_CASE("charts of nothing, of one point and of equal values are pages", "[report]") {
  const auto trend = [](std::vector<Trend::Point> points) {
    return Chart{"Scores", "", Trend{{{"score", std::move(points)}}}, chart_numbers()};
  };
  CHECK(pictures(page_of(trend({}))).empty());
  CHECK(page_of(trend({})).named("table").size() == 1);
  CHECK(count(page_of(trend({{chart_day(0), 7}})), "l1") == 2);  // and in the legend
  CHECK(count(page_of(trend({{chart_day(0), 7}, {chart_day(9), 7}})), "l1") == 2);
  CHECK(pictures(page_of(Chart{"", "", DayMap{chart_day(0), chart_day(0), {{chart_day(0), 1}}},
                               chart_numbers()}))
            .size() == 1);
  CHECK(pictures(page_of(Chart{"", "", Pyramid{{{"one", 0.5, "", ""}}}, chart_numbers()})).size() ==
        1);
}

TEST_CASE("any numbers make a page without a number that is none", "[report]") {
  REQUIRE(rc::check("all drawings", [] {
    const auto numbers = *rc::gen::container<std::vector<double>>(rc::gen::oneOf(
        rc::gen::arbitrary<double>(),
        rc::gen::element(0.0, -1.0, 1e308, -1e308, 5e-324, 1.0 / 0.0, 0.0 / 0.0, 7.0)));
    for (const auto& drawing : testing::drawings_of(numbers, numbers.size() % 2 == 0)) {
      const auto text = write_html({{Chart{"chart", "words", drawing, chart_numbers()}}});
      RC_ASSERT(dangers(read_html(text)).empty());
      const auto body = text.substr(text.find("<main>"));
      RC_ASSERT(body.find("nan") == std::string::npos);
      RC_ASSERT(body.find("inf") == std::string::npos);
    }
  }));
}

TEST_CASE("hostile names in charts stay text", "[report]") {
  for (const std::string attack :
       {"</title></desc><script>alert(1)</script>", "\"/><foreignObject onload=\"x", "]]>",
        "\xE2\x80\xAE\x1b[0m", "javascript:alert(1)"}) {
    auto trend = sample_trend();
    auto& lines = std::get<Trend>(trend.drawing);
    lines.lines[0].name = lines.unit = lines.level->name = lines.band->name = attack;
    lines.marks[0].name = trend.title = trend.words = attack;
    auto rows = sample_rows();
    auto& bars = std::get<StackedBars>(rows.drawing);
    bars.kinds[0] = bars.rows[0].label = bars.rows[0].words = attack;
    auto columns = sample_columns();
    std::get<StackedBars>(columns.drawing).rows[0].label = attack;
    auto pyramid = sample_pyramid();
    std::get<Pyramid>(pyramid.drawing).steps[0] = {attack, 0.5, attack, attack};
    auto timeline = sample_timeline();
    timeline.rows[0].label = timeline.marks[0].label = attack;
    const Document document{{Section{attack, {trend, rows, columns, pyramid, timeline}}}};
    const auto text = write_html(document);
    CHECK(dangers(read_html(text)).empty());
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(write_text(document, {.width = 80}).find('\x1b') == std::string::npos);
  }
}

TEST_CASE("a page of many charts stays small, and is the same each time", "[report]") {
  const auto text = write_html(sample_charts());
  CHECK(text.size() < 60'000);
  CHECK(text == write_html(sample_charts()));
}

}  // namespace gradus::report::html_chart_test
