#include "gradus/track/known_facts.hpp"

#include "gradus/calendar/lower.hpp"
#include "gradus/curriculum/builtin.hpp"
#include "gradus/decisions/certificates.hpp"
#include "gradus/insight/study_weeks.hpp"
#include "gradus/store/entries.hpp"
#include "gradus/track/pace.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace gradus::track {
namespace {

using decisions::Value;
using decisions::Words;

constexpr double minutes_in_an_hour = 60;
constexpr int days_in_a_week = 7;
constexpr calendar::Days half_a_year{183};
constexpr calendar::Days course_lasts{84};  // that nobody says the end of

struct Learner {
  const store::Store& store;
  const LoadedTrack& track;
  calendar::Date today;
};

const curriculum::Stack* stack_of(const Learner& learner) {
  if (!learner.track.stack) return nullptr;
  return &curriculum::find_stack(learner.track.curriculum, learner.track.stack->text());
}

decisions::CertificateCatalogue certificates() {
  return decisions::read_certificates(curriculum::builtin_text("catalog/certificates.json"));
}

// In lower case, split at whatever is neither letter nor digit.
std::set<std::string> words_in(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : lower(text) + ' ') {
    const bool in_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (in_word) word += c;
    if (in_word || word.empty()) continue;
    words.insert(std::exchange(word, {}));
  }
  return words;
}

Words known_among(const std::string& text) {
  const auto found = words_in(text);
  auto words = decisions::portfolio_words(certificates());
  std::erase_if(words, [&](const std::string& word) { return !found.contains(word); });
  return words;
}

std::optional<Value> market(const Learner& learner) {
  const auto* stack = stack_of(learner);
  if (stack == nullptr || stack->markets.empty()) return std::nullopt;
  return stack->markets.front();
}

std::string delivered_titles(const Learner& learner) {
  std::string titles;
  for (const auto& entry : store::delivered(learner.store, learner.track.id))
    titles += std::get<journal::Artefact>(entry.what).title + '\n';
  return titles;
}

std::optional<Value> portfolio(const Learner& learner) {
  auto words = known_among(delivered_titles(learner));
  if (!words.empty()) return words;
  const auto* stack = stack_of(learner);
  if (stack == nullptr) return std::nullopt;
  words = known_among(stack->cloud + ' ' + stack->warehouse + ' ' + stack->transform + ' ' +
                      stack->language);
  return words.empty() ? std::nullopt : std::optional<Value>(words);
}

std::optional<Value> hours_per_week(const Learner& learner) {
  const auto minutes = learner.track.frame.available.per_week().count();
  return static_cast<double>(minutes) / minutes_in_an_hour;
}

std::optional<Value> weeks(const Learner& learner) {
  const auto days = (learner.track.plan.finish() - learner.today).count() + 1;
  const auto begun = days <= 0 ? 0 : (days + days_in_a_week - 1) / days_in_a_week;
  return static_cast<double>(begun);
}

// The certificates that a text names by id or title.
std::set<std::string> certificates_in(std::string_view text) {
  const auto where = lower(text);
  std::set<std::string> named;
  for (const auto& each : certificates().certificates)
    if (where.find(each.id) != std::string::npos ||
        where.find(lower(each.title)) != std::string::npos)
      named.insert(each.id);
  return named;
}

std::set<std::string> held(const Learner& learner) {
  std::map<curriculum::ArtefactId, std::string> badges;  // with their titles
  for (const auto& each : learner.track.curriculum.tiers)
    for (const auto& week : each.weeks)
      for (const auto& artefact : week.artefacts)
        if (artefact.kind == "badge") badges.emplace(artefact.id, artefact.title);
  std::set<std::string> ids;
  for (const auto& entry : store::delivered(learner.store, learner.track.id)) {
    const auto& artefact = std::get<journal::Artefact>(entry.what);
    const auto badge = artefact.artefact ? badges.find(*artefact.artefact) : badges.end();
    if (badge != badges.end()) ids.merge(certificates_in(artefact.title + '\n' + badge->second));
  }
  return ids;
}

std::optional<Value> has(const Learner& learner) {
  const auto ids = held(learner);
  return Words(ids.begin(), ids.end());
}

std::vector<journal::Entry> expenses(const Learner& learner, std::optional<std::string> kind,
                                     std::optional<calendar::Date> from = std::nullopt,
                                     std::optional<calendar::Date> to = std::nullopt) {
  return store::entries(
      learner.store, learner.track.id,
      {.type = curriculum::EntryType::expense, .kind = std::move(kind), .from = from, .to = to});
}

double sum(const std::vector<journal::Entry>& expenses) {
  std::int64_t cents = 0;
  for (const auto& entry : expenses) cents += std::get<journal::Expense>(entry.what).usd.cents();
  return curriculum::Usd{cents}.dollars();
}

