#include "store/values.hpp"

#include "store/sqlite_errors.hpp"

#include <SQLiteCpp/Exception.h>
#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <sqlite3.h>

#include <string>
#include <type_traits>
#include <vector>

namespace gradus::store::values_test {

using namespace gradus;
using store::Shares;

namespace {

std::optional<Shares> read(const std::string& text) {
  return store::from_text(std::type_identity<Shares>{}, text);
}

std::string message_of(int code) {
  try {
    store::rethrow(SQLite::Exception("cause", code), "/store");
  } catch (const store::Error& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("the results of a mock exam's domains are kept as a JSON object", "[store]") {
  CHECK(store::to_text(Shares{}) == "{}");
  CHECK(store::to_text(Shares{{"ingest", 0.5}, {"store", 1}}) == R"({"ingest":0.5,"store":1.0})");
  CHECK(store::to_text(Shares{{"a\"\\\n", 0}}) == R"({"a\"\\\n":0.0})");
}

TEST_CASE("any results of domains come back as they were", "[store]") {
  // The journal takes no text that is not UTF-8.
  REQUIRE(rc::check("from_text is to_text backwards", [] {
    const auto character = rc::gen::map(rc::gen::inRange(0, 128), [](int code) {
      return code == 127 ? std::string("é…") : std::string(1, static_cast<char>(code));
    });
    const auto domain =
        rc::gen::map(rc::gen::container<std::vector<std::string>>(character), [](const auto& all) {
          std::string text;
          for (const auto& each : all) text += each;
          return text;
        });
    const auto shares = *rc::gen::container<Shares>(domain, rc::gen::arbitrary<double>());
    RC_ASSERT(read(store::to_text(shares)) == shares);
  }));
}

TEST_CASE("results in the form of earlier stores are read", "[store]") {
  CHECK(read(R"({"ingest":0.5,"store":1})") == Shares{{"ingest", 0.5}, {"store", 1}});
  CHECK(read(R"({"a\u000a":0})") == Shares{{"a\n", 0}});
}

TEST_CASE("anything but an object of numbers is no result of domains", "[store]") {
  for (const auto* text :
       {"", "{", "}", "[]", "{\"a\"}", "{\"a\":}", "{\"a\":1", "{\"a\":1,}", "{\"a\":1}x",
        "{\"a\":\"1\"}", "{\"a\\", "{\"a\\u00", "{\"a\\uzzzz\":1}", "{a:1}"}) {
    CAPTURE(text);
    CHECK_FALSE(read(text));
  }
}

TEST_CASE("what SQLite reports becomes a message for people", "[store]") {
  CHECK(message_of(SQLITE_NOTADB) == "/store is not a gradus store");
  CHECK(message_of(SQLITE_CORRUPT) == "the store /store is damaged: cause");
  CHECK(message_of(SQLITE_BUSY) == "another gradus is using the store /store; waited 10 s");
  CHECK(message_of(SQLITE_FULL) == "the disk is full; nothing was changed");
  CHECK(message_of(SQLITE_READONLY) == "the store /store can't be written to; nothing was changed");
  CHECK(message_of(SQLITE_CANTOPEN) == "the store /store can't be opened");
  CHECK_THAT(message_of(SQLITE_IOERR), Catch::Contains("the disk failed"));
  CHECK_THAT(message_of(SQLITE_ERROR), Catch::Contains("is damaged: cause"));
}

}  // namespace gradus::store::values_test
