// CLI11 stays in this file. Every number and name is kept as text and read where it is used.
#include "configurator/cli/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>
#include <utility>

#include "configurator/catalog/near_word.h"
#include "configurator/catalog/split_text.h"
#include "configurator/cli/later_version.h"

namespace configurator {
namespace {

/// The parser under construction.
struct Grammar {
  CLI::App app{"Rucksmith: design custom running packs, from choices to the factory's tech pack.",
               "rucksmith"};
  Arguments found;

  CLI::App* add(const std::string& name, const std::string& what) {
    CLI::App* command = app.add_subcommand(name, what);
    command->add_flag("--json", found.json, "Print one JSON object");
    return command;
  }
  void addInput(CLI::App* command, const std::string& name, const std::string& what) {
    command->add_option(name, found.input, what)->required();
  }
  void addOutput(CLI::App* command, const std::string& what) {
    command->add_option("-o,--output", found.output, what)->required();
  }
  void addDesign(CLI::App* command) {
    addInput(command, "FILE", "The design, FILE.ruck");
    addCommon(command);
  }
  void addCommon(CLI::App* command) {
    command->add_option("--pack-size", found.pack_size,
                        "S, M or L (default M; show: the measures of every size)");
    command->add_option("--quantity", found.quantities, "Pieces ordered: N[,N...]");
    command->add_option("--origin", found.origin, "Country of the factory, as VN");
    command->add_option("--market", found.market, "Country of sale, as DE");
    command->add_option("--incoterm", found.incoterm, "As FOB");
    command->add_option("--currency", found.currency, "As USD");
    command->add_option("--on", found.on, "Day of all dated figures, YYYY-MM-DD (default: the order's date)");
    command->add_flag("--explain", found.explain,
                      "Say how each line of the cost is reckoned (cost), give every explanation (why)");
  }
};

void addDesignCommands(Grammar& grammar) {
  grammar.add("templates", "List the starting designs");
  CLI::App* fresh = grammar.add("new", "Make a design from a template");
  grammar.addInput(fresh, "TEMPLATE", "Id of a template (see: rucksmith templates)");
  grammar.addOutput(fresh, "The design's file, FILE.ruck");
  fresh->add_option("--date", grammar.found.date, "Date of the order, YYYY-MM-DD (default: today)");

  CLI::App* set = grammar.add("set", "Change choices of a design, all or nothing");
  grammar.addInput(set, "FILE", "The design, FILE.ruck");
  set->add_option(
      "KEY=VALUE", grammar.found.edits,
      "SLOT=OPTION|auto, PARAMETER=NUMBER|auto, ZONE=ITEM|auto, pin.ID=yes|no, "
      "color.COLORWAY.ZONE=#rrggbb, order.origin|market|incoterm|currency|date=..., "
      "order.freight=sea|air|express|auto, order.proof-of-origin=yes|no, order.tooling-by=factory|buyer, "
      "order.tooling-over=N|auto, order.payment=TERMS|auto, "
      "order.quantity.COLORWAY.SIZE=N, brand.name|style|season=..., artwork.MODULE=FILE|none, "
      "part.ITEM=FILE|none, part.ITEM.unit=mm|cm|m|in, part.ITEM.up=x|y|z, "
      "part.ITEM.turn=0|90|180|270");
  set->add_option("-o,--output", grammar.found.output, "Write here instead of changing FILE");
  CLI::Option* anyway = set->add_flag("--anyway", grammar.found.anyway,
                                      "Choose what is blocked: the fewest other choices give way. Without "
                                      "KEY=VALUE: put right what contradicts the catalog");
  set->add_option("--repair", grammar.found.repair, "Which of the ways, 1 to 3 (default 1)")->needs(anyway);
}

void addFigureCommands(Grammar& grammar) {
  grammar.addDesign(grammar.add("show", "What a design is: choices, mass, litres, measures, unit cost"));
  CLI::App* options = grammar.add("options", "What may still be chosen, and what it would change");
  grammar.addDesign(options);
  options->add_option("PLACE", grammar.found.place,
                      "One slot, parameter or zone: each value with cost and mass");
  CLI::App* why = grammar.add("why", "Why something cannot be chosen, and what would make it possible");
  grammar.addDesign(why);
  why->add_option("SLOT=OPTION", grammar.found.edits, "SLOT=OPTION, PARAMETER=NUMBER or ZONE=ITEM")
      ->required()
      ->expected(1);
  CLI::App* bill = grammar.add("bom", "The bill of materials, with waste, mass and prices");
  grammar.addDesign(bill);
  bill->add_option("--report", grammar.found.report,
                   "color, size or where-used: the bill read in another way");
  CLI::App* cost = grammar.add("cost", "The cost estimate per quantity break");
  grammar.addDesign(cost);
  cost->add_option("--target", grammar.found.target, "What must change for a pack to cost no more than this");
  CLI::App* what_if = grammar.add("what-if", "Other origins, markets, terms and quantities, in one table");
  grammar.addDesign(what_if);
  what_if->footer("--origin, --market, --incoterm and --quantity take lists: VN,CN,PT");
  CLI::App* compare = grammar.add("compare", "Two to four designs, and what makes the difference");
  compare->add_option("FILES", grammar.found.inputs, "The designs, FILE.ruck")->required();
  grammar.addCommon(compare);
  grammar.addDesign(grammar.add("check", "Does the design keep its rules?"));
  grammar.addDesign(grammar.add("walk", "Walk the seams: do both runs of each fit?"));
}

void addFindCommand(Grammar& grammar) {
  CLI::App* find = grammar.add("find", "The best designs: your own choices stay, all else may change");
  grammar.addDesign(find);
  find->add_option("--minimise", grammar.found.minimise, "cost or mass")->required();
  find->add_option("--and", grammar.found.and_minimise, "The other one too: designs that none beats in both");
  find->add_option("--max-cost", grammar.found.max_cost, "What a pack may cost at most, as 18.50");
  find->add_option("--max-mass", grammar.found.max_mass, "Grams that it may weigh at most");
  find->add_option("--min-capacity", grammar.found.min_capacity, "Litres that it holds at least");
  find->add_flag("--no-new-warnings", grammar.found.no_new_warnings,
                 "Only designs that no rule warns of which keeps silent of the present one");
  find->add_option("-o,--output", grammar.found.output, "Write the best design here");
  find->add_option("--seconds", grammar.found.seconds,
                   "Stop after this long with the best so far; the answer then depends on the machine");
}

void addPriceCommands(Grammar& grammar) {
  CLI::App* prices =
      grammar.add("prices", "A supplier's price list for a design, in place of the catalog's prices");
  grammar.addInput(prices, "FILE", "The design, FILE.ruck");
  prices
      ->add_option("LIST", grammar.found.list,
                   "The list, LIST.csv or LIST.xlsx: headings item, price and more")
      ->required();
  CLI::Option* preview =
      prices->add_flag("--preview", grammar.found.preview, "Say what the list changes; nothing is written");
  CLI::Option* apply = prices->add_flag("--apply", grammar.found.apply,
                                        "Price the design by it: its path and SHA-256 go into FILE");
  CLI::Option* remove =
      prices->add_flag("--remove", grammar.found.remove, "Price the design without it again");
  preview->excludes(apply)->excludes(remove);
  apply->excludes(remove);

  // `quote show` is a command of its own below this one, so what only the other needs is asked for later.
  CLI::App* quote =
      grammar.add("quote", "Issue a quote, or show one: the same digits whatever becomes of the catalog");
  quote->add_option("FILE", grammar.found.input, "The design, FILE.ruck");
  quote->add_option("-o,--output", grammar.found.output, "The quote, FILE.quote");
  grammar.addCommon(quote);
  CLI::App* show = quote->add_subcommand("show", "A quote, and what would change with today's catalog");
  grammar.addInput(show, "FILE", "The quote, FILE.quote");
  show->add_flag("--json", grammar.found.json, "Print one JSON object");
}

void addFileCommands(Grammar& grammar) {
  CLI::App* render = grammar.add("render", "Draw a picture of the pack");
  grammar.addInput(render, "FILE", "The design, FILE.ruck");
  grammar.addOutput(render, "The picture, OUT.png");
  render->add_option("--view", grammar.found.view,
                     "front, back, left, right, top, three-quarter (default), worn, exploded, dimensions, "
                     "pattern, x-ray, section or night");
  render->add_option("--size", grammar.found.size, "Pixels (default 1600x1200)");
  render->add_option("--colorway", grammar.found.colorway, "Code of a colorway (default: the first)");
  render->add_option("--background", grammar.found.background, "studio (default), dark or transparent");
  render->add_option("--fill", grammar.found.fill,
                     "How full the pack is drawn, per cent: 0 (empty) to 115 (stuffed); default 100");
  render->add_option("--turntable", grammar.found.turntable,
                     "Pictures all round, OUT-1.png and so on, 2 to 360 of them, and OUT.webp, which moves");
  grammar.addCommon(render);

  CLI::App* exporting = grammar.add("export", "Write the tech pack, bill, model and pictures into a folder");
  grammar.addInput(exporting, "FILE", "The design, FILE.ruck");
  grammar.addOutput(exporting, "The folder; made where it is missing");
  exporting->add_option("--only", grammar.found.only, "Of xml,csv,glb,png (default: all)");
  exporting->add_option("--edition", grammar.found.edition,
                        "factory (default: no prices in any file) or internal");
  exporting->add_option("--issued", grammar.found.issued,
                        "Date of issue, YYYY-MM-DD (default: of the revision)");
  exporting->add_flag("--draft", grammar.found.draft,
                      "Export a design that breaks its rules, where it can be built");
  grammar.addCommon(exporting);

  CLI::App* marker = grammar.add("marker", "Lay pieces on the roll: the shortest marker found");
  grammar.addInput(marker, "PIECES.json",
                   "The pieces, a strip-packing instance: strip_height (mm across), items");
  CLI::Option* iterations = marker->add_option("--iterations", grammar.found.iterations,
                                               "Markers laid and compared (default 2000)");
  marker
      ->add_option("--seconds", grammar.found.seconds,
                   "Search this long instead; the marker then depends on the machine")
      ->excludes(iterations);
  marker->add_option("--seed", grammar.found.seed, "Whole number that the search starts from (default 1)");
  marker->add_option("-o,--output", grammar.found.output, "Also a picture of the marker, OUT.svg");

  grammar.addInput(grammar.add("verify", "Does a folder still hold what was exported?"), "FOLDER",
                   "A folder with SHA256SUMS");
}

/// The parser of `read` in `techpack read`, `check` in `catalog check`: the second word.
void addNestedCommands(Grammar& grammar) {
  CLI::App* techpack = grammar.app.add_subcommand("techpack", "Tech pack documents");
  techpack->require_subcommand(1);
  CLI::App* read = techpack->add_subcommand("read", "Read a tech pack and write it again: the same bytes");
  grammar.addInput(read, "IN.xml", "The tech pack");
  grammar.addOutput(read, "The copy, OUT.xml");
  read->add_flag("--json", grammar.found.json, "Print one JSON object");

  CLI::App* catalog = grammar.app.add_subcommand("catalog", "The catalog of options, materials and prices");
  catalog->require_subcommand(1);
  CLI::App* check = catalog->add_subcommand("check", "Unknown names, cycles, units, dangling references");
  check->add_option("FOLDER", grammar.found.input, "A catalog folder (default: the program's own)");
  check->add_flag("--json", grammar.found.json, "Print one JSON object");
}

std::vector<std::string> commandNames(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

/// "techpack read" of the chosen command and its chosen sub-command.
std::string chosenCommand(const CLI::App& app) {
  std::string name;
  for (const CLI::App* at = &app; !at->get_subcommands().empty();) {
    at = at->get_subcommands().front();
    name += (name.empty() ? "" : " ") + at->get_name();
  }
  return name;
}

Reply usage(const CLI::App& app, const std::string& message) {
  const std::string command = chosenCommand(app);
  const std::string help = "rucksmith " + command + (command.empty() ? "--help" : " --help");
  return {ExitCode::Usage, "", "rucksmith: " + message + "\nSee: " + help + "\n"};
}

/// CLI11's own message has the words in the wrong order.
std::string notExpected(const std::vector<std::string>& words) {
  std::string message = words.size() == 1 ? "The following argument was not expected:"
                                          : "The following arguments were not expected:";
  for (const std::string& word : words) message += " " + word;
  return message;
}

bool isHelp(const std::string& word) {
  return word == "--help" || word == "-h";
}

/// The parts of "a,b"; of "a,," empty ones too, for whoever reads them to refuse.
std::vector<std::string> separated(const std::vector<std::string>& lists) {
  std::vector<std::string> parts;
  for (const std::string& list : lists) {
    for (std::string& part : splitAt(list, ',')) parts.push_back(std::move(part));
  }
  return parts;
}

/// An empty value would pass for one that was not given.
std::optional<Reply> emptyValue(const CLI::App& app, const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    const bool of_option = word.empty() && i > 0 && words[i - 1].starts_with("-");
    if (of_option) return usage(app, words[i - 1] + ": the value is empty.");
    if (word.starts_with("--") && word.ends_with("="))
      return usage(app, word.substr(0, word.size() - 1) + ": the value is empty.");
  }
  return std::nullopt;
}

/// `set` takes no edits only where it puts a design right.
std::optional<Reply> missingEdits(const Grammar& grammar) {
  if (chosenCommand(grammar.app) != "set" || grammar.found.anyway || !grammar.found.edits.empty())
    return std::nullopt;
  return usage(grammar.app, "KEY=VALUE is required");
}

/// Answers a word that should name one of `app`'s commands and does not, with its nearest neighbour.
std::optional<Reply> wrongName(const CLI::App& app, const std::string& word, const std::string& before) {
  const std::vector<std::string> names = commandNames(app);
  if (isHelp(word) || std::find(names.begin(), names.end(), word) != names.end()) return std::nullopt;
  const std::string full = before.empty() ? word : before + " " + word;
  return Reply{ExitCode::Usage, "",
               "rucksmith: there is no command \"" + full + "\"" + didYouMean(word, names) +
                   ".\nSee: rucksmith " + before + (before.empty() ? "" : " ") + "--help\n"};
}

/// The first word says which command, and the second of commands that have their own.
std::optional<Reply> wrongCommand(const CLI::App& app, const std::vector<std::string>& words) {
  if (words.empty()) return usage(app, "a command is needed.");
  const std::string& first = words.front();
  if (auto wrong = wrongName(app, first, "")) return wrong;
  if (words.size() < 2 || isHelp(first)) return std::nullopt;
  const CLI::App* command = app.get_subcommand(first);
  if (first == "quote") return std::nullopt;  // its second word can be a file, too
  return commandNames(*command).empty() ? std::nullopt : wrongName(*command, words[1], first);
}

}  // namespace

tl::expected<Arguments, Reply> parseArguments(const std::vector<std::string>& words) {
  Grammar grammar;
  grammar.app.require_subcommand(1);
  grammar.app.footer("rucksmith [FILE.ruck] opens the app. Every command has --help.");
  addDesignCommands(grammar);
  addFigureCommands(grammar);
  addFindCommand(grammar);
  addPriceCommands(grammar);
  addFileCommands(grammar);
  addNestedCommands(grammar);
  if (auto wrong = wrongCommand(grammar.app, words)) return tl::unexpected<Reply>(std::move(*wrong));
  if (auto empty = emptyValue(grammar.app, words)) return tl::unexpected<Reply>(std::move(*empty));
  try {
    grammar.app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
  } catch (const CLI::CallForHelp&) {
    return tl::unexpected<Reply>(done(grammar.app.help()));
  } catch (const CLI::ExtrasError&) {
    return tl::unexpected<Reply>(usage(grammar.app, notExpected(grammar.app.remaining(true))));
  } catch (const CLI::ParseError& error) {
    return tl::unexpected<Reply>(usage(grammar.app, error.what()));
  }
  if (auto missing = missingEdits(grammar)) return tl::unexpected<Reply>(std::move(*missing));
  grammar.found.quantities = separated(grammar.found.quantities);
  grammar.found.only = separated(grammar.found.only);
  grammar.found.command = chosenCommand(grammar.app);
  return std::move(grammar.found);
}

}  // namespace configurator
