// Test plan, quality plan and compliance of a tech pack.
#include "bom/number_text.h"
#include "bom/tech_pack_tree.h"

namespace bom {

namespace {

std::string sharePercent(Ratio share) {
  return formatRounded(share.billionths(), 7, 2);
}

std::string flagText(bool flag) {
  return flag ? "true" : "false";
}

XmlElement testElement(const TestRow& row) {
  const TestMethod& method = row.method;
  XmlElement element = named("Test");
  put(element, "id", method.id);
  put(element, "stage", method.stage);
  put(element, "place", method.place);
  put(element, "severity", method.severity);
  put(element, "specimens", std::to_string(row.specimens));
  putIfAny(element, "unit", method.unit);
  put(element, "status", figureStatusName(method.provenance.status));
  addText(element, "Name", method.name);
  addText(element, "Standard", method.standard);
  addText(element, "Threshold", method.threshold);
  addText(element, "Source", method.provenance.source);
  for (const std::string& item : row.items) {
    XmlElement child = named("TestItem");
    put(child, "item", item);
    element.children.push_back(std::move(child));
  }
  return element;
}

XmlElement classElement(const DefectClass& one) {
  XmlElement element = named("DefectClass");
  put(element, "defect", one.defect);
  put(element, "aql", one.aql);
  put(element, "letter", one.plan.code_letter);
  put(element, "plan-letter", one.plan.letter);
  put(element, "sample", std::to_string(one.plan.size));
  put(element, "accept", std::to_string(one.plan.accept));
  put(element, "reject", std::to_string(one.plan.reject));
  put(element, "whole-lot", flagText(one.plan.whole_lot));
  return element;
}

XmlElement inspectionElement(const InspectionRow& row) {
  XmlElement element = named(row.stage == "IQC"    ? "Incoming"
                             : row.stage == "IPQC" ? "InProcess"
                                                   : "FinalCheck");
  putIfAny(element, "item", row.item);
  putIfAny(element, "work", row.work);
  for (const std::string& line : row.lines) {
    XmlElement child = named("IncomingLine");
    put(child, "line", line);
    element.children.push_back(std::move(child));
  }
  for (const InspectionLook& look : row.looks) {
    XmlElement child = named("Look");
    put(child, "defect", look.defect);
    child.text = look.look;
    element.children.push_back(std::move(child));
  }
  return element;
}

XmlElement materialElement(const CompositionPart& part) {
  XmlElement element = named("MaterialShare");
  put(element, "material", part.material);
  put(element, "kind", part.kind);
  put(element, "recycled", flagText(part.recycled));
  put(element, "mass-g", formatRounded(part.mass.millionths(), 6, 3));
  put(element, "share-pct", sharePercent(part.share));
  return element;
}

XmlElement requirementElement(const ComplianceRow& row) {
  XmlElement element = named("Requirement");
  put(element, "rule", row.rule);
  put(element, "market", row.market);
  put(element, "status", complianceStatusName(row.status));
  putIfAny(element, "from", row.from);
  putIfAny(element, "until", row.until);
  addText(element, "Instrument", row.instrument);
  addText(element, "Limit", row.requirement);
  addText(element, "Document", row.document);
  addText(element, "LegalReference", row.reference);
  addText(element, "Because", row.because);
  return element;
}

XmlElement claimElement(const ClaimFinding& claim) {
  XmlElement element = named("Claim");
  put(element, "id", claim.claim);
  put(element, "allowed", flagText(claim.isAllowed()));
  addText(element, "Name", claim.name);
  addText(element, "Because", claim.reason);
  for (const ClaimedItem& one : claim.items) {
    XmlElement child = named("ClaimItem");
    put(child, "item", one.item);
    child.text = one.objection.empty() ? "covered" : one.objection;
    element.children.push_back(std::move(child));
  }
  return element;
}

}  // namespace

XmlElement testPlanSection(const TechPackIndex& index) {
  const TestPlan& plan = index.pack.quality.tests;
  XmlElement section = named("TestPlan");
  if (plan.rows.empty()) {
    markNoneYet(section, "no tests have been agreed for this style");
    return section;
  }
  put(section, "laboratory-samples", std::to_string(plan.laboratory_samples.size()));
  for (const TestRow& row : plan.rows) section.children.push_back(testElement(row));
  return section;
}

XmlElement qualityPlanSection(const TechPackIndex& index) {
  const InspectionPlan& plan = index.pack.quality.inspection;
  XmlElement section = named("QualityPlan");
  if (plan.rows.empty() && plan.classes.empty()) {
    markNoneYet(section, "no inspection has been agreed for this style");
    return section;
  }
  put(section, "lot", std::to_string(plan.lot));
  putIfAny(section, "level", plan.level);
  put(section, "sample", std::to_string(plan.sample));
  put(section, "man-days", std::to_string(plan.man_days));
  for (const DefectClass& one : plan.classes) section.children.push_back(classElement(one));
  addText(section, "Booking", plan.booking);
  for (const InspectionRow& row : plan.rows) section.children.push_back(inspectionElement(row));
  return section;
}

XmlElement complianceSection(const TechPackIndex& index) {
  const QualityPlan& plan = index.pack.quality;
  XmlElement section = named("Compliance");
  if (plan.compliance.empty()) {
    markNoneYet(section, "the market's requirements have not been checked for this style");
    return section;
  }
  put(section, "on", plan.on);
  put(section, "textile-share-pct", sharePercent(plan.composition.textile));
  put(section, "recycled-share-pct", sharePercent(plan.composition.recycled));
  for (const CompositionPart& part : plan.composition.parts)
    section.children.push_back(materialElement(part));
  for (const ComplianceRow& row : plan.compliance) section.children.push_back(requirementElement(row));
  for (const ClaimFinding& claim : plan.claims) section.children.push_back(claimElement(claim));
  return section;
}

}  // namespace bom
