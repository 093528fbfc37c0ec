#pragma once

#include <string>
#include <string_view>

namespace gradus::report {

// report.css, as it stands between <style> and </style>. Built in by embed_style.cmake.
[[nodiscard]] std::string_view style_text();
// Its SHA-256: 64 hexadecimal digits. Built in as well.
[[nodiscard]] std::string_view style_sha256();

// What a page may do: be styled by report.css. It may load, run and send nothing.
[[nodiscard]] std::string content_security_policy();

}  // namespace gradus::report
