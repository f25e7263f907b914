#include "configurator/app/question.h"

#include <utility>

namespace configurator {

void Question::ask(const std::string& text, std::vector<Answer> answers) {
  text_ = text;
  answers_ = std::move(answers);
}

void Question::give(const Answer& answer, Commands& commands) {
  for (const Command& command : answer.commands) commands.push(command);
}

void Question::draw(Ui& ui, Commands& commands) {
  if (!isOpen()) return;
  ImGui::OpenPopup("question");
  bool done = false;
  if (beginModal(ui, "question")) {
    drawText(ui, ui.fonts.body, ui.theme.text, text_);
    ImGui::Dummy({ui.px(360), ui.px(4)});
    for (std::size_t i = 0; i < answers_.size() && !done; ++i) {
      if (i > 0) ImGui::SameLine();
      done = drawButton(ui, answers_[i].label, answers_[i].name, i == 0);
      if (done) give(answers_[i], commands);
    }
    if (!done && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false)) {
      done = true;
      give(answers_.back(), commands);
    }
    if (done) ImGui::CloseCurrentPopup();
    endModal();
  }
  if (done) answers_.clear();
}

}  // namespace configurator
