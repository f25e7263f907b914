#include "tests/oracle/oracle_json.h"

namespace {

OracleJson useJson(const bom::Use& use) {
  return {{"item", use.item},
          {"assembly", use.assembly},
          {"placement", use.placement},
          {"zone", use.zone},
          {"part_ids", use.part_ids},
          {"net", decimalText(use.net)},
          {"mass", decimalText(use.mass)},
          {"in_product", use.in_product}};
}

OracleJson sewingJson(const bom::Product& product) {
  OracleJson seams = OracleJson::array(), rows = OracleJson::array(), tacks = OracleJson::array();
  for (const bom::ConstructionSeam& seam : product.seams)
    seams.push_back({{"id", seam.id},
                     {"assembly", seam.assembly},
                     {"stitch", seam.stitch},
                     {"thread", seam.thread_item},
                     {"rows", seam.rows},
                     {"length_mm", {decimalText(seam.length_mm[0]), decimalText(seam.length_mm[1])}}});
  for (const bom::ConstructionStitch& row : product.stitches)
    rows.push_back({{"id", row.id},
                    {"assembly", row.assembly},
                    {"stitch", row.stitch},
                    {"thread", row.thread_item},
                    {"rows", row.rows},
                    {"length_mm", decimalText(row.length_mm)}});
  for (const bom::Reinforcement& tack : product.reinforcements)
    tacks.push_back(
        {{"id", tack.id}, {"type", tack.type}, {"assembly", tack.assembly}, {"thread", tack.thread_item}});
  return {{"seams", seams}, {"rows", rows}, {"tacks", tacks}};
}

OracleJson colorwaysJson(const bom::Product& product) {
  OracleJson json = OracleJson::array();
  for (const bom::Colorway& colorway : product.colorways) {
    OracleJson colors = OracleJson::array();
    for (const bom::ColorwayColor& color : colorway.colors)
      colors.push_back({{"zone", color.zone}, {"item", color.item}, {"srgb", color.srgb}});
    json.push_back({{"code", colorway.code}, {"pieces", colorway.pieces}, {"colors", colors}});
  }
  return json;
}

}  // namespace

OracleJson productJson(const bom::Product& product) {
  OracleJson json = sewingJson(product);
  for (const char* list : {"assemblies", "uses", "pieces", "work"}) json[list] = OracleJson::array();
  for (const bom::Assembly& assembly : product.assemblies)
    json["assemblies"].push_back({{"id", assembly.id}, {"parent", assembly.parent}});
  for (const bom::Use& use : product.uses) json["uses"].push_back(useJson(use));
  for (const bom::PatternPiece& piece : product.pieces)
    json["pieces"].push_back({{"item", piece.item},
                              {"zone", piece.zone},
                              {"area_mm2", decimalText(piece.area_mm2)},
                              {"count", piece.part_ids.size()}});
  for (const bom::WorkStep& step : product.work)
    json["work"].push_back({{"operation", step.operation},
                            {"occurrences", step.occurrences},
                            {"metres", decimalText(step.metres)}});
  json["tooling"] = product.tooling;
  json["storage"] = product.storage;
  json["colorways"] = colorwaysJson(product);
  const bom::CartonPlan& carton = product.carton;
  json["carton"] = {{"pieces", carton.pieces_per_carton},
                    {"length_mm", decimalText(carton.length_mm)},
                    {"width_mm", decimalText(carton.width_mm)},
                    {"height_mm", decimalText(carton.height_mm)}};
  return json;
}

OracleJson consumptionJson(const bom::Consumption& consumption) {
  OracleJson json = OracleJson::array();
  for (const bom::ClothUse& use : consumption) {
    OracleJson markers = OracleJson::array();
    for (const bom::LaidPacks& laid : use.laid)
      markers.push_back({{"packs", laid.packs},
                         {"length_mm", decimalText(laid.length_mm)},
                         {"marker", decimalText(laid.marker)},
                         {"ends", decimalText(laid.ends)},
                         {"defects", decimalText(laid.defects)},
                         {"gross", decimalText(laid.gross)}});
    json.push_back({{"item", use.lot.item}, {"zones", use.lot.zones}, {"laid", markers}});
  }
  return json;
}

OracleJson questionJson(const bom::EstimateInput& input) {
  return {{"quantities", input.quantities},
          {"origin", input.origin},
          {"market", input.market},
          {"incoterm", input.incoterm},
          {"currency", input.currency.code()},
          {"as_of", input.as_of},
          {"freight", input.terms.freight},
          {"proof_of_origin", input.terms.proof_of_origin},
          {"buyer_pays_tooling", input.terms.buyer_pays_tooling},
          {"tooling_over", input.terms.tooling_over},
          {"words", input.words}};
}
