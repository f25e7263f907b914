#include "tests/bom/workbook_files.h"

#include <array>
#include <cstdint>

namespace {

constexpr const char* kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";
constexpr const char* kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::uint32_t checksumOf(const std::string& bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

void put(std::string& out, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i)
    out += static_cast<char>((value >> (8U * static_cast<unsigned>(i))) & 0xFFU);
}

/// The fields that an entry's two headers share.
void putCommon(std::string& out, const std::pair<std::string, std::string>& entry, unsigned flags) {
  put(out, 20, 2);
  put(out, flags, 2);
  put(out, 0, 2);
  put(out, 0x5A21'0000U, 4);
  put(out, checksumOf(entry.second), 4);
  put(out, static_cast<std::uint32_t>(entry.second.size()), 4);
  put(out, static_cast<std::uint32_t>(entry.second.size()), 4);
  put(out, static_cast<std::uint32_t>(entry.first.size()), 2);
  put(out, 0, 2);
}

std::string relationsText(const std::vector<std::array<std::string, 3>>& relations) {
  std::string text = std::string(kDeclaration) +
                     "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  for (const auto& [id, type, target] : relations)
    text += "<Relationship Id=\"" + id + "\" Type=\"" + kRelations + "/" + type + "\" Target=\"" + target +
            "\"/>";
  return text + "</Relationships>";
}

}  // namespace

std::string zipOf(const ZipEntries& entries, unsigned flags) {
  std::string out, directory;
  for (const auto& entry : entries) {
    const auto at = static_cast<std::uint32_t>(out.size());
    put(out, 0x04034B50U, 4);
    putCommon(out, entry, flags);
    out += entry.first + entry.second;
    put(directory, 0x02014B50U, 4);
    put(directory, 20, 2);
    putCommon(directory, entry, flags);
    put(directory, 0, 2);
    put(directory, 0, 2);
    put(directory, 0, 2);
    put(directory, 0, 4);
    put(directory, at, 4);
    directory += entry.first;
  }
  const auto at = static_cast<std::uint32_t>(out.size());
  out += directory;
  put(out, 0x06054B50U, 4);
  put(out, 0, 4);
  put(out, static_cast<std::uint32_t>(entries.size()), 2);
  put(out, static_cast<std::uint32_t>(entries.size()), 2);
  put(out, static_cast<std::uint32_t>(directory.size()), 4);
  put(out, at, 4);
  put(out, 0, 2);
  return out;
}

ZipEntries excelEntries() {
  const std::string main = std::string(" xmlns=\"") + kMain + "\" xmlns:r=\"" + kRelations + "\"";
  return {
      {"[Content_Types].xml", std::string(kDeclaration) + "<Types/>"},
      {"xl/workbook.xml", kDeclaration + ("<workbook" + main) +
                              "><workbookPr defaultThemeVersion=\"166925\"/><sheets><sheet name=\"Notes\" "
                              "sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Prices 2026\" sheetId=\"4\" "
                              "r:id=\"rId2\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels", relationsText({{"rId1", "worksheet", "worksheets/sheet1.xml"},
                                                    {"rId2", "worksheet", "worksheets/sheet2.xml"},
                                                    {"rId3", "styles", "styles.xml"},
                                                    {"rId4", "sharedStrings", "sharedStrings.xml"}})},
      {"xl/worksheets/sheet1.xml", kDeclaration + ("<worksheet" + main) +
                                       "><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
                                       "</sheetData></worksheet>"},
      {"xl/worksheets/sheet2.xml",
       kDeclaration + ("<worksheet" + main) +
           "><dimension ref=\"A1:F4\"/><sheetData>"
           "<row r=\"1\" spans=\"1:6\"><c r=\"A1\" t=\"s\"><v>1</v></c></row>"
           "<row r=\"3\" spans=\"1:6\"><c r=\"A3\" t=\"s\"><v>2</v></c><c r=\"B3\" t=\"s\"><v>3</v></c>"
           "<c r=\"C3\" t=\"s\"><v>4</v></c><c r=\"E3\" t=\"s\"><v>5</v></c><c r=\"F3\" "
           "t=\"s\"><v>6</v></c></row>"
           "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>7</v></c><c r=\"B4\"><v>1.1000000000000001</v></c>"
           "<c r=\"C4\" t=\"s\"><v>8</v></c><c r=\"D4\" s=\"2\"/><c r=\"E4\"><v>500</v></c>"
           "<c r=\"F4\" s=\"1\"><v>46083</v></c></row>"
           "<row r=\"5\"><c r=\"A5\" t=\"s\"><v>9</v></c><c r=\"B5\"><v>9.5000000000000001E-2</v></c>"
           "<c r=\"C5\" t=\"s\"><v>8</v></c><c r=\"E5\"><f>2*50</f><v>100</v></c></row>"
           "</sheetData></worksheet>"},
      {"xl/styles.xml", kDeclaration + ("<styleSheet" + main) +
                            "><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" "
                            "applyNumberFormat=\"1\"/><xf numFmtId=\"2\"/></cellXfs></styleSheet>"},
      {"xl/sharedStrings.xml",
       kDeclaration + ("<sst" + main) +
           " count=\"10\"><si><t>see next sheet</t></si><si><t>Mill, Ltd. price list</t></si><si><t>Item "
           "Code</t></si><si><t xml:space=\"preserve\">Unit price "
           "</t></si><si><t>Currency</t></si><si><r><t>MO"
           "</t></r><r><rPr><b/></rPr><t>Q</t></r></si><si><t>Valid "
           "from</t></si><si><t>ny210rs</t></si><si><t>"
           "USD</t></si><si><t>sr20</t><rPh><t>none</t></rPh></si></sst>"}};
}

ZipEntries libreOfficeEntries() {
  const std::string main = std::string(" xmlns=\"") + kMain + "\" xmlns:r=\"" + kRelations + "\"";
  const auto text = [](const std::string& at, const std::string& value) {
    return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
  };
  return {
      {"xl/workbook.xml", kDeclaration + ("<workbook" + main) +
                              "><workbookPr date1904=\"false\"/><sheets><sheet name=\"Sheet1\" "
                              "sheetId=\"1\" state=\"visible\" r:id=\"rId3\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       relationsText({{"rId3", "worksheet", "/xl/worksheets/sheet1.xml"}, {"rId1", "styles", "styles.xml"}})},
      {"xl/worksheets/sheet1.xml",
       kDeclaration + ("<worksheet" + main) + "><sheetData><row r=\"1\">" + text("A1", "article") +
           text("B1", "price") + text("C1", "currency") + text("D1", "date") + "</row><row r=\"2\">" +
           text("A2", "web20") + "<c r=\"B2\" s=\"0\" t=\"n\"><v>0.12</v></c>" + text("C2", "eur") +
           "<c r=\"D2\" s=\"1\" t=\"n\"><v>45657</v></c></row></sheetData></worksheet>"},
      {"xl/styles.xml", kDeclaration + ("<styleSheet" + main) +
                            "><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"General\"/><numFmt "
                            "numFmtId=\"165\" formatCode=\"[$-407]DD/MM/YYYY;@\"/></numFmts><cellXfs><xf "
                            "numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>"}};
}
