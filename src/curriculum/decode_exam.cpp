#include "curriculum/decode.hpp"

#include <fmt/format.h>

#include <cmath>
#include <numeric>

namespace gradus::curriculum {
namespace {

constexpr int most_exam_minutes = 24 * 60;

std::optional<std::chrono::seconds> decode_seconds(const text::Cursor& from) {
  const std::optional<int> seconds = from.whole(1, most_exam_minutes * 60);
  return seconds ? std::optional{std::chrono::seconds{*seconds}} : std::nullopt;
}

Pacing decode_pacing(const text::Cursor& from) {
  constexpr int most_items = 10'000;
  text::Object object{from};
  const text::Cursor passes = object.optional("passes");
  Pacing pacing{
      .items = object.required("items").whole(1, most_items).value_or(1),
      .minutes = Minutes{object.required("minutes").whole(1, most_exam_minutes).value_or(1)},
      .pass = object.required("pass").number(0, 1).value_or(1),
      .passes = list_of(passes,
                        [](const text::Cursor& item) {
                          return Minutes{item.whole(1, most_exam_minutes).value_or(1)};
                        }),
      .skip_after = decode_seconds(object.optional("skip_seconds")),
      .most = decode_seconds(object.optional("most_seconds"))};
  object.no_other_keys();
  const Minutes sum = std::accumulate(pacing.passes.begin(), pacing.passes.end(), Minutes{0});
  if (sum > pacing.minutes)
    passes.error(fmt::format("take {} minutes, longer than the exam", sum.count()),
                 fmt::format("write passes that sum to {} at most", pacing.minutes.count()));
  return pacing;
}

PreparationLength decode_length(const text::Cursor& from) {
  constexpr int most_weeks = 1000;
  text::Object object{from};
  PreparationLength length{.title = object.required("title").text(), .weeks = {1, 1}};
  const text::Cursor weeks = object.required("weeks");
  const std::vector<int> both = list_of(
      weeks, [](const text::Cursor& item) { return item.whole(1, most_weeks).value_or(1); });
  object.no_other_keys();
  if (!weeks.is(text::Node::Kind::list)) return length;
  if (both.size() != 2) {
    weeks.error("must be two numbers: the fewest and the most weeks", "write both, such as [3, 4]");
    return length;
  }
  if (both[0] > both[1])
    weeks.error("the fewest weeks are more than the most",
                fmt::format("write [{}, {}]", both[1], both[0]));
  length.weeks = {both[0], both[1]};
  return length;
}

}  // namespace

int Pacing::right_answers() const {
  constexpr double rounding = 1e-9;  // 0.7 of 50 is 35 answers, not 36
  return static_cast<int>(std::ceil(pass * items - rounding));
}

Exam decode_exam(const text::Cursor& from) {
  constexpr int most_mocks = 1000;
  constexpr int most_days = 36'525;
  text::Object object{from};
  const text::Cursor pacing = object.optional("pacing");
  Exam exam{
      .id = id_text(object.required("id")),
      .target = object.required("target").number(0, 1).value_or(1),
      .mocks = object.required("mocks").whole(1, most_mocks).value_or(1),
      .within = std::chrono::days{object.required("within_days").whole(0, most_days).value_or(0)},
      .next = object.optional("next").text(),
      .pacing = pacing.present() ? std::optional{decode_pacing(pacing)} : std::nullopt,
      .lengths = list_of(object.optional("lengths"), decode_length),
      .day = texts(object.optional("day"))};
  object.no_other_keys();
  return exam;
}

}  // namespace gradus::curriculum
