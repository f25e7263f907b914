// The tables of the drawer: one look for all.
#pragma once

#include <initializer_list>
#include <string>

#include "configurator/app/ui.h"

namespace configurator {

constexpr float kTableRow = 26;

struct Column {
  const char* title;
  float share;
  bool right = false;
};

/// Fills what is left of the window; in a narrow one it scrolls sideways. ImGui::EndTable() only when true.
bool beginTable(const char* id, const Ui& ui, std::initializer_list<Column> columns);
void nextRow(const Ui& ui);
/// A cell; a text that is cut shows whole under the mouse.
void cell(const Ui& ui, const std::string& text, bool right = false, bool strong = false);

}  // namespace configurator
