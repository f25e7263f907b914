// The complete document for the factory as one value, and its XML form (assets/schemas/techpack.xsd, version
// 1).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bom/estimate.h"
#include "bom/quality/quality_plan.h"

namespace bom {

enum class Edition { Factory, Internal };  ///< Factory: no price, no target FOB, CostSheet status="withheld"

struct Anchor {
  std::string part_id;
  double x = 0, y = 0;  ///< 0..1 from the picture's top left
};
struct Drawing {
  std::string id, title, file;  ///< file name beside the XML
  std::vector<Anchor> anchors;
};

/// A model or rendering beside the XML.
struct AssetFile {
  std::string file, kind;  ///< kind: "model", "rendering"
  std::string colorway;    ///< code, or empty for all
};

/// What a tech pack is made of. Writers read it; nothing in it is computed by them.
struct TechPack {
  Edition edition = Edition::Factory;
  std::string issued;   ///< YYYY-MM-DD
  std::string program;  ///< "Rucksmith 0.1.0"
  Product product;
  Bill bill;
  Estimate estimate;  ///< written in the internal edition only
  PriceBook book;     ///< only the rows that the bill and the work name
  std::vector<Drawing> drawings;
  std::vector<AssetFile> assets{};
  QualityPlan quality{};  ///< of the bill's quantity
};

/// UTF-8 XML, always the same bytes for the same tech pack.
std::string writeTechPackXml(const TechPack& tech_pack);

/// A tech pack document read back as far as needed to write it again with the same bytes. Refuses what the
/// XSD refuses: unknown elements and attributes, wrong types, dangling references, with file and line.
Result<std::string> rewriteTechPackXml(std::string_view xml, std::string_view file_name);

/// The bill as CSV (RFC 4180, UTF-8, CRLF): columns of bom_columns; no price column in the factory edition.
std::string writeBillCsv(const TechPack& tech_pack);

}  // namespace bom
