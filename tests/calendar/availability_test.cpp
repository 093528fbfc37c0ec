#include "gradus/calendar/availability.hpp"

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/error.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <cmath>

namespace gradus::calendar::availability_test {
namespace {

constexpr std::string_view usual_week =
    "tue=1h@19:00:read,wed=1h@19:00:read,thu=1h@19:00:read,sat=3h@09:00:lab,sun=1h@10:00:review";

std::string canonical(std::string_view spec) {
  return Availability::parse(spec).spec();
}

Error refusal(std::string_view spec) {
  try {
    return Error{"read as " + canonical(spec), ""};
  } catch (const Error& error) {
    return error;
  }
}

TEST_CASE("a slot has its length, time and kind", "[calendar]") {
  const auto available = Availability::parse(usual_week);
  CHECK(available.per_week() == Minutes{420});
  CHECK(available.spec() == usual_week);
  CHECK(available.on(std::chrono::Monday).empty());
  REQUIRE(available.on(std::chrono::Saturday).size() == 1);
  const Slot slot = available.on(std::chrono::Saturday).front();
  CHECK(slot == Slot{Minutes{180}, TimeOfDay{Minutes{540}}, BlockKind::lab});
}

TEST_CASE("time and kind may be left out", "[calendar]") {
  const auto available = Availability::parse("sun=1h,sat=90m:lab,mon=1:30@19:00");
  CHECK(available.on(std::chrono::Sunday).front() == Slot{Minutes{60}, {}, {}});
  CHECK(available.on(std::chrono::Saturday).front() == Slot{Minutes{90}, {}, BlockKind::lab});
  CHECK(available.on(std::chrono::Monday).front() ==
        Slot{Minutes{90}, TimeOfDay{Minutes{1140}}, {}});
  CHECK(canonical("sat=1:30:lab") == "sat=1h30m:lab");
}

TEST_CASE("the text of an availability is canonical", "[calendar]") {
  CHECK(canonical("").empty());
  CHECK(canonical("  ").empty());
  CHECK(canonical("Sunday=60m, MON=1.5h@9:00") == "mon=1h30m@09:00,sun=1h");
  CHECK(canonical("sat=1h,sat=2h@18:00,sat=30m,sat=2h@08:00:lab") ==
        "sat=2h@08:00:lab,sat=2h@18:00,sat=1h,sat=30m");
}

TEST_CASE("a day may be said to be without study", "[calendar]") {
  CHECK(canonical("tue=0m,sat=1h,sun=0h,mon=0") == "sat=1h");
  CHECK(Availability::parse("tue=0m").per_week() == Minutes{0});
}

TEST_CASE("a change touches the weekdays it names", "[calendar]") {
  const auto usual = Availability::parse(usual_week);
  const auto changed = [&](std::string_view spec) {
    return AvailabilityChange::parse(spec).applied_to(usual).spec();
  };
  CHECK(changed("thu=2h") ==
        "tue=1h@19:00:read,wed=1h@19:00:read,thu=2h,sat=3h@09:00:lab,sun=1h@10:00:review");
  CHECK(changed("thu=0,mon=45m@20:30,mon=15m@07:00") ==
        "mon=15m@07:00,mon=45m@20:30,tue=1h@19:00:read,wed=1h@19:00:read,sat=3h@09:00:lab,"
        "sun=1h@10:00:review");
  CHECK(changed("") == usual_week);
  CHECK(AvailabilityChange::parse("thu=2h,fri=0").alone().spec() == "thu=2h");
  CHECK(AvailabilityChange::parse("sat=1h,sat=30m@09:00:lab,fri=0h,mon=60m").spec() ==
        "mon=1h,fri=0,sat=30m@09:00:lab,sat=1h");
}

TEST_CASE("a week grows and shrinks in steps of 15 minutes", "[calendar]") {
  const auto with = [](std::string_view spec, int steps) {
    return Availability::parse(spec).lengthened(steps).spec();
  };
  constexpr auto uneven = "mon=45m@20:30,tue=45m@20:30,thu=1h@20:30,sat=3h@09:00:lab,sun=1h30m";
  CHECK(with(uneven, 0) == uneven);
  CHECK(with(uneven, 4) ==
        "mon=45m@20:30,tue=45m@20:30,thu=1h15m@20:30,sat=3h30m@09:00:lab,sun=1h45m");
  CHECK(with(uneven, 28) == "mon=1h30m@20:30,tue=1h30m@20:30,thu=2h@20:30,sat=6h@09:00:lab,sun=3h");
  CHECK(with(uneven, -14) ==
        "mon=15m@20:30,tue=30m@20:30,thu=30m@20:30,sat=1h30m@09:00:lab,sun=45m");
  CHECK(with("tue=50m,sat=2h", 1) == "tue=50m,sat=2h15m");
  CHECK(with("tue=20m,sat=1h", -100) == "tue=20m,sat=15m");
  CHECK(with("sat=1h@09:00,sat=1h@10:00", 8) == "sat=2h@08:00,sat=2h@10:00");
  CHECK(with("sat=1h@22:00", 8) == "sat=3h@21:00");
  CHECK(with("sat=7h", 1000) == "sat=24h");
  CHECK(with("tue=1h,sat=3h", 1000) == "tue=8h,sat=24h");
  CHECK(with("", 5).empty());
}

TEST_CASE("slots keep their proportions, and none shrinks while the week grows", "[calendar]") {
  REQUIRE(rc::check("lengthened week", [] {
    Availability usual;
    std::string spec;
    for (unsigned day = 0; day < 7; ++day) {
      const auto quarters = *rc::gen::inRange(0, 17);
      if (quarters == 0) continue;
      spec += (spec.empty() ? "" : ",") + std::string{short_name(std::chrono::weekday{day})} + "=" +
              format_duration(Minutes{15 * quarters});
    }
    usual = Availability::parse(spec);
    const auto length_on = [](const Availability& week, unsigned day) {
      const auto& slots = week.on(std::chrono::weekday{day});
      return slots.empty() ? Minutes{0} : slots.front().length;
    };
    const auto steps = *rc::gen::inRange(0, 120);
    const auto longer = usual.lengthened(steps);
    const auto longest = usual.lengthened(steps + 1);
    const auto before = static_cast<double>(usual.per_week().count());
    const auto after = static_cast<double>(longer.per_week().count());
    for (unsigned day = 0; day < 7; ++day) {
      const auto usual_length = length_on(usual, day);
      const auto length = length_on(longer, day);
      RC_ASSERT(length.count() % 15 == 0);
      RC_ASSERT(length >= usual_length);
      RC_ASSERT(length <= length_on(longest, day));
      if (usual_length > Minutes{0})
        RC_ASSERT(std::abs(static_cast<double>(length.count()) -
                           static_cast<double>(usual_length.count()) * after / before) < 30);
    }
  }));
}

TEST_CASE("slots may touch and fill the day, no more", "[calendar]") {
  CHECK(canonical("mon=1h@19:00,mon=1h@18:00") == "mon=1h@18:00,mon=1h@19:00");
  CHECK(canonical("mon=1h@23:00") == "mon=1h@23:00");
  CHECK(canonical("mon=24h") == "mon=24h");
  CHECK(canonical("mon=24h@00:00") == "mon=24h@00:00");
  CHECK(canonical("mon=12h,mon=12h@12:00") == "mon=12h@12:00,mon=12h");
  CHECK(std::string{refusal("mon=1h@23:01").what()} ==
        "available \"mon=1h@23:01\": it ends after midnight");
  CHECK(std::string{refusal("mon=24h1m").what()} == "available \"mon=24h1m\": a day has 24 hours");
  CHECK(std::string{refusal("mon=24h,mon=1m").what()} ==
        "available \"mon=1m\": the day adds up to more than 24 hours");
  CHECK(std::string{refusal("mon=1h@19:00,mon=1h@19:59").what()} ==
        "available \"mon=1h@19:59\": it overlaps the day's slot at 19:00");
  CHECK(std::string{refusal("mon=1h@19:00,mon=3h@18:00").what()} ==
        "available \"mon=3h@18:00\": it overlaps the day's slot at 19:00");
  CHECK(std::string{refusal("mon=1h@19:00,tue=1h@19:00,mon=1h@19:00").what()} ==
        "available \"mon=1h@19:00\": it overlaps the day's slot at 19:00");
}

TEST_CASE("an availability that can't be read names the part at fault", "[calendar]") {
  CHECK(std::string{refusal("tue=1h,sat=3x").what()} ==
        "available \"sat=3x\": \"3x\" is not a duration");
  CHECK(std::string{refusal("tue=60").what()} == "available \"tue=60\": \"60\" has no unit");
  CHECK(refusal("tue=60").hint() == "write 60m or 1h");
  CHECK(std::string{refusal("tue=1h@25:00").what()} ==
        "available \"tue=1h@25:00\": \"25:00\" is not a time of day");
  CHECK(std::string{refusal("tue=1h:project").what()} ==
        "available \"tue=1h:project\": \"project\" is not a kind of study");
  CHECK(refusal("tue=1h:project").hint() == "the kinds are read, lab and review");
  CHECK(std::string{refusal("tux=1h").what()} == "available \"tux=1h\": \"tux\" is not a weekday");
  CHECK(std::string{refusal("tue=1h,").what()} == "available \"\": it is not weekday=duration");
  for (const char* spec : {",", "tue", "=1h", "tue=", "tue=1h@", "tue=1h:", "tue=1h@19:00:",
                           "tue=1h@19", "tue==1h", "tue=00m", "tue=-1h", "tue=1h@19:00:lab:read",
                           "tue=1h:lab@19:00", "tue=1h;sat=3h", "tue=1h@19:00@20:00"}) {
    INFO(spec);
    CHECK_THROWS_AS(Availability::parse(spec), Error);
  }
}

TEST_CASE("an availability reads back from its text", "[calendar]") {
  REQUIRE(rc::check("parse(spec) is the same value", [] {
    std::string spec;
    const auto slots = *rc::gen::inRange(0, 12);
    for (int i = 0; i < slots; ++i) {
      const std::chrono::weekday day{*rc::gen::inRange(0U, 7U)};
      // Each of the twelve has two hours of the clock to itself.
      const TimeOfDay at{Minutes{i * 120 + *rc::gen::inRange(0, 60)}};
      const Minutes length{*rc::gen::inRange(1, 61)};
      const auto kind = *rc::gen::inRange<std::size_t>(0, block_kinds.size() + 1);
      spec += (spec.empty() ? "" : ",") + std::string{short_name(day)} + "=" +
              format_duration(length) + (*rc::gen::arbitrary<bool>() ? "@" + at.text() : "") +
              (kind < block_kinds.size() ? ":" + std::string{name(block_kinds.at(kind))} : "");
    }
    const auto available = Availability::parse(spec);
    RC_ASSERT(Availability::parse(available.spec()) == available);
  }));
}

TEST_CASE("kinds of study read back from their names", "[calendar]") {
  for (const BlockKind kind : block_kinds) CHECK(parse_block_kind(name(kind)) == kind);
  CHECK_FALSE(parse_block_kind(""));
  CHECK_FALSE(parse_block_kind("mock"));
}

}  // namespace
}  // namespace gradus::calendar::availability_test
