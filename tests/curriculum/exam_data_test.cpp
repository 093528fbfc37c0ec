#include "gradus/curriculum/builtin.hpp"
#include "gradus/curriculum/load.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace gradus::curriculum::exam_data_test {

// The built-in preparation for the Databricks exam against the figures of its guide: "Databricks
// Certification (Data Engineer Associate): Full Prep Guide". Typed from the guide, not from the
// data.
using namespace gradus::curriculum;

namespace {

const Curriculum& associate() {
  static const Curriculum curriculum =
      load_or_throw(builtin_text("curricula/databricks-de-associate.json"), "associate.json");
  return curriculum;
}

struct WeekRow {
  const char *id, *tier;
  int hours, read, lab;  // read and lab in minutes; their split is ours
  std::size_t labs;
};
constexpr std::array week_rows{
    WeekRow{"w1", "foundations", 6, 150, 210, 1}, WeekRow{"w2", "foundations", 9, 230, 310, 1},
    WeekRow{"w3", "delta", 8, 210, 270, 1},       WeekRow{"w4", "delta", 9, 230, 310, 1},
    WeekRow{"w5", "production", 7, 180, 240, 2},  WeekRow{"w6", "exam", 3, 0, 180, 0}};

}  // namespace

TEST_CASE("the Databricks preparation has the guide's weeks, 42 hours in all", "[curriculum]") {
  std::size_t row = 0;
  Minutes all{0};
  for (const Tier& tier : associate().tiers) {
    CHECK(tier.closing == (tier.id.text() == "exam"));
    for (const Week& week : tier.weeks) {
      REQUIRE(row < week_rows.size());
      const WeekRow& expected = week_rows.at(row++);
      INFO(expected.id);
      CHECK(week.id.text() == expected.id);
      CHECK(tier.id.text() == expected.tier);
      CHECK(week.minutes == WeekMinutes{Minutes{expected.read}, Minutes{expected.lab}, Minutes{0}});
      CHECK(week.minutes.total() == std::chrono::hours{expected.hours});
      CHECK(week.artefacts.size() == expected.labs);
      all += week.minutes.total();
    }
  }
  CHECK(row == week_rows.size());
  CHECK(all == std::chrono::hours{42});
  CHECK(associate().available->per_week() == Minutes{540});
  CHECK_FALSE(associate().limits.hours_per_week);
}

TEST_CASE("its domains weigh what the guide says, and each has a lab", "[curriculum]") {
  std::vector<std::pair<std::string, double>> weights;
  std::set<TopicId> domains;
  for (const Topic& topic : associate().topics) {
    weights.emplace_back(topic.id.text(), topic.weight.value_or(0));
    domains.insert(topic.id);
  }
  CHECK(weights == std::vector<std::pair<std::string, double>>{{"lakehouse", 0.24},
                                                               {"elt", 0.29},
                                                               {"incremental", 0.22},
                                                               {"production", 0.16},
                                                               {"governance", 0.09}});
  std::set<TopicId> practised;
  for (const Tier& tier : associate().tiers)
    for (const Week& week : tier.weeks)
      for (const Artefact& lab : week.artefacts)
        practised.insert(lab.topics.begin(), lab.topics.end());
  CHECK(practised == domains);
}

TEST_CASE("each of its gates asks for 80% of the planned minutes and for the labs",
          "[curriculum]") {
  for (const Tier& tier : associate().tiers) {
    if (tier.closing) continue;
    INFO(tier.id.text());
    Minutes planned{0};
    std::set<ArtefactId> labs;
    for (const Week& week : tier.weeks) {
      planned += week.minutes.total();
      for (const Artefact& lab : week.artefacts) labs.insert(lab.id);
    }
    std::size_t quizzes = 0;
    for (const Criterion& criterion : tier.exit) {
      const auto& asked = criterion.requirement(Compression::regular).form;
      if (const auto* measure = std::get_if<Measure>(&asked))
        CHECK(measure->at_least == 0.8 * static_cast<double>(planned.count()));
      if (const auto* delivered = std::get_if<Delivered>(&asked))
        CHECK(labs.erase(delivered->artefact) == 1);
      quizzes += criterion.kind == CriterionKind::quiz ? 1U : 0U;
    }
    CHECK(labs.empty());
    CHECK(quizzes == tier.weeks.size());
  }
}

TEST_CASE("its exam takes 90 minutes for 45 questions, of which 32 must be right", "[curriculum]") {
  const Exam exam = associate().exam.value();
  CHECK(exam.id == "databricks-de-associate");
  CHECK(exam.target == 0.8);
  CHECK(exam.mocks == 3);
  CHECK(exam.within == std::chrono::days{14});
  const Pacing pacing = exam.pacing.value();
  CHECK(pacing.right_answers() == 32);
  CHECK(pacing.minutes == Minutes{90});
  CHECK(pacing.passes == std::vector{Minutes{60}, Minutes{20}, Minutes{10}});
  CHECK(pacing.skip_after == std::chrono::seconds{90});
  CHECK(pacing.most == std::chrono::seconds{180});
  std::vector<std::array<int, 2>> lengths;
  for (const auto& length : exam.lengths) lengths.push_back(length.weeks);
  CHECK(lengths == std::vector<std::array<int, 2>>{{3, 4}, {6, 6}, {8, 10}});
}

TEST_CASE("a share of the questions that comes out even is not rounded up", "[curriculum]") {
  CHECK(Pacing{.items = 50, .minutes = Minutes{60}, .pass = 0.7, .passes = {}}.right_answers() ==
        35);
  CHECK(Pacing{.items = 45, .minutes = Minutes{60}, .pass = 0.7, .passes = {}}.right_answers() ==
        32);
}

TEST_CASE("its prices are the guide's, with the unknown left open", "[curriculum]") {
  struct Row {
    const char* id;
    std::optional<int> usd, usd_to;
  };
  const std::array rows{Row{"booking", 200, {}},    Row{"official-mock", 0, {}},
                        Row{"udemy-mocks", 15, 20}, Row{"skillcertpro", 30, {}},
                        Row{"whizlabs", {}, {}},    Row{"exam-guide", 0, {}},
                        Row{"academy", 0, {}}};
  const auto cents = [](std::optional<int> usd) {
    return usd ? std::optional{Usd{std::int64_t{*usd} * 100}} : std::nullopt;
  };
  for (const Row& row : rows) {
    INFO(row.id);
    const auto found = std::ranges::find(associate().resources, ResourceId{row.id}, &Resource::id);
    REQUIRE(found != associate().resources.end());
    CHECK(found->usd == cents(row.usd));
    CHECK(found->usd_to == cents(row.usd_to));
  }
}

}  // namespace gradus::curriculum::exam_data_test
