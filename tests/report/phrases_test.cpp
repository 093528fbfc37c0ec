#include "report/phrases.hpp"

#include "support/entries.hpp"

#include <catch2/catch.hpp>

namespace gradus::report::phrases_test {

using namespace gradus;
using namespace gradus::report;
using calendar::Minutes;
using curriculum::Usd;

namespace {

curriculum::Resource priced(std::optional<Usd> usd, std::optional<Usd> usd_to,
                            const std::string& per) {
  return {.id = curriculum::ResourceId("r"),
          .title = "R",
          .usd = usd,
          .usd_to = usd_to,
          .per = per,
          .url = {},
          .note = {},
          .tiers = {}};
}

}  // namespace

TEST_CASE("prices read as people say them", "[report]") {
  CHECK(price_text(priced({}, {}, "")) == "price unknown");
  CHECK(price_text(priced(Usd{0}, {}, "")) == "free");
  CHECK(price_text(priced(Usd{0}, Usd{0}, "month")) == "free");
  CHECK(price_text(priced(Usd{30000}, {}, "")) == "300 USD");
  CHECK(price_text(priced(Usd{1500}, Usd{2500}, "month")) == "15–25 USD a month");
  CHECK(price_text(priced(Usd{0}, Usd{6000}, "year")) == "0–60 USD a year");
  CHECK(price_text(priced(Usd{4000}, Usd{4000}, "once")) == "40 USD once");
}

TEST_CASE("done, planned and the difference stand together", "[report]") {
  CHECK(done_text(Minutes{60}, Minutes{420}) == "1h of 7h, 6h to go");
  CHECK(done_text(Minutes{420}, Minutes{420}) == "7h of 7h");
  CHECK(done_text(Minutes{450}, Minutes{420}) == "7h30m of 7h, 30m over");
}

TEST_CASE("a share is never over one, and all of nothing is done", "[report]") {
  const auto share = [](double done, double whole) { return Bar{"", done, whole, ""}.share(); };
  CHECK(share(1, 4) == 0.25);
  CHECK(share(5, 4) == 1);
  CHECK(share(0, 0) == 1);
}

TEST_CASE("slip is said in words", "[report]") {
  CHECK(slip_text(calendar::Days{0}) == "as first planned");
  CHECK(slip_text(calendar::Days{14}) == "14 days later than first planned");
  CHECK(slip_text(calendar::Days{-1}) == "1 day earlier than first planned");
}

TEST_CASE("numbers have no needless fraction", "[report]") {
  CHECK(number_text(30) == "30");
  CHECK(number_text(0.8 - 0.75) == "0.05");
  CHECK(number_text(-0.00001) == "0");
  CHECK(number_text(1000000) == "1000000");
}

TEST_CASE("days carry their weekday", "[report]") {
  CHECK(day_text(testing::day("2026-12-01")) == "Tue 2026-12-01");
  CHECK(counted(1, "day") == "1 day");
  CHECK(counted(0, "day") == "0 days");
}

}  // namespace gradus::report::phrases_test
