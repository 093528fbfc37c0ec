#include "curriculum/decode_module.hpp"
#include "curriculum/unique.hpp"

namespace gradus::curriculum {
namespace {

ModuleBundle decode_bundle(const text::Cursor& from) {
  text::Object object{from};
  const text::Cursor modules = object.required("modules");
  ModuleBundle bundle{.id = text::id<ModuleId>(object.required("id")),
                      .title = object.required("title").text(),
                      .modules = some_of(modules, text::id<ModuleId>),
                      .note = object.optional("note").text()};
  object.no_other_keys();
  Names named;
  check_unique_texts(modules, named);
  return bundle;
}

}  // namespace

std::vector<ModuleBundle> decode_bundles(const text::Cursor& from) {
  text::Object object{from};
  check_module_format(object.required("format"));
  const text::Cursor list = object.required("bundles");
  std::vector<ModuleBundle> bundles = some_of(list, decode_bundle);
  object.no_other_keys();
  check_unique_ids(list);
  return bundles;
}

}  // namespace gradus::curriculum
