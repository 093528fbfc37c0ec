#include "gradus/calendar/lower.hpp"
#include "gradus/decisions/advice.hpp"

#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/decisions/advise/inputs.hpp"
#include "cli/decisions/keeping.hpp"
#include "cli/demand.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gradus::cli {
namespace {

using decisions::Words;

constexpr double most_dollars = 1'000'000;
constexpr double most_weeks = 1000;
constexpr double hours_in_a_week = 168;
constexpr double most_jobs = 100;

struct AdviseCertificate {
  std::optional<std::string> market;
  std::optional<Words> portfolio;
  std::optional<double> budget_usd;
  std::optional<double> weeks;
  std::optional<double> hours_per_week;
  std::optional<double> jobs;
  std::optional<Words> has;
  Keeping keeping;
};

// "a, B": each word once, by `known`; "none" and nothing at all are no word.
template <class Known>
Words read_words(const std::string& text, Known known) {
  Words words;
  std::string word;
  for (const char c : text + ',') {
    if (c == ' ') continue;
    if (c != ',') word += c;
    if (c != ',' || word.empty()) continue;
    const auto typed = std::exchange(word, {});
    if (lower(typed) == "none") continue;
    auto name = known(typed);
    if (std::ranges::find(words, name) == words.end()) words.push_back(std::move(name));
  }
  return words;
}

Words read_portfolio(const Typed& typed) {
  return read_words(typed.text, [](const std::string& word) {
    return decisions::known_portfolio_word(known_certificates(), word);
  });
}

Words read_held(const Typed& typed) {
  return read_words(typed.text, [](const std::string& word) {
    return decisions::find_certificate(known_certificates(), lower(word)).id;
  });
}

void describe_certificate(Command& certificate, AdviseCertificate& request) {
  certificate
      .add_option("--market", request.market, read_market,
                  "Where the employers are (default: the track's stack's)")
      .type_name("MARKET")
      .offers(known_certificates().markets);
  certificate
      .add_option("--portfolio", request.portfolio, read_portfolio,
                  "What your projects run on, with commas between; or none")
      .type_name("WORD,…")
      .offers(decisions::portfolio_words(known_certificates()))
      .may_be_empty();
  certificate
      .add_option("--budget", request.budget_usd, number_within(0, most_dollars, "400"),
                  "What the exam may cost, in US dollars")
      .type_name("USD");
  certificate
      .add_option("--weeks", request.weeks, number_within(0, most_weeks, "8"),
                  "Weeks until the exam (default: until the plan's finish)")
      .type_name("N");
  certificate
      .add_option("--hours-per-week", request.hours_per_week,
                  number_within(0, hours_in_a_week, "7"),
                  "Hours a week for it (default: the track's study time)")
      .type_name("H");
  certificate
      .add_option("--jobs", request.jobs, number_within(0, most_jobs, "0"),
                  "Jobs in the field so far (default: by the track, else 0)")
      .type_name("N");
  certificate
      .add_option("--has", request.has, read_held,
                  "Certificates you have, with commas between (default: by the track, else none)")
      .type_name("ID,…")
      .completes(Completion::exam)
      .may_be_empty();
  add_keeping_options(certificate, request.keeping);
}

// What it can't do without, where neither the words nor the track say it.
void ask_for_missing(AdviseCertificate& asked, const Session& session) {
  std::vector<Demand> missing;
  const auto demand = [&](auto& value, const std::string& name, const std::string& description,
                          auto read) {
    if (value) return;
    missing.push_back({.name = name,
                       .description = description,
                       .give = [&value, name, read, &session](const std::string& text) {
                         value = read(Typed{name, text, session});
                       }});
  };
  demand(asked.market, "--market",
         fmt::format("Where are the employers? {}", fmt::join(known_certificates().markets, ", ")),
         read_market);
  demand(asked.portfolio, "--portfolio",
         fmt::format("What do your projects run on? none, or some of {}",
                     fmt::join(decisions::portfolio_words(known_certificates()), ", ")),
         read_portfolio);
  demand(asked.budget_usd, "--budget", "What may the exam cost, in US dollars?",
         number_within(0, most_dollars, "400"));
  demand(asked.weeks, "--weeks", "How many weeks are left?", number_within(0, most_weeks, "8"));
  demand(asked.hours_per_week, "--hours-per-week", "How many hours a week?",
         number_within(0, hours_in_a_week, "7"));
  ask_for(missing, "gradus advise certificate",
          "gradus advise certificate --market us --portfolio glue,redshift --budget 400 --weeks 8 "
          "--hours-per-week 7",
          session);
}

ExitCode run(const AdviseCertificate& request, Session& session) {
  check_keeping(request.keeping);
  auto asked = request;
  const bool all_given = asked.market && asked.portfolio && asked.weeks && asked.hours_per_week &&
                         asked.jobs && asked.has;
  auto at_hand = all_given ? std::nullopt : track_at_hand(session);
  FromTrack from_track(at_hand, session.today);
  from_track.fill(asked.market, "market", "market");
  from_track.fill(asked.portfolio, "portfolio", "portfolio");
  from_track.fill(asked.weeks, "weeks", "weeks");
  from_track.fill(asked.hours_per_week, "hours_per_week", "hours_per_week");
  from_track.fill(asked.jobs, "jobs", "jobs");
  from_track.fill(asked.has, "has", "has");
  ask_for_missing(asked, session);
  auto advice = decisions::advise_certificate(known_certificates(),
                                              {.market = asked.market.value(),
                                               .portfolio = asked.portfolio.value(),
                                               .budget_usd = asked.budget_usd.value(),
                                               .weeks = asked.weeks.value(),
                                               .hours_per_week = asked.hours_per_week.value(),
                                               .jobs = asked.jobs.value_or(0),
                                               .has = asked.has.value_or(Words{})});
  advice.from_track = from_track.filled();
  if (std::ranges::find(advice.from_track, "hours_per_week") != advice.from_track.end())
    advice.warnings.push_back({"shared-hours",
                               "The hours are those of your whole plan: what goes into the exam is "
                               "missing elsewhere. --hours-per-week says how many it may have."});
  if (!asked.jobs) advice.assumed.emplace_back("jobs");
  if (!asked.has) advice.assumed.emplace_back("has");
  at_hand.reset();  // to keep an answer, the store must not be open
  return give_advice(advice, "certificate", request.keeping, session);
}

}  // namespace

void add_advise_certificate(Command& advise) {
  advise.add_command<AdviseCertificate>(
      "certificate", "Say which certificate to take next, if any, with each step that led there.",
      "  gradus advise certificate --budget 400\n"
      "  gradus advise certificate --market india-enterprise --portfolio glue,redshift "
      "--budget 400 --weeks 8 --hours-per-week 7 --jobs 0\n"
      "  gradus advise certificate --budget 250 --has dea-c01 --json\n",
      describe_certificate);
}

}  // namespace gradus::cli
