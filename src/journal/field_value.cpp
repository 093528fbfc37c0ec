#include "gradus/journal/field_value.hpp"

#include <chrono>
#include <map>
#include <string>
#include <variant>

namespace gradus::journal {
namespace {

using curriculum::Value;

// Picks one field of an entry while fields() visits them.
struct FieldReader {
  std::string_view wanted;
  std::optional<Value> value{};

  template <class Member>
  void operator()(std::string_view field, const Member& member) {
    if (field == wanted) take(member);
  }

  void take(bool flag) { value = flag; }
  void take(int number) { value = static_cast<double>(number); }
  void take(double number) { value = number; }
  void take(const std::string& text) { value = text; }
  void take(curriculum::Usd usd) { value = usd.dollars(); }
  void take(const EntryId& id) { value = id.text(); }
  void take(curriculum::Difficulty difficulty) { value = std::string(name(difficulty)); }
  void take(SessionKind kind) { value = std::string(name(kind)); }
  void take(ExpenseKind kind) { value = std::string(name(kind)); }
  void take(ReviewOf of) { value = std::string(name(of)); }
  void take(const std::map<std::string, double>&) {}  // a table is not a value
  template <class Rep, class Period>
  void take(std::chrono::duration<Rep, Period> length) {
    value = static_cast<double>(length.count());
  }
  template <class Tag>
  void take(const curriculum::Id<Tag>& id) {
    value = id.text();
  }
  template <class Member>
  void take(const std::optional<Member>& member) {
    if (member) take(*member);
  }
};

}  // namespace

std::optional<Value> field_value(const Entry& entry, std::string_view field) {
  if (field == field::on.name) return entry.on.iso();
  FieldReader reader{field};
  if (field == field::week.name) {
    reader.take(entry.week);
  } else if (field == field::tier.name) {
    reader.take(entry.tier);
  } else {
    std::visit([&](const auto& what) { what.fields(what, reader); }, entry.what);
  }
  return reader.value;
}

}  // namespace gradus::journal
