#pragma once

#include "gradus/calendar/moment.hpp"
#include "gradus/exchange/reader.hpp"

#include <memory>

namespace gradus::exchange {

// Reads what `airflow dags list-runs -o json` writes: a finished run is a run of the pipeline that
// the DAG's id names, on the local day of its logical date (Airflow 3; before, its execution date),
// or else of its start. A run is recognised by its DAG and run id. Unfinished runs are skipped and
// reported.
[[nodiscard]] std::unique_ptr<Reader> read_airflow_runs(Source source,
                                                        calendar::OffsetOf offset_of);

}  // namespace gradus::exchange
