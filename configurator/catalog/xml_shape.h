// Which elements, attributes and values a file format of ours has, declared as a table and checked before
// reading. Says everything that does not fit at once. Order and counts of children are checked as the XSD's
// sequences do.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "configurator/catalog/file_line.h"
#include "configurator/catalog/xml.h"

namespace configurator {

/// What one attribute or text may hold.
struct ValueType {
  std::string name;         ///< as the shapes call it
  std::string description;  ///< completes "… is not ": "a whole number from 0 to 5"
  std::function<bool(std::string_view)> accepts;
};
/// A type of listed words.
ValueType wordType(std::string name, std::vector<std::string> words);

/// One row of the table. `attributes`: "id:code brand?:text"; '?' = may be left out. `children`, in their
/// order: "name:localized+ step:step* spec?:plain" as element name, count mark (none = once, ? * +), ':' and
/// shape. `text`: a value type, or empty where no text belongs.
struct ElementShape {
  std::string name, attributes, children, text;
  bool any_order = false;  ///< of the children
};

class XmlFormat {
 public:
  /// REQUIRES that every shape and type named exists.
  XmlFormat(const std::vector<ElementShape>& shapes, const std::vector<ValueType>& types);

  /// Checks `element` as `shape`. An element at `silence_depth` below it with an error in it is silenced
  /// afterwards.
  void check(const XmlElement& element, std::string_view shape, const std::string& file, int silence_depth,
             Problems& problems) const;

 private:
  struct Attribute {
    std::string name, type;
    bool required = true;
  };
  struct Child {
    std::string name, shape;
    bool required = true, repeats = false;
  };
  struct Shape {
    std::vector<Attribute> attributes;
    std::vector<Child> children;
    std::string text;
    bool any_order = false;
  };
  struct Visit;

  static Shape parseShape(const ElementShape& row);
  void checkElement(const XmlElement& element, const Shape& shape, Visit& visit) const;
  void checkAttributes(const XmlElement& element, const Shape& shape, Visit& visit) const;
  void checkChildren(const XmlElement& element, const Shape& shape, Visit& visit) const;
  void checkText(const XmlElement& element, const Shape& shape, Visit& visit) const;

  std::map<std::string, Shape, std::less<>> shapes_;
  std::map<std::string, ValueType, std::less<>> types_;
};

/// Words of a text separated by white space.
std::vector<std::string> wordsOf(std::string_view text);
/// The text with every run of white space as one space, none at the ends.
std::string collapsed(std::string_view text);

}  // namespace configurator
