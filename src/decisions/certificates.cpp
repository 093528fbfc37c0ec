#include "gradus/decisions/certificates.hpp"

#include "gradus/text/nearest.hpp"

#include "decisions/catalogue.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace gradus::decisions {
namespace {

// A member; null counts as absent.
text::Cursor known(text::Object& from, std::string_view key) {
  const text::Cursor value = from.optional(key);
  return value.is(text::Node::Kind::null) ? from.place().member(key, nullptr) : value;
}

std::optional<curriculum::Usd> read_usd(const text::Cursor& from) {
  if (!from.expect(text::Node::Kind::number)) return std::nullopt;
  const auto amount = curriculum::Usd::of(from.node().number());
  if (!amount) {
    from.error("must be an amount of dollars with at most 2 decimals", "write it like 99.5");
  }
  return amount;
}

std::optional<std::array<int, 2>> read_hours(const text::Cursor& from) {
  constexpr int most = 10'000;
  if (!from.expect(text::Node::Kind::list)) return std::nullopt;
  const auto ends = text::list_of(
      from, [](const text::Cursor& hours) { return hours.whole(0, most).value_or(0); });
  if (ends.size() != 2) {
    from.error("must be two numbers: the minimum and maximum hours", "write it like [30, 42]");
    return std::nullopt;
  }
  if (ends[0] > ends[1]) {
    from.error("must have the lower number first", fmt::format("write [{}, {}]", ends[1], ends[0]));
  }
  return std::array{ends[0], ends[1]};
}

std::vector<curriculum::Topic> read_domains(const text::Cursor& from) {
  constexpr double tolerance = 0.001;
  double sum = 0;
  auto domains = text::list_of(from, [&](const text::Cursor& each) {
    text::Object object{each};
    curriculum::Topic domain{.id = text::id<curriculum::TopicId>(object.required("id")),
                             .title = object.required("title").text(),
                             .practice_url = {},
                             .weight = object.required("weight").number(0, 1).value_or(0)};
    sum += *domain.weight;
    return domain;
  });
  if (!domains.empty() && std::abs(sum - 1) > tolerance)
    from.error(fmt::format("has weights that sum to {:.4g}", sum), "let them sum to 1");
  return domains;
}

Certificate read_certificate(const text::Cursor& from) {
  text::Object object{from};
  return {.id = object.required("id").text(),
          .title = object.required("title").text(),
          .exam_usd = read_usd(known(object, "exam_usd")),
          .prep_hours = read_hours(known(object, "prep_hours")),
          .markets = text::texts(object.required("markets")),
          .pairs_with = known(object, "pairs_with").text(),
          .retired_on = read_date(known(object, "retired_on")),
          .successor = known(object, "successor").optional_text(),
          .domains = read_domains(object.optional("domains"))};
}

CertificateCatalogue read_catalogue(const text::Cursor& from) {
  text::Object object{from};
  check_format(object.required("format"));
  CertificateCatalogue catalogue{
      .as_of = read_date(object.required("as_of")).value_or(calendar::Date::first()),
      .source = object.required("source").text(),
      .certificates = {}};
  std::set<std::string> ids;
  catalogue.certificates =
      text::list_of(object.required("certificates"), [&](const text::Cursor& each) {
        auto certificate = read_certificate(each);
        if (!ids.insert(certificate.id).second) {
          each.error(fmt::format("repeats the id {}", certificate.id), "give each its own id");
        }
        return certificate;
      });
  return catalogue;
}

}  // namespace

CertificateCatalogue read_certificates(std::string_view json) {
  return read_file(json, read_catalogue);
}

const Certificate& find_certificate(const CertificateCatalogue& catalogue, std::string_view id) {
  const auto& known = catalogue.certificates;
  const auto found = std::ranges::find(known, id, &Certificate::id);
  if (found != known.end()) return *found;
  std::vector<std::string> ids;
  ids.reserve(known.size());
  for (const auto& certificate : known) ids.push_back(certificate.id);
  throw Error(fmt::format("there is no certificate {}", id), text::nearest_or_all(id, ids));
}

}  // namespace gradus::decisions
