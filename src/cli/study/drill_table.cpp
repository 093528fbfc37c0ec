#include "cli/study/drill_table.hpp"

#include "gradus/calendar/draw.hpp"
#include "gradus/decisions/certificates.hpp"
#include "gradus/decisions/item_question.hpp"
#include "gradus/report/table_drill.hpp"
#include "gradus/text/plural.hpp"
#include "gradus/track/round_rule.hpp"

#include "cli/error.hpp"
#include "cli/show.hpp"
#include "cli/study/keep_drill.hpp"
#include "cli/study/questions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <utility>

namespace gradus::cli {
namespace {

using decisions::Items;
using std::chrono::seconds;

// How a round went.
struct Round {
  std::size_t items;
  double score;  // 0 to 1
  seconds taken;
  std::optional<std::size_t> right{};  // how many, where they were asked here
  bool as_percent = false;             // the score was given as a bare number over 1
};

std::uint64_t seed_of(const RoundRequest& request, const Session& session) {
  if (request.seed) return static_cast<std::uint64_t>(*request.seed);
  if (!session.may_ask())  // to be read again later that day
    return static_cast<std::uint64_t>(
        std::chrono::sys_days{session.today.ymd()}.time_since_epoch().count());
  std::uint64_t seed = 0;
  for (const auto byte : session.world.random_bytes()) seed = mixed(seed) ^ byte;
  return seed;
}

// The answer to one item; nullopt when the learner leaves.
std::optional<decisions::ItemAnswer> ask_item(const decisions::ItemQuestion& question,
                                              const Session& session) {
  for (;;) {
    const auto typed = session.offer(report::prompt_of(question));
    if (!typed) return std::nullopt;
    try {
      return read_item_answer(question, *typed);
    } catch (const decisions::Error& failure) {
      session.say(fmt::format("{}: {}.", failure.what(), failure.hint()));
    }
  }
}

std::optional<Round> ask_round(const Items& drawn, const Session& session) {
  const auto& [table, items] = drawn;
  session.say(table.title);
  session.say(fmt::format("{}. Ctrl-D leaves the round, and nothing is recorded then.",
                          text::counted(items.size(), "item")));
  const auto start = session.world.clock();
  double score = 0;
  std::size_t right = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto question = question_of(table, items[i]);
    session.answer("\n");
    session.answer(report::view(report::AskedItem{table, items[i], question, i + 1, items.size()}));
    const auto answer = ask_item(question, session);
    if (!answer) return std::nullopt;
    session.answer(report::view(report::JudgedItem{table, items[i], question, *answer}));
    const auto share = score_of(question, *answer);
    score += share;
    if (share >= 1) ++right;
  }
  session.answer("\n");
  const auto taken =
      std::chrono::duration_cast<seconds>(session.world.clock().since_1970() - start.since_1970());
  return Round{.items = items.size(),
               .score = score / static_cast<double>(items.size()),
               .taken = std::max(taken, seconds{1}),
               .right = right};
}

// "7 of 8 right (88%): passed"
std::string verdict_on(const Round& round, const track::RoundRule& rule) {
  constexpr double percent = 100;
  auto text = fmt::format("{}{:.0f}%", round.as_percent ? "Read as " : "", round.score * percent);
  if (round.right) text = fmt::format("{} of {} right ({})", *round.right, round.items, text);
  if (round.score < rule.passing_score)
    return fmt::format("{}: not passed, which takes {:.0f}%", text,
                       std::ceil(rule.passing_score * percent));
  text += ": passed";
  if (rule.of_quiz && std::cmp_less(round.items, rule.items))
    text += fmt::format(", but too short for the quiz, which has {} items", rule.items);
  return text;
}

ExitCode record_round(const decisions::Table& table, const Round& round,
                      const RoundRequest& request, Session& session) {
  auto store = store::Store::write(session.store);
  const auto track = track::load(store, session.track);
  const auto rule = track::round_rule(track.curriculum, table.id);
  const journal::Drill what{.drill = table.id,
                            .seconds = round.taken,
                            .limit_seconds = {},
                            .passed = round.score >= rule.passing_score,
                            .score = round.score,
                            .items = static_cast<int>(round.items)};
  return keep_drill(what, verdict_on(round, rule), request.recording, store, track, session);
}

ExitCode record_given(const decisions::Table& table, std::size_t items, const RoundRequest& request,
                      Session& session) {
  if (!request.taken || !request.score)
    throw Error(fmt::format("how {} is missing",
                            request.taken ? "good the round was" : "long the round took"),
                fmt::format("gradus drill {} --seconds 240 --score 7/8", table.id));
  return record_round(table,
                      {.items = items,
                       .score = request.score->share,
                       .taken = *request.taken,
                       .as_percent = request.score->as_percent},
                      request, session);
}

}  // namespace

ExitCode drill_table(const decisions::Table& table, const RoundRequest& request, Session& session) {
  const auto curriculum = curriculum_at_hand(session);
  const auto asked = request.items.value_or(track::round_rule(curriculum, table.id).items);
  if (request.taken || request.score)
    return record_given(table, static_cast<std::size_t>(asked), request, session);
  const auto drawn = draw_items(table, static_cast<std::size_t>(asked), seed_of(request, session));
  if (drawn.items.empty())
    throw Error(fmt::format("{} has no items to ask", table.id), "add cases to the table");
  if (std::cmp_less(drawn.items.size(), asked) && request.items)
    session.warn(
        fmt::format("the table has {}, not {}", text::counted(drawn.items.size(), "item"), asked));
  const bool has_track = session.track || std::filesystem::exists(session.store.file);
  if (request.answers || !session.may_ask() || !has_track) {
    session.show(report::TableRound{drawn, request.answers});
    return ExitCode::done;
  }
  const auto round = ask_round(drawn, session);
  if (round) return record_round(table, *round, request, session);
  session.say("Nothing was recorded.");
  return ExitCode::done;
}

}  // namespace gradus::cli
