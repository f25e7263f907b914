// The chosen slot's options as cards with what each would change, its parameters; or a zone's materials and
// colour.
#include "configurator/app/explanation.h"
#include "configurator/app/findings.h"
#include "configurator/app/option_cards.h"
#include "configurator/app/own_files_panel.h"
#include "configurator/app/panels.h"
#include "configurator/app/parameter_rows.h"
#include "configurator/app/zone_inspector.h"

namespace configurator {

void drawInspector(const Session& session, const PanelState& state, Ui& ui, Commands& commands) {
  drawExplanation(session, "", ui, commands);
  if (!state.zone.empty()) {
    drawZoneInspector(session, state.zone, ui, commands);
    return;
  }
  const Slot* slot = session.workshop().catalog.findSlot(session.selectedSlot());
  if (slot == nullptr) return;
  drawText(ui, ui.fonts.strong, ui.theme.text, slot->name.text());
  ImGui::Dummy({0, ui.px(2)});
  drawFindings(session, slot->id, ui, commands);
  const bool built = session.figures().pack.has_value();
  if (built) drawPictures(session, ui, commands);
  const bool of_part = built && !state.parts.empty() && drawOwnParts(session, state.parts, ui, commands);
  drawParameterRows(session, slot->id, ui, commands);
  drawOptionCards(session, ui, commands);
  if (built && !of_part) drawOwnParts(session, {}, ui, commands);
}

}  // namespace configurator
