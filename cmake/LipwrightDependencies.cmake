# Third-party libraries, all from Debian's packages (installer/packages.txt).
# Each is linked privately by the one engine folder that owns it.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(tl-expected REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(OpenCV REQUIRED COMPONENTS core imgproc imgcodecs calib3d video)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(spdlog REQUIRED)
pkg_check_modules(FFMPEG REQUIRED IMPORTED_TARGET
  libavformat libavcodec libavutil libswscale libswresample)
pkg_check_modules(DLIB REQUIRED IMPORTED_TARGET dlib-1)
pkg_check_modules(SPHINXBASE REQUIRED IMPORTED_TARGET sphinxbase)
pkg_check_modules(WEBRTC_AUDIO REQUIRED IMPORTED_TARGET webrtc-audio-processing)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets PrintSupport Multimedia Svg LinguistTools)
find_package(QCustomPlotQt6 REQUIRED)
find_package(Torch REQUIRED)

# LibTorch's own package is not an imported target with system includes: wrap it.
add_library(lipwright_torch INTERFACE)
target_include_directories(lipwright_torch SYSTEM INTERFACE ${TORCH_INCLUDE_DIRS})
target_link_libraries(lipwright_torch INTERFACE ${TORCH_LIBRARIES})
