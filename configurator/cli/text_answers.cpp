#include "configurator/cli/text_answers.h"

#include <algorithm>

#include "bom/number_text.h"
#include "configurator/catalog/number_text.h"
#include "configurator/cli/text_carry.h"
#include "configurator/cli/text_table.h"

namespace configurator {
namespace {

std::string countOf(const std::vector<Violation>& violations, const std::string& severity) {
  const auto count = std::count_if(violations.begin(), violations.end(), [&](const Violation& violation) {
    return violation.severity == severity;
  });
  return std::to_string(count) + " " + severity + (count == 1 ? "" : "s");
}

void addFiles(std::string& text, const std::string& what, const std::vector<std::string>& names) {
  for (const std::string& name : names) text += what + "  " + name + "\n";
}

}  // namespace

std::string templatesText(const std::vector<TemplateSummary>& templates) {
  TextTable table({Align::Left, Align::Left, Align::Left, Align::Right, Align::Left});
  table.add({"id", "name", "type", "capacity l", "for"});
  table.addRule();
  for (const TemplateSummary& one : templates) {
    table.add({one.id, one.name, one.type, formatNumber(one.capacity_l), one.description});
  }
  return table.text();
}

std::string drawnText(const Drawn& drawn) {
  std::string text;
  for (const std::string& frame : drawn.frames) text += frame + "\n";
  text += drawn.file + "\n";
  if (drawn.reflective) text += "reflective  " + reflectiveText(*drawn.reflective) + "\n";
  return text;
}

std::string refusalText(const std::vector<Violation>& violations) {
  std::string text;
  for (const Violation& violation : violations) {
    if (violation.severity != "error") continue;
    text += "  " + violation.rule + ": " + violation.message + "\n    " + violation.because + "\n";
  }
  return text;
}

std::string checkText(const std::vector<Violation>& violations) {
  if (violations.empty()) return "The design keeps all rules.\n";
  std::string text;
  for (const Violation& violation : violations) {
    text += violation.severity + "  " + violation.rule + "\n  " + violation.message + "\n  " +
            violation.because + "\n";
    if (violation.suggestion)
      text += "  Better: " + violation.suggestion->place + "=" + violation.suggestion->value + "\n";
  }
  return text + countOf(violations, "error") + ", " + countOf(violations, "warning") + ", " +
         countOf(violations, "hint") + "\n";
}

std::string walkText(const Pack& pack) {
  TextTable table({Align::Left, Align::Right, Align::Right, Align::Right, Align::Left});
  table.add({"seam", "run 1 mm", "run 2 mm", "ratio", "fits"});
  table.addRule();
  int misfits = 0;
  const std::vector<WalkedSeam> seams = walkSeams(pack);
  for (const WalkedSeam& walked : seams) {
    misfits += walked.ok ? 0 : 1;
    table.add({walked.seam->id, bom::formatDouble(walked.length_mm[0], 1),
               bom::formatDouble(walked.length_mm[1], 1), bom::formatDouble(walked.seam->ratio, 3),
               walked.ok ? "yes" : "NO"});
  }
  return table.text() + std::to_string(seams.size()) + " seams, " + std::to_string(misfits) + " do not fit\n";
}

std::string verifyText(const Verification& verification) {
  if (verification.ok()) return "The folder holds what was exported.\n";
  std::string text;
  addFiles(text, "changed", verification.changed);
  addFiles(text, "missing", verification.missing);
  addFiles(text, "extra  ", verification.extra);
  return text;
}

}  // namespace configurator
