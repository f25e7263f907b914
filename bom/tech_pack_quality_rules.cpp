// Rows of the tech pack's grammar for test plan, quality plan and compliance.
#include <array>

#include "bom/tech_pack_rules.h"

namespace bom {

namespace {

constexpr std::array kQuality{
    XmlRow{
        "TestPlan", "status?:SectionStatus reason?:Token laboratory-samples?:Count", "Test*",
        "Tests of materials and of the finished product; laboratory-samples: one per material and colour."},
    XmlRow{"Test",
           "id:Token stage:ControlStage place:TestPlace severity:DefectKind specimens:Count unit?:Token "
           "status:FigureStatus",
           "Name? Standard? Threshold? Source? TestItem*",
           "Without items it is made on the finished product."},
    XmlRow{"Standard", "", "#Text", ""},
    XmlRow{"Threshold", "", "#Text", ""},
    XmlRow{"Source", "", "#Text", ""},
    XmlRow{"TestItem", "item:Token", "", ""},
    XmlRow{"QualityPlan",
           "status?:SectionStatus reason?:Token lot?:Count level?:Token sample?:Count man-days?:Count",
           "DefectClass* Booking? Incoming* InProcess* FinalCheck*",
           "Inspection of incoming goods, of the work, and of the finished lot by ISO 2859-1."},
    XmlRow{"DefectClass",
           "defect:DefectKind aql:NonNegative letter:Token plan-letter:Token sample:Count accept:Count "
           "reject:Count whole-lot:Flag",
           "", "letter is the lot's; plan-letter is where an arrow leads."},
    XmlRow{"Booking", "", "#Text", ""},
    XmlRow{"Incoming", "item:Token", "IncomingLine* Look*", "An item when it comes in, with its bill lines."},
    XmlRow{"IncomingLine", "line:Token", "", ""},
    XmlRow{"InProcess", "work:Token", "Look*", "A stage of work."},
    XmlRow{"FinalCheck", "", "Look*", "The finished lot."},
    XmlRow{"Look", "defect:DefectKind", "#Text", "What is looked for."},
    XmlRow{"Compliance",
           "status?:SectionStatus reason?:Token on?:Date textile-share-pct?:NonNegative "
           "recycled-share-pct?:NonNegative",
           "MaterialShare* Requirement* Claim*", "What the market asks on that day, and what shows it."},
    XmlRow{"MaterialShare",
           "material:Token kind:Token recycled:Flag mass-g:NonNegative share-pct:NonNegative", "",
           "Composition of one product by mass."},
    XmlRow{"Requirement", "rule:Token market:Token status:ComplianceStatus from?:Date until?:Date",
           "Instrument? Limit? Document? LegalReference? Because?", ""},
    XmlRow{"Instrument", "", "#Text", ""},
    XmlRow{"Limit", "", "#Text", ""},
    XmlRow{"Document", "", "#Text", ""},
    XmlRow{"LegalReference", "", "#Text", ""},
    XmlRow{"Because", "", "#Text", ""},
    XmlRow{"Claim", "id:Token allowed:Flag", "Name? Because? ClaimItem*",
           "Allowed only while certificates on file cover every item."},
    XmlRow{"ClaimItem", "item:Token", "#Text", ""},
};

}  // namespace

std::span<const XmlRow> qualityRows() {
  return kQuality;
}

}  // namespace bom
