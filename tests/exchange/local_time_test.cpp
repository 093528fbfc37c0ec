#include "exchange/local_time.hpp"

#include "gradus/exchange/csv.hpp"
#include "gradus/exchange/klog.hpp"

#include "support/entries.hpp"
#include "support/foreign_file.hpp"

#include <catch2/catch.hpp>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace gradus::exchange::local_time_test {
namespace {

using calendar::Minutes;

// Berlin in autumn 2026 and spring 2027: of the doubled hour the first, and the skipped one has the
// offset of before, as calendar::LocalOffset says.
Minutes berlin(calendar::Date on, calendar::TimeOfDay time) {
  const auto before = [&](const char* day, int hour) {
    return on < testing::day(day) ||
           (on == testing::day(day) && time < calendar::TimeOfDay{std::chrono::hours{hour}});
  };
  if (before("2026-10-25", 3)) return Minutes{120};
  return before("2027-03-28", 3) ? Minutes{60} : Minutes{120};
}

std::string local(const char* utc) {
  return local_moment(to_utc(calendar::Moment::parse(utc).value()), berlin).iso();
}

TEST_CASE("a local clock in both changes of summer time", "[exchange]") {
  CHECK(local("2026-10-24T22:30Z") == "2026-10-25T00:30+02:00");
  CHECK(local("2026-10-25T00:30Z") == "2026-10-25T02:30+02:00");
  CHECK(local("2026-10-25T01:30Z") == "2026-10-25T02:30+01:00");
  CHECK(local("2026-10-25T02:30Z") == "2026-10-25T03:30+01:00");
  CHECK(local("2026-12-31T23:30Z") == "2027-01-01T00:30+01:00");
  CHECK(local("2027-03-28T00:59Z") == "2027-03-28T01:59+01:00");
  CHECK(local("2027-03-28T01:00Z") == "2027-03-28T03:00+02:00");
  CHECK(local("2027-03-28T01:15Z") == "2027-03-28T03:15+02:00");
  CHECK(local("2027-03-28T01:59Z") == "2027-03-28T03:59+02:00");
  CHECK(local("2027-03-28T02:00Z") == "2027-03-28T04:00+02:00");
}

TEST_CASE("a time that the clocks skip is the one after the gap", "[exchange]") {
  const auto at = [](const char* time) {
    return clock_time(testing::day("2027-03-28"), calendar::TimeOfDay::parse(time).value(), berlin);
  };
  CHECK(at("01:59").moment.iso() == "2027-03-28T01:59+01:00");
  CHECK(at("01:59").skipped.empty());
  CHECK(at("02:30").moment.iso() == "2027-03-28T03:30+02:00");
  CHECK(at("02:30").skipped ==
        "there was no 02:30 on 2027-03-28, when the clocks went forward: it is 03:30");
  const auto doubled =
      clock_time(testing::day("2026-10-25"), calendar::TimeOfDay::parse("02:30").value(), berlin);
  CHECK(doubled.moment.iso() == "2026-10-25T02:30+02:00");
  CHECK(doubled.skipped.empty());
}

// The moments of its entries, and what it told.
using Times = std::vector<std::string>;
Times times(const std::string& text, const std::function<std::unique_ptr<Reader>(Source)>& read) {
  testing::ForeignFile file("f", text);
  Times found;
  for (const auto& each : testing::read_all(*read(file.source())))
    found.push_back(each.entry.at.value().iso());
  for (const auto& said : file.told()) found.push_back(said);
  return found;
}

TEST_CASE("every reader of clock times says which one the clocks skipped", "[exchange]") {
  const std::string said =
      "there was no 02:30 on 2027-03-28, when the clocks went forward: it is 03:30";
  const auto taken = [&](const std::string& place) {
    return Times{"2027-03-28T03:30+02:00", "f:" + place + ": " + said};
  };
  CHECK(times("2027-03-28\n    2:30 - 4:00\n", [](Source source) {
          return read_klog(std::move(source), {}, berlin);
        }) == taken("2"));
  const auto csv = [](Source source) {
    CsvWords words;
    words.offset_of = berlin;
    words.values["type"] = "session";
    return read_csv(std::move(source), words);
  };
  CHECK(times("on,minutes,kind\n2027-03-28 02:30,30,read\n", csv) == taken("2"));
  CHECK(times("Start,End\n2027-03-28 02:30,2027-03-28 04:00\n", csv) == taken("2"));
}

}  // namespace
}  // namespace gradus::exchange::local_time_test
