#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/calendar/error.hpp"
#include "gradus/curriculum/model.hpp"
#include "gradus/curriculum/usd.hpp"

#include <array>
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
};

// What certificates cost and where they count, according to the source as of a day.
struct CertificateCatalogue {
  calendar::Date as_of;
  std::string source;
  std::vector<Certificate> certificates;
};

// Reads data/catalog/certificates.json, or a file of that form. Throws Error with line and pointer.
[[nodiscard]] CertificateCatalogue read_certificates(std::string_view json);

// Throws Error when the catalogue has no such id.
[[nodiscard]] const Certificate& find_certificate(const CertificateCatalogue& catalogue,
                                                  std::string_view id);

}  // namespace gradus::decisions
