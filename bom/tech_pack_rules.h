// The grammar of a tech pack document, version 1: the same that assets/schemas/techpack.xsd writes down.
#pragma once

#include "bom/xml_rules.h"

namespace bom {

const XmlRules& techPackRules();

}  // namespace bom
