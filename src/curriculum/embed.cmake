# Writes OUTPUT, a C++ file that holds the text of FILES (below ROOT) for builtin_files().
# Every use of a text is quoted: unquoted, CMake would split it at its semicolons and brackets.
set(table "")
foreach(file IN LISTS FILES)
  file(RELATIVE_PATH name "${ROOT}" "${file}")
  file(READ "${file}" text)
  string(APPEND table "    {\"${name}\"sv, R\"embedded(${text})embedded\"sv},\n")
endforeach()
file(WRITE "${OUTPUT}" "#include \"gradus/curriculum/builtin.hpp\"

// Compilers needn't accept literals over 64 KiB; those we build with do.
#pragma GCC diagnostic ignored \"-Woverlength-strings\"

namespace gradus::curriculum {
namespace {
using namespace std::string_view_literals;
constexpr BuiltinFile files[] = {
${table}};
}  // namespace

std::span<const BuiltinFile> builtin_files() { return files; }

}  // namespace gradus::curriculum
")
