#include "gradus/store/entries.hpp"

#include "gradus/store/error.hpp"
#include "gradus/store/verifications.hpp"

#include "query_plans.hpp"
#include "store/entry_row.hpp"
#include "store_fixture.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace gradus::store::entries_test {

using namespace gradus;
using namespace gradus::testing;
using namespace gradus::journal;
using store::Store;

namespace {

using Texts = std::vector<std::string>;

const std::string odd_text = std::string("a\0b", 3) + " 'c' \"d\" -- \xf0\x9f\x8e\x93\n%_";
const std::string text_with_nul("before\0after", 12);

// One of each type with every field set.
std::vector<What> full() {
  const curriculum::TopicId topic("joins");
  return {
      Session{.minutes = Minutes{1440}, .kind = SessionKind::project, .topic = topic},
      Problem{.title = text_with_nul,
              .topic = topic,
              .difficulty = curriculum::Difficulty::hard,
              .minutes = Minutes{1},
              .attempts = 3,
              .help_used = true,
              .platform = "a",
              .url = "https://example.org/?a=b&c",
              .language = "sql"},
      Artefact{.artefact = curriculum::ArtefactId("w1-gist"),
               .title = odd_text,
               .url = "https://example.org",
               .path = "~/a b",
               .verified = true},
      Attestation{
          .criterion = curriculum::CriterionId("explain"), .evidence = "", .placement = true},
      MockExam{.exam = "dea-c01",
               .score = 0.1 + 0.2,
               .timed = true,
               .domains = {{"ingest", 1.0 / 3}, {"a\"b\\c", 0}, {text_with_nul, 1e-9}}},
      MockInterview{.area = "sql", .score = 72.5},
      Application{.company = "A & B", .role = "engineer", .status = "sent"},
      Run{.pipeline = "daily", .ok = true},
      Expense{.usd = curriculum::Usd{123'456'789'01}, .kind = ExpenseKind::cloud, .title = "a"},
      Drill{.drill = "window",
            .seconds = std::chrono::seconds{61},
            .limit_seconds = std::chrono::seconds{900},
            .passed = true},
      Review{.item = entry_id(7).text(), .grade = 4},
      Check{.module = curriculum::ModuleId("tuning"),
            .check = curriculum::CriterionId("plan-aloud"),
            .passed = true,
            .score = 1.0 / 3,
            .evidence = odd_text},
      Decision{.table = odd_text,
               .title = text_with_nul,
               .result = odd_text,
               .why = text_with_nul,
               .given = odd_text},
  };
}

// One of each type with as little as there can be.
std::vector<What> bare() {
  const curriculum::TopicId topic("joins");
  return {
      Session{.minutes = Minutes{1}, .kind = SessionKind::read},
      Problem{.title = "a",
              .topic = topic,
              .difficulty = curriculum::Difficulty::easy,
              .minutes = Minutes{1}},
      Artefact{.title = "a"},
      Attestation{.criterion = curriculum::CriterionId("explain"), .evidence = "a"},
      MockExam{.exam = "a"},
      MockInterview{.area = "a"},
      Application{.company = "a"},
      Run{.pipeline = "a"},
      Expense{.usd = curriculum::Usd{0}, .kind = ExpenseKind::other, .title = "a"},
      Drill{.drill = "a", .seconds = {}, .limit_seconds = {}},
      Review{.item = entry_id(7).text(), .grade = 1},
      Check{.module = curriculum::ModuleId("tuning"), .check = curriculum::CriterionId("aloud")},
      Decision{.table = "t", .title = "Which?", .result = "this"},
  };
}

// An entry of a known id.
Entry entry_of(const std::string& id, const std::string& on = "2026-11-30") {
  auto entry = make_session(on, 10);
  entry.id = EntryId::parse(id).value();
  return entry;
}

class Journal {
 public:
  void add(const Entry& entry) { record(file_, entry); }
  [[nodiscard]] Store read() const { return Store::read(file_); }
  [[nodiscard]] const std::filesystem::path& file() const { return file_; }
  [[nodiscard]] std::vector<Entry> entries(const store::EntryFilter& filter = {}) const {
    const auto store = read();
    return store::entries(store, active(store), filter);
  }
  [[nodiscard]] std::vector<std::string> days(const store::EntryFilter& filter = {}) const {
    std::vector<std::string> days;
    for (const auto& entry : entries(filter)) days.push_back(entry.on.iso());
    return days;
  }

 private:
  Folder folder_;
  std::filesystem::path file_ = new_store(folder_);
};

}  // namespace

TEST_CASE("every type of entry comes back as it was stored", "[store]") {
  Journal journal;
  std::vector<std::string> stored;
  for (const auto& what : full()) {
    auto entry = make_entry("9999-12-31", what, "sql", "w1");
    entry.note = text_with_nul;
    entry.at = calendar::Moment::parse("9999-12-31T23:59-03:30");
    REQUIRE(entry.at);
    journal.add(entry);
    stored.insert(stored.begin(), described(entry));
  }
  CHECK(stored.size() == curriculum::entry_types.size());
  CHECK(described(journal.entries()) == stored);
}

TEST_CASE("what an entry leaves out stays out", "[store]") {
  Journal journal;
  std::vector<std::string> stored;
  for (const auto& what : bare()) {
    const auto entry = make_entry("0001-01-01", what);
    journal.add(entry);
    stored.insert(stored.begin(), described(entry));
  }
  CHECK(described(journal.entries()) == stored);
}

TEST_CASE("an entry is stored once", "[store]") {
  Journal journal;
  const auto entry = make_session("2026-11-30", 60);
  journal.add(entry);
  CHECK_THROWS_WITH(journal.add(entry), Catch::Contains(entry.id.text()));
  CHECK(journal.entries().size() == 1);
}

TEST_CASE("entries come newest first, by day, time, then recording", "[store]") {
  Journal journal;
  std::vector<Entry> recorded{
      at_minute(make_session("2026-12-01", 1), 540),
      make_session("2026-12-02", 2),
      make_session("2026-12-01", 3),
      at_minute(make_session("2026-12-01", 4), 600),
      make_session("2026-12-01", 5),
      at_minute(make_session("2026-12-01", 6), 540),
  };
  for (const auto& entry : recorded) journal.add(entry);
  std::vector<std::int64_t> minutes;
  for (const auto& entry : journal.entries()) {
    minutes.push_back(std::get<Session>(entry.what).minutes.count());
  }
  CHECK(minutes == std::vector<std::int64_t>{2, 4, 6, 1, 5, 3});
}

TEST_CASE("entries are filtered by type and days, both included, and limited", "[store]") {
  Journal journal;
  journal.add(make_session("2026-11-30", 1));
  journal.add(make_problem("2026-12-01", "joins"));
  journal.add(make_session("2026-12-02", 1));
  journal.add(make_session("2026-12-03", 1));

  CHECK(journal.days({.from = day("2026-12-01"), .to = day("2026-12-02")}) ==
        Texts{"2026-12-02", "2026-12-01"});
  CHECK(journal.days({.type = curriculum::EntryType::problem}) == Texts{"2026-12-01"});
  CHECK(journal.days({.type = curriculum::EntryType::session, .limit = 2}) ==
        Texts{"2026-12-03", "2026-12-02"});
  CHECK(journal.days({.limit = 0}).empty());
  CHECK(journal.days({.without = {curriculum::EntryType::session}, .limit = 1}) ==
        Texts{"2026-12-01"});
  CHECK(journal.days({.without = {curriculum::EntryType::problem, curriculum::EntryType::run},
                      .from = day("2026-12-01"),
                      .limit = 2}) == Texts{"2026-12-03", "2026-12-02"});
  CHECK(journal
            .days({.type = curriculum::EntryType::problem,
                   .without = {curriculum::EntryType::problem}})
            .empty());
}

TEST_CASE("the newest entries of a type come whether they are few or many", "[store]") {
  Journal journal;
  for (int number = 0; number < 40; ++number) {
    const auto on = fmt::format("2026-12-{:02}", 1 + number / 2);
    if (number % 10 == 0)
      journal.add(make_problem(on, "joins"));
    else
      journal.add(make_session(on, 1 + number));
  }
  const auto of = [&](curriculum::EntryType type, std::optional<std::size_t> limit) {
    return journal.days({.type = type, .limit = limit});
  };
  const Texts problems{"2026-12-16", "2026-12-11", "2026-12-06", "2026-12-01"};
  CHECK(of(curriculum::EntryType::problem, std::nullopt) == problems);
  CHECK(of(curriculum::EntryType::problem, 1) == Texts{"2026-12-16"});
  CHECK(of(curriculum::EntryType::session, 3) == Texts{"2026-12-20", "2026-12-20", "2026-12-19"});
  CHECK(of(curriculum::EntryType::session, std::nullopt).size() == 36);
  CHECK(of(curriculum::EntryType::run, std::nullopt).empty());
}

TEST_CASE("what has an index of its own is not looked up day by day", "[store]") {
  Journal journal;
  const auto problem = make_problem("2026-12-02", "joins");
  journal.add(problem);
  for (int minutes = 1; minutes < 30; ++minutes) journal.add(make_session("2026-12-01", minutes));
  const auto store = journal.read();
  const auto track = active(store);
  const auto plans = query_plans(store, [&] {
    (void)store::entries(store, track, {.type = curriculum::EntryType::problem});
    (void)store::solved_before(store, track, problem);
    (void)store::solved_before(store, track, problem, day("2026-12-01"));
    (void)store::signatures(store, track);
    (void)store::delivered(store, track);
    (void)store::delivered_before(store, track, day("2026-12-01"));
    (void)store::verifications(store, track);
  });
  INFO(plans);
  CHECK(plans.find("entry_by_title") != std::string::npos);
  CHECK(plans.find("entry_by_day") == std::string::npos);
  CHECK(plans.find("SCAN entry") == std::string::npos);
}

TEST_CASE("an entry is found by any beginning of its id that no other shares", "[store]") {
  Journal journal;
  journal.add(entry_of("abcd1234-0000-4000-8000-000000000000"));
  journal.add(entry_of("abcd1299-0000-4000-8000-000000000000", "2026-12-01"));
  journal.add(entry_of("ffff0000-0000-4000-8000-000000000000"));
  const auto store = journal.read();
  const auto track = active(store);
  const auto found = [&](const std::string& prefix) {
    return store::find_entry(store, track, prefix).id.text();
  };

  CHECK(found("ffff") == "ffff0000-0000-4000-8000-000000000000");
  CHECK(found("ABCD123") == "abcd1234-0000-4000-8000-000000000000");
  CHECK(found("abcd1299-0000-4000-8000-000000000000") == "abcd1299-0000-4000-8000-000000000000");
  CHECK_THROWS_AS(found("abce"), store::NotFound);
  CHECK_THROWS_AS(found("abcd1234-0000-4000-8000-0000000000001"), store::NotFound);
  CHECK_THROWS_AS(found("%%%%"), store::NotFound);
  CHECK_THROWS_WITH(found("fff"), "\"fff\" is too short for an id");
  CHECK_THROWS_WITH(found("abcd12"),
                    "more than one entry begins with \"abcd12\": abcd123 (session on 2026-11-30), "
                    "abcd129 (session on 2026-12-01)");
}

TEST_CASE("a short id has 4 characters, or one more than its neighbours share", "[store]") {
  Journal journal;
  const auto a = entry_of("abcd1234-0000-4000-8000-000000000000");
  const auto b = entry_of("abcd1299-0000-4000-8000-000000000000");
  const auto c = entry_of("ffff0000-0000-4000-8000-000000000000");
  for (const auto& entry : {a, b, c}) journal.add(entry);
  const auto store = journal.read();
  CHECK(store::short_id(store, a.id) == "abcd123");
  CHECK(store::short_id(store, b.id) == "abcd129");
  CHECK(store::short_id(store, c.id) == "ffff");
}

TEST_CASE("a removed entry is gone, and can't be removed again", "[store]") {
  Journal journal;
  const auto entry = make_session("2026-11-30", 60);
  journal.add(entry);
  journal.add(make_session("2026-12-01", 60));
  auto store = Store::write(journal.file());
  const journal::Removal removal{entry.id, instant("2026-12-01T12:00:00Z")};
  store::remove_entry(store, active(store), removal);
  CHECK_THROWS_AS(store::remove_entry(store, active(store), removal), store::NotFound);
  std::vector<journal::Removal> removals;
  store::each_removal(store, active(store), [&](const auto& each) { removals.push_back(each); });
  CHECK(removals == std::vector{removal});
  CHECK(store::removed_and_there(store, active(store)) == 0);
  store.commit(step_named("rm"));
  CHECK(journal.days() == Texts{"2026-12-01"});
}

TEST_CASE("minutes are summed by week and day, and by kind", "[store]") {
  Journal journal;
  CHECK(store::study_days(journal.read(), active(journal.read())).empty());
  journal.add(make_session("2026-11-30", 60, SessionKind::read, "w1", "sql"));
  journal.add(make_session("2026-12-01", 30, SessionKind::lab, "w1", "sql"));
  journal.add(make_session("2026-12-08", 15, SessionKind::lab, "w2", "sql"));
  journal.add(make_session("2026-12-08", 5, SessionKind::lab));
  journal.add(make_problem("2026-12-08", "joins", curriculum::Difficulty::easy, 100, "w1", "sql"));
  const auto store = journal.read();
  CHECK(store::study_days(store, active(store)) ==
        StudyDays{{curriculum::WeekId("w1"),
                   {{day("2026-11-30"), {Minutes{60}, Minutes{0}, Minutes{0}}},
                    {day("2026-12-01"), {Minutes{0}, Minutes{30}, Minutes{0}}}}},
                  {curriculum::WeekId("w2"),
                   {{day("2026-12-08"), {Minutes{0}, Minutes{15}, Minutes{0}}}}}});
  CHECK(store::minutes_by_kind(store, active(store)) ==
        MinutesByKind{{SessionKind::read, Minutes{60}}, {SessionKind::lab, Minutes{50}}});
}

TEST_CASE("the minutes of each week are read until it has enough", "[store]") {
  Journal journal;
  journal.add(make_session("2026-11-30", 60, SessionKind::read, "w1", "sql"));
  journal.add(make_session("2026-12-01", 30, SessionKind::lab, "w1", "sql"));
  journal.add(make_session("2026-12-01", 10, SessionKind::read, "w1", "sql"));
  journal.add(make_session("2026-12-02", 5, SessionKind::mock, "w1", "sql"));
  journal.add(make_session("2026-12-03", 7, SessionKind::read, "w1", "sql"));
  journal.add(make_session("2026-12-08", 15, SessionKind::lab, "w2", "sql"));
  journal.add(make_session("2026-12-09", 4, SessionKind::lab));
  const auto store = journal.read();
  const auto track = active(store);
  const curriculum::WeekId w1{"w1"};
  const curriculum::WeekId w2{"w2"};
  const StudyDays until_enough{{w1,
                                {{day("2026-11-30"), {Minutes{60}, Minutes{0}, Minutes{0}}},
                                 {day("2026-12-01"), {Minutes{10}, Minutes{30}, Minutes{0}}},
                                 {day("2026-12-02"), {Minutes{7}, Minutes{5}, Minutes{0}}}}},
                               {w2, {{day("2026-12-08"), {Minutes{0}, Minutes{15}, Minutes{0}}}}}};
  CHECK(store::study_days_until(store, track, {{w1, Minutes{61}}}) == until_enough);
  CHECK(store::study_days_until(store, track, {{w1, Minutes{100}}}) == until_enough);
  CHECK(store::study_days_until(store, track, {{w1, Minutes{105}}, {w2, Minutes{420}}}) ==
        store::study_days(store, track));
  CHECK(store::study_days_since(store, track, {w1}, day("2026-12-02")) ==
        StudyDays{{w1,
                   {{day("2026-12-02"), {Minutes{0}, Minutes{5}, Minutes{0}}},
                    {day("2026-12-03"), {Minutes{7}, Minutes{0}, Minutes{0}}}}}});
  CHECK(store::study_by_day(store, track) ==
        journal::StudyByDay{{day("2026-11-30"), {Minutes{60}, Minutes{0}, Minutes{0}}},
                            {day("2026-12-01"), {Minutes{10}, Minutes{30}, Minutes{0}}},
                            {day("2026-12-02"), {Minutes{0}, Minutes{5}, Minutes{0}}},
                            {day("2026-12-03"), {Minutes{7}, Minutes{0}, Minutes{0}}},
                            {day("2026-12-08"), {Minutes{0}, Minutes{15}, Minutes{0}}}});
  CHECK(store::minutes_by_kind(store, track, day("2026-12-03")) ==
        MinutesByKind{{SessionKind::read, Minutes{7}}, {SessionKind::lab, Minutes{19}}});
}

TEST_CASE("problems are counted by week, tier, topic and difficulty", "[store]") {
  Journal journal;
  using curriculum::Difficulty;
  journal.add(make_problem("2026-11-30", "joins", Difficulty::easy, 10, "w1", "sql"));
  journal.add(make_problem("2026-12-01", "joins", Difficulty::easy, 10, "w1", "sql"));
  journal.add(make_problem("2026-12-01", "joins", Difficulty::hard, 10, "w1", "sql"));
  journal.add(make_problem("2026-12-01", "joins"));
  const auto store = journal.read();
  std::vector<std::string> counts;
  for (const auto& row : store::problem_counts(store, active(store))) {
    counts.push_back(fmt::format("{} {} {} {} {}", row.week ? row.week->text() : "-",
                                 row.tier ? row.tier->text() : "-", row.topic.text(),
                                 curriculum::name(row.difficulty), row.count));
  }
  CHECK_THAT(counts, Catch::UnorderedEquals(
                         Texts{"- - joins easy 1", "w1 sql joins easy 2", "w1 sql joins hard 1"}));
}

TEST_CASE("a problem counts once in a tier, where it was first recorded", "[store]") {
  Journal journal;
  using curriculum::Difficulty;
  const auto solve = [&](const std::string& on, const std::string& title, const std::string& week,
                         const std::string& tier, Difficulty difficulty = Difficulty::easy) {
    auto entry = make_problem(on, "joins", difficulty, 10, week, tier);
    std::get<gradus::journal::Problem>(entry.what).title = title;
    journal.add(entry);
  };
  solve("2026-12-01", "Ranks", "w2", "sql");  // the first
  solve("2026-11-30", "ranks ", "w1", "sql");
  solve("2026-12-02", "RANKS", "w1", "sql");
  solve("2026-12-03", "Ranks", "w1", "sql", Difficulty::hard);
  solve("2026-12-04", "Ranks", "w8", "python");
  solve("2026-12-01", "Others", "w2", "sql");
  const auto store = journal.read();
  std::vector<std::string> counts;
  for (const auto& row : store::problem_counts(store, active(store)))
    counts.push_back(fmt::format("{} {} {}", row.week.value().text(),
                                 curriculum::name(row.difficulty), row.count));
  CHECK_THAT(counts, Catch::UnorderedEquals(Texts{"w2 easy 2", "w8 easy 1"}));
}

TEST_CASE("the ids that entries name are found, each once", "[store]") {
  Journal journal;
  using curriculum::CriterionId;
  using curriculum::TierId;
  CHECK(store::named_ids(journal.read(), active(journal.read())).weeks.empty());
  journal.add(make_session("2026-11-30", 60, SessionKind::read, "w1", "sql"));
  journal.add(make_session("2026-12-01", 60, SessionKind::read, "w1", "sql"));
  journal.add(make_problem("2026-12-08", "joins", curriculum::Difficulty::easy, 5, "w2", "sql"));
  Artefact artefact{.title = "A gist"};
  artefact.artefact.emplace("w1-gist");
  journal.add(make_entry("2026-12-03", artefact));
  auto signature = make_entry("2026-12-03", journal::Attestation{CriterionId("plans"), "a link"});
  signature.tier.emplace("python");
  journal.add(signature);
  journal.add(make_entry("2026-12-04", journal::Attestation{CriterionId("ready"), "a link"}));
  const auto store = journal.read();
  const auto named = store::named_ids(store, active(store));
  CHECK(named.tiers == std::set<TierId>{TierId("python"), TierId("sql")});
  CHECK(named.weeks ==
        std::set<curriculum::WeekId>{curriculum::WeekId("w1"), curriculum::WeekId("w2")});
  CHECK(named.topics == std::set<curriculum::TopicId>{curriculum::TopicId("joins")});
  CHECK(named.artefacts == std::set<curriculum::ArtefactId>{curriculum::ArtefactId("w1-gist")});
  CHECK(named.criteria.size() == 2);
  CHECK(named.criteria.contains({TierId("python"), CriterionId("plans")}));
  CHECK(named.criteria.contains({std::nullopt, CriterionId("ready")}));
}

TEST_CASE("of an artefact the newest delivery counts, of others each, oldest first", "[store]") {
  Journal journal;
  const auto deliver = [&](const std::string& on, const std::string& title, bool asked_for) {
    Artefact artefact{.title = title};
    if (asked_for) artefact.artefact.emplace("w1-gist");
    journal.add(make_entry(on, artefact));
  };
  deliver("2026-12-03", "newest", true);
  deliver("2026-12-02", "mine", false);
  deliver("2026-12-01", "oldest", true);
  deliver("2026-12-04", "mine too", false);
  const auto store = journal.read();
  std::vector<std::string> titles;
  for (const auto& entry : store::delivered(store, active(store))) {
    titles.push_back(std::get<Artefact>(entry.what).title);
  }
  CHECK(titles == Texts{"mine", "newest", "mine too"});
}

TEST_CASE("the artefacts delivered before a day are found", "[store]") {
  Journal journal;
  const auto deliver = [&](const std::string& on, const std::string& artefact) {
    journal.add(
        make_entry(on, Artefact{.artefact = curriculum::ArtefactId(artefact), .title = "A"}));
  };
  deliver("2026-12-01", "w1-gist");
  deliver("2026-12-03", "w1-gist");
  deliver("2026-12-02", "w2-gist");
  journal.add(make_entry("2026-12-01", Artefact{.title = "Mine"}));
  const auto store = journal.read();
  std::set<curriculum::ArtefactId> expected{curriculum::ArtefactId("w1-gist")};
  CHECK(store::delivered_before(store, active(store), day("2026-12-02")) == expected);
  CHECK(store::delivered_before(store, active(store), day("2026-12-01")).empty());
}

TEST_CASE("of a criterion's signatures the newest counts, those for placement apart", "[store]") {
  Journal journal;
  const auto sign = [&](const std::string& on, const std::string& evidence, bool placement) {
    journal.add(make_entry(on, Attestation{.criterion = curriculum::CriterionId("explain"),
                                           .evidence = evidence,
                                           .placement = placement}));
  };
  sign("2026-12-03", "newest", false);
  sign("2026-12-01", "oldest", false);
  sign("2026-12-02", "placed", true);
  const auto store = journal.read();
  std::vector<std::string> evidence;
  for (const auto& entry : store::signatures(store, active(store)))
    evidence.push_back(std::get<Attestation>(entry.what).evidence);
  CHECK(evidence == Texts{"newest", "placed"});
}

TEST_CASE("a time in the night after its entry's day is kept, behind the evening", "[store]") {
  const Folder folder;
  const auto file = new_store(folder);
  auto night = make_session("2026-12-01", 20);
  night.at = calendar::Moment::parse("2026-12-02T00:20+01:00");
  auto evening = make_session("2026-12-01", 20);
  evening.at = calendar::Moment::parse("2026-12-01T23:50+01:00");
  record(file, night);
  record(file, evening);
  const auto store = Store::read(file);
  const auto found = store::entries(store, store::find_track(store, std::nullopt).id, {});
  REQUIRE(found.size() == 2);
  CHECK(found[0].at == night.at);
  CHECK(found[1].at == evening.at);
}

TEST_CASE("a time that no entry can have is damage", "[store]") {
  for (const auto* text : {"36:00", "24:60", "40:10", "2a:10", "24:1", "-1:00"}) {
    INFO(text);
    CHECK_FALSE(store::TimeOfEntry::parse(text));
  }
  for (const auto* text : {"00:00", "23:59", "24:00", "29:05", "35:59"}) {
    INFO(text);
    REQUIRE(store::TimeOfEntry::parse(text));
    CHECK(store::TimeOfEntry::parse(text)->text() == text);
  }
}

}  // namespace gradus::store::entries_test
