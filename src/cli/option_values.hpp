#pragma once

#include <optional>
#include <string>

namespace gradus::cli {

// The number an option gave. Throws Error outside `least` to `most`, naming the option.
[[nodiscard]] long read_number(const std::string& option, const std::string& text, long least,
                               long most);

// The same for a number with decimals, in plain digits: not "1e3", "nan" or "0x10". The hint shows
// `example`.
[[nodiscard]] double read_decimal(const std::string& option, const std::string& text,
                                  const std::string& example);

[[nodiscard]] std::optional<std::string> given(const std::string& option);

// A mock exam's score: up to 1 a fraction, up to 100 a percentage.
[[nodiscard]] double read_exam_score(const std::string& option, const std::string& text);

}  // namespace gradus::cli
