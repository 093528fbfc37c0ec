#include "gradus/curriculum/builtin.hpp"

#include <algorithm>

namespace gradus::curriculum {

std::string_view builtin_text(std::string_view path) {
  const auto files = builtin_files();
  const auto found = std::ranges::find(files, path, &BuiltinFile::path);
  return found == files.end() ? std::string_view{} : found->text;
}

}  // namespace gradus::curriculum
