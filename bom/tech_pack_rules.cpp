// One row per element: name, attributes, content, note. Free text stands in elements, never in attributes;
// every length says mm, every mass g. The XSD in assets/schemas is this table in XSD's words.
#include "bom/tech_pack_rules.h"

#include <array>

namespace bom {

namespace {

constexpr std::array kRootAndHeader{
    XmlRow{
        "TechPack", "version:Version edition:Edition issued:Date program:Token",
        "Header Drawings Assets Colorways BillOfMaterials Pattern Construction SeamWalk Reinforcements "
        "Operations "
        "Measurements Artwork Labels Packaging TestPlan QualityPlan Compliance CostSheet Approvals Revisions "
        "UsageInfo",
        "The complete document of one product for the factory. A section that has nothing says status "
        "none-yet."},
    XmlRow{
        "Header",
        "date?:Date revision?:Token state?:Token sample-size?:Token target-quantity?:Count origin?:Country "
        "market?:Country incoterm?:Token drawing?:Token",
        "StyleNumber? StyleName? Brand? Season? StyleType? Description? Designer? Factory? Choice*",
        "Cover: who, what, when, and the choices that the design consists of."},
    XmlRow{"StyleNumber", "", "#Text", ""},
    XmlRow{"StyleName", "", "#Text", ""},
    XmlRow{"Brand", "", "#Text", ""},
    XmlRow{"Season", "", "#Text", ""},
    XmlRow{"StyleType", "", "#Text", ""},
    XmlRow{"Description", "", "#Text", ""},
    XmlRow{"Designer", "", "#Text", ""},
    XmlRow{"Factory", "", "#Text", ""},
    XmlRow{"Choice", "slot:Token option:Token", "", ""},
    XmlRow{"Drawings", "status?:SectionStatus reason?:Token", "Drawing*", "Technical views with call-outs."},
    XmlRow{"Drawing", "id:Token file:Token", "Title? Anchor*", "A picture beside this document."},
    XmlRow{"Title", "", "#Text", ""},
    XmlRow{"Anchor", "part:PartId x:Decimal y:Decimal line?:Token", "",
           "Where a part is seen: 0 to 1 from the picture's top left; line is the bill's number to print "
           "there."},
    XmlRow{"Assets", "status?:SectionStatus reason?:Token", "Asset*",
           "Three-dimensional models and renderings."},
    XmlRow{"Asset", "file:Token kind:Token colorway?:Token", "", ""},
    XmlRow{"Colorways", "status?:SectionStatus reason?:Token", "Zone* Colorway*", "A colour for every zone."},
    XmlRow{"Zone", "id:Token", "", "What takes a material and a colour."},
    XmlRow{"Colorway", "code:Token", "Name? Color*", ""},
    XmlRow{"Color", "zone:Token item?:Token srgb?:ColorCode", "Name? Pantone?", ""},
    XmlRow{"Pantone", "", "#Text", ""},
    XmlRow{"Name", "", "#Text", ""},
};

constexpr std::array kBill{
    XmlRow{"BillOfMaterials", "quantity:Count mass-g:NonNegative currency?:Currency extended?:Decimal",
           "Item* Assembly Trim",
           "Items, then the tree of assemblies with one line per item and placement. Amounts are for one "
           "product."},
    XmlRow{"Item",
           "id:Token section?:BillSection category?:Token unit?:UnitCode unit-mass-g?:NonNegative "
           "hs-code?:Token "
           "supplier?:Token family?:Token finish?:Token cuttable-width-mm?:NonNegative "
           "thickness-mm?:NonNegative "
           "grain-locked?:Flag moq?:NonNegative",
           "Name? Maker? Specification? Fibre* Certificate*",
           "Something bought. unit-mass-g is grams per unit, for sheet goods (with a cuttable width) per "
           "square metre."},
    XmlRow{"Maker", "", "#Text", ""},
    XmlRow{"Specification", "", "#Text", "What must not be changed without approval."},
    XmlRow{"Fibre", "share-pct:NonNegative", "#Text", "Composition by mass."},
    XmlRow{"Certificate", "", "#Text", ""},
    XmlRow{"Assembly", "id:Token number:Token mass-g:NonNegative detachable:Flag extended?:Decimal",
           "Name? Line* Assembly*", "A module or sub-assembly; holds others."},
    XmlRow{"Line",
           "number:Token item:Token zone?:Token unit:UnitCode net:NonNegative gross:NonNegative "
           "mass-g:NonNegative "
           "status:FigureStatus unit-price?:Decimal extended?:Decimal",
           "Placement? Waste* LinePart*", "gross = net + wastes. Prices stand in the internal edition only."},
    XmlRow{"Placement", "", "#Text", ""},
    XmlRow{"Waste", "reason:Token amount:NonNegative", "", ""},
    XmlRow{"LinePart", "part:PartId", "", ""},
    XmlRow{"Trim", "status?:SectionStatus reason?:Token", "TrimItem* Fitting*",
           "Hardware, zips, webbing and the like."},
    XmlRow{"TrimItem", "item:Token unit:UnitCode net:NonNegative", "", "All of one item in one product."},
    XmlRow{"Fitting", "id:PartId assembly:Token", "FittingLine*",
           "A part that is neither piece, seam nor tack."},
    XmlRow{"FittingLine", "line:Token", "", ""},
};

constexpr std::array kMaking{
    XmlRow{"Pattern", "status?:SectionStatus reason?:Token size?:Token", "Piece*",
           "Cut pieces, flat, grain along +y."},
    XmlRow{"Piece",
           "code:Token assembly:Token zone?:Token item?:Token layer?:Token quantity:Count mirrored:Count "
           "area-mm2:NonNegative cut-area-mm2:NonNegative grain-x:Decimal grain-y:Decimal",
           "Name? Part* Edge* CutLine? Mark*",
           "The edges are a closed, counter-clockwise loop on the seam line."},
    XmlRow{"Part", "id:PartId mirrored:Flag", "", "One cut piece of the product."},
    XmlRow{"Edge", "piece:Token name:Token allowance-mm:NonNegative length-mm:NonNegative finish?:Token",
           "Point*", ""},
    XmlRow{"CutLine", "", "Point*", "Closed loop with seam allowances."},
    XmlRow{"Mark", "piece:Token name:Token kind:Token", "Point*", "A line or point inside the piece."},
    XmlRow{"Point", "x:Decimal y:Decimal", "", "Millimetres in the piece's own frame."},
    XmlRow{"Construction", "status?:SectionStatus reason?:Token", "StitchType* SeamClass* Seam* Stitching*",
           ""},
    XmlRow{"StitchType", "id:Token", "Name?", "ISO 4915, or a tack."},
    XmlRow{"SeamClass", "id:Token astm?:Token", "Name? Usage?", "ISO 4916 with its ASTM D6193 equivalent."},
    XmlRow{"Usage", "", "#Text", ""},
    XmlRow{"Seam",
           "id:PartId assembly:Token stitch?:Token seam-class?:Token finish?:Token thread?:Token "
           "operation?:Token "
           "stitches-per-inch?:NonNegative rows:Count allowance-mm:NonNegative ratio:NonNegative",
           "Name? Run+", "Two runs joined; ratio is the length of run a over run b as sewn."},
    XmlRow{"Run", "side:RunSide length-mm:NonNegative", "RunPart*", ""},
    XmlRow{"RunPart", "piece:Token edge:Token part?:PartId from-mm:Decimal to-mm:Decimal", "",
           "A stretch of an edge or of a mark line."},
    XmlRow{"SeamWalk", "status?:SectionStatus reason?:Token", "WalkedSeam*",
           "The seams walked, as a pattern maker does: do the two runs of each fit?"},
    XmlRow{"WalkedSeam", "seam:PartId ratio:NonNegative difference-mm:Decimal ok:Flag", "Run+ MatchingNotch*",
           "difference is run a less ratio times run b; ok within the larger of 1 mm and 0.5 %."},
    XmlRow{
        "MatchingNotch", "run-a-mm:NonNegative run-b-mm:NonNegative cuts:Count", "",
        "Both runs are marked here, walked from their starts, to meet when they are sewn; the back has two "
        "cuts."},
    XmlRow{"Stitching",
           "id:PartId assembly:Token stitch?:Token seam-class?:Token thread?:Token operation?:Token "
           "stitches-per-inch?:NonNegative rows:Count",
           "Name? Purpose? Run", "Stitching along one run: topstitch, hem, binding."},
    XmlRow{"Purpose", "", "#Text", ""},
    XmlRow{"Reinforcements", "status?:SectionStatus reason?:Token", "TackCount* Tack*",
           "Bartacks and box-X."},
    XmlRow{"TackCount", "type:Token count:Count", "", ""},
    XmlRow{"Tack",
           "id:PartId type:Token assembly:Token piece?:Token part?:PartId x-mm:Decimal y-mm:Decimal "
           "angle-deg:Decimal thread?:Token",
           "Location?", ""},
    XmlRow{"Location", "", "#Text", ""},
    XmlRow{"Operations", "status?:SectionStatus reason?:Token minutes?:NonNegative", "Operation* Work*",
           "Cutting and sewing steps; minutes are standard minutes for one product."},
    XmlRow{"Operation", "id:Token stage?:Token stitch?:Token", "Name? Machine? Driver?", ""},
    XmlRow{"Machine", "", "#Text", ""},
    XmlRow{"Driver", "", "#Text", "What the minutes are counted by."},
    XmlRow{"Work",
           "id:Token operation:Token assembly:Token occurrences:Count metres:NonNegative minutes:NonNegative",
           "WorkPart*", ""},
    XmlRow{"WorkPart", "part:PartId", "", ""},
};

constexpr std::array kMeasuresToLabels{
    XmlRow{"Measurements", "status?:SectionStatus reason?:Token", "SizeRun? Measure* Grade",
           "The size table: every point of measure in every size of the run."},
    XmlRow{"SizeRun", "", "Name? How? Size+", "What is measured on the wearer, and the sizes."},
    XmlRow{"Size", "id:Token from-mm?:NonNegative to-mm?:NonNegative", "", "Whom a size is for."},
    XmlRow{"Measure", "id:Token unit:MeasureUnit critical:Flag", "Name? How? SizeSpec*",
           "Its figures and their grading are in its unit."},
    XmlRow{"How", "", "#Text", ""},
    XmlRow{"SizeSpec", "measure:Token size:Token value:Decimal plus:NonNegative minus:NonNegative", "", ""},
    XmlRow{"Grade", "status?:SectionStatus reason?:Token base-size?:Token", "GradeRule*", ""},
    XmlRow{"GradeRule", "measure:Token size:Token delta:Decimal", "",
           "Added to the base size's value; one for each figure of the table, so that none gets lost."},
    XmlRow{"Artwork", "status?:SectionStatus reason?:Token", "ArtworkPlacement*", "Logos and prints."},
    XmlRow{"ArtworkPlacement",
           "id:Token technique?:Token piece?:Token part?:PartId width-mm:NonNegative height-mm:NonNegative "
           "edge-x?:Token offset-x-mm:Decimal edge-y?:Token offset-y-mm:Decimal tolerance-mm:NonNegative",
           "File? Colors?", "Offsets are taken from the named edges of the piece."},
    XmlRow{"File", "", "#Text", ""},
    XmlRow{"Colors", "", "#Text", ""},
    XmlRow{"Labels", "status?:SectionStatus reason?:Token", "Label*", ""},
    XmlRow{"Label", "id:Token kind:Token item?:Token", "LabelText? Placement?", ""},
    XmlRow{"LabelText", "", "#Text", ""},
};

constexpr std::array kPackaging{
    XmlRow{"Packaging", "status?:SectionStatus reason?:Token", "Fold? PackLine* Carton? CartonMarks", ""},
    XmlRow{"Fold", "", "#Text", ""},
    XmlRow{"PackLine", "line:Token", "", "A line of the bill that packs the product."},
    XmlRow{
        "Carton",
        "pieces:Count length-mm:NonNegative width-mm:NonNegative height-mm:NonNegative volume-m3:NonNegative "
        "gross-kg?:NonNegative",
        "", ""},
    XmlRow{"CartonMarks", "status?:SectionStatus reason?:Token", "MainMark* SideMark*",
           "Lines to print, in order."},
    XmlRow{"MainMark", "", "#Text", ""},
    XmlRow{"SideMark", "", "#Text", ""},
};

constexpr std::array kCostToUsage{
    XmlRow{"CostSheet",
           "status?:CostStatus reason?:Token currency?:Currency as-of?:Date origin?:Country market?:Country "
           "incoterm?:Token sourced-share-pct?:NonNegative",
           "CostBreak* CostWarning*", "Withheld in the factory edition. An estimate, not an offer."},
    XmlRow{
        "CostBreak",
        "quantity:Count minutes:NonNegative materials:Decimal labour:Decimal overhead:Decimal "
        "tooling:Decimal "
        "quality:Decimal logistics:Decimal margin:Decimal ex-factory:Decimal fob:Decimal order-total:Decimal",
        "CostLine*", "Money for one product; order-total is FOB for the whole order."},
    XmlRow{"CostLine", "group:CostGroup amount:Decimal status:FigureStatus", "Name? Basis?", ""},
    XmlRow{"Basis", "", "#Text", "How the amount was reckoned."},
    XmlRow{"CostWarning", "", "#Text", ""},
    XmlRow{"Approvals", "status:SectionStatus reason:Token", "", ""},
    XmlRow{"Revisions", "status?:SectionStatus reason?:Token", "Revision*", ""},
    XmlRow{"Revision", "number:Token date?:Date", "Author? Changes?", ""},
    XmlRow{"Author", "", "#Text", ""},
    XmlRow{"Changes", "", "#Text", ""},
    XmlRow{"UsageInfo",
           "status?:SectionStatus reason?:Token capacity-l?:NonNegative carry-l?:NonNegative "
           "load-max-kg?:NonNegative height-mm?:NonNegative width-mm?:NonNegative depth-mm?:NonNegative",
           "LabelMeans? VolumeMethod? Care?", ""},
    XmlRow{"LabelMeans", "", "#Text", "Which volume the number on the label is."},
    XmlRow{"VolumeMethod", "", "#Text", ""},
    XmlRow{"Care", "status?:SectionStatus reason?:Token", "#Text", ""},
};

using Kind = XmlKeyRule::Kind;

std::vector<XmlKeyRule> keyRules() {
  return {
      {Kind::Key, "item", "", {"BillOfMaterials/Item"}, {"id"}},
      {Kind::Key, "zone", "", {"Colorways/Zone"}, {"id"}},
      {Kind::Key, "assembly", "", {".//Assembly"}, {"id"}},
      {Kind::Key, "line", "", {".//Assembly", ".//Line"}, {"number"}},
      {Kind::Key, "drawing", "", {"Drawings/Drawing"}, {"id"}},
      {Kind::Key, "colorway", "", {"Colorways/Colorway"}, {"code"}},
      {Kind::Key, "piece", "", {"Pattern/Piece"}, {"code"}},
      {Kind::Key, "edge", "", {"Pattern/Piece/Edge", "Pattern/Piece/Mark"}, {"piece", "name"}},
      {Kind::Key, "stitch type", "", {"Construction/StitchType"}, {"id"}},
      {Kind::Key, "seam class", "", {"Construction/SeamClass"}, {"id"}},
      {Kind::Key, "operation", "", {"Operations/Operation"}, {"id"}},
      {Kind::Key, "measure", "", {"Measurements/Measure"}, {"id"}},
      {Kind::Key, "size", "", {"Measurements/SizeRun/Size"}, {"id"}},
      {Kind::Key, "figure", "", {"Measurements/Measure/SizeSpec"}, {"measure", "size"}},
      {Kind::Key, "grade rule", "", {"Measurements/Grade/GradeRule"}, {"measure", "size"}},
      {Kind::Key,
       "part",
       "",
       {"Pattern/Piece/Part", "Construction/Seam", "Construction/Stitching", "Reinforcements/Tack",
        "BillOfMaterials/Trim/Fitting"},
       {"id"}},
      {Kind::Unique, "work step", "", {"Operations/Work"}, {"id"}},
      {Kind::Unique, "artwork", "", {"Artwork/ArtworkPlacement"}, {"id"}},
      {Kind::Unique, "label", "", {"Labels/Label"}, {"id"}},
      {Kind::Unique, "test", "", {"TestPlan/Test"}, {"id"}},
      {Kind::Unique, "incoming item", "", {"QualityPlan/Incoming"}, {"item"}},
      {Kind::Unique, "incoming line", "", {"QualityPlan/Incoming/IncomingLine"}, {"line"}},
      {Kind::Unique, "requirement", "", {"Compliance/Requirement"}, {"rule"}},
      {Kind::Unique, "revision", "", {"Revisions/Revision"}, {"number"}},
  };
}

/// "item" of the elements at `selectors`, and so on: what refers to what.
std::vector<XmlKeyRule> referenceRules() {
  return {
      {Kind::Reference,
       "item-named",
       "item",
       {".//Line", "BillOfMaterials/Trim/TrimItem", "Pattern/Piece", "Colorways/Colorway/Color",
        "Labels/Label", "TestPlan/Test/TestItem", "QualityPlan/Incoming", "Compliance/Claim/ClaimItem"},
       {"item"}},
      {Kind::Reference,
       "thread-named",
       "item",
       {"Construction/Seam", "Construction/Stitching", "Reinforcements/Tack"},
       {"thread"}},
      {Kind::Reference,
       "zone-named",
       "zone",
       {".//Line", "Pattern/Piece", "Colorways/Colorway/Color"},
       {"zone"}},
      {Kind::Reference,
       "assembly-named",
       "assembly",
       {"Pattern/Piece", "Construction/Seam", "Construction/Stitching", "Reinforcements/Tack",
        "Operations/Work", "BillOfMaterials/Trim/Fitting"},
       {"assembly"}},
      {Kind::Reference,
       "line-named",
       "line",
       {"Drawings/Drawing/Anchor", "BillOfMaterials/Trim/Fitting/FittingLine", "Packaging/PackLine",
        "QualityPlan/Incoming/IncomingLine"},
       {"line"}},
      {Kind::Reference, "drawing-named", "drawing", {"Header"}, {"drawing"}},
      {Kind::Reference, "colorway-named", "colorway", {"Assets/Asset"}, {"colorway"}},
      {Kind::Reference,
       "piece-named",
       "piece",
       {"Pattern/Piece/Edge", "Pattern/Piece/Mark", "Reinforcements/Tack", "Artwork/ArtworkPlacement"},
       {"piece"}},
      {Kind::Reference,
       "edge-named",
       "edge",
       {"Construction/Seam/Run/RunPart", "Construction/Stitching/Run/RunPart"},
       {"piece", "edge"}},
      {Kind::Reference, "edge-x-named", "edge", {"Artwork/ArtworkPlacement"}, {"piece", "edge-x"}},
      {Kind::Reference, "edge-y-named", "edge", {"Artwork/ArtworkPlacement"}, {"piece", "edge-y"}},
      {Kind::Reference,
       "stitch-named",
       "stitch type",
       {"Construction/Seam", "Construction/Stitching", "Operations/Operation"},
       {"stitch"}},
      {Kind::Reference,
       "tack-named",
       "stitch type",
       {"Reinforcements/Tack", "Reinforcements/TackCount"},
       {"type"}},
      {Kind::Reference,
       "seam-class-named",
       "seam class",
       {"Construction/Seam", "Construction/Stitching"},
       {"seam-class"}},
      {Kind::Reference,
       "operation-named",
       "operation",
       {"Construction/Seam", "Construction/Stitching", "Operations/Work"},
       {"operation"}},
      {Kind::Reference,
       "part-named",
       "part",
       {"Drawings/Drawing/Anchor", ".//LinePart", "Construction/Seam/Run/RunPart",
        "Construction/Stitching/Run/RunPart", "Reinforcements/Tack", "Operations/Work/WorkPart",
        "Artwork/ArtworkPlacement"},
       {"part"}},
  };
}

/// Each seam is walked once, along edges of the pattern.
std::vector<XmlKeyRule> seamWalkRules() {
  return {
      {Kind::Key, "seam", "", {"Construction/Seam"}, {"id"}},
      {Kind::Key, "walked seam", "", {"SeamWalk/WalkedSeam"}, {"seam"}},
      {Kind::Reference, "seam-walked", "walked seam", {"Construction/Seam"}, {"id"}},
      {Kind::Reference, "walked-seam-named", "seam", {"SeamWalk/WalkedSeam"}, {"seam"}},
      {Kind::Reference, "walked-edge-named", "edge", {"SeamWalk/WalkedSeam/Run/RunPart"}, {"piece", "edge"}},
      {Kind::Reference, "walked-part-named", "part", {"SeamWalk/WalkedSeam/Run/RunPart"}, {"part"}},
  };
}

/// The size table is whole: each figure has its grade rule and each rule its figure, in sizes of the run.
std::vector<XmlKeyRule> sizeTableRules() {
  return {
      {Kind::Reference,
       "measure-named",
       "measure",
       {"Measurements/Grade/GradeRule", "Measurements/Measure/SizeSpec"},
       {"measure"}},
      {Kind::Reference, "size-named", "size", {"Measurements/Measure/SizeSpec"}, {"size"}},
      {Kind::Reference, "base-size-named", "size", {"Measurements/Grade"}, {"base-size"}},
      {Kind::Reference, "figure-graded", "figure", {"Measurements/Grade/GradeRule"}, {"measure", "size"}},
      {Kind::Reference,
       "rule-of-figure",
       "grade rule",
       {"Measurements/Measure/SizeSpec"},
       {"measure", "size"}},
  };
}

XmlRules makeRules() {
  XmlRules rules;
  rules.target = "urn:rucksmith:techpack:1";
  rules.root = "TechPack";
  const auto add = [&](const auto& rows) {
    for (const XmlRow& row : rows) rules.elements.push_back(parseXmlRow(row));
  };
  add(kRootAndHeader);
  add(kBill);
  add(kMaking);
  add(kMeasuresToLabels);
  add(kPackaging);
  add(qualityRows());
  add(kCostToUsage);
  rules.keys = keyRules();
  for (auto& more : {referenceRules(), seamWalkRules(), sizeTableRules()})
    rules.keys.insert(rules.keys.end(), more.begin(), more.end());
  return rules;
}

}  // namespace

const XmlRules& techPackRules() {
  static const XmlRules kRules = makeRules();
  return kRules;
}

}  // namespace bom
