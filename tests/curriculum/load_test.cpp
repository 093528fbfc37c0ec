#include "gradus/curriculum/load.hpp"

#include "support/curriculum_sample.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>

namespace gradus::curriculum::load_test {

using namespace gradus::curriculum;
using Catch::Matchers::Contains;
using Catch::Matchers::Equals;
using text::Finding;
using text::Severity;
using Strings = std::vector<std::string>;

TEST_CASE("a sound curriculum loads whole and without a finding", "[curriculum]") {
  const Loaded loaded = load(sample::text);
  CHECK(loaded.findings.empty());
  REQUIRE(loaded.curriculum.has_value());
  const Curriculum& cello = *loaded.curriculum;
  CHECK(cello.id.text() == "cello");
  CHECK(cello.title == "The cello");
  CHECK(cello.version == "1");
  CHECK(cello.minutes == WeekMinutes{Minutes{180}, Minutes{180}, Minutes{60}});
  CHECK_FALSE(cello.available.has_value());
  CHECK((cello.saved_weeks == SavedWeeks::none));
  REQUIRE(cello.tiers.size() == 2);
  CHECK(cello.tiers[0].compress == Compress::half);
  CHECK(cello.tiers[1].compress == Compress::never);
  CHECK(cello.tiers[1].closing);
  REQUIRE(cello.tiers[0].weeks.size() == 2);
  CHECK(cello.tiers[0].weeks[0].goals == Strings{"Hold it"});
  CHECK(cello.tiers[0].weeks[0].minutes == cello.minutes);
  CHECK(cello.tiers[0].weeks[1].problems ==
        std::vector{ProblemTarget{TopicId{"scales"}, Difficulty::easy, 5}});
}

TEST_CASE("the optional keys of the root are read", "[curriculum]") {
  const Curriculum cello = load_or_throw(
      sample::plus(R"("source": "A teacher", "as_of": "2026-05-31", "available": "tue=1h@19:00",
                      "limits": {"hours_per_week": [2, 6], "rest_day": true, "months": 3},
                      "saved_weeks": "closing",
                      "exam": {"id": "grade-one", "target": 0.75, "mocks": 2, "within_days": 14},
                      "resources": [{"id": "book", "title": "A book", "usd": 12.5, "usd_to": 20,
                                     "per": "once", "starter": true, "tiers": ["pieces"]},
                                    {"id": "club", "title": "A club", "usd": null}])"),
      "cello.json");
  CHECK(cello.source == "A teacher");
  CHECK(cello.as_of->iso() == "2026-05-31");
  CHECK(cello.available->spec() == "tue=1h@19:00");
  CHECK(cello.limits.hours_per_week == std::array{2, 6});
  CHECK((cello.saved_weeks == SavedWeeks::closing));
  CHECK(cello.limits.rest_day);
  CHECK(cello.limits.months == 3);
  CHECK(cello.exam->target == 0.75);
  CHECK(cello.exam->within == std::chrono::days{14});
  CHECK(cello.resources[0].usd == Usd{1250});
  CHECK(cello.resources[0].usd_to == Usd{2000});
  CHECK(cello.resources[0].tiers == std::vector{TierId{"pieces"}});
  CHECK_FALSE(cello.resources[1].usd.has_value());
}

TEST_CASE("everything wrong is found in one pass, in the order of the lines", "[curriculum]") {
  const Loaded loaded = load(R"({
    "format": 1, "id": "Cello", "titel": "x", "version": "1",
    "minutes": {"read": -1},
    "tiers": [
      {"id": "a", "title": "A", "weeks": [],
       "exit": [{"id": "c", "title": "C", "kind": "measured", "require": {"all": []}}]},
      {"id": "a", "title": "B"}]
  })");
  CHECK_FALSE(loaded.curriculum.has_value());
  Strings places;
  for (const Finding& finding : loaded.findings) {
    places.push_back(std::to_string(finding.line) + " " + finding.pointer);
  }
  CHECK_THAT(places,
             Catch::Matchers::UnorderedEquals(Strings{
                 "1 ", "2 /id", "2 /titel", "3 /minutes/read", "5 /tiers/0/weeks",
                 "6 /tiers/0/exit/0/require/all", "7 /tiers/1/id", "7 /tiers/1", "7 /tiers/1"}));
  CHECK(std::ranges::is_sorted(loaded.findings, {}, &Finding::line));
}

