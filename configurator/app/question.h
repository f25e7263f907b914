// A question in the middle of the window: a sentence and the answers to it. Nothing else can be used until
// one is given; Escape is the last one.
#pragma once

#include <string>
#include <vector>

#include "configurator/app/commands.h"
#include "configurator/app/ui.h"

namespace configurator {

struct Answer {
  std::string label, name;        ///< name: for tests that click
  std::vector<Command> commands;  ///< what it asks for
};

class Question {
 public:
  /// The first answer is drawn as the one to take. REQUIRES an answer.
  void ask(const std::string& text, std::vector<Answer> answers);
  bool isOpen() const { return !answers_.empty(); }
  void draw(Ui& ui, Commands& commands);

 private:
  void give(const Answer& answer, Commands& commands);

  std::string text_;
  std::vector<Answer> answers_;
};

}  // namespace configurator
