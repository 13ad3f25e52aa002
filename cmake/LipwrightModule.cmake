# lipwright_module(<name> SOURCES <files> [PUBLIC <targets>] [PRIVATE <targets>])
# One engine folder = one static library lipwright_<name> = one namespace.
# Headers are included from the repository's root: #include "engine/<name>/<file>.h".
function(lipwright_module name)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(lipwright_${name} STATIC ${ARG_SOURCES})
  target_include_directories(lipwright_${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_link_libraries(lipwright_${name} PUBLIC ${ARG_PUBLIC} PRIVATE lipwright_compiler ${ARG_PRIVATE})
endfunction()

# lipwright_qt_module(<name> SOURCES <files> [PUBLIC <targets>] [PRIVATE <targets>])
# The same for a folder that uses Qt. List headers with Q_OBJECT among the sources.
function(lipwright_qt_module name)
  lipwright_module(${name} ${ARGN})
  # The compiler's predefined macros make moc 6.4 stumble over libstdc++'s concepts.
  set_target_properties(lipwright_${name} PROPERTIES
    AUTOMOC ON AUTORCC ON AUTOMOC_COMPILER_PREDEFINES OFF)
  target_compile_definitions(lipwright_${name} PUBLIC QT_NO_KEYWORDS)
endfunction()

# lipwright_test(<name> SOURCES <files> LINK <targets> [LABELS <labels>] [TIMEOUT <s>])
# A Qt Test executable, registered with CTest under its own name.
function(lipwright_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINK;LABELS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  # The compiler's predefined macros make moc 6.4 stumble over libstdc++'s concepts.
  set_target_properties(${name} PROPERTIES AUTOMOC ON AUTOMOC_COMPILER_PREDEFINES OFF)
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR})
  target_compile_definitions(${name} PRIVATE QT_NO_KEYWORDS)
  target_link_libraries(${name} PRIVATE lipwright_compiler Qt6::Test ${ARG_LINK})
  add_test(NAME ${name} COMMAND ${name})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  set_tests_properties(${name} PROPERTIES
    TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;OMP_NUM_THREADS=2;LIPWRIGHT_MODELS=${CMAKE_SOURCE_DIR}/models")
endfunction()