TEST_CASE("a misspelt key is told with the key that was meant", "[curriculum]") {
  CHECK(sample::errors(sample::with("\"goals\": [\"Hold it\"]", "\"gaols\": [\"Hold it\"]")) ==
        Strings{"/tiers/0/weeks/0/gaols: unknown key \"gaols\""});
  CHECK(sample::fixes(sample::with("\"goals\": [\"Hold it\"]", "\"gaols\": [\"Hold it\"]")) ==
        Strings{"did you mean goals?"});
  CHECK(sample::errors(sample::plus("\"a/b~c\": 1")) == Strings{"/a~1b~0c: unknown key \"a/b~c\""});
  CHECK_THAT(sample::fixes(sample::plus("\"a/b~c\": 1"))[0],
             Catch::Matchers::StartsWith("remove it; the keys here are format, "));
}

TEST_CASE("a key written twice is told at the second", "[curriculum]") {
  const Loaded loaded =
      load(sample::with("\"version\": \"1\",", "\"version\": \"1\",\n\"version\": \"2\","));
  REQUIRE(loaded.findings.size() == 1);
  CHECK(loaded.findings[0].text("f.json") ==
        "f.json:3: /version: the key \"version\" appears twice in its object");
}

TEST_CASE("the finding for a value of the wrong type names the value", "[curriculum]") {
  CHECK(sample::errors(sample::with("\"title\": \"The cello\"", "\"title\": 7")) ==
        Strings{"/title: must be text, not 7"});
  CHECK(sample::errors(sample::with("\"title\": \"The cello\"", "\"title\": \"\"")) ==
        Strings{"/title: is empty"});
  CHECK(sample::errors(sample::with("\"closing\": true", "\"closing\": \"yes\"")) ==
        Strings{"/tiers/1/closing: must be true or false, not the text \"yes\""});
  CHECK(sample::errors(sample::with("[\"Hold it\"]", "{}")) ==
        Strings{"/tiers/0/weeks/0/goals: must be a list, not an object"});
  CHECK(sample::errors(sample::with("\"count\": 5", "\"count\": 5.5")) ==
        Strings{"/tiers/0/weeks/1/problems/0/count: must be a whole number, not 5.5"});
  CHECK(sample::errors(sample::with("\"count\": 5", "\"count\": 0")) ==
        Strings{"/tiers/0/weeks/1/problems/0/count: must be at least 1, not 0"});
  CHECK(sample::errors("[]") == Strings{": must be an object, not a list"});
  CHECK(sample::errors("null") == Strings{": must be an object, not null"});
}

TEST_CASE("a value of the wrong type is told how to write it", "[curriculum]") {
  const auto fix = [](std::string_view old, std::string_view changed) {
    return sample::fixes(sample::with(old, changed)).at(0);
  };
  const auto threshold = [&](std::string_view value) {
    return fix("\"at_least\": 120", "\"at_least\": " + std::string{value});
  };
  CHECK(threshold("\"120\"") == "write 120, without the quotes");
  CHECK(threshold("\"1h30m\"") == "write 90, just the minutes, without quotes");
  CHECK(threshold("\"30 problems\"") == "write just 30, without quotes");
  CHECK(threshold("\"many\"") == "write a number, without quotes");
  CHECK(threshold("null") == "write a number, without quotes");
  CHECK(threshold("-1") == "write 0 or more");
  CHECK(threshold("1e16") == "write 1000000000000000 or less");
  CHECK(fix("\"count\": 5", "\"count\": 5.5") == "write 5 or 6");
  CHECK(fix("\"count\": 5", "\"count\": 5e0") == "write 5, without a point or an exponent");
  CHECK(fix("\"count\": 5", "\"count\": 1e300") ==
        "write a smaller number, without a point or an exponent");
  CHECK(fix("\"closing\": true", "\"closing\": \"yes\"") == "write true, without quotes");
  CHECK(fix("\"closing\": true", "\"closing\": \"no\"") == "write false, without quotes");
  CHECK(fix("\"closing\": true", "\"closing\": 1") == "write true or false, without quotes");
  CHECK(fix("\"title\": \"The cello\"", "\"title\": 7") == "write \"7\"");
  CHECK(fix("\"title\": \"The cello\"", "\"title\": null") == "write text between quotes");
  CHECK(fix("[\"Hold it\"]", "\"Hold it\"") == "put it between [ and ]");
  CHECK(fix("{\"read\": 180, \"lab\": 180, \"review\": 60}", "150") ==
        "write { and } around its keys");
  CHECK(fix("\"id\": \"strings\"", "\"id\": \"Open Strings!\"") == "write \"open-strings\"");
  CHECK(fix("\"id\": \"strings\"", "\"id\": \"…\"") ==
        "an id has only lower-case letters, digits and hyphens, such as window-functions");
}

