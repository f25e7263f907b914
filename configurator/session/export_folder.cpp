#include "configurator/session/export_folder.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>

#include "configurator/design/design_file.h"
#include "configurator/pack/pack_product.h"
#include "configurator/pack/pack_scene.h"
#include "configurator/session/artwork.h"
#include "configurator/session/drawings.h"
#include "configurator/session/earlier_export.h"
#include "configurator/session/exported_artwork.h"
#include "configurator/session/flat_drawings.h"
#include "configurator/session/measures.h"
#include "configurator/session/own_parts.h"
#include "configurator/session/quality.h"
#include "configurator/session/verify_folder.h"
#include "renderer/write_glb.h"

namespace configurator {
namespace {

// Every revision is a draft until a sample is approved; nobody shall take this one for an order.
constexpr const char* kInvalidDraft = "draft, breaks its rules";

tl::unexpected<ExportFailure> outside(const std::string& message) {
  return tl::unexpected<ExportFailure>(ExportFailure{ExportFailure::Cause::NotReachable, message});
}

bool wants(const ExportRequest& request, const std::string& kind) {
  return request.only.empty() ||
         std::find(request.only.begin(), request.only.end(), kind) != request.only.end();
}

std::string messageOf(const std::vector<Violation>& violations) {
  std::string message =
      "The design breaks its rules; only a draft can be exported, and only where it can be built.";
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
  keep(all.origins, used.origins, tech_pack.product.style.origin);
  for (const auto& [id, item] : used.items) keep(all.suppliers, used.suppliers, item.supplier);
  for (const bom::WorkStep& step : tech_pack.product.work)
    keep(all.operations, used.operations, step.operation);
  for (const bom::Reinforcement& tack : tech_pack.product.reinforcements)
    keep(all.stitches, used.stitches, tack.type);
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
  for (const auto& [id, operation] : used.operations) keep(all.stitches, used.stitches, operation.stitch);
  used.breaks = all.breaks;
  return used;
}

/// The model and, per colorway, the picture that shows it best.
std::vector<bom::AssetFile> assetsOf(const Design& design) {
  std::vector<bom::AssetFile> assets{{"pack.glb", "model", ""}};
  for (std::size_t i = 0; i < design.colorways.size(); ++i) {
    const std::string& code = design.colorways[i].code;
    assets.push_back(
        {i == 0 ? "view-three-quarter.png" : "view-three-quarter-" + code + ".png", "rendering", code});
  }
  return assets;
}

/// The documents name the order that they are reckoned for.
void nameOrder(const ExportRequest& request, bom::TechPack& tech_pack) {
  bom::Style& style = tech_pack.product.style;
  style.origin = tech_pack.estimate.input.origin;
  style.market = tech_pack.estimate.input.market;
  style.incoterm = tech_pack.estimate.input.incoterm;
  if (!request.figures.quantities.empty()) style.target_quantity = tech_pack.bill.quantity;
}

bom::TechPack techPackOf(const Workshop& workshop, const Design& design, const ExportRequest& request,
                         const Figures& figures) {
  bom::TechPack tech_pack;
  tech_pack.edition = request.edition;
  tech_pack.issued = request.issued.empty() ? design.revisions.back().date : request.issued;
  tech_pack.program = workshop.program;
  tech_pack.product = *figures.product;
  addSizeTable(measuresOf(workshop, design, figures), tech_pack.product);
  addNotches(workshop.catalog, *figures.pack, tech_pack.product);
  tech_pack.estimate = *figures.estimate;
  tech_pack.bill = tech_pack.estimate.breaks.front().bill;
  std::sort(tech_pack.estimate.breaks.begin(), tech_pack.estimate.breaks.end(),
            [](const auto& a, const auto& b) { return a.quantity < b.quantity; });
  tech_pack.assets = assetsOf(design);
  nameOrder(request, tech_pack);
  if (auto quality = qualityOf(figures); quality && *quality) tech_pack.quality = std::move(**quality);
  if (!figures.valid) tech_pack.product.style.status = kInvalidDraft;
  tech_pack.book = usedRows(*figures.prices, tech_pack);
  return tech_pack;
}

std::string glbOf(const Workshop& workshop, const Design& design, const PackScene& packed) {
  const renderer::Scene scene{packed.geometry,
                              appearanceOf(workshop.catalog, design.colorways.front(), packed)};
  std::vector<renderer::Variant> variants;
  for (const DesignColorway& colorway : design.colorways)
    variants.push_back({colorway.code, appearanceOf(workshop.catalog, colorway, packed)});
  const std::vector<std::uint8_t> bytes = renderer::writeGlb(scene, workshop.program, variants);
  return {bytes.begin(), bytes.end()};
}

/// A document names only what is written along with it: a file from an export before may show another design.
void keepWritten(const ExportRequest& request, bom::TechPack& tech_pack) {
  const auto absent = [&](const auto& one) {
    return !wants(request, one.file.substr(one.file.rfind('.') + 1));
  };
  std::erase_if(tech_pack.drawings, absent);
  std::erase_if(tech_pack.assets, absent);
}

/// The factory gets the pictures under names of their own: where they lay is the user's business.
void nameArtwork(const std::vector<ExportedPicture>& pictures, bom::TechPack& tech_pack) {
  for (bom::ArtworkPlacement& mark : tech_pack.product.artwork) {
    const auto picture = std::find_if(pictures.begin(), pictures.end(),
                                      [&](const ExportedPicture& one) { return one.artwork == mark.id; });
    mark.file = picture == pictures.end() ? "" : picture->name;
  }
  for (const ExportedPicture& picture : pictures) tech_pack.assets.push_back({picture.name, "artwork", ""});
}

/// A design whose pack could be built, and the pictures on it.
struct Reckoned {
  const Workshop& workshop;
  const Design& design;
  const Figures& figures;
  const std::vector<ExportedPicture>& pictures;
};

Result<ExportContents> contentsOf(const Reckoned& reckoned, const ExportRequest& request, PackScene scene) {
  const Workshop& workshop = reckoned.workshop;
  const Design& design = reckoned.design;
  const Figures& figures = reckoned.figures;
  ExportContents contents;
  const Manifest before = readManifest(request.folder).value_or(Manifest());
  const auto add = [&](const char* kind, const char* name, const auto& bytes) {
    if (wants(request, kind))
      contents.written.emplace_back(name, bytes());
    else if (before.count(name) == 1)
      contents.unasked.emplace_back(name, bytes());
  };
  const std::vector<PlannedDrawing> planned = planDrawings(design, scene);
  bom::TechPack tech_pack = techPackOf(workshop, design, request, figures);
  fitToPictures(scene, tech_pack.product.artwork);
  for (const PlannedDrawing& plan : planned) tech_pack.drawings.push_back(plan.drawing);
  for (const auto& [id, title] : flatTitles()) tech_pack.drawings.push_back({id, title, id + ".svg", {}});
  keepWritten(request, tech_pack);
  nameArtwork(reckoned.pictures, tech_pack);
  for (const ExportedPicture& picture : reckoned.pictures)
    add("xml", picture.name.c_str(), [&] { return picture.bytes; });
  add("xml", "techpack.xml", [&] { return bom::writeTechPackXml(tech_pack); });
  add("csv", "bill.csv", [&] { return bom::writeBillCsv(tech_pack); });
  add("glb", "pack.glb", [&] { return glbOf(workshop, design, scene); });
  const bool flats_known = before.count(flatTitles().front().first + ".svg") == 1;
  if (wants(request, "svg") || flats_known) {
    for (const auto& [name, text] : flatDrawings(*figures.pack, scene.geometry))
      add("svg", name.c_str(), [&words = text] { return words; });
  }
  if (wants(request, "png")) {
    auto pictures = drawPictures(workshop, design, figures, std::move(scene), planned);
    if (!pictures) return failure(pictures.error().message);
    std::move(pictures->begin(), pictures->end(), std::back_inserter(contents.written));
  }
  return contents;
}

/// The asked or the order's own quantity first, for the bill; then the others that a cost sheet compares,
/// each once.
FigureRequest figuresFor(const Workshop& workshop, const Design& design, const ExportRequest& request) {
  FigureRequest wanted = request.figures;
  std::vector<std::int64_t> quantities = wanted.quantities;
  if (quantities.empty()) quantities = {std::max<std::int64_t>(1, totalQuantity(design.order))};
  if (quantities.size() == 1) {
    const std::vector<std::int64_t> breaks = breakQuantities(workshop);
    quantities.insert(quantities.end(), breaks.begin(), breaks.end());
  }
  wanted.quantities.clear();
  for (const std::int64_t quantity : quantities) {
    const auto known = std::find(wanted.quantities.begin(), wanted.quantities.end(), quantity);
    if (known == wanted.quantities.end()) wanted.quantities.push_back(quantity);
  }
  return wanted;
}

Result<void> writeFiles(const ExportRequest& request, const ExportContents& contents) {
  std::error_code error;
  std::filesystem::create_directories(request.folder, error);
  if (error) return failure(request.folder.string() + ": " + error.message());
  Manifest manifest = keepEarlier(request.folder, contents);
  for (const auto& [name, bytes] : contents.written) {
    auto saved = saveFileAtomically(request.folder / name, bytes);
    if (!saved) return saved;
    manifest[name] = sha256Of(bytes);
  }
  return saveFileAtomically(request.folder / kManifestName, writeManifest(manifest));
}

}  // namespace

const std::vector<std::string>& exportKinds() {
  static const std::vector<std::string> kKinds{"xml", "csv", "glb", "svg", "png"};
  return kKinds;
}

bool isExportKind(std::string_view kind) {
  return std::find(exportKinds().begin(), exportKinds().end(), kind) != exportKinds().end();
}

tl::expected<Exported, ExportFailure> exportDesign(const Workshop& workshop, const Design& design,
                                                   const ExportRequest& request) {
  const auto figures = figuresOf(workshop, design, figuresFor(workshop, design, request));
  if (!figures) {
    return tl::unexpected<ExportFailure>(
        ExportFailure{ExportFailure::Cause::WrongData, figures.error().message});
  }
  if (!figures->pack || (!figures->valid && !request.draft)) {
    return tl::unexpected<ExportFailure>(
        ExportFailure{ExportFailure::Cause::DesignInvalid, messageOf(figures->violations)});
  }
  const auto models = modelsFor(workshop, design);
  if (!models) {
    const bool there = hasFilesOfOwnParts(design);
    return tl::unexpected<ExportFailure>(
        ExportFailure{there ? ExportFailure::Cause::WrongData : ExportFailure::Cause::NotReachable,
                      models.error().message});
  }
  const auto pictures = picturesToExport(design, *figures->pack);
  if (!pictures) return outside(pictures.error().message);
  const auto contents =
      contentsOf({workshop, design, *figures, *pictures}, request,
                 buildScene(*figures->pack, **models, {SceneLevel::Still, kNominalFill, request.artwork}));
  if (!contents) return outside(contents.error().message);
  const auto written = writeFiles(request, *contents);
  if (!written) return outside(written.error().message);
  Exported exported{{std::string(kManifestName)}, figures->valid};
  for (const auto& [name, bytes] : contents->written) exported.files.push_back(name);
  std::sort(exported.files.begin(), exported.files.end());
  return exported;
}

}  // namespace configurator
