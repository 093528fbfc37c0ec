#include "gradus/exchange/jsonl.hpp"
#include "gradus/text/json.hpp"

#include "exchange/decode_entry.hpp"
#include "exchange/derived_id.hpp"
#include "exchange/lines.hpp"

#include <utility>

namespace gradus::exchange {
namespace {

using text::Node;

class JsonlReader : public Reader {
 public:
  explicit JsonlReader(Source source)
      : source_(std::move(source)), lines_(source_.in, source_.file) {}

  std::optional<Read> next() override {
    while (lines_.next()) {
      const std::string& line = lines_.text();
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      if (auto entry = read(line)) return entry;
    }
    return std::nullopt;
  }

 private:
  // nullopt for a line that removes an entry.
  std::optional<Read> read(const std::string& line) {
    const Place& place = lines_.place();
    const auto document = text::parse_json(line);
    if (document.failure)
      throw place.error(document.failure->message + "; each line must hold one whole entry",
                        document.failure->fix);
    if (document.root.kind() != Node::Kind::object)
      throw place.error("an entry must be one JSON object", "write { and } around its fields");
    if (is_removal(document.root)) {
      const auto removal = decode_removal(document.root, place);
      if (source_.removed) source_.removed(removal, place.line);
      return std::nullopt;
    }
    return decode_entry(document.root, place, [&](const journal::Entry& entry) {
      return derived_id(Format::jsonl, {.read = values_of(entry), .spelt = line}, source_);
    });
  }

  Source source_;
  Lines lines_;
};

}  // namespace

std::unique_ptr<Reader> read_jsonl(Source source) {
  return std::make_unique<JsonlReader>(std::move(source));
}

}  // namespace gradus::exchange
