#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/error.hpp"
#include "gradus/calendar/named.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/curriculum/usd.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gradus::decisions {

// A catalogue that can't be read, or a name that isn't in it.
class Error : public gradus::Error {
 public:
  using gradus::Error::Error;
};

// Of a provider's cloud, or of one tool: before a first job one of each is enough.
enum class CertificateRole { cloud, tool };
inline constexpr auto certificate_roles =
    named<CertificateRole>({{CertificateRole::cloud, "cloud"}, {CertificateRole::tool, "tool"}});
[[nodiscard]] constexpr std::string_view name(CertificateRole role) {
  return certificate_roles.name(role);
}

// A part of the preparation.
struct PreparationItem {
  std::string title;
  int hours = 0;
  std::array<curriculum::Usd, 2> usd{curriculum::Usd{0}, curriculum::Usd{0}};  // least, most
};

struct Certificate {
  std::string id;
  std::string title;
  std::optional<curriculum::Usd> exam_usd;       // nullopt: unknown
  std::optional<std::array<int, 2>> prep_hours;  // minimum, maximum; nullopt: unknown
  std::vector<std::string> markets;
  std::string pairs_with;  // a project to show alongside it; empty when not given
  std::optional<calendar::Date> retired_on;
  std::optional<std::string> successor;
  std::vector<curriculum::Topic> domains{};  // each with a weight, which sum to 1; may be unknown
  CertificateRole role = CertificateRole::cloud;
  std::vector<std::string> portfolio{};  // the words for what its projects run on
  std::string best_for{};                // whom it impresses; may be empty
  std::vector<std::string> notes{};
  std::vector<PreparationItem> prep{};
};

// How many certificates to take, and which comes next. nullopt: as many as one likes.
struct CertificateRules {
  std::optional<int> max_before_first_job{};
  std::optional<int> max_cloud_before_first_job{};
  std::optional<int> max_tool_before_first_job{};
  std::optional<int> strong_projects_instead{};     // which do as well as a certificate
  std::map<std::string, std::string> next_by_team;  // what a team works with, and its certificate
};

// What certificates cost and where they count, according to the source as of a day.
struct CertificateCatalogue {
  calendar::Date as_of;
  std::string source;
  std::vector<Certificate> certificates;
  CertificateRules rules{};
  std::vector<std::string> markets{};            // where employers may be
  std::map<std::string, std::string> aliases{};  // other names of markets and portfolio words
};

// Reads data/catalog/certificates.json, or a file of that form. Throws Error with line and pointer.
[[nodiscard]] CertificateCatalogue read_certificates(std::string_view json);

// Throws Error when the catalogue has no such id.
[[nodiscard]] const Certificate& find_certificate(const CertificateCatalogue& catalogue,
                                                  std::string_view id);

// A market, or a word for what a portfolio runs on, by its own or another name, in any case. Each
// throws Error with the nearest.
[[nodiscard]] std::string known_market(const CertificateCatalogue& catalogue,
                                       std::string_view typed);
[[nodiscard]] std::string known_portfolio_word(const CertificateCatalogue& catalogue,
                                               std::string_view typed);
// All of those words, each once, in the catalogue's order.
[[nodiscard]] std::vector<std::string> portfolio_words(const CertificateCatalogue& catalogue);

}  // namespace gradus::decisions
