#pragma once

#include "gradus/calendar/availability.hpp"
#include "gradus/calendar/date.hpp"
#include "gradus/calendar/duration.hpp"
#include "gradus/calendar/moment.hpp"
#include "gradus/curriculum/id.hpp"
#include "gradus/curriculum/vocabulary.hpp"
#include "gradus/journal/entry.hpp"
#include "gradus/plan/countdown.hpp"
#include "gradus/plan/plan.hpp"
#include "gradus/rules/gate.hpp"

#include <map>
#include <optional>
#include <string>
#include <type_traits>

// The text in which the store keeps a model value. from_text returns nullopt for a text that
// to_text can't have written.
namespace gradus::store {

inline std::string to_text(calendar::Date date) {
  return date.iso();
}
inline std::string to_text(calendar::TimeOfDay time) {
  return time.text();
}
inline std::string to_text(const calendar::Moment& moment) {
  return moment.iso();
}
inline std::string to_text(const calendar::Availability& available) {
  return available.spec();
}
inline std::string to_text(const journal::EntryId& id) {
  return id.text();
}
template <class Of>
std::string to_text(const curriculum::Id<Of>& id) {
  return id.text();
}
template <class Named>
requires std::is_enum_v<Named> std::string to_text(Named value) {
  return std::string(name(value));
}

inline auto from_text(std::type_identity<calendar::Date>, const std::string& text) {
  return calendar::Date::parse(text);
}
inline auto from_text(std::type_identity<calendar::TimeOfDay>, const std::string& text) {
  return calendar::TimeOfDay::parse(text);
}
inline auto from_text(std::type_identity<calendar::Moment>, const std::string& text) {
  return calendar::Moment::parse(text);
}
std::optional<calendar::Availability> from_text(std::type_identity<calendar::Availability>,
                                                const std::string& text);
inline auto from_text(std::type_identity<journal::EntryId>, const std::string& text) {
  return journal::EntryId::parse(text);
}
template <class Of>
std::optional<curriculum::Id<Of>> from_text(std::type_identity<curriculum::Id<Of>>,
                                            const std::string& text) {
  if (!text::is_id(text)) return std::nullopt;
  return curriculum::Id<Of>(text);
}
inline auto from_text(std::type_identity<curriculum::EntryType>, const std::string& text) {
  return curriculum::parse_entry_type(text);
}
inline auto from_text(std::type_identity<curriculum::Difficulty>, const std::string& text) {
  return curriculum::parse_difficulty(text);
}
inline auto from_text(std::type_identity<journal::SessionKind>, const std::string& text) {
  return journal::parse_session_kind(text);
}
inline auto from_text(std::type_identity<journal::ExpenseKind>, const std::string& text) {
  return journal::parse_expense_kind(text);
}
inline auto from_text(std::type_identity<journal::ReviewOf>, const std::string& text) {
  return curriculum::parse_review_of(text);
}
inline auto from_text(std::type_identity<calendar::BlockKind>, const std::string& text) {
  return calendar::parse_block_kind(text);
}
inline auto from_text(std::type_identity<plan::ExamWork>, const std::string& text) {
  return plan::parse_exam_work(text);
}
inline auto from_text(std::type_identity<plan::Fit>, const std::string& text) {
  return plan::parse_fit(text);
}
inline auto from_text(std::type_identity<rules::GateMode>, const std::string& text) {
  return rules::parse_gate_mode(text);
}
inline auto from_text(std::type_identity<rules::TierState>, const std::string& text) {
  return rules::parse_tier_state(text);
}

// The results of a mock exam's domains, as a JSON object.
using Shares = std::map<std::string, double>;
std::string to_text(const Shares& shares);
std::optional<Shares> from_text(std::type_identity<Shares>, const std::string& text);

}  // namespace gradus::store
