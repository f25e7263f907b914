// The good texts, and how a table's mistakes get into them.
#include "tests/configurator/small_catalog.h"

#include <algorithm>
#include <stdexcept>

namespace {

std::string replacedOnce(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos || text.find(from, at + 1) != std::string::npos) {
    throw std::logic_error("not exactly once in the good text: " + from);
  }
  return text.replace(at, from.size(), to);
}

}  // namespace

const std::string& smallCatalogText() {
  static const std::string kText = R"(<?xml version="1.0" encoding="UTF-8"?>
<catalog xmlns="urn:rucksmith:catalog:1" version="1">
  <slots>
    <slot id="body" group="body" default="vest"><name xml:lang="en">Body</name><name xml:lang="de">Korpus</name></slot>
    <slot id="hydration" group="hydration" default="none"><name xml:lang="en">Hydration</name></slot>
    <slot id="hose-port" group="hydration" default="none"><name xml:lang="en">Hose port</name></slot>
    <slot id="rain-cover" group="weather" default="none"><name xml:lang="en">Rain cover</name></slot>
  </slots>
  <options>
    <option id="vest" slot="body"><name xml:lang="en">Vest</name><attribute name="label-means" value="carry_l"/><attribute name="packing" value="small"/><attribute name="size-run" value="chest"/><build family="vest" part="body"><with name="width_mm" value="width"/></build></option>
    <option id="panel-loader" slot="body"><name xml:lang="en">Panel loader</name><attribute name="packing" value="small"/><attribute name="size-run" value="chest"/><build family="panel-loader" part="body"><with name="width_mm" value="width"/><with name="depth_mm" value="0.5 * width - 20 mm"/></build></option>
    <option id="none" slot="hydration"><name xml:lang="en">None</name></option>
    <option id="sleeve" slot="hydration"><name xml:lang="en">Sleeve</name><description xml:lang="en">Hangs a bladder.</description><build family="pocket" part="hydration"><with name="host" word="back"/><with name="width_mm" value="0.85 * host.width"/></build></option>
    <option id="sleeve-bladder" slot="hydration"><name xml:lang="en">Sleeve with bladder</name><build family="pocket" part="hydration"><with name="host" word="back"/></build><use item="bladder" quantity="1" placement="sleeve"/><do operation="F02" times="1"/><tooling rate="die-set"/></option>
    <option id="none" slot="hose-port"><name xml:lang="en">None</name></option>
    <option id="left" slot="hose-port"><name xml:lang="en">Left</name></option>
    <option id="both" slot="hose-port"><name xml:lang="en">Both sides</name></option>
    <option id="none" slot="rain-cover"><name xml:lang="en">None</name></option>
    <option id="stowed" slot="rain-cover" bodies="panel-loader"><name xml:lang="en">Stowed</name><use item="bladder" quantity="2" placement="packaging" in-product="no"/></option>
  </options>
  <parameters>
    <parameter id="capacity" unit="l" min="2" max="20" default="6" group="body"><name xml:lang="en">Capacity</name>
      <step below="8" by="0.5"/><step below="20" by="1"/>
      <range option="vest" min="2" max="12"/>
      <range option="none" slot="hydration" min="2" max="18"/>
    </parameter>
    <parameter id="width" unit="mm" min="200" max="320" default="240" group="body"><name xml:lang="en">Width</name><step below="320" by="10"/></parameter>
  </parameters>
  <series>
    <line id="web" category="webbing"><name xml:lang="en">Webbing line</name><member size="15" item="web15"/><member size="20" item="web20"/></line>
  </series>
  <zones>
    <zone id="shell" accepts="main-fabric" default="ny210" color="#30343A"><name xml:lang="en">Shell</name></zone>
    <zone id="straps" accepts="webbing" default="web" color="#101010"><name xml:lang="en">Straps</name></zone>
  </zones>
  <rules>
    <needs id="port-needs-sleeve"><name xml:lang="en">A port needs a sleeve</name><because xml:lang="en">The hose comes from a bladder.</because><source>bench</source><when id="hose-port" is="left both"/><then id="hydration" is="sleeve sleeve-bladder"/></needs>
    <excludes id="cover-without-port"><name xml:lang="en">No port through a cover</name><because xml:lang="en">The cover closes the port.</because><source>cover maker</source><when id="rain-cover" is="stowed"/><then id="hose-port" is="both"/></excludes>
    <only-with id="light-with-light" severity="warning"><name xml:lang="en">Light stays light</name><because xml:lang="en">A heavy shell spoils it.</because><source>runners</source><when id="body" is="vest"/><when id="hydration" is="none"/><then id="shell" is="ny210"/></only-with><limit id="narrow-bladder"><name xml:lang="en">A bladder ends at 310 mm</name><because xml:lang="en">Bladders come in one width.</because><source>bladder list</source><when id="hydration" not="none sleeve"/><law>width &lt;= 310 mm</law></limit><prefers id="wide-sleeve"><name xml:lang="en">A sleeve likes width</name><because xml:lang="en">The bladder bulges.</because><source>bladder maker</source><when id="hydration" is="sleeve"/><then test="width &gt;= 210 mm"/><suggest id="hydration" is="none"/></prefers>
  </rules>
  <measures>
    <measure id="A" tol-plus="10" tol-minus="5.5" critical="yes"><name>Body height</name><how>centre back</how></measure>
  </measures>
  <items>
    <item id="ny210" category="main-fabric" section="shell" unit="m" family="nylon" look="ripstop" breaks="fabric" supplier="mill" brand="" hs="5407"><name>210D ripstop nylon 6, PU coated</name><mass value="135" low="115" high="155" source="bench" date="2026-01" status="estimate"/><price value="2.2" low="1.5" high="3.2" currency="USD" source="mill" date="2026-01-31" status="quote"/><sheet cuttable-width="1450" thickness="0.25" grain="yes" cutting-waste="14"/><moq value="50" source="mill" date="2026" status="user"/><composition fibre="PA6" share="92.5"/><composition fibre="EL" share="7.5"/><property name="strength" value="3"/><spec>210D ripstop</spec><certificate>bluesign</certificate><finish>pu</finish></item>
    <item id="co600" category="main-fabric" section="shell" unit="m" breaks="fabric"><name>600D canvas</name><mass value="300" source="bench" date="2026" status="estimate"/><price value="2" currency="EUR" source="mill" date="2026" status="estimate"/></item>
    <item id="web15" category="webbing" section="webbing" unit="m" breaks="trim"><name>Webbing 15</name><mass value="9" source="bench" date="2026" status="estimate"/><price value="0.1" currency="USD" source="mill" date="2026" status="estimate"/></item>
    <item id="web20" category="webbing" section="webbing" unit="m" breaks="trim"><name>Webbing 20</name><mass value="12" source="bench" date="2026" status="estimate"/><price value="0.12" currency="USD" source="mill" date="2026" status="estimate"/></item>
    <item id="bladder" category="bladder" section="hydration" unit="pc" breaks="trim"><name>Bladder 2 l</name><mass value="160" source="bench" date="2026" status="estimate"/><price value="4.123456" currency="USD" source="mill" date="2026" status="sourced"/><tooling rate="rounds"/></item>
  </items>
  <families><family id="nylon"><name xml:lang="en">Nylon</name><pro>Strong</pro><con>Fades</con></family></families><looks><look id="ripstop" weave="ripstop" repeat="5" roughness="0.78" sheen="0.25" opacity="1"/><look id="main-fabric" weave="plain" repeat="0.7" roughness="0.8"/></looks>
  <operations><operation id="F02" stage="pack" machine="hand" stitch="301" driver="bag" fixed="0.4" per-metre="0.8" paid-by="qc-inhouse" source="bench" date="2026-01" status="estimate"><name>Pack</name></operation></operations>
  <stitches><stitch id="301" thread-per-metre="2.8" source="rule" date="2026" status="estimate"><name>Lockstitch</name></stitch><stitch id="BT28" thread-per-tack="0.25" source="rule" date="2026" status="estimate"><name>Bartack</name></stitch></stitches>
  <seam-classes><seam-class id="1.01.01" astm="SSa-1"><name>Plain seam</name><use>panels</use></seam-class></seam-classes>
  <origins><origin id="VN" labour-per-minute="0.0346" overhead-per-minute="0.04" efficiency="60" material-uplift="3" currency="USD" source="rule" date="2026" status="estimate"><name>Vietnam</name></origin></origins>
  <markets><market id="DE" region="EU" customs-area="EU" language="de" currency="EUR" units="metric" vat="19" valuation="CIF" source="law" date="2026" status="sourced"><name>Germany</name><climate sun="medium" heat="low" humidity="medium"/><tariff code="4202 92 91" surface="textile" duty="2.7" source="tariff" date="2026-02-22" status="sourced"/><charges>none</charges><preferences>EVFTA</preferences><compliance-region>EU</compliance-region></market></markets>
  <breaks><break quantity="1000" fabric-factor="1" trim-factor="1" efficiency="58" margin="10" setup-minutes="800" source="rule" date="2026" status="estimate"/><break quantity="100" fabric-factor="1.3" trim-factor="1.35" efficiency="40" margin="15" setup-minutes="1200" source="rule" date="2026" status="estimate"/></breaks>
  <rates><rate id="die-set" unit="USD per style" low="200" typical="450" high="900" origins="VN" source="rule" date="2026" status="estimate"><name>Cutting dies</name></rate><rate id="qc-inhouse" unit="% of ex-factory" low="1" typical="1" high="2" source="rule" date="2026" status="estimate"><name>Control</name></rate><rate id="packing-small-pcs-per-carton" unit="pieces per carton" low="20" typical="20" high="20" source="rule" date="2026" status="estimate"><name>Packing</name></rate><rate id="packing-small-carton-length" unit="mm" low="600" typical="600" high="600" source="rule" date="2026" status="estimate"><name>Packing</name></rate><rate id="packing-small-carton-width" unit="mm" low="450" typical="450" high="450" source="rule" date="2026" status="estimate"><name>Packing</name></rate><rate id="packing-small-carton-height" unit="mm" low="400" typical="400" high="400" source="rule" date="2026" status="estimate"><name>Packing</name></rate><rate id="carton-max-gross" unit="kg" low="18" typical="18" high="18" source="rule" date="2026" status="estimate"><name>Packing</name></rate></rates>
  <exchange><rate currency="EUR" per-usd="0.923456789" source="bank" date="2026-01-02" status="sourced"/></exchange>
  <suppliers><supplier id="mill" country="CN" source="list" date="2026" status="estimate"><name>Mill</name><certificate>ISO 9001:2015</certificate></supplier></suppliers>
  <sampling><lot from="2" to="15" s1="A" s2="A" s3="A" s4="A" i="A" ii="A" iii="B"/><lot from="16" s1="A" s2="A" s3="A" s4="A" i="B" ii="B" iii="B"/><sample letter="A" size="2"><at aql="2.5" arrow="down"/><at aql="4.0" arrow="down"/></sample><sample letter="B" size="3"><at aql="2.5" accept="0" reject="1"/><at aql="4.0" accept="1" reject="2"/></sample><preset id="usual" level="II" major="2.5" minor="4.0" where="any" source="bench" date="2026" status="estimate"><booking>In time</booking></preset></sampling>
  <inspections><point id="cloth" stage="IQC" defect="major" sections="shell lining" source="bench" date="2026" status="estimate"><look>Faults</look></point><point id="packed" stage="IPQC" defect="minor" source="bench" date="2026" status="estimate"><work stage="pack"/><look>Folds</look></point></inspections>
  <tests><test id="tear" stage="IQC" place="laboratory" severity="major" samples="1" unit="N" sections="shell" families="nylon" where="DE" sun="low" source="bench" date="2026" status="estimate"><name>Tear</name><standard>ISO 13937-1</standard><threshold>25</threshold></test></tests>
  <materials><material word="PA6" kind="textile"><name>polyamide</name></material><material word="EL" kind="textile" recycled="no"><name>elastane</name></material></materials>
  <compliance><requirement id="label" where="DE EU" from="2020-01-01" until="2030-12-31" textile-from="80" kinds="textile" items="ny210" claims="grs" sections="shell" evidence="label" of="product" source="law" date="2026" status="sourced"><instrument>Label law</instrument><limit>Names of fibres</limit><document>Label</document><reference>Law 1</reference><reason>Textiles</reason></requirement></compliance>
  <claims><claim id="grs" scopes="grs rcs" recycled="yes"><name>GRS</name><word>GRS</word><reason>Chain of custody</reason></claim></claims>
  <certificates><certificate number="C-1" scope="grs" holder="mill" from="2026-01-01" expires="2026-12-31" covers="ny210"/></certificates>
  <incoterms><incoterm id="FCA" loading="seller" pre-carriage="seller" export-clearance="seller" origin-terminal="buyer" vessel-loading="buyer" main-carriage="buyer" insurance="none" destination-terminal="buyer" on-carriage="buyer" unloading="buyer" import-clearance="buyer" duty-and-tax="buyer" source="rule" date="2020" status="sourced"><name>Term</name><place>place</place></incoterm><incoterm id="FOB" sea-only="yes" instead="FCA" loading="seller" pre-carriage="seller" export-clearance="seller" origin-terminal="seller" vessel-loading="seller" main-carriage="buyer" insurance="none" destination-terminal="buyer" on-carriage="buyer" unloading="buyer" import-clearance="buyer" duty-and-tax="buyer" source="rule" date="2020" status="sourced"><name>Term</name><place>place</place></incoterm></incoterms>
  <lanes><lane mode="sea-lcl" rate="die-set" origins="VN" markets="DE"/><lane mode="air" rate="die-set" stand-in="yes"/></lanes>
  <import-rules><fee market="DE" base="cif" percent="2.5" least="10" most="20" currency="EUR" from="2026-01-01" source="law" date="2026" status="estimate"><name>Declaration</name></fee><preference markets="DE" origins="VN" duty="0" source="law" date="2026" status="estimate"><name>Agreement</name></preference><extra-duty markets="DE" origins="VN" duty="25" from="2026-01-01" until="2026-12-31" source="law" date="2026" status="estimate"><name>Surcharge</name></extra-duty><vat market="DE" uplift="10" source="law" date="2026" status="estimate"></vat></import-rules>
  <rates><rate id="rounds" unit="rounds" low="1" typical="2" high="3" source="rule" date="2026" status="estimate"><name>Rate</name></rate><rate id="line-operators" unit="operators" low="1" typical="2" high="3" source="rule" date="2026" status="estimate"><name>Rate</name></rate><rate id="line-minutes-per-day" unit="minutes" low="1" typical="2" high="3" source="rule" date="2026" status="estimate"><name>Rate</name></rate><rate id="pieces-per-line" unit="pieces" low="1" typical="2" high="3" source="rule" date="2026" status="estimate"><name>Rate</name></rate><rate id="lead-time-contingency" unit="% of days" low="1" typical="2" high="3" source="rule" date="2026" status="estimate"><name>Rate</name></rate><rate id="finance-rate" unit="% per year" low="1" typical="2" high="3" source="rule" date="2026" status="estimate"><name>Rate</name></rate><rate id="warehousing" unit="% of landed" low="1" typical="2" high="3" source="rule" date="2026" status="estimate"><name>Rate</name></rate><rate id="after-sales" unit="% of landed" low="1" typical="2" high="3" source="rule" date="2026" status="estimate"><name>Rate</name></rate><rate id="defects-sold" unit="% of landed" low="1" typical="2" high="3" source="rule" date="2026" status="estimate"><name>Rate</name></rate></rates><stages><stage id="quote" low="3" typical="7" high="14" when="always" place="buyer" days="calendar" events="order shipment" source="rule" date="2026" status="estimate"><name>Quote</name></stage><stage id="sew" low="1" typical="2" high="3" after="quote" when="certificate" markets="DE" place="origin" days="working" sewing="yes" materials="made" times="rounds" source="rule" date="2026" status="estimate"><name>Sew</name></stage></stages><lead-times><lead-time id="late" categories="main-fabric" families="nylon" only="branded" low="15" typical="25" high="40" source="rule" date="2026" status="estimate"><name>Nylon</name></lead-time><lead-time id="usual" categories="main-fabric webbing bladder" low="5" typical="8" high="12" source="rule" date="2026" status="estimate"><name>Stock</name></lead-time></lead-times>
  <closures from="2025-12-28" until="2027-01-03"><closure countries="VN" from="2026-02-14" until="2026-02-22" source="rule" date="2026" status="estimate"><name>Tet</name></closure></closures><rest-days><rest-day day="sun" countries="VN" source="rule" date="2026" status="estimate"/></rest-days>
  <payment-terms><terms id="deposit" method="bank transfer" source="rule" date="2026" status="estimate"><name>Deposit</name><share percent="30" event="order"/><share percent="70" event="shipment" after-days="5"/></terms></payment-terms><lives><life score="3" low="3" typical="5" high="7" source="rule" date="2026" status="estimate"/></lives>
  <size-runs><size-run id="chest" source="bench" date="2026" status="estimate"><name xml:lang="en">Chest girth</name><how>round the chest</how><size id="S" from="800" to="920"/><size id="M" from="900" to="1020"/></size-run></size-runs>
  <color-lots tolerance="8" source="cards" date="2026" status="estimate"><dyed section="shell" goods="cloth" least="rounds"/><stock-color name="Black" srgb="#202327" goods="cloth tape"/></color-lots>
</catalog>
)";
  return kText;
}

