# Writes OUTPUT, a C++ file that holds the text of STYLE and the SHA-256 of it, by which a page's
# Content-Security-Policy knows its own style. The text is quoted, as in curriculum/embed.cmake.
file(READ "${STYLE}" text)
file(SHA256 "${STYLE}" hash)
file(WRITE "${OUTPUT}" "#include \"report/html/style.hpp\"

namespace gradus::report {

std::string_view style_text() { return R\"embedded(${text})embedded\"; }

std::string_view style_sha256() { return \"${hash}\"; }

}  // namespace gradus::report
")
