// Look-ups and small writers of tech pack sections, and the document that holds them.
#include "bom/tech_pack_tree.h"

#include "bom/number_text.h"
#include "bom/tech_pack_rules.h"
#include "bom/xml_syntax.h"

namespace bom {

namespace {

bool isBlank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string withSingleBlanks(std::string_view text) {
  std::string words;
  bool pending = false;
  for (const char c : text) {
    if (isBlank(c)) {
      pending = !words.empty();
      continue;
    }
    if (pending) words += ' ';
    pending = false;
    words += c;
  }
  return words;
}

XmlElement emptySection(std::string_view name, std::string_view reason) {
  XmlElement section = named(name);
  markNoneYet(section, reason);
  return section;
}

}  // namespace

TechPackIndex::TechPackIndex(const TechPack& source) : pack(source) {
  for (const PatternPiece& piece : pack.product.pieces) {
    for (const std::string& part : piece.part_ids) piece_of_part.emplace(part, piece.code);
  }
  for (const ConstructionSeam& seam : pack.product.seams) sewn.insert(seam.id);
  for (const ConstructionStitch& stitching : pack.product.stitches) sewn.insert(stitching.id);
  for (const Reinforcement& tack : pack.product.reinforcements) sewn.insert(tack.id);
  parts = sewn;
  for (const auto& [part, code] : piece_of_part) parts.insert(part);
  for (const BillLine& line : pack.bill.lines) {
    for (const std::string& part : line.part_ids) {
      line_of_part.emplace(part, line.number);
      parts.insert(part);
    }
  }
}

bool TechPackIndex::isFitting(const std::string& part) const {
  return !piece_of_part.contains(part) && !sewn.contains(part);
}

const Item* TechPackIndex::findItem(const std::string& id) const {
  const auto found = pack.book.items.find(id);
  return found == pack.book.items.end() ? nullptr : &found->second;
}

XmlElement named(std::string_view name) {
  XmlElement element;
  element.name = name;
  return element;
}

void put(XmlElement& element, std::string_view name, std::string_view value) {
  element.attributes.emplace_back(name, withSingleBlanks(value));
}

void putIfAny(XmlElement& element, std::string_view name, std::string_view value) {
  if (!withSingleBlanks(value).empty()) put(element, name, value);
}

void putNumber(XmlElement& element, std::string_view name, double value) {
  put(element, name, formatDouble(value, 3));
}

void putNumberIfAny(XmlElement& element, std::string_view name, double value) {
  if (value != 0) putNumber(element, name, value);
}

void addText(XmlElement& parent, std::string_view name, std::string_view text) {
  if (withSingleBlanks(text).empty()) return;
  XmlElement child = named(name);
  child.text = withUnixLines(text);
  parent.children.push_back(std::move(child));
}

void markNoneYet(XmlElement& section, std::string_view reason) {
  put(section, "status", "none-yet");
  put(section, "reason", reason);
}

void putPiece(XmlElement& element, const TechPackIndex& index, const std::string& piece) {
  const auto of_part = index.piece_of_part.find(piece);
  putIfAny(element, "piece", of_part == index.piece_of_part.end() ? piece : of_part->second);
  if (of_part != index.piece_of_part.end() && of_part->second != piece) put(element, "part", piece);
}

XmlElement buildTechPackTree(const TechPack& tech_pack) {
  const TechPackIndex index(tech_pack);
  XmlElement root = named("TechPack");
  put(root, "xmlns", techPackRules().target);
  put(root, "version", "1");
  put(root, "edition", index.internal() ? "internal" : "factory");
  put(root, "issued", tech_pack.issued);
  put(root, "program", tech_pack.program);
  for (const auto section : {headerSection, drawingsSection, assetsSection, colorwaysSection, billSection,
                             patternSection, constructionSection, seamWalkSection, reinforcementsSection,
                             operationsSection, measurementsSection, artworkSection, labelsSection,
                             packagingSection, testPlanSection, qualityPlanSection, complianceSection}) {
    root.children.push_back(section(index));
  }
  root.children.push_back(costSheetSection(index));
  root.children.push_back(emptySection("Approvals", "no sample has been made of this style"));
  root.children.push_back(revisionsSection(index));
  root.children.push_back(usageSection(index));
  return root;
}

}  // namespace bom
