// Figures as the window writes them: a thin space before units, a sign on every difference, a real minus.
#pragma once

#include <string>
#include <string_view>

#include "bom/money.h"

namespace configurator {

std::string moneyText(bom::Money money);   ///< "23.04 USD"
std::string moneyDelta(bom::Money money);  ///< "+1.20 USD", "−0.35 USD", "±0"
std::string massText(double grams);        ///< "433 g"
std::string massDelta(double grams);       ///< "+12 g"
std::string litreText(double litres);      ///< "18.4 l"
std::string numberText(double value, int decimals);
/// With opening and closing quotes. ImGui may break a line after a straight one, before the comma that
/// follows.
std::string withCurvedQuotes(std::string_view text);

}  // namespace configurator
