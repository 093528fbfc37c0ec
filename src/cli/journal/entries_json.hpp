#pragma once

#include "gradus/exchange/jsonl.hpp"
#include "gradus/journal/entry.hpp"

#include <string>
#include <vector>

namespace gradus::cli {

// One JSON document: an array with an entry a line.
inline std::string entries_json(const std::vector<journal::Entry>& entries) {
  std::string json = "[";
  for (const auto& entry : entries)
    json += (json.size() == 1 ? "\n" : ",\n") + exchange::to_json(entry);
  return json + (entries.empty() ? "]\n" : "\n]\n");
}

}  // namespace gradus::cli
