#include "gradus/decisions/answer.hpp"
#include "gradus/report/advice.hpp"

#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace gradus::report {
namespace {

using decisions::Advice;
using decisions::AdviceStep;

// How a step of findings stands: in words, not by colour alone.
Mark step_mark(const AdviceStep& step) {
  const auto* word = step.result ? std::get_if<std::string>(&*step.result) : nullptr;
  static const std::map<std::string, Mark> marks{{"fine", {"PASS", Tone::good}},
                                                 {"against", {"FAIL", Tone::bad}},
                                                 {"unknown", {"UNKNOWN", Tone::plain}}};
  const auto found = word ? marks.find(*word) : marks.end();
  return found == marks.end() ? Mark{"", Tone::plain} : found->second;
}

// "not dp-203, dp-700: …", those with one reason together.
std::vector<Line> ruled_out_lines(const AdviceStep& step) {
  std::vector<std::pair<std::string, std::vector<std::string>>> by_reason;
  for (const auto& [id, why] : step.ruled_out) {
    const auto found = std::ranges::find(by_reason, why, &decltype(by_reason)::value_type::first);
    auto& group =
        found == by_reason.end() ? by_reason.emplace_back(why, std::vector<std::string>{}) : *found;
    group.second.push_back(id);
  }
  std::vector<Line> lines;
  lines.reserve(by_reason.size());
  for (const auto& [why, ids] : by_reason)
    lines.emplace_back(fmt::format("not {}: {}", fmt::join(ids, ", "), why));
  return lines;
}

// Of a step of findings also what it looked at: "funds: Nothing against it (funds = 15,000)."
std::string step_text(const AdviceStep& step, bool finding) {
  auto text = fmt::format("{}: {}", step.id, step.why);
  if (!finding || !text.ends_with('.')) return text;
  std::vector<std::string> saw;
  for (const auto& [name, value] : step.input)
    if (value) saw.push_back(fmt::format("{} = {}", name, decisions::in_words(value)));
  if (saw.empty()) return text;
  text.pop_back();
  return fmt::format("{} ({}).", text, fmt::join(saw, ", "));
}

ItemList steps_list(const Advice& advice) {
  ItemList list;
  list.items.reserve(advice.steps.size());
  for (const auto& step : advice.steps) {
    auto [text, tone] = step_mark(step);
    const bool finding = !text.empty();
    list.items.push_back({std::move(text), tone, step_text(step, finding), ruled_out_lines(step)});
  }
  return list;
}

ItemList notices_list(const Advice& advice) {
  ItemList list;
  list.items.reserve(advice.warnings.size());
  for (const auto& each : advice.warnings)
    list.items.push_back({"NOTE", Tone::strong, each.message, {}});
  return list;
}

// "market = us, hours_per_week = 7"
std::string named_inputs(const Advice& advice, const decisions::Words& names) {
  std::vector<std::string> words;
  for (const auto& name : names)
    for (const auto& step : advice.steps) {
      const auto found =
          std::ranges::find(step.input, name, &decltype(step.input)::value_type::first);
      if (found == step.input.end()) continue;
      const auto value = decisions::in_words(found->second);
      words.push_back(fmt::format("{} = {}", name, value.empty() ? "none" : value));
      break;
    }
  return fmt::to_string(fmt::join(words, ", "));
}

void add_inputs(std::vector<Part>& parts, const Advice& advice) {
  FactList facts;
  if (!advice.from_track.empty())
    facts.facts.emplace_back("From your track", named_inputs(advice, advice.from_track));
  if (!advice.assumed.empty())
    facts.facts.emplace_back("Assumed", named_inputs(advice, advice.assumed));
  parts.emplace_back(std::move(facts));
}

// `details`: what stands between the steps and the notes.
Document advice_view(const Advice& advice, std::vector<Part> details) {
  Section section{advice.title, {Paragraph{advice.answer}}};
  add_inputs(section.parts, advice);
  section.parts.emplace_back(Section{"Step by step", {steps_list(advice)}});
  for (auto& each : details) section.parts.push_back(std::move(each));
  section.parts.emplace_back(Section{"Keep in mind", {notices_list(advice)}});
  ItemList notes;
  notes.items.reserve(advice.notes.size());
  for (const auto& note : advice.notes) notes.items.push_back(plain_item(note));
  section.parts.emplace_back(Section{"What the source says of it", {std::move(notes)}});
  if (!advice.source.empty() && advice.as_of)
    section.parts.emplace_back(Paragraph{
        fmt::format("Figures and rules as of {}, from: {}.", advice.as_of->iso(), advice.source)});
  Document document{{std::move(section)}};
  for (const auto& each : advice.next)
    if (each.starts_with("gradus "))
      document.parts.emplace_back(Command{each, "begins a plan with it"});
  return document;
}

std::string usd_text(const std::optional<curriculum::Usd>& usd) {
  if (!usd) return "unknown";
  return usd->cents() == 0 ? "free" : usd->text() + " USD";
}

std::string prep_text(const decisions::Certificate& certificate) {
  if (!certificate.prep_hours) return "unknown";
  const auto [least, most] = *certificate.prep_hours;
  return least == most ? fmt::format("about {} h", least) : fmt::format("{} to {} h", least, most);
}

std::string verdict_text(const decisions::WeighedCertificate& weighed) {
  if (!weighed.certificate->retired_on) return weighed.verdict;
  return fmt::format("{}; retired since {}", weighed.verdict,
                     weighed.certificate->retired_on->iso());
}

}  // namespace

