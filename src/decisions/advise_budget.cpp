#include "gradus/decisions/advice.hpp"
#include "gradus/decisions/decide.hpp"
#include "gradus/text/plural.hpp"

#include "decisions/certificate_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace gradus::decisions {
namespace {

// What is bought, in the order of its worth: what is free, an exam, a course.
class KitBuyer {
 public:
  KitBuyer(const StarterKit& starter, std::optional<double> cap) : starter_(starter), cap_(cap) {}

  BudgetAdvice buy() {
    advice_.kit = starter_.free;
    const bool exam = buy_first(starter_.exams);
    const bool course = buy_first(starter_.paid);
    advice_.pick = pick_of(exam, course);
    advice_.answer = answer(exam, course);
    if (cap_) say_what_is_short(exam, course);
    return std::move(advice_);
  }

 private:
  static std::string pick_of(bool exam, bool course) {
    if (exam && course) return "starter";
    if (exam) return "free-and-exam";
    return course ? "free-and-course" : "free";
  }
  [[nodiscard]] bool affordable(const KitItem& item) const {
    return !cap_ || (advice_.kit_usd.dollars() + item.usd.dollars()) <= *cap_;
  }
  bool buy_first(const std::vector<KitItem>& items) {
    const auto found =
        std::ranges::find_if(items, [&](const KitItem& each) { return affordable(each); });
    if (found == items.end()) return false;
    advice_.kit.push_back(*found);
    advice_.kit_usd = curriculum::Usd{advice_.kit_usd.cents() + found->usd.cents()};
    return true;
  }
  [[nodiscard]] std::string answer(bool exam, bool course) const {
    std::string words = text::counted(starter_.free.size(), "free course");
    if (course) words = "One paid course, " + words;
    if (exam) words += " and one exam";
    if (!exam && !course) words += " and nothing that costs";
    words += fmt::format(": {}", usd_words(advice_.kit_usd.dollars()));
    return cap_ ? fmt::format("{} of {}.", words, usd_words(*cap_)) : words + ".";
  }
  void say_what_is_short(bool exam, bool course) {
    const double left = *cap_ - advice_.kit_usd.dollars();
    const auto save = [&](const KitItem& item) {
      advice_.warnings.push_back({"save", fmt::format("{} costs {}: save {} more for it.",
                                                      item.title, usd_words(item.usd.dollars()),
                                                      usd_words(item.usd.dollars() - left))});
    };
    if (!exam && !starter_.exams.empty()) save(starter_.exams.front());
    if (exam && !course && !starter_.paid.empty()) save(starter_.paid.front());
    if (exam && !starter_.exams.empty() &&
        advice_.kit[starter_.free.size()].id != starter_.exams.front().id)
      advice_.warnings.push_back(
          {"other-exam", fmt::format("The usual exam, {}, costs {}: this one fits the cap.",
                                     starter_.exams.front().title,
                                     usd_words(starter_.exams.front().usd.dollars()))});
  }

  const StarterKit& starter_;
  std::optional<double> cap_;
  BudgetAdvice advice_{};
};

// The rows of the table that are met, as notices.
std::vector<Notice> broken_rules(const Table& spending, const Values& known) {
  std::vector<Notice> broken;
  for (const auto& row : decide(spending, known).steps)
    if (row.met == rules::Truth::pass) broken.push_back({row.id, row.why});
  return broken;
}

Words codes(const std::vector<Notice>& notices) {
  Words codes;
  codes.reserve(notices.size());
  for (const auto& each : notices) codes.push_back(each.code);
  return codes;
}

// With another course, such as the kit's, paid for today.
Values after_paying(const Values& known, const StarterKit& starter) {
  auto then = known;
  then.insert_or_assign("paying", true);
  const auto usd = then.find("course_usd");
  if (usd != then.end() && !starter.paid.empty())
    usd->second = std::get<double>(usd->second) + starter.paid.front().usd.dollars();
  return then;
}

// With another exam booked today.
Values after_booking(Values known) {
  const auto certificates = known.find("certificates");
  if (certificates != known.end())
    certificates->second = std::get<double>(certificates->second) + 1;
  known.insert_or_assign("paying", false);
  return known;
}

AdviceStep kit_step(const BudgetAdvice& advice, std::optional<double> cap) {
  AdviceStep step{.id = "kit",
                  .input = {{"cap_usd", cap ? std::optional<Value>(*cap) : std::nullopt}},
                  .result = std::nullopt,
                  .why = advice.answer};
  Words ids;
  ids.reserve(advice.kit.size());
  for (const auto& item : advice.kit) ids.push_back(item.id);
  step.result = std::move(ids);
  return step;
}

AdviceStep spent_step(const BudgetCase& asked) {
  AdviceStep step{
      .id = "spent", .input = {}, .result = std::nullopt, .why = "No track says what was spent."};
  if (!asked.spent_usd) return step;
  step.result = *asked.spent_usd;
  step.why = fmt::format("{} so far.", usd_words(*asked.spent_usd));
  if (asked.cap_usd && *asked.spent_usd > *asked.cap_usd)
    step.why = fmt::format("{} so far, {} over the cap.", usd_words(*asked.spent_usd),
                           usd_words(*asked.spent_usd - *asked.cap_usd));
  return step;
}

AdviceStep rules_step(std::string id, const Values& known, const std::vector<Notice>& broken,
                      std::string_view none) {
  AdviceStep step{.id = std::move(id), .input = {}, .result = codes(broken), .why = {}};
  for (const auto& [name, value] : known) step.input.emplace_back(name, value);
  step.why = broken.empty() ? std::string(none)
                            : fmt::format("Against {}.", fmt::join(codes(broken), ", "));
  return step;
}

}  // namespace

BudgetAdvice advise_budget(const StarterKit& starter, const Table& spending,
                           const BudgetCase& asked) {
  auto advice = KitBuyer(starter, asked.cap_usd).buy();
  advice.title = "What should it cost to begin, and is your spending within the rules?";
  advice.source = spending.source;
  advice.as_of = spending.as_of;
  advice.steps.push_back(kit_step(advice, asked.cap_usd));
  advice.steps.push_back(spent_step(asked));
  if (!asked.spent_usd) return advice;
  auto known = asked.spending;
  known.insert_or_assign("paying", false);
  const auto broken = broken_rules(spending, known);
  advice.steps.push_back(rules_step("rules", known, broken, "No rule is broken."));
  for (const auto& each : broken) advice.warnings.push_back({each.code, "Broken: " + each.message});
  const auto look_ahead = [&](const std::string& id, const Values& then, std::string_view none,
                              std::string_view when) {
    auto about = broken_rules(spending, then);
    std::erase_if(about, [&](const Notice& each) {
      return std::ranges::find(broken, each.code, &Notice::code) != broken.end();
    });
    advice.steps.push_back(rules_step(id, then, about, none));
    for (const auto& each : about)
      advice.warnings.push_back({each.code, fmt::format("{}: {}", when, each.message)});
  };
  look_ahead("next-course", after_paying(asked.spending, starter),
             "A paid course today would break none.", "If you pay for a course now");
  look_ahead("next-exam", after_booking(asked.spending), "An exam booked today would break none.",
             "If you book an exam now");
  return advice;
}

}  // namespace gradus::decisions
