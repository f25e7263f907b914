// A tech pack as the tree of its XML document, section by section. Nothing is computed here but sums of what
// is given.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "bom/tech_pack.h"
#include "bom/xml_tree.h"

namespace bom {

/// A tech pack with the look-ups that sections share.
struct TechPackIndex {
  explicit TechPackIndex(const TechPack& source);

  const TechPack& pack;
  std::map<std::string, std::string> piece_of_part;  ///< part id -> piece code
  std::set<std::string> sewn;                        ///< part ids of seams, stitchings and tacks
  std::map<std::string, std::string> line_of_part;   ///< part id -> number of its first bill line
  std::set<std::string> parts;                       ///< every part id the document defines

  bool internal() const { return pack.edition == Edition::Internal; }
  /// Whether a part is a fitting: on the bill, but neither piece, seam, stitching nor tack.
  bool isFitting(const std::string& part) const;
  const Item* findItem(const std::string& id) const;
};

/// An element of that name.
XmlElement named(std::string_view name);
/// An attribute; blanks at the ends go and runs of blanks become one.
void put(XmlElement& element, std::string_view name, std::string_view value);
/// The same, unless the value is empty.
void putIfAny(XmlElement& element, std::string_view name, std::string_view value);
/// A length or angle with up to 3 decimals.
void putNumber(XmlElement& element, std::string_view name, double value);
/// The same, unless it is 0.
void putNumberIfAny(XmlElement& element, std::string_view name, double value);
/// A child with text, unless the text is blank. Line ends become LF.
void addText(XmlElement& parent, std::string_view name, std::string_view text);
/// Marks a section that has nothing to say.
void markNoneYet(XmlElement& section, std::string_view reason);
/// A reference to a piece, given by its code or by one of its part ids.
void putPiece(XmlElement& element, const TechPackIndex& index, const std::string& piece);

/// Sections in the order of the document.
XmlElement headerSection(const TechPackIndex& index);
XmlElement drawingsSection(const TechPackIndex& index);
XmlElement assetsSection(const TechPackIndex& index);
XmlElement colorwaysSection(const TechPackIndex& index);
XmlElement billSection(const TechPackIndex& index);
XmlElement patternSection(const TechPackIndex& index);
XmlElement constructionSection(const TechPackIndex& index);
/// Every seam's two runs walked: how long each is and whether they fit.
XmlElement seamWalkSection(const TechPackIndex& index);
XmlElement reinforcementsSection(const TechPackIndex& index);
XmlElement operationsSection(const TechPackIndex& index);
XmlElement measurementsSection(const TechPackIndex& index);
XmlElement artworkSection(const TechPackIndex& index);
XmlElement labelsSection(const TechPackIndex& index);
XmlElement packagingSection(const TechPackIndex& index);
XmlElement testPlanSection(const TechPackIndex& index);
XmlElement qualityPlanSection(const TechPackIndex& index);
XmlElement complianceSection(const TechPackIndex& index);
XmlElement costSheetSection(const TechPackIndex& index);
XmlElement revisionsSection(const TechPackIndex& index);
XmlElement usageSection(const TechPackIndex& index);

/// The whole document.
XmlElement buildTechPackTree(const TechPack& tech_pack);

}  // namespace bom
