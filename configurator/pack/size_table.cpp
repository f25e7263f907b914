#include "configurator/pack/size_table.h"

#include "configurator/catalog/require.h"
#include "configurator/pack/build_pack.h"

namespace configurator {
namespace {

PackSize sizeNamed(const std::string& id) {
  for (const PackSize size : {PackSize::S, PackSize::M, PackSize::L}) {
    if (id == packSizeName(size)) return size;
  }
  broken("the catalog names a size " + id + " that no pack is made in");
}

const SizeRun& runOf(const Catalog& catalog, const Choices& choices) {
  const Option* body = catalog.chosenOption(choices, "body");
  const SizeRun* run = body == nullptr ? nullptr : catalog.findSizeRun(body->attribute("size-run"));
  require(run != nullptr, "every body names a size run of the catalog");
  return *run;
}

}  // namespace

SizeTable sizeTableOf(const Catalog& catalog, const Choices& choices, const Pack& built) {
  SizeTable table;
  table.run = &runOf(catalog, choices);
  for (const SizeRun::Size& size : table.run->sizes) {
    const PackSize wanted = sizeNamed(size.id);
    if (wanted == built.size) {
      table.columns.push_back({wanted, built.measures, built.volumes});
      continue;
    }
    Pack pack = buildPack(catalog, choices, wanted);
    table.columns.push_back({wanted, std::move(pack.measures), std::move(pack.volumes)});
  }
  return table;
}

}  // namespace configurator