const configurator::Catalog& smallCatalog() {
  static const configurator::Catalog kCatalog = [] {
    auto catalog = configurator::parseCatalog({{"small.xml", smallCatalogText()}});
    if (!catalog) throw std::logic_error(catalog.error().message);
    return std::move(*catalog);
  }();
  return kCatalog;
}

const std::string& smallDesignText() {
  static const std::string kText = R"(<?xml version="1.0" encoding="UTF-8"?>
<design xmlns="urn:rucksmith:design:1" version="1">
  <name>Trail &amp; Ridge 6</name>
  <template>hydration</template>
  <use>running</use>
  <brand>
    <name>Zürich Läufer</name>
    <style>RS-006</style>
    <season>SS27</season>
    <designer>A. &lt;B&gt;</designer>
    <description>First line.
Second line.</description>
  </brand>
  <choices>
    <choice slot="body" option="vest" by="template"/>
    <choice slot="hose-port" option="left" by="user" pinned="yes"/>
    <choice slot="hydration" option="sleeve" by="user"/>
    <choice slot="rain-cover" option="none" by="template"/>
  </choices>
  <parameters>
    <parameter id="capacity" value="5.5" by="user"/>
    <parameter id="width" value="240" by="solved"/>
  </parameters>
  <zones>
    <zone id="shell" item="ny210" by="template"/>
    <zone id="straps" item="web" by="user"/>
  </zones>
  <parts>
    <part item="web20" file="parts/loop &amp; bar.stl" unit="cm" up="z" turn="90"/>
  </parts>
  <colorways>
    <colorway code="BLK" name="Black">
      <color zone="shell" srgb="#101010"/>
      <color zone="straps" srgb="#202020" name="Coal" pantone="19-4007 TCX"/>
    </colorway>
    <colorway code="RED" name="Red">
      <color zone="shell" srgb="#c01818"/>
      <color zone="straps" srgb="#101010"/>
    </colorway>
  </colorways>
  <order date="2026-03-31" origin="VN" market="DE" incoterm="FOB" currency="USD">
    <line colorway="BLK" size="S" quantity="100"/>
    <line colorway="BLK" size="M" quantity="300"/>
    <line colorway="RED" size="M" quantity="250"/>
    <price-list sha256="0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef">lists/mill "2026".csv</price-list>
  </order>
  <revisions>
    <revision number="1" date="2026-02-28">
      <author>M. K.</author>
      <changes>First issue</changes>
    </revision>
  </revisions>
</design>
)";
  return kText;
}

std::string withMistake(const std::string& good, const WrongFile& wrong) {
  return replacedOnce(good, wrong.from, wrong.to);
}

std::string expectedMessage(const std::string& text, const WrongFile& wrong, const std::string& file) {
  const std::string& where = wrong.where.empty() ? wrong.to : wrong.where;
  const std::size_t at = text.find(where);
  if (at == std::string::npos) throw std::logic_error("not in the wrong text: " + where);
  const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  std::string message = wrong.message;
  for (std::size_t sign = message.find('@'); sign != std::string::npos; sign = message.find('@', sign)) {
    message.replace(sign, 1, file + ":" + std::to_string(line));
  }
  return message;
}
