// One pass over the bytes of a document. Whether tags match is left to tinyxml2.
#include "bom/xml_syntax.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <vector>

namespace bom {

namespace {

constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// XML 1.0, production 2 (Char).
bool isXmlCharacter(std::uint32_t code) {
  if (code < 0x20) return code == '\t' || code == '\n' || code == '\r';
  return code <= 0xD7FF || (code >= 0xE000 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0x10FFFF);
}

/// Bytes of the UTF-8 sequence at the front of `text` when it is the shortest form of an allowed character,
/// else 0.
std::size_t characterLength(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
  };
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) return isXmlCharacter(lead) ? 1 : 0;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
  if (length == 0 || lead > 0xF7 || text.size() < length) return 0;
  std::uint32_t code = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
    code = (code << 6U) | (byte(i) & 0x3FU);
  }
  constexpr std::array<std::uint32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};
  return code >= kSmallest[length] && isXmlCharacter(code) ? length : 0;
}

bool isNameCharacter(char c, bool first) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':';
  return letter || (!first && ((c >= '0' && c <= '9') || c == '-' || c == '.'));
}

class Scanner {
 public:
  Scanner(std::string_view xml, const std::string& file_name) : xml_(xml), file_name_(file_name) {}

  Result<void> scan() {
    if (rest().starts_with(kByteOrderMark)) at_ += kByteOrderMark.size();
    if (rest().starts_with("<?xml")) {
      if (!rest().starts_with(kDeclaration))
        return fail("the declaration must be " + std::string(kDeclaration));
      at_ += kDeclaration.size();
    }
    while (at_ < xml_.size()) {
      const auto done = xml_[at_] == '<' ? tag() : character(false);
      if (!done) return done;
    }
    return {};
  }

 private:
  std::string_view rest() const { return xml_.substr(at_); }

  tl::unexpected<Error> fail(const std::string& what) const {
    const auto line = 1 + std::count(xml_.begin(), xml_.begin() + static_cast<std::ptrdiff_t>(at_), '\n');
    return failure(file_name_ + ":" + std::to_string(line) + ": " + what);
  }

  void skipSpaces() {
    while (at_ < xml_.size() && isXmlSpace(xml_[at_])) ++at_;
  }

  std::string_view name() {
    const std::size_t start = at_;
    while (at_ < xml_.size() && isNameCharacter(xml_[at_], at_ == start)) ++at_;
    return xml_.substr(start, at_ - start);
  }

  /// One character or reference of text or of an attribute's value.
  Result<void> character(bool in_attribute) {
    if (xml_[at_] == '&') return reference();
    if (in_attribute && xml_[at_] == '<') return fail("'<' inside an attribute: write &lt;");
    if (!in_attribute && rest().starts_with("]]>")) return fail("']]>' in text: write ]]&gt;");
    const std::size_t length = characterLength(rest());
    if (length == 0) return fail("a byte that is not UTF-8 text, or a control character");
    at_ += length;
    return {};
  }

  Result<void> reference() {
    const std::string_view text = rest().substr(0, 16);
    const std::size_t end = text.find(';');
    if (end == std::string_view::npos) return fail("'&' must be written &amp;");
    const std::string_view body = text.substr(1, end - 1);
    constexpr std::array<std::string_view, 5> kNamed{"amp", "lt", "gt", "quot", "apos"};
    const bool known = std::find(kNamed.begin(), kNamed.end(), body) != kNamed.end();
    if (!known && !isNumericReference(body)) return fail("'&" + std::string(body) + ";' is not a character");
    at_ += end + 1;
    return {};
  }

  static bool isNumericReference(std::string_view body) {
    if (!body.starts_with('#')) return false;
    const bool hexadecimal = body.starts_with("#x");
    body.remove_prefix(hexadecimal ? 2 : 1);
    std::uint32_t code = 0;
    const auto [end, error] =
        std::from_chars(body.data(), body.data() + body.size(), code, hexadecimal ? 16 : 10);
    return error == std::errc() && end == body.data() + body.size() && isXmlCharacter(code) && code != '\r';
  }

  Result<void> tag() {
    if (rest().starts_with("<!"))
      return fail("comments, CDATA sections and document types are not allowed here");
    if (rest().starts_with("<?")) return fail("processing instructions are not allowed here");
    ++at_;
    const bool closing = rest().starts_with('/');
    if (closing) ++at_;
    if (name().empty()) return fail("'<' must be followed by an element's name; in text write &lt;");
    std::vector<std::string_view> names;
    while (true) {
      const std::size_t before = at_;
      skipSpaces();
      if (!closing && rest().starts_with("/>")) return advance(2);
      if (rest().starts_with('>')) return advance(1);
      if (closing || at_ == before) return fail("a tag is not closed with '>'");
      const auto read = attribute(names);
      if (!read) return read;
    }
  }

  Result<void> advance(std::size_t count) {
    at_ += count;
    return {};
  }

  Result<void> attribute(std::vector<std::string_view>& names) {
    const std::string_view attribute_name = name();
    if (attribute_name.empty()) return fail("a tag is not closed with '>'");
    if (std::find(names.begin(), names.end(), attribute_name) != names.end()) {
      return fail("attribute '" + std::string(attribute_name) + "' is there twice");
    }
    names.push_back(attribute_name);
    skipSpaces();
    if (!rest().starts_with('=')) return fail("attribute '" + std::string(attribute_name) + "' has no value");
    ++at_;
    skipSpaces();
    const char quote = at_ < xml_.size() ? xml_[at_] : ' ';
    if (quote != '"' && quote != '\'') return fail("an attribute's value must be quoted");
    ++at_;
    while (at_ < xml_.size() && xml_[at_] != quote) {
      const auto done = character(true);
      if (!done) return done;
    }
    if (at_ == xml_.size()) return fail("an attribute's value has no closing quote");
    ++at_;
    return {};
  }

  std::string_view xml_;
  const std::string& file_name_;
  std::size_t at_ = 0;
};

}  // namespace

bool isXmlSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isXmlText(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = text.front() == '\r' ? 0 : characterLength(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

std::string withUnixLines(std::string_view text) {
  std::string lines;
  lines.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      lines += text[i];
    } else {
      lines += '\n';
      if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    }
  }
  return lines;
}

std::string withPlainAttributes(std::string_view xml) {
  std::string plain;
  plain.reserve(xml.size());
  bool in_tag = false;
  char quote = 0;
  std::size_t lines = 0;  // line ends taken out of the value; they follow its closing quote, where XML allows
  for (std::size_t i = 0; i < xml.size(); ++i) {
    const char c = xml[i];
    if (quote == 0) {
      plain += c;
      if (c == '<' || c == '>') in_tag = c == '<';
      if (in_tag && (c == '"' || c == '\'')) quote = c;
    } else if (c == quote) {
      plain += c;
      plain.append(lines, '\n');
      lines = 0;
      quote = 0;
    } else if (!isXmlSpace(c)) {
      plain += c;
    } else if (c != '\r' || i + 1 == xml.size() || xml[i + 1] != '\n') {
      plain += ' ';
      lines += c == '\n' ? 1 : 0;
    }
  }
  return plain;
}

Result<void> checkXmlSyntax(std::string_view xml, const std::string& file_name) {
  return Scanner(xml, file_name).scan();
}

}  // namespace bom
