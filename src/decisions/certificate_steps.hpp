#pragma once

#include "gradus/decisions/advice.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace gradus::decisions {

enum class TimeFit { fits, borderline, too_short, unknown };
inline constexpr auto time_fits = named<TimeFit>({{TimeFit::fits, "fits"},
                                                  {TimeFit::borderline, "borderline"},
                                                  {TimeFit::too_short, "too short"},
                                                  {TimeFit::unknown, "unknown"}});

[[nodiscard]] inline bool is_among(const Words& words, const std::string& word) {
  return std::ranges::find(words, word) != words.end();
}

// Narrows the catalogue down step by step (advise_certificate.cpp), and says what follows from what
// is left (certificate_conclusions.cpp).
class CertificateSteps {
 public:
  CertificateSteps(const CertificateCatalogue& catalogue, const CertificateCase& asked)
      : catalogue_(catalogue), asked_(asked) {}

  CertificateAdvice advise() {
    ask_market();
    ask_portfolio();
    ask_budget();
    ask_time();
    ask_whether_to_stop();
    settle();
    look_ahead();
    return std::move(advice_);
  }

 private:
  void ask_market();
  void ask_portfolio();
  void ask_budget();
  void ask_time();
  void ask_whether_to_stop();
  void settle();
  void look_ahead();

  [[nodiscard]] bool has(const Certificate& each) const { return is_among(asked_.has, each.id); }
  [[nodiscard]] bool employed() const { return asked_.jobs >= 1; }
  [[nodiscard]] double hours() const { return asked_.weeks * asked_.hours_per_week; }
  [[nodiscard]] std::ptrdiff_t count(CertificateRole role) const {
    return std::ranges::count_if(catalogue_.certificates, [&](const Certificate& each) {
      return each.role == role && has(each);
    });
  }
  [[nodiscard]] std::string against_market(const Certificate& each) const;
  [[nodiscard]] std::string against_budget(const Certificate& each);
  [[nodiscard]] TimeFit time_fit(const Certificate& each) const;
  [[nodiscard]] std::string time_words(const Certificate& each) const;
  [[nodiscard]] Words shared(const Certificate& each) const;
  [[nodiscard]] Words next_by_team() const;
  [[nodiscard]] Words fitting_instead();
  void warn_of_time(const Certificate& pick);
  void warn_of_costs(const Certificate& pick);

  [[nodiscard]] Words ids() const {
    Words ids;
    ids.reserve(left_.size());
    for (const auto* each : left_) ids.push_back(each->id);
    return ids;
  }
  // Keeps those that nothing speaks against.
  template <class Against>
  void keep(AdviceStep& step, Against against) {
    const bool any = !left_.empty();
    std::erase_if(left_, [&](const Certificate* each) {
      auto why = against(*each);
      if (why.empty()) return false;
      verdicts_[each->id] = "ruled out by " + step.id;
      step.ruled_out.push_back({each->id, std::move(why)});
      return true;
    });
    if (any && left_.empty()) emptied_by_ = step.id;
  }
  void warn(std::string code, std::string message) {
    advice_.warnings.push_back({std::move(code), std::move(message)});
  }
  void add(AdviceStep step) { advice_.steps.push_back(std::move(step)); }

  const CertificateCatalogue& catalogue_;
  const CertificateCase& asked_;
  std::vector<const Certificate*> left_{};
  std::map<std::string, std::string> verdicts_{};
  std::string emptied_by_{};               // the step that left none
  const Certificate* too_dear_ = nullptr;  // the cheapest that the budget ruled out
  const Certificate* too_long_ = nullptr;  // the shortest that the time ruled out
  CertificateAdvice advice_{};
};

}  // namespace gradus::decisions
