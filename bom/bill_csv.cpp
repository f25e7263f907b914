// The bill as a factory reads it in a spreadsheet: one row per assembly and line, amounts for one product.
// RFC 4180: CRLF, quotes doubled. Columns that nothing is known for yet (who is nominated, approved
// alternates, compliance, changes) stand empty: a factory looks for them and fills them in.
#include <algorithm>

#include "bom/exact.h"
#include "bom/number_text.h"
#include "bom/plan/lead_times.h"
#include "bom/tech_pack.h"
#include "bom/xml_syntax.h"

namespace bom {

namespace {

using Row = std::vector<std::string>;

constexpr std::size_t kColumnsBeforeColours = 15;
constexpr std::size_t kColumnsBeforeMass = 7;  // from the unit on

/// A field; one that a spreadsheet would run as a formula is opened with a quote mark.
std::string field(const std::string& value) {
  std::string text = withUnixLines(value);
  if (!text.empty() && std::string_view("=+@").find(text.front()) != std::string_view::npos)
    text.insert(0, 1, '\'');
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

void append(std::string& csv, const Row& row) {
  for (std::size_t i = 0; i < row.size(); ++i) csv += (i == 0 ? "" : ",") + field(row[i]);
  csv += "\r\n";
}

template <typename Range, typename Text>
std::string joined(const Range& range, const char* separator, Text text) {
  std::string result;
  for (const auto& element : range) result += (result.empty() ? "" : separator) + text(element);
  return result;
}

std::string compositionOf(const Item& item) {
  return joined(item.composition, ", ",
                [](const Component& part) { return formatPercent(part.share) + "% " + part.fibre; });
}

std::string colorOf(const Colorway& colorway, const std::string& zone) {
  for (const ColorwayColor& color : colorway.colors) {
    if (color.zone != zone || zone.empty()) continue;
    std::string text = color.name.empty() ? color.srgb : color.name;
    if (!color.pantone.empty()) text += " (" + color.pantone + ")";
    return text;
  }
  return {};
}

std::string wastePercent(const BillLine& line) {
  std::int64_t waste = 0;
  for (const Waste& part : line.waste) waste = addExact(waste, part.amount.millionths());
  if (line.net.millionths() <= 0) return "0";
  return formatRounded(scaleRounded(waste, kBillion, line.net.millionths()), 7, 1);
}

Row heading(const TechPack& pack) {
  Row row{"line",          "level",
          "parent",        "section",
          "assembly",      "placement",
          "material code", "description",
          "composition",   "specification",
          "finish",        "supplier",
          "nominated",     "alternates approved",
          "brand"};
  for (const Colorway& colorway : pack.product.colorways) row.push_back("colour " + colorway.code);
  for (const char* name :
       {"unit", "net", "waste reason", "waste %", "gross", "unit mass g", "unit mass basis", "mass g"})
    row.push_back(name);
  if (pack.edition == Edition::Internal) {
    for (const char* name : {"unit price", "currency", "extended"}) row.push_back(name);
  }
  for (const char* name :
       {"MOQ", "lead time days", "lead time status", "supplier country", "certificates", "recycled %",
        "compliance flags", "HS code", "status", "source", "change", "parts"}) {
    row.push_back(name);
  }
  return row;
}

std::string recycledPercent(const Item& item) {
  if (item.composition.empty()) return {};
  Ratio recycled;
  for (const Component& part : item.composition) {
    if (part.fibre.starts_with("recycled")) recycled = recycled + part.share;
  }
  return formatPercent(recycled);
}

/// What the grams of an item are of: sheet goods are weighed by area though they are bought by the metre.
std::string massBasis(const Item& item) {
  return "g per " + std::string(item.sheet ? "m2" : unitSymbol(item.unit));
}

Row assemblyRow(const TechPack& pack, const BillLine& line) {
  Row row{line.number, std::to_string(line.level), line.parent, "", line.assembly, line.placement};
  row.resize(kColumnsBeforeColours + pack.product.colorways.size() + kColumnsBeforeMass);
  row.push_back(formatRounded(line.mass.millionths(), 6, 2));
  if (pack.edition == Edition::Internal) {
    row.emplace_back();
    row.emplace_back(pack.bill.currency.code());
    row.push_back(formatUnitMoney(line.extended));
  }
  row.resize(heading(pack).size());
  return row;
}

Row itemRow(const TechPack& pack, const BillLine& line, const LineLead& lead) {
  const Item unknown;
  const auto found = pack.book.items.find(line.item);
  const Item& item = found == pack.book.items.end() ? unknown : found->second;
  const auto supplier = pack.book.suppliers.find(item.supplier);
  const bool has_supplier = supplier != pack.book.suppliers.end();
  Row row{line.number,
          std::to_string(line.level),
          line.parent,
          std::string(billSectionName(item.section)),
          line.assembly,
          line.placement,
          line.item,
          item.name,
          compositionOf(item),
          item.spec,
          item.finish,
          has_supplier ? supplier->second.name : item.supplier,
          "",
          "",
          item.brand};
  for (const Colorway& colorway : pack.product.colorways) row.push_back(colorOf(colorway, line.zone));
  row.emplace_back(unitCode(line.net.unit()));
  row.push_back(formatQuantity(line.net));
  row.push_back(joined(line.waste, "; ", [](const Waste& waste) { return waste.reason; }));
  row.push_back(wastePercent(line));
  row.push_back(formatQuantity(line.gross));
  row.push_back(formatQuantity(item.mass));
  row.push_back(massBasis(item));
  row.push_back(formatRounded(line.mass.millionths(), 6, 2));
  if (pack.edition == Edition::Internal) {
    row.push_back(formatUnitMoney(line.unit_price));
    row.emplace_back(pack.bill.currency.code());
    row.push_back(formatUnitMoney(line.extended));
  }
  row.push_back(item.moq.millionths() == 0 ? "" : formatQuantity(item.moq));
  const bool has_lead = lead.days.high > 0;
  row.push_back(has_lead ? std::to_string(lead.days.typical) : "");
  row.emplace_back(has_lead ? figureStatusName(lead.status) : "");
  row.push_back(has_supplier ? supplier->second.country : "");
  row.push_back(joined(item.certificates, "; ", [](const std::string& name) { return name; }));
  row.push_back(recycledPercent(item));
  row.emplace_back();
  row.push_back(item.hs_code);
  row.emplace_back(figureStatusName(line.status));
  row.push_back(pack.edition == Edition::Internal ? item.price_provenance.source
                                                  : item.mass_provenance.source);
  row.emplace_back();
  row.push_back(joined(line.part_ids, " ", [](const std::string& id) { return id; }));
  return row;
}

}  // namespace

std::string writeBillCsv(const TechPack& tech_pack) {
  std::string csv;
  append(csv, heading(tech_pack));
  const std::vector<BillLine>& lines = tech_pack.bill.lines;
  const std::vector<LineLead> leads = leadTimesOf(tech_pack.product, lines, tech_pack.book);
  for (std::size_t i = 0; i < lines.size(); ++i)
    append(csv,
           lines[i].is_assembly ? assemblyRow(tech_pack, lines[i]) : itemRow(tech_pack, lines[i], leads[i]));
  return csv;
}

}  // namespace bom
