#include "report/html/style.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <regex>
#include <string>
#include <utility>
#include <vector>

namespace gradus::report::html_style_test {

namespace {

using Palette = std::map<std::string, std::string>;

// The custom properties with a colour in the block that begins behind `start`.
Palette palette(const std::string& start) {
  const std::string css(report::style_text());
  const auto from = css.find(start);
  REQUIRE(from != std::string::npos);
  const auto block = css.substr(from, css.find('}', from) - from);
  static const std::regex property(R"(--([a-z0-9]+): (#[0-9a-f]{6});)");
  Palette colours;
  for (auto at = std::sregex_iterator(block.begin(), block.end(), property);
       at != std::sregex_iterator(); ++at)
    colours[(*at)[1]] = (*at)[2];
  return colours;
}

// Relative luminance and contrast as WCAG 2.2 defines them.
double luminance(const std::string& colour) {
  const auto channel = [&](std::size_t at) {
    const double value = std::stoi(colour.substr(at, 2), nullptr, 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
double contrast(const std::string& one, const std::string& other) {
  const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
  return (lighter + 0.05) / (darker + 0.05);
}

// Lightness as Oklab has it, 0 to 1, of a grey or nearly: steps of it look alike.
double lightness(const std::string& colour) {
  return std::cbrt(luminance(colour));
}

const std::vector<std::string> schemes{":root {", "@media (prefers-color-scheme: dark)",
                                       "@media print"};

}  // namespace

TEST_CASE("colours of text and of graphics keep the contrast of WCAG AA", "[report]") {
  CHECK(contrast("#ffffff", "#000000") == Approx(21));
  for (const auto& scheme : schemes) {
    const auto colours = palette(scheme);
    REQUIRE(colours.size() == 20);
    for (const std::string background : {"page", "panel"}) {
      for (const std::string text : {"ink", "soft", "link", "good", "bad"}) {
        INFO(scheme << " " << text << " on " << background);
        CHECK(contrast(colours.at(text), colours.at(background)) >= 4.5);
      }
      for (const std::string graphic : {"edge", "s1", "s2", "s3", "s4", "s5", "s6"}) {
        INFO(scheme << " " << graphic << " on " << background);
        CHECK(contrast(colours.at(graphic), colours.at(background)) >= 3);
      }
    }
    for (const std::string day : {"d1", "d2", "d3", "d4", "d5"}) {
      INFO(scheme << " " << day);
      CHECK(contrast(colours.at(day), colours.at("page")) >= 3);
    }
  }
}

TEST_CASE("the five shades of a day are one step apart from each other", "[report]") {
  for (const auto& scheme : schemes) {
    const auto colours = palette(scheme);
    std::vector<double> steps;
    for (int i = 1; i < 5; ++i)
      steps.push_back(std::abs(lightness(colours.at("d" + std::to_string(i + 1))) -
                               lightness(colours.at("d" + std::to_string(i)))));
    const auto [least, most] = std::ranges::minmax(steps);
    INFO(scheme << " " << least << " " << most);
    CHECK(least > 0.05);
    CHECK(most < 1.3 * least);
  }
}

TEST_CASE("no rule loads anything", "[report]") {
  const std::string css(report::style_text());
  for (const std::string loading : {"url(", "@import", "@font-face", "image("})
    CHECK(css.find(loading) == std::string::npos);
  CHECK(css.find('<') == std::string::npos);
}

TEST_CASE("the digest of the style is written in base 64", "[report]") {
  const std::string policy = content_security_policy();
  static const std::regex digest(R"('sha256-([A-Za-z0-9+/]{43})=')");
  std::smatch match;
  REQUIRE(std::regex_search(policy, match, digest));
  // Back to the digits it is made of.
  const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bits;
  for (const char letter : match[1].str())
    for (int bit = 5; bit >= 0; --bit)
      bits += (letters.find(letter) >> static_cast<unsigned>(bit) & 1U) != 0 ? '1' : '0';
  std::string hex;
  for (std::size_t at = 0; at + 4 <= 256; at += 4)
    hex += "0123456789abcdef"[std::stoul(bits.substr(at, 4), nullptr, 2)];
  CHECK(hex == style_sha256());
}

}  // namespace gradus::report::html_style_test
