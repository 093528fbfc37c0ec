#pragma once

#include "gradus/text/id.hpp"

#include <compare>
#include <string>
#include <string_view>
#include <utility>

namespace gradus::curriculum {

// A permanent name inside a curriculum. Progress is keyed by these, never by text or position.
// `Of` only keeps a tier's id from being mistaken for a week's.
template <class Of>
class Id {
 public:
  // Throws text::Error when the text is not a well-formed id.
  explicit Id(std::string text) : text_(std::move(text)) {
    if (!text::is_id(text_)) throw text::not_an_id(text_);
  }

  [[nodiscard]] const std::string& text() const { return text_; }

  [[nodiscard]] friend bool operator==(const Id&, const Id&) = default;
  [[nodiscard]] friend auto operator<=>(const Id&, const Id&) = default;

 private:
  std::string text_;
};

using TierId = Id<struct TierTag>;
using WeekId = Id<struct WeekTag>;
using TopicId = Id<struct TopicTag>;
using ArtefactId = Id<struct ArtefactTag>;
using CriterionId = Id<struct CriterionTag>;
using ResourceId = Id<struct ResourceTag>;
using StackId = Id<struct StackTag>;
using CurriculumId = Id<struct CurriculumTag>;
using ModuleId = Id<struct ModuleTag>;

}  // namespace gradus::curriculum
