#include "gradus/decisions/certificates.hpp"

#include "gradus/text/json.hpp"
#include "gradus/text/nearest.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace gradus::decisions {
namespace {

using text::Node;

// A value of the file and its position.
struct Place {
  const Node& node;
  std::string pointer;

  [[nodiscard]] Error error(std::string_view message) const {
    const auto where = pointer.empty() ? "the file" : pointer;
    return Error(fmt::format("line {}: {} {}", node.line(), where, message));
  }

  // A member; null counts as absent.
  [[nodiscard]] std::optional<Place> find(std::string_view key) const {
    if (node.kind() != Node::Kind::object) throw error("must be an object");
    const auto* const member = node.find(key);
    if (member == nullptr || member->kind() == Node::Kind::null) return std::nullopt;
    return Place{*member, fmt::format("{}/{}", pointer, key)};
  }
  [[nodiscard]] Place at(std::string_view key) const {
    auto member = find(key);
    if (!member) throw error(fmt::format("needs the key {}", key));
    return *std::move(member);
  }

  [[nodiscard]] const std::string& text() const {
    if (node.kind() != Node::Kind::text) throw error("must be text");
    return node.text();
  }
  [[nodiscard]] std::vector<Place> items() const {
    if (node.kind() != Node::Kind::list) throw error("must be a list");
    std::vector<Place> places;
    for (const auto& item : node.items()) {
      places.push_back({item, fmt::format("{}/{}", pointer, places.size())});
    }
    return places;
  }
  [[nodiscard]] calendar::Date date() const {
    const auto day = calendar::Date::parse(text());
    if (!day) throw error("must be a date (YYYY-MM-DD)");
    return *day;
  }
  [[nodiscard]] curriculum::Usd usd() const {
    const auto amount = curriculum::Usd::of(node.number());
    if (node.kind() != Node::Kind::number || !amount) {
      throw error("must be an amount of dollars with at most 2 decimals");
    }
    return *amount;
  }
  [[nodiscard]] int hours() const {
    constexpr double most = 10'000;
    const bool fits = node.kind() == Node::Kind::number && node.whole() && node.number() >= 0 &&
                      node.number() <= most;
    if (!fits) throw error(fmt::format("must be a whole number of hours up to {}", most));
    return static_cast<int>(node.number());
  }
};

std::array<int, 2> read_hours(const Place& place) {
  const auto ends = place.items();
  if (ends.size() != 2) throw place.error("must be two numbers: the minimum and maximum hours");
  const std::array hours{ends[0].hours(), ends[1].hours()};
  if (hours[0] > hours[1]) throw place.error("must have the lower number first");
  return hours;
}

Certificate read_certificate(const Place& place) {
  Certificate certificate{};
  certificate.id = place.at("id").text();
  certificate.title = place.at("title").text();
  for (const auto& market : place.at("markets").items()) {
    certificate.markets.push_back(market.text());
  }
  if (const auto usd = place.find("exam_usd")) certificate.exam_usd = usd->usd();
  if (const auto hours = place.find("prep_hours")) certificate.prep_hours = read_hours(*hours);
  if (const auto project = place.find("pairs_with")) certificate.pairs_with = project->text();
  if (const auto day = place.find("retired_on")) certificate.retired_on = day->date();
  if (const auto id = place.find("successor")) certificate.successor = id->text();
  return certificate;
}

}  // namespace

CertificateCatalogue read_certificates(std::string_view json) {
  const auto document = text::parse_json(json);
  if (document.failure) {
    throw Error(fmt::format("line {}: {}", document.failure->line, document.failure->message));
  }
  const Place root{document.root, ""};
  const auto format = root.at("format");
  if (format.node.kind() != Node::Kind::number || format.node.number() != 1) {
    throw format.error("must be 1, the only format");
  }
  CertificateCatalogue catalogue{root.at("as_of").date(), root.at("source").text(), {}};
  for (const auto& place : root.at("certificates").items()) {
    auto certificate = read_certificate(place);
    const auto& known = catalogue.certificates;
    if (std::ranges::find(known, certificate.id, &Certificate::id) != known.end()) {
      throw place.error(fmt::format("repeats the id {}", certificate.id));
    }
    catalogue.certificates.push_back(std::move(certificate));
  }
  return catalogue;
}

const Certificate& find_certificate(const CertificateCatalogue& catalogue, std::string_view id) {
  const auto& known = catalogue.certificates;
  const auto found = std::ranges::find(known, id, &Certificate::id);
  if (found != known.end()) return *found;
  std::vector<std::string> ids;
  ids.reserve(known.size());
  for (const auto& certificate : known) ids.push_back(certificate.id);
  throw Error(fmt::format("there is no certificate {}", id), text::did_you_mean(id, ids));
}

}  // namespace gradus::decisions
