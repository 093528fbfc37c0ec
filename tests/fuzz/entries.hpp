#pragma once

#include "gradus/exchange/jsonl.hpp"
#include "gradus/exchange/reader.hpp"

#include "fuzz/expect.hpp"
#include "support/foreign_file.hpp"

#include <string>

namespace gradus::testing {

// Reads to the end, over whatever is refused. Each entry must survive to_json and read_jsonl.
inline void check_entries(exchange::Reader& reader) {
  for (;;) {
    try {
      const auto read = reader.next();
      if (!read) return;
      const std::string line = exchange::to_json(read->entry);
      const auto again = read_line(line);
      expect(exchange::to_json(again) == line, "what gradus writes, it reads");
    } catch (const exchange::Error& error) {
      expect(std::string(error.what()).rfind("fuzz:", 0) == 0, "what is refused is in the file");
    }
  }
}

}  // namespace gradus::testing
