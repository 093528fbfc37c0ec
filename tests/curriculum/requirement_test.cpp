#include "gradus/curriculum/requirement.hpp"

#include "support/curriculum_sample.hpp"

#include <catch2/catch.hpp>

namespace gradus::curriculum::requirement_test {

using namespace gradus::curriculum;
using Strings = std::vector<std::string>;

namespace {

// What the sample's first criterion requires, read from this text.
Requirement read(std::string_view require) {
  const Curriculum curriculum = load_or_throw(sample::requiring(require), "sample");
  return curriculum.tiers[0].exit[0].requirement(Compression::regular);
}

Measure measure(std::string_view require) {
  return std::get<Measure>(read(require).form);
}

Strings errors(std::string_view require) {
  Strings all = sample::errors(sample::requiring(require));
  const std::string place = "/tiers/0/exit/0/require";
  for (std::string& error : all) {
    if (error.starts_with(place)) error.erase(0, place.size());
  }
  return all;
}

Strings where_errors(std::string_view of, std::string_view where) {
  return errors("{\"of\": \"" + std::string{of} + "\", \"measure\": \"count\", \"at_least\": 1, " +
                "\"where\": {" + std::string{where} + "}}");
}

Query problems_where(std::string_view where) {
  return measure(R"({"of": "problems", "measure": "count", "at_least": 1, "where": {)" +
                 std::string{where} + "}}")
      .query;
}

}  // namespace

TEST_CASE("measures are read with all they may say", "[curriculum]") {
  const Measure found = measure(R"({"of": "runs", "measure": "streak", "per": "pipeline",
      "where": {"ok": true}, "last": 20, "within_days": 30, "at_least": 7, "at_most": 9.5})");
  const Query expected{.of = EntryType::run,
                       .measure = Aggregate::streak,
                       .per = Field{"pipeline", FieldType::text},
                       .last = 20,
                       .within = std::chrono::days{30},
                       .where = {Filter{Field{"ok", FieldType::flag}, OneOf{{true}}}}};
  CHECK(found.query == expected);
  CHECK(found.at_least == 7.0);
  CHECK(found.at_most == 9.5);
  CHECK(measure(R"({"of": "mock_exams", "measure": "min", "field": "score", "at_least": 0.8})")
            .query.field == Field{"score", FieldType::number});
}

TEST_CASE("a count of problems may count repeats", "[curriculum]") {
  const Query once = measure(R"({"of": "problems", "measure": "count", "at_least": 1})").query;
  const Query all =
      measure(R"({"of": "problems", "measure": "count", "at_least": 1, "repeats": true})").query;
  CHECK(counts_once(once));
  CHECK_FALSE(counts_once(all));
  CHECK_FALSE(once == all);
  CHECK_FALSE(counts_once({.of = EntryType::problem, .measure = Aggregate::minutes}));
  CHECK_FALSE(counts_once({.of = EntryType::session, .measure = Aggregate::count}));
  CHECK(errors(R"({"of": "runs", "measure": "count", "at_least": 1, "repeats": true})") ==
        Strings{"/repeats: only a count of problems leaves repeats out"});
  CHECK(
      errors(R"({"of": "problems", "measure": "days", "at_least": 1, "repeats": false})").size() ==
      1);
  CHECK(errors(R"({"of": "problems", "measure": "count", "at_least": 1, "repeats": 1})") ==
        Strings{"/repeats: must be true or false, not 1"});
}

TEST_CASE("where takes a value, a list, or bounds", "[curriculum]") {
  using enum FieldType;
  CHECK(problems_where(R"("difficulty": ["medium", "hard"])").where ==
        std::vector{
            Filter{{"difficulty", text}, OneOf{{std::string{"medium"}, std::string{"hard"}}}}});
  CHECK(problems_where(R"("minutes": {"lt": 8, "ge": 2}, "attempts": 1)").where ==
        std::vector{Filter{{"minutes", number}, Between{.lt = 8.0, .le = {}, .gt = {}, .ge = 2.0}},
                    Filter{{"attempts", number}, OneOf{{1.0}}}});
  CHECK(problems_where(R"("on": {"gt": "2026-01-31"})").where ==
        std::vector{Filter{
            {"on", date}, Between{.lt = {}, .le = {}, .gt = std::string{"2026-01-31"}, .ge = {}}}});
}

