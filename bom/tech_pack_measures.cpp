// The size table of a tech pack: the sizes and whom they are for, every point of measure in each of them, and
// what is added to the sample size's figures.
#include <algorithm>

#include "bom/tech_pack_tree.h"

namespace bom {

namespace {

bool isAmong(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// The run's sizes in its order, then those that only measures name.
std::vector<std::string> sizesOf(const Product& product) {
  std::vector<std::string> sizes;
  for (const SizeRun::Size& size : product.size_run.sizes) sizes.push_back(size.id);
  for (const PointOfMeasure& measure : product.measures) {
    if (!isAmong(sizes, measure.size)) sizes.push_back(measure.size);
  }
  return sizes;
}

/// Measures by id in order of first appearance, each with its sizes.
std::vector<std::vector<const PointOfMeasure*>> groupedMeasures(const std::vector<PointOfMeasure>& measures) {
  std::vector<std::vector<const PointOfMeasure*>> groups;
  for (const PointOfMeasure& measure : measures) {
    const auto group = std::find_if(groups.begin(), groups.end(),
                                    [&](const auto& known) { return known.front()->id == measure.id; });
    if (group == groups.end()) {
      groups.push_back({&measure});
    } else {
      group->push_back(&measure);
    }
  }
  return groups;
}

XmlElement sizeRunElement(const Product& product) {
  const SizeRun& run = product.size_run;
  XmlElement element = named("SizeRun");
  addText(element, "Name", run.measured);
  addText(element, "How", run.how);
  for (const std::string& id : sizesOf(product)) {
    XmlElement size = named("Size");
    put(size, "id", id);
    const auto known =
        std::find_if(run.sizes.begin(), run.sizes.end(), [&](const auto& one) { return one.id == id; });
    if (known != run.sizes.end()) {
      putNumber(size, "from-mm", known->from_mm);
      putNumber(size, "to-mm", known->to_mm);
    }
    element.children.push_back(std::move(size));
  }
  return element;
}

XmlElement measureElement(const std::vector<const PointOfMeasure*>& sizes) {
  const PointOfMeasure& first = *sizes.front();
  XmlElement element = named("Measure");
  put(element, "id", first.id);
  put(element, "unit", first.unit);
  put(element, "critical", first.critical ? "true" : "false");
  addText(element, "Name", first.name);
  addText(element, "How", first.how);
  for (const PointOfMeasure* measure : sizes) {
    XmlElement size = named("SizeSpec");
    put(size, "measure", measure->id);
    put(size, "size", measure->size);
    putNumber(size, "value", measure->value);
    putNumber(size, "plus", measure->tol_plus);
    putNumber(size, "minus", measure->tol_minus);
    element.children.push_back(std::move(size));
  }
  return element;
}

/// One rule for each figure of the table, the sample size's own (0) too: so a table that lacks a figure, or a
/// rule that lacks one, shows.
XmlElement gradeElement(const TechPackIndex& index) {
  const Product& product = index.pack.product;
  XmlElement grade = named("Grade");
  if (product.measures.empty()) {
    markNoneYet(grade, "there are no measures to grade");
    return grade;
  }
  const std::vector<std::string> sizes = sizesOf(product);
  const std::string& sample = product.style.sample_size;
  const std::string& base = isAmong(sizes, sample) ? sample : sizes.front();
  put(grade, "base-size", base);
  for (const auto& group : groupedMeasures(product.measures)) {
    const auto at_base =
        std::find_if(group.begin(), group.end(), [&](const auto* m) { return m->size == base; });
    for (const PointOfMeasure* measure : group) {
      XmlElement rule = named("GradeRule");
      put(rule, "measure", measure->id);
      put(rule, "size", measure->size);
      putNumber(rule, "delta", at_base == group.end() ? 0 : measure->value - (*at_base)->value);
      grade.children.push_back(std::move(rule));
    }
  }
  return grade;
}

}  // namespace

XmlElement measurementsSection(const TechPackIndex& index) {
  const Product& product = index.pack.product;
  XmlElement section = named("Measurements");
  if (product.measures.empty())
    markNoneYet(section, "no measures have been derived for this style");
  else
    section.children.push_back(sizeRunElement(product));
  for (const auto& group : groupedMeasures(product.measures))
    section.children.push_back(measureElement(group));
  section.children.push_back(gradeElement(index));
  return section;
}

}  // namespace bom
