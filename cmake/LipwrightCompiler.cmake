# Flags every Lipwright target is compiled with: warnings and, in the sanitizer
# presets, instrumentation. Third-party headers are always included as system headers.
add_library(lipwright_compiler INTERFACE)
target_compile_options(lipwright_compiler INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
  # GCC 12 sees overlapping copies in libstdc++'s own std::string at -O3 (GCC bug 105329).
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
  $<$<BOOL:${LIPWRIGHT_WARNINGS_AS_ERRORS}>:-Werror>)

if(LIPWRIGHT_SANITIZER STREQUAL "address")
  add_compile_options(-fsanitize=address,undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
elseif(LIPWRIGHT_SANITIZER STREQUAL "thread")
  add_compile_options(-fsanitize=thread -fno-omit-frame-pointer)
  add_link_options(-fsanitize=thread)
elseif(LIPWRIGHT_SANITIZER)
  message(FATAL_ERROR "LIPWRIGHT_SANITIZER is '${LIPWRIGHT_SANITIZER}': use address, thread or nothing")
endif()

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
