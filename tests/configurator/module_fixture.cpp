#include "module_fixture.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "configurator/pack/cut_line.h"

namespace configurator {
namespace {

/// A rectangle in space: `origin` at (0, 0), bent round the vertical axis by arc length, so that it keeps its
/// lengths.
struct Panel {
  Vec3 origin, right, up;
  double width_mm, height_mm, bend_radius_mm;

  Vec3 operator()(Vec2 uv) const {
    const Vec3 out = glm::cross(right, up);
    if (bend_radius_mm == 0) return origin + uv.x * right + uv.y * up;
    const double angle = (uv.x - width_mm / 2) / bend_radius_mm;
    const double sideways = bend_radius_mm * std::sin(angle);
    const double depth = bend_radius_mm * (1 - std::cos(angle));
    return origin + (width_mm / 2 + sideways) * right + uv.y * up - depth * out;
  }
};

void addHost(PackDraft& draft, const std::string& id, const Panel& panel) {
  Piece piece;
  piece.id = "body." + id;
  piece.name = id;
  piece.assembly = "pack";
  piece.zone = "shell";
  piece.item = draft.item("shell").id;
  piece.edges = makeEdges({{0, 0}, panel.width_mm, panel.height_mm, 0, 0, -1});
  piece.surface = panel;
  addPiece(draft, std::move(piece));
  Host host;
  host.id = id;
  host.piece = "body." + id;
  host.width_mm = panel.width_mm;
  host.height_mm = panel.height_mm;
  host.outside = panel;
  draft.body.hosts[id] = host;
}

void addSeams(PackDraft& draft, const PlainBody& body) {
  BodySeam seam;
  seam.id = "front-seam";
  seam.run = {"body.front", "top"};
  seam.curve = [body] {
    SeamCurve curve;
    for (int i = 0; i <= 20; ++i) {
      curve.path.push_back({body.width_mm / 2 - body.width_mm * i / 20.0, body.height_mm, body.depth_mm});
      curve.normals.push_back({0, 1, 0});
    }
    return curve;
  };
  draft.body.seams[seam.id] = seam;
}

/// A wearer of size M behind the back, and the points where a harness and a belt hang.
void addWearer(PackDraft& draft, const PlainBody& body) {
  draft.pack.parameters["strap-width"] = 65;
  draft.body.torso = makeTorso(PackSize::M, body.height_mm + 10, -12);
  const double half = body.width_mm / 2 - 5;
  const auto pair = [&](const std::string& id, Vec3 right) {
    draft.body.anchors[id + "-right"] = right;
    draft.body.anchors[id + "-left"] = Vec3{-right.x, right.y, right.z};
  };
  pair("strap-top", {std::min(72.5, half), body.height_mm - 50, 0});
  pair("strap-bottom", {half, 60, 0});
  pair("hip", {half, 90, 0});
  // As a harness offers them on the wearer's chest and shoulders.
  pair("lifter", {75, body.height_mm - 5, -120});
  for (const double side : {-1.0, 1.0}) {
    const std::string name = side < 0 ? "left" : "right";
    ChestLine line;
    line.piece = "body.strap-" + name;
    line.points = {{32 + side * 10, 400}, {32 + side * 10, 180}};
    line.inward = {{side, 0}, {side, 0}};
    line.cloth = draft.body.hosts.at("strap-" + name).outside;
    line.to_edge_mm = 22;
    line.upper_mm = 90;
    line.lower_mm = 170;
    draft.body.chest_lines[name] = line;
  }
}

}  // namespace

const Catalog& shippedCatalog() {
  static const Catalog kCatalog = [] {
    const Result<DataFolders> folders = findDataFolders({});
    if (!folders) throw std::runtime_error(folders.error().message);
    Result<Catalog> loaded = loadCatalog(folders->catalog);
    if (!loaded) throw std::runtime_error(loaded.error().message);
    return *std::move(loaded);
  }();
  return kCatalog;
}

ModuleDraft::ModuleDraft(const PlainBody& body)
    : choices_(defaultChoices(shippedCatalog())), draft_{shippedCatalog(), choices_, {}, {}} {
  const double w = body.width_mm;
  const double h = body.height_mm;
  const double d = body.depth_mm;
  const double bend = body.bend_radius_mm;
  addAssembly(draft_, {"pack", "Pack", "", false});
  draft_.body.width_mm = w;
  draft_.body.height_mm = h;
  draft_.body.depth_mm = d;
  const Vec3 x{1, 0, 0}, y{0, 1, 0}, z{0, 0, 1};
  addHost(draft_, "front", {{-w / 2, 0, d}, x, y, w, h, bend});
  addHost(draft_, "left", {{-w / 2, 0, 0}, z, y, d, h, bend});
  addHost(draft_, "right", {{w / 2, 0, d}, -z, y, d, h, bend});
  addHost(draft_, "back", {{w / 2, 0, 0}, -x, y, w, h, 0});
  addHost(draft_, "back-inner", {{-w / 2, 0, 2}, x, y, w, h, 0});
  addHost(draft_, "bottom", {{-w / 2, 0, 0}, x, z, w, d, 0});
  addHost(draft_, "top", {{-50, h, 0}, x, z, 100, 40, 0});
  addHost(draft_, "strap-left", {{-80, h - 250, -150}, -x, y, 65, 420, 0});
  addHost(draft_, "strap-right", {{145, h - 250, -150}, -x, y, 65, 420, 0});
  addHost(draft_, "wing-left", {{-60, h - 250, -160}, -x, y, 125, 240, bend});
  addHost(draft_, "wing-right", {{185, h - 250, -160}, -x, y, 125, 240, bend});
  addHost(draft_, "side-left", {{-w / 2 - 20, 50, -100}, z, y, 160, 120, 0});
  addHost(draft_, "side-right", {{w / 2 + 20, 50, 60}, -z, y, 160, 120, 0});
  addSeams(draft_, body);
  addWearer(draft_, body);
}

void ModuleDraft::build(const std::string& name, ModuleCall call) {
  for (const std::vector<Family>& list : {panelFamilies(), carryFamilies(), fittingFamilies()}) {
    for (const Family& family : list) {
      if (family.spec.name != name) continue;
      bool known = false;
      for (const Assembly& assembly : draft_.pack.assemblies) known = known || assembly.id == call.assembly;
      if (!known) addAssembly(draft_, {call.assembly, call.assembly, "pack", false});
      family.build(call, draft_);
      return;
    }
  }
  throw std::runtime_error("no family " + name);
}

ModuleCall callOf(const std::string& part, std::map<std::string, double> numbers,
                  std::map<std::string, std::string> words) {
  return {part, part, part, std::move(numbers), std::move(words)};
}

double massOf(const Catalog& catalog, const Pack& pack, const std::string& assembly) {
  const auto belongs = [&](std::string id) {
    while (!id.empty()) {
      if (id == assembly) return true;
      std::string parent;
      for (const Assembly& one : pack.assemblies) {
        if (one.id == id) parent = one.parent;
      }
      id = parent;
    }
    return false;
  };
  double grams = 0;
  for (const Piece& piece : pack.pieces) {
    if (belongs(piece.assembly)) {
      grams += areaOf(cutLineOf(piece)) * 1e-6 * catalog.itemOf(piece.item, 0).mass.toDouble();
    }
  }
  for (const Fitting& fitting : pack.fittings) {
    if (belongs(fitting.assembly) && fitting.in_product) {
      grams += fitting.amount * catalog.itemOf(fitting.item, 0).mass.toDouble();
    }
  }
  // Thread of a lockstitch in thick packs: 2.8 m of 0.07 g/m for each metre; a bartack takes 0.3 m.
  for (const Seam& seam : pack.seams) {
    if (belongs(seam.assembly)) grams += lengthOf(pack, seam.runs[0]) * 1e-3 * seam.rows * 0.196;
  }
  for (const StitchLine& line : pack.stitch_lines) {
    if (belongs(line.assembly)) grams += lengthOf(pack, line.run) * 1e-3 * line.rows * 0.196;
  }
  for (const Tack& tack : pack.tacks) grams += belongs(tack.assembly) ? 0.021 : 0;
  return grams;
}

}  // namespace configurator
