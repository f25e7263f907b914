// A tokenizer for the subset of XML 1.0 that our files use: no document type, no processing instructions,
// UTF-8.
#include "configurator/catalog/xml_syntax.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "configurator/catalog/characters.h"
#include "configurator/catalog/utf8.h"

namespace configurator {

namespace {

constexpr std::size_t kDeepest = 60;

bool isNameStart(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool isNameCharacter(char c) {
  return isNameStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool scan() {
    if (startsWith("\xEF\xBB\xBF")) at_ = 3;
    if (startsWith("<?xml") && !scanDeclaration()) return false;
    while (at_ < text_.size()) {
      if (!scanPart()) return false;
    }
    if (open_.empty()) return true;
    return wrong("<" + open_.back().name + "> is not closed", open_.back().at);
  }

  XmlSyntaxError error() const { return {lineOf(error_at_), what_}; }

 private:
  bool scanPart() {
    if (startsWith("<!--")) return scanComment();
    if (startsWith("<![CDATA[")) {
      if (open_.empty()) return wrong("text stands outside the root element");
      return skipPast("]]>", "a CDATA section does not end");
    }
    if (startsWith("<!")) return wrong("a document type (<!DOCTYPE>) is not allowed");
    if (startsWith("<?")) return wrong("a processing instruction (<?…?>) is not allowed");
    if (startsWith("</")) return scanEndTag();
    if (text_[at_] == '<') return scanTag();
    return scanText();
  }

  bool scanDeclaration() {
    const std::size_t end = text_.find("?>", at_);
    if (end == std::string::npos) return wrong("the XML declaration does not end");
    std::string inside(text_.substr(at_ + 5, end - at_ - 5));
    std::replace(inside.begin(), inside.end(), '\'', '"');
    std::transform(inside.begin(), inside.end(), inside.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    while (!inside.empty() && isSpace(inside.back())) inside.pop_back();
    if (inside != " version=\"1.0\"" && inside != " version=\"1.0\" encoding=\"utf-8\"") {
      return wrong("the XML declaration must read <?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    }
    at_ = end + 2;
    return true;
  }

  bool scanComment() {
    const std::size_t end = text_.find("--", at_ + 4);
    if (end == std::string::npos) return wrong("a comment does not end");
    if (text_.compare(end, 3, "-->") != 0) return wrong("\"--\" is not allowed inside a comment", end);
    at_ = end + 3;
    return true;
  }

  bool scanText() {
    const std::size_t end = std::min(text_.find('<', at_), text_.size());
    for (; at_ < end; ++at_) {
      if (text_[at_] == '&' && !scanReference()) return false;
      if (text_.compare(at_, 3, "]]>") == 0) return wrong("\"]]>\" is not allowed in text");
      if (open_.empty() && !isSpace(text_[at_])) return wrong("text stands outside the root element");
    }
    return true;
  }

  bool scanEndTag() {
    const std::size_t start = at_;
    at_ += 2;
    if (!scanName()) return wrong("an end tag has no name", start);
    const std::string name(text_.substr(start + 2, at_ - start - 2));
    skipSpace();
    if (!accept('>')) return wrong("</" + name + " does not end with \">\"", start);
    if (open_.empty()) return wrong("</" + name + "> closes nothing", start);
    if (open_.back().name != name) {
      const std::string line = std::to_string(lineOf(open_.back().at));
      return wrong(
          "</" + name + "> stands where <" + open_.back().name + "> of line " + line + " must be closed",
          start);
    }
    open_.pop_back();
    return true;
  }

  bool scanTag() {
    const std::size_t start = at_++;
    if (!scanName()) return wrong("\"<\" is not followed by a name (write &lt; for the character)", start);
    const std::string name(text_.substr(start + 1, at_ - start - 1));
    if (open_.empty() && ++roots_ > 1) return wrong("there is a second root element", start);
    std::vector<std::string> names;
    while (true) {
      const bool spaced = skipSpace();
      if (accept('>')) {
        open_.push_back({name, start});
        return open_.size() <= kDeepest || wrong("elements are nested more than 60 deep", start);
      }
      if (startsWith("/>")) {
        at_ += 2;
        return true;
      }
      if (at_ >= text_.size()) return wrong("a tag does not end", start);
      if (!spaced) return wrong("a space is missing before an attribute");
      if (!scanAttribute(names)) return false;
    }
  }

  bool scanAttribute(std::vector<std::string>& names) {
    const std::size_t start = at_;
    if (!scanName()) return wrong("a tag contains something that is no attribute");
    const std::string name(text_.substr(start, at_ - start));
    if (std::find(names.begin(), names.end(), name) != names.end()) {
      return wrong("the attribute \"" + name + "\" stands twice in one tag", start);
    }
    names.push_back(name);
    skipSpace();
    if (!accept('=')) return wrong("the attribute \"" + name + "\" has no value", start);
    skipSpace();
    const char quote = at_ < text_.size() ? text_[at_] : ' ';
    if (quote != '"' && quote != '\'') return wrong("the value of \"" + name + "\" is not in quotes", start);
    for (++at_; at_ < text_.size() && text_[at_] != quote; ++at_) {
      if (text_[at_] == '<') return wrong("\"<\" stands in the value of \"" + name + "\" (write &lt;)");
      if (text_[at_] == '&' && !scanReference()) return false;
    }
    return accept(quote) || wrong("the value of \"" + name + "\" does not end", start);
  }

  /// &amp; &lt; &gt; &quot; &apos; and character references; leaves at_ on the ';'.
  bool scanReference() {
    const std::size_t end = text_.find(';', at_);
    const std::string name =
        end == std::string::npos ? std::string() : std::string(text_.substr(at_ + 1, end - at_ - 1));
    for (const char* known : {"amp", "lt", "gt", "quot", "apos"}) {
      if (name == known) return at_ = end, true;
    }
    if (name.size() < 2 || name[0] != '#')
      return wrong("\"&\" does not start a known reference (write &amp;)");
    const bool hex = name[1] == 'x';
    const char* first = name.data() + (hex ? 2 : 1);
    unsigned long code = 0;
    const auto result = std::from_chars(first, name.data() + name.size(), code, hex ? 16 : 10);
    const bool read = result.ec == std::errc() && result.ptr == name.data() + name.size();
    if (!read || !isAllowed(code)) return wrong("\"&" + name + ";\" is not an allowed character");
    return at_ = end, true;
  }

  static bool isAllowed(unsigned long code) {
    if (code < 0x20) return code == '\t' || code == '\n';
    return (code < 0x7F || code >= 0xA0) && (code < 0xD800 || code > 0xDFFF) && code != 0xFFFE &&
           code != 0xFFFF && code <= 0x10FFFF;
  }

  bool scanName() {
    if (at_ >= text_.size() || !isNameStart(text_[at_])) return false;
    while (at_ < text_.size() && isNameCharacter(text_[at_])) ++at_;
    return true;
  }

  bool skipPast(const std::string& end_mark, const char* what) {
    const std::size_t end = text_.find(end_mark, at_);
    if (end == std::string::npos) return wrong(what);
    at_ = end + end_mark.size();
    return true;
  }

  bool skipSpace() {
    const std::size_t start = at_;
    while (at_ < text_.size() && isSpace(text_[at_])) ++at_;
    return at_ > start;
  }

  bool accept(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool startsWith(std::string_view head) const { return text_.substr(at_, head.size()) == head; }

  int lineOf(std::size_t at) const {
    const auto end = text_.begin() + static_cast<std::ptrdiff_t>(std::min(at, text_.size()));
    return 1 + static_cast<int>(std::count(text_.begin(), end, '\n'));
  }

  bool wrong(std::string what) { return wrong(std::move(what), at_); }
  bool wrong(std::string what, std::size_t at) {
    what_ = std::move(what);
    error_at_ = at;
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  struct Open {
    std::string name;
    std::size_t at;
  };
  std::vector<Open> open_;  // elements that are not closed yet
  int roots_ = 0;
  std::string what_;
  std::size_t error_at_ = 0;
};

}  // namespace

tl::expected<std::string, XmlSyntaxError> prepareXml(std::string_view bytes) {
  const std::string text = withUnixLines(bytes);
  const std::size_t unclean = findUnclean(text);
  if (unclean != std::string_view::npos) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(unclean);
    return tl::unexpected(
        XmlSyntaxError{1 + static_cast<int>(std::count(text.begin(), end, '\n')),
                       "a control character or a byte that is not UTF-8; save the file as UTF-8"});
  }
  Scanner scanner(text);
  if (!scanner.scan()) return tl::unexpected(scanner.error());
  return text;
}

}  // namespace configurator