TEST_CASE("where.tier replaces the criterion's own tier", "[curriculum]") {
  using Tiers = std::optional<std::vector<TierId>>;
  CHECK(problems_where("").tiers == Tiers{});
  CHECK(problems_where(R"("tier": "any")").tiers == Tiers{std::vector<TierId>{}});
  CHECK(problems_where(R"("tier": "pieces")").tiers == Tiers{{TierId{"pieces"}}});
  const Query both = problems_where(R"("tier": ["strings", "pieces"], "help_used": false)");
  CHECK(both.tiers == Tiers{{TierId{"strings"}, TierId{"pieces"}}});
  CHECK(both.where.size() == 1);
}

TEST_CASE("in the last check a measure counts any tier from the start", "[curriculum]") {
  const Curriculum curriculum = load_or_throw(sample::plus(R"("finish": [
        {"id": "all", "title": "All", "kind": "measured",
         "require": {"not": {"of": "problems", "measure": "count", "at_least": 9}}},
        {"id": "one", "title": "One", "kind": "measured", "require":
         {"of": "problems", "measure": "count", "at_least": 9, "where": {"tier": "strings"}}}])"),
                                              "sample");
  const auto& negation = std::get<Not>(curriculum.finish[0].requirement(Compression::regular).form);
  CHECK(std::get<Measure>(negation.part.at(0).form).query.tiers == std::vector<TierId>{});
  CHECK(
      std::get<Measure>(curriculum.finish[1].requirement(Compression::regular).form).query.tiers ==
      std::vector{TierId{"strings"}});
}

TEST_CASE("groups hold requirements of any form", "[curriculum]") {
  const Requirement found = read(R"({"all": [{"attested": true},
      {"any": [{"artefact": "w1-recording", "verified": true}, {"not": {"attested": true}}]},
      {"some": 1, "of_these": [{"artefact": "w1-recording"}, {"attested": true}]}]})");
  const auto& parts = std::get<All>(found.form).parts;
  REQUIRE(parts.size() == 3);
  CHECK(std::holds_alternative<Attested>(parts[0].form));
  const auto& any = std::get<Any>(parts[1].form).parts;
  CHECK(std::get<Delivered>(any.at(0).form).verified);
  CHECK(std::get<Not>(any.at(1).form).part.size() == 1);
  const auto& some = std::get<Some>(parts[2].form);
  CHECK(some.at_least == 1);
  CHECK_FALSE(std::get<Delivered>(some.of_these.at(0).form).verified);
}

TEST_CASE("a requirement has exactly one form", "[curriculum]") {
  CHECK(errors("{}") == Strings{": requires nothing"});
  CHECK(errors(R"({"measure": "count", "at_least": 1})").size() == 1);
  CHECK(errors(R"({"none": [{"attested": true}]})").size() == 2);
  CHECK(errors(R"({"attested": true, "of": "runs", "measure": "count", "at_least": 1})") ==
        Strings{": \"attested\" and \"of\" in the same object"});
  CHECK(errors(R"({"all": [{"attested": true}], "at_least": 3})") ==
        Strings{"/at_least: unknown key \"at_least\""});
  CHECK(errors("7") == Strings{": must be an object, not 7"});
  CHECK(errors(R"({"all": {"attested": true}})") == Strings{"/all: must be a list, not an object"});
}

TEST_CASE("groups of nothing and impossible numbers are errors", "[curriculum]") {
  CHECK(errors(R"({"all": []})") == Strings{"/all: is empty"});
  CHECK(errors(R"({"not": {"any": []}})") == Strings{"/not/any: is empty"});
  CHECK(errors(R"({"some": 2, "of_these": [{"attested": true}]})") ==
        Strings{"/some: asks for 2 of 1"});
  CHECK(errors(R"({"some": 1, "of_these": [{"attested": true}]})").empty());
  CHECK(errors(R"({"some": 0, "of_these": [{"attested": true}]})") ==
        Strings{"/some: must be at least 1, not 0"});
  CHECK(errors(R"({"some": 1})") == Strings{": has no \"of_these\""});
}

TEST_CASE("thresholds are finite, not negative, and leave room", "[curriculum]") {
  const auto bounds = [](std::string_view text) {
    return errors(R"({"of": "runs", "measure": "count", )" + std::string{text} + "}");
  };
  CHECK(bounds(R"("at_least": 3, "at_most": 3)").empty());
  CHECK(bounds(R"("at_least": 3.5, "at_most": 3)") ==
        Strings{": \"at_least\" and \"at_most\" contradict each other"});
  CHECK(bounds(R"("at_most": -0.5)") == Strings{"/at_most: must be at least 0, not -0.5"});
  CHECK(bounds(R"("at_least": 1e400)") == Strings{"/at_least: the number 1e400 is too large"});
  CHECK(bounds(R"("last": 2)") == Strings{": has no bound"});
  CHECK(bounds(R"("at_least": 1, "last": 0)") == Strings{"/last: must be at least 1, not 0"});
  CHECK(bounds(R"("at_least": 1, "within_days": 0)").empty());
  CHECK(bounds(R"("at_least": 1, "within_days": 36526)").size() == 1);
}

