#include "configurator/pack/size_table.h"

#include <algorithm>
#include <iterator>
#include <utility>

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

void sortAsInCatalog(const Catalog& catalog, std::vector<SizePoint>& points) {
  std::stable_sort(points.begin(), points.end(), [&](const SizePoint& a, const SizePoint& b) {
    return catalog.findMeasure(a.id) < catalog.findMeasure(b.id);  // all in one list
  });
}

SizeColumn columnOf(const Catalog& catalog, const Pack& pack, const MorePoints& more) {
  SizeColumn column{pack.size, pointsOf(pack)};
  if (more) {
    std::vector<SizePoint> others = more(pack);
    std::move(others.begin(), others.end(), std::back_inserter(column.points));
  }
  sortAsInCatalog(catalog, column.points);
  return column;
}

}  // namespace

std::vector<SizePoint> pointsOf(const Pack& pack) {
  std::vector<SizePoint> points;
  for (const Measure& m : pack.measures)
    points.push_back({m.id, m.name, m.how, "mm", m.value_mm, m.tol_plus_mm, m.tol_minus_mm, m.critical});
  for (const VolumeMeasure& v : pack.volumes)
    points.push_back({v.id, v.name, v.how, "l", v.value_l, v.tol_plus_l, v.tol_minus_l, v.critical});
  return points;
}

SizeTable sizeTableOf(const Catalog& catalog, const Choices& choices, const Pack& built,
                      const MorePoints& more) {
  SizeTable table;
  table.run = &runOf(catalog, choices);
  for (const SizeRun::Size& size : table.run->sizes) {
    const PackSize wanted = sizeNamed(size.id);
    if (wanted == built.size)
      table.columns.push_back(columnOf(catalog, built, more));
    else
      table.columns.push_back(columnOf(catalog, buildPack(catalog, choices, wanted), more));
  }
  return table;
}

}  // namespace configurator
