#pragma once

#include <cstddef>
#include <fstream>
#include <string>

namespace gradus::cli {

// What a file to be imported may be.
struct Importable {
  bool may_be_empty = false;
  bool of_lines = false;                            // no line of it is longer than 8 MiB
  std::size_t most_copied = std::size_t{1} << 30U;  // bytes of a pipe
};

// Opens a file to be imported; - is the standard input. What is no regular file, a pipe or a
// terminal, is first read to its end, into a file without a name: no store is held while it waits.
// Throws Error when it can't be read, is a device, is no text, holds nothing although it may not be
// empty, or has more bytes or a longer line than may be copied.
[[nodiscard]] std::fstream open_input(const std::string& name, const Importable& importable);

}  // namespace gradus::cli
