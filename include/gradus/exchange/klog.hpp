#pragma once

#include "gradus/calendar/moment.hpp"
#include "gradus/exchange/reader.hpp"
#include "gradus/exchange/study_tags.hpp"

#include <memory>

namespace gradus::exchange {

// Reads klog's file format (https://klog.jotaen.net, version 1.4): an entry of a record is a
// session on the record's day, its summary the note. Negative durations are subtracted from the
// entries before them, so that a record's total stays klog's. They are reported, and so are open
// ranges and targets, which are skipped.
[[nodiscard]] std::unique_ptr<Reader> read_klog(Source source, StudyTags tags,
                                                calendar::OffsetOf offset_of);

}  // namespace gradus::exchange
