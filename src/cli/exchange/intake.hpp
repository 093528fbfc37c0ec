#pragma once

#include "gradus/exchange/reader.hpp"
#include "gradus/report/lists.hpp"
#include "gradus/store/import_batch.hpp"
#include "gradus/track/assign_week.hpp"
#include "gradus/track/track.hpp"

#include "cli/error.hpp"
#include "cli/progress.hpp"
#include "cli/session.hpp"

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>

namespace gradus::cli {

// The way of a file's entries into a track, and what became of them.
class Intake {
 public:
  // Of a kind of message.
  static constexpr std::size_t most_shown = 20;

  // Keeps references to all but the file's name, as its source does.
  Intake(std::string file, const track::LoadedTrack& track, track::Standing standing,
         store::ImportBatch& batch, const Session& session);

  // The file as its reader sees it: what the reader asks and tells comes here.
  [[nodiscard]] exchange::Source source(std::istream& in);

  // Ends at the first that is refused.
  void take_all(exchange::Reader& reader);
  // Goes on behind what is refused: for a dry run.
  void try_all(exchange::Reader& reader);
  // Of how many solutions the problem was solved before: `then` and `now`, in the whole track.
  void count_further(std::size_t then, std::size_t now);

  // Of the days that the file has entries for.
  void warn_of_oddities(const store::Store& store);

  [[nodiscard]] const report::Imported& imported() const { return imported_; }
  // A mock exam that was new or changed; nullopt if none was.
  [[nodiscard]] const std::optional<journal::Entry>& mock_exam() const { return mock_exam_; }

 private:
  void take_up(exchange::Reader& reader);
  void tell_progress();
  void take(exchange::Read read);
  void note_mock_exam(const journal::Entry& entry);
  void clear_missing();
  void remove(const journal::Removal& removal, std::size_t line);
  void stayed_removed(const journal::EntryId& id);
  void check_changed(calendar::Instant changed, std::size_t line) const;
  [[nodiscard]] Error of_another_track(const journal::EntryId& id, std::size_t line) const;
  [[nodiscard]] journal::Entry assigned(const exchange::Read& read) const;
  void tell(const std::string& message);
  void refuse(const char* reason);

  std::string file_;
  const track::LoadedTrack& track_;
  track::WeekAssigner assigner_;
  store::ImportBatch& batch_;
  const Session& session_;
  report::Imported imported_{};
  std::optional<journal::Entry> mock_exam_{};
  std::optional<calendar::Date> first_{};  // of the days read, as the last
  std::optional<calendar::Date> last_{};
  Progress progress_;
  std::uint64_t read_ = 0;   // entries so far
  std::istream* in_{};       // the file, and how long it is
  std::streamoff length_{};  // in bytes
};

}  // namespace gradus::cli
