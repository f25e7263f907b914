#include "configurator/session/export_folder.h"

#include <algorithm>
#include <set>
#include <utility>

#include "configurator/design/design_file.h"
#include "configurator/pack/pack_scene.h"
#include "configurator/session/drawings.h"
#include "configurator/session/figures.h"
#include "configurator/session/verify_folder.h"
#include "renderer/write_glb.h"

namespace configurator {
namespace {

using NamedBytes = std::vector<std::pair<std::string, std::string>>;

tl::unexpected<ExportFailure> outside(const std::string& message) {
  return tl::unexpected<ExportFailure>(ExportFailure{ExportFailure::Cause::NotReachable, message});
}

bool wants(const ExportRequest& request, const std::string& kind) {
  return request.only.empty() || std::find(request.only.begin(), request.only.end(), kind) != request.only.end();
}

std::string messageOf(const std::vector<Violation>& violations) {
  std::string message = "The design breaks its rules; --draft exports it all the same where it can be built.";
  for (const Violation& violation : violations) {
    if (violation.severity == "error") message += "\n  " + violation.message + " " + violation.because;
  }
  return message;
}

/// Only the rows a document may name: items, operations and stitches that the product uses.
bom::PriceBook usedRows(const bom::PriceBook& all, const bom::TechPack& tech_pack) {
  bom::PriceBook used;
  const auto keep = [](const auto& from, auto& to, const std::string& id) {
    if (const auto found = from.find(id); found != from.end()) to.insert(*found);
  };
  for (const bom::BillLine& line : tech_pack.bill.lines) keep(all.items, used.items, line.item);
  for (const bom::PatternPiece& piece : tech_pack.product.pieces) keep(all.items, used.items, piece.item);
  for (const bom::LabelSpec& label : tech_pack.product.labels) keep(all.items, used.items, label.item);
  for (const auto& [id, item] : used.items) keep(all.suppliers, used.suppliers, item.supplier);
  for (const bom::WorkStep& step : tech_pack.product.work) keep(all.operations, used.operations, step.operation);
  for (const bom::Reinforcement& tack : tech_pack.product.reinforcements) keep(all.stitches, used.stitches, tack.type);
  for (const bom::ConstructionSeam& seam : tech_pack.product.seams) {
    keep(all.stitches, used.stitches, seam.stitch);
    keep(all.seam_classes, used.seam_classes, seam.seam_class);
    keep(all.operations, used.operations, seam.operation);
    keep(all.items, used.items, seam.thread_item);
  }
  for (const bom::ConstructionStitch& stitch : tech_pack.product.stitches) {
    keep(all.stitches, used.stitches, stitch.stitch);
    keep(all.seam_classes, used.seam_classes, stitch.seam_class);
    keep(all.operations, used.operations, stitch.operation);
  }
  used.breaks = all.breaks;
  return used;
}

bom::TechPack techPackOf(const Workshop& workshop, const Design& design, const ExportRequest& request,
                         const Figures& figures) {
  bom::TechPack tech_pack;
  tech_pack.edition = request.edition;
  tech_pack.issued = request.issued.empty() ? design.revisions.back().date : request.issued;
  tech_pack.program = workshop.program;
  tech_pack.product = *figures.product;
  tech_pack.estimate = *figures.estimate;
  tech_pack.bill = tech_pack.estimate.breaks.front().bill;
  tech_pack.book = usedRows(workshop.catalog.prices, tech_pack);
  return tech_pack;
}

std::string glbOf(const Workshop& workshop, const Design& design, const Pack& pack) {
  const PackScene packed = buildScene(pack, workshop.models);
  const renderer::Scene scene{packed.geometry,
                              appearanceOf(workshop.catalog, design.colorways.front(), packed.looks)};
  const std::vector<std::uint8_t> bytes = renderer::writeGlb(scene, workshop.program);
  return {bytes.begin(), bytes.end()};
}

tl::expected<NamedBytes, ExportFailure> contentsOf(const Workshop& workshop, const Design& design,
                                                   const ExportRequest& request, const Figures& figures) {
  NamedBytes files;
  bom::TechPack tech_pack = techPackOf(workshop, design, request, figures);
  if (wants(request, "png") || wants(request, "xml")) {
    auto drawings = makeDrawings(workshop, design, *figures.pack);
    if (!drawings) return outside(drawings.error().message);
    tech_pack.drawings = std::move(drawings->drawings);
    if (wants(request, "png")) files = std::move(drawings->files);
  }
  if (wants(request, "xml")) files.emplace_back("techpack.xml", bom::writeTechPackXml(tech_pack));
  if (wants(request, "csv")) files.emplace_back("bill.csv", bom::writeBillCsv(tech_pack));
  if (wants(request, "glb")) files.emplace_back("pack.glb", glbOf(workshop, design, *figures.pack));
  return files;
}

}  // namespace

const std::vector<std::string>& exportKinds() {
  static const std::vector<std::string> kKinds{"xml", "csv", "glb", "png"};
  return kKinds;
}

bool isExportKind(std::string_view kind) {
  return std::find(exportKinds().begin(), exportKinds().end(), kind) != exportKinds().end();
}

tl::expected<Exported, ExportFailure> exportDesign(const Workshop& workshop, const Design& design,
                                                   const ExportRequest& request) {
  FigureRequest wanted;
  wanted.size = request.size;
  const auto figures = figuresOf(workshop, design, wanted);
  if (!figures) {
    return tl::unexpected<ExportFailure>(ExportFailure{ExportFailure::Cause::WrongData, figures.error().message});
  }
  if (!figures->pack || (!figures->valid && !request.draft)) {
    return tl::unexpected<ExportFailure>(ExportFailure{ExportFailure::Cause::DesignInvalid, messageOf(figures->violations)});
  }
  auto files = contentsOf(workshop, design, request, *figures);
  if (!files) return tl::unexpected<ExportFailure>(files.error());
  std::error_code error;
  std::filesystem::create_directories(request.folder, error);
  if (error) return outside(request.folder.string() + ": " + error.message());
  files->emplace_back(std::string(kManifestName), writeManifest(*files));
  Exported exported{{}, figures->valid};
  for (const auto& [name, bytes] : *files) {
    const auto saved = saveFileAtomically(request.folder / name, bytes);
    if (!saved) return outside(saved.error().message);
    exported.files.push_back(name);
  }
  std::sort(exported.files.begin(), exported.files.end());
  return exported;
}

}  // namespace configurator
