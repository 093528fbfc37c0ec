#include "gradus/report/backups.hpp"

#include "report/json_values.hpp"

namespace gradus::report {

std::string backup_json(const std::string& file) {
  return to_text(Json{{"backup", file}});
}

std::string restored_json(const std::string& file, const std::optional<std::string>& kept) {
  return to_text({{"restored", file}, {"kept", text_or_null(kept)}});
}

}  // namespace gradus::report
