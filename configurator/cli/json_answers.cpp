#include "configurator/cli/json_answers.h"

#include "configurator/cli/json_numbers.h"

namespace configurator {
namespace {

Json walkedRun(const Pack& pack, const Run& run) {
  Json parts = Json::array();
  for (const RunPart& part : run) {
    const double to = part.to_mm < 0 ? lengthOf(pack, {{part.piece, part.edge, 0, -1}}) : part.to_mm;
    parts.push_back({{"piece", part.piece},
                     {"edge", part.edge},
                     {"from_mm", millimetres(part.from_mm)},
                     {"to_mm", millimetres(to)}});
  }
  return parts;
}

Json complianceRows(const bom::QualityPlan& quality) {
  Json rows = Json::array();
  for (const bom::ComplianceRow& row : quality.compliance) {
    rows.push_back({{"market", row.market},
                    {"requirement", row.instrument + ": " + row.requirement},
                    {"status", complianceStatusName(row.status)},
                    {"from", row.from},
                    {"document", row.document}});
  }
  return rows;
}

Json suggestionJson(const Violation& violation) {
  if (!violation.suggestion) return nullptr;
  return {{"place", violation.suggestion->place}, {"value", violation.suggestion->value}};
}

}  // namespace

std::string templatesJson(const std::vector<TemplateSummary>& templates) {
  Json json = jsonObject();
  json["templates"] = Json::array();
  for (const TemplateSummary& one : templates) {
    json["templates"].push_back({{"id", one.id},
                                 {"name", one.name},
                                 {"type", one.type},
                                 {"capacity_l", one.capacity_l},
                                 {"label_means", one.label_means}});
  }
  return jsonText(json);
}

std::string checkJson(const std::vector<Violation>& violations, const bom::QualityPlan* quality) {
  Json json = jsonObject();
  json["valid"] = isValid(violations);
  json["violations"] = Json::array();
  for (const Violation& violation : violations) {
    json["violations"].push_back({{"rule", violation.rule},
                                  {"severity", violation.severity},
                                  {"message", violation.message},
                                  {"because", violation.because},
                                  {"ids", violation.ids},
                                  {"suggestion", suggestionJson(violation)}});
  }
  json["compliance"] = quality == nullptr ? Json(nullptr) : complianceRows(*quality);
  return jsonText(json);
}

std::string walkJson(const Pack& pack, bool valid) {
  Json json = jsonObject();
  json["valid"] = valid;
  json["seams"] = Json::array();
  for (const WalkedSeam& walked : walkSeams(pack)) {
    const Seam& seam = *walked.seam;
    json["seams"].push_back(
        {{"id", seam.id},
         {"runs", Json::array({walkedRun(pack, seam.runs[0]), walkedRun(pack, seam.runs[1])})},
         {"length_mm", Json::array({millimetres(walked.length_mm[0]), millimetres(walked.length_mm[1])})},
         {"ratio", seam.ratio},
         {"ok", walked.ok}});
  }
  return jsonText(json);
}

std::string renderJson(const Drawn& drawn) {
  Json json = jsonObject();
  json["valid"] = drawn.valid;
  json["file"] = drawn.file;
  json["width"] = drawn.width;
  json["height"] = drawn.height;
  json["triangles"] = drawn.triangles;
  json["ms"] = drawn.ms;
  if (!drawn.frames.empty()) json["frames"] = drawn.frames;
  if (drawn.reflective) json["reflective_cm2"] = reflectiveAreas(*drawn.reflective);
  return jsonText(json);
}

std::string verifyJson(const Verification& verification) {
  Json json = jsonObject();
  json["ok"] = verification.ok();
  json["changed"] = verification.changed;
  json["missing"] = verification.missing;
  json["extra"] = verification.extra;
  return jsonText(json);
}

std::string filesJson(const std::string& target, const std::vector<std::string>& files, bool valid) {
  Json json = jsonObject();
  json["valid"] = valid;
  json["folder"] = target;
  json["files"] = files;
  return jsonText(json);
}

std::string catalogJson(const std::vector<std::string>& messages) {
  Json json = jsonObject();
  json["ok"] = messages.empty();
  json["messages"] = messages;
  return jsonText(json);
}

std::string fileJson(const std::string& file, std::optional<bool> valid) {
  Json json = jsonObject();
  if (valid) json["valid"] = *valid;
  json["file"] = file;
  return jsonText(json);
}

}  // namespace configurator
