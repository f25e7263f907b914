// The XSD that says the same as bom's table of rules. The shipped schema must be this text, to the byte.
#pragma once

#include <string>

#include "bom/xml_rules.h"

std::string writeXsd(const bom::XmlRules& rules);