TEST_CASE("a reference to nothing is told with what is near", "[curriculum]") {
  CHECK(sample::errors(sample::with("\"topic\": \"scales\"", "\"topic\": \"scale\"")) ==
        Strings{"/tiers/0/weeks/1/problems/0/topic: there is no topic \"scale\""});
  CHECK(sample::fixes(sample::with("\"topic\": \"scales\"", "\"topic\": \"scale\""))[0] ==
        "did you mean scales?");
  CHECK(sample::errors(sample::with("[\"Hold it\"]", "[\"Hold it\"], \"resources\": [\"book\"]")) ==
        Strings{"/tiers/0/weeks/0/resources/0: there is no resource \"book\""});
  CHECK(sample::errors(sample::with("\"at_least\": 120}",
                                    "\"at_least\": 120}, \"remedy\": {\"repeat\": [\"w9\"]}")) ==
        Strings{"/tiers/0/exit/0/remedy/repeat/0: there is no week \"w9\""});
}

TEST_CASE("an id that stands twice is told at the second, with the first one's line",
          "[curriculum]") {
  CHECK(sample::errors(sample::with("\"id\": \"w3\"", "\"id\": \"w1\"")) ==
        Strings{"/tiers/1/weeks/0/id: the id \"w1\" is taken on line 8"});
  CHECK(sample::errors(sample::with("\"id\": \"recorded\"", "\"id\": \"signed\"")) ==
        Strings{"/tiers/1/exit/1/id: the id \"signed\" is taken on line 18"});
  // Unique within their gate only.
  CHECK(load(sample::with("\"id\": \"recorded\"", "\"id\": \"hours\"")).curriculum.has_value());
}

TEST_CASE("a gate needs a criterion that counts and is more than a signature", "[curriculum]") {
  const Strings only_signed{
      "/tiers/1/exit: every criterion is of kind attest: at least one must be more than a "
      "signature"};
  CHECK(sample::errors(sample::with("\"kind\": \"artefact\"", "\"kind\": \"attest\"")) ==
        only_signed);
  CHECK(sample::errors(sample::with("\"kind\": \"artefact\"",
                                    "\"kind\": \"artefact\", \"retired\": true")) == only_signed);
  CHECK(sample::errors(
            sample::with("\"kind\": \"measured\"", "\"kind\": \"measured\", \"retired\": true")) ==
        Strings{"/tiers/0/exit: all criteria are retired"});
}

TEST_CASE("what is retired does not make a curriculum", "[curriculum]") {
  CHECK(sample::errors(
            sample::with("\"title\": \"A piece\"", "\"title\": \"A piece\", \"retired\": true")) ==
        Strings{"/tiers/1/weeks: all weeks are retired"});
  CHECK(sample::errors(R"({"format": 1, "id": "x", "title": "X", "version": "1",
        "minutes": {"read": 1}, "tiers": [{"id": "t", "title": "T", "retired": true,
        "weeks": [{"id": "w", "title": "W"}],
        "exit": [{"id": "c", "title": "C", "kind": "attest", "require": {"attested": true}}]}]})") ==
        Strings{"/tiers: all tiers are retired"});
}

