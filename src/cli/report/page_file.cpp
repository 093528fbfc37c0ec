#include "cli/report/page_file.hpp"

#include "cli/browser.hpp"
#include "cli/error.hpp"
#include "cli/folders.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

namespace gradus::cli {
namespace {

namespace fs = std::filesystem;

// As RFC 8089 has it: what is neither a letter, a digit nor harmless is percent-encoded.
std::string file_address(const fs::path& file) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  std::string address = "file://";
  for (const char byte : fs::absolute(file).lexically_normal().string()) {
    if (plain.find(byte) != std::string_view::npos)
      address += byte;
    else
      address += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
  }
  return address;
}

}  // namespace

std::string page_in_cache(const Session& session) {
  const auto folder = cache_home(session.world.environment) / "gradus";
  if (const auto failed = make_own_folder(folder))
    throw Error(
        fmt::format("the folder \"{}\" can't be made: {}", folder.string(), failed.message()),
        "write the page elsewhere: gradus report --open --output FILE");
  return (folder / "report.html").string();
}

void show_page(const std::string& file, const Session& session) {
  if (!session.world.terminal_width) return;
  if (!show_in_browser(file_address(file), session))
    session.warn("no program here could open it: set BROWSER to yours, or open the file there");
}

}  // namespace gradus::cli
