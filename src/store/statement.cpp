#include "store/statement.hpp"

#include <SQLiteCpp/Column.h>
#include <fmt/format.h>

namespace gradus::store {

void Statement::bind(std::int64_t value) {
  connection_.translating([&] { statement_->bind(++bound_, value); });
}

void Statement::bind(double value) {
  connection_.translating([&] { statement_->bind(++bound_, value); });
}

void Statement::bind(const std::string& value) {
  connection_.translating([&] { statement_->bind(++bound_, value); });
}

void Statement::bind(std::span<const std::byte> value) {
  connection_.translating(
      [&] { statement_->bind(++bound_, value.data(), static_cast<int>(value.size())); });
}

void Statement::bind_null() {
  connection_.translating([&] { statement_->bind(++bound_); });
}

bool Statement::next() {
  return connection_.translating([&] { return statement_->executeStep(); });
}

int Statement::run() {
  return connection_.translating([&] { return statement_->exec(); });
}

int Statement::columns() const {
  return statement_->getColumnCount();
}

bool Statement::null(int column) const {
  return statement_->getColumn(column).isNull();
}

std::int64_t Statement::integer(int column) const {
  return statement_->getColumn(column).getInt64();
}

double Statement::real(int column) const {
  return statement_->getColumn(column).getDouble();
}

std::string Statement::text(int column) const {
  return statement_->getColumn(column).getString();
}

Error Statement::unreadable(int column) const {
  return damaged(connection_.file(), fmt::format("\"{}\" is not a valid {}", text(column),
                                                 statement_->getColumn(column).getName()));
}

}  // namespace gradus::store
