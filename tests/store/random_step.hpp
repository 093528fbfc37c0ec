#pragma once

#include "gradus/store/history.hpp"
#include "gradus/store/import_batch.hpp"

#include "store_fixture.hpp"

#include <rapidcheck.h>

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <vector>

// Steps as commands take them, drawn by RapidCheck.
namespace gradus::testing {

template <class T>
T one_of(std::initializer_list<T> values) {
  return *rc::gen::elementOf(std::vector<T>(values));
}

// What a command does to the journal, by entries that `some_entry` draws: one that fails changes
// nothing.
template <class SomeEntry>
void some_step(const std::filesystem::path& file, SomeEntry some_entry) {
  auto store = store::Store::write(file);
  const auto entry = some_entry();
  try {
    const auto track = active(store);  // unless `init` was taken back
    switch (one_of({1, 2, 3, 4, 5, 6})) {
      case 1:
        store::add_entry(store, track, entry);
        break;
      case 2:
        store::remove_entry(store, track, {entry.id, {}});
        break;
      case 3:
        store::replace_entry(store, track, entry);
        break;
      case 4: {
        store::StoredBatch batch(store, track, step_named("import"), {});
        for (std::size_t line = 1; line < 4; ++line) (void)batch.put({some_entry(), line});
        break;
      }
      case 5:
        (void)store::undo(store, calendar::Instant{});
        return store.commit();
      default:
        (void)store::redo(store, calendar::Instant{});
        return store.commit();
    }
  } catch (const store::Error&) {
    return;
  }
  store.commit(step_named("step"));
}

}  // namespace gradus::testing