TEST_CASE("only the last tier can be the closing tier", "[curriculum]") {
  CHECK(sample::errors(sample::with("\"compress\": \"half\"", "\"closing\": true")) ==
        Strings{"/tiers/0/closing: only the last tier can be the closing tier"});
}

TEST_CASE("a tier's id is not the word for every tier", "[curriculum]") {
  CHECK(sample::errors(sample::with("\"id\": \"strings\"", "\"id\": \"any\"")) ==
        Strings{"/tiers/0: the id \"any\" stands for every tier in \"where\""});
}

TEST_CASE("a week's minutes name a kind, are whole, and fit a week", "[curriculum]") {
  const auto errors = [](std::string_view minutes) {
    return sample::errors(sample::with(R"({"read": 180, "lab": 180, "review": 60})", minutes));
  };
  CHECK(errors(R"({"lab": 1})").empty());
  CHECK(errors(R"({"lab": 10080})").empty());
  CHECK(errors(R"({"lab": 10081})") == Strings{"/minutes/lab: must be at most 10080, not 10081"});
  CHECK(errors(R"({"lab": 10080, "read": 1})") ==
        Strings{"/minutes: a week has only 10080 minutes"});
  CHECK(errors(R"({"lab": 0})") == Strings{"/minutes: a week needs at least one minute of study"});
  CHECK(errors("{}") == Strings{"/minutes: names none of read, lab, review",
                                "/minutes: a week needs at least one minute of study"});
}

TEST_CASE("dates, availability and prices are checked for sense", "[curriculum]") {
  CHECK(sample::errors(sample::plus("\"as_of\": \"2026-02-30\"")) ==
        Strings{"/as_of: \"2026-02-30\" is not a date"});
  const Strings available = sample::errors(sample::plus("\"available\": \"tue=1\""));
  REQUIRE(available.size() == 1);
  CHECK_THAT(available[0], Contains("/available: "));
  const auto price = [](std::string_view text) {
    return sample::errors(sample::plus("\"resources\": [{\"id\": \"r\", \"title\": \"R\", " +
                                       std::string{text} + "}]"));
  };
  CHECK(price("\"usd\": 12.345") == Strings{"/resources/0/usd: 12.345 has fractions of a cent"});
  CHECK(price("\"usd\": -1") == Strings{"/resources/0/usd: must be at least 0, not -1"});
  CHECK(price("\"usd\": 2, \"usd_to\": 1") == Strings{"/resources/0: \"usd_to\" is below \"usd\""});
  CHECK(price("\"per\": \"day\"") ==
        Strings{"/resources/0/per: \"day\" is not one of once, month, year"});
}

TEST_CASE("limits leave room", "[curriculum]") {
  const auto errors = [](std::string_view hours) {
    return sample::errors(
        sample::plus("\"limits\": {\"hours_per_week\": " + std::string{hours} + "}"));
  };
  CHECK(errors("[5, 5]").empty());
  CHECK(errors("[6, 5]") == Strings{"/limits/hours_per_week: the minimum is above the maximum"});
  CHECK(
      errors("[5]") ==
      Strings{"/limits/hours_per_week: must be two numbers: the minimum and maximum hours a week"});
}

TEST_CASE("the weights of topics sum to 1, retired ones aside", "[curriculum]") {
  const auto errors = [](std::string_view topics) {
    return sample::errors(sample::with(R"([{"id": "scales", "title": "Scales"}])", topics));
  };
  CHECK(errors(R"([{"id": "scales", "title": "S", "weight": 0.3},
                   {"id": "b", "title": "B", "weight": 0.7005}, {"id": "c", "title": "C"},
                   {"id": "d", "title": "D", "weight": 0.5, "retired": true}])")
            .empty());
  CHECK(errors(R"([{"id": "scales", "title": "S", "weight": 0.3},
                   {"id": "b", "title": "B", "weight": 0.702}])") ==
        Strings{"/topics: the weights must sum to 1, not 1.002"});
  CHECK(errors(R"([{"id": "scales", "title": "S", "weight": 0}])").size() == 2);
}

