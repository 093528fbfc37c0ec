#pragma once

#include <fstream>
#include <string>

namespace gradus::cli {

// Opens a file to be imported; - is the standard input. What is no regular file, a pipe or a
// terminal, is first read to its end, into a file without a name: no store is held while it waits.
// Throws Error when it can't be read, is no text, or, unless it `may_be_empty`, holds nothing.
[[nodiscard]] std::fstream open_input(const std::string& name, bool may_be_empty);

}  // namespace gradus::cli
