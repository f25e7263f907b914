# Finite-domain models and their engines. CaDiCaL is what the clause search is held against.
rucksmith_test(configurator_engine_tests
  engine_brute_force_test.cpp
  engine_models_test.cpp
  engine_parts_test.cpp
  finder_test.cpp
  foreign_model_reader_test.cpp
  LIBRARIES foreign_models)

find_path(CADICAL_INCLUDE cadical.hpp REQUIRED)
find_library(CADICAL_LIBRARY cadical REQUIRED)
rucksmith_test(configurator_clause_search_tests
  clause_search_test.cpp
  LIBRARIES foreign_models ${CADICAL_LIBRARY})
target_include_directories(configurator_clause_search_tests PRIVATE ${CADICAL_INCLUDE})

# The catalog's rules put to the engines.
rucksmith_test(configurator_rules_tests
  catalog_clicks_test.cpp
  catalog_model_test.cpp
  design_facts_test.cpp
  rule_advisor_test.cpp
  rule_faults_test.cpp
  rule_language_test.cpp
  small_catalog.cpp
  LIBRARIES configurator_fixtures foreign_models)

# Each rule with a design that keeps it and one that breaks it.
rucksmith_test(configurator_rule_folders_tests
  rule_folders_test.cpp
  LIBRARIES configurator_fixtures)
