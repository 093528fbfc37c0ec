#include "gradus/insight/artefacts.hpp"
#include "gradus/report/json.hpp"
#include "gradus/report/links.hpp"
#include "gradus/rules/gate.hpp"
#include "gradus/text/nearest.hpp"
#include "gradus/track/today.hpp"

#include "cli/browser.hpp"
#include "cli/command.hpp"
#include "cli/commands.hpp"
#include "cli/error.hpp"
#include "cli/folders.hpp"
#include "cli/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace gradus::cli {
namespace {

namespace fs = std::filesystem;

struct OpenPage {
  std::optional<std::string> what;  // a resource, an artefact or a topic; by default, the week's
};

void describe_open(Command& open, OpenPage& request) {
  open.add_option(
          "WHAT", request.what,
          "A resource, a delivered artefact, or a topic to practise, by its id (default: "
          "the current week's first resource, else the practice page of its first problems)")
      .completes(Completion::page);
}

// Where something is, as it was written: an address on the web, or for an artefact a folder.
struct Target {
  std::string name;
  std::string address;
  bool folder = false;
};

template <class Item>
const Item* find_item(const std::vector<Item>& items, const std::string& id) {
  const auto found =
      std::ranges::find_if(items, [&](const Item& each) { return each.id.text() == id; });
  return found == items.end() ? nullptr : &*found;
}

[[noreturn]] void refuse_without_page(const std::string& name) {
  throw rules::Error(fmt::format("the curriculum knows no page of {}", name),
                     "gradus curriculum show lists what has one");
}

// What of the artefact was delivered.
Target delivered(const insight::ListedArtefact& artefact, const std::string& name) {
  if (artefact.url && !artefact.url->empty()) return {name, *artefact.url};
  if (artefact.path && !artefact.path->empty()) return {name, *artefact.path, true};
  throw rules::Error(
      fmt::format("nothing is recorded of {} that could be opened: no address, no folder", name),
      artefact.delivered_on ? "add it: gradus edit ID --url URL"
                            : fmt::format("deliver it: gradus artefact add {} --url URL", name));
}

const insight::ListedArtefact* find_artefact(const std::vector<insight::ListedArtefact>& artefacts,
                                             const std::string& name) {
  const auto found = std::ranges::find_if(artefacts, [&](const insight::ListedArtefact& each) {
    return (each.id && each.id->text() == name) || each.title == name;
  });
  return found == artefacts.end() ? nullptr : &*found;
}

Target find_target(const std::string& name, const store::Store& store,
                   const track::LoadedTrack& track, const Session& session) {
  const auto& curriculum = track.curriculum;
  if (const auto* resource = find_item(curriculum.resources, name)) {
    if (resource->url.empty()) refuse_without_page(name);
    return {name, resource->url};
  }
  const auto artefacts = insight::artefacts(track, track::read_record(store, track), session.today);
  if (const auto* artefact = find_artefact(artefacts, name)) return delivered(*artefact, name);
  if (const auto* topic = find_item(curriculum.topics, name)) {
    if (!topic->practice_url) refuse_without_page(name);
    return {name, *topic->practice_url};
  }
  std::vector<std::string> known;
  for (const auto& each : curriculum.resources) known.push_back(each.id.text());
  for (const auto& each : artefacts)
    if (each.delivered_on) known.push_back(each.id ? each.id->text() : each.title);
  for (const auto& each : curriculum.topics)
    if (each.practice_url) known.push_back(each.id.text());
  throw Error(fmt::format("there is no resource, artefact or topic \"{}\"", name),
              text::nearest_or_all(name, known));
}

// The current week's own; nullopt if it has none, or no tier is open.
std::optional<Target> target_at_hand(const store::Store& store, const track::LoadedTrack& track,
                                     const Session& session) {
  const auto today = track::read_day(store, track, session.today);
  if (!today.week) return std::nullopt;
  const auto& load = today.week->week.load;
  for (const auto& carried : load.week_ids())
    for (const auto& id : curriculum::find_week(track.curriculum, carried.text()).resources)
      if (const auto* resource = find_item(track.curriculum.resources, id.text());
          resource != nullptr && !resource->url.empty())
        return Target{resource->id.text(), resource->url};
  for (const auto& row : load.problems)
    if (const auto& page = curriculum::find_topic(track.curriculum, row.topic.text()).practice_url)
      return Target{row.topic.text(), *page};
  return std::nullopt;
}

// The folder, which is there. Throws Error.
std::string folder_of(const Target& target, const Session& session) {
  const auto folder = fs::absolute(from_home(target.address, session.world.environment));
  std::error_code none;
  if (fs::is_directory(folder, none)) return folder.lexically_normal().string();
  throw Error(
      fmt::format("there is no folder {}, which {} was delivered in", folder.string(), target.name),
      "gradus artefact verify ID --path FOLDER tells where it is now");
}

// What may be handed to another program. Throws Error for an address that might run something.
std::string address_of(const Target& target, const Session& session) {
  if (target.folder) return folder_of(target, session);
  if (report::starts_with_link(target.address)) return target.address;
  throw Error(fmt::format("{} is at \"{}\", which is no address of http, https or mailto",
                          target.name, target.address),
              "gradus opens no others, since they might run a program");
}

ExitCode open(const Target& target, const Session& session) {
  const auto address = address_of(target, session);
  if (session.json) {
    session.answer(report::address_json(address));
    return ExitCode::done;
  }
  session.answer(report::visible(address) + "\n");
  if (!session.world.terminal_width) return ExitCode::done;
  const bool shown = target.folder ? session.world.launch({"xdg-open", address})
                                   : show_in_browser(address, session);
  if (shown) return ExitCode::done;
  session.warn("no program here could open it: set BROWSER to yours, or follow the address");
  return ExitCode::done;
}

std::optional<Target> target_of(const OpenPage& request, const Session& session) {
  const auto store = store::Store::read(session.store);
  const auto track = track::load(store, session.track);
  if (request.what) return find_target(*request.what, store, track, session);
  return target_at_hand(store, track, session);
}

ExitCode run(const OpenPage& request, Session& session) {
  // The store stays free while the page is looked at.
  if (const auto target = target_of(request, session)) return open(*target, session);
  if (session.json)
    session.answer(report::address_json(std::nullopt));
  else
    session.answer_in_words(
        "Nothing of the current week has a page. One of your curriculum's: gradus open RESOURCE\n");
  return ExitCode::done;
}

}  // namespace

void add_open(Command& gradus) {
  gradus.add_command<OpenPage>(
      "open", "Open a resource, an artefact or a topic's practice page in the browser.",
      "  gradus open\n"
      "  gradus open mode-sql\n"
      "  gradus open window-functions\n"
      "  gradus open w1-group-by\n",
      describe_open);
}

}  // namespace gradus::cli
