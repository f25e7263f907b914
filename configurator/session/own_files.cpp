#include "configurator/session/own_files.h"

#include <algorithm>
#include <set>
#include <system_error>
#include <variant>

#include "configurator/pack/pack_scene_artwork.h"
#include "configurator/session/part_names.h"

namespace configurator {
namespace {

/// The modules that options of a slot build.
std::set<std::string> modulesOf(const Catalog& catalog, const std::string& slot) {
  std::set<std::string> modules;
  for (const Option* option : catalog.optionsOf(slot))
    for (const FamilyCall& call : option->calls) modules.insert(call.part);
  return modules;
}

bool hasMark(const Pack& pack, const std::string& artwork) {
  return std::any_of(pack.artwork.begin(), pack.artwork.end(),
                     [&](const Artwork& one) { return one.id == artwork; });
}

/// What the module's part is called that the picture lies on.
std::string nameOfMark(const Pack& pack, const std::string& module) {
  const auto is_of = [&](const auto& part) { return part.id.rfind(module + ".", 0) == 0; };
  const auto fitting = std::find_if(pack.fittings.begin(), pack.fittings.end(),
                                    [&](const Fitting& one) { return one.zone == "logo" && is_of(one); });
  if (fitting != pack.fittings.end()) return fitting->name.substr(0, fitting->name.find(": "));
  const auto piece = std::find_if(pack.pieces.begin(), pack.pieces.end(), is_of);
  return piece == pack.pieces.end() ? module : piece->name;
}

bool isComponent(const Fitting& fitting) {
  return std::any_of(fitting.shapes.begin(), fitting.shapes.end(),
                     [](const Shape& shape) { return std::holds_alternative<ModelShape>(shape.drawn()); });
}

}  // namespace

std::vector<PictureRow> pictureRowsOf(const BuiltDesign& built, const std::string& slot) {
  const auto& [catalog, design, pack] = built;
  std::vector<PictureRow> rows;
  for (const std::string& module : modulesOf(catalog, slot)) {
    const std::string artwork = module + ".artwork";
    const auto picture = design.artwork.find(artwork);
    const bool has_mark = hasMark(pack, artwork);
    if (!has_mark && picture == design.artwork.end()) continue;
    rows.push_back({"artwork." + module, has_mark ? nameOfMark(pack, module) : "",
                    picture == design.artwork.end() ? "" : picture->second, showsPicture(pack, artwork)});
  }
  return rows;
}

std::vector<PartRow> partRowsOf(const BuiltDesign& built, const std::string& slot,
                                const std::vector<std::string>& parts) {
  const auto& [catalog, design, pack] = built;
  std::set<std::string> items;
  for (const Fitting& fitting : pack.fittings) {
    const bool asked = parts.empty() || std::find(parts.begin(), parts.end(), fitting.id) != parts.end();
    if (asked && slotOfPart(catalog, pack, fitting.id) == slot && isComponent(fitting))
      items.insert(fitting.item);
  }
  std::vector<PartRow> rows;
  for (const std::string& id : items) {
    const bom::Item* item = catalog.findItem(id);
    const auto own = design.own_parts.find(id);
    rows.push_back({"part." + id, item == nullptr ? id : item->name,
                    own == design.own_parts.end() ? nullptr : &own->second});
  }
  return rows;
}

std::string nameIn(const Design& design, const std::filesystem::path& file) {
  std::error_code error;
  const auto full = [&](const std::filesystem::path& path) {
    return std::filesystem::weakly_canonical(path.empty() ? "." : path, error);
  };
  const auto from_folder = full(file).lexically_relative(full(design.folder));
  return error || from_folder.empty() ? file.generic_string() : from_folder.generic_string();
}

}  // namespace configurator
