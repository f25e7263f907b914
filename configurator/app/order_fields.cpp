#include "configurator/app/order_fields.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>

namespace configurator {
namespace {

const std::vector<std::string> kIncoterms{"EXW", "FCA", "FAS", "FOB", "CFR", "CIF",
                                          "CPT", "CIP", "DAP", "DPU", "DDP"};

/// A value of the order and how its list calls it.
struct Word {
  std::string id, shown;
};

/// "VN  Vietnam" for every row of a table of countries.
template <typename T>
std::vector<Word> countriesOf(const std::map<std::string, T>& rows) {
  std::vector<Word> words;
  for (const auto& [id, row] : rows) words.push_back({id, id + "  " + row.name});
  return words;
}

void beginField(const Ui& ui, const char* label) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  paintText(ui, ui.fonts.small, ui.theme.secondary, label, {{at.x, at.y + ui.px(6)}, ui.px(84), false});
  ImGui::SetCursorScreenPos({at.x + ui.px(92), at.y});
}

void drawChoice(Ui& ui, Commands& commands, const std::string& field, const std::string& current,
                const std::vector<Word>& words) {
  std::string shown = current;
  std::vector<std::string> list;
  for (const Word& word : words) {
    list.push_back(word.shown);
    if (word.id == current) shown = word.shown;
  }
  const std::string chosen = drawCombo(ui, "order." + field, shown, list, ui.px(200));
  for (const Word& word : words) {
    if (word.shown == chosen) commands.push(ApplyEdit{"order." + field, word.id});
  }
}

void drawQuantity(const Order& order, Ui& ui, Commands& commands) {
  int quantity = static_cast<int>(totalQuantity(order));
  ImGui::SetNextItemWidth(ui.px(200));
  const bool entered =
      ImGui::InputInt("##quantity", &quantity, 0, 0,
                      ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
  ui.record("order.quantity");
  if (!entered || quantity <= 0 || order.lines.empty()) return;
  // The order keeps its other lines; the difference goes to the largest one.
  const auto largest =
      std::max_element(order.lines.begin(), order.lines.end(),
                       [](const OrderLine& a, const OrderLine& b) { return a.quantity < b.quantity; });
  const std::int64_t line = std::max<std::int64_t>(1, largest->quantity + quantity - totalQuantity(order));
  commands.push(ApplyEdit{"order.quantity." + largest->colorway + "." + largest->size, std::to_string(line)});
}

void drawFields(const Session& session, Ui& ui, Commands& commands) {
  const Order& order = session.design().order;
  const bom::PriceBook& prices = session.workshop().catalog.prices;
  std::vector<Word> incoterms;
  for (const std::string& term : kIncoterms) incoterms.push_back({term, term});
  std::vector<Word> currencies;
  if (prices.exchange.count("USD") == 0) currencies.push_back({"USD", "USD"});
  for (const auto& [code, rate] : prices.exchange) currencies.push_back({code, code});
  beginField(ui, "Packs");
  drawQuantity(order, ui, commands);
  beginField(ui, "Made in");
  drawChoice(ui, commands, "origin", order.origin, countriesOf(prices.origins));
  beginField(ui, "Sold in");
  drawChoice(ui, commands, "market", order.market, countriesOf(prices.markets));
  beginField(ui, "Incoterm");
  drawChoice(ui, commands, "incoterm", order.incoterm, incoterms);
  beginField(ui, "Currency");
  drawChoice(ui, commands, "currency", order.currency, currencies);
}

/// What is agreed besides the term; "auto" is what is usual.
void drawTerms(const Session& session, Ui& ui, Commands& commands) {
  const Order& order = session.design().order;
  const auto or_auto = [](const std::string& value) { return value.empty() ? std::string("auto") : value; };
  beginField(ui, "Freight");
  drawChoice(ui, commands, "freight", or_auto(order.freight),
             {{"auto", "Sea, the cheaper way"}, {"sea", "Sea"}, {"air", "Air"}, {"express", "Express"}});
  beginField(ui, "Origin");
  drawChoice(ui, commands, "proof-of-origin", order.proof_of_origin ? "yes" : "no",
             {{"no", "No proof of origin"}, {"yes", "Proof of origin"}});
  beginField(ui, "Tooling");
  drawChoice(ui, commands, "tooling-by", order.buyer_pays_tooling ? "buyer" : "factory",
             {{"factory", "In the factory's price"}, {"buyer", "Paid by the buyer"}});
  std::vector<Word> payments{{"auto", "As usual"}};
  for (const bom::PaymentTerms& terms : session.workshop().catalog.prices.plan.payment_terms)
    payments.push_back({terms.id, terms.name});
  beginField(ui, "Payment");
  drawChoice(ui, commands, "payment", or_auto(order.payment), payments);
}

}  // namespace

void drawOrder(const Session& session, Ui& ui, Commands& commands) {
  const Order& order = session.design().order;
  const std::string line = std::to_string(totalQuantity(order)) + " pc  \u00b7  " + order.origin +
                           " \u2192 " + order.market + "  \u00b7  " + order.incoterm + "  \u00b7  " +
                           order.currency;
  if (drawButton(ui, line, "order")) ImGui::OpenPopup("order-fields");
  const ImVec2 below{ImGui::GetItemRectMin().x, ImGui::GetItemRectMax().y + ui.px(6)};
  ImGui::SetNextWindowPos(below);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(16), ui.px(14)));
  ImGui::PushStyleColor(ImGuiCol_FrameBg, ui.theme.hovered);
  ImGui::PushStyleColor(ImGuiCol_Button, ui.theme.hovered);
  if (ImGui::BeginPopup("order-fields")) {
    drawFields(session, ui, commands);
    drawTerms(session, ui, commands);
    ImGui::EndPopup();
  }
  ImGui::PopStyleColor(2);
  ImGui::PopStyleVar();
}

}  // namespace configurator