TEST_CASE("a measure fits the type it is taken of", "[curriculum]") {
  const auto of = [](std::string_view type, std::string_view rest) {
    return errors("{\"of\": \"" + std::string{type} +
                  "\", \"at_least\": 1, \"measure\": " + std::string{rest} + "}");
  };
  CHECK(of("problems", "\"minutes\"").empty());
  CHECK(of("runs", "\"minutes\"") == Strings{"/measure: runs have no minutes to add up"});
  CHECK(of("sessions", "\"usd\"") == Strings{"/measure: sessions have no usd to add up"});
  CHECK(of("sessions", "\"sum\"").size() == 1);
  CHECK(of("sessions", "\"max\"") == Strings{": max needs a \"field\""});
  CHECK(of("sessions", "\"max\", \"field\": \"minutes\"").empty());
  CHECK(of("sessions", "\"max\", \"field\": \"kind\"") ==
        Strings{"/field: \"kind\" is not a number"});
  CHECK(of("sessions", "\"count\", \"field\": \"minutes\"") ==
        Strings{"/field: count doesn't use a field"});
  CHECK(of("sessions", "\"count\", \"per\": \"topic\"").empty());
  CHECK(of("sessions", "\"count\", \"per\": \"minutes\"") ==
        Strings{"/per: entries can't be grouped by \"minutes\": it is not a text"});
  CHECK(of("reviews", "\"count\"").size() == 1);
  CHECK(
      of("session", "\"count\"") ==
      Strings{
          "/of: \"session\" is not one of sessions, problems, artefacts, attestations, mock_exams, "
          "mock_interviews, applications, runs, expenses, drills"});
}

TEST_CASE("where is held against the fields of the type", "[curriculum]") {
  CHECK(where_errors("sessions", R"("minuts": 5)") ==
        Strings{"/where/minuts: sessions have no field \"minuts\""});
  CHECK(where_errors("sessions", R"("minutes": "5")") ==
        Strings{"/where/minutes: must be a number, not the text \"5\""});
  CHECK(where_errors("problems", R"("help_used": ["no"])") ==
        Strings{"/where/help_used/0: must be true or false, not the text \"no\""});
  CHECK(where_errors("problems", R"("title": {"lt": "b"})").size() == 1);
  CHECK(where_errors("problems", R"("title": [])") == Strings{"/where/title: is empty"});
  CHECK(where_errors("problems", R"("minutes": {})") ==
        Strings{"/where/minutes: names none of lt, le, gt, ge"});
  CHECK(where_errors("problems", R"("minutes": {"under": 5})") ==
        Strings{"/where/minutes/under: unknown key \"under\""});
  CHECK(where_errors("problems", R"("on": {"ge": "2026-02-30"})").size() == 1);
  CHECK(where_errors("problems", R"("on": "2026-02-28")").empty());
}

TEST_CASE("bounds in where leave room", "[curriculum]") {
  CHECK(where_errors("problems", R"("minutes": {"ge": 5, "le": 5})").empty());
  CHECK(where_errors("problems", R"("on": {"gt": "2026-01-31", "lt": "2026-02-02"})").empty());
  for (const char* bounds :
       {R"({"gt": 5, "le": 5})", R"({"ge": 5, "lt": 5})", R"({"gt": 5, "lt": 5})",
        R"({"ge": 6, "le": 5})", R"({"gt": 9, "ge": 1, "lt": 8})"}) {
    INFO(bounds);
    CHECK(where_errors("problems", "\"minutes\": " + std::string{bounds}) ==
          Strings{"/where/minutes: the bounds contradict each other: nothing can match"});
  }
  CHECK(where_errors("problems", R"("on": {"gt": "2026-02-02", "lt": "2026-01-31"})").size() == 1);
}

