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

// An amount, or a list of the least and the most.
std::array<curriculum::Usd, 2> read_usd_range(const text::Cursor& from) {
  std::array<curriculum::Usd, 2> range{curriculum::Usd{0}, curriculum::Usd{0}};
  if (!from.present()) return range;
  if (!from.is(text::Node::Kind::list)) {
    range.fill(read_usd(from).value_or(curriculum::Usd{0}));
    return range;
  }
  const auto ends = text::list_of(from, read_usd);
  if (ends.size() != range.size()) {
    from.error("must be an amount of dollars, or the least and the most", "write it like [0, 20]");
    return range;
  }
  return {ends[0].value_or(range[0]), ends[1].value_or(range[1])};
}

PreparationItem read_item(const text::Cursor& from) {
  constexpr int most_hours = 10'000;
  text::Object object{from};
  return {.title = object.required("title").text(),
          .hours = object.optional("hours").whole(0, most_hours).value_or(0),
          .usd = read_usd_range(object.optional("usd"))};
}

std::map<std::string, std::string> read_names(const text::Cursor& from) {
  std::map<std::string, std::string> names;
  if (!from.present()) return names;
  text::each_member(from, [&](std::string_view key, const text::Cursor& member) {
    names.emplace(key, member.text());
  });
  return names;
}

CertificateRules read_rules(const text::Cursor& from) {
  CertificateRules rules;
  if (!from.present()) return rules;
  constexpr int most = 1000;
  text::Object object{from};
  const auto limit = [&](std::string_view key) { return known(object, key).whole(0, most); };
  rules.max_before_first_job = limit("max_before_first_job");
  rules.max_cloud_before_first_job = limit("max_cloud_before_first_job");
  rules.max_tool_before_first_job = limit("max_tool_before_first_job");
  rules.strong_projects_instead = limit("strong_projects_instead");
  rules.next_by_team = read_names(object.optional("next_by_team"));
  return rules;
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
          .domains = read_domains(object.optional("domains")),
          .role = text::word(object.optional("role"), certificate_roles),
          .portfolio = text::texts(object.optional("portfolio")),
          .best_for = known(object, "best_for").text(),
          .notes = text::texts(object.optional("notes")),
          .prep = text::list_of(object.optional("prep"), read_item)};
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
  catalogue.rules = read_rules(object.optional("rules"));
  catalogue.markets = text::texts(object.optional("markets"));
  catalogue.aliases = read_names(object.optional("aliases"));
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
