#include "configurator/pack/pack_product_work.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "bom/price_book.h"
#include "configurator/catalog/require.h"

namespace configurator {
namespace {

constexpr const char* kInspectCloth = "C01";
constexpr const char* kCutSoft = "C02";
constexpr const char* kCutFoam = "C03";
constexpr const char* kSealEdge = "C04";
constexpr const char* kCutWebbing = "C05";
constexpr const char* kCutZip = "C06";
constexpr const char* kBartack = "B01";
constexpr const char* kXBox = "B02";
constexpr const char* kFitHardware = "F02";
constexpr const char* kPerPack[] = {"F01", "F03", "F04", "F05"};

/// Steps by module (its place in the pack) and operation while they are added up. Points into the pack, the
/// product and the catalog.
struct Steps {
  std::map<std::pair<std::size_t, std::string_view>, bom::WorkStep> by_key;
  std::unordered_map<std::string_view, std::size_t> order;  // assembly -> place

  explicit Steps(const Pack& pack) {
    order.reserve(pack.assemblies.size());
    for (const Assembly& assembly : pack.assemblies) order.emplace(assembly.id, order.size());
  }

  bom::WorkStep& at(std::string_view assembly, std::string_view operation) {
    bom::WorkStep& step = by_key[{order.at(assembly), operation}];
    if (!step.id.empty()) return step;
    step.id.reserve(assembly.size() + 1 + operation.size());
    step.id.append(assembly).append(".").append(operation);
    step.assembly = assembly;
    step.operation = operation;
    step.occurrences = 0;
    step.metres = bom::Quantity::fromMillionths(0, bom::Unit::Metre);
    return step;
  }

  void add(std::string_view assembly, std::string_view operation, std::string_view part, double mm) {
    if (operation.empty()) return;
    bom::WorkStep& step = at(assembly, operation);
    ++step.occurrences;
    if (mm != 0) step.metres = step.metres + bom::Quantity::fromDouble(mm / 1000, bom::Unit::Metre);
    if (!part.empty()) step.part_ids.emplace_back(part);
  }
};

bool isFoam(const bom::Item& item) {
  return item.category == "foam" || item.category == "board" || item.category == "rod";
}

void addCutting(const Catalog& catalog, const Pack& pack, Steps& steps) {
  for (const Piece& piece : pack.pieces) {
    steps.add(piece.assembly, isFoam(catalog.itemOf(piece.item, 0)) ? kCutFoam : kCutSoft, piece.id, 0);
    double sealed = 0;
    for (const Edge& edge : piece.edges)
      sealed += edge.finish == EdgeFinish::HotCut ? lengthOf(edge.points) : 0;
    if (sealed > 0) steps.add(piece.assembly, kSealEdge, piece.id, sealed);
  }
}

/// What cutting or fitting a bought part takes; nothing for loose goods and packaging.
std::string_view operationOfFitting(const bom::Item& item) {
  static const std::map<std::string_view, std::string_view> kByCategory{
      {"webbing", kCutWebbing},    {"elastic", kCutWebbing},       {"shock-cord", kCutWebbing},
      {"drawcord", kCutWebbing},   {"hook-loop", kCutWebbing},     {"reflective-tape", kCutWebbing},
      {"zip-chain", kCutZip},      {"zip-chain-reverse", kCutZip}, {"zip-puller", kFitHardware},
      {"cord-lock", kFitHardware}, {"hook", kFitHardware},         {"hose-clip", kFitHardware},
      {"whistle", kFitHardware},   {"electronics", kFitHardware},  {"bladder", kFitHardware},
      {"flask", kFitHardware}};
  const auto found = kByCategory.find(item.category);
  return found == kByCategory.end() ? std::string_view() : found->second;
}

void addFittings(const Catalog& catalog, const Pack& pack, Steps& steps) {
  for (const Fitting& fitting : pack.fittings) {
    const bom::Item& item = catalog.itemOf(fitting.item, 0);
    const std::string_view operation = operationOfFitting(item);
    const int count = item.unit == bom::Unit::Piece ? static_cast<int>(std::lround(fitting.amount)) : 1;
    for (int i = 0; i < count; ++i)
      steps.add(fitting.assembly, operation, i == 0 ? std::string_view(fitting.id) : "", 0);
  }
}

/// Seams and stitch lines with the lengths that the product has measured.
void addSewing(const Pack& pack, const bom::Product& product, Steps& steps) {
  for (const bom::ConstructionSeam& seam : product.seams) {
    const double length = std::max(seam.length_mm[0], seam.length_mm[1]);
    steps.add(seam.assembly, seam.operation, seam.id, length);
  }
  for (const bom::ConstructionStitch& line : product.stitches)
    steps.add(line.assembly, line.operation, line.id, line.length_mm);
  for (const Tack& tack : pack.tacks) {
    steps.add(tack.assembly, tack.type == TackType::XBox ? kXBox : kBartack, tack.id, 0);
  }
}

void addGiven(const Pack& pack, Steps& steps) {
  for (const Work& work : pack.work) {
    for (int i = 0; i < work.occurrences; ++i) {
      steps.add(work.assembly, work.operation, "", i == 0 ? work.metres * 1000 : 0);
    }
    auto& ids = steps.at(work.assembly, work.operation).part_ids;
    ids.insert(ids.end(), work.part_ids.begin(), work.part_ids.end());
  }
}

double metresOfCloth(const Catalog& catalog, const std::vector<bom::Use>& uses) {
  double metres = 0;
  for (const bom::Use& use : uses) {
    const bom::Item& item = catalog.itemOf(use.item, 0);
    if (item.sheet && !isFoam(item)) metres += use.net.toDouble();
  }
  return metres;
}

}  // namespace

std::vector<bom::WorkStep> workOf(const Catalog& catalog, const Pack& pack, const bom::Product& product) {
  require(product.seams.size() == pack.seams.size() && product.stitches.size() == pack.stitch_lines.size(),
          "the work follows the product's sewing");
  Steps steps(pack);
  steps.add("pack", kInspectCloth, "", metresOfCloth(catalog, product.uses) * 1000);
  addCutting(catalog, pack, steps);
  addFittings(catalog, pack, steps);
  addSewing(pack, product, steps);
  addGiven(pack, steps);
  for (const char* operation : kPerPack) steps.add("pack", operation, "", 0);
  std::vector<bom::WorkStep> work;
  work.reserve(steps.by_key.size());
  for (auto& [key, step] : steps.by_key) {
    std::sort(step.part_ids.begin(), step.part_ids.end());
    step.part_ids.erase(std::unique(step.part_ids.begin(), step.part_ids.end()), step.part_ids.end());
    work.push_back(std::move(step));
  }
  return work;
}

}  // namespace configurator
