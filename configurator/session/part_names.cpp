#include "configurator/session/part_names.h"

#include <algorithm>

namespace configurator {
namespace {

template <typename Part>
const Part* findIn(const std::vector<Part>& parts, const std::string& id) {
  const auto found =
      std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.id == id; });
  return found == parts.end() ? nullptr : &*found;
}

std::string assemblyOf(const Pack& pack, const std::string& part_id) {
  if (const Piece* piece = findIn(pack.pieces, part_id)) return piece->assembly;
  if (const Fitting* fitting = findIn(pack.fittings, part_id)) return fitting->assembly;
  return {};
}

}  // namespace

std::string partName(const Pack& pack, const std::string& part_id) {
  if (const Piece* piece = findIn(pack.pieces, part_id)) return piece->name;
  if (const Fitting* fitting = findIn(pack.fittings, part_id)) return fitting->name;
  return {};
}

std::string slotOfPart(const Catalog& catalog, const Pack& pack, const std::string& part_id) {
  std::string assembly = assemblyOf(pack, part_id);
  while (!assembly.empty() && catalog.findSlot(assembly) == nullptr) {
    const Assembly* made = findIn(pack.assemblies, assembly);
    assembly = made == nullptr ? std::string() : made->parent;
  }
  return assembly;
}

}  // namespace configurator
