// Small XLSX workbooks for tests, in the style of the two programs that write most of them.
#pragma once

#include <string>
#include <utility>
#include <vector>

using ZipEntries = std::vector<std::pair<std::string, std::string>>;

/// An archive of stored entries (APPNOTE.TXT 4.3); `flags` of every one.
std::string zipOf(const ZipEntries& entries, unsigned flags = 0);

/// As Excel: shared strings, numbers with their noise, a built-in date format, a first sheet of notes.
ZipEntries excelEntries();
/// As LibreOffice: inline strings, a date format of its own, prefixed relation ids.
ZipEntries libreOfficeEntries();
