#pragma once

#include <optional>
#include <string>

namespace gradus::report {

// {"backup": FILE}
[[nodiscard]] std::string backup_json(const std::string& file);
// {"restored": FILE, "kept": FILE or null}: `kept` is where the replaced file is now.
[[nodiscard]] std::string restored_json(const std::string& file,
                                        const std::optional<std::string>& kept);

}  // namespace gradus::report
