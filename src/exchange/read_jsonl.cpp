#include "gradus/curriculum/document.hpp"
#include "gradus/exchange/jsonl.hpp"

#include "exchange/decode_entry.hpp"
#include "exchange/derived_id.hpp"
#include "exchange/lines.hpp"

#include <utility>

namespace gradus::exchange {
namespace {

using curriculum::Node;

Read read_line(std::string_view line, const Place& place,
               const std::function<journal::EntryId()>& derive) {
  const auto document = curriculum::parse_document(line);
  if (document.failure) throw place.error(document.failure->message);
  if (document.root.kind() != Node::Kind::object) throw place.error("an entry is one JSON object");
  return decode_entry(document.root, place, derive);
}

class JsonlReader : public Reader {
 public:
  explicit JsonlReader(Source source)
      : source_(std::move(source)), lines_(source_.in, source_.file) {}

  std::optional<Read> next() override {
    while (lines_.next()) {
      const std::string& line = lines_.text();
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      return read_line(line, lines_.place(), [&] { return derived_id(line, source_); });
    }
    return std::nullopt;
  }

 private:
  Source source_;
  Lines lines_;
};

}  // namespace

journal::Entry from_json(std::string_view line, std::size_t line_number, const std::string& file) {
  return read_line(line, Place{file, line_number}, [&] { return derived_id(line); }).entry;
}

std::unique_ptr<Reader> read_jsonl(Source source) {
  return std::make_unique<JsonlReader>(std::move(source));
}

}  // namespace gradus::exchange
