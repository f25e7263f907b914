// What quality is planned and judged from: sampling tables, points of inspection, test methods, rules of
// markets, claims and the certificates on file. Values only; the catalog reads them from files.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "bom/item.h"

namespace bom {

/// Lots of `from` to `to` pieces: the code letter at each inspection level ("II" -> "J"). ISO 2859-1 table 1.
struct LotRange {
  std::int64_t from = 0, to = 0;  ///< 0: no end
  std::map<std::string, std::string> letters;
};

/// A cell of ISO 2859-1 table 2-A: a plan, or an arrow to the next plan above or below it.
struct SamplingCell {
  enum class Kind { Plan, Up, Down };
  Kind kind = Kind::Plan;
  std::int64_t accept = 0, reject = 1;
};

/// A row of that table: pieces to draw and the cell of each AQL ("2.5", as the standard writes it).
struct SampleRow {
  std::string letter;
  std::int64_t size = 0;
  std::map<std::string, SamplingCell> cells;
};

/// Inspection level and AQL per defect class. Critical defects are never accepted: their AQL is 0.
struct AqlPreset {
  std::string id, level, major, minor;
  std::vector<std::string> where;  ///< as in ComplianceRule; "any" for the one that others stand in for
  std::string booking;             ///< what to mind when the inspector is booked
  Provenance provenance;
};

/// What is looked for when goods come in (IQC), at a stage of work (IPQC) or at the finished lot (FQC).
struct InspectionPoint {
  std::string id, stage, defect;      ///< defect: "critical" "major" "minor"
  std::vector<BillSection> sections;  ///< of IQC
  std::vector<std::string> works;     ///< stages of work, of IPQC
  std::string look;
  Provenance provenance;
};

/// A test and what it is for. A list that is empty does not narrow; all that are given must fit.
struct TestMethod {
  std::string id, name, standard, stage;
  std::string place;  ///< "laboratory" "supplier" "factory"
  std::string threshold, unit, severity;
  std::vector<BillSection> sections;  ///< of items; empty: a test of the finished product
  std::vector<std::string> families, categories, finishes;
  std::vector<BillSection> parts;  ///< what the finished product must have, any of
  std::vector<std::string> where;  ///< as in ComplianceRule; empty: everywhere
  std::string sun;                 ///< least sun of the market: "high", or empty
  std::int64_t samples = 1;        ///< pieces of the product, or specimens of each material and colour
  Provenance provenance;
};

/// What a fibre or material word of a composition stands for.
struct MaterialWord {
  std::string id, name;
  std::string kind;  ///< "textile" "polymer" "metal" "mineral" "paper" "electronics"
  bool recycled = false;
};

/// A law or scheme of a market. It applies from..until where all conditions that are given hold.
struct ComplianceRule {
  std::string id, instrument, requirement, document, reference, reason;
  std::vector<std::string> where;  ///< market, customs area or compliance region, or "any"
  std::string from, until;         ///< YYYY-MM-DD, both included; empty: no bound
  // conditions
  Ratio textile_from;  ///< least textile share by mass; 0: any
  std::vector<std::string> kinds, items, types, finishes, claims, uses;
  std::vector<BillSection> sections;
  // what meets it
  std::vector<std::string> forbidden_finishes, labels;
  std::string evidence;  ///< scope of a certificate; empty: none is asked for
  std::string of;        ///< who holds it: "product" (the brand) or "items" (each supplier concerned)
  Provenance provenance;
};

/// A claim, the words that items make it with, and the scopes of certificates that cover it.
struct ClaimRule {
  std::string id, name;
  std::vector<std::string> words, scopes;
  bool recycled = false;  ///< made by recycled material in the composition as well
  std::string reason;
};

/// A certificate on file. `holder` is a supplier id, or "brand" for documents of the product itself.
struct Certificate {
  std::string number, scope, holder;
  std::string from, expires;         ///< YYYY-MM-DD, both days included
  std::vector<std::string> covered;  ///< item ids, of the brand's documents style numbers; empty: all
};

struct QualityBook {
  std::vector<LotRange> lots;      ///< ascending
  std::vector<SampleRow> samples;  ///< ascending size
  std::vector<AqlPreset> presets;
  std::vector<InspectionPoint> points;
  std::vector<TestMethod> tests;
  std::map<std::string, MaterialWord> materials;
  std::vector<ComplianceRule> rules;
  std::vector<ClaimRule> claims;
  std::vector<Certificate> certificates;
};

}  // namespace bom
