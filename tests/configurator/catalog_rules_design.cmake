# Tests of configurator/catalog, configurator/rules and configurator/design.
rucksmith_test(configurator_catalog_tests
  atomic_save_test.cpp
  catalog_locale_test.cpp
  catalog_test.cpp
  check_catalog_test.cpp
  check_rules_test.cpp
  data_folders_test.cpp
  design_file_test.cpp
  edit_design_test.cpp
  expression_test.cpp
  load_catalog_test.cpp
  near_word_test.cpp
  number_text_test.cpp
  schema_agreement_test.cpp
  quality_data_test.cpp
  shipped_data_test.cpp
  small_catalog.cpp
  utf8_test.cpp
  wrong_catalogs.cpp
  wrong_designs.cpp
  xml_test.cpp
  LIBRARIES configurator_design)
