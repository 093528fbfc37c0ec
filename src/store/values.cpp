#include "store/values.hpp"

#include <fmt/format.h>

#include <charconv>
#include <string_view>
#include <system_error>

namespace gradus::store {
namespace {

// Below it are the control characters, which JSON writes as \u and four hexadecimal digits.
constexpr unsigned char first_printable = 0x20;

std::string json_string(std::string_view text) {
  std::string json = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < first_printable) {
      json += fmt::format("\\u{:04x}", byte);
    } else {
      if (c == '"' || c == '\\') json += '\\';
      json += c;
    }
  }
  return json + '"';
}

// Reads the JSON that to_text writes, and nothing else.
class Scanner {
 public:
  explicit Scanner(std::string_view json) : rest_(json) {}

  bool skip(char expected) {
    if (rest_.empty() || rest_.front() != expected) return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::optional<std::string> text() {
    if (!skip('"')) return std::nullopt;
    std::string text;
    while (!rest_.empty()) {
      if (skip('"')) return text;
      const auto c = skip('\\') ? escaped() : next();
      if (!c) return std::nullopt;
      text += *c;
    }
    return std::nullopt;
  }

  std::optional<double> number() {
    double value = 0;
    const auto [end, failure] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    if (failure != std::errc{}) return std::nullopt;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return value;
  }

  [[nodiscard]] bool done() const { return rest_.empty(); }

 private:
  std::optional<char> next() {
    if (rest_.empty()) return std::nullopt;
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }

  std::optional<char> escaped() {
    if (!skip('u')) return next();
    constexpr std::size_t digits = 4;
    if (rest_.size() < digits) return std::nullopt;
    unsigned char byte = 0;
    const auto* const stop = rest_.data() + digits;
    if (std::from_chars(rest_.data(), stop, byte, 16).ptr != stop) return std::nullopt;
    rest_.remove_prefix(digits);
    return static_cast<char>(byte);
  }

  std::string_view rest_;
};

}  // namespace

std::optional<calendar::Availability> from_text(std::type_identity<calendar::Availability>,
                                                const std::string& text) {
  try {
    return calendar::Availability::parse(text);
  } catch (const gradus::Error&) {
    return std::nullopt;
  }
}

std::string to_text(const Shares& shares) {
  std::string json;
  for (const auto& [domain, share] : shares) {
    if (!json.empty()) json += ',';
    json += json_string(domain) + fmt::format(":{}", share);
  }
  return '{' + json + '}';
}

std::optional<Shares> from_text(std::type_identity<Shares>, const std::string& text) {
  Scanner json(text);
  Shares shares;
  if (!json.skip('{')) return std::nullopt;
  while (!json.skip('}')) {
    if (!shares.empty() && !json.skip(',')) return std::nullopt;
    const auto domain = json.text();
    if (!domain || !json.skip(':')) return std::nullopt;
    const auto share = json.number();
    if (!share) return std::nullopt;
    shares.emplace(*domain, *share);
  }
  if (!json.done()) return std::nullopt;
  return shares;
}

}  // namespace gradus::store
