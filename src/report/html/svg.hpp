#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// What the drawings of a page share. A picture is as wide as its place; lengths in it are in units
// of its own, `picture_width` of them from side to side. Colours are attributes, so that it shows
// without the style too, and classes, by which the style gives it the colours of the page.
namespace gradus::report {

inline constexpr double picture_width = 640;

// "12.5", "-3": at most one decimal.
[[nodiscard]] std::string svg_number(double number);

// How a picture begins: its size, which its class may stretch to that of its place, and its title
// and description for who can't see it. `id`: of the description, unique in the page.
struct SvgFrame {
  double width;
  double height;
  std::string_view look;  // a class
  std::string id;
  std::string title;
  std::string description;
};
[[nodiscard]] std::string svg_begin(const SvgFrame& frame);
inline constexpr std::string_view svg_end = "</svg>\n";

enum class Anchor { start, middle, end };
// `text` is escaped here. `look`: a class, if any.
[[nodiscard]] std::string svg_text(double x, double y, Anchor anchor, std::string_view text,
                                   std::string_view look = {});

// How the series with that number is filled: the first plain, the others with patterns, so that
// they differ without colour too. Attributes.
[[nodiscard]] std::string series_fill(std::size_t series);
// The same without a pattern, for signs too small for one.
[[nodiscard]] std::string series_colour(std::size_t series);
// The colour of its lines.
[[nodiscard]] std::string series_stroke(std::size_t series);

// A name that may be long, as short as a picture has room for. Its full length stands elsewhere.
[[nodiscard]] std::string cut_for_picture(std::string_view name, std::size_t columns = 48);

// The patterns, once for a page that has pictures.
[[nodiscard]] std::string svg_patterns();

// A sign for a line's points or a legend, about its middle, as commands of a path.
[[nodiscard]] std::string marker_path(std::size_t series, double x, double y);

}  // namespace gradus::report
