#include "gradus/exchange/jsonl.hpp"

#include "exchange/lines.hpp"
#include "support/entries.hpp"
#include "support/foreign_file.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <set>
#include <utility>
#include <vector>

namespace gradus::exchange::read_jsonl_test {
namespace {

using testing::day;

std::vector<journal::Entry> read_all(const std::string& text) {
  testing::ForeignFile file("history.jsonl", text);
  std::vector<journal::Entry> entries;
  for (auto& read : testing::read_all(*read_jsonl(file.source())))
    entries.push_back(std::move(read.entry));
  return entries;
}

std::string message_for(const std::string& text) {
  testing::ForeignFile file("history.jsonl", text);
  return testing::refusal(*read_jsonl(file.source()));
}

std::string line_of(const std::string& type, const std::string& members) {
  return R"({"type": ")" + type + R"(", "on": "2026-12-01")" + members + "}";
}

const std::string run = line_of("run", R"(, "pipeline": "daily", "ok": true)");

TEST_CASE("a line needs type, day and the type's own fields, and no more", "[exchange]") {
  const auto entry = testing::read_line(line_of(
      "problem", R"(, "title": "T", "topic": "joins", "difficulty": "easy", "minutes": 5)"));
  CHECK(entry.on == day("2026-12-01"));
  CHECK_FALSE(entry.at);
  CHECK_FALSE(entry.week);
  CHECK_FALSE(entry.tier);
  CHECK(entry.note.empty());
  const auto& problem = std::get<journal::Problem>(entry.what);
  CHECK(problem.attempts == 1);
  CHECK_FALSE(problem.help_used);
  CHECK_FALSE(problem.platform);
}

TEST_CASE("a tier whose week is null belongs to no week; without one, a week is wanted",
          "[exchange]") {
  const auto wants = [](const std::string& members) {
    testing::ForeignFile file("f", line_of("run", R"(, "pipeline": "p", "ok": true)" + members));
    return read_jsonl(file.source())->next()->wants_week;
  };
  CHECK(wants(""));
  CHECK(wants(R"(, "tier": "sql")"));
  CHECK(wants(R"(, "week": null)"));
  CHECK_FALSE(wants(R"(, "week": null, "tier": "sql")"));
}

TEST_CASE("a line may say when it was changed", "[exchange]") {
  const auto read = [](const std::string& members) {
    testing::ForeignFile file("history.jsonl",
                              line_of("run", R"(, "pipeline": "p", "ok": true)" + members));
    return read_jsonl(file.source())->next().value();
  };
  const auto stamped = read(R"(, "changed": "2026-12-01T18:00:00.123456Z")");
  CHECK(stamped.stamped);
  CHECK(stamped.entry.changed.iso() == "2026-12-01T18:00:00.123456Z");
  CHECK(read(R"(, "changed": "2026-12-01T19:00:00+01:00")").entry.changed.iso() ==
        "2026-12-01T18:00:00Z");
  CHECK_FALSE(read("").stamped);
  CHECK_FALSE(read(R"(, "changed": null)").stamped);
  CHECK(message_for(line_of("run", R"(, "pipeline": "p", "ok": true, "changed": "yesterday")")) ==
        "history.jsonl:1: changed must be a time in UTC (2026-12-01T18:00:00Z), but is "
        "\"yesterday\"");
  CHECK(message_for(line_of("run", R"(, "pipeline": "p", "ok": true, "changed": 7)")) ==
        "history.jsonl:1: changed must be a time in UTC (2026-12-01T18:00:00Z), but is 7");
}

TEST_CASE("a line of a removed entry is reported, and is not an entry", "[exchange]") {
  const journal::Removal removal{testing::entry_id(7),
                                 calendar::Instant::parse("2026-12-01T18:00:00.5Z").value()};
  CHECK(to_json(removal) == R"({"type":"removed","id":"00000000-0000-4000-8000-000000000007",)"
                            R"("changed":"2026-12-01T18:00:00.500000Z"})");
  testing::ForeignFile file("history.jsonl", run + "\n" + to_json(removal) + "\n" + run);
  std::vector<std::pair<journal::Removal, std::size_t>> removed;
  auto source = file.source();
  source.removed = [&](const journal::Removal& each, std::size_t line) {
    removed.emplace_back(each, line);
  };
  const auto entries = testing::read_all(*read_jsonl(std::move(source)));
  CHECK(entries.size() == 2);
  REQUIRE(removed.size() == 1);
  CHECK(removed[0] == std::pair{removal, std::size_t{2}});
}

TEST_CASE("a line of a removed entry has an id and a time, and nothing else", "[exchange]") {
  const std::string id = R"(, "id": "00000000-0000-4000-8000-000000000007")";
  const std::string changed = R"(, "changed": "2026-12-01T18:00:00Z")";
  const auto message = [](const std::string& members) {
    return message_for(R"({"type": "removed")" + members + "}");
  };
  CHECK(message(id + changed) == "no error");
  CHECK(message(changed) == "history.jsonl:1: id is missing");
  CHECK(message(id) == "history.jsonl:1: changed is missing");
  CHECK(message(id + R"(, "changed": null)") == "history.jsonl:1: changed is missing");
  CHECK(message(id + R"(, "changed": "soon")") ==
        "history.jsonl:1: changed must be a time in UTC (2026-12-01T18:00:00Z), but is \"soon\"");
  CHECK(message(R"(, "id": "7")" + changed) == "history.jsonl:1: id must be a UUID, but is \"7\"");
  CHECK(message(id + changed + R"(, "on": "2026-12-01")") ==
        "history.jsonl:1: on is not a field of a removal");
  CHECK(message(id + changed + id) == "history.jsonl:1: id is given twice");
}

TEST_CASE("choices may be in any case, and make the same id", "[exchange]") {
  const auto small = read_all(
      R"({"type":"problem","on":"2026-12-01","title":"A","topic":"joins","difficulty":"easy","minutes":9})"
      "\n"
      R"({"type":"session","on":"2026-12-01","minutes":9,"kind":"read"})");
  const auto large = read_all(
      R"({"type":"PROBLEM","on":"2026-12-01","title":"A","topic":"joins","difficulty":"Easy","minutes":9})"
      "\n"
      R"({"type":"Session","on":"2026-12-01","minutes":9,"kind":"READ"})");
  CHECK(small == large);
  CHECK(read_all(R"({"type":"Removed","id":"00000000-0000-4000-8000-000000000001",)"
                 R"("changed":"2026-12-01T10:00:00Z"})")
            .empty());
}

TEST_CASE("an artefact of the curriculum needs no title, one of one's own does", "[exchange]") {
  const auto line = [](const std::string& members) {
    return R"({"type":"artefact","on":"2026-12-01")" + members + "}";
  };
  for (const char* title : {"", R"(,"title":null)", R"(,"title":"")"}) {
    testing::ForeignFile file("a.jsonl", line(R"(,"artefact":"w1-gist")" + std::string(title)));
    const auto read = testing::read_all(*read_jsonl(file.source()));
    REQUIRE(read.size() == 1);
    CHECK(read[0].untitled);
    CHECK(std::get<journal::Artefact>(read[0].entry.what).title == "w1-gist");
  }
  testing::ForeignFile titled("a.jsonl", line(R"(,"artefact":"w1-gist","title":"A gist")"));
  CHECK_FALSE(testing::read_all(*read_jsonl(titled.source())).at(0).untitled);
  CHECK(message_for(line("")).ends_with(":1: title and artefact are both missing"));
  CHECK(message_for(line(R"(,"artefact":null,"title":null)"))
            .ends_with(":1: title and artefact are both missing"));
  CHECK(message_for(line(R"(,"titel":"A gist")")).ends_with("titel is not a field of an artefact"));
}

TEST_CASE("null stands for a missing field", "[exchange]") {
  const auto entry = testing::read_line(
      line_of("problem",
              R"(, "title": "T", "topic": "joins", "id": null, "difficulty": "easy", "minutes": 5)"
              R"(, "attempts": null, "url": null, "note": null)"));
  CHECK(std::get<journal::Problem>(entry.what).attempts == 1);
  CHECK(message_for(line_of("run", R"(, "pipeline": null, "ok": true)")) ==
        "history.jsonl:1: pipeline is missing");
}

TEST_CASE("lines are counted over blank ones, a byte order mark and CRLF", "[exchange]") {
  CHECK(read_all("").empty());
  CHECK(read_all("\n\r\n  \t\n").empty());
  CHECK(read_all(run).size() == 1);
  CHECK(read_all("\xEF\xBB\xBF" + run + "\r\n\r\n" + run + "\r\n").size() == 2);
  CHECK(message_for(run + "\n\n" + "7\n") == "history.jsonl:3: an entry must be one JSON object");
}

TEST_CASE("entries before a bad line are handed out first", "[exchange]") {
  testing::ForeignFile file("f", run + "\n{}\n" + run);
  const auto reader = read_jsonl(file.source());
  CHECK(reader->next());
  CHECK_THROWS_AS(reader->next(), Error);
  CHECK(reader->next());  // asked again, it goes on behind the line
}

TEST_CASE("without an id, identical lines are as many entries, and the same next time",
          "[exchange]") {
  const auto other = line_of("run", R"(, "pipeline": "daily", "ok": false)");
  const auto text = run + "\n" + other + "\n" + run + "\n" + run + "\n";
  const auto first = read_all(text);
  std::set<std::string> ids;
  for (const auto& entry : first) ids.insert(entry.id.text());
  CHECK(ids.size() == 4);
  for (const auto& id : ids) CHECK(id.at(14) == '8');  // a UUID of version 8

  const auto again = read_all(text);
  for (std::size_t i = 0; i < first.size(); ++i) CHECK(again.at(i).id == first[i].id);
  CHECK(read_all(run + "\r\n").at(0).id == first[0].id);        // line ends don't matter
  CHECK(read_all(other + "\n" + run).at(1).id == first[0].id);  // nor does the order
  CHECK(testing::read_line(run, "other.jsonl").id == first[0].id);
}

TEST_CASE("a given id is kept, however often it occurs", "[exchange]") {
  const auto line = line_of("run", R"(, "pipeline": "daily", "ok": true)"
                                   R"(, "id": "00000000-0000-4000-8000-00000000000A")");
  CHECK(testing::read_line(line).id == testing::entry_id(10));
}

TEST_CASE("a line that is not JSON, or holds no entry, is refused", "[exchange]") {
  CHECK(message_for(R"({"type": )").rfind("history.jsonl:1: ", 0) == 0);
  CHECK(message_for("[1]") == "history.jsonl:1: an entry must be one JSON object");
  CHECK(message_for("{}") == "history.jsonl:1: type is missing");
  CHECK(message_for(R"({"type": "run", "pipeline": "p", "ok": true})") ==
        "history.jsonl:1: on is missing");
  CHECK(message_for(line_of("run", R"(, "ok": true)")) == "history.jsonl:1: pipeline is missing");
  CHECK(message_for(line_of("mock_exam", R"(, "exam": "e")")) ==
        "history.jsonl:1: score is missing");
  CHECK(message_for(line_of("running", "")) ==
        "history.jsonl:1: type must be session, problem, artefact, attestation, mock_exam, "
        "mock_interview, application, run, expense, drill, review, check or decision, but is "
        "\"running\"");
}

TEST_CASE("an unknown field is named with the nearest one, before what is missing", "[exchange]") {
  try {
    (void)read_all(line_of("session", R"(, "minuts": 50, "kind": "read")"));
    FAIL("an unknown field was taken");
  } catch (const Error& error) {
    CHECK(std::string(error.what()) == "history.jsonl:1: minuts is not a field of a session");
    CHECK(error.hint().find("minutes") != std::string::npos);
  }
  // Another type's field is none of this one's.
  CHECK(message_for(line_of("run", R"(, "pipeline": "p", "ok": true, "minutes": 5)")) ==
        "history.jsonl:1: minutes is not a field of a run");
}

TEST_CASE("a field that is given twice is refused, nested ones too", "[exchange]") {
  CHECK(message_for(line_of("run", R"(, "pipeline": "p", "ok": true, "ok": false)")) ==
        "history.jsonl:1: ok is given twice");
  const auto nested =
      line_of("mock_exam", R"(, "exam": "e", "score": 1, "domains": {"a": 1, "a": 0})");
  CHECK(message_for(nested) == "history.jsonl:1: domains.a is given twice");
}

TEST_CASE("a value of another kind is refused by name", "[exchange]") {
  const auto session = [](const std::string& minutes, const std::string& kind) {
    return message_for(line_of("session", R"(, "minutes": )" + minutes + R"(, "kind": )" + kind));
  };
  CHECK(session("\"50\"", "\"read\"") ==
        "history.jsonl:1: minutes must be a whole number, but is \"50\"");
  CHECK(session("1.5", "\"read\"") ==
        "history.jsonl:1: minutes must be a whole number, but is 1.5");
  CHECK(session("1e300", "\"read\"") ==
        "history.jsonl:1: minutes must be at most 9007199254740992, but is 1e+300");
  CHECK(session("true", "\"read\"") ==
        "history.jsonl:1: minutes must be a whole number, but is true");
  CHECK(session("[50]", "\"read\"") ==
        "history.jsonl:1: minutes must be a whole number, but is a list");
  CHECK(session("50", "7") ==
        "history.jsonl:1: kind must be read, lab, review, mock or project, but is 7");
  CHECK(session("50", "\"reading\"") ==
        "history.jsonl:1: kind must be read, lab, review, mock or project, but is \"reading\"");
  CHECK(message_for(line_of("run", R"(, "pipeline": "p", "ok": 1)")) ==
        "history.jsonl:1: ok must be true or false, but is 1");
  CHECK(message_for(line_of("run", R"(, "pipeline": {}, "ok": true)")) ==
        "history.jsonl:1: pipeline must be a text, but is an object");
  CHECK(message_for(line_of("review", R"(, "item": "7", "grade": 1)")) ==
        "history.jsonl:1: item is \"7\", which is no entry's id");
  CHECK(message_for(line_of("review", R"(, "item": "d1", "of": "lab", "grade": 1)")) ==
        "history.jsonl:1: of must be problem or drill, but is \"lab\"");
  CHECK(message_for(line_of("mock_exam", R"(, "exam": "e", "score": "1")")) ==
        "history.jsonl:1: score must be a number, but is \"1\"");
  CHECK(message_for(line_of("mock_exam", R"(, "exam": "e", "score": 1, "domains": [1])")) ==
        "history.jsonl:1: domains must be an object of numbers, but is a list");
  CHECK(message_for(line_of("mock_exam", R"(, "exam": "e", "score": 1, "domains": {"a": "1"})")) ==
        "history.jsonl:1: domains.a must be a number, but is \"1\"");
  CHECK(message_for(line_of("expense", R"(, "usd": 1.999, "kind": "book", "title": "t")")) ==
        "history.jsonl:1: usd must be an amount of dollars with at most 2 decimals, but is 1.999");
  CHECK(message_for(line_of("session", R"(, "minutes": 5, "kind": "read", "topic": "Joins!")")) ==
        "history.jsonl:1: topic must be an id (lower-case letters, digits and dashes), but is "
        "\"Joins!\"");
}

TEST_CASE("a whole number may be written with a point", "[exchange]") {
  const auto entry = testing::read_line(line_of("session", R"(, "minutes": 30.0, "kind": "read")"));
  CHECK(std::get<journal::Session>(entry.what).minutes == calendar::Minutes{30});
}

TEST_CASE("what can be done about a wrong value is said", "[exchange]") {
  const auto hint = [](const std::string& line) -> std::string {
    try {
      (void)read_all(line);
    } catch (const Error& error) {
      return error.hint();
    }
    return "no error";
  };
  const auto session = [&](const std::string& members) {
    return hint(line_of("session", members));
  };
  CHECK(hint(R"({"type": "run", "on": "2026-02-29"})") == "the calendar has no such day");
  CHECK(hint(R"({"type": "run", "on": "1.12.2026"})") ==
        "write year, month and day in this order: 2026-12-01");
  CHECK(session(R"(, "minutes": 10.5, "kind": "read")") == "round it: 10 or 11");
  CHECK(session(R"(, "minutes": "10", "kind": "read")") == "write the number without quotes");
  CHECK(session(R"(, "minutes": 10, "kind": "rad")") == "did you mean read?");
  CHECK(session(R"(, "minutes": 10, "kind": "read", "topic": "Two Joins")") == "is it two-joins?");
  CHECK(session(R"(, "id": "7", "minutes": 10, "kind": "read")") ==
        "leave it out, and one is derived from the line");
}

TEST_CASE("bytes and escapes that are not text are reported as such", "[exchange]") {
  CHECK(message_for(std::string("\0", 1)).rfind("history.jsonl:1: not JSON: a zero byte", 0) == 0);
  CHECK(message_for(run + '\0').rfind("history.jsonl:1: not JSON: a zero byte", 0) == 0);
  for (const std::string half : {"\\ud800", "\\udc00", "\\ud800\\u0041"})
    CHECK(message_for(line_of("run", R"(, "pipeline": ")" + half + R"(", "ok": true)"))
              .rfind("history.jsonl:1: a \\u escape is half a character", 0) == 0);
}

TEST_CASE("a day or time that does not exist is refused", "[exchange]") {
  CHECK(message_for(R"({"type": "run", "on": "2026-02-29", "pipeline": "p", "ok": true})") ==
        "history.jsonl:1: on must be a date (YYYY-MM-DD), but is \"2026-02-29\"");
  CHECK(message_for(R"({"type": "run", "on": "yesterday", "pipeline": "p", "ok": true})") ==
        "history.jsonl:1: on must be a date (YYYY-MM-DD), but is \"yesterday\"");
  const auto at = [](const std::string& text) {
    return message_for(line_of("run", R"(, "pipeline": "p", "ok": true, "at": ")" + text + "\""));
  };
  CHECK(at("2026-12-01T19:00+01:00") == "no error");
  CHECK(at("2026-12-01T19:00:59.123+01:00") == "no error");
  CHECK(at("19:00") ==
        "history.jsonl:1: at must be a time with its offset (2026-12-01T19:00+01:00), "
        "but is \"19:00\"");
  CHECK(at("2026-12-02T00:10+01:00") == "no error");  // in the night after
  CHECK(at("2026-12-02T12:00+01:00").rfind("history.jsonl:1: at ", 0) == 0);
  CHECK(at("2026-11-30T23:50+01:00").rfind("history.jsonl:1: at ", 0) == 0);
}

TEST_CASE("a value out of its range is refused with file and line", "[exchange]") {
  const auto session = [](const std::string& minutes) {
    return message_for(line_of("session", R"(, "minutes": )" + minutes + R"(, "kind": "read")"));
  };
  CHECK(session("1440") == "no error");
  CHECK(session("1441").rfind("history.jsonl:1: minutes is 1441", 0) == 0);
  CHECK(session("0").rfind("history.jsonl:1: minutes is 0", 0) == 0);
  CHECK(session("-5").rfind("history.jsonl:1: minutes is -5", 0) == 0);
  CHECK(session("4294967346").rfind("history.jsonl:1: minutes is 4294967346", 0) == 0);
  const auto review = [](const std::string& grade) {
    return message_for(line_of(
        "review",
        R"(, "grade": )" + grade + R"(, "problem": "00000000-0000-4000-8000-000000000001")"));
  };
  CHECK(review("4") == "no error");
  CHECK(review("5").rfind("history.jsonl:1: grade is 5", 0) == 0);
  CHECK(review("4294967297") ==
        "history.jsonl:1: grade must be at most 2147483647, but is 4294967297");
}

TEST_CASE("a long wrong value is shown by its beginning, never half a character", "[exchange]") {
  std::string day;
  for (int i = 0; i < 100; ++i) day += "é";
  const auto message = message_for(R"({"type": "run", "on": "x)" + day + "\"}");
  CHECK(message.size() < 200);
  CHECK(message.find("é…\"") != std::string::npos);
}

TEST_CASE("a folder in place of a file is refused", "[exchange]") {
  std::ifstream folder(std::filesystem::temp_directory_path());
  const auto reader = read_jsonl({folder, "folder", {}, {}});
  CHECK_THROWS_AS(reader->next(), Error);
  CHECK_FALSE(reader->next());
}

TEST_CASE("a line of the greatest length is read, a longer one refused", "[exchange]") {
  const auto longest = run + std::string(max_line_bytes - run.size(), ' ');
  CHECK(message_for(longest + "\n" + run) == "no error");
  CHECK(message_for(longest + " ") == "history.jsonl:1: the line is longer than 4 MiB");
}

TEST_CASE("a text with nothing in it is none", "[exchange]") {
  const auto entry = testing::read_line(
      R"({"type": "artefact", "on": "2026-12-01", "title": "A", "url": "", "path": "a"})");
  const auto& artefact = std::get<journal::Artefact>(entry.what);
  CHECK_FALSE(artefact.url);
  CHECK(artefact.path == "a");
}

}  // namespace
}  // namespace gradus::exchange::read_jsonl_test
