#include "gradus/track/pace.hpp"

#include "gradus/store/entries.hpp"
#include "gradus/store/recall.hpp"
#include "gradus/track/gate.hpp"

namespace gradus::track {

namespace {

insight::RecallByTopic recall_by_topic(const store::Store& store, const LoadedTrack& track,
                                       const std::vector<journal::TopicSum>& topics,
                                       calendar::Date today) {
  insight::RecallByTopic recall;
  for (const auto& sum : topics)
    if (const auto known = store::topic_recall(store, track.id, sum.topic, today))
      recall.emplace(sum.topic, *known);
  return recall;
}

}  // namespace

insight::Pace read_pace(const store::Store& store, const LoadedTrack& track, calendar::Date today,
                        std::optional<calendar::Date> since) {
  insight::PaceSums sums{.since = since,
                         .by_kind = store::minutes_by_kind(store, track.id, since),
                         .topics = store::topic_sums(store, track.id, since),
                         .times = store::solving_times(store, track.id, since),
                         .recall = {}};
  sums.recall = recall_by_topic(store, track, sums.topics, today);
  return insight::pace(track, read_record(store, track), sums, today);
}

std::vector<insight::TopicPace> topic_paces(const store::Store& store, const LoadedTrack& track,
                                            calendar::Date today) {
  const auto topics = store::topic_sums(store, track.id);
  return insight::topic_pace(track.curriculum, topics, store::solving_times(store, track.id),
                             recall_by_topic(store, track, topics, today));
}

insight::Forecast read_forecast(const store::Store& store, const LoadedTrack& track,
                                calendar::Date today) {
  const auto record = read_record(store, track);
  const auto* tier = rules::open_tier(track.curriculum, track.states);
  if (tier == nullptr) return insight::forecast(track, record, std::nullopt, today);
  const auto spans = insight::gate_spans(insight::study_weeks(track, record, today));
  const auto gate = explain_gate(store, track, tier, today, spans);
  return insight::forecast(track, record, insight::OpenGate{gate.verdict, gate.criteria}, today);
}

}  // namespace gradus::track