TEST_CASE("a file in a newer format is told apart from a bad one", "[curriculum]") {
  CHECK(sample::errors(R"({"format": 2, "news": []})") ==
        Strings{
            "/format: this file was written for a newer gradus: it has format 2, and this version "
            "reads format 1"});
  CHECK(sample::errors(sample::with("\"format\": 1", "\"format\": 0")) ==
        Strings{"/format: format 0 does not exist"});
  CHECK(sample::errors(sample::with("\"format\": 1", "\"format\": \"1\"")) ==
        Strings{"/format: must be a number, not the text \"1\""});
  CHECK(sample::errors(sample::with("\"format\": 1,", "")) == Strings{": has no \"format\""});
}

TEST_CASE("what is no JSON is one finding", "[curriculum]") {
  const Loaded loaded = load("{\n\"format\": 1,\n}");
  REQUIRE(loaded.findings.size() == 1);
  CHECK_THAT(loaded.findings[0].text("my.json"), Contains("my.json:3: not JSON near «}»"));
  CHECK_FALSE(loaded.over_limit);
}

TEST_CASE("100,000 weeks load, one more is past the limit", "[curriculum]") {
  const auto curriculum_of = [](std::size_t weeks) {
    std::string json = R"({"format": 1, "id": "x", "title": "X", "version": "1",
      "minutes": {"read": 1}, "tiers": [{"id": "t", "title": "T", "exit": [{"id": "c",
      "title": "C", "kind": "measured", "require": {"of": "runs", "measure": "count",
      "at_least": 1}}], "weeks": [{"id": "w", "title": "w", "goals": ["g"]})";
    for (std::size_t i = 1; i < weeks; ++i) {
      json += fmt::format(R"(,{{"id":"w{0}","title":"{0}","goals":["g"]}})", i);
    }
    return json + "]}]}";
  };
  CHECK(load(curriculum_of(max_weeks)).curriculum.has_value());
  const Loaded loaded = load(curriculum_of(max_weeks + 1));
  CHECK(loaded.over_limit);
  REQUIRE(loaded.findings.size() == 1);
  CHECK(loaded.findings[0].pointer == "/tiers");
  CHECK_THAT(loaded.findings[0].message, Contains("100000"));
}

TEST_CASE("past a limit the file is refused with the limit named", "[curriculum]") {
  const Loaded loaded = load(std::string(65, '['));
  CHECK(loaded.over_limit);
  REQUIRE(loaded.findings.size() == 1);
  CHECK_THAT(loaded.findings[0].message, Contains("64"));
}

TEST_CASE("a curriculum that can't be used is an error that names three findings", "[curriculum]") {
  CHECK(load_or_throw(sample::text, "cello.json").id.text() == "cello");
  try {
    static_cast<void>(load_or_throw("{\n\"format\": 1, \"minutes\": {\"lab\": 1}}", "mine.json"));
    FAIL("no error");
  } catch (const Error& error) {
    CHECK_THAT(error.what(), Equals("mine.json:1: has no \"id\"\n"
                                    "mine.json:1: has no \"title\"\n"
                                    "mine.json:1: has no \"version\"\n"
                                    "and 1 more"));
    CHECK(error.hint() == "gradus curriculum check mine.json lists them all, each with a fix");
  }
}

TEST_CASE("no edit of a curriculum breaks the loader", "[curriculum]") {
  REQUIRE(rc::check("load returns, and has a curriculum or an error", [] {
    std::string json{sample::text};
    const auto at = *rc::gen::inRange<std::size_t>(0, json.size());
    const auto length = *rc::gen::inRange<std::size_t>(0, 12);
    const auto piece = *rc::gen::element<std::string>("", "null", "{}", "[]", "-1", "1e9", "\"\"",
                                                      "\"w1\"", "true", "}", "{\"all\": []}");
    json.replace(at, std::min(length, json.size() - at), piece);
    const Loaded loaded = load(json);
    const bool errors = std::ranges::any_of(loaded.findings, [](const Finding& finding) {
      return finding.severity == Severity::error;
    });
    RC_ASSERT(loaded.curriculum.has_value() != errors);
    RC_ASSERT(std::ranges::none_of(loaded.findings, &std::string::empty, &Finding::fix));
  }));
}

}  // namespace gradus::curriculum::load_test
