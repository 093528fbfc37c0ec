#pragma once

#include "gradus/calendar/date.hpp"
#include "gradus/plan/plan.hpp"

#include <catch2/catch.hpp>

#include <string>

// How a failed check shows our values. Include it wherever they are compared.
namespace Catch {

template <>
struct StringMaker<gradus::calendar::Date> {
  static std::string convert(const gradus::calendar::Date& date) { return date.iso(); }
};

template <>
struct StringMaker<gradus::plan::Block> {
  static std::string convert(const gradus::plan::Block& block) {
    return block.on.iso() + (block.at ? '@' + block.at->text() : std::string{}) + ' ' +
           gradus::calendar::format_duration(block.minutes) + ' ' +
           std::string{gradus::calendar::name(block.kind)};
  }
};

}  // namespace Catch
