// The grammar of a tech pack document, version 1: the same that assets/schemas/techpack.xsd writes down.
#pragma once

#include <span>

#include "bom/xml_rules.h"

namespace bom {

const XmlRules& techPackRules();

/// The part of it about tests, inspection and compliance.
std::span<const XmlRow> qualityRows();

}  // namespace bom