std::optional<Value> certificate_count(const Learner& learner) {
  auto ids = held(learner);
  for (const auto& entry : expenses(learner, "exam"))
    ids.merge(certificates_in(std::get<journal::Expense>(entry.what).title));
  return static_cast<double>(ids.size());
}

std::optional<Value> jobs(const Learner& learner) {
  static const std::set<std::string> started{"accepted", "hired", "started"};
  const auto applications =
      store::entries(learner.store, learner.track.id, {.type = curriculum::EntryType::application});
  return static_cast<double>(std::ranges::count_if(applications, [](const auto& entry) {
    const auto& status = std::get<journal::Application>(entry.what).status;
    return status && started.contains(lower(*status));
  }));
}

std::optional<Value> tier(const Learner& learner) {
  const auto* open = rules::open_tier(learner.track.curriculum, learner.track.states);
  if (open == nullptr) return std::nullopt;
  return open->id.text();
}

std::optional<Value> weeks_on_tier(const Learner& learner) {
  if (!tier(learner)) return std::nullopt;
  auto since = learner.track.plan.start;
  for (const auto& [passed, on] : store::passed_on(learner.store, learner.track.id))
    since = std::max(since, on);
  const auto days = std::max<std::int64_t>(0, (learner.today - since).count());
  const auto whole = days / days_in_a_week;
  return static_cast<double>(whole);
}

std::optional<Value> courses(const Learner& learner) {
  const auto from = learner.today - calendar::Date::first() < course_lasts
                        ? calendar::Date::first()
                        : learner.today - course_lasts;
  std::set<std::string> titles;
  for (const auto& entry : expenses(learner, "course", from, learner.today)) {
    const auto& course = std::get<journal::Expense>(entry.what);
    if (course.usd.cents() > 0) titles.insert(lower(course.title));
  }
  return static_cast<double>(titles.size());
}

std::optional<Value> paying(const Learner& learner) {
  return std::get<double>(courses(learner).value()) > 0;
}

std::optional<Value> course_usd(const Learner& learner) {
  const auto start = learner.track.plan.start;
  const auto end =
      calendar::Date::last() - start < half_a_year ? calendar::Date::last() : start + half_a_year;
  return sum(expenses(learner, "course", std::nullopt, end));
}

std::optional<Value> spent_usd(const Learner& learner) {
  return store::spent(learner.store, learner.track.id).dollars();
}

std::optional<insight::Habits> habits_of(const Learner& learner) {
  const auto record = read_record(learner.store, learner.track);
  return insight::habits(insight::study_weeks(learner.track, record, learner.today));
}

std::optional<Value> study_hours(const Learner& learner) {
  const auto habits = habits_of(learner);
  return habits ? std::optional<Value>(habits->hours_a_week) : std::nullopt;
}

std::optional<Value> lab_share(const Learner& learner) {
  const auto habits = habits_of(learner);
  return habits ? std::optional<Value>(habits->hands_on_share) : std::nullopt;
}

std::optional<Value> weekend_share(const Learner& learner) {
  const auto habits = habits_of(learner);
  return habits ? std::optional<Value>(1 - habits->on_weeknights_share) : std::nullopt;
}

std::optional<Value> study_weeks(const Learner& learner) {
  decisions::Records records;
  for (const auto& row : read_pace(learner.store, learner.track, learner.today).weeks) {
    if (!row.time.gap) continue;
    const auto hours = [](calendar::Minutes minutes) {
      return static_cast<double>(minutes.count()) / minutes_in_an_hour;
    };
    records.push_back(
        {.id = std::to_string(row.number),
         .numbered = true,
         .fields = {{"planned", hours(row.time.planned)}, {"actual", hours(row.time.actual)}}});
  }
  return records.empty() ? std::nullopt : std::optional<Value>(records);
}

struct Fact {
  std::string_view name;
  std::optional<Value> (*read)(const Learner&);
};
constexpr std::array known_facts{Fact{"market", market},
                                 Fact{"portfolio", portfolio},
                                 Fact{"hours_per_week", hours_per_week},
                                 Fact{"weeks", weeks},
                                 Fact{"has", has},
                                 Fact{"certificates", certificate_count},
                                 Fact{"jobs", jobs},
                                 Fact{"tier", tier},
                                 Fact{"weeks_on_tier", weeks_on_tier},
                                 Fact{"courses", courses},
                                 Fact{"paying", paying},
                                 Fact{"course_usd", course_usd},
                                 Fact{"spent_usd", spent_usd},
                                 Fact{"study_hours", study_hours},
                                 Fact{"lab_share", lab_share},
                                 Fact{"weekend_share", weekend_share},
                                 Fact{"study_weeks", study_weeks}};

}  // namespace

std::optional<decisions::Value> known_fact(std::string_view fact, const store::Store& store,
                                           const LoadedTrack& track, calendar::Date today) {
  const auto found = std::ranges::find(known_facts, fact, &Fact::name);
  return found == known_facts.end() ? std::nullopt : found->read({store, track, today});
}

}  // namespace gradus::track