Document view(const Advice& advice) {
  return advice_view(advice, {});
}

Document view(const decisions::CertificateAdvice& advice) {
  Table prices{{{"certificate", Align::left, true}, {"exam"}, {"preparation"}, {"verdict"}}, {}};
  prices.rows.reserve(advice.weighed.size());
  for (const auto& each : advice.weighed)
    prices.rows.push_back({{each.certificate->id},
                           {usd_text(each.certificate->exam_usd)},
                           {prep_text(*each.certificate)},
                           {verdict_text(each)}});
  return advice_view(advice, {Section{"Prices and verdicts", {std::move(prices)}}});
}

Document view(const decisions::BudgetAdvice& advice) {
  Table kit{{{"what"}, {"price"}, {"note", Align::left, false, true}}, {}};
  kit.rows.reserve(advice.kit.size());
  for (const auto& item : advice.kit)
    kit.rows.push_back({{item.title}, {usd_text(item.usd)}, {item.note}});
  return advice_view(advice, {Section{"The kit", {std::move(kit)}}});
}

Document view(const decisions::StackAdvice& advice) {
  Table side_by_side{{{"stack", Align::left, true},
                      {"cloud"},
                      {"warehouse"},
                      {"transform"},
                      {"orchestrator"},
                      {"language"},
                      {"certificate", Align::left, true},
                      {"exam"}},
                     {}};
  Table weeks{{{"week", Align::left, true}}, {}};
  for (const auto& [stack, exam_usd, changed] : advice.stacks) {
    side_by_side.rows.push_back({{stack->id.text()},
                                 {stack->cloud.empty() ? "none" : stack->cloud},
                                 {stack->warehouse},
                                 {stack->transform},
                                 {stack->orchestrator},
                                 {stack->language},
                                 {stack->certificate.value_or("none")},
                                 {stack->certificate ? usd_text(exam_usd) : "none"}});
    weeks.columns.push_back({stack->id.text()});
    weeks.rows.resize(std::max(weeks.rows.size(), changed.size()));
    for (std::size_t i = 0; i < changed.size(); ++i) {
      if (weeks.rows[i].empty())
        weeks.rows[i].push_back(
            {fmt::format("{} {}", changed[i].tier.text(), changed[i].week.text())});
      weeks.rows[i].push_back({changed[i].title});
    }
  }
  return advice_view(advice, {Section{"Side by side", {std::move(side_by_side)}},
                              Section{"The weeks that differ", {std::move(weeks)}}});
}

}  // namespace gradus::report