TEST_CASE("where names only what the curriculum and the program know", "[curriculum]") {
  CHECK(
      where_errors("problems", R"("topic": "scales", "week": "w1", "difficulty": "hard")").empty());
  CHECK(where_errors("problems", R"("topic": "chords")") ==
        Strings{"/where/topic: there is no topic \"chords\""});
  CHECK(where_errors("problems", R"("week": ["w1", "w9"])") ==
        Strings{"/where/week/1: there is no week \"w9\""});
  CHECK(where_errors("artefacts", R"("artefact": "w1")").size() == 1);
  CHECK(where_errors("sessions", R"("kind": "labs")") ==
        Strings{"/where/kind: \"labs\" is not one of read, lab, review, mock, project"});
  CHECK(where_errors("runs", R"("tier": ["strings", "string"])") ==
        Strings{"/where/tier/1: there is no tier \"string\""});
  CHECK(where_errors("runs", R"("tier": [])") == Strings{"/where/tier: is empty"});
}

TEST_CASE("placed and when_saved replace keys of require, whole", "[curriculum]") {
  const Curriculum curriculum = load_or_throw(
      sample::with(R"("require": {"of": "sessions", "measure": "minutes", "at_least": 120})",
                   R"("require": {"of": "problems", "measure": "count", "at_least": 200,
                                  "where": {"topic": "scales", "attempts": 1}},
                      "when_saved": {"at_least": 150, "last": 300},
                      "placed": {"at_least": 100, "where": {"difficulty": "hard"}})"),
      "sample");
  const Criterion& criterion = curriculum.tiers[0].exit[0];
  const auto in = [&](Compression compression) {
    return std::get<Measure>(criterion.requirement(compression).form);
  };
  CHECK(in(Compression::regular).at_least == 200.0);
  CHECK(in(Compression::weeks_saved).at_least == 150.0);
  CHECK(in(Compression::weeks_saved).query.where == in(Compression::regular).query.where);
  CHECK(in(Compression::weeks_saved).query.last == 300);
  CHECK(in(Compression::compressed_deeply).at_least == 100.0);
  CHECK(in(Compression::compressed_deeply).query.last == 300);
  REQUIRE(in(Compression::compressed_deeply).query.where.size() == 1);
  CHECK(in(Compression::compressed_deeply).query.where[0].field.name == "difficulty");
}

TEST_CASE("replacements are blamed for what they bring, not for what they found", "[curriculum]") {
  const auto with_placed = [](std::string_view require, std::string_view placed) {
    return sample::errors(
        sample::with(R"({"of": "sessions", "measure": "minutes", "at_least": 120})",
                     std::string{require} + ", \"placed\": " + std::string{placed}));
  };
  CHECK(with_placed(R"({"of": "runs", "measure": "count", "at_most": 5})", R"({"at_least": 6})") ==
        Strings{"/tiers/0/exit/0/placed: \"at_least\" and \"at_most\" contradict each other"});
  CHECK(with_placed(R"({"of": "runs", "measure": "cuont", "at_most": 5})", R"({"at_most": -6})")
            .size() == 2);
  CHECK(with_placed(R"({"attested": true})", R"({"all": [{"attested": true}]})").size() == 1);
  CHECK(with_placed(R"({"attested": true})", "3") ==
        Strings{"/tiers/0/exit/0/placed: must be an object, not 3"});
}

TEST_CASE("what could count is looked for anywhere in the tree", "[curriculum]") {
  using enum EntryType;
  CHECK(could_count(read(R"({"attested": true})"), attestation));
  const auto nested = read(R"({"any": [{"artefact": "w1-recording"},
                                       {"not": {"all": [{"attested": true}]}}]})");
  CHECK(could_count(nested, attestation));
  CHECK(could_count(nested, artefact));
  CHECK_FALSE(could_count(nested, session));
  CHECK(could_count(read(R"({"some": 1, "of_these": [{"attested": true}]})"), attestation));
  CHECK_FALSE(could_count(read(R"({"artefact": "w1-recording"})"), attestation));
  const auto runs = read(R"({"of": "runs", "measure": "count", "at_least": 1})");
  CHECK(could_count(runs, run));
  CHECK_FALSE(could_count(runs, attestation));
}

TEST_CASE("aggregates are read by their names", "[curriculum]") {
  for (const Aggregate aggregate : aggregates) {
    CHECK(aggregates.parse(name(aggregate)) == aggregate);
  }
  CHECK(name(Aggregate::latest) == "latest");
  CHECK_FALSE(aggregates.parse("sum").has_value());
  CHECK(needs_field(Aggregate::mean));
  CHECK_FALSE(needs_field(Aggregate::streak));
}

}  // namespace gradus::curriculum::requirement_test
