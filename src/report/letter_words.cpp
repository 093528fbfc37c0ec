#include "report/letter_words.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

#include <string>

namespace gradus::report {
namespace {

using calendar::format_duration;
using insight::Ask;
using insight::Letter;
using insight::News;

// "6h20m of study on 5 of 7 days, and 12 problems solved".
std::string work_text(const Letter& letter) {
  auto text = fmt::format("{} of study on {} of {}", format_duration(letter.work.minutes()),
                          letter.work.days, counted(letter.days(), "day"));
  if (letter.work.problems() > 0)
    text += fmt::format(", and {} solved", counted(letter.work.problems(), "problem"));
  return text;
}

std::string criteria_text(const Letter& letter) {
  const auto& first = letter.met.front();
  const auto title = in_quotes(first.criterion.now.title);
  if (letter.met.size() == 1) return fmt::format("Newly met: {}", title);
  return fmt::format("{} newly met, {} among them",
                     counted(letter.met.size(), "criterion", "criteria"), title);
}

std::string nothing_text(const Letter& letter) {
  auto text = letter.on_break
                  ? fmt::format("On a break until {}, as planned", letter.on_break->iso())
                  : fmt::format("Nothing was logged in {}", counted(letter.days(), "day"));
  if (letter.last_study)
    text += fmt::format("; the last study was on {}", ago_text(*letter.last_study, letter.date));
  return text;
}

std::string delivered_text(const Letter& letter) {
  const auto& news = letter.artefacts;
  const auto& first = news.front();
  if (news.size() > 1)
    return fmt::format("{} delivered or verified, {} among them", counted(news.size(), "artefact"),
                       in_quotes(first.title));
  return fmt::format("{} was {}", in_quotes(first.title),
                     first.on >= letter.since ? "delivered" : "verified");
}

std::string first_news(const Letter& letter) {
  switch (letter.news) {
    case News::finished:
      return fmt::format("All tiers are passed, the last of them on {}",
                         letter.passed.back().passed_on.value().iso());
    case News::tier_passed:
      return fmt::format("{} was passed on {}", in_quotes(letter.passed.back().title),
                         letter.passed.back().passed_on.value().iso());
    case News::nothing_done:
      return nothing_text(letter);
    case News::criteria_met:
      return criteria_text(letter);
    case News::module_passed:
      return fmt::format("The deep dive {} was passed", in_quotes(letter.modules_passed.front()));
    case News::delivered:
      return delivered_text(letter);
    case News::studied:
      break;
  }
  return {};
}

std::string late_artefact_text(const insight::MentorQuestion& asked) {
  return fmt::format("{} was due on {}. What is missing until it can be shown?",
                     in_quotes(asked.of), asked.since.value().iso());
}

std::string standing_text(const insight::MentorQuestion& asked, calendar::Date today) {
  return fmt::format("{} has stood still since {}. What would a small first step look like?",
                     in_quotes(asked.of), ago_text(asked.since.value(), today));
}

}  // namespace

std::string in_quotes(const std::string& title) {
  return "“" + title + "”";
}

std::string ago_text(calendar::Date day, calendar::Date today) {
  const auto days = (today - day).count();
  if (days == 0) return fmt::format("{}, today", day.iso());
  return fmt::format("{}, {} ago", day.iso(), counted(days, "day"));
}

std::string compared_text(const Letter& letter) {
  if (!letter.before) return {};
  const auto then = letter.days() == 1 ? std::string("on the day before")
                                       : fmt::format("in the {} days before", letter.days());
  const auto more = letter.work.minutes() - *letter.before;
  if (more == calendar::Minutes{0}) return "as much as " + then;
  return fmt::format("{} {} than {}", format_duration(std::chrono::abs(more)),
                     more > calendar::Minutes{0} ? "more" : "less", then);
}

std::string news_text(const Letter& letter) {
  auto text = first_news(letter);
  if (letter.news == News::nothing_done) return text + ".";
  if (!text.empty()) text += ". ";
  text += work_text(letter);
  if (letter.news == News::studied) text += "; no criterion newly met";
  return text + ".";
}

std::string question_text(const Letter& letter) {
  const auto& asked = letter.question;
  switch (asked.about) {
    case Ask::why_nothing:
      return "What got in the way, and what would make the next half hour easy to begin?";
    case Ask::after_break:
      return fmt::format("The break ends on {}. What would make the first evening after it easy?",
                         asked.since.value().iso());
    case Ask::what_next:
      return "All tiers are passed. What comes next?";
    case Ask::no_longer_met:
      return fmt::format("{} was met before and no longer is. What happened?", in_quotes(asked.of));
    case Ask::ready_gate:
      return fmt::format("All that {} asks for is met. What keeps you from passing it?",
                         in_quotes(asked.of));
    case Ask::late_artefact:
      return late_artefact_text(asked);
    case Ask::late_week:
      return fmt::format("The week {} was to be done by {}. What takes longer than planned?",
                         in_quotes(asked.of), asked.since.value().iso());
    case Ask::long_standing:
    case Ask::standing:
      return standing_text(asked, letter.date);
    case Ask::mock_score:
      return fmt::format(
          "The newest mock exam of {} came to {}, with {} as the target. Which "
          "questions were guesses?",
          asked.of, whole_percent(asked.score), whole_percent(asked.target));
    case Ask::weak_topic:
      return fmt::format("On {}, {} of {} worked at the first try. Where does it get stuck?",
                         in_quotes(asked.of), asked.part, counted(asked.whole, "new problem"));
    case Ask::plan_moved:
      return fmt::format(
          "The plan now ends {} later than before these days. Should the hours "
          "change, or what they are for?",
          counted(asked.part, "day"));
    case Ask::what_helped:
      break;
  }
  return "Nothing stands still. What made these days work, and how can it stay so?";
}

}  // namespace gradus::report
