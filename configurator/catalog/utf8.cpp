// Decodes by the table of well-formed byte sequences (Unicode 15, table 3-7); the allowed characters are
// XML 1.0's.
#include "configurator/catalog/utf8.h"

namespace configurator {

namespace {

unsigned byteAt(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

bool isContinuation(unsigned byte, unsigned low = 0x80U, unsigned high = 0xBFU) {
  return byte >= low && byte <= high;
}

/// Bytes of the clean character at `at`; 0 when it is not clean.
std::size_t cleanSize(std::string_view text, std::size_t at) {
  const unsigned a = byteAt(text, at), b = byteAt(text, at + 1), c = byteAt(text, at + 2),
                 d = byteAt(text, at + 3);
  if (a < 0x80U) return a >= 0x20U || a == '\t' || a == '\n' ? (a == 0x7FU ? 0 : 1) : 0;
  if (a >= 0xC2U && a <= 0xDFU) {
    if (a == 0xC2U && b < 0xA0U) return 0;  // C1 control characters
    return isContinuation(b) ? 2 : 0;
  }
  if (a >= 0xE0U && a <= 0xEFU) {
    const unsigned low = a == 0xE0U ? 0xA0U : 0x80U,
                   high = a == 0xEDU ? 0x9FU : 0xBFU;  // no overlong, no surrogate
    if (!isContinuation(b, low, high) || !isContinuation(c)) return 0;
    const bool noncharacter = a == 0xEFU && b == 0xBFU && c >= 0xBEU;  // U+FFFE, U+FFFF
    return noncharacter ? 0 : 3;
  }
  if (a >= 0xF0U && a <= 0xF4U) {
    const unsigned low = a == 0xF0U ? 0x90U : 0x80U, high = a == 0xF4U ? 0x8FU : 0xBFU;
    return isContinuation(b, low, high) && isContinuation(c) && isContinuation(d) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::size_t findUnclean(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t size = cleanSize(text, at);
    if (size == 0) return at;
    at += size;
  }
  return std::string_view::npos;
}

std::string withUnixLines(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out += text[i];
    } else if (i + 1 >= text.size() || text[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\n";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(kSpace) - first + 1));
}

std::string cleaned(std::string_view text) {
  const std::string lines = withUnixLines(text);
  std::string out;
  out.reserve(lines.size());
  std::size_t at = 0;
  while (at < lines.size()) {
    const std::size_t size = cleanSize(lines, at);
    if (size == 0) {
      out += "\xEF\xBF\xBD";
      ++at;
    } else {
      out.append(lines, at, size);
      at += size;
    }
  }
  return out;
}

}  // namespace configurator
